import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'

/** An address that a page names. A link is followed by the reader; a resource is fetched by the browser. */
export interface Reference {
  url: string
  use: 'link' | 'resource'
  /** As a message names it: `<a href>`. */
  where: string
}

/** What the checks of the gate need to know of one page. Read once, shared by all of them. */
export interface ExportedPage {
  /** Public address: `/roles/trainer/`. */
  address: string
  html: string
  lang: string
  title: string
  description: string
  canonical: string
  /** The picture of its link preview; the first, if there are several. */
  card: string
  /** What it tells search engines: `noindex`. */
  robots: string
  /** Links that open where the page itself stands, or hand their tab over to what they open. */
  innerLinks: string[]
  /** Texts of its h1 elements. */
  topHeadings: string[]
  ids: Set<string>
  doubleIds: string[]
  references: Reference[]
  /**
   * `later` is the script that an inline one of ours loads once the page stands; `legacy` ones are for browsers that know no
   * modules, all others pass them over.
   */
  scripts: { source: string; later: string; type: string; own: string; code: string; legacy: boolean }[]
  styles: string[]
  /** Inline handlers, style attributes, script addresses: `onclick on <button>`. */
  forbidden: string[]
}

const LINK_RELATIONS = new Set(['canonical', 'alternate', 'next', 'prev', 'author', 'license', 'help', 'search', 'me'])
const PICTURES = new Set(['og:image', 'og:image:url', 'twitter:image'])

/** Parses an exported page and gathers its facts. */
export function readPage(address: string, html: string): ExportedPage {
  const page: ExportedPage = {
    address,
    html,
    lang: '',
    title: '',
    description: '',
    canonical: '',
    card: '',
    robots: '',
    innerLinks: [],
    topHeadings: [],
    ids: new Set(),
    doubleIds: [],
    references: [],
    scripts: [],
    styles: [],
    forbidden: [],
  }
  const stack: Nodes[] = [fromHtml(html)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') readElement(page, node)
    if (node.type === 'element' && node.tagName === 'template') stack.push(node.content as Nodes)
    if ('children' in node) for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes)
  }
  return page
}

const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [])
const text = (value: unknown) => (value === undefined || value === null || value === true ? '' : String(value))

function readElement(page: ExportedPage, element: Element) {
  const { tagName, properties } = element
  const refer = (url: unknown, use: Reference['use'], attribute: string) => {
    if (typeof url === 'string') page.references.push({ url, use, where: `<${tagName} ${attribute}>` })
  }
  for (const [name, value] of Object.entries(properties)) {
    if (/^on[a-z]/i.test(name)) page.forbidden.push(`${name.toLowerCase()} on <${tagName}>`)
    if (name === 'style') page.forbidden.push(`style on <${tagName}>`)
    if (typeof value === 'string' && /^(?:javascript|vbscript|data):/i.test(value.replace(/[\u0000-\u0020]/g, '')))
      page.forbidden.push(`the address ${value.trim().slice(0, 30)} on <${tagName}>`)
  }
  if (typeof properties.id === 'string' && properties.id !== '') {
    if (page.ids.has(properties.id)) page.doubleIds.push(properties.id)
    page.ids.add(properties.id)
  }
  refer(properties.src, 'resource', 'src')
  refer(properties.poster, 'resource', 'poster')
  refer(properties.data, 'resource', 'data')
  refer(properties.action, 'link', 'action')
  refer(properties.formAction, 'link', 'formaction')
  for (const candidate of words(properties.srcSet).join(' ').split(',')) {
    const [url] = candidate.trim().split(/\s+/)
    if (url) refer(url, 'resource', 'srcset')
  }
  switch (tagName) {
    case 'html':
      page.lang = text(properties.lang)
      break
    case 'title':
      // <title> is also an element of SVG: only the first counts, and the head comes first.
      page.title ||= textOf(element).trim()
      break
    case 'h1':
      page.topHeadings.push(textOf(element).trim())
      break
    case 'meta':
      if (properties.name === 'description') page.description = text(properties.content).trim()
      if (properties.property === 'og:image') page.card ||= text(properties.content)
      if (properties.name === 'robots') page.robots ||= text(properties.content)
      if (PICTURES.has(text(properties.property)) || PICTURES.has(text(properties.name))) refer(properties.content, 'link', 'content')
      if (words(properties.httpEquiv).join(' ').toLowerCase() === 'refresh')
        refer(/url=(.*)$/i.exec(text(properties.content))?.[1], 'link', 'content')
      break
    case 'link': {
      const relations = words(properties.rel)
      if (relations.includes('canonical')) page.canonical = text(properties.href)
      refer(
        properties.href,
        relations.every((relation) => LINK_RELATIONS.has(relation)) ? 'link' : 'resource',
        `rel=${relations.join(' ')}`,
      )
      break
    }
    case 'a':
    case 'area':
      refer(properties.href, 'link', 'href')
      if (properties.target !== '_blank' || !words(properties.rel).includes('noopener')) page.innerLinks.push(text(properties.href))
      break
    case 'use':
    case 'image':
      refer(properties.href ?? properties.xLinkHref, 'resource', 'href')
      break
    case 'base':
      page.forbidden.push('a <base> element')
      break
    case 'script':
      refer(properties.dataEnhance, 'resource', 'data-enhance')
      page.scripts.push({
        source: text(properties.src),
        later: text(properties.dataEnhance),
        type: text(properties.type),
        own: text(properties.dataOwn),
        code: textOf(element),
        legacy: properties.noModule === true,
      })
      break
    case 'style':
      page.styles.push(textOf(element))
      break
  }
}
