import { chainFaults, type Edition, readEdition } from '../edition.ts'
import type { Family } from '../family.ts'
import { KINDS, type Kind } from '../fields.ts'
import type { Figure } from '../figure.ts'
import type { Body } from '../mdx/read.ts'
import type { Move } from '../role.ts'
import type { SalaryRecord } from '../salary.ts'
import { readArticle } from './article.ts'
import { COLLECTIONS, type DataOf, FIXED_PAGES, FIXED_REDIRECTS, hasPages, RECORDED, recordAddress } from './collection.ts'
import { Broken, crossCheck } from './cross-check.ts'
import type { FrontMatter } from './front-matter.ts'
import type { Problem } from './problems.ts'
import { visitFields } from './references.ts'
import { contentRoot, readContent, type SourceFile } from './source.ts'

/** One article: its data, its text and where both stand. */
export interface Entry<K extends Kind = Kind> {
  kind: K
  id: string
  /** Path of the file as printed in problems. */
  file: string
  /** Public address, for example `/roles/trainer/`. */
  address: string
  data: DataOf<K>
  body: Body
  /** The file with its front matter blanked: what the press compiles. */
  text: string
  locate: FrontMatter['locate']
}

export type AnyEntry = { [K in Kind]: Entry<K> }[Kind]

/** All published articles, cross-checked and linked both ways. */
export interface Library {
  all<K extends Kind>(kind: K): Entry<K>[]
  /** The published entry. Throws when there is none: references were checked, so that is a bug. */
  get<K extends Kind>(kind: K, id: string): Entry<K>
  find<K extends Kind>(kind: K, id: string): Entry<K> | undefined
  figure(id: string): { figure: Figure; owner: AnyEntry }
  /** Figures of published entries that rest on this source. */
  figuresFrom(sourceId: string): Figure[]
  /** Published entries that refer to this one, in their data or their text. */
  mentions(kind: Kind, id: string): AnyEntry[]
  /** Moves that lead to this role, with the role they start from. */
  reachedFrom(roleId: string): { from: Entry<'roles'>; move: Move }[]
  /** Pay rows for a role, country by country, official rows first. */
  payFor(roleId: string): { country: Entry<'salaries'>; records: SalaryRecord[] }[]
  stagesOf(pathwayId: string): Entry<'stages'>[]
  /** Every address of the published site that readers look for, list pages included. */
  addresses(): string[]
  /** Pages that stand behind those and that nobody looks for: the records. Built, checked, in no list and no sitemap. */
  records(): string[]
  /** The day each article was last reviewed, by address. */
  reviewDates(): Map<string, string>
  /** What the guide stated on earlier days, oldest first. Only whole chains: none when one of them has a fault. */
  editions(): readonly Edition[]
  /** Old addresses and where they lead now. */
  redirects(): { from: string; to: string }[]
}

/** Reads and checks a whole content tree. Never throws for content; `library` holds what is published even when problems exist. */
export function loadLibrary(root: string = contentRoot()): { library: Library; problems: Problem[] } {
  const { files, editions, problems, refused } = readContent(root)
  const entries: AnyEntry[] = []
  const broken = new Broken()
  for (const parts of refused) broken.add(parts)
  for (const { file, parts, bytes } of files) {
    const { entry, faults } = readArticle(parts, bytes)
    for (const fault of faults) problems.push({ file, ...fault })
    if (entry) entries.push({ ...entry, file } as AnyEntry)
    else broken.add(parts, bytes)
  }
  const history = readEditions(editions)
  const index = new Index(entries, history.editions)
  return { library: index, problems: [...problems, ...history.problems, ...crossCheck(index, root, broken)] }
}

/** The editions of a content tree, oldest first, and what is wrong with their files. */
function readEditions(files: readonly SourceFile[]): { editions: Edition[]; problems: Problem[] } {
  const problems: Problem[] = []
  const editions = files.flatMap(({ file, parts, bytes }) => {
    const read = readEdition(parts.at(-1) ?? '', bytes)
    if ('edition' in read) return [read.edition]
    problems.push(...read.faults.map((fault) => ({ file, ...fault })))
    return []
  })
  // With one of them missing, the next would be said to follow nothing: one fault is reported once.
  if (problems.length === 0)
    for (const { place, message } of chainFaults(editions))
      problems.push({ file: files[place]?.file ?? '', line: 3, column: 1, field: 'after', message })
  return { editions: problems.length === 0 ? editions : [], problems }
}

let loaded: Library | undefined

/** The library of the content folder, read once. Throws with all problems when the content has any. */
export function getLibrary(): Library {
  if (loaded) return loaded
  const { library, problems } = loadLibrary()
  const faults = problems.filter((problem) => !problem.warning)
  if (faults.length > 0) throw new Error(`The content has ${faults.length} problems. Run: npm run check`)
  if (process.env.NODE_ENV === 'production') loaded = library
  return library
}

const FAMILY_ORDER: Family[] = ['frontline', 'specialist', 'quality', 'training', 'workforce', 'lead', 'client']

function order(a: AnyEntry, b: AnyEntry): number {
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  const byTitle = a.data.title.localeCompare(b.data.title, 'en')
  if (a.kind === 'roles' && b.kind === 'roles')
    return a.data.level - b.data.level || FAMILY_ORDER.indexOf(a.data.family) - FAMILY_ORDER.indexOf(b.data.family) || byTitle
  if ((a.kind === 'guides' && b.kind === 'guides') || (a.kind === 'salaries' && b.kind === 'salaries'))
    return a.data.order - b.data.order || byTitle
  if (a.kind === 'start-questions' && b.kind === 'start-questions') return a.data.order - b.data.order || byTitle
  return byTitle
}

