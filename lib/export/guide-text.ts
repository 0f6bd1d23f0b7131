import { hasPages } from '../content/collection.ts'
import { type AnyEntry, contentDay, type Entry, type Library } from '../content/library.ts'
import { formatWhen } from '../money.ts'
import { LICENCE, SITE } from '../site.ts'
import { RELIABILITY } from '../source.ts'
import { SECTIONS } from '../trail.ts'
import { FIGURE_RULE, type PageText } from './page-markdown.ts'
import { type PlainRules, plainText } from './plain-text.ts'

type Section = keyof typeof SECTIONS

/** The letter of the marks of each kind. Sources are cited most, and Q begins no other word of the guide's lists. */
const LETTERS: Record<Section, string> = {
  roles: 'R',
  pathways: 'W',
  salaries: 'P',
  skills: 'S',
  metrics: 'M',
  certifications: 'C',
  guides: 'G',
  'service-lines': 'L',
  industries: 'I',
  glossary: 'T',
  'start-questions': 'F',
  sources: 'Q',
}

/** One thing that has a mark: an article with a page, a part of a page, or a source. */
interface Marked {
  /** `R12` */
  mark: string
  /** `/roles/team-leader/`, `/glossary/#shrinkage` */
  address: string
  title: string
  reviewed: string
}

interface Chapter {
  section: Section
  name: string
  /** The page that its parts stand on together, when they have none of their own. */
  page?: string
  members: Marked[]
}

export interface GuideTextInput {
  library: Library
  /** The text of the page at an address. */
  textOf: (address: string) => PageText
  origin: string
}

/**
 * The whole guide as one plain text to carry along: how to use it, a list of contents, every article in the order of the site, and
 * every source.
 *
 * Paragraphs are not broken into lines: a phone, an e-reader and an editor each break them for their own width, and breaks of ours
 * would break again. It begins with a byte order mark: programs that must guess a file's encoding (previews on phones, converters for
 * e-readers) then guess right, and ₱ and “ stay what they are.
 */
export function guideText({ library, textOf, origin }: GuideTextInput): string {
  const chapters = chaptersOf(library)
  const marks = new Map(chapters.flatMap(({ members }) => members.map(({ address, mark }) => [address, mark])))
  const parts = chapters.map((chapter) => {
    const title = chapterLine(chapter)
    if (chapter.section === 'sources') return [title, sourceList(library, chapter)]
    if (chapter.page) return [title, pageAsChapter(chapter, textOf(chapter.page), { marks, origin })]
    return [title, ...chapter.members.map((member) => article(member, textOf(member.address), { marks, origin }))]
  })
  return `\uFEFF${[head(library, origin), contents(chapters), ...parts.flat()].join('\n\n\n')}\n`
}

/** Every kind of the site in its order, with the marks of its articles. */
function chaptersOf(library: Library): Chapter[] {
  return (Object.keys(SECTIONS) as Section[]).map((section) => {
    const letter = LETTERS[section]
    const { name, address } = SECTIONS[section]
    const all = library.all(section) as AnyEntry[]
    const numbered = all.flatMap((entry, index) => [
      marked(entry, `${letter}${index + 1}`),
      ...(entry.kind === 'pathways'
        ? library.stagesOf(entry.id).map((stage, order) => marked(stage, `${letter}${index + 1}.${order}`))
        : []),
    ])
    return { section, name, members: numbered, ...(hasPages(section) ? {} : { page: address }) }
  })
}

const marked = ({ address, data }: AnyEntry, mark: string): Marked => ({ mark, address, title: data.title, reviewed: data.reviewed })

const RULE = '='.repeat(20)

function head(library: Library, origin: string): string {
  return [
    `${SITE.name}: ${SITE.claim}`,
    SITE.description,
    [
      `Address: ${origin}/`,
      `Content as of: ${formatWhen(contentDay(library))}, the newest review in it`,
      `Licence: text and data ${LICENCE.name}, ${LICENCE.url}`,
      `Cite an article as: ${SITE.name}, its title, its address, and the day of its review. All three stand below its title.`,
      FIGURE_RULE,
      `Corrections: ${SITE.contact}`,
    ].join('\n'),
    [
      'HOW TO FIND YOUR WAY',
      'Every article has a mark, such as [R12]. In a text it stands behind the words that lead there. Search for the mark: where >> stands before it, the article begins.',
      'Marks that begin with Q are sources. Each stands at the end with its publisher, date, address and grade.',
      `An address that begins with / is a page of ${origin} that does something a text cannot.`,
      'Headings inside an article look == like this ==, smaller ones -- like this --.',
    ].join('\n'),
  ].join('\n\n')
}

