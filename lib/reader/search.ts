import MiniSearch from 'minisearch'
import { type IndexEntry, type IndexGroup, plainId, type SearchIndex, type SharedSection } from './search-index.ts'
import { foldedWords, isContextWord, isStopWord, wordsIn } from './search-words.ts'
import { likeness, slips, slipsAllowed } from './spelling.ts'

/** A stretch of a text; marked when it is what the reader asked for. */
export type Stretch = readonly [text: string, marked: boolean]

export interface Found {
  /** Where it is: of the section that answers, or of the page. */
  address: string
  title: readonly Stretch[]
  /** The other name by which it was found, when that says more of what was asked than the title does. */
  name?: readonly Stretch[]
  /** The heading of the section that answers. */
  section?: readonly Stretch[]
  summary: readonly Stretch[]
  kind: string
  /** What its kind is called. */
  kindName: string
}

export interface Answer {
  /** Best first. */
  found: readonly Found[]
  /** What was looked for instead, when words of the question are nowhere in the guide: as typed, and as found. */
  corrected: readonly (readonly [typed: string, instead: string])[]
  /** When nothing was found: the nearest names of pages. */
  nearest: readonly { title: string; address: string }[]
}

export interface Search {
  /** Adds the pages of another index. */
  add: (index: SearchIndex) => void
  ask: (question: string) => Answer
}

/** A question is read up to here: nobody means what comes after it. */
export const LONGEST_QUESTION = 200
const MOST_WORDS = 12
/** A page is shown until its words answer this much worse than those of the best. */
const WORST = 0.06
const MOST_FOUND = 30
const MOST_NEAREST = 5
const FIELDS = { title: 8, names: 6, headings: 2.5, summary: 1.5, words: 1, also: 0.4 } as const
/** What a word that every page is about is worth beside others. */
const CONTEXT_WEIGHT = 0.15
/** What a hit at the beginning of a word is worth beside one of the whole word. */
const PREFIX_WEIGHT = 0.4
/** Shorter beginnings stand in too many words. */
const SHORTEST_PREFIX = 3
const CORRECTED_WEIGHT = 0.7
/** What it is worth that a page is called what was typed, whole or in part. */
const CALLED_SO = 90
const CALLED_SO_EXACTLY = 60
/** A section that people name by this word is the answer, before one whose heading happens to have it. */
const ALSO_WORTH = 2.2
/** "team leader salary philippines" is best answered by the team leader's row on the country's page. */
const ROW_WEIGHT = 1.5

interface Section {
  id: string
  heading: string
  /** Words of the heading. */
  strong: ReadonlySet<string>
  /** Words that people type for it on every page of the kind. */
  also: ReadonlySet<string>
  weak: ReadonlySet<string>
}

interface Page {
  entry: IndexEntry
  group: IndexGroup
  id: string
  title: string
  names: readonly string[]
  typed: readonly string[]
  sections: readonly Section[]
  /** Words of the title and of every name. */
  called: ReadonlySet<string>
}

/** Pages that the question names: what that is worth, and the words that do. */
type Named = ReadonlyMap<number, { worth: number; words: readonly string[] }>

/** One word of the question with what is looked for: itself, or what it may have been meant to be. */
interface Term {
  typed: string
  words: readonly string[]
  /** Words it may have been meant to be, when it is only the beginning of a word of the guide. */
  perhaps: readonly string[]
  corrected: boolean
}

