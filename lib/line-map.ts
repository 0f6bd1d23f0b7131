import { FAMILIES, type Family, familyNames } from './family.ts'
import { lattice, type MapRole, type Place, type Way } from './lattice.ts'
import { roleLevel } from './role-level.ts'
import { evenly, textWidth } from './text-width.ts'

export type Point = [x: number, y: number]
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
/** The small badge of a line beside a name: here you can change to it. `drawn` when the map also shows the way. */
export interface Sign {
  family: Family
  drawn: boolean
  x: number
  y: number
}
export interface Label {
  lines: string[]
  anchor: 'start' | 'end'
  x: number
  /** Baseline of the first line. */
  y: number
  signs: Sign[]
  box: Box
}
export interface Station {
  role: MapRole
  x: number
  y: number
  /** Other lines that stop here, each at its own track. */
  boards: { family: Family; x: number }[]
  label: Label
}
/** A line of the map: its straight run from the lowest stop to the highest. */
export interface Line {
  family: Family
  x: number
  from: number
  to: number
  /** The badge at its end, with the name of the line beside it. */
  head: { y: number; nameX: number; nameY: number; anchor: 'start' | 'end'; box: Box }
  /** The badge where ways join it from below. */
  foot: number | undefined
}
/** A way from the stations of one lane onto a line, in the colour of that line. Its corners are sharp here; drawing rounds them. */
export interface Branch {
  family: Family
  points: Point[]
  sources: string[]
  targets: string[]
}
export interface LineMap {
  width: number
  height: number
  /** Levels of responsibility, lowest first: a band each, with its name. */
  zones: { level: number; name: string; top: number; bottom: number; box: Box }[]
  lines: Line[]
  branches: Branch[]
  /** Line by line, each from its lowest station up. */
  stations: Station[]
  title: Box
  legend: Box
  colophon: Box
}

export const TEXT = 17
export const LINE_HEIGHT = 19
export const SIGN = 17
export const HEAD_TEXT = 20
export const LEVEL_TEXT = 15
const LEGEND = { width: 570, height: 244 }
const TITLE = { width: 540, height: 76 }
const COLOPHON = { width: 560, height: 36 }
const MARGIN = 26
const LEVEL_COLUMN = 162
/** The names of levels, the title and the legend have the left edge; lanes begin here. */
const START = MARGIN + LEVEL_COLUMN
/** From track to track where lines run side by side. */
const PITCH = 11
/** From a line to the first track beside it: its badges need the room. Where everybody starts it is the pitch. */
const BESIDE = 20
const CORNER = 30
/** How much more a corner cuts off on the next track outwards, so that the slants stay a pitch apart. */
const NEST = PITCH * (2 - Math.SQRT2)
const MOST_NESTED = 4
const LABEL_WIDTH = 250
/** Where nothing stands beside the first jobs, their names may be long. */
const ALONE_WIDTH = 520
const LABEL_GAP = 15
const SIGN_STEP = SIGN + 3
const SIGN_GAP = 7
const ROW_GAP = 10
const LANE_GAP = 22
const MIN_LANE = 104
/** Width to height: of a sheet across, less its margins. */
const ASPECT = 1.36

interface Spot extends Place {
  /** Height over the foot of the map: everything is placed from below, and turned over at the end. */
  up: number
  text: string[]
  width: number
  half: number
}
interface Route extends Omit<Way, 'sources' | 'targets'> {
  sources: Spot[]
  targets: Spot[]
  side: -1 | 1
  track: number
  slot: number
}
/** Something beside a lane, and how far it reaches from the lane's middle. */
interface Reach {
  low: number
  high: number
  by: number
}

/**
 * The whole lattice as a metro map, in units of one CSS pixel at full size. Each line runs upwards in a lane, level by level. A
 * promotion or specialist move onto another line is a way in that line's colour: it starts as a track beside the line that is left,
 * at the station where one boards it, crosses between two levels, where no name stands, and joins the other line from below. Ways
 * onto the same line and level run into one. Every other change of lines is a sign beside the station's name.
 *
 * The same roles give the same map; a new role needs no hand.
 */
