import { z } from 'zod'
import { contentDay, type Library } from '../content/library.ts'
import { httpsUrl } from '../fields.ts'
import { formatWhen } from '../money.ts'
import { absolute, LICENCE, SITE } from '../site.ts'
import { derivedDay } from './dates.ts'

/**
 * The version of the shape of the data (semver.org). First number: a field or dataset went, or means something else. Second: one came,
 * or an allowed value did. Third: only words about them changed. `tests/data-shape.test.ts` says when it must rise.
 */
export const DATA_VERSION = '1.0.0'

/** The folder of the data, the page about it included. */
export const DATA_FOLDER = '/data/'
export const schemaAddress = (name: string) => absolute(`${DATA_FOLDER}schema/${name}.json`)

/** What every JSON file says of itself before its rows. */
export const EDITION = {
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .meta({ description: 'The version of the shape: fields and datasets.' }),
  date: derivedDay.meta({ description: 'The date of the data: the newest day on which an article was reviewed.' }),
  licence: z.literal(LICENCE.id).meta({ description: 'SPDX name of the licence.' }),
  licenceUrl: z.literal(LICENCE.url).meta({ description: 'The licence.', format: 'uri' }),
  attribution: z.string().min(1).meta({ description: 'What to print when you use the data.' }),
  origin: httpsUrl.meta({ description: 'Where the guide lives.' }),
  documentation: httpsUrl.meta({ description: 'What the fields mean.' }),
}
type Edition = z.infer<z.ZodObject<typeof EDITION>>

export function edition(library: Library): Edition {
  const date = contentDay(library)
  return {
    version: DATA_VERSION,
    date,
    licence: LICENCE.id,
    licenceUrl: LICENCE.url,
    attribution: `${SITE.name}, ${SITE.origin}, data of ${formatWhen(date)}, ${LICENCE.name}`,
    origin: SITE.origin,
    documentation: absolute(DATA_FOLDER),
  }
}
