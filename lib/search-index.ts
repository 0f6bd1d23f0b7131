import { COLLECTIONS } from './content/collection.ts'
import type { AnyEntry, Library } from './content/library.ts'
import { KINDS, type Kind } from './fields.ts'
import { countryName } from './money.ts'
import { ownSections, type PageSection, SHARED_SECTIONS, sharedSections } from './page-sections.ts'
import { type IndexEntry, type IndexGroup, type OwnSection, plainId, type SearchIndex } from './reader/search-index.ts'
import { foldedWords, isStopWord } from './reader/search-words.ts'
import { CHANGES, COMPARE, DATA, EMBEDS, FIGURE_AGES, MAP, MOVES, OFFLINE, PLAN, SECTIONS } from './trail.ts'

/** How often the guide must say a word for the index to keep it: less finds more, and every reader who searches pays for it. */
const SEEN = 4

/** How much more or less than others the pages of a kind are what people look for. */
const WEIGHTS: Record<Kind, number> = {
  roles: 1.15,
  skills: 1,
  certifications: 1,
  metrics: 1.1,
  salaries: 1.05,
  pathways: 1,
  stages: 0.8,
  'service-lines': 0.95,
  industries: 0.95,
  guides: 1.1,
  glossary: 0.95,
  'start-questions': 1,
  sources: 0.45,
}

/**
 * What the search of the guide downloads at the first question: every published page but the sources, and where its sections are.
 * The same library gives the same bytes.
 */
export const searchIndex = (library: Library): SearchIndex => ({
  format: 1,
  groups: [
    ...groupsOf(
      // The questions of "Start here" are found as the one page they stand on.
      KINDS.filter((kind) => kind !== 'sources' && kind !== 'start-questions'),
      library,
    ),
    fixedPages(),
  ],
})

/** What it downloads when readers ask for publications too. They outnumber the articles, and few questions are about them. */
export const sourceIndex = (library: Library): SearchIndex => ({ format: 1, groups: groupsOf(['sources'], library) })

function groupsOf(kinds: readonly Kind[], library: Library): IndexGroup[] {
  const telling = tellingWords(library)
  return kinds.map((kind): IndexGroup => {
    const sections = SHARED_SECTIONS[kind] ?? []
    return {
      kind,
      name: kind === 'stages' ? 'Stages of pathways' : SECTIONS[kind].name,
      address: COLLECTIONS[kind].address('\n').split('\n') as [string, string],
      weight: WEIGHTS[kind],
      sections,
      entries: (library.all(kind) as AnyEntry[]).map((entry) => entryOf(entry, library, telling)),
    }
  })
}

/** What people type for pages that have no article to say it in: joined by "|". */
const TYPED_FOR_PAGE: Readonly<Record<string, string>> = {
  [SECTIONS['start-questions'].address]: 'which job suits me|which job is for me|which role fits|career test|quiz',
  [SECTIONS.salaries.address]: 'salary|salaries|pay by country',
  [SECTIONS.metrics.address]: 'kpi|kpis',
  [PLAN.address]: 'planner|my progress|to do list',
  [MOVES.address]: 'move planner|change job|switch role|from agent to',
  [MAP.address]: 'career map|career lattice|career ladder chart',
  [COMPARE.address]: 'which job is better|versus',
  [EMBEDS.address]: 'iframe|widget|embed code|share on my site',
  [CHANGES.address]: 'changelog|news|updates|rss|atom feed|history',
  [FIGURE_AGES.address]: 'how old|out of date|outdated',
  [DATA.address]: 'download|csv|json|excel|spreadsheet|dataset|api',
  [OFFLINE.address]: 'without internet|no internet|download the guide|install app|data usage|mobile data',
  '/about/': 'privacy|contact|licence',
}

/** Pages without an article: lists and tools. */
function fixedPages(): IndexGroup {
  const about = {
    name: 'About this guide',
    address: '/about/',
    about: 'Who writes it, how figures are checked, and what the site knows about you.',
  }
  return {
    kind: 'pages',
    name: 'Lists and tools',
    address: ['', ''],
    weight: 0.9,
    sections: [],
    entries: [...Object.values(SECTIONS), PLAN, MOVES, MAP, COMPARE, CHANGES, FIGURE_AGES, DATA, EMBEDS, OFFLINE, about].map((page) =>
      trimmed([page.address, page.name, page.about, '', TYPED_FOR_PAGE[page.address] ?? '']),
    ),
  }
}

