import { COUNTRIES, type CountryCode } from './country.ts'
import type { Figure } from './figure.ts'

const LOCALES: Record<string, string> = { INR: 'en-IN', PHP: 'en-PH', ZAR: 'en-ZA', GBP: 'en-GB', EUR: 'en-IE' }

/** `₱45,000`, `$1,250.50`: the currency as its country writes it in English; whole amounts without decimals. */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat(LOCALES[currency] ?? 'en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amount)
}

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

const PERIODS = { once: '', hour: ' an hour', day: ' a day', week: ' a week', month: ' a month', year: ' a year' } as const

/** The value of a figure with its unit: `8–12 people`, `10%`, `−5.5%`, `£25,440 a year`. */
export function formatFigure(figure: Pick<Figure, 'value' | 'low' | 'high' | 'unit' | 'currency' | 'period' | 'kind'>): string {
  const { low, high, unit, currency, kind } = figure
  const period = PERIODS[figure.period ?? 'once']
  const sign = (value: number) => (value < 0 ? '−' : kind === 'change' && value > 0 ? '+' : '')
  const one = (value: number) =>
    unit === 'money' && currency
      ? `${value < 0 ? '−' : ''}${formatMoney(Math.abs(value), currency)}`
      : `${sign(value)}${plain.format(Math.abs(value))}`
  const single = figure.value ?? (low === high ? low : undefined)
  const amount = single !== undefined ? one(single) : `${one(low as number)}–${one(high as number)}`
  if (unit === 'money') return `${amount}${period}`
  if (unit === 'percent') return `${amount}%${period}`
  if (unit === 'ratio') return `${amount} to 1`
  const noun = single === 1 ? unit.replace(/s$/, '').replace('people', 'person') : unit
  return `${amount} ${noun}${period}`
}

const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const BY_LENGTH = {
  10: date({ day: 'numeric', month: 'long', year: 'numeric' }),
  7: date({ month: 'long', year: 'numeric' }),
  4: date({ year: 'numeric' }),
} as const

/** `"2025"` → `2025`, `"2025-05"` → `May 2025`, `"2025-05-31"` → `31 May 2025`. */
export function formatWhen(text: string): string {
  const format = BY_LENGTH[text.length as keyof typeof BY_LENGTH] ?? BY_LENGTH[10]
  return format.format(new Date(`${`${text}-01-01`.slice(0, 10)}T00:00:00Z`))
}

/** The date of a figure: "May 2025", or "undated, read in May 2025". */
export const formatReading = ({ asOf, undated }: Pick<Figure, 'asOf' | 'undated'>) =>
  undated ? `undated, read in ${formatWhen(asOf.slice(0, 7))}` : formatWhen(asOf)

/** The same with the day on which an undated source was read: "undated, read 22 November 2026". */
export const dateOfData = ({ asOf, undated }: Pick<Figure, 'asOf' | 'undated'>) =>
  undated ? `undated, read ${formatWhen(asOf)}` : formatWhen(asOf)

export const countryName = (code: CountryCode) => COUNTRIES[code].name

/** "3 figures", "1 pay row", for nouns whose plural ends in s. */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Whole months from a date of data ("2025", "2025-05", "2025-05-31"; a year counts from its end) to `day`; never below zero. */
export function ageInMonths(asOf: string, day: string): number {
  const [year = 0, month = 12] = asOf.split('-').map(Number)
  const [thisYear = 0, thisMonth = 1] = day.split('-').map(Number)
  return Math.max(0, (thisYear - year) * 12 + thisMonth - month)
}

/** "new", "5 months", "3 years": months up to two years, then whole years. */
export function formatAge(months: number): string {
  if (months < 1) return 'new'
  if (months === 1) return '1 month'
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`
}
