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
  /** Where a level of responsibility begins: its name stands at the foot of its stations. */
  levels: { name: string; y: number }[]
  stations: Station[]
  /** The straight run of each line, from its lowest station to its highest. */
  runs: { family: Family; x: number; from: number; to: number }[]
  /** Changes between lines: corners of a path that leaves one line and joins another. */
  changes: { family: Family; points: [x: number, y: number][] }[]
}

/** Which families share a lane: leading people is where the frontline goes on to. */
const LANES: Family[][] = [['training'], ['quality'], ['frontline', 'lead'], ['specialist'], ['workforce'], ['client']]
const LEVEL_NAMES = [
  'First job',
  'Senior or specialist',
  'First lead',
  'Leads leaders',
  'Runs a programme',
  'Several programmes',
  'Site and above',
]

const LANE = 176
const ROW = 36
/** Between two levels run the changes, each on a track of its own. */
const TRACK = 10
const LEVEL_GAP = 30
const CORNER = 8
const MARGIN = { left: 168, right: 160, y: 24 }

/**
 * The whole lattice as a metro map, in units of one CSS pixel at full width. A line runs upwards in its lane, level by level;
 * every promotion or specialist move between two families is one change, which crosses between two levels, where no name stands.
 * Same roles, same map; a new role needs no hand.
 */
export function lineMap(library: Library): LineMap {
  const roles = library.all('roles')
  const lanes = LANES.filter((families) => roles.some((role) => families.includes(role.data.family)))
  const laneOf = (role: Entry<'roles'>) => lanes.findIndex((families) => families.includes(role.data.family))
  const levels = [...new Set(roles.map((role) => role.data.level))].sort((a, b) => a - b)
  const joins = joinsBetween(roles)

  // Placed from below with the foot at zero, and turned over at the end: on paper up is less.
  const heights = new Map<string, number>()
  const tracks = new Map<object, number>()
  const feet = new Map<number, number>()
  let height = 0
  for (const level of levels) {
    const here = joins.filter((join) => join.target.data.level === level && laneOf(join.role) !== laneOf(join.target))
    here.forEach((join, index) => {
      tracks.set(join, height + (index + 1) * TRACK)
    })
    height += here.length * TRACK + LEVEL_GAP
    feet.set(level, height)
    const stacked = lanes.map(() => 0)
    for (const role of roles.filter((each) => each.data.level === level)) {
      const lane = laneOf(role)
      heights.set(role.id, height + (stacked[lane] ?? 0) * ROW)
      stacked[lane] = (stacked[lane] ?? 0) + 1
    }
    height += (Math.max(...stacked) - 1) * ROW + LEVEL_GAP
  }
  const y = (up: number) => MARGIN.y + height - up
  const stations = roles.map((role): Station => ({ role, x: MARGIN.left + laneOf(role) * LANE, y: y(heights.get(role.id) ?? 0) }))
  const at = new Map(stations.map((station) => [station.role.id, station]))
  return {
    width: MARGIN.left + (lanes.length - 1) * LANE + MARGIN.right,
    height: height + 2 * MARGIN.y,
    levels: levels.map((level) => ({ name: LEVEL_NAMES[level - 1] ?? '', y: y(feet.get(level) ?? 0) })),
    stations,
    runs: [...new Set(roles.map((role) => role.data.family))].map((family) => {
      const line = stations.filter(({ role }) => role.data.family === family)
      const ys = line.map((station) => station.y)
      return { family, x: line[0]?.x ?? 0, from: Math.max(...ys), to: Math.min(...ys) }
    }),
    changes: joins.map((join) => ({
      family: join.target.data.family,
      points: path(at.get(join.role.id) as Station, at.get(join.target.id) as Station, y(tracks.get(join) ?? 0)),
    })),
  }

  function joinsBetween(all: readonly Entry<'roles'>[]) {
    const byId = new Map(all.map((role) => [role.id, role]))
    const drawn = new Set<string>()
    const found: { role: Entry<'roles'>; target: Entry<'roles'> }[] = []
    for (const role of all)
      for (const move of role.data.leadsTo) {
        const target = byId.get(move.role)
        if (!target || move.kind === 'across' || role.data.family === target.data.family) continue
        const pair = `${role.data.family}>${target.data.family}`
        if (drawn.has(pair)) continue
        drawn.add(pair)
        found.push({ role, target })
      }
    return found
  }
}

/** Along the lane that is left, over on the track, along the lane that is joined, with corners cut at 45 degrees. */
function path(leave: Station, join: Station, track: number): [number, number][] {
  const ends: [[number, number], [number, number]] = [
    [leave.x, leave.y],
    [join.x, join.y],
  ]
  if (leave.x === join.x) return ends
  const over = Math.sign(join.x - leave.x) * CORNER
  return [
    ends[0],
    [leave.x, track + Math.sign(leave.y - track) * CORNER],
    [leave.x + over, track],
    [join.x - over, track],
    [join.x, track + Math.sign(join.y - track) * CORNER],
    ends[1],
  ]
}
