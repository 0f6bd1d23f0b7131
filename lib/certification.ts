import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { choiceOf, figureReference, httpsUrl, pastDay, plain, prose, reference, uniqueList } from './fields.ts'

/** What became of a certification, in words. */
export const CERTIFICATION_STATES = {
  active: 'Active',
  renamed: 'Renamed',
  replaced: 'Replaced by a newer one',
  closing: 'Closing to new learners',
  closed: 'Closed',
  unconfirmed: 'Unconfirmed',
} as const

/** For whom a certification is meant, by how long they have worked. */
export const CERTIFICATION_LEVELS = { entry: 'Entry', practitioner: 'Practitioner', advanced: 'Advanced' } as const

/** What a certification is worth to a role, in a word. */
export const VERDICTS = { needed: 'Needed', helps: 'Helps', skip: 'Skip' } as const

/** A credential someone awards and renews. */
export const certificationSchema = z
  .strictObject({
    ...entryFields,
    exactName: plain(160, 'As the issuer prints it today.'),
    abbreviation: plain(20).optional(),
    issuer: plain(120),
    url: httpsUrl.meta({ description: 'The issuer’s page.' }),
    level: choiceOf(CERTIFICATION_LEVELS),
    state: choiceOf(CERTIFICATION_STATES).meta({ description: 'Can a person still start it? unconfirmed: no issuer could be found.' }),
    stateCheckedOn: pastDay,
    stateNote: prose(300).optional(),
    clashNames: z
      .array(z.strictObject({ name: plain(120), meaning: prose(200) }))
      .max(6)
      .optional(),
    prerequisites: prose(400),
    exam: plain(400, 'Questions, minutes, pass mark, form. Numbers of the exam itself may stand here.').optional(),
    fees: uniqueList(figureReference())
      .optional()
      .meta({ description: 'Figure ids. Leave out when no fee could be read: the page says so.' }),
    renewal: prose(300),
    hours: uniqueList(figureReference()).optional(),
    forWhom: z.array(prose(240)).min(1).max(5),
    notFor: z.array(prose(240)).min(1).max(5),
    freeAlternative: prose(400),
    recognisedIn: prose(300).optional(),
    skills: uniqueList(reference('skills')).optional(),
  })
  .superRefine(entryRules)

export type Certification = z.infer<typeof certificationSchema>
