import type { ReactNode } from 'react'

/** Name and explanation, row by row. */
export function Facts({ rows }: { rows: { name: ReactNode; text: ReactNode }[] }) {
  return (
    <dl className="facts">
      {rows.map(({ name, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows come from data in a fixed order
        <div key={index}>
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
