import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../lib/content/library.ts'
import { mapRoles } from '../lib/lattice.ts'
import { lineMap } from '../lib/line-map.ts'
import { complaintsOf, open, PHONE, soon, withPage, withSite } from './browser-site.ts'

const site = withSite()
const WIDE = { viewport: { width: 1440, height: 900 } } as const
const { stations, width } = lineMap(mapRoles(loadLibrary().library))

/** Names and line names whose letters are wider than the room that was reckoned for them, in units of the map. */
const tooWide = (page: Page) =>
  page.evaluate(
    ({ rooms }) => {
      const texts = [...document.querySelectorAll<SVGTextElement>('svg a text, svg a tspan')]
      const found = new Map<string, number>()
      for (const text of texts.filter((each) => each.tagName === 'tspan')) {
        const words = (text.textContent ?? '').trim()
        found.set(words, Math.max(found.get(words) ?? 0, text.getComputedTextLength()))
      }
      if (found.size < rooms.length) return [`only ${found.size} names`]
      return rooms.flatMap(([words, room]) =>
        (found.get(words) ?? Number.POSITIVE_INFINITY) > room ? [`${words}: ${found.get(words)} > ${room}`] : [],
      )
    },
    {
      // The last letter may be followed by the space that keeps two lines apart when read aloud.
      rooms: stations.flatMap(({ label }) => label.lines.map((line) => [line, label.box.width + 6] as const)),
    },
  )

describe.concurrent('On a phone the map is a list of its lines', () => {
  test('every station with its changes, and no drawing', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'map')
      expect(await page.locator('.line-map').isVisible()).toBe(false)
      expect(await page.locator('.map-stop').count()).toBe(stations.length)
      const stop = page.locator('.map-stop', { has: page.locator('#role-data-entry-operator') })
      expect(await stop.innerText()).toMatch(/Change here for:\s+Q\s*Quality: Quality analyst/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    })
  })

  test('a link to a place leads to its entry, and says so', async () => {
    await withPage(site, PHONE, async (page) => {
      await page.goto('/map/#role-team-leader')
      const link = page.locator('.map-stop:has(> :target) > a')
      expect(await link.innerText()).toContain('Team leader')
      expect(await link.evaluate((each) => getComputedStyle(each, '::after').content)).toContain('you are here')
      await soon(async () =>
        expect(await link.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(PHONE.viewport.height - 100),
      )
    })
  })
})

describe.concurrent('On a wide screen the map is drawn', () => {
  test('and its names have the room that was reckoned', async () => {
    await withPage(site, WIDE, async (page) => {
      await open(page, 'map')
      expect(await page.locator('.map-drawing .line-map').isVisible()).toBe(true)
      expect(await tooWide(page)).toEqual([])
      const size = await page
        .locator('.stops text')
        .first()
        .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
      const drawn = await page.locator('.map-drawing .line-map').evaluate((svg) => svg.getBoundingClientRect().width)
      expect((size * drawn) / width).toBeGreaterThan(12.5)
    })
  })

  test('the keyboard goes along each line from its lowest station up, and sees where it is', async () => {
    await withPage(site, WIDE, async (page) => {
      await open(page, 'map')
      await page.locator('.map-ways a').last().focus()
      for (const { role } of stations.slice(0, 16)) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => ({
          address: document.activeElement?.getAttribute('href'),
          outline: getComputedStyle(document.activeElement ?? document.body).outlineStyle,
          outlineWidth: getComputedStyle(document.activeElement ?? document.body).outlineWidth,
        }))
        expect(focused).toEqual({ address: role.address, outline: 'solid', outlineWidth: '3px' })
      }
      const [first, second] = [stations[0]?.role, stations[1]?.role]
      expect(first?.family).toBe(second?.family)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${stations[15]?.role.address}`)
    })
  })

  test('a link to a place marks its station, and only that one, and brings it into view', async () => {
    await withPage(site, WIDE, async (page) => {
      const paint = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.stops a text')].map((text) => getComputedStyle(text).stroke).map((stroke) => stroke !== 'none'),
        )
      await open(page, 'map')
      expect(await paint()).not.toContain(true)
      for (const id of ['data-entry-operator', 'site-director']) {
        await page.goto(`/map/#role-${id}`)
        expect((await paint()).filter(Boolean)).toHaveLength(1)
        const place = await page.locator(`.at-${id}`).boundingBox()
        expect(place?.y).toBeGreaterThan(0)
        expect(place?.y).toBeLessThan(WIDE.viewport.height)
      }
    })
  })

  test('from a role to its place, and back by the station', async () => {
    await withPage(site, WIDE, async (page) => {
      await open(page, 'role')
      await page.getByRole('link', { name: 'On the line map' }).click()
      await page.waitForURL('**/map/#role-operations-manager')
      await page.locator('.at-operations-manager').click()
      await page.waitForURL('**/roles/operations-manager/')
    })
  })
})

test('Printed, the map is one A3 sheet across, in day colours at night too', async () => {
  await withPage(site, { ...WIDE, colorScheme: 'dark' }, async (page) => {
    await open(page, 'map')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [, right, top] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect(Number(right)).toBeCloseTo(1191, -1)
    expect(Number(top)).toBeCloseTo(842, -1)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(
      await page.locator('.map-list, .bar nav, .map-page h1').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length),
    ).toBe(0)
    const ink = await page
      .locator('.line-map .s-lead')
      .first()
      .evaluate((each) => getComputedStyle(each).stroke)
    expect(ink).toBe('rgb(179, 38, 29)')
  })
})

test('The file of the map opens alone, with every name in its room', async () => {
  await withPage(site, WIDE, async (page) => {
    // Browsers ask for one beside every document that names none.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
    const complaints = complaintsOf(page)
    const requests: string[] = []
    page.on('request', (request) => (request.url().endsWith('/favicon.ico') ? undefined : requests.push(request.url())))
    const response = await page.goto('/map.svg')
    expect(response?.headers()['content-type']).toMatch(/^image\/svg\+xml/)
    expect(requests).toHaveLength(1)
    expect(await page.title()).toBe('The line map of BPO careers')
    expect(await tooWide(page)).toEqual([])
    expect(await page.locator('a').count()).toBe(stations.length)
    expect(complaints).toEqual([])
  })
})
