import { z } from 'zod'
import { slug } from '../fields.ts'
import { ROLE_BLOCKS } from '../role.ts'

const words = (text: string) => text.trim().split(/\s+/)

/** Every tag an article may use, with its attributes. Anything else is refused. */
export const VOCABULARY = {
  /** One sourced number in a sentence. */
  Figure: z.strictObject({ id: slug }),
  /** Several sourced numbers side by side; the text inside says why they differ. */
  Compare: z.strictObject({
    figures: z.string().refine((text) => words(text).length >= 2, 'needs at least two figure ids, separated by spaces.'),
  }),
  /** A remark set apart. */
  Callout: z.strictObject({ kind: z.enum(['tip', 'trap', 'law', 'country']) }),
  /** A situation told to the reader. */
  Situation: z.strictObject({
    title: z.string().min(3, 'is shorter than 3 characters. Say what happens.').max(120, 'is longer than 120 characters. Shorten it.'),
  }),
  /** A block of the role's own data, placed under the writer's heading. */
  Data: z.strictObject({ block: z.enum(ROLE_BLOCKS) }),
} as const

export type TagName = keyof typeof VOCABULARY
export const TAG_NAMES = Object.keys(VOCABULARY) as TagName[]

export const isTag = (name: string): name is TagName => Object.hasOwn(VOCABULARY, name)

/** Tags that stand for themselves and hold no text. */
export const EMPTY_TAGS: ReadonlySet<string> = new Set(['Figure', 'Data'])

/** Tags that stand inside a sentence; the others stand on lines of their own. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(['Figure'])

export const figureIds = (attribute: string) => words(attribute)
