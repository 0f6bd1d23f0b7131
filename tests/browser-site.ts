import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { BROWSER_FLAGS, findBrowser } from '../lib/commands/browser.ts'
import { type Preview, serve } from '../lib/commands/serve.ts'

const OUT = 'out'

/** One page of every kind: what it is called in a test, its address, and words of its h1. */
export const PAGES = {
  home: ['/', 'Know the job before you take it'],
  roles: ['/roles/', 'Roles, line by line'],
  role: ['/roles/operations-manager/', 'Operations manager'],
  skills: ['/skills/', 'Skills you can learn'],
  skill: ['/skills/coaching/', 'Coaching'],
  certifications: ['/certifications/', 'Certifications, told straight'],
  certification: ['/certifications/six-sigma-green-belt/', 'Six Sigma Green Belt'],
  metric: ['/metrics/occupancy/', 'Occupancy'],
  salaries: ['/salaries/', 'What the work pays'],
  country: ['/salaries/philippines/', 'Pay in the Philippines'],
  pathways: ['/pathways/', 'Pathways'],
  pathway: ['/pathways/operations-manager/', 'From first shift to operations manager'],
  stage: ['/pathways/operations-manager/first-lead-role/', 'First lead role'],
  plan: ['/plan/', 'My plan'],
  moves: ['/moves/', 'Plan a move'],
  map: ['/map/', 'Where each job can take you'],
  compare: ['/compare/', 'Compare roles'],
  comparison: ['/compare/?roles=team-leader,quality-analyst,process-associate&country=US', 'Compare roles'],
  start: ['/start/', 'Start here'],
  serviceLine: ['/service-lines/customer-support/', 'Customer support'],
  industry: ['/industries/healthcare/', 'Healthcare'],
  guide: ['/guides/your-first-job-in-bpo/', 'Your first job in BPO'],
  glossary: ['/glossary/', 'The words of the floor'],
  sources: ['/sources/', 'Where the figures come from'],
  source: ['/sources/onet-29-3/', 'O*NET 29.3 Database'],
  figures: ['/sources/figures/', 'Every figure, by its next review'],
  changes: ['/changes/', 'What changed, and what is next'],
  search: ['/search/', 'Search the guide'],
  embeds: ['/embed/', 'Put it on your page'],
  data: ['/data/', 'Take the data'],
  record: ['/record/roles/operations-manager/', 'Cite or report: Operations manager'],
  about: ['/about/', 'About this guide'],
  offline: ['/offline/', 'Read without a connection'],
  unknown: ['/roles/astronaut/', 'This stop is not on the line'],
} as const

export type PageName = keyof typeof PAGES
export const PAGE_NAMES = Object.keys(PAGES) as PageName[]

export interface Site {
  browser: Browser
  /** `http://localhost:41234` */
  origin: string
}

/**
 * Serves `out/` and starts a browser before the tests of a file, and ends both after them. Throws one sentence when nothing
 * was built. `flags` are further flags of the browser.
 */
export function withSite(flags: readonly string[] = []): Site {
  const site = {} as Site
  let preview: Preview | undefined
  beforeAll(async () => {
    if (!existsSync(`${OUT}/404.html.br`)) throw new Error('There is no finished site in out/ to look at. Build it first: npm run build')
    preview = await serve(OUT)
    site.origin = preview.origin
    site.browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_FLAGS, ...flags] })
  })
  afterAll(async () => {
    await site.browser?.close()
    await preview?.close()
  })
  return site
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } as const
export const DESKTOP = { viewport: { width: 1280, height: 800 } } as const

/**
 * A reader's browser window of its own, with nothing remembered. Closed when `use` ends. No worker runs in it unless it is asked for:
 * what is looked at is the site itself.
 */
export async function withContext<T>(site: Site, options: BrowserContextOptions, use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await site.browser.newContext({ baseURL: site.origin, serviceWorkers: 'block', ...options })
  try {
    return await use(context)
  } finally {
    await context.close()
  }
}

/** The same with one page in it. */
export const withPage = <T>(site: Site, options: BrowserContextOptions, use: (page: Page, context: BrowserContext) => Promise<T>) =>
  withContext(site, options, async (context) => use(await context.newPage(), context))

/** Goes to a page of the list and makes sure that it is the one: a test that passes on the not-found page says nothing. */
export async function open(page: Page, name: PageName) {
  const [address, heading] = PAGES[name]
  const response = await page.goto(address)
  expect(response?.status(), address).toBe(name === 'unknown' ? 404 : 200)
  await expectHeading(page, heading)
  await shown(page, name)
}

