import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectHeading, open, PHONE, withContext, withoutScripts, withPage, withSite } from './browser-site.ts'

const site = withSite()

const field = (page: Page) => page.getByRole('searchbox', { name: 'What are you looking for?' })
const status = (page: Page) => page.getByRole('status')
const answers = (page: Page) => page.locator('[data-results] a')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id ?? '')

describe('The search', () => {
  test('by keyboard: type, move through the answers, go back to the field, open one', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await open(page, 'search')
      await field(page).focus()
      await page.keyboard.type('team captain')
      await answers(page).first().waitFor()
      await expect.poll(() => status(page).innerText()).toMatch(/^\d+ pages? found for “team captain”\.$/)
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('/roles/team-leader/')
      await page.keyboard.press('Escape')
      expect(await focused(page)).toBe('find')
      expect(await field(page).inputValue()).toBe('team captain')
      await page.keyboard.press('ArrowDown')
      // A page that is left while its icon is on the way gives that up, which would read as a complaint.
      await page.waitForLoadState('networkidle')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/roles/team-leader/')
      await expectHeading(page, 'Team leader')
      await page.waitForLoadState('networkidle')
      await page.goBack()
      await expect.poll(() => field(page).inputValue()).toBe('team captain')
      await answers(page).first().waitFor()
      await field(page).focus()
      await page.keyboard.press('Escape')
      expect(await field(page).inputValue()).toBe('')
      await page.getByRole('heading', { name: 'Everything, A to Z' }).waitFor()
      expect(complaints).toEqual([])
    })
  })

  test('on a phone: an answer leads to its section, and nothing scrolls sideways', async () => {
    await withPage(site, PHONE, async (page) => {
      await page.goto('/search/?q=tl+salary+philippines')
      await answers(page).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      const low = await answers(page).evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 24).length)
      expect(low).toBe(0)
      const target = (await answers(page).first().getAttribute('href')) ?? ''
      expect(target).toMatch(/#/)
      await answers(page).first().click()
      await page.waitForURL(`**${target}`)
      expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe(target.split('#')[1])
    })
  })

  test('fetches nothing before the first question, and at most 60 kB for it', async () => {
    await withPage(site, PHONE, async (page) => {
      const bytes = new Map<string, number>()
      const client = await page.context().newCDPSession(page)
      await client.send('Network.enable')
      const urls = new Map<string, string>()
      client.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, new URL(request.url).pathname))
      client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(urls.get(requestId) ?? '', encodedDataLength))
      const asked = (pattern: RegExp) => [...bytes].filter(([path]) => pattern.test(path))
      const data = /\/static\/(?:search-engine|index|sources)\./
      await open(page, 'search')
      await field(page).focus()
      await page.waitForLoadState('networkidle')
      expect(asked(data)).toEqual([])
      await page.keyboard.type('shrinkage')
      await answers(page).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(asked(data)).toHaveLength(2)
      const parts = asked(/\/static\/(?:search|search-engine|index|sources)\./)
      expect(
        parts.reduce((sum, [, size]) => sum + size, 0),
        JSON.stringify(parts),
      ).toBeLessThanOrEqual(60_000)
      const before = bytes.size
      await field(page).fill('operations manager')
      await expect.poll(() => status(page).innerText()).toContain('“operations manager”')
      expect(bytes.size).toBe(before)
    })
  })

  test('says what to do when the network is gone, and finds once it is back', async () => {
    await withContext(site, PHONE, async (context) => {
      const page = await context.newPage()
      await open(page, 'search')
      await page.waitForLoadState('networkidle')
      await context.setOffline(true)
      await field(page).fill('trainer')
      const again = page.getByRole('button', { name: 'Try again' })
      await again.waitFor()
      expect(await status(page).innerText()).toMatch(/^The search could not be loaded\./)
      expect(await page.getByRole('heading', { name: 'Everything, A to Z' }).isVisible()).toBe(true)
      await context.setOffline(false)
      await again.click()
      await expect.poll(() => answers(page).first().getAttribute('href')).toBe('/roles/trainer/')
    })
  })

  test('keeps what was typed out of every request', async () => {
    await withContext(site, DESKTOP, async (context) => {
      const page = await context.newPage()
      await open(page, 'search')
      await page.waitForLoadState('networkidle')
      const asked: string[] = []
      context.on('request', (request) => {
        if (!request.url().endsWith('/icon.svg')) asked.push(request.url())
      })
      await field(page).fill('shrinkage')
      await answers(page).first().waitFor()
      await page.waitForTimeout(1000)
      expect(asked.filter((url) => url.includes('shrinkage'))).toEqual([])
      expect(page.url()).toMatch(/\?q=shrinkage$/)
    })
  })

  test('is a complete list without its script, with no control that does nothing', async () => {
    await withContext(site, PHONE, async (context) => {
      await withoutScripts(context)
      const page = await context.newPage()
      await open(page, 'search')
      expect(await field(page).isVisible()).toBe(false)
      expect(await page.locator('.names a:visible').count()).toBeGreaterThan(400)
      expect(await page.locator('a[href*="?q="]:visible').count()).toBe(0)
    })
  })
})

test('the address of the old list leads to the search', async () => {
  await withPage(site, DESKTOP, async (page) => {
    await page.goto('/a-z/')
    await page.waitForURL('**/search/')
    await expectHeading(page, 'Search the guide')
  })
})
