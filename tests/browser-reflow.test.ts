import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { justChosen, keepBefore, pathwayAwake, planAwake, sharedFragment, someProgress } from './browser-reader.ts'
import { addStyle, open, openFramed, PAGE_NAMES, withContext, withPage, withSite } from './browser-site.ts'

const NARROWEST = 320
const WIDEST = 1440
const STEP = 16
/** Where text is looked at word by word: phones, a tablet, both sides of the widest change of layout. */
const LOOKED_AT = [320, 368, 640, 832, 1120, 1280]

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`

/** The words a careful reader would meet at their worst: nothing to break at, marks piled up, another direction. */
const HOSTILE = [
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(4),
  `https://example.com/${'a-very-long-path/'.repeat(12)}?${'q'.repeat(180)}`,
  `Z${'\u0300\u0301\u0316\u0317\u0489'.repeat(12)}a${'\u0300\u0301\u0316\u0317\u0489'.repeat(12)}lgo`.repeat(10),
  'مركز الاتصال وخدمة العملاء '.repeat(12),
  'العملاء'.repeat(40),
  '顧客対応'.repeat(60),
  '👩‍💻'.repeat(80),
  'W'.repeat(400),
]

/** Sideways scroll of the page at every width, and at some of them text that is cut or lies on other text. */
const faultsOf = (frame: Frame, widths = everyWidth()) => frame.evaluate(findFaults, { widths, lookedAt: LOOKED_AT })

const everyWidth = () => Array.from({ length: (WIDEST - NARROWEST) / STEP + 1 }, (_, index) => NARROWEST + index * STEP)

/** Runs inside the framed page, so everything it needs stands inside it. */
function findFaults({ widths, lookedAt }: { widths: number[]; lookedAt: number[] }): string[] {
  const faults: string[] = []
  for (const width of widths) {
    frameElement?.setAttribute('width', String(width))
    if (innerWidth !== width) throw new Error(`The frame is ${innerWidth} px wide instead of ${width}.`)
    const { scrollWidth } = document.documentElement
    if (scrollWidth > width) faults.push(`${width} px: the page is ${scrollWidth} px wide`)
    if (lookedAt.includes(width)) for (const fault of textFaults()) faults.push(`${width} px: ${fault}`)
  }
  return faults

  /** Compares the lines of text by their place. What may scroll, or is there for screen readers only, is left out. */
  function textFaults(): string[] {
    const found: string[] = []
    const lines: { left: number; right: number; top: number; bottom: number; node: Text }[] = []
    const named = (node: Text) => `"${node.data.trim().slice(0, 30)}"`
    const range = document.createRange()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const element = node.parentElement
      if (!node.data.trim() || !element || element.closest('svg, script, style, select, .sr-only, .skip') || !element.checkVisibility())
        continue
      let clip: Element | null = element
      while (clip && getComputedStyle(clip).overflowX === 'visible') clip = clip.parentElement
      const overflow = clip ? getComputedStyle(clip).overflowX : 'visible'
      if (overflow === 'auto' || overflow === 'scroll') continue
      const edge = clip ? clip.getBoundingClientRect().right : innerWidth
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      range.selectNodeContents(node)
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width < 1) continue
        if (right > edge + 1) found.push(`${named(node)} reaches ${Math.round(right)}, its place ends at ${Math.round(edge)}`)
        // A line box is higher than its letters; the middle of it is where two lines must not meet.
        const middle = (top + bottom) / 2
        lines.push({ left, right, top: middle - size * 0.3, bottom: middle + size * 0.3, node })
      }
    }
    lines.sort((a, b) => a.top - b.top)
    for (const [index, upper] of lines.entries())
      for (let next = index + 1; next < lines.length; next++) {
        const lower = lines[next]
        if (!lower || lower.top >= upper.bottom) break
        const across = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left)
        const down = Math.min(upper.bottom, lower.bottom) - lower.top
        if (upper.node !== lower.node && across > 1.5 && down > 2) found.push(`${named(upper.node)} lies on ${named(lower.node)}`)
      }
    return found
  }
}

