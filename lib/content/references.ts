import { z } from 'zod'
import type { FieldMeta } from '../fields.ts'

type Visit = (meta: FieldMeta, value: unknown, path: PropertyKey[]) => void

const known = new WeakMap<z.core.$ZodType, FieldMeta>()

/** What a schema says of itself, and of the schema inside an optional. Schemas do not change, so each is asked once. */
export function metaOf(schema: z.core.$ZodType): FieldMeta {
  const meta = known.get(schema) ?? readMeta(schema)
  known.set(schema, meta)
  return meta
}

function readMeta(schema: z.core.$ZodType): FieldMeta {
  return { ...(schema instanceof z.ZodOptional ? metaOf(schema.unwrap()) : {}), ...(z.globalRegistry.get(schema) as FieldMeta | undefined) }
}

/** The schema inside `.optional()`. */
export const required = (schema: z.core.$ZodType): z.core.$ZodType => (schema instanceof z.ZodOptional ? required(schema.unwrap()) : schema)

/** Walks data along its schema and reports every field that carries a meaning beyond its type. What does not fit is passed over. */
export function visitFields(schema: z.core.$ZodType, value: unknown, visit: Visit, path: PropertyKey[] = []): void {
  if (value === undefined) return
  const inner = required(schema)
  if (inner instanceof z.ZodObject) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return
    for (const [key, field] of Object.entries(inner.shape))
      if (Object.hasOwn(value, key)) visitFields(field as z.core.$ZodType, (value as Record<string, unknown>)[key], visit, [...path, key])
    return
  }
  if (inner instanceof z.ZodArray) {
    if (!Array.isArray(value)) return
    for (const [index, item] of value.entries()) visitFields(inner.element, item, visit, [...path, index])
    return
  }
  visit(metaOf(schema), value, path)
}
