import type { ReactNode } from 'react'

/** Name and explanation, row by row. A row with an id has an anchor. */
export function Facts({ rows }: { rows: { id?: string; name: ReactNode; text: ReactNode }[] }) {
  return (
    <dl className="facts">
      {rows.map(({ id, name, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows come from data in a fixed order
        <div key={index} id={id}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul className="bullets">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
