import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepsOf } from '#lib/reader/outline.ts'
import { merged, NOTHING, STATES, type State } from '#lib/reader/progress.ts'
import { readProgress, writeProgress } from '#lib/reader/progress-format.ts'
import {
  countOf,
  currentStage,
  gapsTo,
  markFor,
  movedMarks,
  pathwayCount,
  shownSkills,
  stagesStanding,
  successorOf,
} from '#lib/reader/standing.ts'
import { anyMark, anyProgress, marked } from './any-progress.ts'
import { asksOf, begun, pathway, role, stage, step, withStates } from './made-guide.ts'

const RUNS = { numRuns: 500 }
const UP = pathway('up', [stage('first', ['ask', 'do']), stage('second', ['show', 'tell']), stage('third', ['lead'])])
const doneOf = (ids: readonly string[]) => withStates(Object.fromEntries(ids.map((id) => [id, 'done' as const])))

describe('a count', () => {
  it('is whole exactly when everything that counts is done, and nothing only when nothing is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<State>(...STATES), { maxLength: 400 }), (states) => {
        const { total, done, doing, skipped, percent } = countOf(states)
        expect(total + skipped).toBe(states.length)
        expect(done + doing).toBeLessThanOrEqual(total)
        expect(percent === 100).toBe(total > 0 && done === total)
        expect(percent === 0).toBe(done === 0)
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true)
      }),
      RUNS,
    )
  })

  it.each([
    [1, 1000, 1],
    [999, 1000, 99],
    [1, 2, 50],
    [1, 3, 33],
    [2, 3, 67],
    [0, 5, 0],
    [5, 5, 100],
  ])('of %i in %i is %i percent', (done, total, percent) => {
    expect(countOf([...Array(done).fill('done'), ...Array(total - done).fill('todo')]).percent).toBe(percent)
  })

  it('of steps that are all not for the reader is one of nothing', () => {
    expect(countOf(['skip', 'skip'])).toEqual({ total: 0, done: 0, doing: 0, skipped: 2, percent: 0 })
  })

  it('grows with every step that is done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<State>(...STATES), { minLength: 1, maxLength: 60 }), fc.nat(), (states, nat) => {
        const place = nat % states.length
        if (states[place] === 'skip') return
        const after = states.map((state, at) => (at === place ? 'done' : state))
        expect(countOf(after).percent).toBeGreaterThanOrEqual(countOf(states).percent)
      }),
      RUNS,
    )
  })
})

