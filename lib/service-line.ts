import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { plain, prose, reference, uniqueList } from './fields.ts'

/** A kind of work that clients buy. Contact (who you talk to) and place in the firm (front or back) are separate axes. */
export const serviceLineSchema = z
  .strictObject({
    ...entryFields,
    contact: z.enum(['voice', 'written', 'none', 'mixed']).meta({ description: 'How the work meets customers.' }),
    office: z.enum(['front', 'back', 'both']).meta({ description: 'Whether it works with customers or behind those who do.' }),
    examples: z.array(prose(200)).min(3).max(8).meta({ description: 'Tasks, as a person doing them would say.' }),
    roles: uniqueList(reference('roles')).min(1).meta({ description: 'Jobs in it.' }),
    industries: uniqueList(reference('industries')).meta({ description: 'Sectors that buy it.' }),
    metrics: uniqueList(reference('metrics')).meta({ description: 'What it is measured by.' }),
    tools: z.array(plain(100)).min(1).max(8).meta({ description: 'Kinds of system first, product names as examples.' }),
    gettingIn: prose(400, 'How people get in.'),
    payNote: prose(400, 'What is different about its pay.'),
  })
  .superRefine(entryRules)
export type ServiceLine = z.infer<typeof serviceLineSchema>
