import type { Blockquote, List, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown'
import { formatWhen } from '../money.ts'
import { LICENCE, SITE } from '../site.ts'
import { markdownTree } from './markdown-tree.ts'
import { type ReadablePage, readablePage } from './readable-page.ts'

/** What the gate knows of a page besides its HTML. */
export interface TextPage {
  /** Path with both slashes. */
  address: string
  /** The site's, without a slash at its end. */
  origin: string
  /** The day its content was last reviewed: of a list, the newest of what stands below its address. */
  reviewed?: string | undefined
}

/** How to use a figure of the guide elsewhere. The promise is the guide's own, so it goes with every copy. */
export const FIGURE_RULE = 'Keep beside every figure its source, date and place, and the words on how well it fits.'

/** A page as text, in parts: what a Markdown file and the guide as one plain text are both made of. */
export interface PageText extends Omit<ReadablePage, 'main'> {
  /** The page below its title and summary. */
  body: Root
}

/** Reads the text of an exported page. */
export function pageText(html: string, { address, origin }: TextPage): PageText {
  const { main, ...page } = readablePage(html, { address, origin })
  return { ...page, body: markdownTree(main) }
}

/** An exported page as Markdown (GFM): title, summary, where it is from and how it may be used, then everything that it says. */
export const pageMarkdown = (html: string, page: TextPage) => markdownText(markdownTreeOf(pageText(html, page), page))

/** The tree of that Markdown, from a page that is read already. */
export function markdownTreeOf({ title, summary, sign, body }: PageText, { address, origin, reviewed }: TextPage): Root {
  const url = origin + address
  const head: Root['children'] = [
    { type: 'heading', depth: 1, children: [words(title)] },
    ...(summary === '' ? [] : [quotation(words(summary))]),
    list([
      [words('Address: '), link(url)],
      ...(sign === '' ? [] : [[words(`On the map: ${sign}`)]]),
      ...(reviewed ? [[words(`Reviewed: ${formatWhen(reviewed)}`)]] : []),
      [
        words('Licence: '),
        link(LICENCE.url, LICENCE.name),
        words(`. Cite it as: ${SITE.name}, “${title}”, `),
        link(url),
        words(`${reviewed ? `, reviewed ${formatWhen(reviewed)}` : ''}. ${FIGURE_RULE}`),
      ],
    ]),
  ]
  return { type: 'root', children: [...head, ...body.children] }
}

export const words = (value: string): PhrasingContent => ({ type: 'text', value })
export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
export const link = (url: string, text = url): PhrasingContent => ({ type: 'link', url, children: [words(text)] })
export const quotation = (...children: PhrasingContent[]): Blockquote => ({ type: 'blockquote', children: [paragraph(...children)] })
export const list = (lines: PhrasingContent[][]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: lines.map((children) => ({ type: 'listItem', spread: false, children: [paragraph(...children)] })),
})

/** A tree written down, ending with a line break. */
export const markdownText = (tree: Nodes) =>
  toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    handlers: {
      text: plainAmpersands(defaultHandlers.text),
      link: Object.assign(plainAmpersands(defaultHandlers.link), defaultHandlers.link),
    },
  })

/** An ampersand needs its backslash only where a name and a semicolon follow: not in P&L, and not between the parts of a query. */
const plainAmpersands =
  (handle: Handle): Handle =>
  (...given) =>
    handle(...given).replace(/\\&(?=[A-Za-z0-9]+[^A-Za-z0-9;])/g, '&')
