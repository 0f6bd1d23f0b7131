import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseStart } from '#lib/reader/start-stage.ts'
import './any-progress.ts'
import { pathway, stage } from './made-guide.ts'

const STAGES = ['first', 'second', 'third'].map((id) => stage(id, [`${id}-step`]))
const to = (...stages: string[]) => stages.map((each) => ({ label: `To ${each}`, stage: each }))
const UP = pathway('up', STAGES, {
  questions: [
    { question: 'Where are you?', options: to('first', 'second', 'third') },
    { question: 'Do you lead?', options: to('first', 'third') },
    { question: 'Is it gone?', options: to('gone', 'second') },
  ],
})
const start = (...answers: (number | undefined)[]) => chooseStart(UP, answers)

describe('the stage to begin with', () => {
  it('is the furthest that an answer points to', () => {
    expect(start(0, 1)).toMatchObject({ stage: { id: 'third' }, order: 2, question: 'Do you lead?', label: 'To third' })
    expect(start(1, 0)).toMatchObject({ stage: { id: 'second' }, order: 1, question: 'Where are you?' })
  })

  it('brings along answers that point to earlier stages', () => {
    expect(start(1, 1)?.earlier).toEqual([{ question: 'Where are you?', label: 'To second', stage: STAGES[1], order: 1 }])
    expect(start(2, 1)?.earlier).toEqual([])
  })

  it('is named by the first of two answers that point as far', () => {
    expect(start(2, 1)?.question).toBe('Where are you?')
  })

  it('is none while nothing was answered', () => {
    for (const answers of [[], [undefined], [undefined, undefined, undefined]]) expect(start(...answers)).toBeUndefined()
  })

  it('is found from one answer alone', () => {
    expect(start(undefined, 1)).toMatchObject({ stage: { id: 'third' }, earlier: [] })
  })

  it('is not moved by an answer to a stage that is gone, nor by one that does not exist', () => {
    expect(start(1, undefined, 0)).toMatchObject({ stage: { id: 'second' }, earlier: [] })
    expect(start(undefined, undefined, 0)).toBeUndefined()
    expect(start(7, -1)).toBeUndefined()
    expect(start(1, Number.NaN, 1.5)).toMatchObject({ stage: { id: 'second' } })
  })

  it('is never before a stage that any answer points to', () => {
    const answer = fc.oneof(fc.constant(undefined), fc.integer({ min: -1, max: 3 }))
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 4 }), (answers) => {
        const choice = chooseStart(UP, answers)
        for (const { order } of choice?.earlier ?? []) expect(order).toBeLessThan(choice?.order ?? -1)
        const alone = answers.flatMap((each, place) => {
          const only = chooseStart(
            UP,
            UP.questions.map((_, other) => (other === place ? each : undefined)),
          )
          return only ? [only.order] : []
        })
        expect(choice?.order).toBe(alone.length > 0 ? Math.max(...alone) : undefined)
      }),
      { numRuns: 500 },
    )
  })
})
