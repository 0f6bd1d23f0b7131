import { hasIsland, ownReferences } from './detectors.ts'
import { PAGE_SCRIPT_NAMES } from './page-scripts.ts'

const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const SCRIPT_LINK = /<link\b(?=[^>]*\srel="(?:preload|modulepreload)")(?=[^>]*(?:\sas="script"|\srel="modulepreload"))[^>]*>/g
/** Comments by which React finds its way around the page: text borders, boundaries, hoisted parts. */
const MARKER = /<!--(?: |\$[!?~]?|\/\$|&|\/&|html|head|body|F!?)-->/g
/** Tags of X that repeat the Open Graph ones, which it reads where its own are missing; only the form of the card has no such twin. */
const REPEATED = /<meta name="twitter:(?!card")[^>]*>/g
/**
 * Ends that HTML lets a page leave out because what follows says the same (https://html.spec.whatwg.org/#optional-tags), and empty
 * drawing elements written in two halves. Some hundred and fifty bytes of a role page over the wire.
 */
const IMPLIED_END =
  /<\/li>(?=<li\b|<\/[ou]l>)|<\/dt>(?=<d[dt]\b)|<\/dd>(?=<d[dt]\b|<\/div>|<\/dl>)|<\/p>(?=<(?:[ou]l|dl|p|div|h[2-4]|section|footer|table|details)\b|<\/(?:div|section|li|dd|header|footer|article)>)/g
/** Lines between the blocks of an article, which no reader sees. */
const BETWEEN_BLOCKS = /(<\/(?:p|div|[ou]l|li|h[34])>|<(?:[ou]l)>)\n(?=<(?:p|div|[ou]l|li|h[34])\b|<\/(?:div|[ou]l|li)>)/g
/** The slash of an element that is never closed, and the value of an attribute that is only there or not. */
const NEEDLESS_SLASH = /(<(?:meta|link|input|img|br|hr)\b[^>]*?)\/>/g
const EMPTY_VALUE = /(?<=<[a-z][^<>]*\s[a-zA-Z-]+)=""(?=[\s/>])/g
const EMPTY_DRAWING = /<(path|circle|rect|line)\b([^>]*)><\/\1>/g
const OURS = new RegExp(`\\sdata-own="(?:early|${PAGE_SCRIPT_NAMES.join('|')})"`)
const EMPTY_OUTLET = '<div hidden=""></div>'

/** Scripts that stay: data for machines, and our own. */
const stays = (attributes: string) => /\stype="application\/ld\+json"/.test(attributes) || OURS.test(attributes)

/**
 * Takes Next's runtime out of a page that needs none: its scripts, their preloads, its payload, React's markers.
 * It only ever removes; the document that a browser makes of it stays the same. Throws for a live page, which must keep its scripts.
 */
export function stillPage(html: string, baseline: ReadonlySet<string>): string {
  if (hasIsland(html) || ownReferences(html, baseline).length > 0) throw new Error('This page is live: it must keep its scripts.')
  const kept: string[] = []
  const slot = (index: number) => `\u0000${index}\u0000`
  const still = html
    .replace(SCRIPT, (script: string, attributes: string) => (stays(attributes) ? slot(kept.push(script) - 1) : ''))
    .replace(SCRIPT_LINK, '')
    .replace(MARKER, '')
    .replace(REPEATED, '')
    .replace(`<body>${EMPTY_OUTLET}`, '<body>')
    .replace(BETWEEN_BLOCKS, '$1')
    .replace(IMPLIED_END, '')
    .replace(NEEDLESS_SLASH, '$1>')
    .replace(EMPTY_VALUE, '')
    .replace(EMPTY_DRAWING, '<$1$2/>')
  return still.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '')
}
