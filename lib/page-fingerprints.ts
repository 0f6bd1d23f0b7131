import { createHash } from 'node:crypto'
import { COLLECTIONS, hasPages } from './content/collection.ts'
import type { AnyEntry, Library } from './content/library.ts'
import { visitFields } from './content/references.ts'
import { FACT_KINDS, type Fact, type FactKind, factsOf } from './facts.ts'
import { KINDS, type Kind } from './fields.ts'

/**
 * Fields that are no content of a page: the dates of its reviews, which are printed at its foot, and what no reader sees. Adding a
 * field here, or to what is gathered below, makes every page it touches count as changed at the next edition.
 */
const LEFT_OUT = new Set(['status', 'reviewed', 'reviewBy', 'findBy', 'formerSlugs', 'releasedSteps'])

/** JSON in which neither the order of fields nor what is no content shows. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each)
            .filter(([field]) => !LEFT_OUT.has(field))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : each,
  )

const hashed = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16)

/** Of an article, what lists say of it. */
function listed({ kind, address, data }: AnyEntry): unknown[] {
  const base = [address, data.title, data.summary]
  if (kind === 'roles') return [...base, data.family, data.level, data.entry, data.work, data.aliases]
  if (kind === 'certifications') return [...base, data.state, data.level]
  if (kind === 'metrics') return [...base, data.group, data.goodDirection]
  if (kind === 'skills') return [...base, data.group]
  if (kind === 'sources') return [...base, data.publisher, data.reliability]
  return base
}

interface Gathered {
  /** Articles whose names the page lists. */
  lists?: readonly Kind[]
  /** Articles that stand on it in full. */
  holds?: readonly Kind[]
  /** Facts that it prints. */
  facts?: readonly FactKind[]
}

/** What pages without an article of their own are made of. Of a page that is not named here: the names of all articles. */
const GATHERED: Partial<Record<string, Gathered>> = {
  '/': { lists: ['roles', 'pathways', 'guides', 'salaries'] },
  '/roles/': { lists: ['roles', 'service-lines'] },
  '/skills/': { lists: ['skills'] },
  '/certifications/': { lists: ['certifications'] },
  '/metrics/': { lists: ['metrics'] },
  '/salaries/': { lists: ['salaries', 'roles'], facts: ['pay'] },
  '/pathways/': { lists: ['pathways', 'stages'] },
  '/plan/': { lists: ['pathways'] },
  '/moves/': { lists: ['roles'], facts: ['move', 'pay'] },
  '/map/': { lists: ['roles'], facts: ['move'] },
  '/compare/': { lists: ['roles'], facts: ['competency', 'move', 'pay'] },
  '/start/': { lists: ['roles'], holds: ['start-questions'] },
  '/service-lines/': { lists: ['service-lines'] },
  '/industries/': { lists: ['industries'] },
  '/guides/': { lists: ['guides'] },
  '/glossary/': { holds: ['glossary'] },
  '/sources/': { lists: ['sources'], facts: ['figure', 'pay'] },
  '/sources/figures/': { facts: ['figure', 'pay'] },
  '/changes/': { facts: Object.keys(FACT_KINDS) as FactKind[] },
}

/** A fingerprint of what each page of the guide says, by address. Equal fingerprints: the same content, whatever the page looks like. */
export function pageFingerprints(library: Library, facts: readonly Fact[] = factsOf(library)): Map<string, string> {
  const entries = KINDS.filter(hasPages).flatMap((kind) => library.all(kind) as AnyEntry[])
  const own = new Map(entries.map((entry) => [entry.address, articleFingerprint(entry, facts, library)]))
  const gathered = ({ lists = [], holds = [], facts: kinds = [] }: Gathered) =>
    hashed([
      lists.flatMap((kind) => (library.all(kind) as AnyEntry[]).map(listed)),
      holds.flatMap((kind) => library.all(kind).map(({ data, text }) => [data, text])),
      facts.filter(({ kind }) => kinds.includes(kind)).map(printed),
    ])
  // A page about an article stands below it and changes with it.
  const above = (address: string) => entries.findLast((entry) => address.startsWith(entry.address))
  return new Map(
    library.addresses().map((address) => {
      const known = GATHERED[address]
      const article = own.get(address) ?? (known ? undefined : own.get(above(address)?.address ?? ''))
      return [address, article ?? gathered(known ?? { lists: KINDS })]
    }),
  )
}

const printed = ({ id, label, says }: Fact) => [id, label, says]

/** The article itself, with the facts that others state and its page prints. */
function articleFingerprint(entry: AnyEntry, facts: readonly Fact[], library: Library): string {
  const { kind, id, address, data, text, body } = entry
  const figures = new Set(body.figures.map((figure) => `figure/${figure.id}`))
  visitFields(COLLECTIONS[kind].schema, data, (meta, value) => {
    if (meta.refersToFigure) figures.add(`figure/${value}`)
  })
  const prints = (fact: Fact) =>
    fact.address === address ||
    figures.has(fact.id) ||
    (kind === 'roles' && fact.kind === 'pay' && fact.roles.includes(id)) ||
    (kind === 'skills' && fact.kind === 'competency' && fact.id.endsWith(`/${id}`)) ||
    (kind === 'certifications' && fact.kind === 'verdict' && fact.id.endsWith(`/${id}`)) ||
    (kind === 'sources' && (fact.kind === 'pay' || fact.kind === 'figure') && fact.source === id)
  const answered =
    kind === 'metrics'
      ? library
          .all('roles')
          .flatMap((role) => role.data.measuredBy.flatMap(({ metric, control }) => (metric === id ? [role.id, control] : [])))
      : []
  return hashed([data, text.trim(), facts.filter(prints).map(printed), answered])
}
