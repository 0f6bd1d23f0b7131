import fc from 'fast-check'
import { type Claim, type Mark, NO_PLAN, type Plan, type Progress, STATES, type Start, UNMARKED } from '#lib/reader/progress.ts'

/** What readers may write and mark, made up at random. */

// The same cases in every run: a fault that one of them shows is there again when it is looked for.
fc.configureGlobal({ seed: Number(process.env.FLOORWALK_SEED ?? 20_261_122) })

const SURROGATE = (code: number) => code >= 0xd800 && code <= 0xdfff
const CONTROL = (code: number) => (code < 0x20 && code !== 0x09 && code !== 0x0a) || code === 0x7f

/** A character of any of the 17 planes of Unicode, also of those that hold none yet; no control character, no half of one. */
const character = fc
  .oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
    { weight: 1, arbitrary: fc.constantFrom(0x09, 0x0a, 0xfeff, 0x202e, 0x2028, 0xfffd, 0xffff) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 0xffff }))
        .map(([plane, low]) => plane * 0x10000 + low),
    },
  )
  .filter((code) => !SURROGATE(code) && !CONTROL(code))
  .map((code) => String.fromCodePoint(code))

/** Text that any browser can carry. */
export const anyText = fc.oneof(fc.constant(''), fc.string({ unit: character, maxLength: 24 }))

/** Text with everything in it that a script can put into a string: control characters and halves of characters too. */
export const wildText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 })

/** A day that the guide knows, or none. */
export const anyDay = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 0, max: 36_524 }).map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10)),
)

export const anyId = fc.oneof(
  fc.constantFrom('constructor', 'prototype', 'valueof', '0', '42', 'a'),
  fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,7}){0,3}$/),
)

const few = fc.integer({ min: 0, max: 4 })

/** Counts of changes are small where copies should often be equally old. */
export const anyMark = (changes: fc.Arbitrary<number> = few, text: fc.Arbitrary<string> = anyText): fc.Arbitrary<Mark> =>
  fc.record({ state: fc.constantFrom(...STATES), note: text, target: anyDay, doneOn: anyDay, evidence: text, changes })

interface Ids {
  steps: fc.Arbitrary<string>
  targets: fc.Arbitrary<string>
  pathways: fc.Arbitrary<string>
  stages: fc.Arbitrary<string>
  skills: fc.Arbitrary<string>
}

const ANY_IDS: Ids = { steps: anyId, targets: anyId, pathways: anyId, stages: anyId, skills: anyId }

/** Progress over the given ids. */
export function anyProgress({
  ids = ANY_IDS,
  changes = few,
  text = anyText,
  most = 6,
}: {
  ids?: Ids
  changes?: fc.Arbitrary<number>
  text?: fc.Arbitrary<string>
  most?: number
} = {}): fc.Arbitrary<Progress> {
  const map = <Value>(key: fc.Arbitrary<string>, value: fc.Arbitrary<Value>) =>
    fc.uniqueArray(fc.tuple(key, value), { selector: ([id]) => id, maxLength: most }).map((pairs) => new Map(pairs))
  const start: fc.Arbitrary<Start> = fc.record({ stage: ids.stages, reopened: fc.uniqueArray(ids.stages, { maxLength: 3 }), changes })
  const claim: fc.Arbitrary<Claim> = fc.record({ level: fc.integer({ min: 0, max: 4 }), changes })
  const plan: fc.Arbitrary<Plan> = fc.record({
    target: fc.oneof(fc.constant(''), ids.targets),
    pace: fc.integer({ min: 2, max: 80 }).map((halves) => halves / 2),
    since: anyDay,
    name: text,
    changes,
  })
  return fc.record({
    steps: map(ids.steps, anyMark(changes, text)),
    starts: map(ids.pathways, start),
    claims: map(ids.skills, claim),
    plan: fc.oneof(fc.constant(NO_PLAN), plan),
  })
}

/** A mark of which only this is said. */
export const marked = (fields: Partial<Mark>): Mark => ({ ...UNMARKED, changes: 1, ...fields })

/** Fails when something has reached the object that all others stem from. */
export function prototypeFault(): string | undefined {
  const strangers = Object.keys(Object.prototype)
  const inherited = Object.keys({}).length > 0 || Reflect.get({}, 'polluted') !== undefined || Reflect.get({}, 'done') !== undefined
  return strangers.length > 0 || inherited ? `Object.prototype holds ${strangers.join(', ')}` : undefined
}
