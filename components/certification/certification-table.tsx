import type { Library } from '#lib/content/library.ts'
import { formatFigure } from '#lib/money.ts'
import { STATES } from './certification-page.tsx'
import '../site/list.css'

/** All certifications in one table: can you still start it, what the list price is, who it is not for. */
export function CertificationTable({ library }: { library: Library }) {
  return (
    <ul className="entries">
      {library.all('certifications').map(({ id, address, data }) => {
        const [fee] = data.fees ?? []
        return (
          <li key={id}>
            <a href={address}>{data.title}</a> {data.abbreviation ? <small>{data.abbreviation}</small> : null}
            <p>{data.summary}</p>
            <p className="src">
              {STATES[data.state]} · {data.issuer} ·{' '}
              {fee
                ? `${formatFigure(library.figure(fee).figure)}, ${library.figure(fee).figure.fitNote}`
                : 'No reliable figure yet for the fee.'}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
