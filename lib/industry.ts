import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { plain, prose, reference, uniqueList } from './fields.ts'

/** A client sector: what it sends out, and the rules that come with it. */
export const industrySchema = z
  .strictObject({
    ...entryFields,
    outsourced: z.array(prose(200)).min(3).max(8),
    rules: z.array(z.strictObject({ name: plain(120), what: prose(400), source: reference('sources').optional() })).max(6),
    words: z
      .array(z.strictObject({ term: plain(60), meaning: prose(200) }))
      .min(3)
      .max(10),
    serviceLines: uniqueList(reference('service-lines')).min(1),
    roles: uniqueList(reference('roles')).min(1),
  })
  .superRefine(entryRules)
export type Industry = z.infer<typeof industrySchema>
