import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { LatticeOutline } from '../lib/reader/lattice-outline.ts'
import { keptData, openMoves, openPlan, planAwake, said, undo } from './browser-reader.ts'
import { complaintsOf, DESKTOP, open, PHONE, soon, withPage, withSite } from './browser-site.ts'

const site = withSite()

const AGENT = 'customer-service-representative'
const QUERY = `?from=${AGENT}&to=quality-analyst`

const routes = (page: Page) => page.locator('.route')
const query = (page: Page) => new URL(page.url()).search

describe.concurrent('The move planner', () => {
  test('answers a reader who has a keyboard only, and brings every question back', async ({ expect }) => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await open(page, 'moves')
      await page.locator('.move-form:enabled').waitFor()
      await page.getByLabel('Where you are').focus()
      // Typing the first letters chooses in a native list.
      await page.keyboard.type('Customer s')
      await soon(async () => expect(await query(page)).toBe(`?from=${AGENT}`))
      await page.getByRole('heading', { name: 'Where customer service representative leads' }).waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Quality a')
      await soon(async () => expect(await query(page)).toBe(QUERY))
      await routes(page).first().waitFor()
      await soon(async () => expect(await page.title()).toBe('From customer service representative to quality analyst · Floorwalk'))

      await page.goBack()
      await soon(async () => expect(await query(page)).toBe(`?from=${AGENT}`))
      await soon(async () => expect(await page.title()).toBe('Where customer service representative leads · Floorwalk'))
      expect(await page.getByLabel('Where you want to be').inputValue()).toBe('')
      await page.goBack()
      await soon(async () => expect(await query(page)).toBe(''))
      expect(await page.locator('.answer').count()).toBe(0)
      await page.goForward()
      await page.goForward()
      await routes(page).first().waitFor()
      await page.reload()
      await routes(page).first().waitFor()
      expect(await page.title()).toBe('From customer service representative to quality analyst · Floorwalk')

      await page.getByRole('button', { name: 'Swap' }).press('Enter')
      await soon(async () => expect(await query(page)).toBe(`?from=quality-analyst&to=${AGENT}`))
      await page.getByText('No route leads there in this guide.').waitFor()
      // The sign of the tab is asked for anew with every address, and given up when the next one comes.
      expect(complaints.filter((complaint) => !complaint.includes('/icon.svg'))).toEqual([])
    })
  })

  test('leads from one answer to the next without a new page, and to it with the focus', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await openMoves(page, '?to=quality-manager')
      await page.evaluate(() => Object.assign(window, { same: true }))
      await page.locator('.answer').getByRole('link', { name: 'Quality analyst', exact: true }).press('Enter')
      await routes(page).first().waitFor()
      expect(query(page)).toBe('?from=quality-analyst&to=quality-manager')
      expect(await page.evaluate(() => ['same' in window, document.activeElement?.textContent])).toEqual([
        true,
        'From quality analyst to quality manager',
      ])
    })
  })

  test('puts a step into the plan, where it is found, and takes it out again', async () => {
    await withPage(site, PHONE, async (page) => {
      await openMoves(page, QUERY)
      const fold = routes(page)
        .first()
        .locator('details', { has: page.locator('.gap-steps') })
        .last()
      await fold.locator('summary').click()
      const item = fold.locator('.gap-steps > li').first()
      const address = (await item.getByRole('link').getAttribute('href')) ?? ''
      const id = address.split('#')[1] ?? ''
      await item.getByRole('button').click()
      await item.getByText('In your plan').waitFor()
      expect(await said(page).innerText()).toMatch(/^In your plan: /)
      expect((await keptData(page)).steps[id]).toMatchObject({ state: 'todo' })
      await openPlan(page)
      await planAwake(page)
      expect(await page.locator(`[id="${id}"]`).count()).toBe(1)

      await openMoves(page, QUERY)
      await page.getByRole('button', { name: /^Make it my goal/ }).click()
      expect((await keptData(page)).plan.target).toBe('quality-analyst')
      await undo(page).click()
      expect((await keptData(page)).plan.target ?? '').toBe('')
      expect((await keptData(page)).steps[id]).toMatchObject({ state: 'todo' })
    })
  })

  test('fits a phone of 360 px, whatever it shows', async () => {
    await withPage(site, { viewport: { width: 360, height: 800 } }, async (page) => {
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth)
      for (const each of ['', `?from=${AGENT}`, '?to=site-director', `?from=team-leader&to=${AGENT}`, `?from=${'x'.repeat(3000)}`]) {
        await openMoves(page, each)
        if (each !== '') await page.locator('.answer li, .notice').first().waitFor()
        expect(await fits(), each.slice(0, 60)).toBe(360)
      }
      await openMoves(page, `?from=${AGENT}&to=site-director&country=united-states`)
      await page.locator('.pay-row').first().waitFor()
      await page.locator('.gap-steps').first().waitFor({ state: 'attached' })
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true
      })
      expect(await fits()).toBe(360)
    })
  })

  test('remembers the country of the pay pages, and fetches pay for the two ends alone', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await openMoves(page, QUERY)
      await page.getByLabel('Pay in').selectOption('united-states')
      await page.locator('.pay-row').first().waitFor()
      expect(asked.filter((path) => path.startsWith('/moves/pay/')).sort()).toEqual([
        `/moves/pay/${AGENT}.json`,
        '/moves/pay/quality-analyst.json',
      ])
      await openMoves(page, '?from=trainer&to=training-manager')
      expect(await page.getByLabel('Pay in').inputValue()).toBe('united-states')
    })
  })

  test('says what of an address it could not use', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await openMoves(page, '?from=%E0%A4%A&to=quality-analyst&to=trainer')
      const notice = await page.locator('.notice').innerText()
      expect(notice).toContain('The guide has no such role.')
      expect(notice).toContain('more than one role to get to. The first is used.')
      await page.getByRole('heading', { name: 'How people get to quality analyst' }).waitFor()
      await openMoves(page, `?from=${'%'.repeat(5000)}`)
      expect(complaints).toEqual([])
    })
  })

  test('prints the shortest way in full, without the list of everything', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await openMoves(page, QUERY)
      await routes(page).first().waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.all-moves').isVisible()).toBe(false)
      expect(await page.locator('.move-form').isVisible()).toBe(false)
      expect(await routes(page).first().locator('.one-move').first().isVisible()).toBe(true)
      expect(await routes(page).nth(1).locator('.one-move').first().isVisible()).toBe(false)
    })
  })
})

test('Without scripts every move of every role stands in the list, with its kind and what is missing', async () => {
  await withPage(site, { ...PHONE, javaScriptEnabled: false }, async (page) => {
    await open(page, 'moves')
    expect(await page.locator('.moves-without-script').innerText()).toContain('needs a script')
    expect(await page.locator('.island').isVisible()).toBe(false)
    const lattice = (await (await page.request.get('/moves/lattice.json')).json()) as LatticeOutline
    const sections = page.locator('.all-moves > section')
    expect(await sections.count()).toBe(lattice.roles.length)
    for (const [place, { title, address, moves }] of lattice.roles.entries()) {
      const section = sections.nth(place)
      expect(await section.getByRole('link').getAttribute('href')).toBe(`${address}#block-moves`)
      expect(await section.getByRole('heading').innerText()).toContain(title)
      expect(await section.locator('li').count()).toBe(moves.length)
    }
  })
})
