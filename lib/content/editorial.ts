import { KINDS, type Kind, today } from '../fields.ts'
import { NO_WORD, type Passage } from '../mdx/passages.ts'
import { COLLECTIONS } from './collection.ts'
import { EMPLOYERS } from './employers.ts'
import { fillerIn } from './filler.ts'
import { linkable, unlinkedMentions } from './first-mention.ts'
import type { AnyEntry, Library } from './library.ts'
import { fieldName, type Problem, shown } from './problems.ts'
import { readingGrade } from './reading-grade.ts'
import { repeats } from './repeats.ts'
import { isLinked, isNoteOnSource, ownWords, placeOf, type Stretch, stretchesOf } from './stretch.ts'
import { Names } from './words.ts'

/** What the rules look at: the published articles, and the prose of those the guide writes itself. */
interface Desk {
  library: Library
  /** All published articles but the sources, whose words follow their publications. */
  articles: AnyEntry[]
  prose: ReadonlyMap<AnyEntry, Stretch[]>
}

/**
 * The rules of style, which hold for what the guide publishes itself. Whether a tree can be read and linked is not their business:
 * lib/content/library.ts decides that, and never asks here.
 */
const RULES = { filler, readingGrades, repeatedRuns, firstMentions, figuresToReview, closedCertifications, lengths, undatedEmployers }
export type Rule = keyof typeof RULES

/** Everything in the published articles that breaks a rule of style. Drafts are not judged. */
export function editorialProblems(library: Library, rules: readonly Rule[] = Object.keys(RULES) as Rule[]): Problem[] {
  const articles = KINDS.filter((kind) => kind !== 'sources').flatMap((kind): AnyEntry[] => library.all(kind) as AnyEntry[])
  const desk: Desk = { library, articles, prose: new Map(articles.map((entry) => [entry, stretchesOf(entry)])) }
  return rules.flatMap((rule) => RULES[rule](desk))
}

const at = (stretch: Stretch, index: number, message: string): Problem => ({ ...placeOf(stretch, index), message })
const atStart = (entry: AnyEntry, message: string): Problem => {
  const [passage] = entry.body.passages
  return passage ? at({ entry, text: passage.text, passage }, 0, message) : { file: entry.file, line: 1, column: 1, message }
}

function filler({ prose }: Desk): Problem[] {
  return [...prose.values()]
    .flat()
    .flatMap((stretch) =>
      fillerIn(ownWords(stretch).text).map(({ found, index }) =>
        at(stretch, index, `${shown(found)} says nothing. Cut it, or write what a person on the floor would see.`),
      ),
    )
}

const HIGHEST_GRADE = 11

function readingGrades({ articles }: Desk): Problem[] {
  return articles.flatMap((entry) => {
    const read = readingGrade(entry)
    if (!read || read.grade <= HIGHEST_GRADE) return []
    const { longest } = read
    return at(
      longest.stretch,
      longest.from,
      `The article reads at grade ${read.grade.toFixed(1)}; ${HIGHEST_GRADE} is the most. Shorten sentences and words, first this sentence of ${longest.words} words.`,
    )
  })
}

/** One line for the end of a check: how hard the articles are to read, the hardest named. Nothing for a tree without prose. */
export function gradeReport(library: Library): string | undefined {
  const grades = KINDS.filter((kind) => kind !== 'sources')
    .flatMap((kind) => library.all(kind) as AnyEntry[])
    .flatMap((entry) => {
      const read = readingGrade(entry)
      return read ? [{ grade: read.grade, file: entry.file }] : []
    })
    .sort((a, b) => a.grade - b.grade)
  const middle = grades[Math.floor((grades.length - 1) / 2)]
  const highest = grades.at(-1)
  return middle && highest
    ? `Reading grade: median ${middle.grade.toFixed(1)}, highest ${highest.grade.toFixed(1)} (${highest.file})`
    : undefined
}

function repeatedRuns({ library, prose }: Desk): Problem[] {
  // A check of a pathway asks for the gate of its stage, in the words of the gate.
  const stretches = [...prose.values()].flat().filter((stretch) => !isNoteOnSource(stretch) && stretch.path?.[0] !== 'checks')
  return repeats(stretches, namesOf(library)).map(({ first, second, text }) => {
    const before = placeOf(first.stretch, first.from)
    return at(
      second.stretch,
      second.from,
      `${quoted(text)} stands in ${before.file}:${before.line} too. Say it once and link to it, or say here what is true only here.`,
    )
  })
}

const quoted = (run: string) => `"${run.length > 160 ? `${run.slice(0, 157)}…` : run}"`

/** Names that cannot be said otherwise: of articles, certificates, occupations and publishers. */
function namesOf(library: Library): Names<true> {
  const names = new Names<true>()
  for (const kind of KINDS) for (const { data } of library.all(kind)) names.add(data.title, true)
  for (const { data } of library.all('glossary')) for (const { name } of data.alsoCalled ?? []) names.add(name, true)
  for (const { data } of library.all('certifications')) names.add(data.exactName, true)
  for (const { data } of library.all('sources')) names.add(data.publisher, true)
  for (const { data } of library.all('roles')) for (const { title } of data.occupationCodes) names.add(title, true)
  return names
}

