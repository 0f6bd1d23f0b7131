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
    abbreviation: plain(20, 'Its letters.').optional(),
    group: choiceOf(METRIC_GROUPS).meta({ description: 'The question it answers.' }),
    formula: plain(300, 'One line, in words: "AHT = (talk + hold + wrap) / contacts handled".'),
    inputs: z
      .array(z.strictObject({ name: plain(80, 'A part of the formula.'), meaning: prose(240, 'What is counted in it, and what not.') }))
      .min(1)
      .max(8),
    unit: plain(40, 'What the result is counted in.'),
    goodDirection: choiceOf(GOOD_DIRECTIONS).meta({
      description: 'band: too high and too low both hurt. depends: only the trend against its cause says anything.',
    }),
    whoMovesIt: prose(400, 'Who can really change it, and who only gets blamed.'),
    gaming: z
      .array(z.strictObject({ how: prose(240, 'How the number is made to look good.'), sign: prose(240, 'How it shows up elsewhere.') }))
      .min(1)
      .max(5),
    example: z.strictObject({
      situation: plain(400, 'A worked example with made-up numbers: the situation.'),
      steps: z.array(plain(240)).min(1).max(6).meta({ description: 'The sum, line by line.' }),
      result: plain(240, 'What comes out, and what it means.'),
      source: reference('sources', 'When the example is published somewhere. Own examples leave it out.').optional(),
    }),
    ranges: uniqueList(figureReference()).optional().meta({ description: 'Figure ids: what sources say is normal.' }),
    rangesNote: prose(400, 'One sentence on why they differ. Needed with two or more ranges.').optional(),
    related: uniqueList(reference('metrics')).optional().meta({ description: 'Metrics to read beside it.' }),
  })
  .superRefine(entryRules)
  .superRefine((metric, context) => {
    if ((metric.ranges?.length ?? 0) > 1 && !metric.rangesNote)
      context.addIssue({ code: 'custom', path: ['rangesNote'], message: 'is missing. Say in one sentence why the ranges differ.' })
  })

export type Metric = z.infer<typeof metricSchema>