describe('From 320 to 1440 px no page scrolls sideways and no text is cut or covered', () => {
  const site = withSite()
  // Browsers that set twice the usual size of text for every page.
  const large = withSite(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'])

  test.concurrent.each(PAGE_NAMES)('%s, as it is and with the text spacing of WCAG 1.4.12', async (name) => {
    await withPage(site, {}, async (page) => {
      const frame = await openFramed(page, name)
      const asItIs = await faultsOf(frame)
      await addStyle(frame, SPACING)
      expect({ asItIs, spaced: await faultsOf(frame) }).toEqual({ asItIs: [], spaced: [] })
    })
  })

  test.concurrent.each(PAGE_NAMES)('%s, with text twice the usual size', async (name) => {
    await withPage(large, {}, async (page) => {
      const frame = await openFramed(page, name)
      expect(await frame.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
      expect(await faultsOf(frame)).toEqual([])
    })
  })

  test.concurrent.each(['guide', 'role', 'stage'] as const)('%s, with words that cannot be broken in its text', async (name) => {
    await withPage(site, {}, async (page) => {
      const frame = await openFramed(page, name)
      await frame.evaluate((words) => {
        const put = (place: Element, tag: string, word: string) =>
          place.append(' ', Object.assign(document.createElement(tag), { textContent: word }), ' ')
        for (const place of document.querySelectorAll('h1, .lead, .board dd, .facts dt, .facts dd, .steps h3, .pager a, .crumbs span'))
          for (const word of words) put(place, 'span', word)
        for (const prose of document.querySelectorAll('.prose'))
          for (const tag of ['h2', 'h3', 'p', 'li', 'blockquote', 'a', 'code', 'em', 'pre']) for (const word of words) put(prose, tag, word)
      }, HOSTILE)
      expect(await frame.evaluate(findFaults, { widths: everyWidth(), lookedAt: [] })).toEqual([])
    })
  })

  test.concurrent.each(['pathway', 'plan'] as const)('%s, with marks, and words that cannot be broken in every field', async (name) => {
    const words = { note: HOSTILE.join(' '), evidence: `https://example.com/${'q'.repeat(180)}` }
    const own = someProgress()
    const steps = new Map([...own.steps].map(([id, mark]) => [id, { ...mark, ...words }] as const))
    await withContext(site, {}, async (context) => {
      await keepBefore(context, { ...own, steps, plan: { ...own.plan, name: HOSTILE[0] ?? '' } })
      const frame = await openFramed(await context.newPage(), name)
      await (name === 'plan' ? planAwake(frame) : pathwayAwake(frame))
      await frame.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })
      await frame.locator('.mark-fields textarea').first().waitFor()
      const asItIs = await faultsOf(frame)
      await addStyle(frame, SPACING)
      expect({ asItIs, spaced: await faultsOf(frame) }).toEqual({ asItIs: [], spaced: [] })
    })
  })

  test('plan, with a link of another reader compared', async () => {
    await withContext(site, {}, async (context) => {
      await keepBefore(context, justChosen())
      const frame = await openFramed(await context.newPage(), 'plan')
      await planAwake(frame)
      await frame.evaluate((hash) => {
        location.hash = hash
      }, sharedFragment())
      await frame.getByRole('button', { name: 'Compare with mine' }).click()
      await frame.locator('.incoming summary').click()
      expect(await faultsOf(frame)).toEqual([])
    })
  })

  test('at 400 % of a small laptop nothing that stays in view takes more than half of it', async () => {
    const size = { width: 320, height: 256 }
    await withPage(site, { viewport: size }, async (page) => {
      for (const name of PAGE_NAMES) {
        await open(page, name)
        const kept = await page.evaluate(() => {
          scrollTo(0, document.documentElement.scrollHeight / 2)
          return [...document.querySelectorAll('body *')]
            .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility())
            .map((element) => element.getBoundingClientRect())
            .map(({ top, bottom }) => Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)))
            .reduce((sum, height) => sum + height, 0)
        })
        expect(kept, name).toBeLessThanOrEqual(size.height / 2)
      }
    })
  })
})