/** Waits for what a page shows once it is awake or has fetched it. */
async function shown(page: Page | Frame, name: PageName) {
  if (name === 'compare') await page.locator('.all-roles[data-awake]').waitFor()
  if (name === 'comparison') await page.locator('.compared-roles').waitFor()
}

export async function expectHeading(page: Page, heading: string) {
  const headings = await page.locator('h1').allInnerTexts()
  expect(headings, page.url()).toHaveLength(1)
  expect(headings[0], page.url()).toContain(heading)
}

/**
 * Opens a page inside a frame of another and returns the frame. A frame is resized by one line of script, and laid out without
 * being painted: that is many times faster than resizing a window, and a page cannot tell the difference.
 */
export async function openFramed(page: Page, name: PageName): Promise<Frame> {
  const [address, heading] = PAGES[name]
  const host = '/-/host'
  await page.route('**/*', async (route) => {
    if (new URL(route.request().url()).pathname === host) return route.fulfill({ contentType: 'text/html', body: '<iframe height="800">' })
    if (route.request().resourceType() !== 'document') return route.continue()
    // Only the two headers that forbid framing are changed.
    const response = await route.fetch()
    const { 'x-frame-options': _, 'content-security-policy': policy = '', ...headers } = response.headers()
    await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy.replace(/frame-ancestors [^;]*/, '') } })
  })
  await page.goto(host)
  const arrived = page.waitForResponse((response) => response.url() === new URL(address, page.url()).href)
  await page.locator('iframe').evaluate((frame, to) => {
    return new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true })
      frame.setAttribute('src', to)
    })
  }, address)
  expect((await arrived).status(), address).toBe(name === 'unknown' ? 404 : 200)
  const frame = page.frames()[1]
  if (!frame) throw new Error('The host page has no frame.')
  expect(await frame.locator('h1').innerText(), address).toContain(heading)
  // While the planner sleeps, the sentence about scripts waits in no room at all.
  if (name === 'moves') await frame.locator('.move-form:enabled').waitFor()
  // The plan fetches what it shows, and has not shown it yet when it has loaded.
  if (name === 'plan') await frame.locator('.screen').waitFor()
  await shown(frame, name)
  return frame
}

/** From now on pages arrive with a policy that lets no script run. (A context without scripts would stop the tools too.) */
export async function withoutScripts(context: BrowserContext) {
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const response = await route.fetch({ maxRedirects: 0 })
    const policy = response.headers()['content-security-policy'] ?? ''
    // A frame lets nothing run as it is.
    if (policy.includes("default-src 'none'") && !policy.includes('script-src')) return route.fulfill({ response })
    if (!policy.includes('script-src')) throw new Error('The preview sends no script-src to replace.')
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy.replace(/script-src [^;]*/, "script-src 'none'") },
    })
  })
}

/** Asks until the answer is right. Of tests that run side by side `expect.poll` at times cannot tell which one asks. */
export const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5000, interval: 50 })

/**
 * Watches how far what a page shows moves without being asked to (https://web.dev/articles/cls). To be called before the page is opened;
 * gives the sum so far.
 */
export async function watchMoving(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const moved: number[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { moved: number[] }).moved.reduce((sum, each) => sum + each, 0))
}

/** Adds a style sheet to an open page. Our policy forbids style elements, a constructed sheet it does not see. */
export const addStyle = (page: Page | Frame, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, css)

/** How many items of one shape are looked at; a list of five hundred alike has nothing new to say after these. */
const ALIKE = 30

/** Takes items out of long lists that are made of the same elements, classes and attributes as thirty before them. */
export const thinOut = (page: Page) =>
  page.evaluate((alike) => {
    const seen = new Map<string, number>()
    const shape = (element: Element): string =>
      `${element.tagName}.${element.className}[${element.getAttributeNames().join()}](${[...element.children].map(shape).join()})`
    for (const item of document.querySelectorAll('main li, main dl > div, main tbody tr')) {
      const key = `${item.parentElement?.className}>${shape(item)}`
      const count = (seen.get(key) ?? 0) + 1
      seen.set(key, count)
      if (count > alike) item.remove()
    }
  }, ALIKE)

/** Everything a page complains about: console errors and warnings, exceptions, failed requests, breaches of the policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // Said by what keeps workers away in most tests.
    if (!message.text().startsWith('Service Worker registration blocked')) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return complaints
}
