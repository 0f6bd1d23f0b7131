import type { MoveChoices } from './lattice-outline.ts'

/** What the address of the move planner asks: `/moves/?from=a&to=b&country=c`, each part by itself or left out. */
export interface MovesQuestion {
  /** Id of a role. */
  from?: string
  to?: string
  /** Id of a country's page. */
  country?: string
}

/** Part of an address that could not be used. */
export interface Unused {
  part: keyof MovesQuestion
  why: 'unknown' | 'double'
  /** What stood there, shortened. */
  word: string
}

export interface MovesAddress {
  question: MovesQuestion
  /** What could not be used, to be said to the reader; at most one entry for each part and reason. */
  unused: readonly Unused[]
}

const PARTS = ['from', 'to', 'country'] as const
const LONGEST_WORD = 40

const shortened = (word: string) => (word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word)

/** Reads the query of an address. Never throws: of each part the first name that the guide knows counts, former names too. */
export function readMovesQuery(search: string, choices: MoveChoices): MovesAddress {
  const roles = new Set(choices.lines.flatMap((line) => line.roles.map(({ id }) => id)))
  // Other pages ask for a country by its code.
  const countries = new Map(choices.countries.flatMap(({ id, code }) => [[id, id] as const, [code.toLowerCase(), id] as const]))
  const names = new URLSearchParams(search)
  const question: MovesQuestion = {}
  const unused: Unused[] = []
  for (const part of PARTS) {
    const words = names.getAll(part).map((word) => word.trim().toLowerCase())
    const idOf = (word: string): string | undefined => {
      if (part === 'country') return countries.get(word)
      const now = Object.hasOwn(choices.former, word) ? choices.former[word] : word
      return now !== undefined && roles.has(now) ? now : undefined
    }
    const ids = words.map(idOf)
    const id = ids.find((each) => each !== undefined)
    if (id !== undefined) question[part] = id
    const unknown = words.find((word, place) => word !== '' && ids[place] === undefined)
    if (unknown !== undefined) unused.push({ part, why: 'unknown', word: shortened(unknown) })
    const second = ids.find((each) => each !== undefined && each !== id)
    if (second !== undefined) unused.push({ part, why: 'double', word: second })
  }
  return { question, unused }
}

/** The query that asks this: `?from=a&to=b`, or nothing for no question. */
export function movesQuery(question: MovesQuestion): string {
  const parts = PARTS.flatMap((part) => (question[part] ? [[part, question[part]]] : []))
  return parts.length > 0 ? `?${new URLSearchParams(parts)}` : ''
}
