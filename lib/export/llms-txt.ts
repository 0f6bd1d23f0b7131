import type { Root, RootContent } from 'mdast'
import { hasPages } from '../content/collection.ts'
import { type AnyEntry, contentDay, type Library } from '../content/library.ts'
import { formatWhen } from '../money.ts'
import { LICENCE, SITE } from '../site.ts'
import { COMPARE, MAP, MOVES, SEARCH, SECTIONS } from '../trail.ts'
import { FIGURE_RULE, link, list, quotation, words } from './page-markdown.ts'
import { GUIDE_TEXT, markdownAddress } from './text-files.ts'

/**
 * The list of all texts in the form of https://llmstxt.org: a title, a summary as a quotation, notes, then sections of links with what
 * each is about. What may be left out comes last, under the name that the convention gives it.
 */
export function llmsTxt(library: Library, { origin, size }: { origin: string /** Of the guide as one text. */; size: string }): Root {
  const to = (address: string, text: string, about: string) => [link(origin + markdownAddress(address), text), words(`: ${about}`)]
  const section = (name: string, lines: ReturnType<typeof to>[]): RootContent[] => [heading(2, name), list(lines)]
  const article = ({ address, data }: AnyEntry) => to(address, data.title, data.summary)
  const tools = [MAP, MOVES, COMPARE, SEARCH].map(({ address, name, about }) => to(address, name, about))
  const sections = Object.entries(SECTIONS).flatMap(([kind, { name, address, about }]) => {
    const found = kind as keyof typeof SECTIONS
    if (found === 'sources') return []
    if (!hasPages(found)) return section(name, [to(address, name, about)])
    const all = library.all(found) as AnyEntry[]
    return section(
      name,
      all.flatMap((entry) => [article(entry), ...(entry.kind === 'pathways' ? library.stagesOf(entry.id).map(article) : [])]),
    )
  })
  const { sources } = SECTIONS
  return {
    type: 'root',
    children: [
      heading(1, SITE.name),
      quotation(words(`${SITE.claim}. ${SITE.description}`)),
      list([
        [words(`Content as of ${formatWhen(contentDay(library))}, the newest review in it. Each file names its own.`)],
        [words('Text and data: '), link(LICENCE.url, LICENCE.name), words(`. Name ${SITE.name}, the title and the address of the page.`)],
        [
          words(
            `${FIGURE_RULE} Where sources disagree, quote both. “No reliable figure yet” is an answer: put no other number in its place.`,
          ),
        ],
        [words('Pay figures describe an occupation in a whole country, not one employer, unless their words on fit say otherwise.')],
        [words('The whole guide as one plain text: '), link(origin + GUIDE_TEXT), words(`, ${size}.`)],
        [words('Every page has its Markdown file: put index.md behind the address. Links inside the files lead to the pages.')],
      ]),
      ...sections,
      ...section('Optional', [
        to(sources.address, sources.name, `${sources.about} The page of each has its index.md too.`),
        to('/', 'Home', 'Where to begin, by where you stand, and all roles line by line.'),
        ...tools,
        to('/about/', 'About this guide', 'How it is made, what it promises, what it does not know, and how to correct it.'),
      ]),
    ],
  }
}

const heading = (depth: 1 | 2, text: string): RootContent => ({ type: 'heading', depth, children: [words(text)] })
