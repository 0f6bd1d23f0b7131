import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { country, plain, prose, reference, uniqueList } from './fields.ts'

/** A word of the floor. The title is the word, the summary its plain meaning, the body an example in use. */
export const termSchema = z
  .strictObject({
    ...entryFields,
    abbreviation: plain(20, 'Its letters.').optional(),
    alsoCalled: uniqueList(
      z.strictObject({
        name: plain(60, 'The other name.'),
        countries: z.array(country).max(6).optional().meta({ description: 'Where people use it. None: everywhere.' }),
      }),
    ).optional(),
    seeAlso: uniqueList(reference('glossary'), 6).optional().meta({ description: 'Terms to read with it.' }),
    metric: reference('metrics').optional(),
    skill: reference('skills').optional(),
    role: reference('roles').optional(),
    confusedWith: z
      .array(z.strictObject({ name: plain(60, 'What it is taken for.'), difference: prose(240, 'How the two differ.') }))
      .max(3)
      .optional(),
  })
  .superRefine(entryRules)
export type Term = z.infer<typeof termSchema>
