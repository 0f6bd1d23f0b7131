import { CacheFirst, NetworkFirst, type SerwistPlugin } from 'serwist'
import { isLasting } from '#lib/reader/keep-list.ts'
import { KEPT, type KeptList, keptCopy } from '#lib/reader/kept-store.ts'
import { dataKey, dateOf, OFFLINE_PAGE, PAGES_REMEMBERED, pathOf, rememberPage, tidyUp, VISITED } from '#lib/reader/visited-store.ts'
import type { AskedEvent, WorkerScope } from './worker-scope.ts'

/**
 * The service worker, made into one file by `lib/export/assets.ts` and named by /sw.js. Pages and data come from the network as long as
 * there is one; what it gives from the phone says so. Whatever goes wrong in here, the browser asks the network as if there were no
 * worker. It never touches what readers mark: that lies in another storage, which no worker can reach.
 */
declare const self: WorkerScope

/** Tells the reader of an open page that there is a newer one. The gate puts its lasting name here. */
const NEWER_NOTE = '/scripts/newer-note.js'

/** How long a page may keep its reader waiting when there is a copy, in seconds. */
const PAGE_PATIENCE = 4
const DATA_PATIENCE = 8

const isData = (path: string) => path.endsWith('.json')

const ignoreVary = { ignoreVary: true }

/** Which copy the page of a window came from: 'visited', or the id of a kept list. The data of that page comes from there too. */
const originKey = (client: string) => `/-/window/${client}`

async function rememberOrigin(client: string, origin: string) {
  const cache = await caches.open(VISITED)
  const here = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => originKey(id)))
  for (const { url } of await cache.keys()) if (pathOf(url).startsWith(originKey('')) && !here.has(pathOf(url))) await cache.delete(url)
  await cache.put(originKey(client), new Response(origin))
}

const originOf = async (client: string) => (await caches.match(originKey(client)))?.text()

/** Puts something away. A full phone loses its oldest visits first; then it goes without. */
async function put(key: Request | string, response: Response) {
  const cache = await caches.open(VISITED)
  try {
    await cache.put(key, response)
  } catch {
    await tidyUp(cache, PAGES_REMEMBERED / 2)
  }
}

async function remember(url: string, response: Response) {
  try {
    return await rememberPage(caches, pathOf(url), response, fetch)
  } catch {
    await tidyUp(await caches.open(VISITED), PAGES_REMEMBERED / 2)
    return 'refused'
  }
}

/** The page that says what is here comes with the second page of a visit, and not to a reader who asks for less data. */
async function rememberOfflinePage() {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (connection?.saveData || (await (await caches.open(VISITED)).match(OFFLINE_PAGE, ignoreVary))) return
  await remember(self.location.origin + OFFLINE_PAGE, await fetch(OFFLINE_PAGE))
}

const day = (date: number) =>
  date > 0 ? new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }) : 'an earlier visit'

/** Headers for a text that is written anew. */
function unpacked(from: Headers): Headers {
  const headers = new Headers(from)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return headers
}

/** The same page with a line above it that says what its reader is looking at. */
async function withNote(response: Response): Promise<Response> {
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  const why = navigator.onLine ? 'the connection did not answer' : 'no connection'
  const note = `<p class="overdue" data-copy>Your copy of ${day(dateOf(response))}; ${why}. <a href="${OFFLINE_PAGE}">What is on this phone</a></p>`
  const headers = unpacked(response.headers)
  return new Response(
    (await response.text()).replace(/<body[^>]*>/, (body) => body + note),
    { headers },
  )
}

/** Whether a list holds the data that a page asks for: such a page is whole only together with it. */
const holdsData = ({ files }: KeptList, path: string) =>
  path !== '/' && files.some(([address]) => address.startsWith(path) && isData(address))

/** The newest whole copy of a page, kept or visited, and where it is from. */
async function newestCopy(path: string): Promise<{ response: Response; origin: string } | undefined> {
  const [kept, visited] = await Promise.all([keptCopy({ caches }, path), caches.match(path, { cacheName: VISITED, ignoreVary: true })])
  if (kept && (!visited || dateOf(kept.response) >= dateOf(visited) || holdsData(kept.list, path)))
    return { response: kept.response, origin: kept.list.id }
  return visited && { response: visited, origin: 'visited' }
}

async function copyFor(url: string, client: string): Promise<Response | undefined> {
  const path = pathOf(url)
  const copy = await newestCopy(path)
  if (!copy || path === OFFLINE_PAGE) return copy?.response
  await rememberOrigin(client, copy.origin)
  return withNote(copy.response)
}

