import { expect, it } from 'vitest'
import { type Figure, monthsOf } from '#lib/figure.ts'

const figure = (fields: Partial<Figure>): Figure => ({ unit: 'months', ...fields }) as Figure

it.each([
  [{ unit: 'months', low: 6, high: 12 }, [6, 12]],
  [{ unit: 'months', value: 18 }, [18, 18]],
  [{ unit: 'years', value: 1.5 }, [18, 18]],
  [{ unit: 'years', low: 1, high: 3 }, [12, 36]],
  [{ unit: 'weeks', low: 6, high: 12 }, [1.38, 2.76]],
  [{ unit: 'days', value: 90 }, [2.96, 2.96]],
] as const)('a length of time is so many months: %j', (fields, months) => {
  expect(monthsOf(figure(fields))?.map((each) => Math.round(each * 100) / 100)).toEqual(months)
})

it.each([{ unit: 'hours', value: 40 }, { unit: 'minutes', value: 5 }, { unit: 'percent', value: 5 }, { unit: 'months' }] as const)(
  'anything else is no number of months: %j',
  (fields) => {
    expect(monthsOf(figure(fields))).toBeUndefined()
  },
)
