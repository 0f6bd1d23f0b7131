import { z } from 'zod'
import { figureInProse } from '../mdx/figure-in-prose.ts'
import { shown, suggestion } from './problems.ts'
import { metaOf, required, visitFields } from './references.ts'

export interface FieldFault {
  path: PropertyKey[]
  /** Whether the fault is the name of the field or what it holds. */
  at: 'key' | 'value'
  message: string
}

/** `data` as `schema` reads it, or every fault of it in the words of this guide rather than of the parser. */
export function readFields<Schema extends z.ZodType>(schema: Schema, data: unknown): { data: z.infer<Schema> } | { faults: FieldFault[] } {
  const result = schema.safeParse(data)
  const faults: FieldFault[] = []
  for (const issue of result.error?.issues ?? []) faults.push(...readIssue(schema, data, issue))
  visitFields(schema, data, (meta, value, path) => {
    const found = meta.prose && typeof value === 'string' ? figureInProse(value) : undefined
    if (found)
      faults.push({
        path,
        at: 'value',
        message: `types the number "${found.found}" into prose. Declare it under figures: with its source and refer to it.`,
      })
  })
  return result.success && faults.length === 0 ? { data: result.data } : { faults }
}

function readIssue(schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): FieldFault[] {
  const path = issue.path
  const value = valueAt(data, path)
  const holder = schemaAt(schema, path)
  const description = holder ? metaOf(holder).description : undefined
  const fault = (message: string): FieldFault[] => [{ path, at: 'value', message }]
  switch (issue.code) {
    case 'unrecognized_keys': {
      const shape = holder && required(holder)
      const known = shape instanceof z.ZodObject ? Object.keys(shape.shape) : []
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key' as const,
        message: `is not a field here.${suggestion(key, known)} Remove it or correct its name.`,
      }))
    }
    case 'invalid_type':
      if (value === undefined) return [{ path, at: 'key', message: `is missing.${description ? ` ${description}` : ' Add it.'}` }]
      if (value === null) return fault(`is empty; ${TYPE_NAMES[issue.expected] ?? issue.expected} is needed.`)
      return fault(`${shown(value)} is ${kindOf(value)}; ${TYPE_NAMES[issue.expected] ?? issue.expected} is needed.`)
    case 'invalid_value': {
      const choices = issue.values.map(String)
      if (value === undefined) return [{ path, at: 'key', message: `is missing. Write one of: ${choices.join(', ')}.` }]
      return fault(
        `${shown(value)} is not possible here.${typeof value === 'string' ? suggestion(value, choices) : ''} Write one of: ${choices.join(', ')}.`,
      )
    }
    case 'too_small':
      if (issue.origin === 'array') return fault(`has ${entries(value)}; at least ${issue.minimum} needed.`)
      return fault(`${shown(value)} ${ownMessage(issue) ?? `is too small; at least ${issue.minimum} is needed.`}`)
    case 'too_big':
      if (issue.origin === 'array') return fault(ownMessage(issue) ?? `has ${entries(value)}; at most ${issue.maximum} allowed.`)
      return fault(`${shown(value)} ${ownMessage(issue) ?? `is too large; at most ${issue.maximum} is allowed.`}`)
    default:
      return fault(value === undefined || typeof value === 'object' ? issue.message : `${shown(value)} ${issue.message}`)
  }
}

const entries = (value: unknown) => {
  const { length } = value as unknown[]
  return length === 1 ? '1 entry' : `${length} entries`
}

/** Messages written in the schemas begin in lower case and follow the value; the parser's own begin with a capital. */
const ownMessage = (issue: z.core.$ZodIssue) => (/^[a-z]/.test(issue.message) ? issue.message : undefined)

const TYPE_NAMES: Record<string, string> = {
  string: 'text (put it in quotes)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map of fields'
  return { string: 'text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? typeof value
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  )

function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((current, key) => {
    const inner = current && required(current)
    if (inner instanceof z.ZodObject) return inner.shape[key as string] as z.core.$ZodType | undefined
    if (inner instanceof z.ZodArray) return inner.element
    return undefined
  }, schema)
}
