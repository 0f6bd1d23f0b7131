import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { choiceOf, httpsUrl, plain, prose, reference, uniqueList } from './fields.ts'

export const LEVELS = ['foundation', 'working', 'advanced', 'expert'] as const
export const level = z.enum(LEVELS).meta({
  description:
    'foundation: with a script or a helper. working: alone on normal days. advanced: on bad days, teaches one other. expert: sets the standard.',
})
export type Level = (typeof LEVELS)[number]

/** The groups of the list of skills, in its order: what you do it with. */
export const SKILL_GROUPS = {
  people: 'With people',
  language: 'With words',
  process: 'With processes',
  data: 'With numbers',
  technical: 'With systems',
  domain: 'With rules and contracts',
} as const

const signals = z.array(prose(300, 'Something a colleague could see you do.')).min(1).max(5)

/** One learnable ability with a page of its own. */
export const skillSchema = z
  .strictObject({
    ...entryFields,
    group: choiceOf(SKILL_GROUPS).meta({ description: 'What you do it with.' }),
    mapsTo: uniqueList(
      z.strictObject({
        scheme: z.enum(['O*NET', 'ESCO']).meta({ description: 'The public list of skills.' }),
        name: plain(120, 'The name in that list.'),
      }),
    )
      .optional()
      .meta({ description: 'The nearest names in the public skill lists.' }),
    levels: z.strictObject({ foundation: signals, working: signals, advanced: signals, expert: signals }).meta({
      description: 'What each level looks like from outside.',
    }),
    learnFree: z
      .array(
        z.strictObject({
          how: prose(300, 'What to do, this week, for nothing.'),
          url: httpsUrl.optional().meta({ description: 'Where it is.' }),
        }),
      )
      .min(1)
      .max(8),
    learnPaid: z
      .array(z.strictObject({ how: prose(300, 'What money buys.'), url: httpsUrl.optional().meta({ description: 'Where it is.' }) }))
      .max(5)
      .optional(),
    proveOnCv: plain(400, 'The shape of a CV line. Its numbers are made up and the page says so.'),
    proveInInterview: prose(600, 'What to tell, and what the listener tests.'),
    related: uniqueList(reference('skills')).optional().meta({ description: 'Skills that lie close.' }),
  })
  .superRefine(entryRules)

export type Skill = z.infer<typeof skillSchema>

/** A skill at the level a role asks for. */
export const competencySchema = z.strictObject({
  skill: reference('skills'),
  level,
  need: z.enum(['essential', 'useful']).meta({ description: 'essential: the job cannot be done without it. useful: it helps.' }),
  signal: prose(300, 'What it looks like in this role: seen, not felt.'),
})
export type Competency = z.infer<typeof competencySchema>
