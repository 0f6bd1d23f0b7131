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
    abbreviation: plain(20, 'Its letters.').optional(),
    issuer: plain(120, 'Who awards it.'),
    url: httpsUrl.meta({ description: 'The issuer’s page.' }),
    level: choiceOf(CERTIFICATION_LEVELS).meta({ description: 'For whom it is meant, by how long they have worked.' }),
    state: choiceOf(CERTIFICATION_STATES).meta({ description: 'Can a person still start it? unconfirmed: no issuer could be found.' }),
    stateCheckedOn: pastDay.meta({ description: 'The day the state was looked up.' }),
    stateNote: prose(300, 'What became of it, in a sentence.').optional(),
    clashNames: z
      .array(z.strictObject({ name: plain(120, 'Another thing of that name.'), meaning: prose(200, 'What that one is.') }))
      .max(6)
      .optional(),
    prerequisites: prose(400, 'What you need before you may start.'),
    exam: plain(400, 'Questions, minutes, pass mark, form. Numbers of the exam itself may stand here.').optional(),
    fees: uniqueList(figureReference())
      .optional()
      .meta({ description: 'Figure ids. Leave out when no fee could be read: the page says so.' }),
    renewal: prose(300, 'What it takes to keep it.'),
    hours: uniqueList(figureReference()).optional().meta({ description: 'Figure ids: how long it takes.' }),
    forWhom: z.array(prose(240)).min(1).max(5).meta({ description: 'For whom it is worth it.' }),
    notFor: z.array(prose(240)).min(1).max(5).meta({ description: 'For whom it is not.' }),
    freeAlternative: prose(400, 'How to get the same for nothing.'),
    recognisedIn: prose(300, 'Where adverts and employers know it.').optional(),
    skills: uniqueList(reference('skills')).optional().meta({ description: 'What it teaches or tests.' }),
  })
  .superRefine(entryRules)

export type Certification = z.infer<typeof certificationSchema>