const BARE = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>No connection</title><h1>No connection</h1><p>This page is not on your phone. Go back, or try again when there is a connection.</p>`

/** What a reader gets who asks for a page that is not here. */
async function nowhere(url: string): Promise<Response> {
  const { pathname, search } = new URL(url)
  // Hosts add the closing slash; here nobody else does.
  if (/\/[^/.]+$/.test(pathname) && (await newestCopy(`${pathname}/`))) return Response.redirect(`${pathname}/${search}`)
  const page = (await newestCopy(OFFLINE_PAGE))?.response
  const headers = page ? unpacked(page.headers) : new Headers({ 'content-type': 'text/html; charset=utf-8' })
  return new Response(page ? await page.text() : BARE, { status: 503, headers })
}

/** Every event here is a request; the library also serves other ones. */
const asked = (event: unknown) => event as AskedEvent

const pagePlugin: SerwistPlugin = {
  cacheWillUpdate: async ({ request, response }) => {
    await remember(request.url, response)
    await rememberOfflinePage().catch(() => {})
    return null
  },
  cachedResponseWillBeUsed: ({ request, event }) => copyFor(request.url, asked(event).resultingClientId),
  handlerDidError: ({ request }) => nowhere(request.url),
}

async function keyOfData(request: Request, event: unknown): Promise<string> {
  const client = await self.clients.get(asked(event).clientId)
  return dataKey(pathOf(request.url), client ? pathOf(client.url) : '')
}

const dataPlugin: SerwistPlugin = {
  cacheKeyWillBeUsed: ({ request, event }) => keyOfData(request, event),
  cacheWillUpdate: async ({ request, response, event }) => {
    if (response.ok) await put(await keyOfData(request, event), response)
    return null
  },
}

const pages = new NetworkFirst({ cacheName: VISITED, networkTimeoutSeconds: PAGE_PATIENCE, plugins: [pagePlugin] })
const data = new NetworkFirst({ cacheName: VISITED, networkTimeoutSeconds: DATA_PATIENCE, matchOptions: ignoreVary, plugins: [dataPlugin] })
const lasting = new CacheFirst({
  cacheName: VISITED,
  matchOptions: { ignoreVary: true, ignoreSearch: true },
  plugins: [
    {
      cachedResponseWillBeUsed: ({ cachedResponse, request }) =>
        cachedResponse ?? caches.match(request, { cacheName: KEPT, ignoreVary: true, ignoreSearch: true }),
      cacheWillUpdate: async ({ request, response }) => {
        if (response.ok) await put(request, response)
        return null
      },
    },
  ],
})

/** Data for a page that came from a copy comes from the same copy, if it is there. */
async function dataFor(event: AskedEvent): Promise<Response> {
  const address = pathOf(event.request.url)
  const origin = await originOf(event.clientId)
  const client = origin === undefined ? undefined : await self.clients.get(event.clientId)
  const own =
    origin === 'visited' && client
      ? await caches.match(dataKey(address, pathOf(client.url)), ignoreVary)
      : origin && (await keptCopy({ caches }, address, origin))?.response
  return own || data.handle(event)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const safely = (answer: Promise<Response>) => event.respondWith(answer.catch(() => fetch(request)))
  if (request.mode === 'navigate') safely(pages.handle(event))
  // What is fetched in order to be kept goes to its own place, and no mode but the usual one is any page's own.
  else if (request.cache !== 'default') return
  else if (isLasting(pathname)) safely(lasting.handle(event))
  else if (isData(pathname) && !pathname.startsWith(OFFLINE_PAGE)) safely(dataFor(event))
})

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver().catch(() => {}))
})

/** Files have lasting names, so a new worker may serve the pages of the old one: it takes over at once. */
async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith('floorwalk-') && name !== KEPT && name !== VISITED) await caches.delete(name)
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
  // Not waited for: while a worker is taking over, every page waits for it.
  void lookAgain().catch(() => {})
}

/** Remembers the pages that are open, which came before this worker, and tells their readers where the newest is another. */
async function lookAgain() {
  const windows = await self.clients.matchAll({ type: 'window' })
  for (const client of windows) {
    const path = pathOf(client.url)
    if ((await remember(client.url, await fetch(path))) === 'changed' && path !== OFFLINE_PAGE) client.postMessage(NEWER_NOTE)
  }
  if (await caches.match(OFFLINE_PAGE, { cacheName: VISITED, ignoreVary: true }))
    await remember(self.location.origin + OFFLINE_PAGE, await fetch(OFFLINE_PAGE))
}
