import type { Entry, Library } from '#lib/content/library.ts'
import { today } from '#lib/fields.ts'
import type { Figure } from '#lib/figure.ts'
import { ageInMonths, counted, formatAge, formatWhen } from '#lib/money.ts'
import { RELIABILITY } from '#lib/source.ts'
import { FIGURE_AGES } from '#lib/trail.ts'
import './source-groups.css'

/** Every source by reliability, with the age and the next review of every figure and pay row that rests on it. */
export function SourceGroups({ library }: { library: Library }) {
  const sources = library.all('sources')
  const rows = payRows(library)
  return (
    <>
      <Ages library={library} rows={rows} />
      {Object.entries(RELIABILITY).map(([grade, name]) => {
        const graded = sources.filter((source) => source.data.reliability === grade)
        return graded.length === 0 ? null : (
          <section key={grade}>
            <h2 id={`grade-${grade.toLowerCase()}`}>{name}</h2>
            <ul className="ages">
              {graded.map((source) => (
                <SourceRow key={source.id} source={source} figures={library.figuresFrom(source.id)} rows={rows.get(source.id) ?? []} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

interface Dated {
  asOf: string
  reviewBy: string
}

/** Pay rows by source. */
function payRows(library: Library): Map<string, Dated[]> {
  const rows = new Map<string, Dated[]>()
  for (const { data } of library.all('salaries'))
    for (const record of data.records) rows.set(record.source, [...(rows.get(record.source) ?? []), record])
  return rows
}

/** How old the figures are as a whole, and when the next must be looked at. */
function Ages({ library, rows }: { library: Library; rows: Map<string, Dated[]> }) {
  const all: Dated[] = [...library.all('sources').flatMap((source) => library.figuresFrom(source.id)), ...[...rows.values()].flat()]
  const ages = all.map(({ asOf }) => ageInMonths(asOf, today())).sort((a, b) => a - b)
  const next = all.map(({ reviewBy }) => reviewBy).sort()
  const [soonest] = next
  const middle = ages[Math.floor(ages.length / 2)]
  const overdue = next.filter((date) => date < today()).length
  if (soonest === undefined || middle === undefined) return null
  return (
    <p>
      Half of the {all.length} figures and pay rows are {formatAge(middle)} old or younger. The next review is due in{' '}
      {formatWhen(soonest.slice(0, 7))}; {overdue === 0 ? 'none is overdue' : `${overdue} are overdue`}.{' '}
      <a href={FIGURE_AGES.address}>Each by its next review</a>
    </p>
  )
}

/** A source in one or two lines: figures of the same age and next review stand together. */
function SourceRow({ source, figures, rows }: { source: Entry<'sources'>; figures: Figure[]; rows: Dated[] }) {
  const lines = new Map<string, { figures: number; rows: number }>()
  const count = (what: 'figures' | 'rows', { asOf, reviewBy }: Dated) => {
    const line = `${formatAge(ageInMonths(asOf, today()))}, next ${formatWhen(reviewBy.slice(0, 7))}`
    const sum = lines.get(line) ?? { figures: 0, rows: 0 }
    sum[what]++
    lines.set(line, sum)
  }
  for (const figure of figures) count('figures', figure)
  for (const row of rows) count('rows', row)
  return (
    <li>
      <a href={source.address}>{source.data.title}</a> <small>{source.data.publisher}</small>
      {[...lines].map(([line, each]) => (
        <p key={line}>
          {[...(each.figures > 0 ? [counted(each.figures, 'figure')] : []), ...(each.rows > 0 ? [counted(each.rows, 'pay row')] : [])].join(
            ', ',
          )}
          : {line}
        </p>
      ))}
    </li>
  )
}
