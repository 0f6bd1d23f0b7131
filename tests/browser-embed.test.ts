import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadLibrary } from '../lib/content/library.ts'
import { type Embed, embedCode, embeds } from '../lib/embed.ts'
import { EMBED_KINDS, type EmbedKind } from '../lib/embed-address.ts'
import { NARROW } from '../lib/embed-height.ts'
import { SITE } from '../lib/site.ts'
import { complaintsOf, DESKTOP, PHONE, soon, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()
const all = embeds(loadLibrary().library)

/** The largest of a kind has everything on it that the kind can have. */
const largest = (kind: EmbedKind) =>
  all.filter((embed) => embed.kind === kind).reduce((found, embed) => (embed.height > found.height ? embed : found))
const OF_EACH_KIND = EMBED_KINDS.map(largest)

/** Someone else's site: another host and port, one page that holds what is asked of it, and no headers but those given. */
const host = { origin: '', body: '', headers: {} as Record<string, string> }
let server: Server | undefined
beforeAll(async () => {
  const serving = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...host.headers }).end(`<!doctype html><title>Union</title>${host.body}`),
  )
  await new Promise<void>((resolve) => serving.listen(0, '127.0.0.1', resolve))
  host.origin = `http://127.0.0.1:${(serving.address() as AddressInfo).port}`
  server = serving
})
afterAll(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

/** The page of the other site with this in it, and the first frame in it, once both have loaded. */
async function onOtherSite(page: Page, body: string, headers: Record<string, string> = {}): Promise<Frame> {
  host.body = body
  host.headers = headers
  await page.goto(`${host.origin}/`, { waitUntil: 'load' })
  const frame = page.frames()[1]
  if (!frame) throw new Error('The other site has no frame on its page.')
  return frame
}

/** The code as it is copied, leading to the site that is looked at. */
const codeHere = (embed: Embed) => embedCode(embed).replaceAll(SITE.origin, site.origin)

const shows = async (frame: Frame, { title }: Embed) => {
  await frame.locator('h1').waitFor({ timeout: 10_000 })
  expect(await frame.title()).toBe(`${title} · Floorwalk`)
  // Unstyled, the frame would have no line at its top.
  expect(await frame.locator('.embed').evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('5px')
}

describe('A page of another site', () => {
  test.each(OF_EACH_KIND)('shows $address by the code as it is copied', async (embed) => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await shows(await onOtherSite(page, codeHere(embed)), embed)
      expect(complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([])
    })
  })

  test.each(OF_EACH_KIND)('shows $address though it asks every frame for leave (require-corp)', async (embed) => {
    await withPage(site, DESKTOP, async (page) => {
      const headers = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }
      await shows(await onOtherSite(page, codeHere(embed), headers), embed)
      expect(await page.evaluate(() => crossOriginIsolated || !isSecureContext)).toBe(true)
    })
  })

  test.each(OF_EACH_KIND)('shows $address in a sandbox that gives it no origin', async (embed) => {
    await withPage(site, DESKTOP, async (page) => {
      await shows(await onOtherSite(page, codeHere(embed).replace('<iframe', '<iframe sandbox')), embed)
    })
  })

  test.each(['/', '/roles/operations-manager/', '/embed/', '/embed/pay/nothing/nowhere/'])('cannot frame %s', async (address) => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      const frame = await onOtherSite(page, `<iframe src="${site.origin}${address}"></iframe>`)
      await soon(async () => expect(frame.url()).toMatch(/^chrome-error:/))
      expect(complaints.join('\n')).toMatch(/frame-ancestors|X-Frame-Options|ERR_BLOCKED_BY_RESPONSE/)
    })
  })

  test.each(['', 'sandbox="allow-popups allow-popups-to-escape-sandbox"'])(
    'stays where it is when a link in the frame is followed, which opens a tab: %s',
    async (sandbox) => {
      await withContext(site, DESKTOP, async (context) => {
        const page = await context.newPage()
        const embed = largest('pay')
        const frame = await onOtherSite(page, codeHere(embed).replace('<iframe', `<iframe ${sandbox}`))
        const [tab] = await Promise.all([context.waitForEvent('page'), frame.locator('h1 a').click()])
        await tab.waitForURL(site.origin + embed.page)
        expect(await tab.locator('h1').count()).toBe(1)
        expect(await tab.evaluate(() => window.opener)).toBeNull()
        expect(page.url()).toBe(`${host.origin}/`)
      })
    },
  )

  test('keeps a line with the source and the licence where frames are not shown', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const [embed] = OF_EACH_KIND as [Embed]
      await onOtherSite(page, codeHere(embed))
      expect(await page.locator('p').innerText()).toBe(`${embed.title}. Floorwalk, CC BY 4.0`)
      expect(await page.locator('p a').first().getAttribute('href')).toBe(site.origin + embed.page)
    })
  })
})

