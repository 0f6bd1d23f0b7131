import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { syllable } from 'syllable'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { countWords, oneToOne, WORDS } from '#lib/reader/one-to-one.ts'
import { type GuideOutline, type StepOutline, stepsOf } from '#lib/reader/outline.ts'
import { type PlanStep, type PlanView, planView } from '#lib/reader/plan-view.ts'
import { type Mark, NO_PLAN, NOTHING, type Plan, UNMARKED } from '#lib/reader/progress.ts'
import { countOf, type Gap } from '#lib/reader/standing.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'

const TODAY = '2026-11-22'

function viewOf(marks: Record<string, Partial<Mark>>, plan: Partial<Plan> = {}, guide: GuideOutline = PLAN_GUIDE): PlanView {
  const steps = new Map(Object.entries(marks).map(([id, mark]) => [id, { ...UNMARKED, changes: 1, ...mark }]))
  return planView({ ...NOTHING, steps, plan: { ...NO_PLAN, target: 'team-leader', changes: 1, ...plan } }, guide, TODAY)
}

const done = (doneOn: string): Partial<Mark> => ({ state: 'done', doneOn })

/** A view put together part by part: what was done, what comes next, what the role asks. */
function viewWith(parts: { done: Partial<Mark>[]; next: Partial<Mark>[]; role: boolean; gaps: Gap[] }): PlanView {
  const all = stepsOf(PLAN_GUIDE.pathways)
  const steps = [...parts.done, ...parts.next].flatMap((mark, place): PlanStep[] => {
    const found = all[place]
    return found ? [{ ...found, mark: { ...UNMARKED, changes: 1, ...mark }, late: false }] : []
  })
  const [pathway, role] = [PLAN_GUIDE.pathways[0], PLAN_GUIDE.roles[0]]
  const stage = pathway?.stages[0]
  if (!pathway || !stage || !role) throw new Error('The guide of this test is empty.')
  const count = countOf(steps.map(({ mark }) => mark.state))
  return {
    goal: parts.role ? role.title : '',
    ...(parts.role ? { role } : {}),
    pathway,
    today: TODAY,
    groups: [{ stage, pathway, order: 0, behind: false, steps, count }],
    others: [],
    count,
    gaps: parts.gaps,
    next: steps.slice(parts.done.length),
    moved: [],
  }
}

const gapIn = (step: string): Gap => ({
  skill: 'coaching',
  asked: 3,
  need: 'essential',
  have: 0,
  steps: stepsOf(PLAN_GUIDE.pathways).filter(({ step: { id } }) => id === step),
})

const DONE = { 'nothing done': [], 'one step done': [done('2026-11-20')], 'two steps done': [done('2026-11-20'), done('2026-11-02')] }
const NEXT = { 'nothing left to do': [], 'a step to begin': [{}], 'a step begun': [{ state: 'doing' as const }] }
const ROLE = {
  'no role': { role: false, gaps: [] },
  'no gap': { role: true, gaps: [] },
  'a gap': { role: true, gaps: [gapIn('hold-one-to-ones')] },
  'a gap without a step': { role: true, gaps: [gapIn('none')] },
}

const COMBINATIONS = Object.entries(DONE).flatMap(([a, doneMarks]) =>
  Object.entries(NEXT).flatMap(([b, next]) =>
    Object.entries(ROLE).map(([c, role]) => ({
      name: `${a}, ${b}, ${c}`,
      text: oneToOne(viewWith({ done: doneMarks, next, ...role }), PLAN_GUIDE),
    })),
  ),
)

/** The steps that the guide holds today, straight from its files. */
function guideSteps(): StepOutline[] {
  const folder = 'content/pathways'
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/.+\.mdx$/.test(file))
    .flatMap((file) => {
      const { steps = [] }: { steps?: { id: string; text: string; evidence: string; effort: { low: number; high: number } }[] } = parse(
        readFileSync(path.join(folder, file), 'utf8').split(/^---$/m)[1] ?? '',
      )
      return steps.map(({ id, text, evidence, effort }) => ({ id, text, evidence, hours: [effort.low, effort.high] as const, builds: [] }))
    })
}

