import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, slips, slipsAllowed } from '#lib/reader/spelling.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 9 })

describe('slips of the finger', () => {
  it.each([
    ['leader', 'leader', 0],
    ['leadr', 'leader', 1],
    ['leaader', 'leader', 1],
    ['lesder', 'leader', 1],
    ['laeder', 'leader', 1],
    ['shirnkege', 'shrinkage', 2],
    ['', 'abc', 3],
  ])('between %s and %s are %i', (a, b, count) => {
    expect(slips(a, b, 5)).toBe(count)
  })

  it('are as many both ways, none between the same, and counted to the limit and no further', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const all = slips(a, b, 20)
        expect(slips(b, a, 20)).toBe(all)
        expect(all === 0).toBe(a === b)
        expect(slips(a, b, most)).toBe(Math.min(all, most + 1))
      }),
    )
  })

  it('are forgiven in long words only', () => {
    expect([2, 3, 4, 6, 7, 20].map(slipsAllowed)).toEqual([0, 0, 1, 1, 2, 2])
  })
})

describe('likeness', () => {
  it('is 1 for the same, 0 for nothing in common, and between for the rest', () => {
    expect(likeness('trainer', 'trainer')).toBe(1)
    expect(likeness('trainer', 'xyz')).toBe(0)
    expect(likeness('trainer', 'training')).toBeGreaterThan(likeness('trainer', 'team leader'))
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
      }),
    )
  })
})
