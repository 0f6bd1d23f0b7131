import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, type Change, inverse, isEmpty, type Mark, markOf, merged, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { anyDay, anyMark, anyProgress, marked } from './any-progress.ts'

// Few ids and few letters, so that acts and copies meet often.
const STEPS = ['ask', 'do', 'show']
const step = fc.constantFrom(...STEPS)
const words = fc.constantFrom('', 'a', 'az', 'z', 'call Ana', 'call Ana first', '!', '\u{1F389}')
const ids = {
  steps: step,
  targets: fc.constantFrom('lead', 'planner'),
  pathways: fc.constantFrom('up', 'out'),
  stages: fc.constantFrom('first', 'second'),
  skills: fc.constantFrom('coaching', 'reporting'),
}
const progress = anyProgress({ ids, text: words, changes: fc.integer({ min: 1, max: 3 }) })
const fields = fc.record(
  { state: anyMark().map(({ state }) => state), note: words, target: anyDay, doneOn: anyDay, evidence: words },
  { requiredKeys: [] },
)

const ownAct: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ what: fc.constant('step' as const), id: step, fields, notedFrom: words }, { requiredKeys: ['what', 'id', 'fields'] }),
  fc.record({ what: fc.constant('forget-step' as const), id: step }),
  fc.record({
    what: fc.constant('start' as const),
    pathway: ids.pathways,
    stage: ids.stages,
    reopened: fc.uniqueArray(ids.stages, { maxLength: 2 }),
  }),
  fc.record({ what: fc.constant('forget-start' as const), pathway: ids.pathways }),
  fc.record({ what: fc.constant('claim' as const), skill: ids.skills, level: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    what: fc.constant('plan' as const),
    fields: fc.record({ target: ids.targets, pace: fc.constantFrom(1, 3, 7.5), since: anyDay, name: words }, { requiredKeys: [] }),
  }),
)
const act: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: ownAct },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('together' as const), changes: fc.array(ownAct, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('add' as const, 'replace' as const), progress }) },
)

const RUNS = { numRuns: 1500 }

/** What is said, without how often it was changed; a claim taken back is none. */
function said({ steps, starts, claims, plan }: Progress) {
  const bare = <Value extends { changes: number }>([id, { changes: _, ...rest }]: readonly [string, Value]) => [id, rest] as const
  const { changes: _, ...rest } = plan
  return {
    steps: new Map([...steps].map(bare)),
    starts: new Map([...starts].map(bare)),
    claims: new Map([...claims].filter(([, { level }]) => level > 0).map(bare)),
    plan: rest,
  }
}

describe('two copies of a progress', () => {
  it('become the same one, whichever comes first', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(merged(a, b)).toEqual(merged(b, a))
      }),
      RUNS,
    )
  })

  it('that are equal stay what they are', () => {
    fc.assert(
      fc.property(progress, (a) => {
        expect(merged(a, a)).toEqual(a)
      }),
      RUNS,
    )
  })

  it('change nothing when one of them is merged in once more', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const both = merged(a, b)
        expect(merged(both, a)).toEqual(both)
        expect(merged(both, b)).toEqual(both)
      }),
      RUNS,
    )
  })

  it('keep every note of both', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const both = merged(a, b)
        for (const copy of [a, b]) for (const [id, { note }] of copy.steps) expect(markOf(both, id).note).toContain(note)
      }),
      RUNS,
    )
  })

  it('keep every step, start and claim of both', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const both = merged(a, b)
        for (const kind of ['steps', 'starts', 'claims'] as const)
          expect(new Set(both[kind].keys())).toEqual(new Set([...a[kind].keys(), ...b[kind].keys()]))
      }),
      RUNS,
    )
  })

  it('follow the one that was changed more often, whatever it says', () => {
    fc.assert(
      fc.property(anyMark(fc.constant(2)), anyMark(fc.constant(5)), (earlier, later) => {
        const one = (mark: Mark) => ({ ...NOTHING, steps: new Map([['ask', mark]]) })
        const { state, doneOn, target, evidence, changes } = markOf(merged(one(earlier), one(later)), 'ask')
        expect([state, changes]).toEqual([later.state, 5])
        if (later.target) expect(target).toBe(later.target)
        if (later.evidence) expect(evidence).toBe(later.evidence)
        if (later.state !== 'done') expect(doneOn).toBe(later.doneOn)
      }),
      RUNS,
    )
    const level = (number: number, changes: number) => ({ ...NOTHING, claims: new Map([['coaching', { level: number, changes }]]) })
    expect(merged(level(4, 1), level(1, 2)).claims.get('coaching')).toEqual({ level: 1, changes: 2 })
  })

  it('hear the earlier where the later says nothing', () => {
    const a = { ...NOTHING, steps: new Map([['ask', marked({ target: '2027-01-31', evidence: 'In the drawer', changes: 1 })]]) }
    const b = { ...NOTHING, steps: new Map([['ask', marked({ state: 'doing', changes: 4 })]]) }
    expect(markOf(merged(a, b), 'ask')).toEqual(marked({ state: 'doing', target: '2027-01-31', evidence: 'In the drawer', changes: 4 }))
  })
})

