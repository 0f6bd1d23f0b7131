import { hasPages } from './content/collection.ts'
import type { Library } from './content/library.ts'
import { type Edition, type StatedFact, sealed, stateFact } from './edition.ts'
import { type Fact, type FactKind, factsOf } from './facts.ts'
import { KINDS } from './fields.ts'
import { formatWhen } from './money.ts'
import { pageFingerprints } from './page-fingerprints.ts'
import { CHANGES, COMPARE, FIGURE_AGES, MAP, MOVES, PLAN, SEARCH, SECTIONS } from './trail.ts'

/** What became of a fact between two editions. */
export const CHANGE_WORDS = {
  changed: 'Changed',
  new: 'New',
  gone: 'Gone',
  checked: 'Checked again, the same',
} as const
export type ChangeKind = keyof typeof CHANGE_WORDS

/** One fact that is not as it was. */
export interface Change {
  kind: ChangeKind
  fact: string
  factKind: FactKind
  /** The page that keeps it, as far as it still exists. */
  page: string
  /** Where to look now: the page and perhaps a place on it. Absent when neither fact nor page is there any more. */
  link?: string
  label: string
  /** What it said; absent for what is new. */
  before?: string
  /** What it says; absent for what is gone. Of a fact from another source with the same value, both are the same. */
  now?: string
  /** Ids of the sources, before and now. */
  sourceBefore?: string
  source?: string
  /** Dates of the data, before and now. */
  asOfBefore?: string
  asOf?: string
  roles: readonly string[]
}

/** What changed up to an edition, or since the newest one. */
export interface Step {
  /** The day of the edition; absent for what changed since the newest. */
  date?: string
  /** The edition before. */
  since: string
  /** Page by page in the order of the guide, on each: changed, new, gone, checked. */
  changes: readonly Change[]
}

const ORDER = Object.keys(CHANGE_WORDS) as ChangeKind[]

function changeOf(before: StatedFact | undefined, now: StatedFact | undefined): ChangeKind | undefined {
  if (!before) return 'new'
  if (!now) return 'gone'
  if (before.value !== now.value || before.source !== now.source) return 'changed'
  return before.asOf === now.asOf ? undefined : 'checked'
}

/** What differs between two lists of facts, in no order of its own. A label in other words is no change. */
function differences(before: readonly StatedFact[], now: readonly StatedFact[]): Omit<Change, 'link'>[] {
  const old = new Map(before.map((fact) => [fact.id, fact]))
  const young = new Map(now.map((fact) => [fact.id, fact]))
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), young.get(id)]
    const kind = changeOf(was, is)
    const latest = is ?? was
    if (!kind || !latest) return []
    return {
      kind,
      fact: id,
      factKind: id.split('/')[0] as FactKind,
      page: latest.page,
      label: latest.label,
      ...(was ? { before: was.value } : {}),
      ...(is ? { now: is.value } : {}),
      ...(was?.source ? { sourceBefore: was.source } : {}),
      ...(is?.source ? { source: is.source } : {}),
      ...(was?.asOf ? { asOfBefore: was.asOf } : {}),
      ...(is?.asOf ? { asOf: is.asOf } : {}),
      roles: [...new Set([...(is?.roles ?? []), ...(was?.roles ?? [])])],
    }
  })
}

const known = new WeakMap<Library, { steps: Step[]; facts: readonly Fact[]; pages: Map<string, string> }>()

/** Everything below follows from a library alone, which never changes, so it is reckoned once. */
function reckoned(library: Library) {
  const found = known.get(library)
  if (found) return found
  const facts = factsOf(library)
  const made = { facts, pages: pageFingerprints(library, facts), steps: stepsOf(library, facts) }
  known.set(library, made)
  return made
}

/**
 * What changed, newest first: since the newest edition when anything did, then edition by edition. The first edition has nothing
 * before it, so it is no step. Empty: there is no edition, or one and nothing changed since.
 */
export const changeSteps = (library: Library): readonly Step[] => reckoned(library).steps

function stepsOf(library: Library, facts: readonly Fact[]): Step[] {
  const editions = library.editions()
  const current = facts.map(stateFact)
  const place = new Map(facts.map(({ id, address, anchor }) => [id, anchor ? `${address}#${anchor}` : address]))
  const addresses = library.addresses()
  const orderOfPages = new Map(addresses.map((address, index) => [address, index]))
  const ordered = (changes: Omit<Change, 'link'>[]): Change[] =>
    changes
      .map((change) => {
        const link = place.get(change.fact) ?? (orderOfPages.has(change.page) ? change.page : undefined)
        return link ? { ...change, link } : change
      })
      .sort(
        (a, b) =>
          (orderOfPages.get(a.page) ?? addresses.length) - (orderOfPages.get(b.page) ?? addresses.length) ||
          (a.page < b.page ? -1 : a.page > b.page ? 1 : 0) ||
          ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
          a.label.localeCompare(b.label, 'en') ||
          (a.fact < b.fact ? -1 : 1),
      )
  const steps = editions.slice(1).map(({ date, facts: now }, index): Step => {
    const before = editions[index] as Edition
    return { date, since: before.date, changes: ordered(differences(before.facts, now)) }
  })
  const newest = editions.at(-1)
  const open = newest ? ordered(differences(newest.facts, current)) : []
  return [...(newest && open.length > 0 ? [{ since: newest.date, changes: open }] : []), ...steps.reverse()]
}

/** The changes of one page: of the facts that it keeps and, of a role, of those about the role. Steps without any are left out. */
export function changesOn(address: string, library: Library): Step[] {
  const role = library.all('roles').find((each) => each.address === address)?.id
  return changeSteps(library).flatMap((step) => {
    const changes = step.changes.filter((change) => change.page === address || (role !== undefined && change.roles.includes(role)))
    return changes.length > 0 ? [{ ...step, changes }] : []
  })
}

