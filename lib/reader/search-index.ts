/** A section that pages of a kind make of their own, the same on each: its id, its heading, and further words that people type for it. */
export type SharedSection = readonly [id: string, heading: string, typed: string]

/** A heading of an article: the heading, the most telling words below it, and its id where the heading alone does not give it. */
export type OwnSection = readonly [heading: string, words: string, id?: string]

/**
 * One page, or one term of the glossary. Fields that are empty at the end of the list are left out.
 *
 * - `id`: empty where the title alone gives it.
 * - `names`: what else it is called, on the page: joined by "|".
 * - `typed`: what people type for it that stands nowhere on the page, joined by "|".
 * - `shared`: one letter for each section that the kind has: "-" this page lacks it, "x" it has it, "b" it has it as `block-ID`.
 * - `words`: the most telling words of each shared section that it has, joined by "|".
 */
export type IndexEntry = readonly [
  id: string,
  title: string,
  summary: string,
  names?: string,
  typed?: string,
  shared?: string,
  words?: string,
  own?: readonly OwnSection[],
]

export interface IndexGroup {
  kind: string
  /** What a list of them is headed by. */
  name: string
  /** What stands before and after the id in an address. */
  address: readonly [before: string, after: string]
  /** How much more or less than others these pages are what people look for. */
  weight: number
  sections: readonly SharedSection[]
  entries: readonly IndexEntry[]
}

/** What the search downloads once: every page in as few bytes as finding it takes. */
export interface SearchIndex {
  format: 1
  groups: readonly IndexGroup[]
}

/** The id that a heading gets where nothing else on its page has it, and a title where its writer chose no other. */
export const plainId = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replace(/ /g, '-')
