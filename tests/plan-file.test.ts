import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILE_FAULTS, planFile, readPlanFile } from '#lib/reader/plan-file.ts'
import { NOTHING, type Progress, STATES } from '#lib/reader/progress.ts'
import { cleanText, writeProgress } from '#lib/reader/progress-format.ts'

/** Characters of every plane of Unicode, and those that break files: quotes, line ends, marks of direction, BOM, NUL, halves. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom('"', '\\', '\n', '\r\n', '\t', '\u0000', '\ufeff', '\u202e', '\u2028', '\ud83c', '</script>', '__proto__', 'ß', 'ا'),
)
const text = fc.string({ unit, maxLength: 40 }).map(cleanText)
const id = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/)
const day = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) }).map((time) => new Date(time).toISOString().slice(0, 10))
const dayOrNone = fc.oneof(fc.constant(''), day)
const changes = fc.nat(1_000_000)
const mapOf = <Value>(value: fc.Arbitrary<Value>) => fc.array(fc.tuple(id, value), { maxLength: 8 }).map((pairs) => new Map(pairs))

const plans: fc.Arbitrary<Progress> = fc.record({
  steps: mapOf(fc.record({ state: fc.constantFrom(...STATES), note: text, target: dayOrNone, doneOn: dayOrNone, evidence: text, changes })),
  starts: mapOf(fc.record({ stage: id, reopened: fc.uniqueArray(id, { maxLength: 3 }), changes })),
  claims: mapOf(fc.record({ level: fc.integer({ min: 0, max: 4 }), changes })),
  plan: fc.record({
    target: fc.oneof(fc.constant(''), id),
    pace: fc.integer({ min: 2, max: 80 }).map((halves) => halves / 2),
    since: dayOrNone,
    name: text,
    changes,
  }),
})

const one: Progress = {
  ...NOTHING,
  steps: new Map([['keep-a-log', { state: 'doing', note: 'Ask Ana', target: '2027-01-31', doneOn: '', evidence: '', changes: 2 }]]),
}

describe('the file of a plan', () => {
  it('is named after the day and says in front what it is', () => {
    const { name, text } = planFile(one, '2026-11-22')
    expect(name).toBe('floorwalk-plan-2026-11-22.json')
    expect(text).toMatchInlineSnapshot(`
      "{
        "kind": "floorwalk-plan",
        "savedOn": "2026-11-22",
        "version": 2,
        "steps": {
          "keep-a-log": {
            "state": "doing",
            "note": "Ask Ana",
            "target": "2027-01-31",
            "changes": 2
          }
        },
        "starts": {},
        "claims": {},
        "plan": {
          "pace": 3,
          "changes": 0
        }
      }
      "
    `)
  })

  it('gives every plan back as it was', () => {
    fc.assert(
      fc.property(plans, day, (plan, savedOn) => {
        expect(readPlanFile(planFile(plan, savedOn).text)).toEqual({ progress: plan, damaged: false })
      }),
      { numRuns: 3000 },
    )
  })

  it('gives a plan back after an editor put a byte order mark in front and Windows line ends in', () => {
    const edited = `\ufeff${planFile(one, '2026-11-22').text.replaceAll('\n', '\r\n')}`
    expect(readPlanFile(edited)).toEqual({ progress: one, damaged: false })
  })

  it('is read without the two fields in front, as a text that lay in storage', () => {
    expect(readPlanFile(writeProgress(one))).toEqual({ progress: one, damaged: false })
    expect(readPlanFile('{"done":["keep-a-log"]}')).toMatchObject({
      damaged: false,
      progress: { steps: new Map([['keep-a-log', { state: 'done' }]]) },
    })
    expect(readPlanFile('{"version":1,"done":["keep-a-log",7]}')).toMatchObject({ damaged: true })
  })

  it.each([
    ['', 'This file cannot be read as a plan. It is not complete, or not a plan at all.'],
    ['%PDF-1.7', 'This file cannot be read as a plan. It is not complete, or not a plan at all.'],
    [planFile(one, '2026-11-22').text.slice(0, -20), 'This file cannot be read as a plan. It is not complete, or not a plan at all.'],
    ['[]', 'This file cannot be read as a plan. It is not a plan of this guide.'],
    ['{}', 'This file cannot be read as a plan. It holds no marks.'],
    ['{"name":"a","version":"1.0.0"}', 'This file cannot be read as a plan. It does not say which version it is.'],
    [`"${'a'.repeat(5_000_001)}"`, 'This file cannot be read as a plan. It is too long to be a plan of this guide.'],
    ['{"version":2,"features":[]}', FILE_FAULTS.notOurs],
    ['{"version":7,"features":[]}', FILE_FAULTS.notOurs],
    ['{"kind":"other","version":2,"steps":{}}', FILE_FAULTS.notOurs],
    ['{"kind":"other","version":3,"steps":{}}', FILE_FAULTS.notOurs],
    ['{"kind":"floorwalk-plan","version":3,"trees":{}}', FILE_FAULTS.newer],
    ['{"version":3,"steps":{}}', FILE_FAULTS.newer],
  ])('is refused with a sentence for its reader: %.60s', (text, fault) => {
    expect(readPlanFile(text)).toEqual({ fault })
  })

  it('leaves Object.prototype alone', () => {
    const text =
      '{"kind":"floorwalk-plan","version":2,"__proto__":{"polluted":1},"steps":{"__proto__":{"state":"done"},"constructor":{"state":"done"}}}'
    expect(readPlanFile(text)).toMatchObject({ damaged: true, progress: { steps: new Map([['constructor', { state: 'done' }]]) } })
    expect('polluted' in {}).toBe(false)
  })

  it('never throws on a file that was changed on the way, and what it reads of it can be saved and read again', () => {
    const breaking = ['', '"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', '-', '1e999', 'null', '"__proto__":{},', '\\u0000']
    const harmless = ['a', '7', ' ', '\ufeff', '\ud83c', 'ß', '\u202e']
    const pieces = fc.oneof(fc.constantFrom(...breaking), fc.constantFrom(...harmless))
    const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(3), put: pieces })
    let faults = 0
    let readable = 0
    fc.assert(
      fc.property(plans, fc.array(cut, { minLength: 1, maxLength: 3 }), (plan, cuts) => {
        let file = planFile(plan, '2026-11-22').text
        for (const { at, length, put } of cuts) {
          const from = Math.floor(at * file.length)
          file = file.slice(0, from) + put + file.slice(from + length)
        }
        const read = readPlanFile(file)
        if ('fault' in read) {
          faults++
          expect(read.fault).toMatch(/^This file .+\.$/)
        } else {
          readable++
          expect(readPlanFile(planFile(read.progress, '2026-11-22').text)).toEqual({ progress: read.progress, damaged: false })
        }
      }),
      { numRuns: 10_000 },
    )
    // Both ways must have been walked.
    expect(Math.min(faults, readable)).toBeGreaterThan(200)
  })
})
