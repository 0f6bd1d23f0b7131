import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { KeepFile, KeepList } from '#lib/reader/keep-list.ts'
import { assetsNamedBy, KEPT, KeepError, keepList, keptCopy, keptLists, removeList, standingOf } from '#lib/reader/kept-store.ts'
import { FakeCaches } from './fake-caches.ts'

const STYLE = '/_next/static/style.1.css'
const NEW_STYLE = '/_next/static/style.2.css'
const page = (text: string, style = STYLE) => `<html><link rel="stylesheet" href="${style}"><p>${text}</p></html>`

let site: Record<string, string>
let caches: FakeCaches
let asked: string[]

const load = (async (input: RequestInfo | URL, init?: RequestInit) => {
  const address = String(input)
  asked.push(address)
  if (init?.signal?.aborted) throw new DOMException('', 'AbortError')
  const text = site[address]
  if (text === undefined) throw new TypeError('Failed to fetch')
  return new Response(text, { headers: { 'content-type': 'text/html', 'content-encoding': 'br', 'content-length': '3' } })
}) as typeof fetch

const surroundings = () => ({
  caches: caches as unknown as CacheStorage,
  load,
  digest: (bytes: ArrayBuffer) => crypto.subtle.digest('SHA-256', bytes),
  now: () => Date.UTC(2026, 10, 22),
})

const revisionOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10)

/** A list of what the site holds now. */
const listOf = (id: string, addresses: readonly string[]): KeepList => {
  const files = addresses.map((address): KeepFile => [address, revisionOf(site[address] ?? ''), 100])
  return { id, title: id, revision: revisionOf(JSON.stringify(files)), files }
}

const keep = (list: KeepList, { signal = new AbortController().signal, onProgress = (_: number) => {} } = {}) =>
  keepList(surroundings(), list, { signal, onProgress })

const troubleOf = async (kept: Promise<void>) => {
  const error: unknown = await kept.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof KeepError)) throw new Error(`Expected a KeepError, got ${error}`)
  return error.trouble
}

const textOf = async (address: string) => (await keptCopy(surroundings(), address))?.response.text()

beforeEach(() => {
  caches = new FakeCaches()
  asked = []
  site = { '/a/': page('a'), '/b/': page('b'), '/c/': page('c'), '/data.json': '{"v":1}', [STYLE]: 'p{}', [NEW_STYLE]: 'b{}' }
})

