import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { country, plain, prose, reference, uniqueList } from './fields.ts'

/** A word of the floor. The title is the word, the summary its plain meaning, the body an example in use. */
export const termSchema = z
  .strictObject({
    ...entryFields,
    abbreviation: plain(20).optional(),
    alsoCalled: uniqueList(z.strictObject({ name: plain(60), countries: z.array(country).max(6).optional() })).optional(),
    seeAlso: uniqueList(reference('glossary'), 6).optional(),
    metric: reference('metrics').optional(),
    skill: reference('skills').optional(),
    role: reference('roles').optional(),
    confusedWith: z
      .array(z.strictObject({ name: plain(60), difference: prose(240) }))
      .max(3)
      .optional(),
  })
  .superRefine(entryRules)
export type Term = z.infer<typeof termSchema>
