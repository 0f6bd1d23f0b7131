import type { Library } from '#lib/content/library.ts'
import { lineMap } from '#lib/line-map.ts'
import './line-map.css'

const LINE_HEIGHT = 15

/** Words of a name in lines of at most `width` letters. */
function wrapped(name: string, width = 16): string[] {
  return name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
    return lines
  }, [])
}

/** The whole lattice drawn as a metro map with real links. The list of lines beside it says the same; this is its illustration. */
export function LineMap({ library }: { library: Library }) {
  const { width, height, stations, runs, changes } = lineMap(library)
  return (
    <svg
      className="line-map"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="Map of all lines. The list before it says the same."
    >
      {changes.map(({ family, points }) => (
        <polyline key={points.join()} data-line={family} points={points.map((point) => point.join()).join(' ')} />
      ))}
      {runs.map(({ family, from, to, y }) => (
        <path key={family} data-line={family} d={`M${from} ${y}H${to}`} />
      ))}
      {stations.map(({ role, x, y }) => (
        <a key={role.id} href={role.address} data-line={role.data.family}>
          <circle cx={x} cy={y} r="9" />
          <text x={x} y={y + 28} textAnchor="middle">
            {wrapped(role.data.title).map((line, index) => (
              <tspan key={line} x={x} dy={index === 0 ? 0 : LINE_HEIGHT}>
                {line}{' '}
              </tspan>
            ))}
          </text>
        </a>
      ))}
    </svg>
  )
}
