import { PACE } from './progress.ts'

/** Days as text, "2026-11-22", counted in UTC so that no clock change moves one. */

const DAY = 86_400_000
/** A clock further ahead of the guide than this is taken for wrong. */
const MOST_YEARS_AHEAD = 10

/** Today by the reader's clock; the day the guide was built where that clock cannot be right. */
export function trustedToday(clock: Date, builtOn: string): string {
  const ahead = (clock.getTime() - Date.parse(builtOn)) / (365.25 * DAY)
  return ahead >= -0.01 && ahead <= MOST_YEARS_AHEAD ? dayOf(clock) : builtOn
}

/** The reader's own calendar day, not that of UTC: at 3 a.m. in Manila it is already tomorrow. */
export function dayOf(clock: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`
}

const parse = (day: string) => new Date(`${day}T00:00:00Z`)
const print = (date: Date) => date.toISOString().slice(0, 10)

export const daysAfter = (day: string, days: number) => print(new Date(parse(day).getTime() + Math.round(days) * DAY))

/** Whole days from one day to another, negative when it lies before. */
export const daysBetween = (from: string, to: string) => Math.round((parse(to).getTime() - parse(from).getTime()) / DAY)

/** The average month of the calendar, in days. */
const MONTH = 30.4375
const WEEK = 7

export interface StageWork {
  /** Hours of steps that are still open. */
  hours: readonly [low: number, high: number]
  /** Months that sources give for the stage; missing where none does. */
  months?: readonly [low: number, high: number]
  /** Days the reader has spent in it already. */
  spent?: number
}

export interface StageDates {
  /** The earliest and the latest day on which it may end. */
  earliest: string
  latest: string
  /** Weeks that the open steps take at the reader's pace. */
  weeks: readonly [low: number, high: number]
  /** What decides the later end: the months a source gives, or only the work. */
  by: 'source' | 'work'
}

/**
 * When each stage may end, one after the other. Steps are done while the months of a stage pass, so the longer of the two counts.
 * Where no source gives months, only the work counts, which is the least it can take.
 */
export function stageDates(today: string, pace: number, stages: readonly StageWork[]): StageDates[] {
  const hoursAWeek = Math.min(PACE.most, Math.max(PACE.least, pace))
  let [earliest, latest] = [0, 0]
  return stages.map(({ hours, months, spent = 0 }) => {
    const weeks = [Math.ceil(hours[0] / hoursAWeek), Math.ceil(hours[1] / hoursAWeek)] as const
    const left = (month: number) => Math.max(0, month * MONTH - Math.max(0, spent))
    const sourced = months ? ([left(months[0]), left(months[1])] as const) : ([0, 0] as const)
    earliest += Math.max(weeks[0] * WEEK, sourced[0])
    latest += Math.max(weeks[1] * WEEK, sourced[1])
    return {
      earliest: daysAfter(today, earliest),
      latest: daysAfter(today, latest),
      weeks,
      by: months && sourced[1] > weeks[1] * WEEK ? 'source' : 'work',
    }
  })
}

const spoken = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const DAY_TEXT = spoken({ day: 'numeric', month: 'short', year: 'numeric' })
const MONTH_TEXT = spoken({ month: 'short', year: 'numeric' })

/** "22 Nov 2026" */
export const dayText = (day: string) => DAY_TEXT.format(parse(day))

/** "Mar 2027 to Nov 2028", or the month alone when both lie in it. */
export function monthsText(from: string, to: string): string {
  const [first, last] = [MONTH_TEXT.format(parse(from)), MONTH_TEXT.format(parse(to))]
  return first === last ? first : `${first} to ${last}`
}

/** "3 hours a week" */
export const paceText = (pace: number) => `${pace} ${pace === 1 ? 'hour' : 'hours'} a week`
