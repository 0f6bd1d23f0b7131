import { parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import { COLLECTIONS } from '../content/collection.ts'
import type { Library } from '../content/library.ts'
import { metaOf, required } from '../content/references.ts'
import { COUNTRIES, type CountryCode } from '../country.ts'
import { type FieldMeta, KINDS, type Kind, slugFault, today } from '../fields.ts'

/** A file the scaffold would write: its parts below the content root, and its text. */
export interface Draft {
  parts: string[]
  text: string
}

/** What a kind is called on the command line. */
export const KIND_WORDS: Record<string, Kind> = {
  role: 'roles',
  skill: 'skills',
  certification: 'certifications',
  metric: 'metrics',
  salary: 'salaries',
  country: 'salaries',
  pathway: 'pathways',
  stage: 'stages',
  'service-line': 'service-lines',
  industry: 'industries',
  guide: 'guides',
  term: 'glossary',
  'start-question': 'start-questions',
  source: 'sources',
}

type Schema = z.core.$ZodType

/** The library lacks what a new article must refer to. The message says what. */
class NothingToReferTo extends Error {}

/** Texts that satisfy one field or another; the first that the schema accepts is written. No note to finish: the check refuses those. */
const texts = (number: number) => {
  const more = number === 0 ? '' : ` ${String.fromCharCode(65 + number)}`
  return [
    `Write this${more}`,
    `Write here what is asked for${more}.`,
    today(),
    today().slice(0, 4),
    `0${number % 10}:00`,
    'https://www.example.org/',
    `write-this-${number}`,
  ]
}

class Scaffold {
  private readonly library: Library
  private readonly id: string
  private readonly pathwayId: string
  private readonly stages: string[]
  private steps = 0

  constructor(library: Library, id: string, pathwayId = '', stages: string[] = []) {
    this.library = library
    this.id = id
    this.pathwayId = pathwayId
    this.stages = stages
  }

  /** A value for a field, the plainest that its schema accepts. `number` tells the items of a list apart. */
  value(schema: Schema, name: string, number = 0): unknown {
    const meta = metaOf(schema)
    const inner = required(schema)
    if (meta.example !== undefined) return meta.example
    if (meta.refersTo) return this.reference(meta.refersTo, number)
    if (meta.refersToFigure) return this.figure(number)
    if (inner instanceof z.ZodObject) return this.object(inner, number)
    if (inner instanceof z.ZodArray) return this.list(inner, name)
    if (inner instanceof z.ZodEnum) return inner.options[0]
    if (inner instanceof z.ZodLiteral) return [...inner.values][0]
    if (inner instanceof z.ZodBoolean) return false
    const candidates = inner instanceof z.ZodNumber ? [number + 1, 1, 10] : (this.named(name, number) ?? texts(number))
    const fitting = candidates.find((candidate) => (inner as z.ZodType).safeParse(candidate).success)
    if (fitting === undefined) throw new Error(`The scaffold knows no value for "${name}". Teach it one in lib/commands/scaffold.ts.`)
    return fitting
  }

  private object(schema: z.ZodObject, number: number): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(schema.shape)
        .filter(([, field]) => !(field instanceof z.ZodOptional))
        .map(([key, field]) => [key, this.value(field as Schema, key, number)]),
    )
  }

  /** The shortest list that its schema accepts, with items that differ. */
  private list(schema: z.ZodArray, name: string): unknown[] {
    const items: unknown[] = []
    if (name === 'stages' && this.stages.length > 0) return this.stages
    for (let length = 0; length <= 20; length++) {
      if (schema.safeParse(items).success) return items
      items.push(this.value(schema.element, name, length))
    }
    throw new Error(`The scaffold cannot fill the list "${name}".`)
  }

  /** Fields whose meaning their type does not tell. */
  private named(name: string, number: number): string[] | undefined {
    const nextYear = `${Number(today().slice(0, 4)) + 1}${today().slice(4).replace('02-29', '02-28')}`
    if (name === 'reviewBy') return [nextYear]
    if (name === 'stage') return [this.stages[0] ?? '']
    if (name === 'id' && this.pathwayId) return [`${this.id}-${++this.steps}`.slice(-60).replace(/^-+/, '')]
    if (name === 'id') return [`write-this-${number}`]
    if (name === 'title') return [titleOf(this.id)]
    if (name === 'formula') return [`${titleOf(this.id)} = what happened / what was planned`]
    return number >= 0 ? undefined : []
  }

  private reference(kind: Kind, number: number): string {
    const own = kind === 'pathways' || kind === 'stages' ? '' : this.id
    const all = this.library.all(kind).filter((entry) => entry.id !== own)
    const found = all[number % Math.max(all.length, 1)]
    if (!found) throw new NothingToReferTo(`There is no published ${COLLECTIONS[kind].noun} to refer to. Write one first.`)
    return found.id
  }

  private figure(number: number): string {
    const all = KINDS.flatMap((kind) => this.library.all(kind).flatMap((entry) => entry.data.figures ?? []))
    const found = all[number % Math.max(all.length, 1)]
    if (!found) throw new NothingToReferTo('There is no figure to refer to. Declare one first.')
    return found.id
  }
}