/** Makes the search of an index. Takes a noticeable moment on a slow phone, each question after it does not. */
export function createSearch(index: SearchIndex): Search {
  const pages: Page[] = []
  const vocabulary = new Map<string, number>()
  /** Pages by each of their names in full, as words with one space between. */
  const byName = new Map<string, Set<number>>()
  const engine = new MiniSearch<Record<string, string | number>>({
    fields: Object.keys(FIELDS),
    tokenize: (text) => (text ? text.split(' ') : []),
    processTerm: (term) => term,
  })

  function add({ groups }: SearchIndex) {
    for (const group of groups) {
      const shared = group.sections.map(sharedSection)
      for (const entry of group.entries) {
        const page = pageOf(entry, group, shared)
        const id = pages.push(page) - 1
        for (const name of [page.title, ...page.names, ...page.typed]) {
          const key = foldedWords(name).join(' ')
          byName.set(key, (byName.get(key) ?? new Set()).add(id))
        }
        const fields = {
          title: foldedWords(page.title).join(' '),
          names: [...new Set([...page.names, ...page.typed].flatMap(foldedWords))].join(' '),
          headings: page.sections.flatMap(({ strong }) => [...strong]).join(' '),
          summary: foldedWords(entry[2]).join(' '),
          words: page.sections.flatMap(({ weak }) => [...weak]).join(' '),
          also: page.sections.flatMap(({ also }) => [...also]).join(' '),
        }
        for (const word of new Set(Object.values(fields).join(' ').split(' '))) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
        engine.add({ id, ...fields })
      }
    }
    vocabulary.delete('')
  }

  function ask(question: string): Answer {
    const typed = wordsIn(question.slice(0, LONGEST_QUESTION)).slice(0, MOST_WORDS)
    const all = typed.map(({ folded }) => folded)
    const telling = all.filter((word) => !isStopWord(word))
    const asked = telling.length > 0 ? telling : all
    if (asked.length === 0) return { found: [], corrected: [], nearest: [] }
    const terms = withJoined(asked.map((word, place) => termOf(word, place === asked.length - 1)))
    const scores = scoresOf(terms)
    const least = WORST * Math.max(0, ...scores.values())
    for (const [id, score] of scores) if (score < least) scores.delete(id)
    const rows = addNames(scores, all, terms)
    const found = [...scores]
      .sort(([a, left], [b, right]) => right - left || a - b)
      .slice(0, MOST_FOUND)
      .flatMap(([id]) => {
        const page = pages[id]
        return page ? [shown(page, terms, rows)] : []
      })
    const typedAs = new Map(typed.map(({ folded, from, to }) => [folded, question.slice(from, to)]))
    return {
      found,
      corrected: found.length > 0 ? terms.flatMap((term) => correctionOf(term, typedAs)) : [],
      nearest: found.length > 0 ? [] : nearest(asked.join(' ')),
    }
  }

  const correctionOf = ({ typed, words, corrected }: Term, typedAs: ReadonlyMap<string, string>) =>
    corrected && words[0] ? [[typedAs.get(typed) ?? typed, words[0]] as const] : []

  /** What a word of the question is looked for as. */
  function termOf(word: string, last: boolean): Term {
    if (vocabulary.has(word)) return { typed: word, words: [word], perhaps: [], corrected: false }
    if ((last || word.length >= SHORTEST_PREFIX) && begins(word))
      return { typed: word, words: [word], perhaps: meant(word), corrected: false }
    return { typed: word, words: meant(word), perhaps: [], corrected: true }
  }

  const begins = (word: string) => {
    for (const known of vocabulary.keys()) if (known.startsWith(word)) return true
    return false
  }

  /** The words of the guide that a misspelt one may have been meant to be: fewest slips first, then the more usual. */
  function meant(word: string): string[] {
    const most = slipsAllowed(word.length)
    if (most === 0) return []
    for (let cut = 2; cut <= word.length - 2; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)]
      if (byName.has(parts.join(' '))) return [parts.join(' ')]
    }
    return [...vocabulary]
      .map(([known, pages]) => ({ known, pages, slips: slips(word, known, most) + (known[0] === word[0] ? 0 : 0.5) }))
      .filter(({ known, slips }) => slips <= most + 0.5 && slipsAllowed(known.length) > 0)
      .sort((a, b) => a.slips - b.slips || b.pages - a.pages || (a.known < b.known ? -1 : 1))
      .filter(({ slips }, _, [first]) => slips === first?.slips)
      .slice(0, 3)
      .map(({ known }) => known)
  }

  /** "help desk" is looked for as "helpdesk" too. */
  const withJoined = (terms: Term[]): Term[] =>
    terms.map((term, place) => {
      const next = terms[place + 1]
      const joined = next ? term.typed + next.typed : ''
      return vocabulary.has(joined) ? { ...term, words: [...term.words, joined] } : term
    })

  /** How well each page answers by its words: rare words weigh more, and pages that know all of the question most. */
  function scoresOf(terms: readonly Term[]): Map<number, number> {
    const scores = new Map<number, number>()
    const known = new Map<number, number>()
    let whole = 0
    const telling = terms.some(({ typed }) => !isContextWord(typed))
    for (const term of terms) {
      const part = telling && isContextWord(term.typed) ? CONTEXT_WEIGHT : 1
      const hits = new Map<number, number>()
      const sure = new Set(term.corrected ? [] : term.words)
      for (const word of [...term.words, ...term.perhaps].flatMap((words) => words.split(' ')))
        for (const { id, score } of engine.search(word, {
          boost: FIELDS,
          prefix: word.length >= SHORTEST_PREFIX,
          weights: { prefix: PREFIX_WEIGHT, fuzzy: 0 },
        }))
          hits.set(id as number, Math.max(hits.get(id as number) ?? 0, sure.has(word) ? score : score * CORRECTED_WEIGHT))
      const weight = part * rarity(hits.size)
      whole += weight
      for (const [id, score] of hits) {
        scores.set(id, (scores.get(id) ?? 0) + part * score)
        known.set(id, (known.get(id) ?? 0) + weight)
      }
    }
    for (const [id, score] of scores) scores.set(id, score * ((known.get(id) ?? 0) / whole) ** 2 * (pages[id]?.group.weight ?? 1))
    return scores
  }

  const rarity = (count: number) => Math.log(1 + pages.length / (1 + count))

  /**
   * Adds what it is worth to be called what was typed, or a part of it. Returns the pages that the question names, for rows of
   * one page about another.
   */
  function addNames(scores: Map<number, number>, all: readonly string[], terms: readonly Term[]): Named {
    const instead = new Map(terms.map(({ typed, words, corrected }) => [typed, corrected ? (words[0] ?? typed) : typed]))
    const words = all.flatMap((word) => (instead.get(word) ?? word).split(' '))
    const telling = words.filter((word) => !isStopWord(word))
    const named = new Map<number, { worth: number; words: readonly string[] }>()
    for (const line of [words, telling])
      for (let from = 0; from < line.length; from++)
        for (let to = line.length; to > from; to--) {
          const part = line.slice(from, to)
          if (to - from < line.length && part.every(isStopWord)) continue
          for (const id of byName.get(part.join(' ')) ?? []) {
            const size = part.filter((word) => telling.length === 0 || !isStopWord(word)).length || part.length
            const share = size / (telling.length || words.length)
            const worth = CALLED_SO * share + (share === 1 ? CALLED_SO_EXACTLY : 0)
            if (worth > (named.get(id)?.worth ?? 0)) named.set(id, { worth, words: part })
          }
        }
    for (const [id, { worth }] of named) scores.set(id, (scores.get(id) ?? 0) + worth * (pages[id]?.group.weight ?? 1))
    const role = [...named.keys()].some((id) => pages[id]?.group.kind === 'roles')
    if (role) for (const id of named.keys()) if (pages[id]?.group.kind === 'salaries') scores.set(id, (scores.get(id) ?? 0) * ROW_WEIGHT)
    return named
  }

  function shown(page: Page, terms: readonly Term[], named: Named): Found {
    const wanted = terms.flatMap(({ words, perhaps }) => [...words, ...perhaps].flatMap((each) => each.split(' ')))
    const mark = (text: string) => marked(text, wanted)
    const section = rowOf(page, named) ?? sectionOf(page, open(wanted, page, named))
    const title = mark(page.title)
    const extent = (stretches: readonly Stretch[]) => stretches.reduce((sum, [text, hit]) => sum + (hit ? text.length : 0), 0)
    const name = page.names.reduce<string | undefined>(
      (best, each) => (extent(mark(each)) > extent(best === undefined ? title : mark(best)) ? each : best),
      undefined,
    )
    return {
      address: addressOf(page, section?.id),
      title,
      ...(name ? { name: mark(name) } : {}),
      ...(section ? { section: mark(section.heading) } : {}),
      summary: mark(page.entry[2]),
      kind: page.group.kind,
      kindName: page.group.name,
    }
  }

  /** On a country's page, the row of the role that the question names. */
  function rowOf(page: Page, named: Named): { id: string; heading: string } | undefined {
    if (page.group.kind !== 'salaries' || !named.has(pages.indexOf(page))) return undefined
    const [role] = [...named]
      .sort(([, a], [, b]) => b.worth - a.worth)
      .flatMap(([id]) => {
        const each = pages[id]
        return each?.group.kind === 'roles' ? [each] : []
      })
    return role && { id: `role-${role.id}`, heading: role.title }
  }

  /** What the names of a page, the name of a country and the subject of the whole guide leave open. */
  function open(wanted: readonly string[], { called, group, sections }: Page, named: Named): string[] {
    const places = new Set([...named].flatMap(([id, { words }]) => (pages[id]?.group.kind === 'salaries' ? words : [])))
    return wanted.filter(
      (word) =>
        !isContextWord(word) &&
        (group.kind === 'salaries' || !places.has(word) || sections.some(({ also }) => also.has(word))) &&
        ![...called].some((each) => each === word || (word.length >= SHORTEST_PREFIX && each.startsWith(word))),
    )
  }

  /** The section that answers what is open, if one does better than the page as a whole. */
  function sectionOf({ sections, entry }: Page, open: readonly string[]): Section | undefined {
    const worth = ({ strong, also, weak }: Section) =>
      open.reduce(
        (sum, word) =>
          sum + (has(also, word) ? ALSO_WORTH : has(strong, word) ? 2 : has(weak, word) ? 1 : 0) * rarity(vocabulary.get(word) ?? 0),
        0,
      )
    const summary = new Set(foldedWords(entry[2]))
    const told = open.reduce((sum, word) => sum + (has(summary, word) ? 1.5 : 0) * rarity(vocabulary.get(word) ?? 0), 0)
    let best: Section | undefined
    let most = told
    for (const section of sections) {
      const is = worth(section)
      if (is > most) {
        best = section
        most = is
      }
    }
    return best
  }

  const has = (words: ReadonlySet<string>, word: string) =>
    words.has(word) || (word.length > SHORTEST_PREFIX && [...words].some((each) => each.startsWith(word)))

  function nearest(question: string): Answer['nearest'] {
    const near = new Map<string, { title: string; address: string; likeness: number }>()
    for (const page of pages)
      for (const name of [page.title, ...page.names]) {
        const alike = likeness(question, foldedWords(name).join(' '))
        const address = addressOf(page)
        if (alike > Math.max(0.2, near.get(address)?.likeness ?? 0)) near.set(address, { title: page.title, address, likeness: alike })
      }
    return [...near.values()]
      .sort((a, b) => b.likeness - a.likeness || (a.title < b.title ? -1 : 1))
      .slice(0, MOST_NEAREST)
      .map(({ title, address }) => ({ title, address }))
  }

  add(index)
  return { add, ask }
}

