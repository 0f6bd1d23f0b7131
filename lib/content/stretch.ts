import { NO_WORD, type Passage, pieceAt, placeAt } from '../mdx/passages.ts'
import { COLLECTIONS } from './collection.ts'
import type { AnyEntry } from './library.ts'
import { fieldName, type Problem } from './problems.ts'
import { visitFields } from './references.ts'
import { type Word, wordsOf } from './words.ts'

/** A stretch of an article's prose: a passage of its body, or what one of its prose fields holds. */
export interface Stretch {
  entry: AnyEntry
  text: string
  /** Of the body. */
  passage?: Passage
  /** Of a field. */
  path?: PropertyKey[]
}

const known = new WeakMap<AnyEntry, Stretch[]>()

/** All prose of an article: its body, then its fields. Several rules ask, so it is gathered once. */
export function stretchesOf(entry: AnyEntry): Stretch[] {
  const stretches = known.get(entry) ?? gather(entry)
  known.set(entry, stretches)
  return stretches
}

function gather(entry: AnyEntry): Stretch[] {
  const stretches: Stretch[] = entry.body.passages.map((passage) => ({ entry, text: passage.text, passage }))
  visitFields(COLLECTIONS[entry.kind].schema, entry.data, (meta, value, path) => {
    if (meta.prose && typeof value === 'string') stretches.push({ entry, text: value, path })
  })
  return stretches
}

/**
 * Whether a stretch speaks of a source rather than of the article's subject: notes on figures and pay rows, and whom a forecast is
 * about. They are short, and the same wherever the source is used.
 */
export const isNoteOnSource = ({ path: [field, , part] = [] }: Stretch) =>
  field === 'figures' || field === 'records' || (field === 'outlook' && part === 'scope')

/** Where the character at `index` of a stretch stands. Of a field, where its value begins. */
export function placeOf({ entry, passage, path }: Stretch, index: number): Pick<Problem, 'file' | 'line' | 'column' | 'field'> {
  if (passage) return { file: entry.file, ...placeAt(passage, index) }
  return { file: entry.file, ...entry.locate(path ?? []), field: fieldName(path ?? []) }
}

const QUOTATION = /“[^”]*”|"[^"]*"/g

interface OwnWords {
  /** Quotations and code are blanked by `NO_WORD`, so that every character keeps its place. */
  text: string
  words: Word[]
}

const own = new WeakMap<Stretch, OwnWords>()

/** What the guide says in a stretch in its own words: without quotations and code. */
export function ownWords(stretch: Stretch): OwnWords {
  const before = own.get(stretch)
  if (before) return before
  const text = withoutQuotations(stretch)
  const words = { text, words: wordsOf(text) }
  own.set(stretch, words)
  return words
}

function withoutQuotations({ text, passage }: Stretch): string {
  const blank = (from: number, to: number, within: string) => within.slice(0, from) + NO_WORD.repeat(to - from) + within.slice(to)
  if (passage?.quoted) return blank(0, text.length, text)
  let rest = text.replace(QUOTATION, (quotation) => NO_WORD.repeat(quotation.length))
  for (const [index, { kind, from }] of (passage?.pieces ?? []).entries())
    if (kind === 'code') rest = blank(from, passage?.pieces[index + 1]?.from ?? text.length, rest)
  return rest
}

/** Whether the character at `index` of a stretch belongs to the words of a link. */
export const isLinked = ({ passage }: Stretch, index: number) => passage !== undefined && pieceAt(passage, index).kind === 'link'
