import type { Library } from './content/library.ts'
import { type Family, familyNames } from './family.ts'
import type { Move } from './role.ts'

/** What the map needs to know of a role. */
export interface MapRole {
  id: string
  title: string
  address: string
  family: Family
  level: number
  entry: boolean
  moves: { role: string; kind: Move['kind'] }[]
}

/** A role in its place: a lane from the left, a band from below, a row of its stack from below. */
export interface Place {
  role: MapRole
  lane: number
  band: number
  row: number
  /** Lines that one boards here, upwards; and all lines that one can change to. Both in their fixed order. */
  boards: Family[]
  changes: Family[]
}

/** All moves from one lane onto one line at one level, from below it or from above. */
export interface Way {
  from: number
  lane: number
  family: Family
  band: number
  sources: Place[]
  targets: Place[]
}

export interface Lattice {
  /** Levels that have a role, lowest first: a band each. */
  levels: number[]
  /** The families of every lane, from the left. */
  lanes: Family[][]
  /** The lane where everybody starts; names stand on the outer side of the lanes around it. */
  middle: number
  places: Place[]
  ways: Way[]
  /** Stations of the same lane from which one boards a line: it must reach them. */
  joined: Map<Family, Place[]>
  /** Per band the families whose ways cross below it, lowest track first. */
  tracks: Family[][]
}

/** The published roles as the map needs them, in the order of the library. */
export const mapRoles = (library: Library): MapRole[] =>
  library.all('roles').map(({ id, address, data: { title, family, level, entry, leadsTo } }) => ({
    id,
    title,
    address,
    family,
    level,
    entry,
    moves: leadsTo.filter((move) => library.find('roles', move.role)).map(({ role, kind }) => ({ role, kind })),
  }))

/** A move that the map draws as a way: onto another line, and no sidestep. */
export const isWay = (from: MapRole, to: MapRole, kind: Move['kind']) => kind !== 'across' && from.family !== to.family

/** Who stands where on the map and what runs between them, without a measure. The same roles give the same lattice. */
export function lattice(roles: readonly MapRole[]): Lattice {
  const byId = new Map(roles.map((role) => [role.id, role]))
  const levels = [...new Set(roles.map((role) => role.level))].sort((a, b) => a - b)
  const { lanes, middle } = arrangement(roles, byId, levels)
  const laneOf = (family: Family) => lanes.findIndex((families) => families.includes(family))

  const places = lanes.flatMap((families, lane) =>
    levels.flatMap((level, band) =>
      stacked(
        roles.filter((role) => families.includes(role.family) && role.level === level),
        byId,
      ).map((role, row): Place => {
        const targets = role.moves.flatMap((move) => byId.get(move.role) ?? [])
        const boards = boarded(role, byId)
        const changes = familyNames.filter((family) => family !== role.family && targets.some((target) => target.family === family))
        return { role, lane, band, row, boards, changes }
      }),
    ),
  )
  const placeOf = new Map(places.map((place) => [place.role.id, place]))

  const ways = new Map<string, Way>()
  const joined = new Map<Family, Place[]>()
  for (const from of places)
    for (const move of from.role.moves) {
      const target = placeOf.get(move.role)
      if (!target || !isWay(from.role, target.role, move.kind)) continue
      const { family } = target.role
      if (from.lane === target.lane) {
        joined.set(family, [...(joined.get(family) ?? []), from])
        continue
      }
      const key = [from.lane, family, target.band, from.band < target.band].join()
      const way = ways.get(key) ?? { from: from.lane, lane: laneOf(family), family, band: target.band, sources: [], targets: [] }
      if (!way.sources.includes(from)) way.sources.push(from)
      if (!way.targets.includes(target)) way.targets.push(target)
      ways.set(key, way)
    }
  const all = [...ways.values()]
  return {
    levels,
    lanes,
    middle,
    places,
    ways: all,
    joined,
    tracks: levels.map((_, band) => trackOrder(all.filter((way) => way.band === band))),
  }
}

/** The lines that stop at a station besides its own, in their fixed order. */
function boarded(role: MapRole, byId: ReadonlyMap<string, MapRole>): Family[] {
  const families = role.moves.flatMap((move) => {
    const target = byId.get(move.role)
    return target && isWay(role, target, move.kind) ? [target.family] : []
  })
  return familyNames.filter((family) => families.includes(family))
}

/**
 * From the lowest row up: a role that leads up to another of its stack stands below it; else the fewer lines stop at a station, the
 * lower it stands, so that tracks begin late and the busiest station comes last.
 */
