import type { ExportedPage } from './exported-page.ts'
import type { Redirect } from './redirects.ts'
import { addressOfFile, type SiteFiles } from './site-files.ts'

/**
 * Every address that was ever released: people have written them down, and no correction reaches them. An address never goes; what
 * stood there is there still, or a redirect or a former anchor leads to it.
 */
export interface Released {
  /** Anchors of each page, separated by spaces. */
  pages: Record<string, string>
  /** Files that others fetch or link: pictures, data, feeds. */
  files: string[]
}

export const RELEASED_FILE = 'tests/fixtures/released-addresses.json'

/** What stands in the site that is to be compared. */
export interface ReleasedSite {
  /** Anchors by page. */
  pages: ReadonlyMap<string, ReadonlySet<string>>
  files: ReadonlySet<string>
  redirects: readonly Redirect[]
}

/** Ids that only serve the page itself, and those that come and go with what other pages say. */
const NO_ADDRESS = /^(?:main|contents|strip-title|footnote-label|mentions|_.*)$/
/** Pages of the reader's own doings: their ids are those of fields. */
const OWN_DOINGS = /^\/(?:plan|compare|moves|search)\/$/

/** The anchors of a page that readers can point others to. */
export const anchorsOf = ({ address, ids }: Pick<ExportedPage, 'address' | 'ids'>): Set<string> =>
  new Set(OWN_DOINGS.test(address) ? [] : [...ids].filter((id) => !NO_ADDRESS.test(id)))

/** Files that have an address which lasts: neither pages nor what only pages load. */
export const lastingFiles = (files: SiteFiles | ReadonlySet<string>): Set<string> =>
  new Set(
    [...files.keys()]
      .filter((file) => !/^_|\.(?:html|br|gz|conf|js)$|^(?:plan|search|moves|start|compare|scripts|fonts|embed\/style)\//.test(file))
      .map(addressOfFile),
  )

const words = (text: string) => text.split(' ').filter(Boolean)

/** Every released address that no longer answers, and what is new and not noted yet, each as a sentence. */
export function releasedFaults({ pages, files }: Released, site: ReleasedSite): string[] {
  const to = new Map(site.redirects.map((redirect) => [redirect.from, redirect.to]))
  const unnoted = [...site.pages].flatMap(([address, anchors]) => {
    const known = new Set(words(pages[address] ?? ''))
    return pages[address] === undefined
      ? [address]
      : [...anchors].filter((anchor) => !known.has(anchor)).map((anchor) => `${address}#${anchor}`)
  })
  const newFiles = [...site.files].filter((file) => !files.includes(file))
  return [
    ...Object.entries(pages).flatMap(([address, anchors]) => {
      const target = site.pages.has(address) ? address : (to.get(address) ?? '')
      const there = site.pages.get(target)
      if (!there)
        return `${address} was released and leads nowhere. Put its old id under formerSlugs: of the article that took its place, or its address into FIXED_REDIRECTS.`
      return words(anchors)
        .filter((anchor) => !there.has(anchor))
        .map(
          (anchor) =>
            `${address}#${anchor} was released and is gone${target === address ? '' : ` from ${target}`}. Put it under formerAnchors: of the article there, with the place that it leads to now.`,
        )
    }),
    ...files
      .filter((file) => !site.files.has(file) && !to.has(file))
      .map((file) => `${file} was released and is gone. Bring it back, or put its address into FIXED_REDIRECTS.`),
    ...[...unnoted, ...newFiles].map((address) => `${address} is new. Run npm run released, which adds it to ${RELEASED_FILE}.`),
  ]
}

/** The list with everything added that the site has and it has not. Nothing is ever taken off. */
export function withReleased({ pages, files }: Released, site: ReleasedSite): Released {
  const joined = { ...pages }
  for (const [address, anchors] of site.pages) joined[address] = [...new Set([...words(joined[address] ?? ''), ...anchors])].join(' ')
  return {
    pages: Object.fromEntries(Object.entries(joined).sort(([a], [b]) => (a < b ? -1 : 1))),
    files: [...new Set([...files, ...site.files])].sort(),
  }
}

/** The list as it is kept: one page in a line, so that two changes of it seldom meet. */
export function releasedText({ pages, files }: Released): string {
  const list = (lines: string[]) => (lines.length > 0 ? `\n    ${lines.join(',\n    ')}\n  ` : '')
  const lines = Object.entries(pages).map(([address, anchors]) => `${JSON.stringify(address)}: ${JSON.stringify(anchors)}`)
  return `{\n  "pages": {${list(lines)}},\n  "files": [${list(files.map((file) => JSON.stringify(file)))}]\n}\n`
}
