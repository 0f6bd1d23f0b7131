import { FAMILIES, type Family } from '#lib/family.ts'
import { letterBaseline, SHAPES } from '#lib/line-shape.ts'

/** The sign of a line: letter, shape and colour. Decoration beside a name unless `named`, then it says the line itself. */
export function LineBadge({ family, named = false }: { family: Family; named?: boolean }) {
  const { letter, name, shape } = FAMILIES[family]
  return (
    <svg
      className="badge"
      data-line={family}
      viewBox="0 0 24 24"
      {...(named ? { role: 'img', 'aria-label': `${name} line` } : { 'aria-hidden': true })}
    >
      <path d={SHAPES[shape]} />
      <text x="12" y={letterBaseline(shape)} textAnchor="middle">
        {letter}
      </text>
    </svg>
  )
}