/** Changes page by page, in their order. */
export function byPage(changes: readonly Change[]): { page: string; changes: Change[] }[] {
  const pages = new Map<string, Change[]>()
  for (const change of changes) pages.set(change.page, [...(pages.get(change.page) ?? []), change])
  return [...pages].map(([page, inside]) => ({ page, changes: inside }))
}

/** "14 changed, 2 new": how many of each kind, in the order of the kinds; "" for none. */
export function counts(changes: readonly Change[]): string {
  const words: Record<ChangeKind, string> = { changed: 'changed', new: 'new', gone: 'gone', checked: 'checked again' }
  return ORDER.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count > 0 ? [`${count} ${words[kind]}`] : []
  }).join(', ')
}

/**
 * The day on which each page last changed, by address. Of a page that is as the newest edition has it: the day that edition carries.
 * Of one that changed since: the day its article was reviewed, if that is not before the edition; else the day is not known, and none is
 * given. Without editions: the day of the review.
 */
export function lastChanged(library: Library): Map<string, string> {
  const reviewed = library.reviewDates()
  const newest = library.editions().at(-1)
  if (!newest) return reviewed
  const carried = new Map(newest.pages.map((page) => [page.address, page]))
  return new Map(
    [...reckoned(library).pages].flatMap(([address, fingerprint]) => {
      const before = carried.get(address)
      if (before?.fingerprint === fingerprint) return [[address, before.changed] as const]
      const day = reviewed.get(address)
      return day && day >= newest.date ? [[address, day] as const] : []
    }),
  )
}

/** The edition of a day, after the one before it. A page that is as it was keeps its day. */
export function editionOf(library: Library, date: string, before?: Edition): Edition {
  const { facts, pages } = reckoned(library)
  const reviewed = library.reviewDates()
  const carried = new Map(before?.pages.map((page) => [page.address, page]))
  const changed = (address: string, fingerprint: string) => {
    const old = carried.get(address)
    if (old?.fingerprint === fingerprint) return old.changed
    // It changed between two editions. The day of its review is the nearest that is known, if it lies between them.
    const review = reviewed.get(address) ?? ''
    return review > (before?.date ?? '') && review <= date ? review : date
  }
  return sealed(
    date,
    facts.map(stateFact),
    [...pages].map(([address, fingerprint]) => ({ address, fingerprint, changed: changed(address, fingerprint) })),
    before,
  )
}

/**
 * The edition to write on a day, or why none is: a `fault` stops the command, `nothing` is no fault. Only the newest edition may be
 * written anew, and only on its own day.
 */
export function planEdition(library: Library, date: string): { edition: Edition } | { nothing: string } | { fault: string } {
  const editions = library.editions()
  const newest = editions.at(-1)
  const there = editions.find((each) => each.date === date)
  if (there && there !== newest)
    return {
      fault: `The edition of ${formatWhen(date)} is there, and that of ${formatWhen(newest?.date ?? date)} follows it. What was published stays as it is: write an edition of a later day.`,
    }
  if (newest && date < newest.date)
    return {
      fault: `The newest edition is that of ${formatWhen(newest.date)}. An edition cannot be older: choose that day or a later one.`,
    }
  const edition = editionOf(library, date, there ? editions.at(-2) : newest)
  if (newest && same(edition, newest))
    return { nothing: `Nothing has changed since the edition of ${formatWhen(newest.date)}, so there is nothing to write.` }
  return { edition }
}

/** Whether two editions say the same of every fact and every page. */
const same = (a: Edition, b: Edition) =>
  JSON.stringify(a.facts) === JSON.stringify(b.facts) &&
  JSON.stringify(a.pages.map(({ address, fingerprint }) => [address, fingerprint])) ===
    JSON.stringify(b.pages.map(({ address, fingerprint }) => [address, fingerprint]))

/** A change in words: what it is about, what it said and says, and what else is different. */
export interface ChangeWords {
  what: string
  label: string
  /** Said before and no more. */
  before?: string
  /** Said now. */
  now?: string
  /** Sources and dates, as far as they differ or are needed. */
  note?: string
}

export function changeWords(change: Change, library: Library): ChangeWords {
  const { kind, label, before, now, source, sourceBefore, asOf, asOfBefore } = change
  const named = (id: string) => {
    const found = library.find('sources', id)
    return found ? (found.data.cite ?? found.data.publisher) : id
  }
  const origin = (id: string | undefined, date: string | undefined) =>
    [...(id ? [named(id)] : []), ...(date ? [formatWhen(date)] : [])].join(', ')
  const is = origin(source, asOf)
  const was = origin(sourceBefore, asOfBefore)
  const note =
    kind === 'new' ? is : kind === 'gone' ? was : is === was ? '' : `now ${is || 'without source'}; before ${was || 'without source'}`
  return {
    what: CHANGE_WORDS[kind],
    label,
    ...(before !== undefined && before !== now ? { before } : {}),
    ...(now !== undefined ? { now } : {}),
    ...(note ? { note } : {}),
  }
}

/** What each page of the guide is called, by address. */
export function pageNames(library: Library): Map<string, string> {
  const fixed = [...Object.values(SECTIONS), PLAN, MOVES, SEARCH, MAP, COMPARE, CHANGES, FIGURE_AGES]
  return new Map([
    ...fixed.map(({ address, name }) => [address, name] as const),
    ...KINDS.filter(hasPages).flatMap((kind) => library.all(kind).map(({ address, data }) => [address, data.title] as const)),
  ])
}
