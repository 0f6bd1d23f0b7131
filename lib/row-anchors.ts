import { slug } from 'github-slugger'
import type { SalaryRecord } from './salary.ts'

/**
 * Permanent anchors of what stands in a page below its headings: figures, rows of data, questions. Each is made of an id of the data, or
 * of the words that name it as the anchor of a heading is; never of its place. `lib/mdx/anchors.ts` keeps headings away from them.
 */
export const figureAnchor = (id: string) => `figure-${id}`
export const measureAnchor = (metric: string) => `measure-${metric}`
export const skillAnchor = (skill: string) => `skill-${skill}`
export const moveAnchor = (role: string) => `move-${role}`
/** A question with its answer: the words of the question, as a heading of an article would have them. */
export const questionAnchor = (question: string) => `q-${slug(question)}`

/** A rule of a country, by what the rule itself is told apart by. */
export const ruleAnchor = ({ topic, source, aspect }: { topic: string; source: string; aspect?: string | undefined }) =>
  ['rule', topic, source, ...(aspect ? [aspect] : [])].join('-')
/** A rule that has a name of its own, as those of an industry have. */
export const namedRuleAnchor = (name: string) => `rule-${slug(name)}`

/**
 * The key of each pay row of one role in one country: the code of the group that is counted, or its name. `records` are those of the role
 * in the order of the file. A second row for one group has the source behind it, so that the first keeps its key.
 */
export function payKeys(records: readonly SalaryRecord[]): Map<SalaryRecord, string> {
  const taken = new Set<string>()
  return new Map(
    records.map((record) => {
      const group = slug(record.occupation.code ?? record.occupation.title)
      const key = taken.has(group) ? `${group}-${record.source}` : group
      taken.add(group)
      return [record, key]
    }),
  )
}

/** A pay row on the page of its role, where rows stand by country. */
export const payAnchorOnRole = (country: string, key: string) => `pay-${country}-${key}`
/** A pay row on the page of its country, where rows stand by role. */
export const payAnchorOnCountry = (role: string, key: string) => `role-${role}-${key}`

const REPEATABLE = / id="(figure-[a-z0-9-]+)"/g

/** A figure may be printed twice on a page. The first place keeps the anchor: the page with those of the later ones taken out. */
export function firstAnchorsOnly(html: string): string {
  const seen = new Set<string>()
  return html.replace(REPEATABLE, (attribute, id: string) => {
    if (seen.has(id)) return ''
    seen.add(id)
    return attribute
  })
}