const addressOf = ({ id, group }: Page, section?: string) => `${group.address[0]}${id}${group.address[1]}${section ? `#${section}` : ''}`

const NO_WORDS: ReadonlySet<string> = new Set()

const split = (text: string | undefined) => (text ? text.split('|') : [])

/** Sections that pages of a kind have in common are made once. */
const sharedSection = ([id, heading, also]: SharedSection): Section => ({
  id,
  heading,
  strong: telling(heading),
  also: new Set(foldedWords(also)),
  weak: NO_WORDS,
})

const telling = (text: string) => new Set(foldedWords(text).filter((word) => !isStopWord(word)))

function pageOf(entry: IndexEntry, group: IndexGroup, shared: readonly Section[]): Page {
  const [id, title, , names, typed, marks = '', words = '', own = []] = entry
  const told = words.split('|')
  const present = shared.flatMap((section, place) => {
    const mark = marks[place] ?? '-'
    return mark === '-' ? [] : [{ section, mark }]
  })
  const sections = [
    ...own.map(
      ([heading, often, given]): Section => ({
        id: given ?? plainId(heading),
        heading,
        strong: telling(heading),
        also: NO_WORDS,
        weak: new Set(foldedWords(often)),
      }),
    ),
    ...present.map(
      ({ section, mark }, place): Section => ({
        ...section,
        id: mark === 'b' ? `block-${section.id}` : section.id,
        weak: new Set(foldedWords(told[place] ?? '')),
      }),
    ),
  ]
  return {
    entry,
    group,
    id: id || plainId(title),
    title,
    names: split(names),
    typed: split(typed),
    sections,
    called: new Set([title, ...split(names), ...split(typed)].flatMap(foldedWords)),
  }
}

/** The text in stretches: marked where a word is, or begins with, one of the wanted. */
function marked(text: string, wanted: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  let done = 0
  for (const { folded, from, to } of wordsIn(text)) {
    if (!wanted.some((word) => folded === word || (word.length >= SHORTEST_PREFIX && folded.startsWith(word)))) continue
    const between = text.slice(done, from)
    const last = stretches.at(-1)
    // Neighbours are one stretch.
    if (last?.[1] && /^[ -]$/.test(between)) stretches.splice(-1, 1, [last[0] + between + text.slice(from, to), true])
    else {
      if (between) stretches.push([between, false])
      stretches.push([text.slice(from, to), true])
    }
    done = to
  }
  if (done < text.length) stretches.push([text.slice(done), false])
  return stretches
}
