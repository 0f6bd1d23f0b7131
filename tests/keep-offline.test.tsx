import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sizeWords, startKeeping } from '#components/islands/keep-offline.ts'
import { showNewerNote } from '#components/islands/newer-note.ts'
import type { KeepList } from '#lib/reader/keep-list.ts'
import { FakeCaches } from './fake-caches.ts'

const LIST: KeepList = {
  id: 'guide',
  title: 'The whole guide',
  revision: 'one',
  files: [
    ['/a/', 'aaaaaaaaaa', 300_000, 'A'],
    ['/_next/static/x.js', 'x', 12_000],
  ],
}
const OFFER = { id: 'guide', title: 'The whole guide', revision: 'one', bytes: 312_400, room: 1_240_000, pages: 1 }

let caches: FakeCaches
let online: boolean

const surroundings = () => ({
  caches: caches as unknown as CacheStorage,
  load: (async () => {
    if (!online) throw new TypeError('Failed to fetch')
    return new Response('page', { headers: { 'content-type': 'text/html' } })
  }) as typeof fetch,
  digest: async () => new Uint8Array(5).fill(0xaa).buffer,
  now: () => Date.UTC(2026, 10, 22),
})

const started = async () => {
  document.body.innerHTML = '<div data-keep="guide" data-keep-name="The whole guide" hidden></div>'
  const place = document.querySelector<HTMLElement>('[data-keep]')
  if (!place) throw new Error('No place.')
  await startKeeping(place, surroundings())
  return place
}
const says = () => document.querySelector('[role=status]')?.textContent ?? ''
const buttons = () => [...document.querySelectorAll('button')].filter(({ hidden }) => !hidden).map(({ textContent }) => textContent)
const press = (name: string) =>
  [...document.querySelectorAll('button')].find(({ hidden, textContent }) => !hidden && textContent?.startsWith(name))?.click()

beforeEach(() => {
  caches = new FakeCaches()
  online = true
  const answers: Record<string, unknown> = { '/offline/kept.json': { offers: [OFFER] }, '/offline/guide.json': LIST }
  vi.stubGlobal('fetch', async (address: string) => {
    if (!online) throw new TypeError('Failed to fetch')
    return Response.json(answers[address])
  })
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { register: async () => ({}) } })
})

describe('the control that keeps a part of the guide', () => {
  it('says what it costs before anything is fetched', async () => {
    const place = await started()
    expect(place.hidden).toBe(false)
    expect(says()).toBe('Not kept. 312 kB of data for 1 page, about 1.2 MB of room on the phone.')
    expect(buttons()).toEqual(['Keep it offline (312 kB): The whole guide'])
  })

  it('keeps it, says since when, and takes it away again', async () => {
    await started()
    press('Keep')
    await vi.waitFor(() => expect(says()).toBe('Kept on this phone since 22 November 2026: 312 kB of data.'))
    expect(buttons()).toEqual(['Remove: The whole guide'])
    press('Remove')
    await vi.waitFor(() => expect(says()).toMatch(/^Removed\. Not kept\./))
    expect(document.activeElement?.getAttribute('role')).toBe('status')
  })

  it('says how far it came when the connection breaks off', async () => {
    await started()
    press('Keep')
    online = false
    await vi.waitFor(() => expect(says()).toMatch(/^The connection broke off/))
  })

  it('says why when the browser does not let a worker be', async () => {
    Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { register: () => Promise.reject(new Error('no')) } })
    await started()
    press('Keep')
    await vi.waitFor(() => expect(says()).toMatch(/^Your browser does not let this site keep anything\./))
    expect(caches.size).toBe(0)
  })
})

describe('a size', () => {
  it('is told in kilobytes below a megabyte, and never as nothing', () => {
    expect([120, 312_400, 999_499, 999_500, 2_449_000].map(sizeWords)).toEqual(['1 kB', '312 kB', '999 kB', '1.0 MB', '2.4 MB'])
  })
})

describe('the note on a page that has changed', () => {
  it('stands once, reloads when asked, and can be put away', () => {
    document.body.innerHTML = '<main>Text</main>'
    const reload = vi.fn()
    showNewerNote(document, reload)
    showNewerNote(document, reload)
    expect(document.querySelectorAll('[data-newer]')).toHaveLength(1)
    press('Show it')
    expect(reload).toHaveBeenCalledOnce()
    press('Not now')
    expect(document.querySelector('[data-newer]')).toBeNull()
  })
})
