import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getLibrary } from '#lib/content/library.ts'
import { guideOutline } from '#lib/guide-outline.ts'
import { stepsOf } from '#lib/reader/outline.ts'
import { daysAfter } from '#lib/reader/plan-dates.ts'
import { planView, targetOf } from '#lib/reader/plan-view.ts'
import { markOf, NO_PLAN, NOTHING, type Plan, type Progress } from '#lib/reader/progress.ts'
import { currentStage, gapsTo, pathwayCount, stagesStanding } from '#lib/reader/standing.ts'
import { anyProgress, marked } from './any-progress.ts'
import { asksOf, begun, guideOf, pathway, role, stage, step, withStates } from './made-guide.ts'

const guide = guideOutline(getLibrary())
const TODAY = '2026-11-22'
const HALF_A_YEAR = { months: [6, 12] as const, sources: [] }
const UP = pathway(
  'lead',
  [
    stage(
      'first',
      [step('ask', { hours: [2, 4] }), step('do', { hours: [4, 6], after: ['ask'] }), step('extra', { optional: true, hours: [50, 90] })],
      {
        stay: HALF_A_YEAR,
      },
    ),
    stage('second', [step('show', { after: ['do'] }), step('tell')], { stay: HALF_A_YEAR }),
    stage('third', ['rest']),
  ],
  { goal: 'lead' },
)
const OUT = pathway('out', [stage('leave', ['write', 'send'])])
const MADE = guideOf([UP, OUT], [role('lead', [{ skill: 'coaching', level: 2, need: 'essential' }]), role('planner', [])])

const plan = (fields: Partial<Plan> = {}): Pick<Progress, 'plan'> => ({ plan: { ...NO_PLAN, target: 'lead', changes: 1, ...fields } })
/** The plan of a reader who is on the way up, unless the progress names a plan of its own. */
const view = (progress: Partial<Progress>, today = TODAY) =>
  planView({ ...NOTHING, ...progress, plan: progress.plan?.changes ? progress.plan : plan().plan }, MADE, today)
const idsOf = (steps: readonly { step: { id: string } }[]) => steps.map((each) => each.step.id)

