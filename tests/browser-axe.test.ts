import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openState, READER_STATES } from './browser-reader.ts'
import { DESKTOP, open, PAGE_NAMES, type PageName, PHONE, thinOut, withContext, withoutScripts, withSite } from './browser-site.ts'

const site = withSite()

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The pages with most of their own on them; every other kind is made of the same parts. */
const RICHEST: PageName[] = ['home', 'role', 'stage']

interface Mode {
  options: BrowserContextOptions
  pages: PageName[]
  scripts?: boolean
}

const MODES: Record<string, Mode> = {
  'by day on a phone': { options: { ...PHONE, colorScheme: 'light' }, pages: PAGE_NAMES },
  'by night on a desktop': { options: { ...DESKTOP, colorScheme: 'dark' }, pages: PAGE_NAMES },
  'at 320 px': { options: { viewport: { width: 320, height: 640 } }, pages: RICHEST },
  'in colours the reader has forced': { options: { ...DESKTOP, forcedColors: 'active' }, pages: RICHEST },
  'with reduced motion': { options: { ...DESKTOP, reducedMotion: 'reduce' }, pages: RICHEST },
  'without scripts': { options: PHONE, pages: RICHEST, scripts: false },
}

/** Every complaint of axe about a page as it stands. */
async function expectNothingFound(page: Page) {
  await thinOut(page)
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS)
  const { violations, passes } = await axe.setLegacyMode().analyze()
  // Without its tag this rule is skipped in silence.
  expect(passes.map(({ id }) => id).concat(violations.map(({ id }) => id))).toContain('target-size')
  expect(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`))).toEqual([])
}

for (const [mode, { options, pages, scripts = true }] of Object.entries(MODES))
  describe.concurrent(`axe finds nothing ${mode}`, () => {
    test.each(pages)('%s', async (name) => {
      await withContext(site, options, async (context) => {
        if (!scripts) await withoutScripts(context)
        const page = await context.newPage()
        await open(page, name)
        await expectNothingFound(page)
      })
    })
  })

const STATES = Object.keys(READER_STATES) as (keyof typeof READER_STATES)[]
/** Each by day and by night, on a small page and on a large one in turn; those with everything on them in both. */
const LOOKS = STATES.flatMap((state, index) => {
  const looks = [
    ['by day on a phone', { ...PHONE, colorScheme: 'light' }],
    ['by night on a desktop', { ...DESKTOP, colorScheme: 'dark' }],
  ] as const
  return looks.filter((_, look) => /open/.test(state) || look === index % 2).map(([look, options]) => [state, look, options] as const)
})

describe.concurrent('axe finds nothing on the pages of a reader', () => {
  test.each(LOOKS)('%s, %s', async (state, _, options) => {
    await withContext(site, options, async (context) => expectNothingFound(await openState(context, state)))
  })
})
