import { expect, test } from 'vitest'
import { complaintsOf, open, PAGE_NAMES, PHONE, withPage, withSite } from './browser-site.ts'

const site = withSite()

interface Loaded {
  url: string
  type: string
  /** Bytes over the wire, headers included. */
  bytes: number
}

/** A page of a first visit: what the browser asked for, how much came, and everything it complained about. */
const firstVisit = (name: (typeof PAGE_NAMES)[number]) =>
  withPage(site, PHONE, async (page) => {
    const complaints = complaintsOf(page)
    const loaded = new Map<string, Loaded>()
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    client.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) =>
      loaded.set(requestId, { url: request.url, type, bytes: 0 }),
    )
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const known = loaded.get(requestId)
      if (known) known.bytes = encodedDataLength
    })
    await open(page, name)
    await page.waitForLoadState('networkidle')
    const all = [...loaded.values()]
    return { complaints, all, needed: all.filter(({ url }) => !/\/icon\.svg$|favicon|apple-touch-icon|manifest\.webmanifest$/.test(url)) }
  })

test('a first visit to a role makes at most four requests and costs at most 40 kB with the font, 20 kB without it', async () => {
  const { needed } = await firstVisit('role')
  const bytes = (types: string[]) => needed.filter(({ type }) => types.includes(type)).reduce((sum, each) => sum + each.bytes, 0)
  const list = needed.map(({ url, type, bytes: size }) => `${type} ${new URL(url).pathname} ${size}`).join('\n')
  expect(needed.length, list).toBeLessThanOrEqual(4)
  expect(bytes(['Font']), list).toBeGreaterThan(1000)
  expect(bytes(['Document', 'Stylesheet', 'Script', 'Font']), list).toBe(bytes([...new Set(needed.map(({ type }) => type))]))
  expect.soft(bytes(['Document', 'Stylesheet', 'Script', 'Font']), list).toBeLessThanOrEqual(40_000)
  expect.soft(bytes(['Document', 'Stylesheet', 'Script']), list).toBeLessThanOrEqual(20_000)
})

test.concurrent.each(PAGE_NAMES)('%s asks nobody else, loads no framework, and the browser has nothing to complain about', async (name) => {
  const { complaints, all } = await firstVisit(name)
  expect(all.map(({ url }) => url).filter((url) => new URL(url).origin !== site.origin)).toEqual([])
  const scripts = all.filter(({ type, url }) => type === 'Script' || /\.m?js$/.test(url)).map(({ url }) => new URL(url).pathname)
  const ours = (script: string) => expect.stringMatching(new RegExp(`^/_next/static/${script}\\.[0-9a-f]+\\.js$`))
  // Only a stage has something to mark. Its script comes with the page, the other once the page has been drawn.
  expect(scripts).toEqual([...(name === 'stage' ? [ours('stage-marks')] : []), ours('enhance')])
  // The answer for an unknown address is itself a complaint.
  expect(complaints.filter((complaint) => name !== 'unknown' || !complaint.includes('404'))).toEqual([])
})

test('a broken promise would be noticed', async () => {
  await withPage(site, {}, async (page) => {
    const complaints = complaintsOf(page)
    await open(page, 'home')
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.example/pixel.png" alt=""><i style="color:red"></i>')
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "taken over"' }))
    })
    await expect.poll(() => complaints.filter((complaint) => complaint.includes('Content Security Policy')).length).toBe(3)
    expect(await page.title()).not.toBe('taken over')
  })
})
