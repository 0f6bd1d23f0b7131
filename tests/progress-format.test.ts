import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, type Change, MOST_CHANGES, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { cleanText, isDay, isId, readProgress, VERSION, writeProgress } from '#lib/reader/progress-format.ts'
import { anyProgress, marked, prototypeFault, wildText } from './any-progress.ts'
import { casesOf, wounded } from './hostile-text.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/progress/${name}.json`, 'utf8')

/** Whole progress from text, or a failed test. */
function whole(text: string): Progress {
  const read = readProgress(text)
  expect(read).toMatchObject({ damaged: false })
  if (!('progress' in read)) throw new Error(`Not readable: ${text.slice(0, 80)}`)
  return read.progress
}

const manyChanges = fc.integer({ min: 0, max: MOST_CHANGES })

describe('progress that is written', () => {
  it('is read again as it was, with notes from every plane of Unicode', () => {
    fc.assert(
      fc.property(anyProgress({ changes: manyChanges }), (progress) => {
        const text = writeProgress(progress)
        expect(readProgress(text)).toEqual({ progress, damaged: false, version: VERSION })
        // Written again it is the same text, so that a tab which changes nothing writes nothing new.
        expect(writeProgress(whole(text)).length).toBe(text.length)
      }),
      { numRuns: 3000 },
    )
  })

  it('may be set out in lines and carry fields of a file', () => {
    fc.assert(
      fc.property(anyProgress(), (progress) => {
        const text = writeProgress(progress, { guide: 'floorwalk', savedOn: '2026-11-22' }, 2)
        expect(text).toMatch(/^\{\n {2}"guide": "floorwalk",\n/)
        expect(whole(text)).toEqual(progress)
      }),
      { numRuns: 300 },
    )
  })

  it('settles after one reading, whatever a script put into its notes', () => {
    fc.assert(
      fc.property(anyProgress({ text: wildText }), (progress) => {
        const once = whole(writeProgress(progress))
        expect(whole(writeProgress(once))).toEqual(once)
        for (const { note } of once.steps.values()) expect(encodeURIComponent(note)).not.toContain('%00')
      }),
      { numRuns: 1000 },
    )
  })

  it('is whole after one more act, also when its counts are as high as they go', () => {
    const acts: Change[] = [
      { what: 'step', id: 'ask', fields: { state: 'done' } },
      { what: 'start', pathway: 'up', stage: 'first', reopened: [] },
      { what: 'claim', skill: 'coaching', level: 2 },
      { what: 'plan', fields: { pace: 5 } },
    ]
    const before = {
      steps: new Map([['ask', marked({ changes: MOST_CHANGES })]]),
      starts: new Map([['up', { stage: 'first', reopened: [], changes: MOST_CHANGES }]]),
      claims: new Map([['coaching', { level: 1, changes: MOST_CHANGES }]]),
      plan: { ...NOTHING.plan, changes: MOST_CHANGES },
    }
    const after = acts.reduce(applied, before)
    expect(whole(writeProgress(after))).toEqual(after)
  })

  it('holds nothing that is empty', () => {
    expect(writeProgress(NOTHING)).toBe('{"version":2,"steps":{},"starts":{},"claims":{},"plan":{"pace":3,"changes":0}}')
  })
})

describe('progress of an earlier version', () => {
  const expected = JSON.parse(fixture('expected')) as Record<string, Record<keyof Progress, Record<string, unknown>>>
  const released = JSON.parse(readFileSync('tests/fixtures/released-steps.json', 'utf8')) as { steps: Record<string, string> }

  it.each([0, 1, 2])('is read: version %i', (version) => {
    const read = readProgress(fixture(`version-${version}`))
    const { steps = {}, starts = {}, claims = {}, plan } = expected[`version-${version}`] ?? {}
    const progress = {
      steps: new Map(Object.entries(steps)),
      starts: new Map(Object.entries(starts)),
      claims: new Map(Object.entries(claims)),
      plan,
    }
    expect(read).toEqual({ progress, damaged: false, version })
    expect(progress.steps.size).toBeGreaterThan(2)
  })

  it.each([0, 1, 2])('becomes the newest when it is written, and loses nothing: version %i', (version) => {
    const read = readProgress(fixture(`version-${version}`))
    if (!('progress' in read)) throw new Error('not readable')
    const text = writeProgress(read.progress)
    expect(JSON.parse(text)).toMatchObject({ version: VERSION })
    expect(whole(text)).toEqual(read.progress)
  })

  it('was made of steps that the guide has', () => {
    for (const { steps } of Object.values(expected))
      for (const id of Object.keys(steps ?? {})) if (id !== 'step-of-a-later-guide') expect(released.steps).toHaveProperty(id)
  })
})

describe('progress of a newer version', () => {
  it('is told apart and shown as far as it is understood', () => {
    const text = JSON.stringify({
      version: 3,
      steps: { ask: { state: 'done', mood: 'good', changes: 2 }, do: { state: 'halfway', changes: 1 } },
      circles: [1],
    })
    expect(readProgress(text)).toEqual({
      newer: 3,
      progress: {
        ...NOTHING,
        steps: new Map([
          ['ask', marked({ state: 'done', changes: 2 })],
          ['do', marked({})],
        ]),
      },
    })
  })

  it('is told apart even when nothing of it is understood', () => {
    expect(readProgress('{"version":999,"done":["a"]}')).toEqual({ newer: 999, progress: NOTHING })
    expect(readProgress('{"version":1e300}')).toMatchObject({ progress: NOTHING })
  })
})

describe('text that the guide did not write', () => {
  const EMPTY = 'unreadable'
  /** What becomes of each case: the ids that are marked done and whether the text is to be set aside; or that nothing is read. */
  const FATES: Record<string, typeof EMPTY | 'newer' | { done: string[]; damaged: boolean }> = {
    'not-json': EMPTY,
    html: EMPTY,
    null: EMPTY,
    number: EMPTY,
    string: EMPTY,
    array: EMPTY,
    true: EMPTY,
    'wrong-shape': EMPTY,
    'wrong-items': { done: ['x'], damaged: true },
    'unknown-steps': { done: ['step-of-a-later-version'], damaged: false },
    'duplicate-steps': { done: ['a'], damaged: false },
    'no-version': { done: ['a'], damaged: false },
    'newer-version': 'newer',
    'future-date': { done: ['a'], damaged: false },
    'bad-date': { done: ['a'], damaged: false },
    'huge-array': { done: ['a', 'b'], damaged: false },
    deep: EMPTY,
    'lone-surrogate': { done: [], damaged: true },
    'emoji-rtl': { done: [], damaged: true },
  }

  it.each(casesOf('storage'))('is met calmly: $id', ({ id, text }) => {
    const read = readProgress(text)
    const fate = FATES[id]
    if (fate === EMPTY) expect(Object.keys(read)).toEqual(['unreadable'])
    else if (fate === 'newer') expect(read).toEqual({ newer: 999, progress: NOTHING })
    else
      expect(read).toMatchObject({
        damaged: fate?.damaged,
        progress: { ...NOTHING, steps: new Map(fate?.done.map((step) => [step, marked({ state: 'done' })])) },
      })
    expect(prototypeFault()).toBeUndefined()
  })

  it('is met by a rule in every case of the list', () => {
    expect(Object.keys(FATES)).toEqual(casesOf('storage').map(({ id }) => id))
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          wildText,
          fc.json(),
          fc.anything().map((value) => String(JSON.stringify(value))),
        ),
        (text) => {
          readProgress(text)
          expect(prototypeFault()).toBeUndefined()
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('never throws when it was ours once, and what is left of it can be written', () => {
    fc.assert(
      fc.property(wounded(anyProgress({ text: wildText, most: 3 }).map((progress) => writeProgress(progress))), (text) => {
        const read = readProgress(text)
        if ('progress' in read) whole(writeProgress(read.progress))
        expect(prototypeFault()).toBeUndefined()
      }),
      { numRuns: 10_000 },
    )
  })

  it('never throws when every field is something else', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom('done', 2, -1, 1e9, 0.5, '2026-02-31', 'a b', '__proto__'))
    const record = fc.dictionary(
      fc.oneof(fc.constantFrom('ask', '__proto__', 'constructor', 'A', ''), fc.string()),
      fc.oneof(field, mark(field)),
    )
    fc.assert(
      fc.property(
        fc.record({ version: fc.constant(2), steps: record, starts: record, claims: record, plan: fc.oneof(field, mark(field)) }),
        (data) => {
          const read = readProgress(String(JSON.stringify(data)))
          if ('progress' in read) whole(writeProgress(read.progress))
          expect(prototypeFault()).toBeUndefined()
        },
      ),
      { numRuns: 1000 },
    )
  })

  function mark(field: fc.Arbitrary<unknown>) {
    const names = ['state', 'note', 'target', 'doneOn', 'evidence', 'changes', 'stage', 'reopened', 'level', 'pace', 'since', 'name']
    return fc.dictionary(fc.constantFrom(...names), field)
  }

  it('cannot reach what other objects stem from', () => {
    const text =
      '{"version":2,"__proto__":{"polluted":1},"steps":{"__proto__":{"state":"done"},"constructor":{"state":"done","__proto__":{"note":"x"}}}}'
    expect(readProgress(text)).toMatchObject({ damaged: true, progress: { steps: new Map([['constructor', marked({ state: 'done' })]]) } })
    expect(readProgress('{"done":["__proto__","toString"]}')).toMatchObject({ damaged: true, progress: NOTHING })
    expect(prototypeFault()).toBeUndefined()
  })

  it('loses only what is wrong with it, and says that something was', () => {
    const read = (steps: unknown, rest = {}) => readProgress(JSON.stringify({ version: 2, steps, ...rest }))
    expect(read({ ask: { state: 'done', target: '2026-02-31', changes: 2 } })).toMatchObject({
      damaged: true,
      progress: { steps: new Map([['ask', marked({ state: 'done', changes: 2 })]]) },
    })
    expect(read({ ask: { state: 'done', note: 5 } })).toMatchObject({ damaged: true })
    expect(read({ ask: { state: 'half' } })).toMatchObject({ damaged: true, progress: { steps: new Map([['ask', marked({})]]) } })
    expect(read({ ask: { state: 'done', changes: 1e9 } })).toMatchObject({
      damaged: true,
      progress: { steps: new Map([['ask', marked({ state: 'done', changes: 1 })]]) },
    })
    expect(read({}, { claims: { coaching: { level: 5 } } })).toMatchObject({ damaged: true, progress: { claims: new Map() } })
    expect(read({}, { starts: { up: { stage: 'first', reopened: ['a', 7, 'a'] } } })).toMatchObject({
      damaged: true,
      progress: { starts: new Map([['up', { stage: 'first', reopened: ['a'], changes: 1 }]]) },
    })
    expect(read({}, { plan: { pace: 400, target: 'lead' } })).toMatchObject({
      damaged: true,
      progress: { plan: { pace: 3, target: 'lead' } },
    })
    expect(read([])).toMatchObject({ damaged: true, progress: NOTHING })
  })

  it('that is too long is not read', () => {
    expect(readProgress(`{"done":["${'a'.repeat(5_000_000)}"]}`)).toEqual({ unreadable: 'It is too long to be a plan of this guide.' })
    expect(readProgress(JSON.stringify({ version: 2, steps: { ask: { note: 'n'.repeat(20_001) } } }))).toMatchObject({ damaged: true })
  })

  it.each(['{"version":1.5,"done":[]}', '{"version":"2"}', '{"version":-1}', '{"version":null,"version":{}}', '{}', '{"version":1}', ''])(
    'says why it is not a plan: %s',
    (text) => {
      expect(readProgress(text)).toEqual({ unreadable: expect.stringMatching(/^It .*\.$/) })
    },
  )
})

describe('an id', () => {
  it.each(['a', 'ask-for-one-thing', '0', 'constructor'])('may be %s', (id) => {
    expect(isId(id)).toBe(true)
  })
  it.each(['', 'A', 'a b', '-a', 'a-', 'a--b', '__proto__', 'a\n', 'é', 'a'.repeat(101)])('may not be %j', (id) => {
    expect(isId(id)).toBe(false)
  })
})

describe('a day', () => {
  it.each(['2026-11-22', '2000-01-01', '2099-12-31', '2028-02-29'])('may be %s', (day) => {
    expect(isDay(day)).toBe(true)
  })
  it.each(['', '2026-02-29', '2026-13-01', '2026-00-10', '1999-12-31', '2100-01-01', '2026-1-1', '2026-11-22T00:00', '٢٠٢٦-١١-٢٢'])(
    'may not be %j',
    (day) => {
      expect(isDay(day)).toBe(false)
    },
  )
})

describe('text', () => {
  it('keeps its characters and loses what no file carries', () => {
    expect(cleanText('a\r\nb\rc\td\u0000e\u007ff')).toBe('a\nb\nc\td e f')
    expect(cleanText('\u{1F389}\ud83c \udf89')).toBe('\u{1F389}\ufffd \ufffd')
    expect(cleanText('מ مرحبا \u{10FFFF}')).toBe('מ مرحبا \u{10FFFF}')
  })

  it('is clean after once', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(() => encodeURIComponent(clean)).not.toThrow()
      }),
      { numRuns: 3000 },
    )
  })
})