function stacked(roles: readonly MapRole[], byId: ReadonlyMap<string, MapRole>): MapRole[] {
  const left = roles
    .map((role, index) => ({ role, index, lines: boarded(role, byId) }))
    .sort((a, b) => a.lines.length - b.lines.length || compare(a.lines.join(), b.lines.join()) || a.index - b.index)
  const placed: MapRole[] = []
  while (left.length > 0) {
    const next = left.findIndex(
      ({ role }) =>
        !left.some((other) => other.role !== role && other.role.moves.some((move) => move.kind === 'up' && move.role === role.id)),
    )
    // In a circle nobody comes first; then the order above decides.
    placed.push(...left.splice(Math.max(next, 0), 1).map(({ role }) => role))
  }
  return placed
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** In which order, from below, ways cross below a band: all ways onto one line on one track, with the fewest crossings. */
function trackOrder(ways: readonly Way[]): Family[] {
  const tracks = familyNames.flatMap((family) => {
    const onto = ways.filter((way) => way.family === family)
    return onto.length > 0 ? [{ family, ways: onto }] : []
  })
  const inside = (lane: number, track: { ways: readonly Way[] }) => {
    const ends = track.ways.flatMap((way) => [way.from, way.lane])
    return Math.min(...ends) < lane && lane < Math.max(...ends)
  }
  const fromBelow = (way: Way) => way.sources.some((source) => source.band < way.band)
  const crossings = (lower: { ways: readonly Way[] }, upper: { ways: readonly Way[] }) =>
    lower.ways.filter((way) => inside(way.lane, upper) || (!fromBelow(way) && inside(way.from, upper))).length +
    upper.ways.filter((way) => fromBelow(way) && inside(way.from, lower)).length +
    // Out of one lane to the same side, the one that goes further turns first, below.
    lower.ways.flatMap((a) =>
      upper.ways.filter(
        (b) => a.from === b.from && a.lane < a.from === b.lane < b.from && Math.abs(a.lane - a.from) < Math.abs(b.lane - b.from),
      ),
    ).length
  return best(permutations(tracks), (order) =>
    order.reduce((sum, lower, index) => sum + order.slice(index + 1).reduce((more, upper) => more + crossings(lower, upper), 0), 0),
  ).map(({ family }) => family)
}

/** Lanes in the order in which ways cross the fewest lines, then are the shortest, then leave even sides. */
function arrangement(roles: readonly MapRole[], byId: ReadonlyMap<string, MapRole>, levels: readonly number[]) {
  const levelsOf = (...families: Family[]) => roles.filter(({ family }) => families.includes(family)).map(({ level }) => level)
  const present = familyNames.filter((family) => levelsOf(family).length > 0)
  // Leading people is where the frontline goes on to: it continues its lane, unless somebody leads below the frontline.
  const shares = Math.max(0, ...levelsOf('frontline')) < Math.min(8, ...levelsOf('lead'))
  const first: Family = present.includes('frontline') ? 'frontline' : 'lead'
  const middleLane = present.filter((family) => family === first || (shares && family === 'lead'))
  const side = present.filter((family) => !middleLane.includes(family)).map((family) => [family])
  const all = middleLane.length > 0 ? [middleLane, ...side] : side

  const moves = roles.flatMap((from) =>
    from.moves.flatMap((move) => {
      const to = byId.get(move.role)
      return to && isWay(from, to, move.kind) ? [{ from, to, band: levels.indexOf(to.level) }] : []
    }),
  )
  const ways = [...new Map(moves.map((move) => [`${move.from.family} ${move.to.family} ${move.band}`, move])).values()]
  const extents = new Map(
    all.map((families) => {
      const bands = levelsOf(...families).map((level) => levels.indexOf(level))
      // What leaves a lane runs up beside it, to just below the level that it joins.
      const leaving = ways.filter(({ from }) => families.includes(from.family)).map(({ band }) => band - 1)
      return [families, { low: Math.min(...bands), high: Math.max(...bands, ...leaving) }] as const
    }),
  )
  const middleOf = (lanes: readonly Family[][]) => (middleLane.length > 0 ? lanes.indexOf(middleLane) : Math.floor(lanes.length / 2))
  const lanes = best(permutations(all), (order) => {
    const at = (family: Family) => order.findIndex((families) => families.includes(family))
    let cost = 2 * Math.abs(2 * middleOf(order) - (order.length - 1))
    for (const { from, to, band } of ways) {
      const a = Math.min(at(from.family), at(to.family))
      const b = Math.max(at(from.family), at(to.family))
      cost += b - a
      for (const between of order.slice(a + 1, b)) {
        const { low = 0, high = -1 } = extents.get(between) ?? {}
        if (low < band && band <= high) cost += 4
      }
    }
    return cost
  })
  return { lanes, middle: middleOf(lanes) }
}

/** The first of those that cost the least. */
function best<T>(candidates: readonly T[][], cost: (candidate: T[]) => number): T[] {
  let found: T[] = []
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const its = cost(candidate)
    if (its < least) {
      found = candidate
      least = its
    }
  }
  return found
}

/** All orders of at most seven things. */
function permutations<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]]
  return things.flatMap((thing, index) =>
    permutations([...things.slice(0, index), ...things.slice(index + 1)]).map((rest) => [thing, ...rest]),
  )
}
