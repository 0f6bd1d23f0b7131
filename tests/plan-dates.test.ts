import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, daysBetween, type StageWork, stageDates, trustedToday } from '#lib/reader/plan-dates.ts'
import { PACE } from '#lib/reader/progress.ts'
import './any-progress.ts'

const TODAY = '2026-11-22'
const BUILT = '2026-11-22'
const RUNS = { numRuns: 2000 }

const range = (most: number) =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })).map(([low, more]) => [low, low + more] as const)
const stageWork: fc.Arbitrary<StageWork> = fc.record({ hours: range(60), months: range(24) }, { requiredKeys: ['hours'] })
const work = fc.array(stageWork, { maxLength: 9 })
const pace = fc.integer({ min: PACE.least * 2, max: PACE.most * 2 }).map((halves) => halves / 2)
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => daysAfter('2000-01-01', days))

describe('a day', () => {
  it('so many days after another is that many days away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, days) => {
        const to = daysAfter(from, days)
        expect(to).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(daysBetween(from, to)).toBe(days)
        expect(daysBetween(to, from)).toBe(days === 0 ? 0 : -days)
      }),
      RUNS,
    )
  })

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('after %s by %i is %s, whatever the clocks do in spring', (from, days, to) => {
    expect(daysAfter(from, days)).toBe(to)
  })
})

describe('today', () => {
  it('is the day of the reader’s clock', () => {
    expect(trustedToday(new Date('2027-03-01T23:59:00'), BUILT)).toBe('2027-03-01')
    expect(trustedToday(new Date('2027-03-01T00:01:00'), BUILT)).toBe('2027-03-01')
  })

  it.each(['2025-11-22', '1970-01-01', '2099-01-01', '2037-01-01', '9999-12-31', 'nonsense'])(
    'is the day of the guide when the clock says %s',
    (clock) => {
      expect(trustedToday(new Date(`${clock}T12:00:00`), BUILT)).toBe(BUILT)
    },
  )

  it('is never far before the guide was built, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.date(), (clock) => {
        const now = trustedToday(clock, BUILT)
        expect(daysBetween(BUILT, now)).toBeGreaterThanOrEqual(-4)
        expect(daysBetween(BUILT, now)).toBeLessThanOrEqual(3654)
      }),
      RUNS,
    )
  })
})

describe('the end of a stage', () => {
  it('comes no later with more hours a week', () => {
    fc.assert(
      fc.property(work, pace, pace, (stages, one, two) => {
        const slow = stageDates(TODAY, Math.min(one, two), stages)
        const fast = stageDates(TODAY, Math.max(one, two), stages)
        for (const [place, { earliest, latest, weeks }] of fast.entries()) {
          expect(earliest <= (slow[place]?.earliest ?? '')).toBe(true)
          expect(latest <= (slow[place]?.latest ?? '')).toBe(true)
          expect(weeks[1]).toBeLessThanOrEqual(slow[place]?.weeks[1] ?? -1)
        }
      }),
      RUNS,
    )
  })

  it('comes no earlier than the one before, with a range that does not shrink', () => {
    fc.assert(
      fc.property(work, pace, (stages, hours) => {
        let before = { earliest: TODAY, latest: TODAY }
        for (const dates of stageDates(TODAY, hours, stages)) {
          expect(dates.earliest >= before.earliest && dates.latest >= before.latest).toBe(true)
          // Months are not whole days: to the day on which each end is printed, it may round by one.
          expect(daysBetween(dates.earliest, dates.latest)).toBeGreaterThanOrEqual(daysBetween(before.earliest, before.latest) - 1)
          before = dates
        }
      }),
      RUNS,
    )
  })

  it('is that of the work alone where no source gives months', () => {
    expect(stageDates(TODAY, 3, [{ hours: [6, 10] }])).toEqual([
      { earliest: '2026-12-06', latest: '2026-12-20', weeks: [2, 4], by: 'work' },
    ])
    fc.assert(
      fc.property(fc.array(fc.record({ hours: range(60) }), { maxLength: 9 }), pace, (stages, hours) => {
        let [low, high] = [0, 0]
        for (const [place, { weeks, by, earliest, latest }] of stageDates(TODAY, hours, stages).entries()) {
          const [least, most] = stages[place]?.hours ?? [0, 0]
          expect([weeks, by]).toEqual([[Math.ceil(least / hours), Math.ceil(most / hours)], 'work'])
          low += weeks[0]
          high += weeks[1]
          expect([earliest, latest]).toEqual([daysAfter(TODAY, 7 * low), daysAfter(TODAY, 7 * high)])
        }
      }),
      RUNS,
    )
  })

  it('is that of the source or of the work, whichever takes longer', () => {
    expect(stageDates(TODAY, 10, [{ hours: [6, 10], months: [6, 12] }])).toEqual([
      { earliest: daysAfter(TODAY, 183), latest: daysAfter(TODAY, 365), weeks: [1, 1], by: 'source' },
    ])
    expect(stageDates(TODAY, 1, [{ hours: [6, 100], months: [0, 12] }])).toEqual([
      { earliest: daysAfter(TODAY, 42), latest: daysAfter(TODAY, 700), weeks: [6, 100], by: 'work' },
    ])
  })

  it('comes earlier by the days already spent, and never before the work is done', () => {
    const ends = (spent: number) => stageDates(TODAY, 10, [{ hours: [6, 10], months: [6, 12], spent }])[0]
    expect(ends(100)).toMatchObject({ earliest: daysAfter(TODAY, 83), latest: daysAfter(TODAY, 265), by: 'source' })
    expect(ends(9000)).toEqual({ earliest: daysAfter(TODAY, 7), latest: daysAfter(TODAY, 7), weeks: [1, 1], by: 'work' })
    expect(ends(-500)).toEqual(ends(0))
  })

  it('is today when nothing is left to do and no source gives months', () => {
    expect(stageDates(TODAY, 3, [{ hours: [0, 0] }])).toEqual([{ earliest: TODAY, latest: TODAY, weeks: [0, 0], by: 'work' }])
    expect(stageDates(TODAY, 3, [])).toEqual([])
  })

  it('takes a pace beyond reason for the nearest that can be', () => {
    const at = (hours: number) => stageDates(TODAY, hours, [{ hours: [80, 90] }])
    expect(at(0)).toEqual(at(PACE.least))
    expect(at(-3)).toEqual(at(PACE.least))
    expect(at(4000)).toEqual(at(PACE.most))
  })
})