describe('a target', () => {
  it('names a role, a pathway or both', () => {
    const named = (id: string) => {
      const found = targetOf(id, MADE)
      return [found.role?.id, found.pathway?.id]
    }
    expect([named('lead'), named('out'), named('planner'), named(''), named('nobody')]).toEqual([
      ['lead', 'lead'],
      [undefined, 'out'],
      ['planner', undefined],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('that is a role finds the pathway that leads to it under another name', () => {
    const top = guideOf([pathway('to-the-top', UP.stages, { goal: 'lead' })], MADE.roles)
    expect(targetOf('lead', top)).toMatchObject({ role: { id: 'lead' }, pathway: { id: 'to-the-top' } })
  })
})

describe('a plan', () => {
  it('of nothing holds nothing', () => {
    expect(planView(NOTHING, MADE, TODAY)).toEqual({
      goal: '',
      today: TODAY,
      groups: [],
      others: [],
      count: { total: 0, done: 0, doing: 0, skipped: 0, percent: 0 },
      gaps: [],
      next: [],
      moved: [],
    })
  })

  it('holds every step of its pathway, and those elsewhere that the reader marked', () => {
    const seen = view(withStates({ ask: 'done', write: 'todo', send: 'skip' }, plan()))
    expect(seen.goal).toBe('lead')
    expect(seen.groups.map(({ steps }) => idsOf(steps))).toEqual([['ask', 'do', 'extra'], ['show', 'tell'], ['rest']])
    expect(seen.others.map(({ steps }) => idsOf(steps))).toEqual([['write']])
    expect(seen.count).toMatchObject({ total: 7, done: 1 })
  })

  it('does not count what lies behind the reader', () => {
    const seen = view(begun('lead', 'second'))
    expect(seen.groups.map(({ behind }) => behind)).toEqual([true, false, false])
    expect(seen.count.total).toBe(3)
    expect(seen.current?.stage.id).toBe('second')
    expect(seen.groups[0]?.dates).toBeUndefined()
    expect(view(begun('lead', 'second', ['first'])).count.total).toBe(6)
  })

  it('names the skills that its role still asks for', () => {
    expect(view({}).gaps).toMatchObject([{ skill: 'coaching', asked: 2, have: 0 }])
    expect(planView({ ...NOTHING, ...plan({ target: 'out' }) }, MADE, TODAY).gaps).toEqual([])
  })

  it('tells of marks on steps that are gone', () => {
    const later = guideOf([{ ...UP, retired: [{ id: 'old', text: 'Old.', successor: 'ask' }] }, OUT], MADE.roles)
    const seen = planView(withStates({ old: 'done' }, plan()), later, TODAY)
    expect(seen.moved).toMatchObject([{ id: 'old', now: 'ask' }])
    expect(seen.count.done).toBe(1)
  })
})

describe('what to take up next', () => {
  it('is what is begun, then what is due, the nearest first, then what comes first', () => {
    expect(idsOf(view({}).next)).toEqual(['ask', 'tell', 'rest'])
    const steps = new Map([
      ['rest', marked({ target: '2027-03-01' })],
      ['tell', marked({ target: '2027-01-01' })],
    ])
    expect(idsOf(view({ steps }).next)).toEqual(['tell', 'rest', 'ask'])
    expect(idsOf(view({ steps: new Map([...steps, ['extra', marked({ state: 'doing' })]]) }).next)).toEqual(['extra', 'tell', 'rest'])
  })

  it('waits for the steps that come before', () => {
    expect(idsOf(view(withStates({ tell: 'skip', rest: 'skip' })).next)).toEqual(['ask'])
    expect(idsOf(view(withStates({ ask: 'done', tell: 'skip', rest: 'skip' })).next)).toEqual(['do'])
    expect(idsOf(view(withStates({ ask: 'skip', tell: 'skip', rest: 'skip' })).next)).toEqual(['do'])
    expect(idsOf(view(withStates({ ask: 'doing', tell: 'skip', rest: 'skip' })).next)).toEqual(['ask'])
  })

  it('does not wait for steps behind the reader', () => {
    expect(idsOf(view(begun('lead', 'second')).next)).toEqual(['show', 'tell', 'rest'])
  })

  it('is nothing optional that the reader has not begun', () => {
    expect(idsOf(view(withStates({ ask: 'done', do: 'done', show: 'done', tell: 'done', rest: 'done' })).next)).toEqual([])
  })

  it('is nothing when all of it is done', () => {
    const all = withStates(Object.fromEntries(stepsOf([UP]).map((each) => [each.step.id, 'done' as const])), plan())
    const seen = view(all)
    expect(seen.next).toEqual([])
    expect(seen.count.percent).toBe(100)
    expect(seen.current).toBeUndefined()
    expect(seen.groups.flatMap(({ dates }) => dates ?? [])).toEqual([])
  })
})

describe('a step', () => {
  it('is late only while it is open and its day has passed', () => {
    const late = (fields: Parameters<typeof marked>[0], today = TODAY) =>
      view({ steps: new Map([['ask', marked(fields)]]) }, today).groups[0]?.steps[0]?.late
    expect([late({ target: '2026-11-21' }), late({ target: '2026-11-21', state: 'doing' })]).toEqual([true, true])
    expect([late({ target: TODAY }), late({ target: '2026-11-23' }), late({})]).toEqual([false, false, false])
    expect([late({ target: '2026-11-21', state: 'done' }), late({ target: '2026-11-21', state: 'skip' })]).toEqual([false, false])
  })
})

describe('the dates of a plan', () => {
  const dates = (progress: Partial<Progress>) => view(progress).groups.map((group) => group.dates)

  it('count the hours of open steps, without those that may be left out', () => {
    expect(dates({})[0]?.weeks).toEqual([2, 4])
    expect(dates(withStates({ ask: 'done' }))[0]?.weeks).toEqual([2, 2])
    expect(dates(withStates({ ask: 'skip', do: 'doing' }))[0]?.weeks).toEqual([2, 2])
  })

  it('follow the source where one gives months, and the work where none does', () => {
    expect(dates({}).map((each) => each?.by)).toEqual(['source', 'source', 'work'])
    const work = guideOf(
      [
        pathway(
          'lead',
          UP.stages.map(({ stay: _, ...rest }) => rest),
          { goal: 'lead' },
        ),
      ],
      MADE.roles,
    )
    const [first] = planView({ ...NOTHING, ...plan() }, work, TODAY).groups
    expect(first?.dates).toEqual({ earliest: daysAfter(TODAY, 14), latest: daysAfter(TODAY, 28), weeks: [2, 4], by: 'work' })
  })

  it('come earlier in the stage the reader is in, by the time already spent there, and in no other', () => {
    const spent = dates(plan({ since: daysAfter(TODAY, -100) }))
    const fresh = dates({})
    expect(fresh[0]).toMatchObject({ earliest: daysAfter(TODAY, 183), latest: daysAfter(TODAY, 365) })
    expect(spent[0]).toMatchObject({ earliest: daysAfter(TODAY, 83), latest: daysAfter(TODAY, 265) })
    // The second stage takes as long as it did: it only begins earlier.
    expect(spent[1]).toMatchObject({ earliest: daysAfter(TODAY, 265), latest: daysAfter(TODAY, 631) })
    expect(fresh[1]).toMatchObject({ earliest: daysAfter(TODAY, 365), latest: daysAfter(TODAY, 731) })
  })

  it('are never before the work is done, however long the reader has been there', () => {
    expect(dates(plan({ since: '2000-01-01' }))[0]).toEqual({
      earliest: daysAfter(TODAY, 14),
      latest: daysAfter(TODAY, 28),
      weeks: [2, 4],
      by: 'work',
    })
  })

  it('are not moved by a day in the future since when the reader is there', () => {
    expect(dates(plan({ since: '2099-01-01' }))).toEqual(dates({}))
  })
})

// Reading all of it takes seconds, so what is asked of it stands together.
describe('the real guide', () => {
  const doneOf = (ids: readonly string[]) => withStates(Object.fromEntries(ids.map((id) => [id, 'done' as const])))

  it.each(guide.pathways.map((each) => [each.id, each] as const))('counts a pathway as whole when all of it is done: %s', (_, real) => {
    const all = stepsOf([real]).map((each) => each.step.id)
    expect(pathwayCount(NOTHING, real)).toMatchObject({ total: all.length, done: 0, percent: 0 })
    expect(pathwayCount(doneOf(all), real)).toMatchObject({ total: all.length, done: all.length, percent: 100 })
    expect(pathwayCount(doneOf(all.slice(1)), real).percent).toBeLessThan(100)
    expect(pathwayCount(doneOf(all.slice(0, 1)), real).percent).toBeGreaterThan(0)
    expect(currentStage(stagesStanding(doneOf(all), real))).toBeUndefined()
    expect(currentStage(stagesStanding(NOTHING, real))?.stage).toBe(real.stages[0])
  })

  it('shows a skill that one step builds in every role and on every pathway that asks for it', () => {
    const needs = [...guide.roles, ...guide.pathways.map((each) => ({ asks: asksOf(stepsOf([each]).map((found) => found.step)) }))]
    const builders = new Map(stepsOf(guide.pathways).flatMap(({ step: each }) => each.builds.map(([skill]) => [skill, each] as const)))
    expect(builders.size).toBeGreaterThan(10)
    for (const [skill, each] of builders) {
      const [, level] = each.builds.find(([built]) => built === skill) ?? []
      const asking = needs.filter(({ asks }) => asks.some((ask) => ask.skill === skill))
      expect(asking.length).toBeGreaterThan(0)
      for (const need of asking)
        expect(gapsTo(need, doneOf([each.id]), guide.pathways).find((gap) => gap.skill === skill)).toMatchObject({
          have: level,
          ground: { by: 'step', step: { id: each.id } },
        })
    }
  })

  it('holds together, whatever is marked', () => {
    const all = stepsOf(guide.pathways)
    const real = {
      steps: fc.constantFrom(...all.map((each) => each.step.id)),
      targets: fc.constantFrom(...guide.pathways.map(({ id }) => id), ...guide.roles.map(({ id }) => id)),
      pathways: fc.constantFrom(...guide.pathways.map(({ id }) => id)),
      stages: fc.constantFrom(...guide.pathways.flatMap(({ stages }) => stages.map(({ id }) => id))),
      skills: fc.constantFrom(...guide.skills.map(({ id }) => id)),
    }
    fc.assert(
      fc.property(anyProgress({ ids: real, most: 30 }), (progress) => {
        const seen = planView(progress, guide, TODAY)
        if (seen.pathway) {
          const mine = pathwayCount(progress, seen.pathway)
          expect(seen.count.total).toBeGreaterThanOrEqual(mine.total)
          expect(seen.current === undefined).toBe(mine.done === mine.total)
        }
        expect(seen.next.length).toBeLessThanOrEqual(3)
        for (const { step: each, mark } of seen.next) {
          expect(['todo', 'doing']).toContain(mark.state)
          const planned = new Set([...seen.groups.filter(({ behind }) => !behind), ...seen.others].flatMap(({ steps }) => idsOf(steps)))
          if (mark.state === 'todo')
            for (const before of each.after ?? [])
              if (planned.has(before)) expect(['done', 'skip']).toContain(markOf(progress, before).state)
        }
        for (const { dates, count } of seen.groups) {
          if (!dates) continue
          expect(TODAY <= dates.earliest && dates.earliest <= dates.latest).toBe(true)
          expect(count.done).toBeLessThan(count.total)
        }
      }),
      { numRuns: 120 },
    )
  })
})
