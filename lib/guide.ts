import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { plain, prose, reference, uniqueList } from './fields.ts'

/** An article that answers one question from start to end. */
export const guideSchema = z
  .strictObject({
    ...entryFields,
    order: z.number().int().min(1).max(99).meta({ description: 'Place in the list of guides, and for next and previous.' }),
    forWhom: prose(160, 'Who should read it, and when.'),
    showOnEntryRoles: z.boolean().optional().meta({ description: 'true: linked from the head of every entry role.' }),
    checklist: z
      .array(
        z.strictObject({
          ask: plain(200, 'What to ask.'),
          goodAnswer: prose(300, 'What a good answer sounds like.'),
          redFlag: prose(300, 'What should make you careful.'),
        }),
      )
      .max(14)
      .optional(),
    questions: z
      .array(z.strictObject({ question: plain(140, 'As a reader asks it.'), answer: prose(700, 'The answer, first words first.') }))
      .max(8)
      .optional(),
    roles: uniqueList(reference('roles')).optional().meta({ description: 'Jobs it is about.' }),
    guides: uniqueList(reference('guides')).optional().meta({ description: 'What to read with it.' }),
    countries: uniqueList(reference('salaries'))
      .optional()
      .meta({ description: 'Country pages whose official addresses the guide prints.' }),
  })
  .superRefine(entryRules)
export type Guide = z.infer<typeof guideSchema>
