import type { z } from 'zod'
import { certificationSchema } from '../certification.ts'
import type { Kind } from '../fields.ts'
import { guideSchema } from '../guide.ts'
import { industrySchema } from '../industry.ts'
import { metricSchema } from '../metric.ts'
import { pathwaySchema, stageSchema } from '../pathway.ts'
import { roleSchema } from '../role.ts'
import { salarySchema } from '../salary.ts'
import { serviceLineSchema } from '../service-line.ts'
import { skillSchema } from '../skill.ts'
import { sourceSchema } from '../source.ts'
import { startQuestionSchema } from '../start-question.ts'
import { termSchema } from '../term.ts'

interface Collection<Schema extends z.ZodType> {
  schema: Schema
  /** What one of them is called in a message. */
  noun: string
  /** Its public address. */
  address: (id: string) => string
}

const collection = <Schema extends z.ZodType>(schema: Schema, noun: string, address: (id: string) => string): Collection<Schema> => ({
  schema,
  noun,
  address,
})

/** Every kind of content: its schema, its noun, its address. A new kind is a new line here. */
export const COLLECTIONS = {
  roles: collection(roleSchema, 'role', (id) => `/roles/${id}/`),
  skills: collection(skillSchema, 'skill', (id) => `/skills/${id}/`),
  certifications: collection(certificationSchema, 'certification', (id) => `/certifications/${id}/`),
  metrics: collection(metricSchema, 'metric', (id) => `/metrics/${id}/`),
  salaries: collection(salarySchema, 'country', (id) => `/salaries/${id}/`),
  pathways: collection(pathwaySchema, 'pathway', (id) => `/pathways/${id}/`),
  stages: collection(stageSchema, 'stage', (id) => `/pathways/${id}/`),
  'service-lines': collection(serviceLineSchema, 'service line', (id) => `/service-lines/${id}/`),
  industries: collection(industrySchema, 'industry', (id) => `/industries/${id}/`),
  guides: collection(guideSchema, 'guide', (id) => `/guides/${id}/`),
  glossary: collection(termSchema, 'glossary term', (id) => `/glossary/#${id}`),
  'start-questions': collection(startQuestionSchema, 'start question', (id) => `/start/#${id}`),
  sources: collection(sourceSchema, 'source', (id) => `/sources/${id}/`),
} satisfies Record<Kind, Collection<z.ZodType>>

/** Whether articles of a kind have pages of their own. The others stand together on one. */
export const hasPages = (kind: Kind) => !COLLECTIONS[kind].address('x').includes('#')

export type DataOf<K extends Kind> = z.infer<(typeof COLLECTIONS)[K]['schema']>

/** Pages that exist without an article of their own. */
export const FIXED_PAGES = [
  '/',
  '/roles/',
  '/skills/',
  '/certifications/',
  '/metrics/',
  '/salaries/',
  '/pathways/',
  '/plan/',
  '/moves/',
  '/map/',
  '/compare/',
  '/start/',
  '/service-lines/',
  '/industries/',
  '/guides/',
  '/glossary/',
  '/sources/',
  '/sources/figures/',
  '/changes/',
  '/search/',
  '/embed/',
  '/data/',
  '/about/',
  '/offline/',
] as const

/** Kinds whose pages have a record: how to cite and report each of their lines. Terms have one together. */
export const RECORDED = [
  'roles',
  'skills',
  'certifications',
  'metrics',
  'salaries',
  'pathways',
  'stages',
  'service-lines',
  'industries',
  'guides',
] as const satisfies readonly Kind[]

export const hasRecord = (kind: Kind) => RECORDED.some((each) => each === kind)

/** The address of the record of a page. */
export const recordAddress = (page: string) => `/record${page}`

/** The page that a record is about; undefined for any other address. */
export const pageOfRecord = (address: string) => /^\/record(\/.+)$/.exec(address)?.[1]

/** Addresses that fixed pages had before, and where they lead now. */
export const FIXED_REDIRECTS = [{ from: '/a-z/', to: '/search/' }] as const

/** The kind and id of an article from its place under the content root, or a sentence that says what is wrong with the place. */
export function kindAndId(parts: readonly string[]): { kind: Kind; id: string } | { fault: string } {
  const [folder, ...rest] = parts as [string, ...string[]]
  const id = (rest.at(-1) ?? '').replace(/\.mdx$/, '')
  if (folder === 'pathways') {
    if (rest.length !== 2) return { fault: 'A pathway is a folder: pathways/<target>/index.mdx, with its stages beside it.' }
    const target = rest[0] as string
    return id === 'index' ? { kind: 'pathways', id: target } : { kind: 'stages', id: `${target}/${id}` }
  }
  if (folder === 'stages' || !Object.hasOwn(COLLECTIONS, folder))
    return {
      fault: `"${folder}" is not a kind of content. The folders are: ${Object.keys(COLLECTIONS)
        .filter((kind) => kind !== 'stages')
        .join(', ')}.`,
    }
  if (rest.length !== 1) return { fault: `Articles stand directly in ${folder}/. Move the file up.` }
  if (id === 'index') return { fault: 'The list page is made by the guide. Remove this file or give it the id of an article.' }
  const address = COLLECTIONS[folder as Kind].address(id)
  if (FIXED_PAGES.some((page) => page === address)) return { fault: `The guide has a page of its own at ${address}. Choose another id.` }
  return { kind: folder as Kind, id }
}
