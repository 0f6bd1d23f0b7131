import { type StageStanding, type StageState, stageState } from '#lib/reader/standing.ts'

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
          <Station state={stageState(count, behind)} />
          <text y="33">{order}</text>
        </g>
      ))}
    </svg>
  )
}

/** Empty, half, full with a tick, dashed with a bar: told apart without colour. */
function Station({ state }: { state: StageState }) {
  const tick = <path d="M-5 0l3.5 4L5-4" className="tick" />
  if (state === 'done')
    return (
      <>
        <circle r={RADIUS} className="full" />
        {tick}
      </>
    )
  if (state === 'doing')
    return (
      <>
        <circle r={RADIUS} className="ring" />
        <path d={`M0 ${-RADIUS + 1.5}A${RADIUS - 1.5} ${RADIUS - 1.5} 0 0 0 0 ${RADIUS - 1.5}Z`} className="half" />
      </>
    )
  if (state === 'todo') return <circle r={RADIUS} className="ring" />
  return (
    <>
      <circle r={RADIUS} className="ring dashed" />
      <path d="M-5 0H5" className="bar" />
    </>
  )
}
