import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { country, figureReference, httpsUrl, pastDay, plain, prose, reference, slug, uniqueList } from './fields.ts'
import { level } from './skill.ts'

const gate = z.strictObject({
  evidence: prose(240, 'Something that can be shown: "I have done this".'),
  metric: reference('metrics').optional(),
  figure: figureReference('A published threshold.').optional(),
})

const stepSchema = z.strictObject({
  id: slug.meta({ description: 'Permanent and unique in the whole guide. Never rename, never reuse: readers’ marks hang on it.' }),
  text: prose(160, 'One action, verb first.'),
  why: prose(300),
  effort: z
    .strictObject({ low: z.number().positive().max(2000), high: z.number().positive().max(2000) })
    .refine((hours) => hours.low <= hours.high, 'low is above high. Swap them.')
    .meta({ description: 'Hours of your own time, our estimate, low to high.' }),
  evidence: prose(240, 'What you hold in your hand when it is done.'),
  competencies: z.array(z.strictObject({ skill: reference('skills'), level })).max(4),
  metrics: uniqueList(reference('metrics'), 4).optional(),
  prerequisites: uniqueList(slug, 5).optional().meta({ description: 'Ids of steps that come before.' }),
  cost: prose(200, 'Only when it costs something.').optional(),
  free: prose(240, 'The way to do it for nothing.').optional(),
  resources: z
    .array(z.strictObject({ title: plain(120), url: httpsUrl }))
    .max(4)
    .optional(),
  optional: z.boolean().optional(),
  countryNotes: z
    .array(z.strictObject({ country, note: prose(240) }))
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
          id: slug,
          text: prose(160, 'What the step was, as readers knew it.'),
          successor: slug.optional().meta({ description: 'The step that took over, if one did.' }),
          retiredOn: pastDay,
        }),
      )
      .max(60)
      .optional(),
    artefacts: z
      .array(z.strictObject({ name: plain(80), what: prose(240) }))
      .min(1)
      .max(5),
    people: z
      .array(z.strictObject({ who: plain(80), why: prose(240) }))
      .min(1)
      .max(5),
    pitfalls: z
      .array(z.strictObject({ text: prose(240), recovery: prose(300) }))
      .min(2)
      .max(6),
    branches: z.array(z.strictObject({ role: reference('roles'), whyGo: prose(240), howBack: prose(240) })).max(5),
    aiNote: prose(400).optional(),
  })
  .superRefine(entryRules)
export type Stage = z.infer<typeof stageSchema>

/** An ordered route to a target role, or out of the trade. */
export const pathwaySchema = z
  .strictObject({
    ...entryFields,
    goal: reference('roles', 'The post it leads to. Leave out when it leads out of the trade.').optional(),
    stages: uniqueList(slug, 16).min(2).meta({ description: 'File names in this folder, in order.' }),
    time: uniqueList(figureReference(), 6),
    timeNote: prose(500),
    entryQuestions: z
      .array(
        z.strictObject({
          question: plain(120),
          options: z
            .array(z.strictObject({ label: plain(120), stage: slug }))
            .min(2)
            .max(6),
        }),
      )
      .min(1)
      .max(3),
    checks: z.array(z.strictObject({ stage: slug, statement: prose(240, '"I have …"') })).max(30),
    stalls: z
      .array(z.strictObject({ situation: prose(200), options: z.array(prose(300)).min(1).max(4) }))
      .min(2)
      .max(8),
    scripts: z.array(z.strictObject({ situation: prose(160), say: prose(700) })).max(6),
    after: z
      .array(z.strictObject({ to: plain(80), text: prose(300), role: reference('roles').optional() }))
      .min(1)
      .max(8),
    releasedSteps: uniqueList(slug, 400).meta({ description: 'Every step id that was ever published. Append only.' }),
  })
  .superRefine(entryRules)
export type Pathway = z.infer<typeof pathwaySchema>
