import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtPathway, pathwayAwake } from './browser-reader.ts'
import { DESKTOP, expectHeading, open, withPage, withSite } from './browser-site.ts'

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

describe.concurrent('A role prints on two sheets', () => {
  test.each(ROLES)('%s', async (address) => {
    await withPage(site, DESKTOP, async (page) => {
      await visit(page, address)
      await expectNoControls(page)
      // What stays is the sheet a reader takes to an interview: what it pays, what one does, what one is measured by.
      for (const part of ['h1', '.board', '#block-duties', '#block-measures', '#block-competencies', '#block-pay'])
        expect(await page.locator(part).isVisible(), part).toBe(true)
      for (const format of ['A4', 'Letter'] as const) {
        const count = await sheets(page, format)
        expect(count, format).toBeGreaterThan(0)
        expect(count, format).toBeLessThanOrEqual(2)
      }
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

describe.concurrent('A pathway prints as a checklist', () => {
  test.each([true, false])('with every step, folds open, scripts: %s', async (javaScriptEnabled) => {
    await withPage(site, { ...DESKTOP, javaScriptEnabled }, async (page) => {
      await open(page, 'pathway')
      if (javaScriptEnabled) await pathwayAwake(page)
      const onScreen = await page.locator('.mark-step').evaluateAll((all) => all.filter((step) => step.checkVisibility()).length)
      expect(onScreen).toBe(0)
      await page.emulateMedia({ media: 'print' })
      const printed = await page.locator('.mark-step').evaluateAll((all) =>
        all.flatMap((step) => {
          const heading = step.querySelector('h3, h4')
          const { width, height } = getComputedStyle(step, '::after')
          const box = Number.parseFloat(width) > 5 && Number.parseFloat(height) > 5
          return heading?.checkVisibility() && heading.getBoundingClientRect().height > 5 && box ? [heading.textContent?.trim()] : []
        }),
      )
      expect(printed).toEqual(builtPathway().stages.flatMap(({ steps }) => steps.map(({ text }) => text)))
      const left = await page
        .locator('.island :is(button, input, select, textarea, summary, progress, [role=status])')
        .filter({ visible: true })
        .evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 100)))
      expect(left).toEqual([])
      for (const format of ['A4', 'Letter'] as const) expect(await sheets(page, format), format).toBeLessThanOrEqual(15)
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