describe('The height in the code', () => {
  const WIDTHS = [NARROW, 360, 600, 800, 900]

  test('fits every embed from 320 px of width, without a hole at 320, and below that the frame scrolls', async () => {
    await withPage(site, { viewport: { width: 1000, height: 800 } }, async (page) => {
      // On a page of the same origin a frame is laid out as soon as it is resized.
      const around = `${site.origin}/-/host`
      const body = '<!doctype html><iframe width="320" height="50" style="border:0"></iframe>'
      await page.route(around, (route) => route.fulfill({ contentType: 'text/html', body }))
      await page.goto(around)
      const frame = page.frames()[1]
      if (!frame) throw new Error('The host page has no frame.')
      const faults: string[] = []
      for (const { address, height } of all) {
        await frame.goto(site.origin + address)
        const sized = async (width: number) => {
          await page.locator('iframe').evaluate((element, to) => element.setAttribute('width', String(to)), width)
          return frame.evaluate((to) => {
            if (innerWidth !== to) throw new Error(`The frame is ${innerWidth} px wide instead of ${to}.`)
            const { scrollWidth, scrollHeight } = document.documentElement
            return { scrollWidth, scrollHeight, overflow: getComputedStyle(document.documentElement).overflowY }
          }, width)
        }
        for (const width of [240, 280, ...WIDTHS]) {
          const { scrollWidth, scrollHeight, overflow } = await sized(width)
          if (scrollWidth > width) faults.push(`${address} at ${width}: is ${scrollWidth} px wide`)
          if (width >= NARROW && scrollHeight > height) faults.push(`${address} at ${width}: needs ${scrollHeight} px, is given ${height}`)
          if (width === NARROW && height > scrollHeight * 1.22) faults.push(`${address}: needs ${scrollHeight} px, is given ${height}`)
          if (overflow !== 'visible') faults.push(`${address} at ${width}: cannot be scrolled`)
        }
      }
      expect(faults).toEqual([])
    })
  })
})

describe.concurrent('An embed', () => {
  test.each(OF_EACH_KIND)('$address costs its reader two requests and at most five kilobytes', async ({ address }) => {
    await withPage(site, {}, async (page, context) => {
      const client = await context.newCDPSession(page)
      await client.send('Network.enable')
      const loaded = new Map<string, number>()
      const urls: string[] = []
      client.on('Network.requestWillBeSent', ({ request }) => urls.push(new URL(request.url).pathname))
      client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => loaded.set(requestId, encodedDataLength))
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      // A window of its own asks for a sign; a frame does not.
      expect(urls.filter((url) => url !== '/favicon.ico')).toEqual([
        address,
        expect.stringMatching(/^\/embed\/style\/style\.[0-9a-f]+\.css$/),
      ])
      expect([...loaded.values()].slice(0, 2).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(5000)
      expect(await page.evaluate(() => document.scripts.length)).toBe(0)
    })
  })

  const MODES: Record<string, BrowserContextOptions> = {
    'by day on a phone': { ...PHONE, colorScheme: 'light' },
    'by night': { viewport: { width: 600, height: 800 }, colorScheme: 'dark' },
    'at 240 px': { viewport: { width: 240, height: 600 } },
    'in colours the reader has forced': { ...DESKTOP, forcedColors: 'active' },
  }
  for (const [mode, options] of Object.entries(MODES))
    test.each(OF_EACH_KIND)(`$address gives axe nothing to find ${mode}`, async ({ address }) => {
      await withPage(site, options, async (page) => {
        expect((await page.goto(address))?.status()).toBe(200)
        const axe = new AxeBuilder({ page })
          .options({ resultTypes: ['violations'] })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        // Landmarks are those of the page around the frame.
        axe.disableRules(['landmark-one-main', 'region'])
        const { violations, passes } = await axe.setLegacyMode().analyze()
        expect(passes.map(({ id }) => id).concat(violations.map(({ id }) => id))).toContain('target-size')
        expect(violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))).toEqual([])
      })
    })

  test.each([
    ['light', 'rgb(255, 253, 248)'],
    ['dark', 'rgb(19, 30, 42)'],
  ] as const)('takes the colours of a system that is %s', async (colorScheme, background) => {
    await withPage(site, { colorScheme }, async (page) => {
      for (const { address } of OF_EACH_KIND) {
        await page.goto(address)
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), address).toBe(background)
      }
    })
  })

  test('prints black on white, all of it, by night too', async () => {
    await withPage(site, { ...DESKTOP, colorScheme: 'dark' }, async (page) => {
      for (const { address } of OF_EACH_KIND) {
        await page.goto(address)
        const before = await page.locator('body').innerText()
        await page.emulateMedia({ media: 'print' })
        const { backgroundColor, color } = await page.evaluate(() => {
          const { backgroundColor, color } = getComputedStyle(document.body)
          return { backgroundColor, color }
        })
        expect([backgroundColor, color], address).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
        expect(await page.locator('body').innerText(), address).toBe(before)
        await page.emulateMedia({ media: 'screen' })
      }
    })
  })
})

describe.concurrent('The page of all embeds', () => {
  test('shows one of each kind in a frame', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await page.goto('/embed/')
      for (const frame of await page.locator('iframe').all()) {
        await frame.scrollIntoViewIfNeeded()
        await frame.contentFrame().locator('h1').waitFor()
      }
      expect(complaints).toEqual([])
      expect(await page.locator('iframe').count()).toBe(EMBED_KINDS.length)
    })
  })

  test('copies a code', async () => {
    await withContext(site, { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
      const page = await context.newPage()
      await page.goto('/embed/')
      const block = page.locator('[data-embed-code]').first()
      await block.getByRole('button', { name: 'Copy the code' }).click()
      await block.getByText('Copied.').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await block.locator('textarea').inputValue())
    })
  })
})
