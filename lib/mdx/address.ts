import { queryFault } from '../export/query-pages.ts'
import { publicAddressFault } from '../fields.ts'

/** Where a link of an article leads, or why it may not. Addresses are parsed, never matched by their beginning. */
export type Address =
  | { kind: 'page'; path: string; query: string; anchor: string }
  | { kind: 'anchor'; anchor: string }
  | { kind: 'external' }
  | { kind: 'fault'; message: string }

const refuse = (message: string): Address => ({ kind: 'fault', message })

export function readAddress(url: string): Address {
  if (url.trim() === '') return refuse('The link leads nowhere. Give it an address.')
  if (/[\u0000-\u0020\u007f\\]/.test(url)) return refuse('The address holds white space or back-slashes. Write it plainly.')
  if (url.startsWith('#')) return { kind: 'anchor', anchor: url.slice(1) }
  if (url.startsWith('/') && !url.startsWith('//')) {
    let parsed: URL
    try {
      parsed = new URL(url, 'https://inside.example')
      decodeURIComponent(parsed.pathname + parsed.hash)
    } catch {
      return refuse('The address has a broken % code. Write it plainly.')
    }
    const { host, pathname, search, hash } = parsed
    if (host !== 'inside.example') return refuse('Links inside the guide are a path and perhaps a #section, nothing else.')
    if (pathname + search + hash !== url)
      return refuse(`The address is not written plainly. A browser reads it as ${pathname}${search}${hash} there.`)
    const fault = queryFault(pathname, search)
    return fault ? refuse(`The link ${fault}`) : { kind: 'page', path: pathname, query: search, anchor: hash.slice(1) }
  }
  if (/^mailto:/i.test(url)) {
    return /^mailto:[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(url)
      ? { kind: 'external' }
      : refuse('A mail link holds one plain address and nothing else.')
  }
  const fault = publicAddressFault(url)
  return fault ? refuse(`The link ${fault} Links are https://…, mailto:…, /path/ or #section.`) : { kind: 'external' }
}
