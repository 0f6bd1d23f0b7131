import { EMBED_STYLES } from '../embed-address.ts'
import { LICENCE } from '../site.ts'
import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
import { basicFaults } from './pages.ts'
import { STYLE_LINK } from './style.ts'

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g

/**
 * Takes out of a still page that is an embed what the root layout gives to every page: the early script, which remembers day and night
 * and loads the conveniences, and the style sheets of `common`, those of the not-found page. A frame brings its own style, and nothing
 * of ours runs in it. It only ever removes.
 */
export const embedPage = (html: string, common: ReadonlySet<string>): string =>
  html.replace(SCRIPT, '').replace(STYLE_LINK, (link: string, file: string) => (common.has(file) ? '' : link))

interface EmbedRules {
  origin: string
  /** Every page of the guide, by address. */
  pages: ReadonlySet<string>
}

/**
 * What an embed must have, and what may not be on it. It is shown inside other pages and never listed, so it needs no description and
 * no canonical address of its own: it names the page that it is from. That its links lead out of the frame is a rule for it alone.
 */
export function embedFaults(page: ExportedPage, { origin, pages }: EmbedRules): Fault[] {
  const faults = basicFaults(page, origin)
  const say = (message: string) => faults.push({ page: page.address, message })
  const home = page.canonical.startsWith(origin) ? page.canonical.slice(origin.length) : ''
  if (!pages.has(home)) say(`names "${page.canonical}" as the page it is from, which is no page of the guide. Give embedMetadata its page.`)
  else if (!page.references.some(({ url, where }) => where === '<a href>' && url === home))
    say(`has no link to ${home}, the page it is from. Whoever sees it elsewhere must find the way.`)
  if (!page.references.some(({ url, where }) => where === '<a href>' && url === LICENCE.url))
    say(`does not name its licence, ${LICENCE.url}.`)
  if (!page.robots.includes('noindex')) say('lets search engines list it. Pages are listed, embeds are not: say robots noindex.')
  for (const url of page.innerLinks) say(`has a link that opens inside the frame: ${url}. Use OutLink.`)
  if (page.scripts.length > 0) say('holds a script. In a frame on another site nothing of ours runs.')
  for (const { url, where } of page.references)
    if (where === '<link rel=stylesheet>' && !url.startsWith(EMBED_STYLES))
      say(`links the style sheet ${url}, which a frame may not be allowed to load. Those of embeds lie below ${EMBED_STYLES}`)
  return faults
}