export function lineMap(roles: readonly MapRole[]): LineMap {
  const { levels, lanes, middle, places, ways, joined, tracks } = lattice(roles)
  const laneOf = (family: Family) => lanes.findIndex((families) => families.includes(family))
  const starts = (lanes[middle] ?? []).some((family) => family === 'frontline' || family === 'lead')
  const outward = (lane: number): -1 | 1 => (lane < middle ? -1 : 1)
  const alone = levels.map((_, band) => starts && places.every((place) => place.lane === middle || place.band > band))

  const spots = places.map((place): Spot => ({ ...place, up: 0, ...measured(place, alone[place.band] ? ALONE_WIDTH : LABEL_WIDTH) }))
  const spotOf = new Map(spots.map((spot) => [spot.role.id, spot]))
  const spotsOf = (some: readonly Place[]) => some.flatMap(({ role }) => spotOf.get(role.id) ?? [])
  const routes = ways.map(
    (way): Route => ({
      ...way,
      sources: spotsOf(way.sources),
      targets: spotsOf(way.targets),
      side: way.lane < way.from ? -1 : 1,
      track: 0,
      slot: 0,
    }),
  )
  const reached = new Map([...joined].map(([family, from]) => [family, spotsOf(from)]))
  const ofFamily = (family: Family) => spots.filter(({ role }) => role.family === family)
  const topBand = (family: Family) => Math.max(...[...ofFamily(family), ...(reached.get(family) ?? [])].map(({ band }) => band))
  const lowBand = (family: Family) => Math.min(...ofFamily(family).map(({ band }) => band))
  /** The frontline ends where other lines begin: its name stands at its foot, where everybody starts. */
  const footed = (family: Family) => family === 'frontline'

  // Heights, from the foot up: below each level the tracks that cross there, then its rows.
  const zones: { bottom: number; top: number; row: number }[] = []
  let height = MARGIN
  for (const [band] of levels.entries()) {
    const here = spots.filter((spot) => spot.band === band)
    const bottom = Math.max(...here.filter(({ row }) => row === 0).map(({ half }) => half))
    const crossing = tracks[band] ?? []
    // A name at the foot of a line stands below its lowest row.
    const below = familyNames.some((family) => footed(family) && lowBand(family) === band) ? footGap(bottom) + 10 : bottom
    if (crossing.length > 0) {
      height += 14 + CORNER + NEST * Math.min(crossing.length - 1, MOST_NESTED)
      for (const [index, family] of crossing.entries())
        for (const route of routes) if (route.band === band && route.family === family) route.track = height + index * PITCH
      height += (crossing.length - 1) * PITCH
      const foot = crossing.some((family) => lowBand(family) === band) ? 26 : 12
      height += Math.max(CORNER + foot, CORNER + 4 + below)
    } else height += below + (band > 0 ? 24 : 0)
    const pitch = Math.max(
      0,
      ...here.flatMap((upper) =>
        here
          .filter((lower) => lower.lane === upper.lane && lower.row === upper.row - 1)
          .map((lower) => upper.half + lower.half + (alone[band] ? ROW_GAP / 2 : ROW_GAP)),
      ),
    )
    for (const spot of here) spot.up = height + spot.row * pitch
    const ends = (spot: Spot) => (lanes[spot.lane] ?? []).some((family) => !footed(family) && topBand(family) === band)
    const top = Math.max(...here.map((spot) => spot.up + spot.half + (ends(spot) ? 34 : 0)))
    zones.push({ bottom: height - bottom, top, row: height })
    height = top
  }
  height += MARGIN

  // Side by side in a lane: who leaves last runs next to the line, so that nobody crosses a neighbour on leaving.
  const spans = (route: Route): [number, number] => {
    const ups = [route.track, ...route.sources.map(({ up }) => up)]
    return [Math.min(...ups), Math.max(...ups)]
  }
  const rails = (lane: number, side: -1 | 1) => (side < 0 ? (lanes[lane]?.length ?? 1) - 1 : 0)
  const offset = ({ from, side, slot }: Route) =>
    starts && from === middle ? (rails(from, side) + 1 + slot) * PITCH : BESIDE + slot * PITCH
  for (const [lane] of lanes.entries())
    for (const side of [-1, 1] as const) {
      const here = routes.filter((route) => route.from === lane && route.side === side).sort((a, b) => b.track - a.track)
      for (const [index, route] of here.entries()) {
        const [low, high] = spans(route)
        // Beside the first jobs tracks stand close; elsewhere they leave room for the badges on the line.
        const close = route.sources.every(({ band, up }) => alone[band] && up < route.track)
        route.slot = starts && lane === middle && !close ? 1 : 0
        const beside = here.slice(0, index).filter((other) => spans(other)[0] < high + PITCH && low < spans(other)[1] + PITCH)
        while (beside.some(({ slot }) => slot === route.slot)) route.slot += 1
      }
    }

  // Each line's run, from its lowest stop to the badge above its highest.
  const runs = familyNames.flatMap((family) => {
    const own = ofFamily(family)
    if (own.length === 0) return []
    const all = [...own, ...(reached.get(family) ?? [])]
    const low = Math.min(...all.map(({ up }) => up))
    const high = Math.max(...all.map(({ up }) => up))
    const end = footed(family) ? low : high
    const half = Math.max(...all.filter(({ up }) => up === end).map((spot) => spot.half))
    return [{ family, lane: laneOf(family), low, high, head: footed(family) ? low - footGap(half) : high + Math.max(33, half + 18) }]
  })
  const besideBy = (lane: number, side: -1 | 1, low: number, high: number) =>
    Math.max(
      rails(lane, side) * PITCH,
      ...routes
        .filter((route) => route.from === lane && route.side === side && spans(route)[0] < high && low < spans(route)[1] + 4)
        .map(offset),
    )
  const labelOffset = ({ lane, band }: Place) =>
    LABEL_GAP + besideBy(lane, outward(lane), (zones[band]?.bottom ?? 0) - 8, (zones[band]?.top ?? 0) + 8)
  const headOffset = ({ lane, head }: (typeof runs)[number]) => {
    const tracksBy = besideBy(lane, outward(lane), head - 16, head + 16)
    return 19 + Math.max(0, tracksBy - 4)
  }
  const shift = (family: Family) => (family === 'frontline' && (lanes[laneOf(family)]?.length ?? 0) > 1 ? -PITCH : 0)

  // Two lanes stand as near as what stands between them at one height allows: names, tracks and lines.
  const reaches = lanes.map((_, lane) => {
    const sides: Record<-1 | 1, Reach[]> = { [-1]: [], 1: [] }
    for (const run of runs.filter((each) => each.lane === lane)) {
      const [low, high] = [Math.min(run.low, run.head) - 44, Math.max(run.high, run.head) + 14]
      for (const side of [-1, 1] as const) sides[side].push({ low, high, by: 14 + Math.abs(shift(run.family)) })
      const by = headOffset(run) + textWidth(FAMILIES[run.family].name, HEAD_TEXT, true) + (footed(run.family) ? 90 : 0)
      sides[outward(lane)].push({ low: run.head - 12, high: run.head + 12, by })
    }
    for (const route of routes.filter((each) => each.from === lane)) {
      const [low, high] = spans(route)
      sides[route.side].push({ low, high, by: offset(route) + 6 })
      sides[route.side === 1 ? -1 : 1].push({ low, high, by: 6 - offset(route) })
    }
    for (const spot of spots.filter((each) => each.lane === lane))
      sides[outward(lane)].push({ low: spot.up - spot.half, high: spot.up + spot.half, by: labelOffset(spot) + spot.width })
    return sides
  })
  const apart = (left: number, right: number) =>
    Math.max(
      (right - left) * MIN_LANE,
      ...(reaches[left]?.[1] ?? []).flatMap((a) =>
        (reaches[right]?.[-1] ?? []).map((b) => (a.low - 6 < b.high && b.low < a.high + 6 ? a.by + b.by + LANE_GAP : 0)),
      ),
    )
  /** How far a lane reaches to a side between two heights; nothing there reaches infinitely little. */
  const reach = (lane: number, side: -1 | 1, from = 0, to = height) =>
    Math.max(...(reaches[lane]?.[side] ?? []).filter(({ low, high }) => low < to && from < high).map(({ by }) => by))
  const laneX: number[] = []
  for (const [lane] of lanes.entries()) laneX.push(Math.max(START + reach(lane, -1), ...laneX.map((x, before) => x + apart(before, lane))))
  const rightEdge = (from = 0, to = height) => Math.max(...laneX.map((x, lane) => x + reach(lane, 1, from, to)))
  // Room to spare goes between the lanes, up to the shape of a sheet.
  const spare = Math.min(Math.max((height * ASPECT - rightEdge() - MARGIN) / Math.max(lanes.length - 1, 1), 0), 120)
  for (const [lane, x] of laneX.entries()) laneX[lane] = Math.round(x + lane * spare)
  const railX = (family: Family) => (laneX[laneOf(family)] ?? 0) + shift(family)
  const routeX = (route: Route) => (laneX[route.from] ?? 0) + route.side * offset(route)
  const width = Math.ceil(Math.max(rightEdge(), START + LEGEND.width, START + TITLE.width) + MARGIN)

  // The title stands beside the upper end of the map, the legend beside its first jobs, where they have room; else above and below.
  const underTitle = height - MARGIN - TITLE.height - 8
  const titleBeside =
    routes.every(({ track }) => track < underTitle) &&
    laneX.every((x, lane) => {
      const [left, right] = [reach(lane, -1, underTitle), reach(lane, 1, underTitle)]
      return Math.max(left, right) === Number.NEGATIVE_INFINITY || x - Math.max(left, 0) > START + TITLE.width
    })
  if (!titleBeside) height += TITLE.height + 12
  const first = zones[0]?.top ?? 0
  const legendBeside =
    alone[0] === true && (tracks[0] ?? []).length === 0 && (laneX[middle] ?? 0) - reach(middle, -1, 0, first) - 24 > START + LEGEND.width
  const below = legendBeside ? Math.max(0, LEGEND.height + MARGIN + 16 - first) : LEGEND.height + 24
  const besideColophon = width - MARGIN - COLOPHON.width - 16
  const taken = Math.max(START + LEGEND.width, legendBeside ? rightEdge(0, MARGIN + COLOPHON.height + 8 - below) : 0)
  const strip = taken > besideColophon ? COLOPHON.height + 16 : 0
  const lift = below + strip
  height = Math.round(height + lift)
  const y = (up: number) => round(height - up - lift)

  const lines = runs.map((run): Line => {
    const { family, lane, low, high } = run
    const lowest = lowBand(family)
    const side = outward(lane)
    const head = y(run.head)
    const nameX = railX(family) + side * headOffset(run)
    const nameWidth = textWidth(FAMILIES[family].name, HEAD_TEXT, true)
    return {
      family,
      x: railX(family),
      from: footed(family) ? head : y(low),
      to: footed(family) ? y(high) : head,
      head: {
        y: head,
        nameX,
        nameY: head + 7,
        anchor: side === 1 ? 'start' : 'end',
        box: { x: side === 1 ? nameX : nameX - nameWidth, y: head - 9, width: nameWidth, height: 20 },
      },
      foot: routes.some((route) => route.family === family && route.band === lowest) ? y((zones[lowest]?.row ?? 0) - 25) : undefined,
    }
  })

  const branches = routes.map((route): Branch => {
    const [low, high] = spans(route)
    const start = route.track === high ? low : high
    const joins = Math.min(...ofFamily(route.family).flatMap(({ band, up }) => (band === route.band ? [up] : [])))
    // Tracks that turn together keep their distance on the slant.
    const within = routes.filter(
      (other) => other.from === route.from && other.side === route.side && other.band === route.band && other.track < route.track,
    ).length
    const corners: Point[] = [
      [routeX(route), y(start)],
      [routeX(route), y(route.track)],
      [railX(route.family), y(route.track)],
      [railX(route.family), y(joins)],
    ]
    return {
      family: route.family,
      points: cut(corners, start > route.track ? CORNER / 2 : CORNER + NEST * Math.min(within, MOST_NESTED)),
      sources: route.sources.map(({ role }) => role.id),
      targets: route.targets.map(({ role }) => role.id),
    }
  })

  const stations = familyNames.flatMap((family) =>
    ofFamily(family)
      .sort((a, b) => a.up - b.up)
      .map((spot): Station => {
        const boards = [
          ...routes.filter((route) => route.sources.includes(spot)).map((route) => ({ family: route.family, x: routeX(route) })),
          ...[...reached].filter(([, from]) => from.includes(spot)).map(([other]) => ({ family: other, x: railX(other) })),
        ].sort((a, b) => a.x - b.x)
        const side = outward(spot.lane)
        const x = (laneX[spot.lane] ?? 0) + side * labelOffset(spot)
        return { role: spot.role, x: railX(family), y: y(spot.up), boards, label: label(spot, x, y(spot.up), side) }
      }),
  )
  return {
    width,
    height,
    zones: levels.map((level, band) => {
      const edge = (lower: number) => y(((zones[lower]?.top ?? 0) * 2 + (zones[lower + 1]?.bottom ?? 0)) / 3)
      const { name } = roleLevel(level)
      return {
        level,
        name,
        top: band < levels.length - 1 ? edge(band) : 0,
        bottom: band > 0 ? edge(band - 1) : height,
        box: { x: MARGIN, y: y(zones[band]?.row ?? 0) - 9, width: textWidth(name, LEVEL_TEXT), height: 18 },
      }
    }),
    lines,
    branches,
    stations,
    title: { x: START, y: MARGIN, ...TITLE },
    legend: { x: START, y: legendBeside ? y(first) : height - strip - LEGEND.height - MARGIN, ...LEGEND },
    colophon: { x: width - MARGIN - COLOPHON.width, y: height - MARGIN - COLOPHON.height, ...COLOPHON },
  }
}

