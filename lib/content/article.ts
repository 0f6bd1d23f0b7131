import { createHash } from 'node:crypto'
import { today } from '../fields.ts'
import { readBody } from '../mdx/read.ts'
import { COLLECTIONS, kindAndId } from './collection.ts'
import { parseFrontMatter, splitFrontMatter } from './front-matter.ts'
import type { AnyEntry } from './library.ts'
import { limitFault } from './limits.ts'
import { fieldName, type Problem } from './problems.ts'
import { decodeText, textFaults } from './text.ts'
import { readFields } from './validate.ts'

interface Article {
  /** Missing when the article has faults. */
  entry?: Omit<AnyEntry, 'file'>
  faults: Omit<Problem, 'file'>[]
}

const known = new Map<string, { hash: string; article: Article }>()

/**
 * One article from its bytes: what it says, or all its faults. Nothing of it is run. `parts` is its place under the content root.
 * An article that has not changed is not read again: the development server asks for all of them on every request.
 */
export function readArticle(parts: string[], bytes: Uint8Array): Article {
  const place = parts.join('/')
  const hash = createHash('sha256').update(today()).update(bytes).digest('hex')
  const before = known.get(place)
  if (before?.hash === hash) return before.article
  const article = read(parts, bytes)
  known.set(place, { hash, article })
  return article
}

function read(parts: string[], bytes: Uint8Array): Article {
  const faults: Article['faults'] = []
  const say = (line: number, column: number, message: string, field?: string) => {
    faults.push({ line, column, message, ...(field ? { field } : {}) })
    return { faults }
  }
  const place = kindAndId(parts)
  if ('fault' in place) return say(1, 1, place.fault)
  const decoded = decodeText(bytes)
  if ('fault' in decoded) return say(1, 1, decoded.fault)
  for (const fault of textFaults(decoded.text)) say(fault.line, fault.column, fault.message)
  const split = splitFrontMatter(decoded.text)
  if ('fault' in split) return say(split.fault.line, split.fault.column, split.fault.message)

  const yaml = parseFrontMatter(split.yaml)
  if ('faults' in yaml) for (const fault of yaml.faults) say(fault.line, fault.column, fault.message, fault.field)
  const fields = 'frontMatter' in yaml ? readFields(COLLECTIONS[place.kind].schema, yaml.frontMatter.data) : undefined
  if ('frontMatter' in yaml && fields && 'faults' in fields)
    for (const fault of fields.faults) {
      const at = yaml.frontMatter.locate(fault.path, fault.at)
      say(at.line, at.column, fault.message, fieldName(fault.path))
    }

  const limit = limitFault(split.body)
  if (limit) say(limit.line, 1, limit.message)
  const text = limit ? undefined : readBody(split.body)
  if (text && 'faults' in text) for (const fault of text.faults) say(fault.line, fault.column, fault.message)

  if (faults.length > 0 || !('frontMatter' in yaml) || !fields || !('data' in fields) || !text || !('body' in text)) return { faults }
  const entry = {
    ...place,
    address: COLLECTIONS[place.kind].address(place.id),
    data: fields.data,
    body: text.body,
    text: split.body,
    locate: yaml.frontMatter.locate,
  } as Omit<AnyEntry, 'file'>
  return { entry, faults }
}
