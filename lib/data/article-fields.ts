import type { AnyEntry } from '../content/library.ts'
import { entryFields } from '../entry.ts'
import { httpsUrl, slug } from '../fields.ts'
import { absolute } from '../site.ts'
import { chosen } from './dataset.ts'

/** The address of a page of the guide, in full. */
export const page = httpsUrl.meta({ description: 'The address of its page, where the text stands.' })

/** The permanent id of an article. */
export const entryId = slug.meta({ description: 'Its permanent id.' })

/** What every table of articles says of each. */
export const ARTICLE = {
  id: entryId,
  ...chosen(entryFields, 'title', 'summary'),
  page,
  ...chosen(entryFields, 'basis', 'published', 'reviewed', 'reviewBy', 'sources', 'formerSlugs'),
}

/** The same of one article. */
export function articleRow({ id, address, data }: AnyEntry) {
  const { title, summary, basis, published, reviewed, reviewBy, formerSlugs } = data
  const sources = 'sources' in data ? data.sources : []
  return { id, title, summary, page: absolute(address), basis, published, reviewed, reviewBy, sources, formerSlugs }
}