describe('what is kept', () => {
  it('is there whole, with the bytes that came and no word of how they were packed', async () => {
    const told: number[] = []
    const list = listOf('x', ['/a/', '/b/', STYLE])
    await keep(list, { onProgress: (bytes) => told.push(bytes) })
    expect(told).toEqual([100, 200, 300])
    expect(await standingOf(surroundings(), 'x')).toEqual({ whole: { ...list, on: '2026-11-22T00:00:00.000Z' }, begun: undefined })
    const copy = await keptCopy(surroundings(), '/a/')
    expect(await copy?.response.text()).toBe(page('a'))
    expect(copy?.response.headers.has('content-encoding')).toBe(false)
    expect(copy?.list.id).toBe('x')
    expect(await keptCopy(surroundings(), '/c/')).toBeUndefined()
    expect(await keptCopy(surroundings(), '/a/', 'other')).toBeUndefined()
  })

  it('is not called kept while something is missing, and goes on where it stood', async () => {
    const { '/c/': later = '', ...rest } = site
    const list = listOf('x', ['/a/', '/b/', STYLE, '/c/'])
    site = rest
    expect(await troubleOf(keep(list))).toBe('lost')
    expect(await keptLists(surroundings())).toEqual([])
    expect(await keptCopy(surroundings(), '/a/')).toBeUndefined()
    expect((await standingOf(surroundings(), 'x')).begun?.bytes).toBe(300)
    site['/c/'] = later
    asked = []
    await keep(list)
    expect(asked).toEqual(['/c/'])
    expect((await standingOf(surroundings(), 'x')).begun).toBeUndefined()
    expect(await textOf('/c/')).toBe(later)
  })

  it('leaves nothing behind when the reader stops it', async () => {
    const controller = new AbortController()
    const kept = keep(listOf('x', ['/a/', '/b/', '/c/', '/data.json', STYLE, NEW_STYLE]), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(await troubleOf(kept)).toBe('stopped')
    expect(caches.pathsIn(KEPT)).toEqual([])
    expect(await standingOf(surroundings(), 'x')).toEqual({ whole: undefined, begun: undefined })
  })

  it('leaves nothing behind on a full phone, and what was kept before is untouched', async () => {
    await keep(listOf('before', ['/a/', STYLE]))
    caches.room = caches.size + 2
    expect(await troubleOf(keep(listOf('x', ['/b/', '/c/', '/data.json'])))).toBe('full')
    expect(caches.pathsIn(KEPT)).toHaveLength(2)
    expect((await standingOf(surroundings(), 'before')).whole).toBeDefined()
  })

  it('is shared by two lists, and goes with the last', async () => {
    await keep(listOf('x', ['/a/', '/b/', STYLE]))
    asked = []
    await keep(listOf('y', ['/b/', '/c/', STYLE]))
    expect(asked).toEqual(['/c/'])
    await removeList(surroundings(), 'x')
    expect(caches.pathsIn(KEPT).map((path) => path.split('?')[0])).toEqual([STYLE, '/b/', '/c/'])
    expect(await textOf('/b/')).toBe(page('b'))
    await removeList(surroundings(), 'y')
    expect(caches.stores.get(KEPT)?.size).toBe(0)
  })

  it('is no longer whole when a browser lost a part of it', async () => {
    await keep(listOf('x', ['/a/', '/b/', STYLE]))
    await (await caches.open(KEPT)).delete(STYLE)
    const { whole, begun } = await standingOf(surroundings(), 'x')
    expect(whole).toBeUndefined()
    expect(begun?.bytes).toBe(200)
  })

  it('survives a record that cannot be read', async () => {
    await keep(listOf('x', ['/a/', STYLE]))
    await (await caches.open(KEPT)).put('/-/whole/broken', new Response('not json'))
    expect((await keptLists(surroundings())).map(({ id }) => id)).toEqual(['x'])
    await removeList(surroundings(), 'x')
    expect(caches.pathsIn(KEPT)).toEqual([])
  })
})

describe('a newer version', () => {
  it('replaces the old one only when it is whole', async () => {
    await keep(listOf('x', ['/a/', '/data.json', STYLE]))
    const old = site['/a/']
    site['/a/'] = page('newer', NEW_STYLE)
    site['/data.json'] = '{"v":2}'
    const newer = listOf('x', ['/a/', '/data.json', NEW_STYLE])
    const { [NEW_STYLE]: style = '', ...without } = site
    site = without
    expect(await troubleOf(keep(newer))).toBe('lost')
    expect(await textOf('/a/')).toBe(old)
    expect(await textOf('/data.json')).toBe('{"v":1}')
    expect((await standingOf(surroundings(), 'x')).whole).toBeDefined()
    site[NEW_STYLE] = style
    await keep(newer)
    expect(await textOf('/a/')).toBe(site['/a/'])
    expect(await textOf('/data.json')).toBe('{"v":2}')
    expect(caches.pathsIn(KEPT).map((path) => path.split('?')[0])).toEqual([NEW_STYLE, '/a/', '/data.json'])
  })

  it('that is published while one is fetched is noticed: no page comes without its style', async () => {
    const list = listOf('x', ['/a/', STYLE])
    site['/a/'] = page('newer', NEW_STYLE)
    expect(await troubleOf(keep(list))).toBe('changed')
    expect(await keptLists(surroundings())).toEqual([])
  })

  it('of data is noticed by its bytes', async () => {
    const list = listOf('x', ['/data.json'])
    site['/data.json'] = '{"v":2}'
    expect(await troubleOf(keep(list))).toBe('changed')
  })

  it('is not what a host made of a page that rewrites mail addresses', async () => {
    const list = listOf('x', ['/a/', STYLE])
    site['/a/'] += '<!-- a host was here -->'
    await keep(list)
    expect(await textOf('/a/')).toContain('a host was here')
  })
})

describe('what a page loads', () => {
  it('is what its tags name, without what only browsers without modules load', () => {
    const html = [
      '<script data-own="early" data-enhance="/_next/static/enhance.1.js">1</script>',
      '<link rel="stylesheet" href="/_next/static/style.1.css"><a href="/_next/static/no.js">x</a>',
      '<script src="/_next/static/old.js" noModule=""></script><script src="/_next/static/a.js" async=""></script>',
    ].join('')
    expect(assetsNamedBy(html)).toEqual(['/_next/static/enhance.1.js', '/_next/static/style.1.css', '/_next/static/a.js'])
  })
})