const titleOf = (id: string) => {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const noteOf = (schema: Schema): string => {
  const meta = metaOf(schema)
  const inner = required(schema)
  const choices = inner instanceof z.ZodEnum ? `One of: ${inner.options.join(', ')}.` : ''
  return [meta.description, refersTo(meta), choices].filter(Boolean).join(' ')
}

const refersTo = (meta: FieldMeta) => (meta.refersTo ? `The id of a ${COLLECTIONS[meta.refersTo].noun}.` : '')

/** The notes of a field and of the fields inside it, each as a comment line. */
function notes(name: string, schema: Schema, depth = 0): string[] {
  const inner = required(schema)
  const element = inner instanceof z.ZodArray ? required(inner.element) : inner
  const each = inner instanceof z.ZodArray && !(element instanceof z.ZodObject) ? noteOf(inner.element) : ''
  const own = [noteOf(schema), each ? `Each: ${each}` : ''].filter(Boolean).join(' ')
  const optional = schema instanceof z.ZodOptional
  const lines: string[] = []
  if (depth === 0 && own) lines.push(own)
  if (depth > 0 && (own || optional))
    lines.push(`${'  '.repeat(depth)}${name}${optional ? ' (may be left out)' : ''}${own ? `: ${own}` : ''}`)
  if (element instanceof z.ZodObject && depth < 2)
    for (const [key, field] of Object.entries(element.shape)) lines.push(...notes(key, field as Schema, depth + 1))
  return lines
}

const comment = (lines: string[]) => lines.map((line) => `# ${line}`).join('\n')

/** Front matter with its notes, and a text to begin with. */
function article(kind: Kind, scaffold: Scaffold, overrides: Record<string, unknown>): string {
  const schema = COLLECTIONS[kind].schema as z.ZodObject
  const parts = Object.entries(schema.shape).map(([name, field]) => {
    const lines = notes(name, field as Schema)
    if (field instanceof z.ZodOptional) return comment([`${name}: may be left out.`, ...lines])
    const value = Object.hasOwn(overrides, name) ? overrides[name] : scaffold.value(field as Schema, name)
    const written = stringify({ [name]: value }, { version: '1.2', lineWidth: 0 }).trimEnd()
    return [comment(lines), written].filter(Boolean).join('\n')
  })
  const body =
    kind === 'glossary'
      ? 'Write here how people use the word.'
      : kind === 'start-questions'
        ? 'Write here what the question leaves open.'
        : '## The first section\n\nWrite the article here.'
  const yaml = parts.join('\n')
  const { errors } = parseDocument(yaml)
  if (errors[0]) throw errors[0]
  return `---\n${yaml}\n---\n\n${body}\n`
}

/**
 * The files for one new article, or a sentence that says why there can be none. A person asks for `role quality-manager`
 * or `stage operations-manager/wider-scope`; a pathway brings its first two stages along.
 */
export function planDrafts(word: string, id: string, library: Library): { drafts: Draft[] } | { fault: string } {
  const kind = Object.hasOwn(KIND_WORDS, word) ? KIND_WORDS[word] : undefined
  if (!kind) return { fault: `"${word}" is not a kind of article. The kinds are: ${Object.keys(KIND_WORDS).join(', ')}.` }
  const names = id.split('/')
  if (kind === 'stages' && names.length !== 2)
    return { fault: `A stage is named with its pathway, for example: npm run new -- stage operations-manager/some-stage` }
  for (const name of kind === 'stages' ? names : [id]) {
    const fault = slugFault(name)
    if (fault) return { fault: `"${name}" ${fault}` }
  }
  try {
    return { drafts: draftsOf(kind, id, library) }
  } catch (error) {
    if (error instanceof NothingToReferTo) return { fault: error.message }
    throw error
  }
}

function draftsOf(kind: Kind, id: string, library: Library): Draft[] {
  if (kind === 'stages') {
    const [pathway = '', stage = ''] = id.split('/')
    return [stageDraft(library, pathway, stage)]
  }
  if (kind === 'pathways') {
    const stages = ['first-stage', 'second-stage']
    const scaffold = new Scaffold(library, id, '', stages)
    return [
      { parts: ['pathways', id, 'index.mdx'], text: article(kind, scaffold, { status: 'draft', sources: [], basis: 'editorial' }) },
      ...stages.map((stage) => stageDraft(library, id, stage)),
    ]
  }
  const overrides = {
    status: 'draft',
    ...(kind === 'sources' ? {} : { sources: [], basis: 'editorial' }),
    ...(kind === 'salaries' ? countryFor(id, library) : {}),
  }
  return [{ parts: [kind, `${id}.mdx`], text: article(kind, new Scaffold(library, id), overrides) }]
}

/** The country that the id names, `south-africa`, or the first that has no page yet; with its currency. */
function countryFor(id: string, library: Library): { country: CountryCode; currency: string } | Record<string, never> {
  const codes = Object.keys(COUNTRIES) as CountryCode[]
  const taken = new Set(library.all('salaries').map((entry) => entry.data.country))
  const country =
    codes.find((code) => COUNTRIES[code].name.toLowerCase().replaceAll(' ', '-') === id) ?? codes.find((code) => !taken.has(code))
  return country ? { country, currency: COUNTRIES[country].currency } : {}
}

function stageDraft(library: Library, pathway: string, stage: string): Draft {
  const id = `${pathway}-${stage}`
  return {
    parts: ['pathways', pathway, `${stage}.mdx`],
    text: article('stages', new Scaffold(library, id, pathway), {
      title: titleOf(stage),
      status: 'draft',
      basis: 'editorial',
      sources: [],
    }),
  }
}
