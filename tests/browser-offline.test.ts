import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_FLAGS, findBrowser } from '../lib/commands/browser.ts'
import { type Preview, serve } from '../lib/commands/serve.ts'
import { getLibrary } from '../lib/content/library.ts'
import { keepLists, versionOf } from '../lib/export/keep-lists.ts'
import { serviceWorker, withVersion } from '../lib/export/service-worker.ts'
import { readSite, type SiteFiles, writeSite } from '../lib/export/site-files.ts'
import { keepBundles, pathwayBundle } from '../lib/keep-bundles.ts'
import type { KeepIndex } from '../lib/reader/keep-list.ts'
import { KEPT } from '../lib/reader/kept-store.ts'
import { VISITED } from '../lib/reader/visited-store.ts'
import { builtPathway, builtSteps, kept, radio, step } from './browser-reader.ts'
import { complaintsOf, DESKTOP, PAGES, PHONE } from './browser-site.ts'

/** What readers find on their phones: with a worker, a server that can go away, and editions of the site that follow each other. */

const OUT = 'out'
const EDITIONS = path.join('.cache', 'editions')
const [ROLE, ROLE_HEADING] = PAGES.role
const [PATHWAY] = PAGES.pathway
const [STAGE] = PAGES.stage
const BUNDLE = pathwayBundle('operations-manager')

let browser: Browser
let preview: Preview | undefined
let port = 0

/** From now on the server shows this folder, at the address it had before. */
async function show(folder: string) {
  await preview?.close()
  preview = await serve(folder, { port })
  port = Number(new URL(preview.origin).port)
}

/** No connection, for pages and worker alike. */
async function goAway() {
  await preview?.close()
  preview = undefined
}

beforeAll(async () => {
  if (!existsSync(`${OUT}/404.html.br`)) throw new Error('There is no finished site in out/ to look at. Build it first: npm run build')
  browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS })
})

afterAll(async () => {
  await browser?.close()
  await goAway()
  rmSync(EDITIONS, { recursive: true, force: true })
})