function firstMentions({ library, prose }: Desk): Problem[] {
  const names = linkable(library)
  return [...prose].flatMap(([entry, stretches]) =>
    unlinkedMentions(entry, stretches, names).map(({ stretch, from, name, address }) =>
      at(stretch, from, `${shown(name)} is named and nothing here leads to it. Link it: [${name}](${address})`),
    ),
  )
}

/** Warnings: the numbers were right when they were read, and nobody can be made to read them again today. */
function figuresToReview({ articles }: Desk): Problem[] {
  const say = (entry: AnyEntry, path: PropertyKey[], what: string, reviewBy: string): Problem => ({
    file: entry.file,
    ...entry.locate(path),
    field: fieldName(path),
    message: `${shown(reviewBy)} is past for ${what}. Read its source again, then set value, asOf and reviewBy.`,
    warning: true,
  })
  return articles.flatMap((entry) => [
    ...(entry.data.figures ?? []).flatMap(({ id, reviewBy }, place) =>
      reviewBy < today() ? [say(entry, ['figures', place, 'reviewBy'], `the figure ${shown(id)}`, reviewBy)] : [],
    ),
    ...(entry.kind === 'salaries' ? entry.data.records : []).flatMap(({ role, source, reviewBy }, place) =>
      reviewBy < today() ? [say(entry, ['records', place, 'reviewBy'], `the pay of ${shown(role)} from ${shown(source)}`, reviewBy)] : [],
    ),
  ])
}

const SAYS_CLOSED =
  /\b(?:clos(?:e[ds]?|ing|ure)|replac(?:e[ds]?|ing|ement)|retir(?:e[ds]?|ing)|ended|ends|gone|ceased|withdrawn|discontinued|no longer|until|stopp?(?:s|ed)?|last|old|former(?:ly)?|unconfirmed|renamed|successor)\b/i

/** A role that recommends such a certificate is refused by lib/content/cross-check.ts. Here: a link that keeps quiet about it. */
function closedCertifications({ library, prose }: Desk): Problem[] {
  const states = new Map(
    library
      .all('certifications')
      .filter(({ data }) => data.state === 'closed' || data.state === 'closing' || data.state === 'replaced')
      .map((entry) => [entry.address, entry]),
  )
  return [...prose].flatMap(([entry, stretches]) =>
    stretches.flatMap((stretch) => {
      if (SAYS_CLOSED.test(stretch.text)) return []
      return (stretch.passage?.pieces ?? []).flatMap(({ address = '', from }) => {
        const certificate = states.get(address.split('#', 1)[0] ?? '')
        if (!certificate || certificate === entry) return []
        return at(
          stretch,
          from,
          `${shown(certificate.data.title)} is ${certificate.data.state}, and this paragraph does not say so. Say it, or link to another.`,
        )
      })
    }),
  )
}

/** How many words the text of an article has beside its data, least and most. */
const LENGTHS: Partial<Record<Kind, [least: number, most: number]>> = {
  roles: [900, 1800],
  skills: [300, 700],
  certifications: [250, 600],
  metrics: [350, 750],
  salaries: [700, 1500],
  stages: [400, 1100],
  'service-lines': [400, 900],
  industries: [400, 900],
  guides: [800, 2000],
  glossary: [25, 110],
  'start-questions': [15, 90],
}

function lengths({ articles }: Desk): Problem[] {
  return articles.flatMap((entry) => {
    const [least, most] = LENGTHS[entry.kind] ?? [0, Number.POSITIVE_INFINITY]
    const { words } = entry.body
    if (words >= least && words <= most) return []
    const advice =
      words < least ? 'Say what is missing; do not stretch what is there.' : 'Cut what is true elsewhere too, or give it a page of its own.'
    return atStart(entry, `The text has ${words} words; ${least} to ${most} are right for a ${COLLECTIONS[entry.kind].noun}. ${advice}`)
  })
}

const NAMES_EMPLOYERS: ReadonlySet<Kind> = new Set(['guides', 'industries', 'service-lines', 'roles'])
const EMPLOYER = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${EMPLOYERS.join('|')})(?![\p{L}\p{N}])`, 'gu')
const DATED = new RegExp(String.raw`\b(?:19|20)\d\d\b|\bas of\b|${NO_WORD}`, 'i')

/** Companies change: a sentence about one carries its date, a figure, or its source. In a table the row does. */
function undatedEmployers({ prose }: Desk): Problem[] {
  return [...prose].flatMap(([entry, stretches]) =>
    stretches.flatMap((stretch) => {
      const { passage } = stretch
      if (!NAMES_EMPLOYERS.has(entry.kind) || !passage || passage.kind === 'heading') return []
      const found = [...ownWords(stretch).text.matchAll(EMPLOYER)].find(({ index }) => !isLinked(stretch, index))
      if (!found || rowOf(passage, entry).some(isDated)) return []
      return at(
        stretch,
        found.index,
        `${shown(found[0])} is named without a date or a source. Add the year, a figure or a link to a source, or leave the name out.`,
      )
    }),
  )
}

const isDated = ({ text, pieces }: Passage) => DATED.test(text) || pieces.some(({ address }) => address?.startsWith('/sources/'))

/** All cells of the row that a cell stands in: a row is a line. Any other passage alone. */
function rowOf(passage: Passage, { body }: AnyEntry): Passage[] {
  if (passage.kind !== 'cell') return [passage]
  return body.passages.filter(({ kind, pieces }) => kind === 'cell' && pieces[0]?.line === passage.pieces[0]?.line)
}
