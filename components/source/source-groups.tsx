import type { Entry, Library } from '#lib/content/library.ts'
import { today } from '#lib/fields.ts'
import type { Figure } from '#lib/figure.ts'
import { ageInMonths, formatAge, formatWhen } from '#lib/money.ts'
import { RELIABILITY } from './source-page.tsx'
import './source-groups.css'

/** Every source by reliability, with the age and the next review of each figure and pay row that rests on it. */
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
      {formatWhen(soonest.slice(0, 7))}; {overdue === 0 ? 'none is overdue' : `${overdue} are overdue`}.
    </p>
  )
}

function SourceRow({ source, figures, rows }: { source: Entry<'sources'>; figures: Figure[]; rows: Dated[] }) {
  const [oldest] = [...rows].sort((a, b) => a.asOf.localeCompare(b.asOf))
  return (
    <li>
      <a href={source.address}>{source.data.title}</a> <small>{source.data.publisher}</small>
      {figures.length > 0 || oldest ? (
        <ul>
          {oldest ? (
            <li>
              {rows.length} {rows.length === 1 ? 'pay row' : 'pay rows'} <Age {...oldest} />
            </li>
          ) : null}
          {figures.map((figure) => (
            <li key={figure.id}>
              {figure.label} <Age {...figure} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

const Age = ({ asOf, reviewBy }: Dated) => (
  <small>
    {formatAge(ageInMonths(asOf, today()))}, next {formatWhen(reviewBy.slice(0, 7))}
  </small>
)