/** A reader at this folder, with a worker. */
async function reading(folder: string, use: (page: Page, context: BrowserContext) => Promise<void>, options = {}) {
  port = 0
  await show(folder)
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, serviceWorkers: 'allow', ...PHONE, ...options })
  try {
    await use(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

/** What a small edition holds: the pages that these tests open, and all that pages are made with. */
const SMALL = /^(?:[^/]+$|_next\/|(?:roles\/(?:operations-manager\/)?|pathways\/.*|plan\/|offline\/)(?:index\.html|guide\.json)$)/

let whole: SiteFiles | undefined
/** The site as it is, without what is packed, with lists of its own: small enough to be changed and written in a moment. */
function edition(name: string, change: (files: SiteFiles) => void = () => {}): string {
  whole ??= readSite(OUT)
  const files: SiteFiles = new Map(
    [...whole].filter(([file]) => SMALL.test(file) && (file.startsWith('404.html') || !/\.(?:br|gz)$/.test(file))),
  )
  change(files)
  const bundles = keepBundles(getLibrary()).filter(({ id }) => id === BUNDLE)
  const lists = keepLists(files, bundles, { sizeOf: (file) => files.get(file)?.length ?? 0, titleOf: (address) => address })
  for (const [file, bytes] of lists) files.set(file, bytes)
  if (String(files.get('sw.js')).startsWith('importScripts'))
    files.set('sw.js', Buffer.from(withVersion(String(files.get('sw.js')), versionOf(lists) + name)))
  const folder = path.join(EDITIONS, name)
  rmSync(folder, { recursive: true, force: true })
  writeSite(folder, files)
  return folder
}

/** Another edition: still pages say so, and every style sheet has another name; the old ones are gone. */
function renewed(files: SiteFiles) {
  const styles = [...files.keys()].filter((file) => /^_next\/static\/style\..*\.css$/.test(file))
  const later = (name: string) => name.replace('/style.', '/style.second-')
  for (const file of styles) {
    files.set(later(file), Buffer.from(`${files.get(file)}\n:root{--edition:2}`))
    files.delete(file)
  }
  for (const [file, bytes] of files)
    if (file.endsWith('.html')) {
      const text = styles.reduce((all, style) => all.replaceAll(`/${style}`, `/${later(style)}`), String(bytes))
      files.set(file, Buffer.from(text.includes('data-island') ? text : text.replace('</main>', '<p data-edition>second</p></main>')))
    }
}

/** Asks until the answer is right: a busy machine takes its time. */
const soon = (read: () => unknown) => expect.poll(read, { timeout: 20_000 })

const remembered = (page: Page, address: string) =>
  expect
    .poll(
      () =>
        page.evaluate(
          async ([name, path]) =>
            navigator.serviceWorker.controller !== null && (await caches.match(path, { cacheName: name })) !== undefined,
          [VISITED, address] as const,
        ),
      { timeout: 20_000 },
    )
    .toBe(true)

/** Opens a page and waits until the worker has it. */
async function visit(page: Page, address: string) {
  await page.goto(address)
  await remembered(page, new URL(address, page.url()).pathname)
}

/** Has the browser look for the worker of a new edition now, and waits until that one is at work. */
async function renewWorker(page: Page) {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await soon(() =>
    page.evaluate(async () => {
      const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {}
      return !installing && !waiting && active?.state === 'activated'
    }),
  ).toBe(true)
}

const isStyled = (page: Page) =>
  page.evaluate(() => document.styleSheets.length > 0 && [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0))

const control = (page: Page, id = BUNDLE) => page.locator(`[data-keep="${id}"]`)
const says = (page: Page, id = BUNDLE) => control(page, id).getByRole('status')
const keepButton = (page: Page, id = BUNDLE) => control(page, id).getByRole('button', { name: /^Keep it offline/ })

async function keepPathway(page: Page) {
  await page.goto(PATHWAY)
  await keepButton(page).click()
  await expect.poll(() => says(page).innerText(), { timeout: 60_000 }).toMatch(/^Kept on this phone since/)
}

describe('a page that was opened once', () => {
  test('is there without a connection, says so, and others say that they are not', async () => {
    await reading(OUT, async (page) => {
      await visit(page, ROLE)
      await goAway()
      const again = await page.goto(`${ROLE}?from=somewhere`)
      expect(again?.status()).toBe(200)
      expect(await page.locator('h1').innerText()).toContain(ROLE_HEADING)
      expect(await page.locator('[data-copy]').innerText()).toMatch(/^Your copy of \d+ \w+ 20\d\d; .*What is on this phone$/)
      expect(await isStyled(page)).toBe(true)
      // The page that lists what is here comes with the second page of a visit, so this is the worker's own word.
      expect((await page.goto('/roles/team-leader/'))?.status()).toBe(503)
      expect(await page.locator('h1').innerText()).toBe('No connection')
    })
  })

  test('comes from the network as long as there is one', async () => {
    await reading(edition('first'), async (page) => {
      await visit(page, ROLE)
      await show(edition('second', renewed))
      await page.reload()
      expect(await page.locator('[data-edition]').count()).toBe(1)
      expect(await page.locator('[data-copy]').count()).toBe(0)
    })
  })

  test('leads, with the second page, to a list of what is here', async () => {
    await reading(OUT, async (page) => {
      await visit(page, ROLE)
      // Servers tell the time in seconds.
      await page.waitForTimeout(1100)
      await visit(page, '/glossary/')
      await remembered(page, '/offline/')
      await goAway()
      const lost = await page.goto('/roles/team-leader/')
      expect(lost?.status()).toBe(503)
      expect(await isStyled(page)).toBe(true)
      await page.getByRole('heading', { name: 'That page is not on this phone' }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/roles/team-leader/')
      expect(await page.locator('h1').innerText()).toBe('You have no connection')
      const links = page.locator('[data-offline=pages] a')
      await soon(() => links.allInnerTexts()).toEqual(['The words of the floor', 'Operations manager'])
      await links.last().click()
      await page.waitForURL(`**${ROLE}`)
      expect(await page.locator('h1').innerText()).toContain(ROLE_HEADING)
      // Hosts add the closing slash when there is a connection.
      await page.goto('/glossary')
      expect(new URL(page.url()).pathname).toBe('/glossary/')
      // Forgetting is a button, not a promise.
      await page.goto('/offline/')
      await page.getByRole('button', { name: 'Forget the pages I have opened' }).click()
      await soon(() => page.evaluate((name) => caches.has(name), VISITED)).toBe(false)
    })
  })

  test('answers its questions too: the search, the comparison and the lists', async () => {
    await reading(
      OUT,
      async (page) => {
        await visit(page, '/search/?q=team+leader')
        await page.locator('[data-search] a[href="/roles/team-leader/"]').first().waitFor()
        await visit(page, '/compare/?roles=team-leader,quality-analyst')
        await page.locator('.compared-roles').waitFor()
        await visit(page, '/roles/')
        // What was fetched on the way is put away a moment later.
        await page.waitForTimeout(1000)
        await goAway()
        await page.goto('/search/?q=team+leader')
        await page.locator('[data-search] a[href="/roles/team-leader/"]').first().waitFor()
        await page.goto('/compare/?roles=team-leader,quality-analyst')
        await page.locator('.compared-roles').waitFor()
        await page.goto('/roles/?level=lead')
        expect(await page.locator('h1').innerText()).toBe(PAGES.roles[1])
      },
      DESKTOP,
    )
  })

  test('costs nobody the pages of the guide: a single visit fetches the page and the worker', async () => {
    await reading(OUT, async (page, context) => {
      const asked: string[] = []
      context.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await visit(page, ROLE)
      await page.waitForTimeout(1000)
      expect(asked.filter((address) => address.endsWith('/') && address !== ROLE)).toEqual([])
      expect(asked.filter((address) => address.endsWith('.json'))).toEqual([])
    })
  })
})

describe('a pathway that is kept', () => {
  test('says its size first, then is there whole without a connection, and marks work', async () => {
    await reading(OUT, async (page) => {
      const complaints = complaintsOf(page)
      await page.goto(PATHWAY)
      const index = (await (await page.request.get('/offline/kept.json')).json()) as KeepIndex
      const offer = index.offers.find(({ id }) => id === BUNDLE)
      await keepButton(page).waitFor()
      expect(await keepButton(page).innerText()).toContain(`(${Math.round((offer?.bytes ?? 0) / 1000)} kB)`)
      await keepPathway(page)
      const [first = ''] = builtSteps()
      await goAway()
      complaints.length = 0
      for (const { address, title } of builtPathway().stages) {
        await page.goto(address)
        expect(await page.locator('h1').innerText()).toContain(title)
        expect(await isStyled(page), address).toBe(true)
      }
      await page.goto(STAGE)
      await radio(step(page, first), 'Done').check()
      await page.goto('/plan/')
      await page.locator('.screen').waitFor()
      await page.goto(PATHWAY)
      await page.locator('.pathway-count', { hasText: '1 of' }).waitFor()
      expect(await page.locator('[data-copy]').count()).toBe(1)
      expect(await says(page).innerText()).toMatch(/^Kept on this phone since/)
      // The framework found the page as it expects it, line and all.
      expect(complaints.filter((complaint) => !/^failed:|ERR_CONNECTION_REFUSED|net::/.test(complaint))).toEqual([])
    })
  })

  test('goes on where the connection broke, and is not called kept before', async () => {
    await reading(edition('first'), async (page, context) => {
      await page.goto(PATHWAY)
      await keepButton(page).waitFor()
      let answered = 0
      await context.route('**/pathways/**', (route) =>
        route.request().isNavigationRequest() || answered++ < 3 ? route.continue() : route.abort(),
      )
      await keepButton(page).click()
      await expect
        .poll(() => says(page).innerText(), { timeout: 30_000 })
        .toMatch(/^The connection broke off.*Not complete: [\d.]+ [kM]B of/s)
      await context.unroute('**/pathways/**')
      const again: string[] = []
      context.on('request', (request) => again.push(new URL(request.url()).pathname))
      await control(page)
        .getByRole('button', { name: /^Go on/ })
        .click()
      await expect.poll(() => says(page).innerText(), { timeout: 30_000 }).toMatch(/^Kept on this phone since/)
      const stages = builtPathway().stages.map(({ address }) => address)
      expect(again.filter((address) => stages.includes(address)).length).toBeLessThan(stages.length)
    })
  })

  test('can be stopped, removed, and then takes no room', async () => {
    await reading(edition('first'), async (page, context) => {
      await page.goto(PATHWAY)
      await keepButton(page).waitFor()
      await context.route('**/pathways/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2000))
        await route.continue().catch(() => {})
      })
      await keepButton(page).click()
      await control(page).getByRole('progressbar').waitFor()
      await control(page).getByRole('button', { name: /^Stop/ }).click()
      await soon(() => says(page).innerText()).toMatch(/^Stopped\. .*Not kept\./s)
      await context.unroute('**/pathways/**')
      const files = () => page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, KEPT)
      expect(await files()).toBe(0)
      const room = () => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
      const before = await room()
      await keepPathway(page)
      const full = await room()
      expect(full).toBeGreaterThan(before + 300_000)
      await control(page)
        .getByRole('button', { name: /^Remove/ })
        .click()
      await soon(() => says(page).innerText()).toMatch(/^Removed\. Not kept\./)
      expect(await files()).toBe(0)
      await expect.poll(room, { timeout: 20_000 }).toBeLessThan(full - 300_000)
      // The focus is where the outcome is told, not lost with the button.
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
    })
  })

  test('is refused where there is no room, and nothing stays behind', async () => {
    await reading(edition('first'), async (page, context) => {
      await visit(page, PATHWAY)
      await keepButton(page).waitFor()
      const client = await context.newCDPSession(page)
      const { origin } = new URL(page.url())
      const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
      await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 200_000 })
      await keepButton(page).click()
      await expect.poll(() => says(page).innerText(), { timeout: 30_000 }).toMatch(/^There is not enough room on this phone\..*Not kept\./s)
      expect(await page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, KEPT)).toBe(0)
      // The site goes on: a page that cannot be put away is shown all the same.
      await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
      await page.goto(ROLE)
      expect(await page.locator('h1').innerText()).toContain(ROLE_HEADING)
      expect(await isStyled(page)).toBe(true)
    })
  })

  test('stays whole in its old edition until the new one is, and says that there is one', async () => {
    await reading(edition('first'), async (page) => {
      await keepPathway(page)
      await show(edition('second', renewed))
      await page.goto('/offline/')
      await soon(() => says(page).innerText()).toContain('There is a newer version')
      await goAway()
      await page.goto(STAGE)
      expect(await page.locator('[data-edition]').count()).toBe(0)
      expect(await isStyled(page)).toBe(true)
      await show(edition('second', renewed))
      await page.goto('/offline/')
      await renewWorker(page)
      await control(page)
        .getByRole('button', { name: /^Get the newer version/ })
        .click()
      await expect.poll(() => says(page).innerText(), { timeout: 30_000 }).toMatch(/^Kept .*of data\.$/)
      await goAway()
      await page.goto(STAGE)
      expect(await page.locator('[data-edition]').count()).toBe(1)
      expect(await isStyled(page)).toBe(true)
      const names = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url), KEPT)
      expect(names.filter((url) => /\/style\.(?!second-)/.test(url))).toEqual([])
    })
  })
})

