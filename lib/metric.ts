import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { choiceOf, figureReference, plain, prose, reference, uniqueList } from './fields.ts'

/** The groups of the list of metrics, in its order: the question a metric answers. */
export const METRIC_GROUPS = {
  speed: 'How fast',
  efficiency: 'How much time',
  quality: 'How well',
  customer: 'What customers say',
  people: 'Who stays',
  planning: 'How well it was planned',
  money: 'What it costs',
} as const

/** Which way is good. */
export const GOOD_DIRECTIONS = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  band: 'Neither too high nor too low',
  depends: 'Depends on the work',
} as const

/** An operational measure with its formula. */
export const metricSchema = z
  .strictObject({
    ...entryFields,
    abbreviation: plain(20).optional(),
    group: choiceOf(METRIC_GROUPS),
    formula: plain(300, 'One line, in words: "AHT = (talk + hold + wrap) / contacts handled".'),
    inputs: z
      .array(z.strictObject({ name: plain(80), meaning: prose(240) }))
      .min(1)
      .max(8),
    unit: plain(40),
    goodDirection: choiceOf(GOOD_DIRECTIONS).meta({
      description: 'band: too high and too low both hurt. depends: only the trend against its cause says anything.',
    }),
    whoMovesIt: prose(400, 'Who can really change it, and who only gets blamed.'),
    gaming: z
      .array(z.strictObject({ how: prose(240), sign: prose(240, 'How it shows up elsewhere.') }))
      .min(1)
      .max(5),
    example: z.strictObject({
      situation: plain(400),
      steps: z.array(plain(240)).min(1).max(6),
      result: plain(240),
      source: reference('sources', 'When the example is published somewhere. Own examples leave it out.').optional(),
    }),
    ranges: uniqueList(figureReference()).optional().meta({ description: 'Figure ids: what sources say is normal.' }),
    rangesNote: prose(400, 'One sentence on why they differ. Needed with two or more ranges.').optional(),
    related: uniqueList(reference('metrics')).optional(),
  })
  .superRefine(entryRules)
  .superRefine((metric, context) => {
    if ((metric.ranges?.length ?? 0) > 1 && !metric.rangesNote)
      context.addIssue({ code: 'custom', path: ['rangesNote'], message: 'is missing. Say in one sentence why the ranges differ.' })
  })

export type Metric = z.infer<typeof metricSchema>
