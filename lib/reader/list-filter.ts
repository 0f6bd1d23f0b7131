import { listed } from './listed.ts'

/** One answer of a filter: its value in the address, its words on the page, and the heading it stands under in a long list. */
export interface ListOption {
  value: string
  text: string
  group?: string
}

/** A filter of a list: its name in the address, what readers call it, and its answers. One answer alone is a box to tick. */
export interface ListFilter {
  name: string
  label: string
  options: readonly ListOption[]
}

/** What a list can be asked: its filters in the order of the address, and the ways it can be grouped, the usual one first. */
export interface ListShape {
  filters: readonly ListFilter[]
  views: readonly ListOption[]
}

/** What a reader asks of a list: one answer per filter at most, and a way to group it ('' for the usual one). */
export interface ListQuestion {
  choices: ReadonlyMap<string, string>
  view: string
}

/** Every answer that is true of an item: `line=quality`, `country=PH` … */
export type Traits = ReadonlySet<string>

/** An answer as items carry it and as it stands in an address. */
export const trait = (name: string, value: string) => `${name}=${value}`

/** What the way of grouping is called in the address. */
export const VIEW = 'by'

export const NO_QUESTION: ListQuestion = { choices: new Map(), view: '' }

/** How many parts of an address are quoted when they cannot be used, and how much of each. */
const QUOTED = { parts: 3, length: 40 }

/**
 * What a query asks of a list. Never throws: what the list does not know, and every answer to a filter after the first, is left
 * out and returned as it was written, in `unused`. Letters may be large or small; the order of the parts does not matter.
 */
export function readQuery(query: string, { filters, views }: ListShape): ListQuestion & { unused: string[] } {
  const choices = new Map<string, string>()
  const unused = new Set<string>()
  let view: string | undefined
  for (const [name, value] of new URLSearchParams(query)) {
    const written = trait(name, value)
    if (name === VIEW && views.length > 0) {
      const known = valueIn(views, value)
      if (known === undefined || (view !== undefined && view !== known)) unused.add(written)
      else view = known
      continue
    }
    const filter = filters.find((each) => each.name === name)
    // A form that was sent writes every filter, those without an answer too.
    if (filter && value === '') continue
    const known = filter && valueIn(filter.options, value)
    if (known === undefined || (choices.get(name) ?? known) !== known) unused.add(written)
    else choices.set(name, known)
  }
  return { choices, view: view === views[0]?.value ? '' : (view ?? ''), unused: [...unused] }
}

const valueIn = (options: readonly ListOption[], value: string) =>
  options.find((option) => option.value.toLowerCase() === value.toLowerCase())?.value

/** The query of a question, `?line=quality&by=level`, or '' when nothing is asked: filters in the order of the list, then the grouping. */
export function writeQuery({ choices, view }: ListQuestion, { filters }: ListShape): string {
  const query = new URLSearchParams()
  for (const { name } of filters) {
    const value = choices.get(name)
    if (value) query.append(name, value)
  }
  if (view) query.append(VIEW, view)
  const text = query.toString()
  return text && `?${text}`
}

/** Whether all that is asked is true of an item. */
export const matches = (item: Traits, choices: ListQuestion['choices']): boolean =>
  [...choices].every(([name, value]) => item.has(trait(name, value)))

/** How many items all that is asked is true of. */
export const countMatches = (items: readonly Traits[], choices: ListQuestion['choices']): number =>
  items.filter((item) => matches(item, choices)).length

/** How many items each answer of a filter would leave, the other filters as they are. */
export const countsOf = (items: readonly Traits[], choices: ListQuestion['choices'], { name, options }: ListFilter): number[] =>
  options.map(({ value }) => countMatches(items, new Map(choices).set(name, value)))

/** The same question without one filter. */
export function without(choices: ListQuestion['choices'], name: string): Map<string, string> {
  const rest = new Map(choices)
  rest.delete(name)
  return rest
}

/** "Line: Quality · First job": what is asked, in the words of the page. */
export const choiceWords = (choices: ListQuestion['choices'], { filters }: Pick<ListShape, 'filters'>): string =>
  filters.flatMap((filter) => choiceWord(filter, choices.get(filter.name)) ?? []).join(' · ')

/** "Line: Quality", or the label alone when the filter is a box to tick. Undefined without an answer. */
export function choiceWord({ label, options }: ListFilter, value: string | undefined): string | undefined {
  const option = options.find((each) => each.value === value)
  if (!option) return undefined
  return options.length === 1 ? label : `${label}: ${option.text}`
}

/** "7 of 36 roles", or "36 roles" when all are shown. `noun` is the plural. */
export const countWords = (shown: number, total: number, noun: string): string => `${shown === total ? '' : `${shown} of `}${total} ${noun}`

/** A sentence that names the parts of an address that could not be used, long ones shortened. '' when there are none. */
export function unusedWords(unused: readonly string[]): string {
  if (unused.length === 0) return ''
  const named = unused.slice(0, QUOTED.parts).map((part) => `“${shortened(part)}”`)
  const rest = unused.length - named.length
  if (rest > 0) named.push(`${rest} more`)
  return `Left out of the address, as this list cannot use it: ${listed(named)}.`
}

/** Cut between characters, never inside of one. */
function shortened(part: string): string {
  const characters = [...part.slice(0, 2 * QUOTED.length + 2)]
  return characters.length > QUOTED.length ? `${characters.slice(0, QUOTED.length).join('')}…` : part
}