describe('a new edition', () => {
  test('is told to the reader of an open page, who chooses when to see it, and leaves the plan alone', async () => {
    await reading(edition('first'), async (page) => {
      await visit(page, STAGE)
      const [first = ''] = builtSteps()
      await radio(step(page, first), 'Done').check()
      const plan = await kept(page)
      expect(plan).toContain(first)
      await show(edition('second', renewed))
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      const note = page.locator('[data-newer]')
      await note.waitFor()
      expect(await note.innerText()).toContain('This page has changed since you opened it.')
      expect(await page.locator('[data-edition]').count()).toBe(0)
      expect(await kept(page)).toBe(plan)
      await note.getByRole('button', { name: 'Show it' }).click()
      await page.locator('[data-edition]').waitFor()
      expect(await kept(page)).toBe(plan)
      expect(await radio(step(page, first), 'Done').isChecked()).toBe(true)
      await goAway()
      await page.reload()
      expect(await page.locator('[data-edition]').count()).toBe(1)
      expect(await isStyled(page)).toBe(true)
    })
  })

  test('says nothing on a page that is the same', async () => {
    await reading(edition('first'), async (page) => {
      await visit(page, STAGE)
      await show(edition('other'))
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await page.waitForTimeout(2000)
      expect(await page.locator('[data-newer]').count()).toBe(0)
    })
  })

  test('takes away what workers of an older build kept under other names', async () => {
    await reading(edition('first'), async (page) => {
      await page.goto(ROLE)
      await page.evaluate(async () => {
        await (await caches.open('floorwalk-old')).put('/roles/', new Response('old'))
        await (await caches.open('somebody-else')).put('/x', new Response('x'))
      })
      await remembered(page, ROLE)
      await show(edition('second', renewed))
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await soon(() => page.evaluate(() => caches.has('floorwalk-old'))).toBe(false)
      expect(await page.evaluate(() => caches.has('somebody-else'))).toBe(true)
    })
  })
})

