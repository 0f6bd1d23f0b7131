import { describe, expect, test } from 'vitest'
import { open, PAGE_NAMES, PHONE, withPage, withSite } from './browser-site.ts'

const site = withSite()

/** What a reader with a thumb on a bus uses most. */
const MAIN_CONTROLS =
  '.bar nav a, .word, [data-theme-switch], .on-page-open, .on-page a, .country-choice select, #find, .marks input, .marks-line a'

/** Runs in the page: targets smaller than they may be. A link inside a line of text is as high as the line, which WCAG allows. */
function smallTargets(main: string): string[] {
  for (const list of document.querySelectorAll<HTMLElement>('[popover]')) list.showPopover()
  const found: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, select, input')) {
    if (!element.checkVisibility() || element.matches('.skip') || element.closest('svg')) continue
    const least = element.matches(main) ? 44 : 24
    if (least === 24 && inText(element)) continue
    const { width, height } = element.getBoundingClientRect()
    if (width < least - 0.01 || height < least - 0.01)
      found.push(`${element.outerHTML.slice(0, 90)} is ${width.toFixed(1)} × ${height.toFixed(1)}, must be ${least}`)
  }
  return found

  function inText(element: HTMLElement): boolean {
    if (!getComputedStyle(element).display.startsWith('inline')) return false
    let block = element.parentElement
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
    const others = block?.cloneNode(true) as HTMLElement
    for (const link of others.querySelectorAll('a, button, svg')) link.remove()
    return /[\p{L}\p{N}]/u.test(others.textContent ?? '')
  }
}

describe.concurrent('Everything to press is at least 24 px large, the main controls 44 px', () => {
  test.each(PAGE_NAMES)('%s', async (name) => {
    await withPage(site, PHONE, async (page) => {
      await open(page, name)
      await page.locator('[data-theme-switch]').waitFor()
      if (name === 'stage') await page.locator('.marks').first().waitFor()
      expect(await page.evaluate(smallTargets, MAIN_CONTROLS)).toEqual([])
    })
  })
})
