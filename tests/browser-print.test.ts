import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtPathway, builtStage, keepBefore, openPathway, pathwayAwake, someProgress } from './browser-reader.ts'
import { DESKTOP, expectHeading, open, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()

/** Addresses of the pages one level below `section`. */
const below = (section: string) => {
  try {
    return readdirSync(path.join('out', section), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `/${section}/${entry.name}/`)
  } catch {
    // Without a built site the file fails with its own sentence.
    return [`/${section}/`]
  }
}
const ROLES = below('roles')
const STAGES = below('pathways/operations-manager')
const PATHWAYS = below('pathways')

/** Sheets a page takes, as the browser's print dialog makes them by default. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format, displayHeaderFooter: false })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** Menus, buttons and lists of links say nothing on paper. */
async function expectNoControls(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const left = await page.evaluate(() =>
    [...document.querySelectorAll('nav:not(.crumbs), button, select, input, form, fieldset, [role=status], .foot, .skip')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 100)),
  )
  expect(left).toEqual([])
}

async function visit(page: Page, address: string) {
  const response = await page.goto(address)
  expect(response?.status()).toBe(200)
  await expectHeading(page, '')
}

/** Points below which print is no longer read with ease. */
const SMALLEST = 7

/** Visible text on paper that is smaller than that. */
const tooSmall = (page: Page) =>
  page.evaluate((smallest) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small = new Set<string>()
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      if (!element?.checkVisibility() || !texts.currentNode.textContent?.trim() || element.closest('svg, script, .sr-only')) continue
      const points = Number.parseFloat(getComputedStyle(element).fontSize) * 0.75
      if (points < smallest - 0.02) small.add(`${element.tagName}.${element.className} ${points.toFixed(1)} pt`)
    }
    return [...small]
  }, SMALLEST)

/** What the style sheet writes on paper: the address of the page, and what of it was left out. */
const written = (page: Page) =>
  page.evaluate(() => {
    const after = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body, '::after').content
    return { address: after('link[rel=canonical]'), leftOut: after('.page .text') }
  })

describe.concurrent('A role prints on two sheets', () => {
  test.each(ROLES)('%s', async (address) => {
    await withPage(site, DESKTOP, async (page) => {
      await visit(page, address)
      await expectNoControls(page)
      // What stays is the sheet that a coach and an agent talk through; the same parts for every role.
      const parts = ['shift', 'duties', 'measures', 'competencies', 'pay', 'first-ninety', 'moves', 'questions']
      for (const part of ['h1', '.lead', '.board', ...parts.map((part) => `#block-${part}`)])
        expect(await page.locator(part).isVisible(), part).toBe(true)
      // A figure keeps who says so.
      expect(
        await page
          .locator('.pay-row')
          .filter({ visible: true })
          .filter({ hasNot: page.locator('.src >> visible=true') })
          .count(),
      ).toBe(0)
      expect(await tooSmall(page)).toEqual([])
      const { address: told, leftOut } = await written(page)
      expect(told).toMatch(new RegExp(`^"https://[^"]+${address}"$`))
      expect(leftOut).toContain('Left out, to stay on two sheets')
      for (const format of ['A4', 'Letter'] as const) expect(await sheets(page, format), format).toBe(2)
    })
  })
})

describe.concurrent('A stage prints on three sheets', () => {
  test.each(STAGES)('%s', async (address) => {
    await withPage(site, DESKTOP, async (page) => {
      await visit(page, address)
      await expectNoControls(page)
      const steps = page.locator('.steps > li')
      expect(await steps.count()).toBeGreaterThan(2)
      expect(await steps.evaluateAll((all) => all.every((step) => step.checkVisibility()))).toBe(true)
      for (const format of ['A4', 'Letter'] as const) {
        const count = await sheets(page, format)
        expect(count, format).toBeGreaterThan(0)
        expect(count, format).toBeLessThanOrEqual(3)
      }
    })
  })
})

/** The steps of a pathway that stand on paper, each with a box to tick. */
const printedSteps = (page: Page) =>
  page.locator('.mark-step').evaluateAll((all) =>
    all.flatMap((step) => {
      const heading = step.querySelector('h3, h4')
      const { width, height } = getComputedStyle(step, '::after')
      const box = Number.parseFloat(width) > 5 && Number.parseFloat(height) > 5
      return heading?.checkVisibility() && heading.getBoundingClientRect().height > 5 && box ? [heading.textContent?.trim()] : []
    }),
  )

describe.concurrent('A pathway prints on one sheet', () => {
  test.each(PATHWAYS.flatMap((address) => [true, false].map((scripts) => [address, scripts] as const)))(
    '%s, scripts: %s',
    async (address, javaScriptEnabled) => {
      await withPage(site, { ...DESKTOP, javaScriptEnabled }, async (page) => {
        await visit(page, address)
        if (javaScriptEnabled) await pathwayAwake(page)
        await page.emulateMedia({ media: 'print' })
        const stages = page.locator('.stages > .stage')
        expect(await stages.count()).toBeGreaterThan(3)
        expect(await stages.evaluateAll((all) => all.every((stage) => stage.querySelector('h3')?.checkVisibility()))).toBe(true)
        // Folds open, where all steps have room.
        const steps = await page.locator('.mark-step h4').allTextContents()
        expect(steps.length).toBeGreaterThan(10)
        expect(await printedSteps(page)).toEqual((await stages.count()) > 6 ? [] : steps.map((step) => step.trim()))
        const left = await page
          .locator('.island :is(button, input, select, textarea, summary, progress, [role=status])')
          .filter({ visible: true })
          .evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 100)))
        expect(left).toEqual([])
        expect(await tooSmall(page)).toEqual([])
        expect((await written(page)).address).toContain(address)
        expect(await stages.first().evaluate((stage) => getComputedStyle(stage.parentElement ?? stage, '::after').content)).toContain(
          'One sheet',
        )
        for (const format of ['A4', 'Letter'] as const) expect(await sheets(page, format), format).toBe(1)
      })
    },
  )

  test('with the steps of the stage that the reader is in, where not all have room', async () => {
    await withContext(site, DESKTOP, async (context) => {
      await keepBefore(context, someProgress())
      const page = await context.newPage()
      await openPathway(page)
      await page.emulateMedia({ media: 'print' })
      expect(builtPathway().stages.length).toBeGreaterThan(6)
      expect(await printedSteps(page)).toEqual(builtStage().steps.map(({ text }) => text))
      for (const format of ['A4', 'Letter'] as const) expect(await sheets(page, format), format).toBe(1)
    })
  })
})

test('paper is white by night too', async () => {
  await withPage(site, { ...DESKTOP, colorScheme: 'dark' }, async (page) => {
    await open(page, 'role')
    await page.getByRole('button', { name: 'Switch between day and night colours' }).click()
    await page.getByRole('button', { name: 'Switch between day and night colours' }).click()
    await page.emulateMedia({ media: 'print' })
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      return { backgroundColor, color }
    })
    expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' })
  })
})
