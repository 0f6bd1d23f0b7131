import type { Nodes } from 'mdast'
import type { Library } from '../content/library.ts'
import { compressedTwins } from './compression.ts'
import type { Fault } from './fault.ts'
import { guideText } from './guide-text.ts'
import type { Linking } from './links.ts'
import { llmsTxt } from './llms-txt.ts'
import { markdownText, markdownTreeOf, type PageText, pageText } from './page-markdown.ts'
import { NOT_FOUND } from './pages.ts'
import { fileOfAddress, type SiteFiles } from './site-files.ts'
import { GUIDE_TEXT, LLMS_TXT, markdownAddress } from './text-files.ts'
import { formatSize, withSizes } from './text-sizes.ts'

/**
 * Pages without a text of their own, and why. The plan is empty until a reader makes one, and the stages that it lists without a script
 * have their own; the page of frames is code to copy from it; the not-found page stands for what does not exist.
 */
export const WITHOUT_TEXT: readonly string[] = ['/plan/', '/embed/', NOT_FOUND]

export interface SiteTexts {
  /** Markdown files, the guide as one text, the list of all texts, and the pages that say how large those are. */
  files: SiteFiles
  links: Linking[]
  faults: Fault[]
}

/** Makes the texts of the site from its finished pages. `pages` holds their HTML by address and is not changed. */
export async function siteTexts(
  pages: ReadonlyMap<string, string>,
  { library, origin }: { library: Library; origin: string },
): Promise<SiteTexts> {
  const files: SiteFiles = new Map()
  const links: Linking[] = []
  const faults: Fault[] = []
  const known = new Map<string, PageText>()
  const read = (address: string, html: string) => {
    const text = known.get(address) ?? pageText(html, { address, origin })
    known.set(address, text)
    return text
  }
  const add = (address: string, text: string, tree?: Nodes) => {
    files.set(fileOfAddress(address), Buffer.from(text))
    if (tree) links.push({ address, references: linksOf(tree).map((url) => ({ url, use: 'link', where: 'the link' })) })
  }

  const whole = guideText({ library, origin, textOf: (address) => read(address, pages.get(address) ?? '') })
  add(GUIDE_TEXT, whole)
  const list = llmsTxt(library, { origin, size: formatSize(Buffer.byteLength(whole)) })
  add(LLMS_TXT, markdownText(list), list)

  const twins = await compressedTwins(files)
  const sizes = new Map(
    [...files].map(([file, bytes]) => [`/${file}`, { bytes: bytes.length, wire: twins.get(`${file}.br`)?.length ?? bytes.length }]),
  )
  const reviewed = [...library.reviewDates()]
  for (const [address, unsized] of pages) {
    if (WITHOUT_TEXT.includes(address)) continue
    const { html, faults: unknown } = withSizes({ address, html: unsized }, (file) => sizes.get(file))
    faults.push(...unknown)
    if (html !== unsized) files.set(fileOfAddress(address), Buffer.from(html))
    const page = { address, origin, reviewed: newest(reviewed, address) }
    const text = read(address, html)
    const tree = markdownTreeOf(text, page)
    add(markdownAddress(address), markdownText(tree), tree)
  }
  return { files, links, faults }
}

/** The newest review of what stands at an address or below it. */
const newest = (reviewed: readonly (readonly [string, string])[], address: string) =>
  reviewed
    .filter(([place]) => place.startsWith(address))
    .map(([, date]) => date)
    .sort()
    .at(-1)

function linksOf(node: Nodes): string[] {
  const below = 'children' in node ? node.children.flatMap(linksOf) : []
  return node.type === 'link' ? [node.url, ...below] : below
}