describe('a worker that fails', () => {
  test('is replaced by the next one, and stands in nobody’s way meanwhile', async () => {
    const broken = edition('broken', (files) =>
      files.set(
        'sw.js',
        Buffer.from(
          'oninstall=()=>skipWaiting();onactivate=(e)=>e.waitUntil(clients.claim());onfetch=(e)=>{if(e.request.mode==="navigate")e.respondWith(Promise.reject(new Error("broken")))}',
        ),
      ),
    )
    await reading(broken, async (page) => {
      await page.goto(ROLE)
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
      await expect(page.reload()).rejects.toThrow('ERR_FAILED')
      await show(edition('first'))
      // Browsers look for a newer worker with every visit, also with one that fails.
      await expect
        .poll(
          async () => {
            await page.goto(ROLE).catch(() => undefined)
            return page.locator('h1').allInnerTexts()
          },
          // The look follows a visit once the worker has nothing to do.
          { timeout: 60_000, interval: 3000 },
        )
        .toEqual([expect.stringContaining(ROLE_HEADING)])
      await remembered(page, ROLE)
      await goAway()
      await page.reload()
      expect(await isStyled(page)).toBe(true)
    })
  })

  test('with spoilt caches asks the network, and mends them on the way', async () => {
    await reading(edition('first'), async (page) => {
      await keepPathway(page)
      await visit(page, ROLE)
      await page.evaluate(
        async ([visited, keptName]) => {
          for (const name of [visited, keptName]) {
            const cache = await caches.open(name)
            for (const request of await cache.keys()) {
              if (/\.css$/.test(request.url)) await cache.delete(request)
              else if (/\/-\//.test(request.url)) await cache.put(request, new Response('{"files":'))
            }
          }
        },
        [VISITED, KEPT] as const,
      )
      await page.reload()
      expect(await isStyled(page)).toBe(true)
      await page.goto(PATHWAY)
      await soon(() => says(page).innerText()).toMatch(/^Not kept\./)
      await page.evaluate((name) => caches.delete(name), VISITED)
      await page.goto(ROLE)
      expect(await isStyled(page)).toBe(true)
      await remembered(page, ROLE)
    })
  })

  test('can be switched off by the publisher: it takes itself and all it kept away, and leaves the plan', async () => {
    await reading(edition('first'), async (page) => {
      await keepPathway(page)
      await page.evaluate(() => localStorage.setItem('floorwalk-progress', 'mine'))
      await show(edition('off', (files) => files.set('sw.js', Buffer.from(serviceWorker({ on: false })))))
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await soon(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0)
      expect(await kept(page)).toBe('mine')
      await page.goto(ROLE)
      expect(await page.locator('h1').innerText()).toContain(ROLE_HEADING)
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    })
  })
})

describe('the whole guide', () => {
  test('can be kept, and every kind of page is there', async () => {
    await reading(OUT, async (page) => {
      await page.goto('/offline/')
      await keepButton(page, 'guide').click()
      await expect.poll(() => says(page, 'guide').innerText(), { timeout: 120_000 }).toMatch(/^Kept on this phone since/)
      await goAway()
      const skipped = ['unknown', 'source', 'record', 'comparison']
      for (const [name, [address, heading]] of Object.entries(PAGES).filter(([each]) => !skipped.includes(each))) {
        const response = await page.goto(address)
        expect(response?.status(), name).toBe(200)
        expect(await page.locator('h1').innerText(), name).toContain(heading)
        expect(await isStyled(page), name).toBe(true)
      }
      await page.goto('/search/?q=team+leader')
      await page.locator('[data-search] a[href="/roles/team-leader/"]').first().waitFor()
      await page.goto(PAGES.comparison[0])
      await page.locator('.compared-roles').waitFor()
      expect((await page.goto(PAGES.source[0]))?.status()).toBe(503)
    })
  })
})

describe('a browser that keeps nothing', () => {
  test('shows no control on a pathway and says why on the page for it', async () => {
    await reading(OUT, async (page, context) => {
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
      })
      const complaints = complaintsOf(page)
      await page.goto(PATHWAY)
      await page.locator('.pathway-count').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await control(page).isVisible()).toBe(false)
      await page.goto('/offline/')
      await page.getByText('Your browser cannot keep pages here.').waitFor()
      expect(await page.locator('[data-keep]:visible').count()).toBe(0)
      expect(complaints).toEqual([])
    })
  })

  test('without scripts is told so', async () => {
    await reading(
      OUT,
      async (page) => {
        await page.goto('/offline/')
        expect(await page.getByText('This needs scripts, and none has run here.').isVisible()).toBe(true)
        expect(await page.locator('[data-keep]:visible, [data-offline]:visible button').count()).toBe(0)
      },
      { javaScriptEnabled: false },
    )
  })
})

test('the guide can be installed as an app', async () => {
  await reading(OUT, async (page, context) => {
    await visit(page, '/')
    const client = await context.newCDPSession(page)
    const { errors, url, data } = await client.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(new URL(url).pathname).toBe('/manifest.webmanifest')
    expect(JSON.parse(data ?? '{}')).toMatchObject({
      id: '/',
      scope: '/',
      start_url: '/',
      display: expect.stringMatching(/standalone|minimal-ui/),
    })
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors')
    // Windows of a test are private ones, which install nothing; everything else would be told as well.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  })
})
