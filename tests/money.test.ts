import { describe, expect, it } from 'vitest'
import { CURRENCIES } from '#lib/fields.ts'
import { ageInMonths, countryName, formatAge, formatFigure, formatMoney, formatWhen } from '#lib/money.ts'

describe('an amount of money', () => {
  it.each([
    [45000, 'PHP', '₱45,000'],
    [450000, 'INR', '₹4,50,000'],
    [25440, 'GBP', '£25,440'],
    [69500, 'USD', '$69,500'],
    [12.5, 'USD', '$12.50'],
    [1250.456, 'USD', '$1,250.46'],
    [0, 'EUR', '€0'],
    [1200000, 'COP', '$1,200,000'],
  ])('%d %s is %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text)
  })

  it('has a sign or a code in every currency of the guide', () => {
    for (const currency of CURRENCIES)
      expect(formatMoney(1234, currency)).toMatch(/^\p{L}*\p{Sc}?[\s\u00a0]?\p{L}*[\s\u00a0]?1,234$|^\D{1,4}1[,\s\u00a0]?234$/u)
  })
})

describe('a figure', () => {
  const figure = (rest: object) => formatFigure({ kind: 'count', unit: 'people', ...rest } as Parameters<typeof formatFigure>[0])

  it.each([
    [{ value: 12 }, '12 people'],
    [{ value: 1 }, '1 person'],
    [{ low: 8, high: 12 }, '8–12 people'],
    [{ low: 12, high: 12 }, '12 people'],
    [{ value: 1, unit: 'months' }, '1 month'],
    [{ value: 1.5, unit: 'hours' }, '1.5 hours'],
    [{ value: 1840000, unit: 'jobs' }, '1,840,000 jobs'],
    [{ value: 10, unit: 'percent', kind: 'share' }, '10%'],
    [{ low: 5, high: 10.5, unit: 'percent', kind: 'share' }, '5–10.5%'],
    [{ value: -5.5, unit: 'percent', kind: 'change' }, '−5.5%'],
    [{ value: 5.5, unit: 'percent', kind: 'change' }, '+5.5%'],
    [{ low: -2, high: 3, unit: 'percent', kind: 'change' }, '−2–+3%'],
    [{ value: 30, unit: 'percent', kind: 'share', period: 'year' }, '30% a year'],
    [{ value: 15, unit: 'ratio' }, '15 to 1'],
    [{ value: 25440, unit: 'money', currency: 'GBP', period: 'year', kind: 'pay' }, '£25,440 a year'],
    [{ low: 150, high: 300, unit: 'money', currency: 'PHP', period: 'hour', kind: 'pay' }, '₱150–₱300 an hour'],
    [{ value: 99, unit: 'money', currency: 'USD', period: 'once', kind: 'fee' }, '$99'],
    [{ value: -20, unit: 'money', currency: 'USD', period: 'month', kind: 'change' }, '−$20 a month'],
  ])('%j is %s', (rest, text) => {
    expect(figure(rest)).toBe(text)
  })
})

describe('a date', () => {
  it.each([
    ['2025', '2025'],
    ['2025-05', 'May 2025'],
    ['2025-05-31', '31 May 2025'],
    ['2024-02-29', '29 February 2024'],
    ['2025-01-01', '1 January 2025'],
  ])('%s is %s, in every time zone', (text, shown) => {
    expect(formatWhen(text)).toBe(shown)
  })

  it('names countries as English does', () => {
    expect([countryName('PH'), countryName('GB')]).toEqual(['Philippines', 'United Kingdom'])
  })
})

describe('an age', () => {
  it.each([
    ['2025-05', '2026-11-22', 18],
    ['2025-05-31', '2026-05-01', 12],
    ['2025', '2026-11-22', 11],
    ['2026', '2026-11-22', 0],
  ])('of %s on %s is %d months', (asOf, day, months) => {
    expect(ageInMonths(asOf, day)).toBe(months)
  })

  it.each([
    [0, 'new'],
    [1, '1 month'],
    [23, '23 months'],
    [24, '2 years'],
    [47, '3 years'],
  ])('%d months are "%s"', (months, text) => {
    expect(formatAge(months)).toBe(text)
  })
})
