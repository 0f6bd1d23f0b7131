import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pathwayAwake, planAwake } from './browser-reader.ts'
import { DESKTOP, expectHeading, open, PAGES, type PageName, PHONE, thinOut, withPage, withSite } from './browser-site.ts'

const site = withSite()

interface Focus {
  /** Name of the element as it can be told in a failure. */
  name: string
  address: string
  /** Its place among the marked stops, -1 without a mark. */
  stop: number
  /** Everything that is wrong with how its focus shows. */
  faults: string[]
}

/** What has the focus, and whether it can be seen; undefined when nothing in the page has it. */
const focus = (page: Page): Promise<Focus | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const faults: string[] = []
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    // The button of a date field's calendar is inside the field, and the browser shows its focus.
    const inside = element.matches('[type=date]:not(:focus-visible)')
    if (!inside && (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)) faults.push(`outline ${outlineStyle} ${outlineWidth}`)
    if (/rgba\(.*, 0\)|transparent/.test(outlineColor)) faults.push(`outline of colour ${outlineColor}`)
    // A link over two lines has two boxes; the hull of both may be filled by others.
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    const inView = boxes.filter(({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth)
    if (inView.length === 0) faults.push('out of view')
    else {
      const seen = inView.some(({ left, right, top, bottom }) => {
        const across = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1)
        const down = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1)
        const hit = document.elementFromPoint(across, down)
        return hit !== null && (element.contains(hit) || hit.contains(element))
      })
      if (!seen) faults.push('covered')
    }
    const text = element.getAttribute('aria-label') ?? element.textContent ?? ''
    const address = element.getAttribute('href') ?? ''
    const name = `${element.tagName.toLowerCase()} ${text.trim().slice(0, 40)} ${address}`.trim()
    return { name, address, stop: Number(element.getAttribute('data-stop') ?? -1), faults }
  })

/** Presses Tab until the focus is on a link to such an address, which it returns; every stop on the way must be seen. */
async function tabTo(page: Page, address: RegExp): Promise<string> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    const now = await focus(page)
    if (!now) throw new Error(`The focus left the page before it came to ${address}.`)
    expect(now.faults, now.name).toEqual([])
    if (address.test(now.address)) return now.address
  }
  throw new Error(`400 presses of Tab did not come to ${address}.`)
}

/** Marks everything a reader can act on, in the order of the page, and returns how many there are. */
const markStops = (page: Page) =>
  page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled') && !passedOver(element),
    )
    stops.forEach((stop, index) => {
      stop.setAttribute('data-stop', String(index))
    })
    return stops.length

    /** Of a group of radios Tab comes to one, the arrows to the others: to the one that is chosen, else to the first. */
    function passedOver(element: HTMLElement): boolean {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(({ name }) => name === element.name)
      return group.some(({ checked }) => checked) || group[0] !== element
    }
  })

describe.concurrent('By keyboard alone', () => {
  test('a reader comes from the home page over a role to a stage of the pathway, and back', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await open(page, 'home')
      await page.keyboard.press('Tab')
      expect(await focus(page)).toMatchObject({ address: '#main', faults: [] })
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      await tabTo(page, /^\/roles\/operations-manager\/$/)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${PAGES.role[0]}`)
      await expectHeading(page, PAGES.role[1])
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const stage = await tabTo(page, /^\/pathways\/operations-manager\/[a-z0-9-]+\/$/)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${stage}`)
      await expectHeading(page, 'Stage ')
      // The text, which the skip link led to, is an address of its own: one step of the way back.
      for (const [heading, hash] of [
        [PAGES.role[1], '#main'],
        [PAGES.role[1], ''],
        [PAGES.home[1], '#main'],
        [PAGES.home[1], ''],
      ] as const) {
        await page.goBack()
        await expectHeading(page, heading)
        expect(new URL(page.url()).hash).toBe(hash)
      }
      await page.goForward()
      await page.goForward()
      await expectHeading(page, PAGES.role[1])
    })
  })

  const kinds: [PageName, string, typeof DESKTOP | typeof PHONE][] = [
    ['home', 'on a desktop', DESKTOP],
    ['role', 'on a desktop', DESKTOP],
    ['role', 'on a phone', PHONE],
    ['stage', 'on a phone', PHONE],
    ['salaries', 'on a phone', PHONE],
    ['search', 'on a desktop', DESKTOP],
    ['pathway', 'on a phone', PHONE],
    ['plan', 'on a desktop', DESKTOP],
  ]
  test.each(kinds)('%s %s: Tab comes to every control once, in the order of the page, and out again', async (name, _, options) => {
    await withPage(site, options, async (page) => {
      await open(page, name)
      await page.locator('[data-theme-switch]').waitFor()
      if (name === 'pathway') await pathwayAwake(page)
      if (name === 'plan') await planAwake(page)
      await thinOut(page)
      const count = await markStops(page)
      expect(count).toBeGreaterThan(20)
      const order: number[] = []
      const unseen: string[] = []
      // Tab goes through the parts of a date one by one.
      for (let presses = 0; presses <= count + 3 * (await page.locator('[type=date]').count()); presses++) {
        await page.keyboard.press('Tab')
        const now = await focus(page)
        if (!now) break
        if (now.stop !== order.at(-1) || now.stop === -1) order.push(now.stop)
        if (now.faults.length > 0) unseen.push(`${now.name}: ${now.faults.join(', ')}`)
      }
      expect(unseen).toEqual([])
      expect(order).toEqual(Array.from({ length: count }, (_, index) => index))
    })
  })

  test('"On this page" opens, closes with Esc and gives the focus back', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'role')
      const button = page.getByRole('button', { name: 'On this page' })
      const list = page.getByRole('navigation', { name: 'On this page' })
      await button.focus()
      expect(await list.isVisible()).toBe(false)
      await page.keyboard.press('Enter')
      await list.waitFor()
      await page.keyboard.press('Tab')
      expect(await list.evaluate((nav) => nav.contains(document.activeElement))).toBe(true)
      expect((await focus(page))?.faults).toEqual([])
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'hidden', timeout: 3000 })
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })

  test('a section chosen in it is what the reader then sees', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'role')
      await page.getByRole('button', { name: 'On this page' }).focus()
      await page.keyboard.press('Enter')
      const list = page.getByRole('navigation', { name: 'On this page' })
      const link = list.getByRole('link').nth(3)
      const target = (await link.getAttribute('href')) ?? ''
      await link.focus()
      await page.keyboard.press('Enter')
      await list.waitFor({ state: 'hidden', timeout: 3000 })
      const seen = await page.locator(target).evaluate((heading) => {
        const { left, top, bottom } = heading.getBoundingClientRect()
        const hit = document.elementFromPoint(left + 4, (top + bottom) / 2)
        return hit !== null && heading.contains(hit)
      })
      expect(seen).toBe(true)
    })
  })
})
