import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { COLLECTIONS } from '#lib/content/collection.ts'
import { required } from '#lib/content/references.ts'
import { DATASETS } from '#lib/data/catalogue.ts'
import { columnOf } from '#lib/data/column.ts'
import { DATA_VERSION } from '#lib/data/edition.ts'
import { KINDS } from '#lib/fields.ts'

/** What programs rely on: each field of each dataset with its type, its unit and its allowed values. */
type Shape = Record<string, Record<string, { type: string; values?: readonly (string | number)[] }>>
interface Released {
  version: string
  shape: Shape
}

const FIXTURE = 'tests/fixtures/data-shape.json'
const released = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Released

const shape: Shape = Object.fromEntries(
  DATASETS.map(({ name, key, fields }) => [
    name,
    Object.fromEntries(
      Object.entries(fields).map(([field, schema]) => {
        const { type, items, nullable, unit, refersTo, values } = columnOf(schema)
        const said = [type, items, unit, refersTo && `of ${refersTo}`, key.includes(field) && 'key', nullable && 'or null']
        return [field, { type: said.filter(Boolean).join(', '), ...(values ? { values } : {}) }]
      }),
    ),
  ]),
)

type Part = 'major' | 'minor' | 'none'

/** Which part of the version a change of the shape must raise. */
function change(before: Shape, after: Shape): Part {
  const fieldsOf = (all: Shape) =>
    Object.entries(all).flatMap(([name, fields]) => Object.entries(fields).map(([field, is]) => [`${name}.${field}`, is] as const))
  const now = new Map(fieldsOf(after))
  const gone = fieldsOf(before).some(([field, { type }]) => now.get(field)?.type !== type)
  if (gone || Object.keys(before).some((name) => !after[name])) return 'major'
  return JSON.stringify(before) === JSON.stringify(after) ? 'none' : 'minor'
}

/** What is wrong with a version, given the shape that was released before and the one of now. */
function versionFault({ version: old, shape: before }: Released, version: string, after: Shape): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0] = old.split('.').map(Number)
  const needed = change(before, after)
  const raised = major > oldMajor ? 'major' : major === oldMajor && minor > oldMinor ? 'minor' : 'none'
  if (needed === 'major' && raised !== 'major')
    return `A field or dataset went or means something else: raise DATA_VERSION to ${oldMajor + 1}.0.0 in lib/data/edition.ts and write the new shape to ${FIXTURE}.`
  if (needed === 'minor' && raised === 'none')
    return `A field, dataset or value came: raise DATA_VERSION to ${oldMajor}.${oldMinor + 1}.0 in lib/data/edition.ts and write the new shape to ${FIXTURE}.`
  return undefined
}

describe('the version of the data', () => {
  it('says how the shape changed since it was released', () => {
    expect(versionFault(released, DATA_VERSION, shape)).toBeUndefined()
  })

  it('stands beside the shape that it names', () => {
    const now: Released = { version: DATA_VERSION, shape }
    expect(now, `Write this to ${FIXTURE}:\n${JSON.stringify(now)}`).toEqual(released)
  })

  const one: Released = { version: '1.2.3', shape: { a: { id: { type: 'text, key' }, kind: { type: 'text', values: ['x'] } } } }
  const with_ = (fields: Shape[string]): Shape => ({ a: { ...one.shape.a, ...fields } })
  it.each<[string, Shape, Part]>([
    ['nothing', one.shape, 'none'],
    ['a new field', with_({ more: { type: 'text' } }), 'minor'],
    ['a new dataset', { ...one.shape, b: {} }, 'minor'],
    ['a new value', with_({ kind: { type: 'text', values: ['x', 'y'] } }), 'minor'],
    ['another order of fields', { a: { kind: { type: 'text', values: ['x'] }, id: { type: 'text, key' } } }, 'minor'],
    ['a field that went', { a: { id: { type: 'text, key' } } }, 'major'],
    ['a dataset that went', {}, 'major'],
    ['another type', with_({ kind: { type: 'number' } }), 'major'],
    ['what may now be empty', with_({ kind: { type: 'text, or null', values: ['x'] } }), 'major'],
    ['another key', with_({ id: { type: 'text' } }), 'major'],
  ])('must tell of %s', (_, after, part) => {
    expect(change(one.shape, after)).toBe(part)
    expect(versionFault(one, '1.2.3', after) === undefined).toBe(part === 'none')
    expect(versionFault(one, '1.3.0', after) === undefined).toBe(part !== 'major')
    expect(versionFault(one, '2.0.0', after)).toBeUndefined()
  })
})