/** The grade of school after which a text is understood (Kincaid and others 1975, "Derivation of New Readability Formulas"). */
function grade(text: string): number {
  const words = countWords(text)
  const sentences = text.split(/[.?:](?=\s|$)/).filter((each) => each.trim() !== '').length
  return 0.39 * (words / sentences) + 11.8 * (syllable(text) / words) - 15.59
}

/** What every message keeps, whatever it is made of. */
function expectSpeakable(text: string) {
  expect(countWords(text)).toBeGreaterThanOrEqual(WORDS.least)
  expect(countWords(text)).toBeLessThanOrEqual(WORDS.most)
  expect(text).toMatch(/\?$/)
  for (const paragraph of text.split('\n\n')) expect(paragraph).toMatch(/^(?:[A-Z“]).*[.?]$/)
  expect(text).not.toMatch(/undefined| {2}|\.\.|,[.,]|\bto (?:I|do not|for|in|if)\b|\bI (?:are|were|is)\b|\b(?:by|of|from|with|beside) I\b/)
}

describe('the message before a one-to-one', () => {
  it('is a message of whole sentences, whatever is missing', async () => {
    for (const { text } of COMBINATIONS) expectSpeakable(text)
    const all = COMBINATIONS.map(({ name, text }) => `## ${name}\n\n${text}\n`).join('\n')
    await expect(all).toMatchFileSnapshot('fixtures/one-to-one.txt')
  })

  it('can be read after six years of school', () => {
    for (const { text } of COMBINATIONS) expect(grade(text)).toBeLessThan(6.5)
  })

  it('is speakable for every step of the guide', () => {
    const steps = guideSteps()
    expect(steps.length).toBeGreaterThan(150)
    for (const [place, step] of steps.entries()) {
      // The two steps before it are done, and the one after it closes the gap.
      const closing = { ...(steps[(place + 1) % steps.length] ?? step), builds: [['coaching', 3]] as const }
      const gap = gapIn('hold-one-to-ones')
      const view = viewWith({
        done: [done('2026-11-20'), done('2026-11-02')],
        next: [{ state: place % 2 ? 'doing' : 'todo' }],
        role: true,
        gaps: [{ ...gap, steps: gap.steps.map((each) => ({ ...each, step: closing })) }],
      })
      const groups = view.groups.map((group) => ({
        ...group,
        steps: group.steps.map((each, at) => ({ ...each, step: at < 2 ? (steps[Math.max(0, place - 1 - at)] ?? each.step) : step })),
      }))
      expectSpeakable(oneToOne({ ...view, groups, next: view.next.map((each) => ({ ...each, step })) }, PLAN_GUIDE))
    }
  })

  it('tells of the last 31 days, the latest first, and of two steps at most', () => {
    const marks = { 'keep-a-log': done('2026-10-22'), 'check-the-payslip': done('2026-11-21'), 'read-the-day': done('2026-11-22') }
    expect(oneToOne(viewOf(marks, { target: '' }), PLAN_GUIDE)).toMatch(
      /^I planned to work out my team’s day from raw counts before I open the dashboard, and to recalculate my incentive from my own sheet\. In the last month I did both\./,
    )
    expect(oneToOne(viewOf({ 'keep-a-log': done('2026-10-22') }), PLAN_GUIDE)).toMatch(/^I planned to keep a question log for four weeks\./)
    expect(oneToOne(viewOf({ 'keep-a-log': done('2026-10-21') }), PLAN_GUIDE)).toMatch(
      /^I have not finished a step of my plan in the last month\./,
    )
    expect(oneToOne(viewOf({ 'keep-a-log': done('2026-11-23') }), PLAN_GUIDE)).toMatch(
      /^I have not finished a step of my plan in the last month\./,
    )
    expect(oneToOne(viewOf({ 'keep-a-log': { state: 'doing' } }), PLAN_GUIDE)).toMatch(/^I have not finished a step of my plan yet\./)
  })

  it.each([
    ['check-the-payslip', 'Please look at it and tell me one thing to change.'],
    ['read-the-day', 'I count on 5 to 10 hours for it. I would like one fixed hour a week on the roster until it is done.'],
    ['hold-one-to-ones', 'I count on 12 to 40 hours for it, which is too much to do on the side.'],
  ])('asks for what fits the size of %s', (id, sentence) => {
    expect(oneToOne(viewOf({ [id]: { state: 'doing' } }), PLAN_GUIDE)).toContain(sentence)
  })

  it('names the widest of the essential gaps and the step that closes it', () => {
    expect(oneToOne(viewOf({ 'keep-a-log': { state: 'doing' } }), PLAN_GUIDE)).toContain(
      'On my way to the role of team leader, the widest gap is coaching. The role asks for advanced level, and I cannot show it yet. To close it, I would hold a one-to-one with each person, with one behaviour and one date in the log, for six weeks.',
    )
    expect(oneToOne(viewOf({ 'hold-one-to-ones': { state: 'doing' } }), PLAN_GUIDE)).toContain('The step I just named would close it.')
    expect(oneToOne(viewOf({ 'train-one-new-starter': { state: 'doing' } }), PLAN_GUIDE)).toContain(
      'The step I just named would make it smaller.',
    )
    const useful = viewOf({ 'hold-one-to-ones': done('2026-01-01') })
    expect(useful.gaps.filter(({ have, asked }) => have < asked).map(({ skill }) => skill)).toEqual(['spreadsheets'])
    expect(oneToOne(useful, PLAN_GUIDE)).toContain('I can show every skill that it cannot do without.')
  })

  it('says the id in words where the guide has no title for a skill', () => {
    expect(oneToOne(viewOf({}), { skills: [] })).toContain('the widest gap is coaching.')
  })

  it.each<[string, string]>([
    ['Ask the person who follows you what you were told.', 'ask the person who follows me what I was told'],
    ['Save the thank-you mails addressed to you.', 'save the thank-you mails addressed to me'],
    ['Score work of yours yourself. Then stop.', 'score work of mine myself'],
    ['Tell your manager what you want.', 'tell you what I want'],
    ['List what made you want to go.', 'list what made me want to go'],
    ['CV lines: rewrite ten.', 'CV lines: rewrite ten'],
  ])('says %j as its doer', (text, said) => {
    const step: StepOutline = { id: 'a', text, evidence: 'A page.', hours: [1, 2], builds: [] }
    const view = viewWith({ done: [], next: [{}], role: false, gaps: [] })
    const next = view.next.map((each) => ({ ...each, step }))
    expect(oneToOne({ ...view, next }, PLAN_GUIDE)).toContain(`My next step is to ${said}.`)
  })

  it.each([
    ['For one quarter do not teach when a class wobbles. Log it.', 'My next step, for one quarter, is not to teach when a class wobbles.'],
    ['If you work from home, test the line.', 'My next step, if I work from home, is to test the line.'],
    ['After six weeks, and not before, mend one thing.', 'My next step, after six weeks, and not before, is to mend one thing.'],
  ])('says when: %j', (text, said) => {
    const step: StepOutline = { id: 'a', text, evidence: 'A page.', hours: [1, 2], builds: [] }
    const view = viewWith({ done: [], next: [{}], role: false, gaps: [] })
    expect(oneToOne({ ...view, next: view.next.map((each) => ({ ...each, step })) }, PLAN_GUIDE)).toContain(said)
  })

  it('keeps to itself that the reader thinks of leaving the trade', () => {
    const marks = { 'list-a-week': { state: 'doing' as const, target: '2026-11-23' } }
    const leaving = oneToOne(viewOf(marks, { target: 'ways-out' }), PLAN_GUIDE)
    const staying = oneToOne(viewOf(marks), PLAN_GUIDE)
    const gone = oneToOne(viewOf({ 'list-a-week': done('2026-11-20') }, { target: 'writer' }), PLAN_GUIDE)
    const gap = oneToOne(viewOf({ 'keep-a-log': { state: 'doing' } }, { target: 'writer' }), PLAN_GUIDE)
    for (const text of [leaving, staying, gone, gap]) {
      expectSpeakable(text)
      expect(text).not.toMatch(/ways out|normal week/i)
    }
    expect(leaving).toMatch(/^I would like to talk about where I stand/)
    expect(staying).toContain('My next step is to keep a question log for four weeks.')
  })
})
