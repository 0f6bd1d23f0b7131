import { expect, test } from 'vitest'
import { PAGE_SCRIPT_NAMES, pageScriptRule } from '../lib/export/page-scripts.ts'
import {
  builtSteps,
  noteOf,
  openFields,
  openPathway,
  openPlan,
  openStage,
  radio,
  sharedFragment,
  step,
  undo,
  unfold,
} from './browser-reader.ts'
import {
  complaintsOf,
  DESKTOP,
  open,
  PAGE_NAMES,
  PAGES,
  type PageName,
  PHONE,
  soon,
  watchMoving,
  withContext,
  withPage,
  withSite,
} from './browser-site.ts'

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
    // The last script of a page shows the switch.
    await page.locator('[data-theme-switch]').waitFor()
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

/** The sum at which moving counts as good. Ours is nought, but for a face that comes late. */
const LAYOUT_SHIFT = 0.1

test.concurrent.each(PAGE_NAMES)('%s stays where it is while it comes, on a phone and on a desktop', async (name) => {
  for (const size of [PHONE, DESKTOP])
    await withPage(site, size, async (page) => {
      const moved = await watchMoving(page)
      await open(page, name)
      await page.waitForLoadState('networkidle')
      expect(await moved(), `${size.viewport.width} pixels wide`).toBeLessThan(LAYOUT_SHIFT)
    })
})

/** Pages that a reader works with; only these load the framework. */
const LIVE = ['pathway', 'plan', 'moves', 'compare', 'comparison'] as const
const isLive = (name: PageName): name is (typeof LIVE)[number] => LIVE.some((live) => live === name)

const isScript = ({ type, url }: Loaded) => type === 'Script' || /\.m?js$/.test(url)

test.concurrent.each(PAGE_NAMES)('%s asks nobody else, loads no framework, and the browser has nothing to complain about', async (name) => {
  const { complaints, all } = await firstVisit(name)
  // The browser draws the calendar of a date field from a picture of its own.
  expect(all.map(({ url }) => url).filter((url) => new URL(url).origin !== site.origin && !url.startsWith('data:'))).toEqual([])
  const scripts = all.filter(isScript).map(({ url }) => new URL(url).pathname)
  const ours = (script: string) => expect.stringMatching(new RegExp(`^/_next/static/${script}\\.[0-9a-f]+\\.js$`))
  if (isLive(name)) expect(scripts).toContainEqual(ours('enhance'))
  // What a page is for comes with it, the conveniences once it has been drawn.
  else {
    const own = PAGE_SCRIPT_NAMES.filter((script) => pageScriptRule(script).pages?.test(PAGES[name][0]))
    expect(scripts).toEqual([...own.map(ours), ours('enhance')])
  }
  // The answer for an unknown address is itself a complaint.
  expect(complaints.filter((complaint) => name !== 'unknown' || !complaint.includes('404'))).toEqual([])
})

test.concurrent.each(LIVE)('%s costs at most 160 kB of script', async (name) => {
  const { all } = await firstVisit(name)
  const scripts = all.filter(isScript)
  const list = scripts.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`).join('\n')
  expect(scripts.length, list).toBeGreaterThan(3)
  for (const { url } of scripts) expect(new URL(url).pathname).toMatch(/^\/_next\/static\//)
  expect(
    scripts.reduce((sum, { bytes }) => sum + bytes, 0),
    list,
  ).toBeLessThanOrEqual(160_000)
})

test.concurrent('what a reader marks, writes and chooses leaves the device in no request', async () => {
  await withContext(site, DESKTOP, async (context) => {
    const page = await context.newPage()
    const asked: string[] = []
    context.on('request', (request) => {
      // The sign of the tab belongs to the address, which is another one without its fragment.
      if (!request.url().endsWith('/icon.svg')) asked.push(request.url())
    })
    const quiet = async (act: () => Promise<unknown>) => {
      await page.waitForLoadState('networkidle')
      asked.length = 0
      await act()
      // Long enough for what is kept after a pause, and for what would be sent after it.
      await page.waitForTimeout(1500)
      expect(asked).toEqual([])
    }
    const [id = ''] = builtSteps()
    await openPathway(page)
    await quiet(async () => {
      await page.getByLabel('I lead people').check()
      await page.getByRole('button', { name: /^Begin at stage/ }).click()
      await unfold(page, id)
      await radio(step(page, id), 'Done').check()
      await openFields(page, id)
      await noteOf(page, id).fill('Rowena said yes')
      await step(page, id).getByLabel('I want it done by').fill('2027-01-31')
      await step(page, id)
        .getByLabel(/^Proof/)
        .fill('https://elsewhere.example/sheet')
    })
    await openPlan(page)
    await quiet(async () => {
      await page.getByLabel('The post you want').selectOption({ index: 1 })
      await page.getByLabel('Hours a week for it').selectOption('10')
      await page.getByLabel('In this stage since, if you like').fill('2026-05-01')
      await page.getByLabel(/^Name on the printed plan/).fill('Maya')
      await page.getByLabel(/^Name on the printed plan/).blur()
      await page.locator('.claim select').first().selectOption('2')
      await page.getByLabel('Put my notes and proofs into it').check()
      await page.getByRole('button', { name: 'Copy the link' }).click()
      await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Plan file', exact: true }).click()])
      await page.getByRole('button', { name: 'Clear everything', exact: true }).click()
      await page.getByRole('button', { name: 'Yes, clear everything' }).click()
      await undo(page).click()
    })
    await openStage(page)
    await quiet(() => radio(step(page, id), 'Doing').check())
    // A link is read, and what is in it goes nowhere.
    asked.length = 0
    await openPlan(page, sharedFragment())
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((url) => url.includes(sharedFragment().slice(6, 40)) && !url.includes('#'))).toEqual([])
    await quiet(() => page.getByRole('button', { name: 'Keep a copy: add it to mine' }).click())
  })
})

test('a broken promise would be noticed', async () => {
  await withPage(site, {}, async (page) => {
    const complaints = complaintsOf(page)
    await open(page, 'home')
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.example/pixel.png" alt=""><i style="color:red"></i>')
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "taken over"' }))
    })
    await soon(async () => expect(complaints.filter((complaint) => complaint.includes('Content Security Policy')).length).toBe(3))
    expect(await page.title()).not.toBe('taken over')
  })
})