function entryOf(entry: AnyEntry, library: Library, telling: ReadonlyMap<string, string>): IndexEntry {
  const { title, findBy } = entry.data
  const pick = ({ id }: PageSection) => telling.get(placeOf(entry, id)) ?? ''
  const own = ownSections(entry).map((section): OwnSection => {
    const words = pick(section)
    const heading = asPrinted(section.heading)
    return plainId(heading) === section.id ? [heading, words] : [heading, words, section.id]
  })
  const found = new Map(sharedSections(entry, library).map((section) => [section.id.replace(/^block-/, ''), section]))
  const shared = (SHARED_SECTIONS[entry.kind] ?? [])
    .map(([id]) => {
      const section = found.get(id)
      return section ? (section.id === id ? 'x' : 'b') : '-'
    })
    .join('')
  const words = [...found.values()].map(pick).join('|')
  return trimmed([
    plainId(title) === entry.id ? '' : entry.id,
    title,
    entry.kind === 'sources' ? (entry.data.cite ?? entry.data.publisher) : entry.data.summary,
    namesOf(entry).join('|'),
    (findBy ?? []).join('|'),
    shared,
    words,
    own,
  ])
}

/** A heading with the quotation marks and apostrophes that the page prints. */
const asPrinted = (heading: string) => heading.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’')

/** Without what is empty at its end. */
function trimmed(entry: IndexEntry): IndexEntry {
  let length = entry.length
  while (length > 3 && entry[length - 1]?.length === 0) length--
  return entry.slice(0, length) as unknown as IndexEntry
}

/** Other names of an entry that stand on its page. */
export function namesOf(entry: AnyEntry): string[] {
  const { title } = entry.data
  const names = new Set<string>()
  if ('abbreviation' in entry.data && entry.data.abbreviation) names.add(entry.data.abbreviation)
  if (entry.kind === 'roles') for (const { name } of entry.data.aliases) names.add(name)
  if (entry.kind === 'glossary') for (const { name } of entry.data.alsoCalled ?? []) names.add(name)
  if (entry.kind === 'salaries') names.add(countryName(entry.data.country))
  names.delete(title)
  return [...names]
}

/** What readers find by a title, a name, a summary or a heading. */
function toldByNames(library: Library): Set<string> {
  const texts = KINDS.filter((kind) => kind !== 'sources').flatMap((kind) => [
    ...(SHARED_SECTIONS[kind] ?? []).flatMap(([, heading, typed]) => [heading, typed]),
    ...(library.all(kind) as AnyEntry[]).flatMap((entry) => [
      entry.data.title,
      entry.data.summary,
      ...namesOf(entry),
      ...(entry.data.findBy ?? []),
      ...ownSections(entry).map(({ heading }) => heading),
    ]),
  ])
  return new Set(texts.flatMap(foldedWords))
}

/**
 * The most telling words of every section, by its address: words that no title, name, summary or heading has, each kept at the one
 * section that says it most often. So every word that the guide says at least `SEEN` times leads somewhere, for one word's bytes.
 */
function tellingWords(library: Library): ReadonlyMap<string, string> {
  const told = toldByNames(library)
  const best = new Map<string, { place: string; times: number; all: number }>()
  for (const kind of KINDS)
    for (const entry of library.all(kind) as AnyEntry[])
      for (const { id, text } of [...sharedSections(entry, library), ...ownSections(entry)]) {
        const counts = new Map<string, number>()
        for (const word of foldedWords(text))
          if (word.length > 2 && !told.has(word) && !isStopWord(word) && !/\d/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
        for (const [word, times] of counts) {
          const known = best.get(word) ?? { place: '', times: 0, all: 0 }
          best.set(word, {
            ...(times > known.times ? { place: placeOf(entry, id), times } : known),
            all: known.all + times,
          })
        }
      }
  const words = new Map<string, string>()
  for (const [word, { place, all }] of [...best].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (all >= SEEN) words.set(place, `${words.get(place) ?? ''} ${word}`.trim())
  return words
}

const placeOf = ({ kind, id }: AnyEntry, section: string) => `${kind}/${id}#${section}`
