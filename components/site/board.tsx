import type { ReactNode } from 'react'

export interface BoardRow {
  label: string
  answer: ReactNode
  note?: ReactNode
}

/** Facts set like a departure board: label, answer, and the small print directly beneath. */
export function Board({ rows }: { rows: BoardRow[] }) {
  return (
    <dl className="board">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.answer}
            {row.note ? <small>{row.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