/** Fields of articles that are in no dataset, and why. */
const LEFT_OUT: Record<string, string> = {
  status: 'what is published is reviewed',
  findBy: 'words for the search, printed nowhere',
  formerAnchors: 'where addresses of former editions lead, for the pages alone',
  'pathways.releasedSteps': 'every id of steps and retired-steps, for the check alone',
  'pathways.stages': 'the place of each stage stands with it',
}

/** Fields whose value stands in a column that was not made of their schema. */
const ELSEWHERE: Record<string, string> = {
  'roles.occupationCodes.code': 'occupation-codes.code',
  'roles.notToConfuseWith.role': 'role-confusions.other',
  'roles.leadsTo.role': 'moves.to',
  'roles.shift.bad.time': 'shift-hours.time',
  'roles.shift.bad.what': 'shift-hours.what',
  'skills.learnPaid.how': 'skill-learning.how',
  'metrics.example.steps': 'lists.text',
  'salaries.records.source': 'pay.source',
  'salaries.records.occupation.code': 'pay.groupCode',
  'pathways.entryQuestions.options.stage': 'pathway-entries.stage',
  'pathways.checks.stage': 'pathway-checks.stage',
  'guides.questions.question': 'questions.question',
  'guides.questions.answer': 'questions.answer',
  'sources.publishedOn': 'sources.publishedFrom',
  'sources.dataFrom': 'sources.dataFrom',
  'sources.dataTo': 'sources.dataTo',
}

/** Every field of the articles that holds a value, by its place: `roles.duties.ai.mark`. */
function leaves(schema: z.core.$ZodType, place: string): { place: string; schema: z.core.$ZodType }[] {
  const inner = required(schema)
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([name, field]) => leaves(field as z.core.$ZodType, `${place}.${name}`))
  if (inner instanceof z.ZodArray && required(inner.element) instanceof z.ZodObject) return leaves(inner.element, place)
  return [{ place, schema: inner }]
}

/** Whether two schemas are one, whatever was said of either since. */
const origins = (schema: z.core.$ZodType): Set<z.core.$ZodType> => {
  const all = new Set<z.core.$ZodType>()
  for (let each: z.core.$ZodType | undefined = schema; each; each = each._zod.parent) all.add(each)
  if (schema instanceof z.ZodNullable) for (const each of origins(schema.unwrap())) all.add(each)
  if (schema instanceof z.ZodArray) all.add(schema.element)
  return all
}

describe('the datasets', () => {
  const published = new Set(DATASETS.flatMap(({ fields }) => Object.values(fields).flatMap((schema) => [...origins(schema)])))
  const columns = new Set(DATASETS.flatMap(({ name, fields }) => Object.keys(fields).map((field) => `${name}.${field}`)))
  const listed = new Set(columnOf(DATASETS.find(({ name }) => name === 'lists')?.fields.list as z.ZodType).values as string[])
  const fields = new Set([...columns].map((column) => column.split('.').at(-1)))
  /** A date is two days, a list of texts is in the table of lists, a `true` or nothing is a yes or no of the same name. */
  const otherForm = (place: string, schema: z.core.$ZodType) => {
    const last = place.split('.').at(-1) ?? ''
    const isMark = schema instanceof z.ZodBoolean || schema instanceof z.ZodLiteral
    return last === 'asOf' || listed.has(last) || (isMark && fields.has(last))
  }

  it('hold every field of every article, or the test says why not', () => {
    const all = KINDS.flatMap((kind) => leaves(COLLECTIONS[kind].schema, kind))
    expect(all.length).toBeGreaterThan(300)
    const missing = all.filter(({ place, schema }) => {
      const said = Object.hasOwn(ELSEWHERE, place) || Object.hasOwn(LEFT_OUT, place) || Object.hasOwn(LEFT_OUT, place.split('.')[1] ?? '')
      const items = schema instanceof z.ZodArray ? schema.element : schema
      return !said && !published.has(schema) && !published.has(items) && !otherForm(place, schema)
    })
    expect(missing.map(({ place }) => place)).toEqual([])
    const places = new Set(all.map(({ place }) => place))
    expect(Object.entries(ELSEWHERE).filter(([place, column]) => !places.has(place) || !columns.has(column))).toEqual([])
  })
})
