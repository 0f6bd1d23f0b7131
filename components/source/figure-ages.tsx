import { LinkLine } from '#components/site/link-line.tsx'
import { contentDay, type Library } from '#lib/content/library.ts'
import { type Dated, dated } from '#lib/fact-counts.ts'
import { factsOf } from '#lib/facts.ts'
import { today } from '#lib/fields.ts'
import { ageInMonths, counted, dateOfData, formatAge, formatWhen } from '#lib/money.ts'
import { cited } from '#lib/pay-outline.ts'
import { CHANGES } from '#lib/trail.ts'
import './figure-ages.css'

/** Every figure and pay row by the day of its next review, each with its value, its source and how old its data is. */
export function FigureAges({ library }: { library: Library }) {
  const facts = dated(factsOf(library))
  const day = contentDay(library)
  const days = new Map<string, Dated[]>()
  for (const fact of facts) days.set(fact.reviewBy, [...(days.get(fact.reviewBy) ?? []), fact])
  return (
    <>
      <p>
        {facts.length} in all. By the day above each group somebody must read its sources again, and{' '}
        <a href={CHANGES.address}>what came of it</a> is noted down. Ages are reckoned to {formatWhen(day)}, when an article was last
        reviewed.
      </p>
      <p className="due-days">
        <LinkLine links={[...days].map(([by, due]) => ({ address: `#due-${by}`, text: `${formatWhen(by)} (${due.length})` }))} />
      </p>
      {[...days].map(([reviewBy, due]) => (
        <section key={reviewBy}>
          <h2 id={`due-${reviewBy}`}>By {formatWhen(reviewBy)}</h2>
          <p className="src">
            {counted(due.length, 'figure')}.
            {reviewBy < today() ? <b> Overdue: check them against their sources before you rely on them.</b> : null}
          </p>
          <ul className="figure-ages">
            {due.map((fact) => (
              <li key={fact.id}>
                <a href={fact.anchor ? `${fact.address}#${fact.anchor}` : fact.address}>{fact.label}</a>: <b>{fact.value}</b>{' '}
                <small>
                  {fact.source ? `${cited(fact.source, library).source}, ` : ''}
                  {ageWords(fact, day)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** The same of one figure, for the page of its source: with the day of its next review. */
export const Age = ({ fact, day }: { fact: Dated; day: string }) => (
  <>
    {ageWords(fact, day)}; next review by {formatWhen(fact.reviewBy)}
    {fact.reviewBy < today() ? <b>, overdue</b> : null}.
  </>
)

/** "May 2025, 18 months old", "22 November 2026, new"; of an undated source no age, for nobody knows it. */
function ageWords(fact: Dated, day: string): string {
  if (fact.undated) return dateOfData(fact)
  const months = ageInMonths(fact.asOf, day)
  return `${formatWhen(fact.asOf)}, ${formatAge(months)}${months < 1 ? '' : ' old'}`
}