/** From the lowest stop of a line to the badge below it. */
const footGap = (half: number) => Math.max(32, half + 14)

const round = (value: number) => Math.round(value * 10) / 10

const signsWidth = ({ changes }: Place) => (changes.length > 0 ? SIGN_GAP + changes.length * SIGN_STEP - (SIGN_STEP - SIGN) : 0)

/** The lines of a name, and the room it takes with its signs. */
function measured(place: Place, most: number): { text: string[]; width: number; half: number } {
  const text = evenly(place.role.title, TEXT, most - signsWidth(place))
  return {
    text,
    width: Math.max(...text.map((line) => textWidth(line, TEXT))) + signsWidth(place),
    half: (text.length * LINE_HEIGHT) / 2,
  }
}

function label({ text, changes, boards, width, half }: Spot, x: number, y: number, side: -1 | 1): Label {
  const first = Math.max(...text.map((line) => textWidth(line, TEXT))) + SIGN_GAP + SIGN / 2
  return {
    lines: text,
    anchor: side === 1 ? 'start' : 'end',
    x,
    y: y - half + LINE_HEIGHT - 4,
    signs: changes.map((family, index) => ({
      family,
      drawn: boards.includes(family),
      x: x + side * (first + (side === 1 ? index : changes.length - 1 - index) * SIGN_STEP),
      y,
    })),
    box: { x: side === 1 ? x : x - width, y: y - half, width, height: 2 * half },
  }
}

/** Right-angled corners cut at 45 degrees: the first by `first`, the others by the usual. */
const cut = (points: readonly Point[], first: number): Point[] =>
  points.flatMap((point, index): Point[] => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before || !after) return [point]
    const room = Math.min(distance(point, before) / (index === 1 ? 1 : 2), distance(point, after) / (index === 1 ? 2 : 1))
    const size = Math.min(index === 1 ? first : CORNER, room)
    return [towards(point, before, size), towards(point, after, size)]
  })

const distance = ([x, y]: Point, [toX, toY]: Point) => Math.abs(toX - x) + Math.abs(toY - y)
const towards = ([x, y]: Point, [toX, toY]: Point, by: number): Point => [
  round(x + Math.sign(toX - x) * by),
  round(y + Math.sign(toY - y) * by),
]
