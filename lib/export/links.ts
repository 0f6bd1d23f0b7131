import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
import { queryFault } from './query-pages.ts'
import { addressOfFile } from './site-files.ts'

export interface Site {
  /** Address of the site without path. */
  origin: string
  /** Every page, by address. */
  pages: ReadonlyMap<string, ExportedPage>
  /** Every file of the export, as paths from its root. */
  files: ReadonlySet<string>
  /** Files that are no pages and link to them. */
  texts?: readonly Linking[]
}

/** Something with an address and links. */
export type Linking = Pick<ExportedPage, 'address' | 'references'>

/** Every link, anchor and asset of every page and text that leads nowhere, each with what it stands on. Other hosts are not asked. */
export function deadLinks({ origin, pages, files, texts = [] }: Site): Fault[] {
  const addresses = new Set([...files].map(addressOfFile))
  const faults: Fault[] = []
  for (const page of [...pages.values(), ...texts]) {
    const seen = new Set<string>()
    for (const { url, where } of page.references) {
      if (seen.has(url)) continue
      seen.add(url)
      const message = deadReason(url, page)
      if (message) faults.push({ page: page.address, message: `${where} ${url || '""'} ${message}` })
    }
  }
  return faults

  function deadReason(url: string, page: Linking): string | undefined {
    if (url.trim() === '') return 'leads nowhere. Give it an address.'
    let target: URL
    try {
      target = new URL(url, origin + page.address)
    } catch {
      return 'cannot be read as an address.'
    }
    if (target.origin !== new URL(origin).origin) return undefined
    const path = target.pathname
    const fault = queryFault(path, target.search)
    if (fault) return fault
    if (!addresses.has(path)) {
      if (addresses.has(`${path}/`)) return `is a detour. Write ${path}/`
      return 'is no page or file of the site.'
    }
    const anchor = target.hash.slice(1)
    const there = pages.get(path)
    if (anchor === '' || anchor === 'top' || !there) return undefined
    return there.ids.has(decoded(anchor)) ? undefined : `names a part that ${path === page.address ? 'this page' : path} does not have.`
  }
}

/** Dead addresses in style sheets, the manifest, the sitemap and the feed, each with the file it stands in. */
export function deadFileReferences(texts: ReadonlyMap<string, string>, { origin, files }: Omit<Site, 'pages'>): Fault[] {
  const addresses = new Set([...files].map(addressOfFile))
  const faults: Fault[] = []
  for (const [file, text] of texts)
    for (const url of new Set(addressesIn(file, text))) {
      const target = new URL(url, `${origin}/${file}`)
      if (target.protocol === 'data:') continue
      if (target.origin !== new URL(origin).origin)
        faults.push({ page: `/${file}`, message: `${url} is on another host. Nothing is loaded from elsewhere.` })
      else if (!addresses.has(target.pathname)) faults.push({ page: `/${file}`, message: `${url} is no page or file of the site.` })
    }
  return faults
}

interface ManifestAddresses {
  icons?: { src: string }[]
  screenshots?: { src: string }[]
  shortcuts?: { url: string }[]
  start_url?: string
}

/** Addresses that a style sheet, the manifest, the sitemap or the feed names. */
export function addressesIn(file: string, text: string): string[] {
  if (file.endsWith('.css'))
    return [...text.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map(([, , url = '']) => url).filter((url) => !url.startsWith('#'))
  if (file === 'sitemap.xml') return [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url)
  if (file === 'changes.xml')
    return [...text.matchAll(/<link [^>]*href="([^"]*)"|<a href="([^"]*)"/g)].map(([, link = '', inside = '']) => link || inside)
  if (file.endsWith('.webmanifest')) {
    const { icons = [], screenshots = [], shortcuts = [], start_url } = JSON.parse(text) as ManifestAddresses
    return [...icons, ...screenshots]
      .map(({ src }) => src)
      .concat(
        shortcuts.map(({ url }) => url),
        start_url ?? [],
      )
  }
  return []
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
