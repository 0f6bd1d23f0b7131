import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { RoleSheet } from '../lib/reader/role-sheet.ts'
import { complaintsOf, DESKTOP, open, PAGES, PHONE, withContext, withoutScripts, withPage, withSite } from './browser-site.ts'

const site = withSite()

const TWO = '/compare/?roles=team-leader,quality-analyst'
const FOUR = '/compare/?roles=process-associate,customer-service-representative,team-leader,trainer&country=US'
const SMALL = { ...PHONE, viewport: { width: 360, height: 800 } } as const

/** The sheet as it was built; read in a test, not before. */
const built = (id: string) => JSON.parse(readFileSync(`out/compare/${id}.json`, 'utf8')) as RoleSheet

async function openCompared(page: Page, address: string) {
  expect((await page.goto(address))?.status()).toBe(200)
  await page.locator('.compared-roles').waitFor()
}

const columns = (page: Page) =>
  page
    .getByRole('table', { name: 'What you do' })
    .getByRole('columnheader')
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.lastChild?.textContent?.trim()))
const where = (page: Page) => page.evaluate(() => location.pathname + location.search)

/** Presses Tab until it stands on what is asked for. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`Tab does not come to ${selector}.`)
}

describe('Roles are compared by keyboard', () => {
  test('from the table of all roles, and Back leads to it', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await open(page, 'compare')
      await tabTo(page, '[aria-label="Compare Bookkeeper"]')
      await page.keyboard.press('Space')
      await tabTo(page, '[aria-label="Compare Recruiter"]')
      await page.keyboard.press('Space')
      await tabTo(page, '.glance-go button')
      await page.keyboard.press('Enter')
      await page.locator('.compared-roles').waitFor()
      expect(await where(page)).toBe('/compare/?roles=bookkeeper,recruiter')
      expect(await page.title()).toBe('Bookkeeper and Recruiter, compared · Floorwalk')
      expect(await columns(page)).toEqual(['Bookkeeper', 'Recruiter'])
      // The button that was pressed has gone; Tab goes on from the comparison.
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('.comparing') !== null)).toBe(true)
      await page.goBack()
      await page.locator('.all-roles').waitFor()
      expect(await where(page)).toBe('/compare/')
      await page.goForward()
      await page.locator('.compared-roles').waitFor()
      expect(complaints).toEqual([])
    })
  })

  test('changed, added, swapped and taken out, and an address opened anew shows the same', async () => {
    await withContext(site, DESKTOP, async (context) => {
      const page = await context.newPage()
      await openCompared(page, TWO)
      await tabTo(page, '#compare-role-0')
      await page.keyboard.type('Trainer')
      await expect.poll(() => where(page)).toBe('/compare/?roles=trainer,quality-analyst')
      await tabTo(page, '#compare-role-added')
      await page.keyboard.type('Recruiter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(() => where(page)).toBe('/compare/?roles=trainer,quality-analyst,recruiter')
      await page.getByRole('button', { name: 'Swap Quality analyst with role 1' }).press('Enter')
      await page.getByRole('button', { name: 'Take out Trainer' }).press('Enter')
      await expect.poll(() => where(page)).toBe('/compare/?roles=quality-analyst,recruiter')
      await expect.poll(async () => (await columns(page)).length).toBe(2)
      const text = await page.locator('.compared-roles').innerText()
      const again = await context.newPage()
      await openCompared(again, await where(page))
      expect(await again.locator('.compared-roles').innerText()).toBe(text)
      await page.goBack()
      await expect.poll(() => where(page)).toBe('/compare/?roles=quality-analyst,trainer,recruiter')
    })
  })

  test('the country is kept for the pages of roles too', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await openCompared(page, TWO)
      await page.getByLabel('Country').selectOption('India')
      expect(await where(page)).toBe(`${TWO}&country=IN`)
      await open(page, 'role')
      await expect.poll(() => page.locator('[data-country-choice]').inputValue()).toBe('india')
    })
  })
})

describe('On a phone 360 px wide', () => {
  test.each([TWO, FOUR, '/compare/'])('nothing scrolls sideways: %s', async (address) => {
    await withPage(site, SMALL, async (page) => {
      await page.goto(address)
      await page.locator('.compared-roles, .all-roles[data-awake]').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.comparing *')]
          .filter((element) => element.checkVisibility() && !element.closest('thead, .sr-only, svg'))
          .filter((element) => element.getBoundingClientRect().right > 361 || element.getBoundingClientRect().left < -1)
          .map((element) => element.outerHTML.slice(0, 100)),
      )
      expect(cut).toEqual([])
    })
  })

  test('every cell says whose it is', async () => {
    await withPage(site, SMALL, async (page) => {
      await openCompared(page, TWO)
      const cells = page.locator('.sides td').filter({ visible: true })
      expect(await cells.count()).toBeGreaterThan(40)
      for (const text of await cells.allInnerTexts()) expect(text).toMatch(/Team leader|Quality analyst/)
    })
  })

  test('only the roles that are compared are fetched', async () => {
    await withPage(site, SMALL, async (page) => {
      const fetched: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('.json')) fetched.push(new URL(request.url()).pathname)
      })
      await openCompared(page, TWO)
      expect(fetched.sort()).toEqual(['/compare/quality-analyst.json', '/compare/team-leader.json'])
    })
  })

  test('a line that breaks is said, and tried again', async () => {
    await withPage(site, SMALL, async (page) => {
      await page.route('**/compare/*.json', (route) => route.abort())
      await page.goto(TWO)
      const again = page.getByRole('button', { name: 'Try again' })
      await again.waitFor()
      expect(await page.locator('.comparing .notice a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
        '/roles/quality-analyst/',
        '/roles/team-leader/',
      ])
      await page.unroute('**/compare/*.json')
      await again.press('Enter')
      await page.locator('.compared-roles').waitFor()
      expect(await page.locator('.comparing .notice').count()).toBe(0)
    })
  })
})

describe('Without scripts', () => {
  test.each([SMALL, DESKTOP])('all roles stand in one table that leads to each, and nothing asks to be pressed', async (options) => {
    await withPage(site, { ...options, javaScriptEnabled: false }, async (page) => {
      await page.goto(TWO)
      expect(await page.locator('h1').innerText()).toBe(PAGES.compare[1])
      const links = page.locator('.glance tbody a')
      expect(await links.count()).toBeGreaterThan(30)
      for (const link of await links.all()) expect(await link.isVisible()).toBe(true)
      expect(
        await page
          .locator('.comparing')
          .getByText(/Side by side needs a script/)
          .isVisible(),
      ).toBe(true)
      expect(await page.locator('.island :is(button, input, select)').filter({ visible: true }).count()).toBe(0)
      expect(await page.locator('.glance-pairs, .glance-how').filter({ visible: true }).count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width)
    })
  })

  test('where one may still come nothing can be pressed either, and after some seconds the page says why', async () => {
    await withContext(site, SMALL, async (context) => {
      await withoutScripts(context)
      const page = await context.newPage()
      await page.goto(PAGES.compare[0])
      expect(await page.locator('.glance tbody a').first().isVisible()).toBe(true)
      expect(await page.locator('.island :is(button, input, select, .glance-pairs a)').filter({ visible: true }).count()).toBe(0)
      await page.getByText(/Side by side needs a script/).waitFor({ timeout: 20_000 })
    })
  })
})

describe('On paper', () => {
  test.each([
    [TWO, ['team-leader', 'quality-analyst']],
    [FOUR, ['process-associate', 'customer-service-representative', 'team-leader', 'trainer']],
  ] as const)('the roles stand in columns, none is cut, no control is left: %s', async (address, roles) => {
    // The width of A4 between our margins.
    await withPage(site, { viewport: { width: 695, height: 1000 } }, async (page) => {
      await openCompared(page, address)
      await page.emulateMedia({ media: 'print' })
      const found = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        columns: [...document.querySelectorAll('.sides')].map((table) =>
          [...table.querySelectorAll('thead th')].map((head) => Math.round(head.getBoundingClientRect().width)),
        ),
        cut: [...document.querySelectorAll('.sides *')]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 80)),
        controls: [...document.querySelectorAll('button, select, input, form, fieldset')].filter((each) => each.checkVisibility()).length,
      }))
      expect(found.width).toBeLessThanOrEqual(695)
      expect(found.cut).toEqual([])
      expect(found.controls).toBe(0)
      for (const widths of found.columns) {
        expect(widths).toHaveLength(roles.length)
        expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(2)
      }
      const paper = await page.locator('.compared-roles').innerText()
      for (const role of roles) for (const duty of built(role).duties) expect(paper).toContain(duty)
      expect(await page.locator('.compare-named').isVisible()).toBe(true)
      const pdf = await page.pdf({ format: 'A4', displayHeaderFooter: false })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(roles.length === 2 ? 8 : 13)
    })
  })
})
