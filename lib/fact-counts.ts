import { COUNTRIES, type CountryCode } from './country.ts'
import { FACT_KINDS, type Fact, type FactKind } from './facts.ts'
import { countryName } from './money.ts'

type Tally = (readonly [name: string, count: number])[]

/** How many facts of each kind there are, in the order of the kinds; kinds without any are left out. */
export function byKind(facts: readonly { id: string }[]): Tally {
  const counts = new Map<string, number>()
  for (const { id } of facts) {
    const [kind = ''] = id.split('/')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return (Object.keys(FACT_KINDS) as FactKind[]).flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [[FACT_KINDS[kind], count] as const] : []
  })
}

/** How many facts hold in each country, most first. A fact of two countries counts in both. */
export const byCountry = (facts: readonly Fact[]): Tally =>
  (Object.keys(COUNTRIES) as CountryCode[])
    .map((code) => [countryName(code), facts.filter(({ countries }) => countries.includes(code)).length] as const)
    .filter(([, count]) => count > 0)
    .sort(([nameA, a], [nameB, b]) => b - a || nameA.localeCompare(nameB, 'en'))

/** A fact of dated data. */
export type Dated = Fact & Required<Pick<Fact, 'asOf' | 'reviewBy'>>

/** Figures and pay rows by the day of their next review, then by label. */
export const dated = (facts: readonly Fact[]): Dated[] =>
  facts
    .filter((fact): fact is Dated => (fact.kind === 'figure' || fact.kind === 'pay') && Boolean(fact.asOf && fact.reviewBy))
    .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : a.label.localeCompare(b.label, 'en')))

/** The first of them to be looked at again. */
export const dueNext = (facts: readonly Fact[], most: number) => dated(facts).slice(0, most)
