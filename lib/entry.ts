import { z } from 'zod'
import { day, pastDay, plain, reference, slug, summary, title, uniqueList } from './fields.ts'
import { figureSchema } from './figure.ts'

/** What an article rests on, as its page says it. */
export const BASIS = {
  official: 'Rests on official publications.',
  survey: 'Rests on surveys.',
  employer: 'Rests on what employers publish.',
  practitioner: 'Rests on practitioners’ writing and our own judgement.',
  editorial: 'Our own judgement, from working on floors. No figures rest on it.',
} as const

/** What every article of the guide states about itself. */
export const entryFields = {
  title,
  summary,
  status: z
    .enum(['draft', 'reviewed'])
    .meta({ description: 'draft is checked but not published. reviewed is published.', example: 'draft' }),
  basis: z
    .enum(['official', 'survey', 'employer', 'practitioner', 'editorial'])
    .meta({ description: 'What the article rests on. editorial: our own judgement, and said so on the page.' }),
  published: pastDay.meta({ description: 'The day the article first appeared.' }),
  reviewed: pastDay.meta({ description: 'The day somebody last read the whole article against its sources.' }),
  reviewBy: day.meta({ description: 'When it must be read again. After that day readers see a notice.' }),
  sources: uniqueList(reference('sources')).meta({
    description: 'Ids of files in content/sources/. May be [] only with basis: editorial.',
  }),
  formerSlugs: uniqueList(slug).optional().meta({ description: 'Ids this page had before; their addresses lead here.' }),
  formerAnchors: uniqueList(
    z.strictObject({
      id: plain(120, 'The anchor that is gone, as it stood behind the # of its address.').regex(
        /^[^\s#]+$/,
        'is not an anchor. Write what stood behind the #, without white space.',
      ),
      name: plain(140, 'What stood there, as readers knew it.'),
      to: plain(200, 'Where it is now: "#the-new-heading", or an address of the guide.').regex(
        /^[#/]/,
        'leads nowhere. Write "#" and an anchor of this page, or an address of the guide such as /skills/coaching/#levels.',
      ),
    }),
  )
    .optional()
    .meta({ description: 'Anchors that this page had before: of a heading that was worded anew, a figure or a row that went.' }),
  findBy: uniqueList(plain(60).meta({ unprinted: true }))
    .optional()
    .meta({ description: 'What people type into the search for this and what stands nowhere on its page: "phone monkey". Not printed.' }),
  figures: uniqueList(figureSchema).optional().meta({ description: 'Numbers this article owns. Print one with <Figure id="…" />.' }),
}

/** Rules that hold between the fields of `entryFields`. Add with `.superRefine(entryRules)`. */
export function entryRules(
  entry: { basis: string; sources: string[]; published: string; reviewed: string; reviewBy: string },
  context: z.RefinementCtx,
) {
  const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (entry.sources.length === 0 && entry.basis !== 'editorial')
    say('sources', 'is empty. Name at least one source, or set basis: editorial if this is our own judgement.')
  if (entry.published > entry.reviewed) say('reviewed', 'lies before published.')
  if (entry.reviewBy <= entry.reviewed) say('reviewBy', 'must lie after reviewed.')
}
