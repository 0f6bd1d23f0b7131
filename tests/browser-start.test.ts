import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, open, withContext, withoutScripts, withPage, withSite } from './browser-site.ts'

const site = withSite()

const NARROW = { viewport: { width: 360, height: 800 }, hasTouch: true } as const
const cards = (page: Page) => page.locator('.start-cards > li')
const names = (page: Page) => cards(page).locator('h3').allInnerTexts()
const status = (page: Page) => page.getByRole('status').innerText()
const query = (page: Page) => page.evaluate(() => location.hash)
/** Comes to a control by Tab alone, as far as it takes. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`Tab never comes to ${selector}.`)
}

describe('the questions', () => {
  test('are answered by keyboard alone, and lead to three roles', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await open(page, 'start')
      await tabTo(page, 'input[name=voice]')
      // The choice "Skip" has the focus; the one above it is the last answer.
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => query(page)).toBe('#voice=hearing')
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => query(page)).toBe('#voice=avoid')
      await tabTo(page, 'input[name=nights]')
      await page.keyboard.press('ArrowUp')
      await cards(page).nth(2).waitFor()
      expect(await query(page)).toBe('#voice=avoid&nights=no')
      expect(await status(page)).toMatch(/^Three roles: .+, .+ and .+\.$/)
      await tabTo(page, '[data-start-show]')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('your-three')
      await tabTo(page, '.start-cards a')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/roles/*/')
      expect(complaints).toEqual([])
    })
  })

  test('are taken back one by one with Back', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await open(page, 'start')
      await page.getByText('I do not want phone work').first().click()
      await cards(page).nth(2).waitFor()
      const one = await names(page)
      await page.getByText('No nights at all').first().click()
      await page.getByText('I have been on a floor').first().click()
      await page.goBack()
      await expect.poll(() => query(page)).toBe('#voice=avoid&nights=no')
      await page.goBack()
      await expect.poll(() => query(page)).toBe('#voice=avoid')
      await expect.poll(() => names(page)).toEqual(one)
      await page.goBack()
      await expect.poll(() => query(page)).toBe('')
      await expect.poll(() => cards(page).count()).toBe(0)
      await page.goForward()
      await expect.poll(() => names(page)).toEqual(one)
    })
  })

  test('come back with the way from a role', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await page.goto('/start/#voice=avoid&nights=no')
      await cards(page).nth(2).waitFor()
      const three = await names(page)
      await cards(page).first().locator('h3 a').click()
      await page.waitForURL('**/roles/*/')
      await page.goBack()
      await expect.poll(() => names(page)).toEqual(three)
      expect(await page.locator('input[name=voice][value=avoid]').isChecked()).toBe(true)
    })
  })

  test('have answers that a thumb can hit, on a phone one below another, and nothing to scroll sideways', async () => {
    await withPage(site, NARROW, async (page) => {
      await page.goto('/start/#voice=avoid&nights=no&experience=years')
      await cards(page).nth(2).waitFor()
      const boxes = await page
        .locator('.start-question > label')
        .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().toJSON()))
      expect(boxes.length).toBeGreaterThan(30)
      for (const { height } of boxes) expect(height).toBeGreaterThanOrEqual(44)
      expect(new Set(boxes.map(({ x }) => Math.round(x))).size).toBe(1)
      for (const fold of await page.locator('.start-question details').all())
        await fold.evaluate((each: HTMLDetailsElement) => each.toggleAttribute('open', true))
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      const buttons = await page.locator('.start-act').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
      expect(Math.min(...buttons)).toBeGreaterThanOrEqual(44)
    })
  })

  test('never hide what has the focus behind the bar', async () => {
    await withPage(site, NARROW, async (page) => {
      await page.goto('/start/#voice=avoid')
      await cards(page).nth(2).waitFor()
      const covered: string[] = []
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab')
        const fault = await page.evaluate(() => {
          const focused = document.activeElement
          const bar = document.querySelector('.start-bar')?.getBoundingClientRect()
          if (!focused || !bar || focused.closest('.start-bar') || !focused.closest('form')) return ''
          const box = focused.getBoundingClientRect()
          return box.top >= bar.top && box.top < bar.bottom ? focused.outerHTML.slice(0, 60) : ''
        })
        if (fault) covered.push(fault)
      }
      expect(covered).toEqual([])
    })
  })
})

test('an address that makes no sense is told about and works on', async () => {
  await withPage(site, DESKTOP, async (page) => {
    const complaints = complaintsOf(page)
    await page.goto('/start/#voice=%3Cscript%3E&nights=no&nights=yes&x=1')
    await cards(page).nth(2).waitFor()
    expect(await status(page)).toContain('“voice=<script>”, “nights=yes” and “x=1”')
    expect(complaints).toEqual([])
  })
})

test('rules that do not arrive are asked for again', async () => {
  await withPage(site, DESKTOP, async (page) => {
    await page.route('**/start/rules.json', (route) => route.abort())
    await page.goto('/start/#voice=avoid')
    await expect.poll(() => status(page)).toContain('did not arrive')
    await page.unroute('**/start/rules.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await cards(page).nth(2).waitFor()
  })
})

test('every link of the three roles leads to a place that exists', async () => {
  await withPage(site, DESKTOP, async (page) => {
    const { roles } = (await (await page.request.get(`${site.origin}/start/rules.json`)).json()) as {
      roles: { address: string; pay: string; firstStep: { address: string } }[]
    }
    const missing: string[] = []
    for (const address of new Set(roles.flatMap((role) => [role.address, role.pay, role.firstStep.address]))) {
      const { pathname, hash } = new URL(address, site.origin)
      const answer = await page.request.get(`${site.origin}${pathname}`)
      if (!answer.ok() || (hash && !(await answer.text()).includes(`id="${hash.slice(1)}"`))) missing.push(address)
    }
    expect(roles.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })
})

test('without scripts every rule can be read, and no button does nothing', async () => {
  await withContext(site, NARROW, async (context) => {
    await withoutScripts(context)
    const page = await context.newPage()
    await open(page, 'start')
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBeLessThanOrEqual(1)
    const fold = page.locator('#nights details')
    await fold.locator('summary').click()
    expect(await fold.innerText()).toContain('Nights are usual here when the desk serves another continent.')
    expect(await fold.innerText()).toContain('Rules out:')
  })
})
