import { z } from 'zod'
import { COUNTRIES } from './country.ts'
import { entryFields, entryRules } from './entry.ts'
import {
  choiceOf,
  confidence,
  country,
  currency,
  day,
  figureReference,
  fit,
  httpsUrl,
  plain,
  prose,
  reference,
  slug,
  uniqueList,
  when,
} from './fields.ts'

const amount = z
  .number()
  .finite()
  .positive('must be above zero.')
  .max(10_000_000_000, 'is absurdly large. Check the digits.')
  .meta({ unit: 'the currency of the country, for one period' })
const pay = (description: string) => amount.optional().meta({ description })

export const PERCENTILES = ['percentile10', 'percentile25', 'median', 'percentile75', 'percentile90'] as const

/** Pay for one role in one country from one source. An average is never shown as a median. */
export const salaryRecordSchema = z
  .strictObject({
    role: reference('roles'),
    source: reference('sources'),
    occupation: z.strictObject({
      scheme: plain(60, 'For example "SOC 2018".'),
      code: plain(20).optional(),
      title: plain(140, 'The group the source counts, in its words.'),
    }),
    kind: z.enum(['official', 'employer-survey', 'self-reported', 'government-guide']).meta({
      description:
        'How the pay was found: statistics of a state, a survey among employers, what people or adverts say of themselves, or a guide of a state to jobs.',
    }),
    period: z.enum(['hour', 'month', 'year']).meta({ description: 'What the amounts are paid for.' }),
    grossOrNet: z.enum(['gross', 'net', 'not-stated']).meta({ description: 'gross: before tax. net: after tax.' }),
    percentile10: pay('One in ten earns less.'),
    percentile25: pay('One in four earns less.'),
    median: pay('Half earn less.'),
    percentile75: pay('Three in four earn less.'),
    percentile90: pay('Nine in ten earn less.'),
    mean: pay('The average, as the source gives it. It is no median: a few high earners lift it.'),
    low: pay('The lower end, for sources that give only a range.'),
    high: pay('The upper end of that range.'),
    employment: z.number().int().positive().optional().meta({ description: 'People the source counts.', unit: 'people' }),
    asOf: when.meta({ description: 'The date of the data.' }),
    undated: z.literal(true).optional().meta({ description: 'true when the source prints no date.' }),
    fit,
    fitNote: prose(300, 'One sentence: who is counted, and who is not.'),
    confidence,
    reviewBy: day.meta({ description: 'When somebody must look again.' }),
  })
  .superRefine((record, context) => {
    const given = PERCENTILES.filter((name) => record[name] !== undefined)
    given.forEach((name, index) => {
      const before = given[index - 1]
      if (before && (record[before] as number) > (record[name] as number))
        context.addIssue({ code: 'custom', path: [name], message: `is below ${before}. Percentiles rise.` })
    })
    const range = record.low !== undefined && record.high !== undefined
    if ((record.low === undefined) !== (record.high === undefined))
      context.addIssue({ code: 'custom', path: ['low'], message: 'is half a range. Give low and high.' })
    if (range && (record.low as number) > (record.high as number))
      context.addIssue({ code: 'custom', path: ['low'], message: 'is above high. Swap them.' })
    if (given.length === 0 && !range && record.mean === undefined)
      context.addIssue({ code: 'custom', path: ['median'], message: 'is missing, and so is every other amount. Give at least one.' })
    if (record.kind === 'self-reported' && record.confidence !== 'low')
      context.addIssue({ code: 'custom', path: ['confidence'], message: 'must be low for self-reported pay.' })
    if (record.reviewBy <= record.asOf)
      context.addIssue({ code: 'custom', path: ['reviewBy'], message: 'lies before the date of the data.' })
  })
export type SalaryRecord = z.infer<typeof salaryRecordSchema>

const address = z.strictObject({
  name: plain(120, 'The authority or body.'),
  url: httpsUrl.meta({ description: 'Its address.' }),
  what: prose(240, 'What a reader can check or ask there.'),
})

/** What a rule of pay is about, as it stands before the rule. */
export const RULE_TOPICS = {
  night: 'Nights',
  overtime: 'Overtime',
  holiday: 'Holidays',
  'thirteenth-month': 'Thirteenth month',
  'minimum-wage': 'Minimum wage',
  remote: 'Working from home',
  probation: 'Probation',
  bond: 'Training bonds',
  hours: 'Working hours',
  deductions: 'Deductions',
} as const

/** How pay works in one country, with every pay row the guide has for it. */
export const salarySchema = z
  .strictObject({
    ...entryFields,
    country,
    currency,
    order: z.number().int().min(1).max(99).meta({ description: 'Place in lists of countries.' }),
    records: uniqueList(salaryRecordSchema, 200),
    disagreement: z
      .array(z.strictObject({ role: reference('roles'), why: prose(400, 'Why the sources for this role differ.') }))
      .max(40)
      .optional(),
    payParts: z
      .array(
        z.strictObject({
          name: plain(80, 'A part of the pay, as the payslip names it.'),
          what: prose(300, 'What it is and how it is reckoned.'),
          guaranteed: z.enum(['yes', 'by-contract', 'conditional']).meta({
            description: 'yes: by law. by-contract: when yours says so. conditional: only when a target or an attendance is met.',
          }),
        }),
      )
      .min(1)
      .max(10),
    rules: z
      .array(
        z.strictObject({
          topic: choiceOf(RULE_TOPICS).meta({ description: 'What the rule is about.' }),
          aspect: slug.optional().meta({
            description: 'Permanent. Tells a rule from another one of the same topic and source, so that changes of each can be followed.',
          }),
          rule: prose(400, 'What law or custom says, in plain words.'),
          exempt: prose(300, 'Who is not covered.').optional(),
          figure: figureReference('The number of the rule.').optional(),
          source: reference('sources'),
        }),
      )
      .max(14),
    gaps: z.array(prose(300, 'What no source we could read says.')).max(8),
    verifyAt: z.array(address).min(1).max(6).meta({ description: 'Official places to check an employer or an offer.' }),
    helpAt: z.array(address).min(1).max(6),
  })
  .superRefine(entryRules)
  .superRefine((salary, context) => {
    if (COUNTRIES[salary.country].currency !== salary.currency)
      context.addIssue({
        code: 'custom',
        path: ['currency'],
        message: `is not the currency of ${COUNTRIES[salary.country].name}. Use ${COUNTRIES[salary.country].currency}.`,
      })
    const seen = new Set<string>()
    const perRole = new Map<string, number>()
    salary.records.forEach((record, index) => {
      const key = [record.role, record.source, record.period, record.occupation.title, record.asOf].join('|')
      if (seen.has(key))
        context.addIssue({ code: 'custom', path: ['records', index], message: 'repeats a row: same role, source, group, period and date.' })
      seen.add(key)
      perRole.set(record.role, (perRole.get(record.role) ?? 0) + 1)
    })
    const explained = new Set(salary.disagreement?.map((each) => each.role))
    for (const [role, count] of perRole)
      if (count > 1 && !explained.has(role))
        context.addIssue({
          code: 'custom',
          path: ['disagreement'],
          message: `says nothing about "${role}", which has ${count} rows. Say in one sentence why they differ.`,
        })
  })
export type Salary = z.infer<typeof salarySchema>
