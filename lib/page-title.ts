import type { AnyEntry } from './content/library.ts'
import type { Kind } from './fields.ts'

/** What tells an article from one of another kind with the same name, behind its title. */
const KIND_OF_PAGE: Partial<Record<Kind, string>> = {
  skills: ', as a skill',
  industries: ', as a client industry',
  'service-lines': ', a service line',
}

/** The title of an article’s page in tabs, results and previews. Stages and sources name more than their kind and say it themselves. */
export const pageTitle = ({ kind, data }: AnyEntry) => `${data.title}${KIND_OF_PAGE[kind] ?? ''}`
