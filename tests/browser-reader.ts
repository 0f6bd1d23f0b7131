import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { GuideOutline, PathwayOutline, StageOutline } from '../lib/reader/outline.ts'
import { planFragment } from '../lib/reader/plan-link.ts'
import { NO_PLAN, NOTHING, type Progress, UNMARKED } from '../lib/reader/progress.ts'
import { writeProgress } from '../lib/reader/progress-format.ts'
import { PROGRESS_KEY } from '../lib/reader/store.ts'
import { expectHeading, PAGES } from './browser-site.ts'

/** What a reader does on the pages that remember, and what those pages should then hold. */

/** The guide as the built site hands it to the plan; read in a test, not before, so that a site not built is told in one sentence. */
export const builtGuide = () => JSON.parse(readFileSync('out/plan/guide.json', 'utf8')) as GuideOutline

/** The pathway that the tests follow. */
export function builtPathway(): PathwayOutline {
  const pathway = builtGuide().pathways.find(({ address }) => address === PAGES.pathway[0])
  if (!pathway) throw new Error(`The guide has no pathway at ${PAGES.pathway[0]}.`)
  return pathway
}

/** The stage that `PAGES.stage` shows. */
export function builtStage(): StageOutline & { order: number } {
  const { stages } = builtPathway()
  const order = stages.findIndex(({ address }) => address === PAGES.stage[0])
  const stage = stages[order]
  if (!stage) throw new Error(`The pathway has no stage at ${PAGES.stage[0]}.`)
  return { ...stage, order }
}

/** Ids of the steps of that stage. */
export const builtSteps = () => builtStage().steps.map(({ id }) => id)

/** A reader in stage 5 with something of everything: states, a note, a day, a proof, a name, a claim. */
export function someProgress(): Progress {
  const { id, goal = '' } = builtPathway()
  const [done, doing, skipped, dated] = builtSteps()
  if (!done || !doing || !skipped || !dated) throw new Error('The stage has fewer than four steps.')
  return {
    steps: new Map([
      [done, { ...UNMARKED, state: 'done', doneOn: '2026-11-02', evidence: 'https://example.org/sheet', changes: 2 }],
      [doing, { ...UNMARKED, state: 'doing', note: 'Asked Rowena on Monday', changes: 1 }],
      [skipped, { ...UNMARKED, state: 'skip', changes: 1 }],
      [dated, { ...UNMARKED, target: '2027-01-31', changes: 1 }],
    ]),
    starts: new Map([[id, { stage: builtStage().id, reopened: [], changes: 1 }]]),
    claims: new Map(),
    plan: { ...NO_PLAN, target: goal, pace: 5, name: 'Maya', changes: 2 },
  }
}

/** The same reader with a plan that leads to the pathway's goal and nothing marked. */
export const justChosen = (): Progress => ({ ...NOTHING, plan: { ...NO_PLAN, target: builtPathway().goal ?? '', changes: 1 } })

/** Lays progress into the storage of every page of the context, once, before its scripts run. */
export const keepBefore = (context: BrowserContext, progress: Progress | string) =>
  context.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem('laid')) return
      sessionStorage.setItem('laid', '1')
      localStorage.setItem(key, text)
    },
    [PROGRESS_KEY, typeof progress === 'string' ? progress : writeProgress(progress)] as const,
  )

/** The text that lies in the browser. */
export const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), PROGRESS_KEY)

export interface Kept {
  version: number
  steps: Record<string, { state: string; note?: string; target?: string; doneOn?: string; evidence?: string; changes: number }>
  starts: Record<string, { stage: string; reopened: string[] }>
  claims: Record<string, { level: number }>
  plan: { target?: string; pace: number; since?: string; name?: string; changes: number }
}
/** The same as data. */
export const keptData = async (page: Page): Promise<Kept> => JSON.parse((await kept(page)) ?? '{}')

export async function openPathway(page: Page) {
  expect((await page.goto(PAGES.pathway[0]))?.status()).toBe(200)
  await expectHeading(page, PAGES.pathway[1])
  await pathwayAwake(page)
}

export const pathwayAwake = (page: Page | Frame) => page.locator('fieldset.choices:enabled').first().waitFor()

/** `behind` is what follows the path in the address, with its `?` or `#`. */
export async function openPlan(page: Page, behind = '') {
  const address = PAGES.plan[0] + behind
  // With another fragment only, the page would stay the same one.
  if (new URL(page.url(), 'http://x').pathname === PAGES.plan[0]) await page.goto('/robots.txt')
  const response = await page.goto(address)
  expect(response?.status() ?? 200, address).toBe(200)
  await expectHeading(page, PAGES.plan[1])
  await planAwake(page)
}

export const planAwake = (page: Page | Frame) => page.locator('fieldset.plan-form:enabled').waitFor()

/** Opens the move planner with a query. */
export async function openMoves(page: Page, query: string) {
  expect((await page.goto(PAGES.moves[0] + query))?.status()).toBe(200)
  await expectHeading(page, PAGES.moves[1])
  await page.locator('.move-form:enabled').waitFor()
}

export async function openStage(page: Page) {
  expect((await page.goto(PAGES.stage[0]))?.status()).toBe(200)
  await expectHeading(page, PAGES.stage[1])
  await page.locator('.marks').first().waitFor()
}

/** A step by its permanent id, on any page. */
export const step = (page: Page, id: string) => page.locator(`li[id="${id}"]`)
export const radio = (place: Locator, name: string) => place.getByRole('radio', { name, exact: true })

