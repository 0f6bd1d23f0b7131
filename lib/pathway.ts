import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { country, figureReference, httpsUrl, pastDay, plain, prose, reference, slug, uniqueList } from './fields.ts'
import { level } from './skill.ts'

const gate = z.strictObject({
  evidence: prose(240, 'Something that can be shown: "I have done this".'),
  metric: reference('metrics', 'The metric it shows on.').optional(),
  figure: figureReference('A published threshold.').optional(),
})

const hours = (how: string) =>
  z
    .number()
    .positive()
    .max(2000)
    .meta({ description: `Hours of your own time, our estimate, ${how}.`, unit: 'hours' })

const stepSchema = z.strictObject({
  id: slug.meta({ description: 'Permanent and unique in the whole guide. Never rename, never reuse: readers’ marks hang on it.' }),
  text: prose(160, 'One action, verb first.'),
  why: prose(300, 'What it is good for.'),
  effort: z
    .strictObject({ low: hours('at the least'), high: hours('at the most') })
    .refine((hours) => hours.low <= hours.high, 'low is above high. Swap them.')
    .meta({ description: 'Hours of your own time, our estimate, low to high.' }),
  evidence: prose(240, 'What you hold in your hand when it is done.'),
  competencies: z.array(z.strictObject({ skill: reference('skills'), level })).max(4),
  metrics: uniqueList(reference('metrics'), 4).optional().meta({ description: 'The metrics it moves or shows on.' }),
  prerequisites: uniqueList(slug, 5).optional().meta({ description: 'Ids of steps that come before.' }),
  cost: prose(200, 'Only when it costs something.').optional(),
  free: prose(240, 'The way to do it for nothing.').optional(),
  resources: z
    .array(z.strictObject({ title: plain(120, 'What helps with it.'), url: httpsUrl.meta({ description: 'Where it is.' }) }))
    .max(4)
    .optional(),
  optional: z.boolean().optional().meta({ description: 'true when the stage can be left without it.' }),
  countryNotes: z
    .array(z.strictObject({ country, note: prose(240, 'What is different there.') }))
    .max(4)
    .optional(),
})
/** One action that a reader can tick. */
export type Step = z.infer<typeof stepSchema>

/** One leg of a pathway, with a page of its own. The file name is its permanent id. */
export const stageSchema = z
  .strictObject({
    ...entryFields,
    role: reference('roles', 'The post you hold, or are reaching, in this stage.').optional(),
    purpose: prose(300, 'What this stage is for, in one sentence.'),
    time: uniqueList(figureReference(), 4).meta({
      description: 'Sourced time ranges. [] when no source says: the page prints "no reliable figure yet".',
    }),
    timeNote: prose(400, 'What the figures do and do not cover, or why there is none.'),
    stay: uniqueList(figureReference(), 4).optional().meta({
      description:
        'Those of time: that say how long people stay in this stage alone, not since they began. Plans reckon with the least and the most of them. Leave out when there is none.',
    }),
    entryGate: z.array(gate).min(1).max(5),
    exitGate: z.array(gate).min(1).max(6),
    steps: z.array(stepSchema).min(3).max(12),
    retiredSteps: z
      .array(
        z.strictObject({
          id: slug.meta({ description: 'The id it had; never used again.' }),
          text: prose(160, 'What the step was, as readers knew it.'),
          successor: slug.optional().meta({ description: 'The step that took over, if one did.' }),
          retiredOn: pastDay.meta({ description: 'The day it was taken out.' }),
        }),
      )
      .max(60)
      .optional(),
    artefacts: z
      .array(z.strictObject({ name: plain(80, 'What you make and keep.'), what: prose(240, 'What is in it, and when you show it.') }))
      .min(1)
      .max(5),
    people: z
      .array(z.strictObject({ who: plain(80, 'Who to talk to.'), why: prose(240, 'What about, and why them.') }))
      .min(1)
      .max(5),
    pitfalls: z
      .array(z.strictObject({ text: prose(240, 'What goes wrong.'), recovery: prose(300, 'What to do when it has.') }))
      .min(2)
      .max(6),
    branches: z
      .array(
        z.strictObject({
          role: reference('roles'),
          whyGo: prose(240, 'Why people turn off here.'),
          howBack: prose(240, 'How to come back from there.'),
        }),
      )
      .max(5),
    aiNote: prose(400, 'What software changes in this stage.').optional(),
  })
  .superRefine(entryRules)
export type Stage = z.infer<typeof stageSchema>

/** An ordered route to a target role, or out of the trade. */
export const pathwaySchema = z
  .strictObject({
    ...entryFields,
    goal: reference('roles', 'The post it leads to. Leave out when it leads out of the trade.').optional(),
    stages: uniqueList(slug, 16).min(2).meta({ description: 'File names in this folder, in order.' }),
    time: uniqueList(figureReference(), 6).meta({ description: 'Sourced times for the whole way, or for parts of it.' }),
    timeNote: prose(500, 'What the figures do and do not cover.'),
    entryQuestions: z
      .array(
        z.strictObject({
          question: plain(120, 'What the reader is asked, to find where to begin.'),
          options: z
            .array(z.strictObject({ label: plain(120, 'An answer.'), stage: slug.meta({ description: 'The stage to begin at.' }) }))
            .min(2)
            .max(6),
        }),
      )
      .min(1)
      .max(3),
    checks: z
      .array(
        z.strictObject({ stage: slug.meta({ description: 'The stage that is done when it holds.' }), statement: prose(240, '"I have …"') }),
      )
      .max(30),
    stalls: z
      .array(
        z.strictObject({
          situation: prose(200, 'Where people get stuck.'),
          options: z.array(prose(300)).min(1).max(4).meta({ description: 'Ways on from there.' }),
        }),
      )
      .min(2)
      .max(8),
    scripts: z.array(z.strictObject({ situation: prose(160, 'When you need words.'), say: prose(700, 'Words to begin from.') })).max(6),
    after: z
      .array(
        z.strictObject({
          to: plain(80, 'Where people go after it.'),
          text: prose(300, 'What it takes.'),
          role: reference('roles').optional(),
        }),
      )
      .min(1)
      .max(8),
    releasedSteps: uniqueList(slug, 400).meta({ description: 'Every step id that was ever published. Append only.' }),
  })
  .superRefine(entryRules)
export type Pathway = z.infer<typeof pathwaySchema>
