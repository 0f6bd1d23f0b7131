import type { Entry, Library } from './content/library.ts'
import type { Family } from './family.ts'

export interface Station {
  role: Entry<'roles'>
  x: number
  y: number
}
export interface LineMap {
  width: number
  height: number
  stations: Station[]
  /** Straight runs of a line, by family. */
  runs: { family: Family; from: number; to: number; y: number }[]
  /** Changes between lines: corners of a path that leaves one line and joins another. */
  changes: { family: Family; points: [x: number, y: number][] }[]
}

const GAP = 106
const ROW = 78
const MARGIN = { x: 62, y: 26 }
const STUB = 30
/** Room between two levels, for lines that change rows. */
const LEVEL_GAP = 92
/** Lines that leave one row side by side stand this far apart. */
const LANE = 15

/** Which families share a row: leading people is where the frontline goes on to. */
const ROWS: Family[][] = [['workforce'], ['training'], ['quality'], ['specialist'], ['frontline', 'lead'], ['client']]

/**
 * The whole lattice as a metro map, in units of one CSS pixel at full width. Left to right is level, a row is a line;
 * every promotion or specialist move between two families is one change. Same roles, same map.
 */
export function lineMap(library: Library): LineMap {
  const roles = library.all('roles')
  const rows = ROWS.map((families) => roles.filter((role) => families.includes(role.data.family))).filter((row) => row.length > 0)
  const levels = [...new Set(roles.map((role) => role.data.level))].sort((a, b) => a - b)
  const start = new Map<number, number>()
  let columns = 0
  for (const level of levels) {
    start.set(level, columns)
    columns += Math.max(...rows.map((row) => row.filter((role) => role.data.level === level).length))
  }
  const stations = rows.flatMap((row, index) =>
    row.map((role): Station => {
      const place = row.filter((other) => other.data.level === role.data.level).indexOf(role)
      const column = (start.get(role.data.level) ?? 0) + place
      return { role, x: MARGIN.x + column * GAP + levels.indexOf(role.data.level) * LEVEL_GAP, y: MARGIN.y + index * ROW }
    }),
  )
  const at = new Map(stations.map((station) => [station.role.id, station]))
  const families = [...new Set(roles.map((role) => role.data.family))]
  const stops = (family: Family) => stations.filter(({ role }) => role.data.family === family).sort((a, b) => a.x - b.x)
  const runs = families.map((family) => {
    const line = stops(family)
    return { family, from: (line[0] as Station).x - STUB, to: (line.at(-1) as Station).x + STUB, y: (line[0] as Station).y }
  })
  return {
    width: 2 * MARGIN.x + (columns - 1) * GAP + (levels.length - 1) * LEVEL_GAP,
    height: 2 * MARGIN.y + (rows.length - 1) * ROW + 34,
    stations,
    runs,
    changes: changesBetween(roles, at, stops),
  }
}

function changesBetween(roles: Entry<'roles'>[], at: Map<string, Station>, stops: (family: Family) => Station[]): LineMap['changes'] {
  const drawn = new Set<string>()
  const changes: LineMap['changes'] = []
  for (const role of roles)
    for (const move of role.data.leadsTo) {
      const target = at.get(move.role)
      const from = role.data.family
      const to = target?.role.data.family
      if (!target || !to || move.kind === 'across' || from === to || drawn.has(`${from}>${to}`)) continue
      drawn.add(`${from}>${to}`)
      const last = stops(from).at(-1) as Station
      const first = stops(to)[0] as Station
      const begins = target === first && first.x > last.x
      changes.push({ family: to, points: path(begins ? last : (at.get(role.id) as Station), target, begins) })
    }
  return changes
}

/**
 * Out along the source, over at 45 degrees, in along the target. A line that begins is left early, the farthest row first so that
 * none crosses; one that is joined is reached late.
 */
function path(leave: Station, join: Station, begins: boolean): [number, number][] {
  const drop = Math.abs(join.y - leave.y)
  const late = join.x - drop
  const early = Math.min(leave.x + STUB + Math.max(0, 4 - drop / ROW) * LANE, late)
  const turn = Math.max(leave.x, begins ? early : late)
  return [
    [leave.x, leave.y],
    [turn, leave.y],
    [turn + Math.min(drop, join.x - turn), join.y],
    [join.x, join.y],
  ]
}
