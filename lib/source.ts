import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { country, httpsUrl, pastDay, plain, prose, when } from './fields.ts'

/** How far to trust a publication, by its grade. */
export const RELIABILITY = {
  A: 'A: official publication or law',
  B: 'B: large survey or trade body',
  C: 'C: practitioner or small sample',
  D: 'D: unsourced web page',
} as const

const { sources: _none, ...fields } = entryFields

/** A publication that figures come from. The title is the publication's own title. */
export const sourceSchema = z
  .strictObject({
    ...fields,
    title: plain(180, 'The publication’s own title.'),
    publisher: plain(120, 'Who answers for it.'),
    cite: plain(28, 'Short name beside a number, when the publisher’s is long: "BLS".').optional(),
    url: httpsUrl.meta({ description: 'The publisher’s address of it.' }),
    readAt: httpsUrl.optional().meta({ description: 'Where it was read, when that was a copy and not the publisher’s page.' }),
    readFrom: z
      .enum(['original', 'copy', 'report'])
      .meta({ description: 'original: the publisher’s file or page. copy: an unmodified copy. report: somebody else’s report of it.' }),
    publishedOn: when.optional().meta({ description: 'As printed. Leave out when the page is undated.' }),
    dataFrom: when.optional().meta({ description: 'Where its data begin.' }),
    dataTo: when.optional().meta({ description: 'Where its data end.' }),
    retrievedOn: pastDay.meta({ description: 'The day it was read.' }),
    countries: z.array(country).max(20).optional().meta({ description: 'What places it covers.' }),
    method: plain(500, 'How the numbers were made. "Not stated" is an answer.'),
    sample: plain(300, 'How many, and who. "Not stated" is an answer.').optional(),
    licence: plain(160, 'Terms of reuse, when stated.').optional(),
    credit: plain(400, 'The credit line that the publisher asks for, in its words. Printed here and on the about page.').optional(),
    reliability: z
      .enum(['A', 'B', 'C', 'D'])
      .meta({ description: 'A official or law. B large survey or trade body. C practitioner or small sample. D unsourced web.' }),
    measures: prose(400, 'What it really counts.'),
    leavesOut: prose(400, 'What a reader may think it counts, and it does not.'),
  })
  .superRefine((source, context) => entryRules({ ...source, sources: ['itself'] }, context))

export type Source = z.infer<typeof sourceSchema>

/** Characters that tabs and search engines show, the name of the guide left out. */
const LONGEST_TITLE = 106

/** What a source's page is called in tabs and search results: a long title gives way at a word, so that who says so stays in sight. */
export function sourceTitle({ title, cite, publisher }: Pick<Source, 'title' | 'cite' | 'publisher'>): string {
  const says = ` (source: ${cite ?? publisher})`
  const room = Math.max(40, LONGEST_TITLE - says.length)
  return `${title.length <= room ? title : `${title.slice(0, room).replace(/[\s:;,.–-]*\s\S*$/, '')}…`}${says}`
}
