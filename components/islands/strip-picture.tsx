import type { StageStanding } from '#lib/reader/standing.ts'

const GAP = 40
const RADIUS = 11

/** The line with its stations filled as far as the reader is: the list above it once more, as a picture. */
export function StripPicture({ standing }: { standing: readonly StageStanding[] }) {
  const width = standing.length * GAP
  return (
    <svg className="strip-picture" viewBox={`0 0 ${width} 52`} aria-hidden="true">
      <path d={`M${GAP / 2} 16H${width - GAP / 2}`} className="track" />
      {standing.map(({ order, behind, count }) => (
        <g key={order} transform={`translate(${order * GAP + GAP / 2} 16)`}>
          <Station standing={behind ? 'behind' : standingOf(count)} />
          <text y="33">{order}</text>
        </g>
      ))}
    </svg>
  )
}

export function standingOf({ total, done, doing, skipped }: StageStanding['count']): 'todo' | 'doing' | 'done' | 'skip' {
  if (total === 0 && skipped > 0) return 'skip'
  if (total > 0 && done === total) return 'done'
  return done + doing > 0 ? 'doing' : 'todo'
}

/** Empty, half, full with a tick, dashed with a bar: told apart without colour. */
function Station({ standing }: { standing: ReturnType<typeof standingOf> | 'behind' }) {
  const tick = <path d="M-5 0l3.5 4L5-4" className="tick" />
  if (standing === 'done')
    return (
      <>
        <circle r={RADIUS} className="full" />
        {tick}
      </>
    )
  if (standing === 'doing')
    return (
      <>
        <circle r={RADIUS} className="ring" />
        <path d={`M0 ${-RADIUS + 1.5}A${RADIUS - 1.5} ${RADIUS - 1.5} 0 0 0 0 ${RADIUS - 1.5}Z`} className="half" />
      </>
    )
  if (standing === 'todo') return <circle r={RADIUS} className="ring" />
  return (
    <>
      <circle r={RADIUS} className="ring dashed" />
      <path d="M-5 0H5" className="bar" />
    </>
  )
}
