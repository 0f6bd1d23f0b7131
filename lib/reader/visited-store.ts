import { isLasting } from './keep-list.ts'
import { assetsNamedBy } from './kept-store.ts'

/** What readers have seen, in a cache of its own: pages under their path, what they load, and the data they asked for. */
export const VISITED = 'floorwalk-visited-1'

/** Pages of the last visits that stay readable; the oldest go. */
export const PAGES_REMEMBERED = 40
/** How many go at once, so that not every visit has to tidy up. */
const SPARE = 5
/** Lasting files that no page names in its text, but that its scripts and style sheets asked for: faces, later parts. */
const LOOSE_FILES = 40

/** The page that says what is on the phone. It stays. */
export const OFFLINE_PAGE = '/offline/'

/** Whether the page is another than the copy before: only 'changed' means that a reader who has it open sees an old one. */
export type Visit = 'refused' | 'new' | 'same' | 'changed'

/** Data belongs to the page that asked for it: a page never gets data that came with another version of it. */
export const dataKey = (address: string, page: string) => `${address}?of=${page}`

export const pathOf = (url: string) => new URL(url).pathname

const isPage = (url: string) => !isLasting(pathOf(url)) && new URL(url).search === '' && !pathOf(url).startsWith('/-/')

/**
 * Remembers a page, but only when everything it loads is there too: then it replaces the copy before. `load` fetches what is
 * missing, mostly from the browser's own memory, because the page has just loaded it.
 */
export async function rememberPage(caches: CacheStorage, path: string, response: Response, load: typeof fetch): Promise<Visit> {
  const html = response.headers.get('content-type')?.startsWith('text/html') === true
  if (response.status !== 200 || response.redirected || !html) return 'refused'
  const text = await response.clone().text()
  // A page that only sends readers on is no page to come back to.
  if (/<meta http-equiv="refresh"/i.test(text)) return 'refused'
  const cache = await caches.open(VISITED)
  const before = await (await cache.match(path, { ignoreVary: true }))?.text()
  // The data of the page before must not answer this one, and what this one asks for is only coming.
  if (before !== undefined && before !== text) await forgetData(cache, new Set([path]))
  for (const asset of assetsNamedBy(text)) {
    if (await cache.match(asset, { ignoreVary: true })) continue
    // What is kept on purpose may be taken away one day, so a page of the last visits holds its own.
    const found = (await caches.match(asset, { ignoreVary: true })) ?? (await load(asset))
    if (!found.ok) return 'refused'
    await cache.put(asset, found)
  }
  await cache.put(path, response)
  if (before !== undefined) return before === text ? 'same' : 'changed'
  await tidyUp(cache, PAGES_REMEMBERED)
  return 'new'
}

/** Pages with the date they came, the latest first. */
export async function rememberedPages(caches: CacheStorage): Promise<{ path: string; date: number; title: string }[]> {
  if (!(await caches.has(VISITED))) return []
  const cache = await caches.open(VISITED)
  const pages = await datedPages(cache)
  return Promise.all(
    pages.map(async ({ path, date }) => {
      const text = (await (await cache.match(path, { ignoreVary: true }))?.text()) ?? ''
      return { path, date, title: titleOf(text) || path }
    }),
  )
}

/** The title of a page, without the name of the guide behind it. */
export function titleOf(html: string): string {
  const raw = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const plain = raw.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return plain
    .replace(/ · Floorwalk$/, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

export const dateOf = (response: Response) => Date.parse(response.headers.get('date') ?? '') || 0

async function datedPages(cache: Cache): Promise<{ path: string; date: number }[]> {
  const pages: { path: string; date: number }[] = []
  for (const { url } of await cache.keys()) {
    const response = isPage(url) ? await cache.match(url, { ignoreVary: true }) : undefined
    if (response) pages.push({ path: pathOf(url), date: dateOf(response) })
  }
  // Servers tell the time in seconds: of two pages in one second the later stands later.
  return pages.reverse().sort((a, b) => b.date - a.date)
}

/** Deletes the data that these pages asked for. */
async function forgetData(cache: Cache, pages: ReadonlySet<string>) {
  for (const { url } of await cache.keys())
    if (pages.has(new URL(url).searchParams.get('of') ?? '')) await cache.delete(url, { ignoreVary: true })
}

/**
 * Lets the oldest pages go when there are more than `most`, with their data and with what no other page loads. Also what a full
 * phone asks for, with a smaller number.
 */
export async function tidyUp(cache: Cache, most: number): Promise<void> {
  const pages = (await datedPages(cache)).filter(({ path }) => path !== OFFLINE_PAGE)
  if (pages.length <= most) return
  const gone = new Set(pages.slice(Math.max(1, most - SPARE)).map(({ path }) => path))
  for (const path of gone) await cache.delete(path, { ignoreVary: true })
  await forgetData(cache, gone)
  const needed = new Set<string>()
  const loose: { url: string; date: number }[] = []
  const rest = await cache.keys()
  for (const { url } of rest)
    if (isPage(url))
      for (const asset of assetsNamedBy((await (await cache.match(url, { ignoreVary: true }))?.text()) ?? '')) needed.add(asset)
  for (const { url } of rest) {
    if (!isLasting(pathOf(url)) || needed.has(pathOf(url))) continue
    const response = await cache.match(url, { ignoreVary: true })
    loose.push({ url, date: response ? dateOf(response) : 0 })
  }
  for (const { url } of loose.sort((a, b) => b.date - a.date).slice(LOOSE_FILES)) await cache.delete(url, { ignoreVary: true })
}
