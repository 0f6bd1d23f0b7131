import type { ReactNode } from 'react'
import type { PayRow } from '#lib/reader/pay-outline.ts'

/** What one source says of pay: whom it counts, the amounts or a picture of them, and how far to trust them. */
export function PaySource({ row, id, children }: { row: PayRow; id?: string; children?: ReactNode }) {
  return (
    <div className="pay-row" id={id}>
      <p className="pay-title">
        <b>{row.group}</b>{' '}
        <span>
          {row.period}, {row.tax}
        </span>
      </p>
      {children ?? (
        <dl className="pay-amounts">
          {row.amounts.map(({ name, amount }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="src">
        {row.kind}: <a href={row.address}>{row.source}</a>, {row.when}
        {row.code ? ` · ${row.code}` : null} · {row.fit}. {row.fitNote}
        {row.low ? ' Low confidence.' : null}
      </p>
    </div>
  )
}
