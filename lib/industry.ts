import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { plain, prose, reference, uniqueList } from './fields.ts'

/** A client sector: what it sends out, and the rules that come with it. */
export const industrySchema = z
  .strictObject({
    ...entryFields,
    outsourced: z.array(prose(200)).min(3).max(8).meta({ description: 'What the sector sends out.' }),
    rules: z
      .array(
        z.strictObject({
          name: plain(120, 'A law or standard.'),
          what: prose(400, 'What it means on the floor.'),
          source: reference('sources').optional(),
        }),
      )
      .max(6),
    words: z
      .array(z.strictObject({ term: plain(60, 'A word of the sector.'), meaning: prose(200, 'What it means there.') }))
      .min(3)
      .max(10),
    serviceLines: uniqueList(reference('service-lines')).min(1).meta({ description: 'Kinds of work that it buys.' }),
    roles: uniqueList(reference('roles')).min(1).meta({ description: 'Jobs that it has.' }),
  })
  .superRefine(entryRules)
export type Industry = z.infer<typeof industrySchema>