const RECORD_ORDER = ['official', 'government-guide', 'employer-survey', 'self-reported']

class Index implements Library {
  readonly everything: AnyEntry[]
  readonly byKey = new Map<string, AnyEntry>()
  readonly figures = new Map<string, { figure: Figure; owner: AnyEntry }>()
  private readonly kinds = new Map<Kind, AnyEntry[]>()
  private readonly links = new Map<string, Set<AnyEntry>>()
  private readonly reached = new Map<string, { from: Entry<'roles'>; move: Move }[]>()

  private readonly history: readonly Edition[]

  constructor(entries: AnyEntry[], history: readonly Edition[]) {
    this.history = history
    this.everything = [...entries].sort(order)
    for (const entry of this.everything) {
      this.byKey.set(`${entry.kind}/${entry.id}`, entry)
      for (const figure of entry.data.figures ?? []) if (!this.figures.has(figure.id)) this.figures.set(figure.id, { figure, owner: entry })
      if (entry.data.status === 'draft') continue
      const list = this.kinds.get(entry.kind) ?? []
      list.push(entry)
      this.kinds.set(entry.kind, list)
    }
    const byAddress = new Map(this.everything.map((entry) => [entry.address, entry]))
    for (const entry of this.everything) {
      if (entry.data.status === 'draft') continue
      visitFields(COLLECTIONS[entry.kind].schema, entry.data, (meta, value) => {
        if (meta.refersTo && !meta.unprinted) this.link(`${meta.refersTo}/${value}`, entry)
        if (meta.refersToFigure) this.linkFigure(String(value), entry)
      })
      for (const { id } of entry.body.figures) this.linkFigure(id, entry)
      for (const { path, anchor } of entry.body.links) {
        const target = byAddress.get(path) ?? byAddress.get(`${path}#${anchor}`)
        if (target) this.link(`${target.kind}/${target.id}`, entry)
      }
      if (entry.kind === 'roles')
        for (const move of entry.data.leadsTo) this.reached.set(move.role, [...(this.reached.get(move.role) ?? []), { from: entry, move }])
    }
  }

  private link(key: string, from: AnyEntry) {
    if (key === `${from.kind}/${from.id}`) return
    const set = this.links.get(key) ?? new Set()
    set.add(from)
    this.links.set(key, set)
  }

  /** Printing a figure is citing its source. */
  private linkFigure(id: string, from: AnyEntry) {
    const found = this.figures.get(id)
    if (found) this.link(`sources/${found.figure.source}`, from)
  }

  all<K extends Kind>(kind: K): Entry<K>[] {
    return (this.kinds.get(kind) ?? []) as Entry<K>[]
  }
  find<K extends Kind>(kind: K, id: string): Entry<K> | undefined {
    const entry = this.byKey.get(`${kind}/${id}`)
    return entry && entry.data.status !== 'draft' ? (entry as Entry<K>) : undefined
  }
  get<K extends Kind>(kind: K, id: string): Entry<K> {
    const entry = this.find(kind, id)
    if (!entry) throw new Error(`There is no published ${COLLECTIONS[kind].noun} "${id}".`)
    return entry
  }
  figure(id: string) {
    const found = this.figures.get(id)
    if (!found) throw new Error(`There is no figure "${id}".`)
    return found
  }
  figuresFrom(sourceId: string) {
    return [...this.figures.values()]
      .filter(({ figure, owner }) => figure.source === sourceId && owner.data.status !== 'draft')
      .map(({ figure }) => figure)
  }
  mentions(kind: Kind, id: string): AnyEntry[] {
    return [...(this.links.get(`${kind}/${id}`) ?? [])]
  }
  reachedFrom(roleId: string) {
    return this.reached.get(roleId) ?? []
  }
  payFor(roleId: string) {
    return this.all('salaries')
      .map((country) => ({
        country,
        records: country.data.records
          .filter((record) => record.role === roleId)
          .sort((a, b) => RECORD_ORDER.indexOf(a.kind) - RECORD_ORDER.indexOf(b.kind)),
      }))
      .filter(({ records }) => records.length > 0)
  }
  stagesOf(pathwayId: string) {
    return this.get('pathways', pathwayId).data.stages.map((stage) => this.get('stages', `${pathwayId}/${stage}`))
  }
  addresses(): string[] {
    const own = KINDS.filter(hasPages).flatMap((kind) => this.all(kind).map((entry) => entry.address))
    return [...FIXED_PAGES, ...own]
  }
  records(): string[] {
    return [...RECORDED.flatMap((kind) => this.all(kind).map((entry) => entry.address)), '/glossary/'].map(recordAddress)
  }
  reviewDates() {
    return new Map(KINDS.flatMap((kind) => this.all(kind).map((entry) => [entry.address, entry.data.reviewed] as const)))
  }
  editions() {
    return this.history
  }
  redirects() {
    const moved = this.everything
      .filter((entry) => entry.data.status !== 'draft' && hasPages(entry.kind))
      .flatMap((entry) =>
        (entry.data.formerSlugs ?? []).map((former) => ({ from: entry.address.replace(/[^/]+\/$/, `${former}/`), to: entry.address })),
      )
    return [...FIXED_REDIRECTS, ...moved]
  }
}

/**
 * The day that the content is from: of the latest review of an article. A still page cannot know today, so ages on it are reckoned to
 * this day and do not depend on when the site was built. "" for a tree without articles.
 */
export const contentDay = (library: Library) =>
  [...library.reviewDates().values()].reduce((latest, day) => (day > latest ? day : latest), '')