describe('the count of a pathway', () => {
  it('leaves out steps that are not for the reader', () => {
    expect(pathwayCount(withStates({ ask: 'skip', do: 'done' }), UP)).toEqual({ total: 4, done: 1, doing: 0, skipped: 1, percent: 25 })
    expect(pathwayCount(withStates({ ask: 'skip', do: 'done', show: 'skip', tell: 'done', lead: 'done' }), UP).percent).toBe(100)
  })

  it('leaves out stages behind the reader, and takes in those opened again', () => {
    expect(pathwayCount({ ...NOTHING, ...begun('up', 'third') }, UP)).toMatchObject({ total: 1 })
    expect(pathwayCount({ ...NOTHING, ...begun('up', 'third', ['first']) }, UP)).toMatchObject({ total: 3 })
    expect(stagesStanding({ ...NOTHING, ...begun('up', 'third', ['first']) }, UP).map(({ behind }) => behind)).toEqual([false, true, false])
    expect(currentStage(stagesStanding({ ...NOTHING, ...begun('up', 'third') }, UP))?.stage.id).toBe('third')
  })

  it('has nothing behind it when the start is one of another pathway, or of a stage that is gone', () => {
    expect(pathwayCount({ ...NOTHING, ...begun('out', 'third') }, UP)).toMatchObject({ total: 5 })
    expect(pathwayCount({ ...NOTHING, ...begun('up', 'gone') }, UP)).toMatchObject({ total: 5 })
  })

  it('is not moved by ids that the guide does not know', () => {
    const known = new Set(stepsOf([UP]).map((each) => each.step.id))
    fc.assert(
      fc.property(anyProgress(), fc.constantFrom('ask', 'show'), (strange, id) => {
        const steps = new Map([...strange.steps].filter(([each]) => !known.has(each)))
        const own = withStates({ [id]: 'done' })
        const starts = new Map([...strange.starts].filter(([each]) => each !== 'up'))
        const both = merged(own, { ...strange, steps, starts })
        expect(pathwayCount(both, UP)).toEqual(pathwayCount(own, UP))
      }),
      RUNS,
    )
  })

  it('is the same after it was kept and read again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ask', 'do', 'show', 'tell', 'lead')), (ids) => {
        const progress = doneOf(ids)
        const read = readProgress(writeProgress(progress))
        expect('progress' in read && pathwayCount(read.progress, UP)).toEqual(pathwayCount(progress, UP))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a retired step', () => {
  const retired = [
    { id: 'old', text: 'Old.', successor: 'middle' },
    { id: 'middle', text: 'Middle.', successor: 'ask' },
    { id: 'lost', text: 'Lost.' },
    { id: 'round', text: 'Round.', successor: 'about' },
    { id: 'about', text: 'About.', successor: 'round' },
    { id: 'self', text: 'Self.', successor: 'self' },
  ]
  const later = { ...UP, retired }

  it('leads to the step at the end of its chain, and nowhere from a circle', () => {
    expect(['old', 'middle', 'lost', 'round', 'about', 'self', 'ask'].map((id) => successorOf(id, retired))).toEqual([
      'ask',
      'ask',
      undefined,
      undefined,
      undefined,
      undefined,
      'ask',
    ])
  })

  it('counts for its successor, along a chain', () => {
    for (const id of ['old', 'middle']) {
      expect(pathwayCount(withStates({ [id]: 'done' }), later)).toMatchObject({ done: 1, total: 5 })
      expect(markFor(withStates({ [id]: 'done' }), 'ask', retired).state).toBe('done')
    }
    expect(pathwayCount(withStates({ old: 'done', middle: 'done' }), later)).toMatchObject({ done: 1 })
  })

  it('counts for nothing when nothing took over, or when it runs in a circle', () => {
    expect(pathwayCount(withStates({ lost: 'done', round: 'done', about: 'done', self: 'done' }), later)).toEqual(
      pathwayCount(NOTHING, later),
    )
  })

  it('yields to what the reader says of the successor itself', () => {
    expect(markFor(withStates({ old: 'done', ask: 'doing' }), 'ask', retired).state).toBe('doing')
  })

  it('brings its notes along, the best state first', () => {
    const progress = {
      ...NOTHING,
      steps: new Map([
        ['old', marked({ state: 'done', note: 'one', changes: 1 })],
        ['middle', marked({ state: 'doing', note: 'two', changes: 5 })],
      ]),
    }
    expect(markFor(progress, 'ask', retired)).toMatchObject({ state: 'done', note: 'two\n\none' })
  })

  it('is listed with where its mark counts now', () => {
    expect(
      movedMarks(withStates({ old: 'done', lost: 'doing', ask: 'done' }), later).map(({ id, now, mark }) => [id, now, mark.state]),
    ).toEqual([
      ['old', 'ask', 'done'],
      ['lost', undefined, 'doing'],
    ])
  })

  it('never hangs, however the retired ones point at each other', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'ask')
    const chain = fc.uniqueArray(fc.record({ id, text: fc.constant('Old.'), successor: id }), { selector: (each) => each.id })
    fc.assert(
      fc.property(chain, anyMark(), (some, mark) => {
        for (const each of ['a', 'b', 'c', 'd', 'ask']) {
          const end = successorOf(each, some)
          if (end !== undefined) expect(some.map((one) => one.id)).not.toContain(end)
          markFor({ ...NOTHING, steps: new Map([[each, mark]]) }, 'ask', some)
        }
      }),
      RUNS,
    )
  })
})