/** Unfolds the stage of the pathway that holds the step, or the group of the plan. */
export async function unfold(page: Page, id: string) {
  const fold = page.locator('.stage-steps, .plan-group').filter({ has: step(page, id) })
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click()
  await step(page, id).waitFor()
}

/** Unfolds note, dates and proof of a step. */
export async function openFields(page: Page, id: string) {
  await step(page, id).locator('.mark-more > summary').click()
  await step(page, id).locator('textarea').waitFor()
}

export const noteOf = (page: Page, id: string) => step(page, id).getByLabel('Note, for you alone')
export const stateOf = (page: Page, id: string) => step(page, id).getAttribute('data-state')

/** The line that says what was done last. */
export const said = (page: Page) => page.locator('.acts [role=status]')
export const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true })

export const linkField = (page: Page) => page.getByLabel(/^The link/)
export const linkOf = (page: Page) => linkField(page).inputValue()

/** What has the focus: `body` means that it was lost. */
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? '')

/** A reader's page in one of the shapes it takes: `lay` is what lies in storage before, `open` leads there. */
interface ReaderState {
  page: 'pathway' | 'plan' | 'moves'
  lay?: () => Progress | string
  open: (page: Page) => Promise<void>
}

/** Shapes of the two pages beyond how they arrive, for tests that look at all of them. */
export const READER_STATES = {
  'pathway, answered': {
    page: 'pathway',
    open: async (page) => {
      await openPathway(page)
      await page.getByLabel('I lead people').check()
      await page.getByLabel('I cover for a leader now and then').check()
      await page.getByRole('button', { name: /^Begin at stage/ }).waitFor()
    },
  },
  'pathway, begun, with open fields': {
    page: 'pathway',
    lay: someProgress,
    open: async (page) => {
      await openPathway(page)
      for (const id of builtSteps().slice(0, 2)) {
        await unfold(page, id)
        await openFields(page, id)
      }
      await radio(step(page, builtSteps()[1] ?? ''), 'Done').check()
      await said(page).filter({ hasText: 'Done' }).waitFor()
    },
  },
  'plan, just chosen': { page: 'plan', lay: justChosen, open: (page) => openPlan(page) },
  'plan, with marks and everything open': {
    page: 'plan',
    lay: someProgress,
    open: async (page) => {
      await openPlan(page)
      await openFields(page, builtSteps()[0] ?? '')
      await page.getByLabel('Put my name into it').check()
      await page.getByLabel('Put my notes and proofs into it').check()
      await page.getByRole('button', { name: /code image/ }).click()
      await page.getByRole('img', { name: /^Code image/ }).waitFor()
      await page
        .getByLabel('Choose a plan file')
        .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from('{') })
      await page.locator('.notice[role=alert]').waitFor()
      await page.getByRole('button', { name: 'Clear everything', exact: true }).click()
      await page.getByRole('button', { name: 'Copy the text' }).click()
      await said(page).filter({ hasText: /./ }).waitFor()
    },
  },
  'plan, with a link opened': {
    page: 'plan',
    open: async (page) => {
      await openPlan(page, sharedFragment())
      await page.locator('.incoming summary').click()
    },
  },
  'plan, with a link compared': {
    page: 'plan',
    lay: justChosen,
    open: async (page) => {
      await openPlan(page, sharedFragment())
      await page.getByRole('button', { name: 'Compare with mine' }).click()
      await page.getByRole('table').first().waitFor()
    },
  },
  'plan, with text that could not be read and a broken link': {
    page: 'plan',
    lay: () => '{oops',
    open: (page) => openPlan(page, '#plan=1cut'),
  },
  'plan, without the guide': {
    page: 'plan',
    lay: someProgress,
    open: async (page) => {
      await page.route('**/plan/guide.json', (route) => route.abort())
      await page.goto(PAGES.plan[0])
      await page.getByRole('button', { name: 'Try again' }).waitFor()
    },
  },
  'moves, a route with everything open': {
    page: 'moves',
    lay: someProgress,
    open: async (page) => {
      await openMoves(page, '?from=customer-service-representative&to=operations-manager&country=united-states')
      await page.locator('.pay-row').first().waitFor()
      await page.locator('.gap-steps').first().waitFor({ state: 'attached' })
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll<HTMLDetailsElement>('.answer details')) fold.open = true
      })
    },
  },
  'moves, from one role': {
    page: 'moves',
    open: async (page) => {
      await openMoves(page, '?from=quality-analyst&to=nobody')
      await page.locator('.answer li').first().waitFor()
    },
  },
  'moves, no way': {
    page: 'moves',
    open: async (page) => {
      await openMoves(page, '?from=team-leader&to=customer-service-representative')
      await page.locator('.answer li').first().waitFor()
    },
  },
} as const satisfies Record<string, ReaderState>

/** The fragment of a link to the plan of `someProgress`, with name and notes. */
export const sharedFragment = () => `#${planFragment(someProgress(), { name: true, notes: true })}`

/** Opens a page in one of its shapes, in a context where nothing was opened before. */
export async function openState(context: BrowserContext, name: keyof typeof READER_STATES): Promise<Page> {
  const state: ReaderState = READER_STATES[name]
  if (state.lay) await keepBefore(context, state.lay())
  const page = await context.newPage()
  await state.open(page)
  return page
}
