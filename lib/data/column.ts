import { z } from 'zod'
import { metaOf } from '../content/references.ts'
import { datasetOfKind } from './catalogue.ts'

/** How the cells of a column are written in a CSV. */
export type ColumnType = 'text' | 'address' | 'date' | 'time' | 'integer' | 'number' | 'boolean' | 'list'

/** What a field of a dataset is, for its column, its entry in the dictionary and its place among the keys. */
export interface Column {
  type: ColumnType
  /** Whether a cell may be null. A list is empty instead. */
  nullable: boolean
  /** The type of the items of a list. */
  items?: 'text' | 'integer'
  meaning: string
  unit?: string
  /** All values that a cell, or an item of its list, may have. */
  values?: readonly (string | number)[]
  /** The dataset whose key a cell, or each item of its list, holds. */
  refersTo?: string
}

export function columnOf(schema: z.ZodType): Column {
  const nullable = schema instanceof z.ZodNullable
  const inner = (nullable ? schema.unwrap() : schema) as z.ZodType
  const item = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : inner
  const meta = { ...metaOf(item), ...withoutEmpty(metaOf(inner)), ...withoutEmpty(metaOf(schema)) }
  const refersTo = meta.refersTo ? datasetOfKind(meta.refersTo) : meta.refersToFigure ? 'figures' : meta.dataset
  const values = item instanceof z.ZodEnum ? item.options : item instanceof z.ZodLiteral ? [...item.values].map(String) : undefined
  return {
    type: inner instanceof z.ZodArray ? 'list' : typeOf(item, meta.format),
    nullable,
    ...(inner instanceof z.ZodArray ? { items: item instanceof z.ZodNumber ? 'integer' : 'text' } : {}),
    meaning: meta.description ?? '',
    ...(meta.unit ? { unit: meta.unit } : {}),
    ...(values ? { values } : {}),
    ...(refersTo ? { refersTo } : {}),
  }
}

const withoutEmpty = (meta: object) => Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined))

function typeOf(schema: z.ZodType, format?: string): ColumnType {
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodISODate || format === 'date') return 'date'
  return format === 'clock' ? 'time' : format === 'uri' ? 'address' : 'text'
}
