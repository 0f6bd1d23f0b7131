import { listed } from './listed.ts'
import type { PayCountry } from './pay-outline.ts'

/** The most roles that stand side by side. */
export const MOST_ROLES = 4
/** As much of an address as is read: many times what four roles need. */
const READ = 2000
/** How many names that mean nothing are said back, and how much of each. */
const SAID_NAMES = 3
const SAID_LETTERS = 40

export interface ComparisonNames {
  roles: readonly { id: string; title: string }[]
  /** Ids that roles had before, with their ids today. */
  former: Readonly<Record<string, string>>
  countries: readonly PayCountry[]
}

export interface ComparisonQuestion {
  /** Ids of roles that exist, each once, at most four, in the order asked for. */
  roles: readonly string[]
  /** Id of the country's page; empty when none was asked for. */
  country: string
  /** What could not be taken as it was written, a sentence each. */
  said: readonly string[]
}

/** Reads `?roles=team-leader,quality-analyst&country=PH`. Never throws; what can be understood is used, the rest is said. */
export function readComparisonQuery(search: string, { roles, former, countries }: ComparisonNames): ComparisonQuestion {
  const said: string[] = []
  if (search.length > READ) said.push('The address is longer than any comparison. Only its beginning was read.')
  const query = new URLSearchParams(search.slice(0, READ))
  const titles = new Map(roles.map(({ id, title }) => [id, title]))
  const title = (id: string) => titles.get(id) ?? id
  const known: string[] = []
  const unknown: string[] = []
  const twice = new Set<string>()
  for (const written of query.getAll('roles').join(',').split(',')) {
    const id = written.trim().toLowerCase().replaceAll(/\s+/g, '-')
    if (id === '') continue
    const today = titles.has(id) ? id : Object.hasOwn(former, id) ? (former[id] ?? '') : ''
    if (!titles.has(today)) {
      unknown.push(written.trim())
      continue
    }
    if (known.includes(today)) {
      twice.add(today)
      continue
    }
    if (today !== id) said.push(`“${id}” is called ${title(today)} today.`)
    known.push(today)
  }
  if (unknown.length > 0) said.push(unknownRoles(unknown))
  for (const id of twice) said.push(`${title(id)} was named more than once and stands here once.`)
  const over = known.splice(MOST_ROLES).map(title)
  if (over.length > 0) said.push(`Four roles at most stand side by side. Left out: ${listed(over)}.`)
  const asked = query.get('country')?.trim() ?? ''
  const country = countries.find(({ id, code }) => [id, code.toLowerCase()].includes(asked.toLowerCase()))
  if (asked !== '' && !country) said.push(`The guide has no pay for “${clipped(asked)}”.`)
  return { roles: known, country: country?.id ?? '', said }
}

function unknownRoles(names: readonly string[]): string {
  const quoted = names.slice(0, SAID_NAMES).map((name) => `“${clipped(name)}”`)
  const more = names.length - quoted.length
  const all = listed(more > 0 ? [...quoted, `${more} more`] : quoted)
  return names.length === 1 ? `${all} is no role of this guide.` : `${all} are no roles of this guide.`
}

const clipped = (text: string) => (text.length > SAID_LETTERS ? `${text.slice(0, SAID_LETTERS)}…` : text)

/** The query that asks for a comparison, or nothing. Ids of roles need no escaping; `code` is the country's, "PH", or empty. */
export function comparisonQuery(roles: readonly string[], code = ''): string {
  const query = [roles.length > 0 ? `roles=${roles.join(',')}` : '', code ? `country=${code}` : ''].filter(Boolean).join('&')
  return query ? `?${query}` : ''
}

/** The address of a comparison in no country in particular. */
export const comparisonAddress = (roles: readonly string[]) => `/compare/${comparisonQuery(roles)}`

/** The address of the way from one role to another. */
export const wayAddress = (from: string, to: string) => `/moves/?from=${from}&to=${to}`

/**
 * Pairs worth a look: those that hold `chosen`, or a few in which no role comes twice. `pairs` are roles that people mix up.
 */
export function suggestedPairs(pairs: readonly (readonly [string, string])[], chosen = '', most = 6): (readonly [string, string])[] {
  if (chosen !== '')
    return pairs
      .filter((pair) => pair.includes(chosen))
      .map(([a, b]) => [chosen, a === chosen ? b : a] as const)
      .slice(0, most)
  const used = new Set<string>()
  const apart = pairs.filter(([a, b]) => {
    if (used.has(a) || used.has(b)) return false
    used.add(a)
    used.add(b)
    return true
  })
  // From all over the list, which begins with the first jobs.
  const step = Math.max(1, apart.length / most)
  return Array.from({ length: Math.min(most, apart.length) }, (_, index) => apart[Math.floor(index * step)]).flatMap((pair) =>
    pair ? [pair] : [],
  )
}