describe('an act', () => {
  it('never changes the progress it is done to', () => {
    fc.assert(
      fc.property(progress, act, (before, change) => {
        const copy = structuredClone(before)
        applied(before, change)
        inverse(before, change)
        expect(before).toEqual(copy)
      }),
      RUNS,
    )
  })

  it('that is taken back leaves what was said before', () => {
    fc.assert(
      fc.property(progress, act, (before, change) => {
        const back = inverse(before, change)
        expect(said(applied(applied(before, change), back))).toEqual(said(before))
      }),
      RUNS,
    )
  })

  it('of many is taken back after the later ones were', () => {
    fc.assert(
      fc.property(progress, fc.array(act, { maxLength: 8 }), (before, changes) => {
        let now = before
        const backs: Change[] = []
        for (const change of changes) {
          backs.push(inverse(now, change))
          now = applied(now, change)
        }
        for (const back of backs.reverse()) now = applied(now, back)
        expect(said(now)).toEqual(said(before))
      }),
      RUNS,
    )
  })

  it('that was taken back can be done again', () => {
    fc.assert(
      fc.property(progress, act, (before, change) => {
        const after = applied(before, change)
        const back = inverse(before, change)
        expect(said(applied(applied(after, back), inverse(after, back)))).toEqual(said(after))
      }),
      RUNS,
    )
  })

  it('counts as a change of the step it is about', () => {
    fc.assert(
      fc.property(progress, step, fields, (before, id, some) => {
        const after = applied(before, { what: 'step', id, fields: some })
        expect(markOf(after, id).changes).toBe(markOf(before, id).changes + 1)
        for (const other of STEPS) if (other !== id) expect(markOf(after, other)).toEqual(markOf(before, other))
      }),
      RUNS,
    )
  })
})

describe('a note', () => {
  const note = (text: string, notedFrom: string): Change => ({ what: 'step', id: 'ask', fields: { note: text }, notedFrom })

  it('written in two tabs from the same one is kept twice', () => {
    fc.assert(
      fc.property(progress, words, words, (before, one, two) => {
        const from = markOf(before, 'ask').note
        const both = markOf(applied(applied(before, note(one, from)), note(two, from)), 'ask').note
        if (one !== from) expect(both).toContain(one)
        expect(both).toContain(two)
      }),
      RUNS,
    )
  })

  it('takes the place of the one its writer saw', () => {
    const before = applied(NOTHING, note('old words', ''))
    expect(markOf(applied(before, note('new', 'old words')), 'ask').note).toBe('new')
  })

  it('of another tab survives when an act before it is taken back', () => {
    fc.assert(
      fc.property(progress, ownAct, step, fc.constantFrom('theirs', 'their longer note'), (before, change, id, theirs) => {
        const back = inverse(before, change)
        const mine = applied(before, change)
        const both = applied(mine, { what: 'step', id, fields: { note: theirs }, notedFrom: markOf(mine, id).note })
        expect(markOf(applied(both, back), id).note).toContain(theirs)
      }),
      RUNS,
    )
  })

  it('of another tab survives when the first tick of its step is taken back', () => {
    const tick: Change = { what: 'step', id: 'ask', fields: { state: 'done', doneOn: '2026-11-22' } }
    const back = inverse(NOTHING, tick)
    const both = applied(applied(NOTHING, tick), note('theirs', ''))
    expect(markOf(applied(both, back), 'ask')).toEqual(marked({ note: 'theirs', changes: 3 }))
  })

  it('of another tab survives when forgetting the step is taken back', () => {
    const before = applied(NOTHING, note('mine', ''))
    const forget: Change = { what: 'forget-step', id: 'ask' }
    const both = applied(applied(before, forget), note('theirs', ''))
    expect(markOf(applied(both, inverse(before, forget)), 'ask').note).toBe('mine\n\ntheirs')
  })
})

describe('the name on the plan', () => {
  it('that another tab wrote survives when a change of the pace is taken back', () => {
    const pace: Change = { what: 'plan', fields: { pace: 10 } }
    const both = applied(applied(NOTHING, pace), { what: 'plan', fields: { name: 'Ana' } })
    expect(applied(both, inverse(NOTHING, pace)).plan).toMatchObject({ pace: 3, name: 'Ana' })
  })
})

describe('progress', () => {
  it('is empty only while nothing was ever said', () => {
    expect(isEmpty(NOTHING)).toBe(true)
    fc.assert(
      fc.property(ownAct, (change) => {
        expect(isEmpty(applied(NOTHING, change))).toBe(change.what.startsWith('forget'))
      }),
      RUNS,
    )
  })

  it('of a step that was never marked is taken back without a trace', () => {
    fc.assert(
      fc.property(step, fields, (id, some) => {
        const change: Change = { what: 'step', id, fields: some }
        expect(applied(applied(NOTHING, change), inverse(NOTHING, change))).toEqual(NOTHING)
      }),
      RUNS,
    )
  })
})
