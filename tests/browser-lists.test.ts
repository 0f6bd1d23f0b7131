import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import {
  complaintsOf,
  DESKTOP,
  expectHeading,
  PHONE,
  watchMoving,
  withContext,
  withoutScripts,
  withPage,
  withSite,
} from './browser-site.ts'

const site = withSite()
const { library } = loadLibrary()
const roles = library.all('roles')
const addresses = (found: typeof roles) => found.map(({ address }) => address).sort()

const shown = async (page: Page) =>
  (
    await page
      .locator('[data-traits] > a')
      .filter({ visible: true })
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  ).sort()
const status = (page: Page) => page.locator('.list-answer [role=status]')
const search = (page: Page) => new URL(page.url()).search

async function openRoles(page: Page, query = '') {
  await page.goto(`/roles/${query}`)
  await page.locator('.list-filter').waitFor()
}

/** Presses Tab until this has the focus; it must be in sight then. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab')
    const there = await page.evaluate((wanted) => {
      const element = document.activeElement
      if (!element?.matches(wanted)) return false
      const { top, bottom } = element.getBoundingClientRect()
      return bottom > 0 && top < innerHeight && getComputedStyle(element).outlineStyle !== 'none'
    }, selector)
    if (there) return
  }
  throw new Error(`100 presses of Tab did not come to ${selector}, or it was out of sight.`)
}

describe('the list of roles', () => {
  test('answers by keyboard on a phone: unfold, choose, show, drop, clear', async () => {
    await withPage(site, PHONE, async (page) => {
      const complaints = complaintsOf(page)
      await openRoles(page)
      expect(await status(page).innerText()).toBe(`${roles.length} roles`)
      expect(await page.locator('.list-fields').isVisible()).toBe(false)
      await tabTo(page, '.list-filter summary')
      await page.keyboard.press('Enter')
      await tabTo(page, 'select[name=line]')
      await page.keyboard.type('Qual')
      await tabTo(page, 'select[name=home]')
      await page.keyboard.press('ArrowDown')
      expect(search(page)).toMatch(/^\?line=quality&home=(often|yes)$/)
      await page.keyboard.type('often or')
      expect(search(page)).toBe('?line=quality&home=yes')
      const right = roles.filter(({ data }) => data.family === 'quality' && data.work.home !== 'rare')
      expect(await status(page).innerText()).toBe(`${right.length} of ${roles.length} roles`)
      await tabTo(page, '[data-show]')
      expect(await page.locator('[data-show]').innerText()).toBe(`Show ${right.length} of ${roles.length} roles`)
      await page.keyboard.press('Enter')
      expect(await page.locator('.list-fields').isVisible()).toBe(false)
      expect(await page.locator('.list-filter summary').innerText()).toContain('Line: Quality · From home: often or at times')
      expect(await status(page).evaluate((element) => element === document.activeElement)).toBe(true)
      expect(await shown(page)).toEqual(addresses(right))
      const [first] = await shown(page)
      await tabTo(page, '[data-clear]')
      await page.keyboard.press('Enter')
      expect(search(page)).toBe('')
      expect(await shown(page)).toEqual(addresses(roles))
      expect(first).toBeDefined()
      expect(complaints).toEqual([])
    })
  })

  test('has an address for what is asked: loaded again, and come back to, it shows the same', async () => {
    await withPage(site, PHONE, async (page) => {
      await openRoles(page, '?nights=rare&contact=non-voice&by=level')
      const before = await shown(page)
      expect(before).toEqual(
        addresses(roles.filter(({ data: { work } }) => work.nights === 'rare' && ['written', 'none'].includes(work.contact))),
      )
      await page.reload()
      await page.locator('.list-filter').waitFor()
      expect(await shown(page)).toEqual(before)
      expect(await page.locator('h2').filter({ visible: true }).first().innerText()).toBe('Senior or specialist')
      // A choice made here, then a role, then back.
      await page.locator('.list-filter summary').click()
      await page.getByLabel('Grouped by').selectOption('line')
      await page.getByLabel('Degree').selectOption('not-always')
      const chosen = await shown(page)
      const asked = search(page)
      expect(asked).toBe('?contact=non-voice&nights=rare&degree=not-always')
      await page.locator('[data-traits]:not([hidden]) > a').first().click()
      await page.waitForURL(/\/roles\/[a-z-]+\/$/)
      await page.goBack()
      await page.locator('.list-filter').waitFor()
      expect(search(page)).toBe(asked)
      expect(await shown(page)).toEqual(chosen)
      expect(await page.locator('select[name=degree]').inputValue()).toBe('not-always')
      expect(await page.locator('select[name=nights]').inputValue()).toBe('rare')
    })
  })

  test('says what to drop when nothing fits, and does it', async () => {
    await withPage(site, PHONE, async (page) => {
      await openRoles(page, '?line=training&nights=usual&degree=no')
      expect(await status(page).innerText()).toBe(`0 of ${roles.length} roles`)
      expect(await page.getByText('Nothing fits').isVisible()).toBe(true)
      expect(await shown(page)).toEqual([])
      const way = page.getByRole('button', { name: /Without “Degree/ })
      const count = Number((await way.innerText()).split(':').at(-1))
      await way.click()
      expect(await shown(page)).toHaveLength(count)
      expect(count).toBeGreaterThan(0)
      expect(await page.getByText('Nothing fits').isVisible()).toBe(false)
    })
  })

  test('names what it cannot use in an address, however long, and stays inside a narrow window', async () => {
    await withPage(site, { viewport: { width: 320, height: 640 } }, async (page) => {
      const complaints = complaintsOf(page)
      await openRoles(page, `?line=qualty&%E0%A4%A&${'w'.repeat(3000)}=1&level=first-lead&first`)
      expect(await status(page).innerText()).toMatch(/Left out of the address.*“line=qualty”/s)
      expect(await shown(page)).toEqual(addresses(roles.filter(({ data }) => data.level === 3)))
      await page.locator('.list-filter summary').click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(complaints).toEqual([])
    })
  })

  test('has its questions open beside it on a desktop, and nothing moves when they wake', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const moved = await watchMoving(page)
      await openRoles(page)
      expect(await page.getByLabel('Nights').isVisible()).toBe(true)
      const [form, list] = await Promise.all([page.locator('.list-filter').boundingBox(), page.locator('#line-frontline').boundingBox()])
      expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThan(list?.x ?? 0)
      await page.waitForTimeout(300)
      expect(await moved()).toBeLessThan(0.02)
    })
  })

  test('is whole without scripts: every role, by line, with its level in words, whatever the address asks', async () => {
    await withContext(site, PHONE, async (context) => {
      await withoutScripts(context)
      const page = await context.newPage()
      await page.goto('/roles/?line=quality')
      await expectHeading(page, 'Roles, line by line')
      expect(await shown(page)).toEqual(addresses(roles))
      expect(await page.locator('.list-filter, .list-answer').filter({ visible: true }).count()).toBe(0)
      expect(await page.locator('[data-traits]', { hasText: 'Team leader' }).first().innerText()).toContain('First lead')
    })
  })
})

test.each([
  [
    '/skills/?role=team-leader',
    () => library.all('skills').filter(({ id }) => library.get('roles', 'team-leader').data.competencies.some(({ skill }) => skill === id)),
  ],
  ['/certifications/?fee=unknown', () => library.all('certifications').filter(({ data }) => !data.fees?.length)],
  ['/metrics/?good=lower', () => library.all('metrics').filter(({ data }) => data.goodDirection === 'lower')],
] as const)('%s shows what it says', async (address, right) => {
  await withPage(site, PHONE, async (page) => {
    await page.goto(address)
    await page.locator('.list-filter').waitFor()
    const wanted = right().map((entry) => entry.address)
    expect(wanted.length).toBeGreaterThan(0)
    expect(await shown(page)).toEqual(wanted.sort())
  })
})

test('a kind of work leads to every role that is found in it', async () => {
  await withPage(site, PHONE, async (page) => {
    await page.goto('/service-lines/technical-support/')
    await page.getByRole('link', { name: 'Every role that is found in it' }).click()
    await page.locator('.list-filter').waitFor()
    expect(await shown(page)).toEqual(addresses(roles.filter(({ data }) => data.work.serviceLines.includes('technical-support'))))
  })
})
