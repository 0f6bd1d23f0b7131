import type { Library } from '#lib/content/library.ts'
import { FAMILIES } from '#lib/family.ts'
import { lineMap } from '#lib/line-map.ts'
import './line-map.css'

const LINE_HEIGHT = 15

/** Words of a name in lines of at most `width` letters. */
function wrapped(name: string, width = 19): string[] {
  return name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
    return lines
  }, [])
}

/** The whole lattice drawn as a metro map with real links. On a narrow screen the list of lines says the same in its place. */
export function LineMap({ library }: { library: Library }) {
  const { width, height, levels, stations, runs, changes } = lineMap(library)
  return (
    <svg className="line-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Map of all lines, first jobs at its foot">
      {levels.map(({ name, y }) => (
        <text key={name} className="level-name" x="0" y={y + 5}>
          {name}
        </text>
      ))}
      {changes.map(({ family, points }) => (
        <polyline key={points.join()} data-line={family} points={points.map((point) => point.join()).join(' ')} />
      ))}
      {runs.map(({ family, x, from, to }) => (
        <path key={family} data-line={family} d={`M${x} ${from}V${to}`} />
      ))}
      {runs.map(({ family, x, to }) => (
        <text key={family} className="line-name" data-line={family} x={x + 16} y={to - 19}>
          {FAMILIES[family].name}
        </text>
      ))}
      {stations.map(({ role, x, y }) => {
        const lines = wrapped(role.data.title)
        return (
          <a key={role.id} href={role.address} data-line={role.data.family}>
            <circle cx={x} cy={y} r="8" />
            <text y={y + 5 - ((lines.length - 1) * LINE_HEIGHT) / 2}>
              {lines.map((line, index) => (
                <tspan key={line} x={x + 16} dy={index === 0 ? 0 : LINE_HEIGHT}>
                  {line}{' '}
                </tspan>
              ))}
            </text>
          </a>
        )
      })}
    </svg>
  )
}
