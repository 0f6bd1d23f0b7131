import { z } from 'zod'
import { contentDay, type Library } from '../content/library.ts'
import { ageInMonths } from '../money.ts'

/** From this age on a number is marked as historic. */
export const HISTORIC_MONTHS = 24

/** The first and the last day of a date of data: `"2025-02"` → `2025-02-01`, `2025-02-28`. */
export function daysOf(when: string): { from: string; to: string; precision: 'day' | 'month' | 'year' } {
  const precision = when.length === 4 ? 'year' : when.length === 7 ? 'month' : 'day'
  const from = `${when}-01-01`.slice(0, 10)
  const [year = 0, month = 12] = when.split('-').map(Number)
  const to = precision === 'day' ? when : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from, to, precision }
}

/** A day that follows from a date of data. Unlike the days of articles it may lie before 1990. */
export const derivedDay = z.iso.date()

/** A date of data as columns that no spreadsheet can mistake, and what follows from it. */
export const AS_OF = {
  asOfFrom: derivedDay.meta({
    description: 'The first day that the number speaks of: data of May 2025 have 2025-05-01. Of an undated source the day it was read.',
  }),
  asOfTo: derivedDay.meta({ description: 'The last day that the number speaks of: data of May 2025 have 2025-05-31.' }),
  asOfPrecision: z.enum(['day', 'month', 'year']).meta({ description: 'How exactly the source gives its date.' }),
  undated: z.boolean().meta({ description: 'true when the source prints no date; the days are then those on which it was read.' }),
  monthsOld: z.number().int().min(0).nullable().meta({
    description: 'Whole months from the date of the number to the date of this data; a year counts from its end. Empty when undated.',
    unit: 'months',
  }),
  historic: z
    .boolean()
    .nullable()
    .meta({
      description: `true from ${HISTORIC_MONTHS} months on: what was true then, not what is true now. Empty when the source is undated.`,
    }),
}

/** The same of one number. */
export function asOfRow({ asOf, undated = false }: { asOf: string; undated?: boolean }, library: Library) {
  const { from, to, precision } = daysOf(asOf)
  const monthsOld = undated ? null : ageInMonths(asOf, contentDay(library))
  return {
    asOfFrom: from,
    asOfTo: to,
    asOfPrecision: precision,
    undated,
    monthsOld,
    historic: monthsOld === null ? null : monthsOld >= HISTORIC_MONTHS,
  }
}