function contents(chapters: readonly Chapter[]): string {
  const lists = chapters.map((chapter) =>
    chapter.section === 'sources'
      ? chapterName(chapter)
      : [chapterName(chapter), ...chapter.members.map(({ mark, title }) => `${mark.includes('.') ? '  ' : ''}[${mark}] ${title}`)].join(
          '\n',
        ),
  )
  return [`${RULE}\nCONTENTS`, ...lists].join('\n\n')
}

const chapterName = ({ name, members }: Chapter) =>
  `${name.toUpperCase()}${members.length > 0 ? `, [${members[0]?.mark}] to [${members.at(-1)?.mark}]` : ''}`
const chapterLine = (chapter: Chapter) => `${RULE}\n${chapterName(chapter)}`

interface Places {
  marks: ReadonlyMap<string, string>
  origin: string
}

function article({ mark, address, title, reviewed }: Marked, { title: full, summary, sign, body }: PageText, places: Places): string {
  const lines = [
    // The number of a stage stands in its title on the page, and in its mark here.
    `>> [${mark}] ${full === '' ? title : full}`,
    places.origin + address,
    `Reviewed ${formatWhen(reviewed)}${sign === '' ? '' : `. On the map: ${sign}`}`,
  ]
  return [lines.join('\n'), summary, plainText(body, rulesFor(address, places))].filter(Boolean).join('\n\n')
}

/** Articles that stand together on one page: each begins at its own heading, and the headings that only sort them are left out. */
function pageAsChapter({ page = '', members }: Chapter, { summary, body }: PageText, places: Places): string {
  const rules = rulesFor(page, places)
  const heading: PlainRules['heading'] = (node, words) => {
    // The id stands at the heading itself, or at a box around it.
    const address = `${page}#${node.data?.hProperties?.id ?? ''}`
    const member = members.find((each) => each.address === address || each.title === words)
    if (member) return `>> [${member.mark}] ${words}\nReviewed ${formatWhen(member.reviewed)}`
    return /^.$/u.test(words) ? '' : rules.heading(node, words)
  }
  return [`${places.origin}${page}`, summary, plainText(body, { ...rules, heading })].filter(Boolean).join('\n\n')
}

/** How links and headings of the page at `own` are written. */
function rulesFor(own: string, { marks, origin }: Places): PlainRules {
  return {
    heading: ({ depth }, words) => (depth <= 2 ? `== ${words} ==` : `-- ${words} --`),
    after: (url, words) => {
      if (!url.startsWith(`${origin}/`)) return url.replace(/^https?:\/\//, '') === words.replace(/^https?:\/\//, '') ? '' : ` (${url})`
      const { pathname, search, hash } = new URL(url)
      const mark = marks.get(pathname + hash) ?? (search === '' ? marks.get(pathname) : undefined)
      if (mark && mark !== marks.get(own)) return ` [${mark}]`
      return pathname === own ? '' : ` (${pathname}${search})`
    },
  }
}

function sourceList(library: Library, { members }: Chapter): string {
  const marks = new Map(members.map(({ address, mark }) => [address, mark]))
  const grades = Object.values(RELIABILITY).join('; ')
  return [
    `Grades: ${grades}. What a source measures and what it leaves out stands on its page, the last line.`,
    ...library.all('sources').map((source) => sourceLines(source, marks.get(source.address) ?? '')),
  ].join('\n\n')
}

function sourceLines({ address, data }: Entry<'sources'>, mark: string): string {
  const date = data.publishedOn ? formatWhen(data.publishedOn) : 'undated'
  return [
    `>> [${mark}] ${data.title}`,
    `${data.publisher}, ${date}, read ${formatWhen(data.retrievedOn)}. Grade ${data.reliability}.`,
    data.url,
    ...(data.readAt ? [`Read at: ${data.readAt}`] : []),
    ...(data.credit ? [data.credit] : []),
    address,
  ].join('\n')
}
