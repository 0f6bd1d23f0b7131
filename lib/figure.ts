import { z } from 'zod'
import { confidence, country, currency, day, fit, plain, prose, reference, slug, when } from './fields.ts'

export const UNITS = [
  'percent',
  'points',
  'seconds',
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
  'people',
  'jobs',
  'contacts',
  'ratio',
  'money',
] as const

const amount = z
  .number()
  .finite()
  .min(-1_000_000_000, 'is absurdly small. Check the digits.')
  .max(100_000_000_000, 'is absurdly large. Check the digits.')

/**
 * One sourced number or range, the only way a number reaches a reader.
 * Money carries `currency` and, when it recurs, `period`; everything else carries its `unit`.
 */
export const figureSchema = z
  .strictObject({
    id: slug.meta({ description: 'Permanent, unique in the whole guide, for example "ph-night-premium".' }),
    kind: z.enum(['pay', 'share', 'duration', 'count', 'fee', 'range', 'change']).meta({ description: 'What sort of number it is.' }),
    label: prose(120, 'What is measured, as a noun phrase: "Agents per team leader".'),
    value: amount.optional().meta({ description: 'A single number. Or use low and high.' }),
    low: amount.optional().meta({ description: 'The lower end of a range.' }),
    high: amount.optional().meta({ description: 'The upper end of a range.' }),
    unit: z.enum(UNITS).meta({ description: 'percent, months, people, money …' }),
    currency: currency.optional().meta({ description: 'For money: the ISO 4217 code.' }),
    period: z.enum(['once', 'hour', 'day', 'week', 'month', 'year']).optional().meta({ description: 'For money and rates: per what.' }),
    countries: z
      .array(country)
      .max(6)
      .optional()
      .meta({ description: 'Where it holds. Leave out only when it is not bound to a country.' }),
    source: reference('sources', 'Where it is published.'),
    asOf: when.meta({ description: 'The date of the data, "2025-05". An undated source: the day it was read.' }),
    undated: z.literal(true).optional().meta({ description: 'true when the source prints no date; asOf is then the day it was read.' }),
    fit: fit,
    fitNote: prose(300, 'One sentence: what it covers and what it leaves out.'),
    confidence,
    reviewBy: day.meta({ description: 'When somebody must look again.' }),
    measure: plain(60, 'For example "median", "minimum by law", "as advertised".').optional(),
  })
  .superRefine((figure, context) => {
    const single = figure.value !== undefined
    const range = figure.low !== undefined || figure.high !== undefined
    if (single === range)
      context.addIssue({ code: 'custom', path: ['value'], message: 'needs either value, or low and high; not both, not neither.' })
    if (range && (figure.low === undefined || figure.high === undefined))
      context.addIssue({ code: 'custom', path: ['low'], message: 'is half a range. Give low and high.' })
    if (figure.low !== undefined && figure.high !== undefined && figure.low > figure.high)
      context.addIssue({ code: 'custom', path: ['low'], message: 'is above high. Swap them.' })
    if ((figure.unit === 'money') !== (figure.currency !== undefined))
      context.addIssue({ code: 'custom', path: ['currency'], message: 'goes with unit: money, and only with it.' })
    if (figure.unit === 'money' && figure.period === undefined)
      context.addIssue({ code: 'custom', path: ['period'], message: 'is missing. Say hour, month, year or once.' })
    if (figure.reviewBy <= figure.asOf)
      context.addIssue({ code: 'custom', path: ['reviewBy'], message: 'lies before the date of the data.' })
  })

export type Figure = z.infer<typeof figureSchema>

/** Months in each unit of time that a plan reckons in; the average month of the calendar has 30.4375 days. */
const MONTHS: Partial<Record<Figure['unit'], number>> = { days: 1 / 30.4375, weeks: 7 / 30.4375, months: 1, years: 12 }

/** A length of time as months, least and most; undefined for anything else, hours included. */
export function monthsOf({ unit, value, low = value, high = value }: Figure): [low: number, high: number] | undefined {
  const months = MONTHS[unit]
  return months === undefined || low === undefined || high === undefined ? undefined : [low * months, high * months]
}
