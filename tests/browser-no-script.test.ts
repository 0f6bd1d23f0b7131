import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtGuide, builtPathway } from './browser-reader.ts'
import { DESKTOP, open, PAGE_NAMES, PHONE, withContext, withoutScripts, withPage, withSite } from './browser-site.ts'

const site = withSite()

/** Controls that do nothing without the script, so the script is what shows them. */
const CONTROLS =
  '[data-theme-switch], [data-share], .country-choice, .ask, .examples, .marks, .marks-line, .start-bar, [data-start-result], .list-filter, .list-answer, [data-group^="level="], .of-line, .keep, [data-embed-code] button, [data-offline]:not([data-offline=scripts])'
/** What is said only where no script has run, after some seconds where one may still come. */
const SAID_INSTEAD = '[data-offline=scripts]'
/** Hidden by the style sheet, not for a script: a list and the button that opens it natively, a fold, and a drawing or its lists, as the width allows. */
const OPENED_OTHERWISE = '[popover], [popovertarget], details > :not(summary), .line-map, .home-lines > .line, .map-wide, script, style'

/** All text a reader gets. */
const textOf = (page: Page) =>
  page.evaluate((controls) => {
    for (const control of document.querySelectorAll<HTMLElement>(controls)) control.hidden = true
    return document.body.innerText
  }, `${CONTROLS}, ${SAID_INSTEAD}`)

/** Pages that a reader works with hold less without the script, and are looked at on their own below. */
const STILL = PAGE_NAMES.filter((name) => !['pathway', 'plan', 'moves', 'compare', 'comparison'].includes(name))

describe.concurrent('Without scripts a page is complete', () => {
  test.each(STILL)('%s says the same', async (name) => {
    const options = PAGE_NAMES.indexOf(name) % 2 ? PHONE : DESKTOP
    const whole = await withPage(site, options, async (page) => {
      await open(page, name)
      await page.locator('[data-theme-switch]').waitFor()
      return textOf(page)
    })
    await withContext(site, options, async (context) => {
      await withoutScripts(context)
      const page = await context.newPage()
      await open(page, name)
      const hidden = await page.evaluate(
        ([controls, otherwise, instead]) =>
          [...document.querySelectorAll<HTMLElement>('body *')]
            .filter((element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
            .filter((element) => element.textContent?.trim() && !element.closest(`${controls}, ${otherwise}, ${instead}, .anchor`))
            .map((element) => element.outerHTML.slice(0, 120)),
        [CONTROLS, OPENED_OTHERWISE, SAID_INSTEAD] as const,
      )
      expect(hidden).toEqual([])
      expect(
        await page.locator(CONTROLS).evaluateAll((all) => all.filter((each) => each.checkVisibility({ visibilityProperty: true })).length),
      ).toBe(0)
      const text = await textOf(page)
      expect(text.length).toBeGreaterThan(500)
      expect(text).toBe(whole)
    })
  })

  const OFF = { javaScriptEnabled: false } as const

  test.each([PHONE, DESKTOP])('the pathway shows every stage and, in folds that open, every step', async (options) => {
    await withPage(site, { ...options, ...OFF }, async (page) => {
      await open(page, 'pathway')
      const { stages, questions } = builtPathway()
      expect(await page.locator('.stage').count()).toBe(stages.length)
      for (const [order, { title, address, steps }] of stages.entries()) {
        const stage = page.locator('.stage').nth(order)
        expect(await stage.getByRole('link', { name: `Stage ${order}: ${title}` }).getAttribute('href')).toBe(address)
        await stage.locator('summary').first().click()
        for (const { id, text } of steps) {
          const link = stage.locator(`li[id="${id}"]`).getByRole('link', { name: text })
          expect(await link.isVisible(), id).toBe(true)
          expect(await link.getAttribute('href')).toBe(`${address}#${id}`)
        }
      }
      // Every answer leads to its stage.
      const answers = questions.flatMap(({ options: all }) => all.map(({ stage }) => stages.find(({ id }) => id === stage)?.address))
      const links = page.locator('.choice > a')
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(answers)
      for (const link of await links.all()) expect(await link.isVisible()).toBe(true)
      expect(await page.locator('.island :is(button, input, select, textarea, progress)').filter({ visible: true }).count()).toBe(0)
      // Nothing is counted where nothing can be marked.
      expect(await page.locator('.island').first().innerText()).not.toMatch(/\d+%|of \d+ done/)
    })
  })

  test('the plan says what to do instead, and leads to every stage there is', async () => {
    await withPage(site, { ...PHONE, ...OFF }, async (page) => {
      await open(page, 'plan')
      const text = page.locator('.without-script')
      expect(await text.locator('p').first().innerText()).toMatch(/script.*prints/s)
      for (const { address, stages } of builtGuide().pathways)
        for (const to of [address, ...stages.map((stage) => stage.address)])
          expect(await text.locator(`a[href="${to}"]`).isVisible(), to).toBe(true)
      expect(await page.locator('.island').isVisible()).toBe(false)
    })
  })

  test('the list of the page still opens, and a section of it can be reached', async () => {
    await withContext(site, PHONE, async (context) => {
      await withoutScripts(context)
      const page = await context.newPage()
      await open(page, 'role')
      await page.getByRole('button', { name: 'On this page' }).click()
      const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(2)
      const target = (await link.getAttribute('href')) ?? ''
      await link.click()
      expect(new URL(page.url()).hash).toBe(target)
      await page.keyboard.press('Escape')
      expect(await page.locator(target).evaluate((heading) => heading.getBoundingClientRect().top < innerHeight)).toBe(true)
    })
  })

  test('day and night follow the system', async () => {
    const backgrounds = await Promise.all(
      (['light', 'dark'] as const).map((colorScheme) =>
        withContext(site, { colorScheme }, async (context) => {
          await withoutScripts(context)
          const page = await context.newPage()
          await open(page, 'home')
          return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        }),
      ),
    )
    expect(backgrounds[0]).not.toBe(backgrounds[1])
  })
})
