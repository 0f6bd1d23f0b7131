import { describe, expect, it } from 'vitest'
import type { MoveTime } from '#lib/reader/lattice-outline.ts'
import { monthsInWords, routeTime } from '#lib/reader/route-time.ts'

const time = (low: number, high: number, address = '/sources/survey/'): MoveTime => ({
  text: `${low}–${high} months`,
  months: [low, high],
  label: 'Agent to leader',
  when: '2025',
  fit: 'One employer.',
  source: 'Survey',
  address,
})

describe('the time of a route', () => {
  it('is added up only when every move has one', () => {
    expect(routeTime([[time(6, 12)], [time(12, 24)]])).toEqual({ months: [18, 36], rough: false })
    expect(routeTime([[time(6, 12)], []])).toBeUndefined()
    expect(routeTime([[]])).toBeUndefined()
    expect(routeTime([])).toBeUndefined()
  })

  it('is rough when its parts come from different sources', () => {
    expect(routeTime([[time(6, 12)], [time(12, 24, '/sources/other/')]])?.rough).toBe(true)
  })

  it('goes from the shortest to the longest that sources give for a move', () => {
    expect(routeTime([[time(18, 18), time(24, 36, '/sources/other/')], [time(2, 3)]])).toEqual({ months: [20, 39], rough: true })
  })

  it.each([
    [[6, 6], '6 months'],
    [[1, 1], '1 month'],
    [[0.4, 1.2], '1 month'],
    [[6, 12], '6 to 12 months'],
    [[18, 36], '18 to 36 months'],
    [[24, 48], '2 to 4 years'],
    [[36, 36], '3 years'],
    [[12, 24], '12 to 24 months'],
  ] as const)('%j is said as %s', (months, words) => {
    expect(monthsInWords(months)).toBe(words)
  })
})
