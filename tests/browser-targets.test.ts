import { describe, expect, test } from 'vitest'
import { openState, pathwayAwake, planAwake } from './browser-reader.ts'
import { open, PAGE_NAMES, PHONE, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()

/** What a reader with a thumb on a bus uses most. */
const MAIN_CONTROLS =
  '.bar nav a, .word, [data-theme-switch], .on-page-open, .on-page a, .country-choice select, #find, .marks input, .marks-line a, ' +
  '.list-filter :is(summary, select, input, button), .list-answer button, ' +
  '.act, .island :is(summary, select, textarea, .choice input, .tick input, .field input)'

/** Runs in the page: targets smaller than they may be. A link inside a line of text is as high as the line, which WCAG allows. */
function smallTargets(main: string): string[] {
  for (const list of document.querySelectorAll<HTMLElement>('[popover]')) list.showPopover()
  const found: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, select, input, textarea, summary')) {
    if (!element.checkVisibility() || element.matches('.skip') || element.closest('svg')) continue
    const least = element.matches(main) ? 44 : 24
    if (least === 24 && inText(element)) continue
    // What stands around a box to tick can be pressed for it.
    const pressed = (element.matches('[type=checkbox], [type=radio]') && element.closest('label')) || element
    const { width, height } = pressed.getBoundingClientRect()
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
      if (name === 'pathway') await pathwayAwake(page)
      if (name === 'plan') await planAwake(page)
      if (name === 'stage') await page.locator('.marks').first().waitFor()
      expect(await page.evaluate(smallTargets, MAIN_CONTROLS)).toEqual([])
    })
  })
})

describe.concurrent('and so it is where a reader has marked', () => {
  test.each(['pathway, begun, with open fields', 'plan, with marks and everything open', 'plan, with a link compared'] as const)(
    '%s',
    async (state) => {
      await withContext(site, PHONE, async (context) => {
        const page = await openState(context, state)
        expect(await page.evaluate(smallTargets, MAIN_CONTROLS)).toEqual([])
      })
    },
  )
})