describe('a skill', () => {
  const one = pathway('up', [
    stage('first', [step('ask', { builds: [['coaching', 1]] }), step('do', { builds: [['coaching', 3]] })]),
    stage('second', [
      step('show', {
        builds: [
          ['coaching', 2],
          ['reporting', 2],
        ],
      }),
    ]),
  ])
  const other = pathway('out', [stage('leave', [step('write', { builds: [['coaching', 2]] })])])
  const both = [one, other]
  const lead = role('lead', [
    { skill: 'reporting', level: 1, need: 'useful' },
    { skill: 'coaching', level: 2, need: 'essential' },
    { skill: 'planning', level: 1, need: 'essential' },
  ])

  it('is shown by the highest of the steps that are done, wherever they stand', () => {
    expect(shownSkills(withStates({ ask: 'done' }), both).get('coaching')).toMatchObject({ level: 1, ground: { by: 'step' } })
    expect(shownSkills(withStates({ ask: 'done', write: 'done' }), both).get('coaching')).toMatchObject({ level: 2 })
    expect(shownSkills(withStates({ ask: 'doing', write: 'skip' }), both).size).toBe(0)
  })

  it('is shown by a stage behind the reader, but not by its steps that are not for them', () => {
    const behind = { ...NOTHING, ...begun('up', 'second') }
    expect(shownSkills(behind, both).get('coaching')).toMatchObject({ level: 3, ground: { by: 'start', stage: { id: 'first' } } })
    expect(shownSkills({ ...withStates({ do: 'skip' }), ...begun('up', 'second') }, both).get('coaching')).toMatchObject({ level: 1 })
    expect(shownSkills({ ...NOTHING, ...begun('up', 'second', ['first']) }, both).size).toBe(0)
  })

  it('is shown by what readers say of themselves, until they take it back', () => {
    const claims = (level: number) => ({ ...NOTHING, claims: new Map([['planning', { level, changes: 1 }]]) })
    expect(shownSkills(claims(2), both).get('planning')).toEqual({ level: 2, ground: { by: 'claim' } })
    expect(shownSkills(claims(0), both).has('planning')).toBe(false)
  })

  it('that is missing comes first, the essential before the useful, as the role lists them', () => {
    const gaps = (progress = NOTHING) => gapsTo(lead, progress, both).map(({ skill, have, asked }) => `${skill} ${have}/${asked}`)
    expect(gaps()).toEqual(['coaching 0/2', 'planning 0/1', 'reporting 0/1'])
    expect(gaps(withStates({ do: 'done' }))).toEqual(['planning 0/1', 'reporting 0/1', 'coaching 3/2'])
    expect(gaps(withStates({ show: 'done' }))).toEqual(['planning 0/1', 'coaching 2/2', 'reporting 2/1'])
  })

  it('that is missing names the steps that build it further, and no others', () => {
    const steps = (progress = NOTHING) =>
      gapsTo(lead, progress, both)
        .find(({ skill }) => skill === 'coaching')
        ?.steps.map((each) => each.step.id)
    expect(steps()).toEqual(['ask', 'do', 'show', 'write'])
    expect(steps(withStates({ ask: 'done' }))).toEqual(['do', 'show', 'write'])
    expect(steps(withStates({ ask: 'done', do: 'skip' }))).toEqual(['show', 'write'])
    expect(steps(withStates({ show: 'done' }))).toEqual([])
  })

  it('is asked by a pathway once, at its highest level', () => {
    expect(asksOf(stepsOf([one]).map((each) => each.step))).toEqual([
      { skill: 'coaching', level: 3, need: 'useful' },
      { skill: 'reporting', level: 2, need: 'useful' },
    ])
  })
})
