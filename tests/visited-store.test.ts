import { beforeEach, describe, expect, it } from 'vitest'
import { KEPT } from '#lib/reader/kept-store.ts'
import {
  dataKey,
  OFFLINE_PAGE,
  PAGES_REMEMBERED,
  rememberedPages,
  rememberPage,
  tidyUp,
  titleOf,
  VISITED,
} from '#lib/reader/visited-store.ts'
import { FakeCaches } from './fake-caches.ts'

let caches: FakeCaches
let loaded: string[]
const storage = () => caches as unknown as CacheStorage

const load = (async (input: RequestInfo | URL) => {
  loaded.push(String(input))
  return new Response('asset', { status: String(input).includes('gone') ? 404 : 200 })
}) as typeof fetch

const html = (style: string, text = '') =>
  `<title>Team leader · Floorwalk</title><link rel="stylesheet" href="/_next/static/${style}.css">${text}`
const answer = (text: string, day = 1, init: ResponseInit = {}) =>
  new Response(text, {
    ...init,
    headers: { 'content-type': 'text/html; charset=utf-8', date: new Date(Date.UTC(2026, 0, day)).toUTCString() },
  })
const remember = (path: string, response: Response) => rememberPage(storage(), path, response, load)

beforeEach(() => {
  caches = new FakeCaches()
  loaded = []
})

describe('a visited page', () => {
  it('is remembered with all it loads', async () => {
    expect(await remember('/a/', answer(html('one')))).toBe('new')
    expect(caches.pathsIn(VISITED)).toEqual(['/_next/static/one.css', '/a/'])
    expect(await rememberedPages(storage())).toEqual([{ path: '/a/', date: Date.UTC(2026, 0, 1), title: 'Team leader' }])
  })

  it('is not remembered when something it loads is missing, and the copy before stays', async () => {
    await remember('/a/', answer(html('one')))
    expect(await remember('/a/', answer(html('gone')))).toBe('refused')
    expect(await (await caches.match('/a/'))?.text()).toBe(html('one'))
  })

  it('says whether it has changed', async () => {
    await remember('/a/', answer(html('one')))
    expect(await remember('/a/', answer(html('one'), 2))).toBe('same')
    expect(await remember('/a/', answer(html('one', 'more'), 3))).toBe('changed')
    expect(loaded).toEqual(['/_next/static/one.css'])
  })

  it('that has changed does not get the data of the one before', async () => {
    await remember('/a/', answer(html('one')))
    const cache = await caches.open(VISITED)
    for (const page of ['/a/', '/b/']) await cache.put(dataKey('/data.json', page), new Response('{}'))
    await remember('/a/', answer(html('one'), 2))
    expect(caches.pathsIn(VISITED)).toContain('/data.json?of=/a/')
    await remember('/a/', answer(html('one', 'more'), 3))
    expect(caches.pathsIn(VISITED)).not.toContain('/data.json?of=/a/')
    expect(caches.pathsIn(VISITED)).toContain('/data.json?of=/b/')
  })

  it('holds its own copy of what is kept on purpose as well', async () => {
    await (await caches.open(KEPT)).put('/_next/static/one.css', new Response('kept'))
    await remember('/a/', answer(html('one')))
    expect(loaded).toEqual([])
    expect(caches.pathsIn(VISITED)).toContain('/_next/static/one.css')
  })

  it.each([
    ['an answer for an unknown address', answer(html('one'), 1, { status: 404 })],
    ['a page that sends readers on', answer('<meta http-equiv="refresh" content="0; url=/b/">')],
    ['a drawing', new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } })],
  ])('is never %s', async (_, response) => {
    expect(await remember('/a/', response)).toBe('refused')
    expect(caches.pathsIn(VISITED)).toEqual([])
  })
})

describe('the oldest pages', () => {
  it('go with their data when there are too many, and nothing that is kept on purpose', async () => {
    await (await caches.open(KEPT)).put('/kept/?1', new Response('kept'))
    await remember(OFFLINE_PAGE, answer(html('one'), 1))
    for (let each = 1; each <= PAGES_REMEMBERED; each++) await remember(`/page-${each}/`, answer(html('one'), each + 1))
    await (await caches.open(VISITED)).put(dataKey('/data.json', '/page-1/'), new Response('{}'))
    expect(caches.pathsIn(VISITED)).toContain('/page-1/')
    await remember('/newest/', answer(html('two'), 200))
    const paths = caches.pathsIn(VISITED)
    expect(paths).not.toContain('/page-1/')
    expect(paths.filter((path) => path.includes('data.json'))).toEqual([])
    for (const path of ['/newest/', `/page-${PAGES_REMEMBERED}/`, OFFLINE_PAGE, '/_next/static/one.css', '/_next/static/two.css'])
      expect(paths).toContain(path)
    expect(paths.filter((path) => path.startsWith('/page-')).length).toBeLessThan(PAGES_REMEMBERED)
    expect(caches.pathsIn(KEPT)).toEqual(['/kept/?1'])
  })

  it('leave what no page loads any more, beyond the forty latest such files', async () => {
    for (let each = 1; each <= 3; each++) await remember(`/page-${each}/`, answer(html('one'), each))
    const cache = await caches.open(VISITED)
    for (let each = 1; each <= 50; each++) await cache.put(`/_next/static/loose.${each}.js`, answer('x', each))
    await tidyUp(cache, 2)
    const loose = caches.pathsIn(VISITED).filter((path) => path.includes('loose'))
    expect(loose).toHaveLength(40)
    expect(loose).not.toContain('/_next/static/loose.1.js')
    expect(caches.pathsIn(VISITED)).toContain('/_next/static/one.css')
  })
})

describe('a title', () => {
  it('is read as browsers read it', () => {
    expect(titleOf('<title>Q&amp;A: what&#x27;s &lt;new&gt; · Floorwalk</title>')).toBe("Q&A: what's <new>")
    expect(titleOf('<p>none</p>')).toBe('')
  })
})
