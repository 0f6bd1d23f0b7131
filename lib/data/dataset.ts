import { z } from 'zod'
import type { DataOf } from '../content/collection.ts'
import type { Library } from '../content/library.ts'
import { metaOf, required } from '../content/references.ts'
import { type Kind, reference } from '../fields.ts'

/** What one cell of a dataset may hold. A list holds ids, codes or choices, never prose. */
export type Cell = string | number | boolean | null | readonly (string | number)[]
export type Row = Record<string, Cell>
type Fields = Readonly<Record<string, z.ZodType>>

/** One table of the open data: the same rows go into its JSON and its CSV. */
export interface Dataset {
  /** Its file name without ending, its permanent name. */
  name: string
  title: string
  /** What one row is, in a sentence. */
  about: string
  /** Fields that together name a row. */
  key: readonly string[]
  /** Every field as it stands in a row: none may be left out, what is not known is null. */
  fields: Fields
  row: z.ZodObject
  /** All rows, in an order that depends on the content alone. */
  rows: (library: Library) => Row[]
}

interface Plan<F extends Fields> {
  name: string
  title: string
  about: string
  key: readonly (keyof F & string)[]
  /** Fields of the content's schemas where the value comes from there; an optional one may be missing from what `rows` gives. */
  fields: F
  rows: (library: Library) => z.input<z.ZodObject<F>>[]
}

/** What separates the items of a list in a cell of a CSV. */
export const LIST_SIGN = '|'

/**
 * A table from the fields of its rows. In a row each field stands: an optional text or number that is missing is null, a missing
 * list is empty, a yes or no that nobody gave is false. Fields that the plan does not name are left out of the rows.
 */
export function dataset<F extends Fields>({ name, title, about, key, fields, rows }: Plan<F>): Dataset {
  const whole = Object.fromEntries(Object.entries(fields).map(([field, schema]) => [field, wholeField(`${name}.${field}`, schema)]))
  return {
    name,
    title,
    about,
    key,
    fields: whole,
    row: z.strictObject(whole),
    rows: (library) =>
      rows(library).map((given) =>
        Object.fromEntries(
          Object.entries(whole).map(([field, schema]) => {
            const value = (given as Record<string, Cell | undefined>)[field]
            return [field, value ?? (schema instanceof z.ZodArray ? [] : schema instanceof z.ZodBoolean ? false : null)]
          }),
        ),
      ),
  }
}

function wholeField(name: string, schema: z.ZodType): z.ZodType {
  const inner = required(schema) as z.ZodType
  const meta = { ...metaOf(schema) }
  if (inner instanceof z.ZodArray) {
    if (!fitsList(inner.element)) throw new Error(`${name} is a list of texts, which no cell can hold. Make it a dataset of its own.`)
    // A list that may be missing stands empty in a row, whatever least number of items its schema asks for.
    return (inner === schema ? inner : z.array(inner.element)).meta(meta)
  }
  if (inner === schema) return schema
  // `true` or nothing: in a row that is yes or no.
  if (inner instanceof z.ZodBoolean || inner instanceof z.ZodLiteral) return z.boolean().meta(meta)
  return inner.nullable().meta(meta)
}

/** Whether no item of such a list can hold the sign that separates them. */
function fitsList(element: z.core.$ZodType): boolean {
  if (element instanceof z.ZodEnum) return element.options.every((option) => !String(option).includes(LIST_SIGN))
  if (element instanceof z.ZodNumber) return true
  const { pattern } = metaOf(element)
  return pattern !== undefined && !new RegExp(pattern).test(`a${LIST_SIGN}a`)
}

/** Some fields of a schema. */
export function chosen<S extends Fields, K extends keyof S & string>(shape: S, ...names: K[]): Pick<S, K> {
  return Object.fromEntries(names.map((name) => [name, shape[name]])) as Pick<S, K>
}

/** The schema of a row of a list of maps. */
export function itemShape<S extends z.ZodRawShape>(list: z.ZodArray<z.ZodObject<S>> | z.ZodOptional<z.ZodArray<z.ZodObject<S>>>): S {
  const array = list instanceof z.ZodOptional ? list.unwrap() : list
  return array.element.shape
}

/**
 * A table of the items of one list that the articles of a kind hold, each under the id of its article and with its place. `owner` is
 * the name of the field of that id.
 */
export function itemsOf<K extends Kind, S extends Fields>(plan: {
  name: string
  title: string
  about: string
  kind: K
  owner: string
  shape: S
  items: (data: DataOf<K>) => readonly (object & z.input<z.ZodObject<S>>)[] | undefined
}): Dataset {
  const { kind, owner, shape, items, ...rest } = plan
  const fields: Fields = { [owner]: reference(kind), position, ...shape }
  return dataset({
    ...rest,
    key: [owner, 'position'],
    fields,
    rows: (library) => library.all(kind).flatMap(({ id, data }) => positioned(items(data)).map((item) => ({ ...item, [owner]: id }))),
  })
}

/** Where a row stands in its list, from 1. */
export const position = z.number().int().min(1).meta({ description: 'Its place in the list, from 1.' })

/** The items of a list, each with its place. */
export const positioned = <Item extends object>(items: readonly Item[] | undefined): (Item & { position: number })[] =>
  (items ?? []).map((item, index) => ({ ...item, position: index + 1 }))
