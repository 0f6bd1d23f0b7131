import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { type Family, familyNames } from '#lib/family.ts'
import { isWay, type MapRole, mapRoles } from '#lib/lattice.ts'
import { type Box, type LineMap, lineMap, type Point } from '#lib/line-map.ts'
import { textWidth } from '#lib/text-width.ts'

const real = mapRoles(loadLibrary('content').library)

const made = (id: string, family: Family, level: number, moves: MapRole['moves'] = [], title = `Role ${id}`): MapRole => ({
  id,
  title,
  address: `/roles/${id}/`,
  family,
  level,
  entry: level === 1,
  moves,
})

/** Any lattice at all: families and levels as they come, moves in circles, names of one letter or eighty. */
const anyRoles = (most: number) =>
  fc
    .array(
      fc.record({
        family: fc.constantFrom(...familyNames),
        level: fc.integer({ min: 1, max: 7 }),
        title: fc.oneof(
          fc.constantFrom('QA', 'Team leader', 'Customer service representative', 'Workforce management reporting analyst'),
          longName(),
        ),
        moves: fc.array(fc.record({ to: fc.nat(), kind: fc.constantFrom('up', 'across', 'specialist') }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((drafts) =>
      drafts.map(({ family, level, title, moves }, index) =>
        made(
          `r${index}`,
          family,
          level,
          moves.map(({ to, kind }) => ({ role: `r${to % drafts.length}`, kind })).filter(({ role }) => role !== `r${index}`),
          title,
        ),
      ),
    )

function longName() {
  return fc
    .array(fc.constantFrom('Senior', 'of', 'Workforce', 'management', 'and', 'Übertragungsaufgaben'), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(' ').slice(0, 80))
}

/** A lattice that grows as ours may: beside every third role another two that lead where it leads. */
const crowd: MapRole[] = real.flatMap((role, index) =>
  index % 3 === 0
    ? [role, ...['Senior', 'Bilingual'].map((word) => ({ ...role, id: `${word}-${role.id}`, title: `${word} ${role.title}` }))]
    : [role],
)

interface Stroke {
  name: string
  colour: Family
  from: Point
  to: Point
}
const strokesOf = (map: LineMap): Stroke[] => [
  ...map.lines.map(({ family, x, from, to }) => ({
    name: `line ${family}`,
    colour: family,
    from: [x, from] as Point,
    to: [x, to] as Point,
  })),
  ...map.branches.flatMap(({ family, points, sources }) =>
    points.slice(1).map((to, index) => ({ name: `way ${sources} to ${family}`, colour: family, from: points[index] ?? to, to })),
  ),
]

/** What is written: names with their signs, line names, levels, title, legend, colophon. */
const wordsOf = (map: LineMap): { name: string; box: Box }[] => [
  ...map.stations.map(({ role, label }) => ({ name: role.id, box: label.box })),
  ...map.lines.map(({ family, head }) => ({ name: `name of ${family}`, box: head.box })),
  ...map.zones.map(({ name, box }) => ({ name, box })),
  { name: 'title', box: map.title },
  { name: 'legend', box: map.legend },
  { name: 'colophon', box: map.colophon },
]

const meets = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
/** Whether a straight piece of line, four units to each side, comes into a box. */
function enters({ from, to }: Stroke, { x, y, width, height }: Box): boolean {
  for (let step = 0; step <= 40; step++) {
    const px = from[0] + ((to[0] - from[0]) * step) / 40
    const py = from[1] + ((to[1] - from[1]) * step) / 40
    if (from[0] !== to[0] && from[1] !== to[1] && px > x - 3 && px < x + width + 3 && py > y - 3 && py < y + height + 3) return true
  }
  const straight = {
    x: Math.min(from[0], to[0]) - 4,
    y: Math.min(from[1], to[1]) - 4,
    width: Math.abs(to[0] - from[0]) + 8,
    height: Math.abs(to[1] - from[1]) + 8,
  }
  return (from[0] === to[0] || from[1] === to[1]) && meets(straight, { x, y, width, height })
}

/** Everything that lies on something else, in words. */
function overlaps(map: LineMap): string[] {
  const found: string[] = []
  const words = wordsOf(map)
  for (const [index, a] of words.entries()) {
    for (const b of words.slice(index + 1)) if (meets(a.box, b.box)) found.push(`${a.name} lies on ${b.name}`)
    for (const stroke of strokesOf(map)) if (enters(stroke, a.box)) found.push(`${stroke.name} runs over ${a.name}`)
    for (const station of map.stations)
      for (const x of [station.x, ...station.boards.map((board) => board.x)])
        if (meets(a.box, { x: x - 6, y: station.y - 6, width: 12, height: 12 })) found.push(`station ${station.role.id} lies on ${a.name}`)
    if (a.box.x < 0 || a.box.y < 0 || a.box.x + a.box.width > map.width || a.box.y + a.box.height > map.height)
      found.push(`${a.name} stands outside`)
  }
  for (const [index, a] of map.stations.entries())
    for (const b of map.stations.slice(index + 1))
      if (Math.hypot(a.x - b.x, a.y - b.y) < 14) found.push(`station ${a.role.id} lies on ${b.role.id}`)
  return found
}

/** Pieces of different lines that run on one another: parallel, and nearer than their strokes are wide. */
function bundledBadly(map: LineMap): string[] {
  const strokes = strokesOf(map)
  return strokes.flatMap((a, index) =>
    strokes.slice(index + 1).flatMap((b) => {
      if (a.colour === b.colour) return []
      for (const [along, across] of [
        [1, 0],
        [0, 1],
      ] as const) {
        if (a.from[across] !== a.to[across] || b.from[across] !== b.to[across]) continue
        const shared =
          Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along])) -
          Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along]))
        if (shared > 1 && Math.abs(a.from[across] - b.from[across]) < 9) return [`${a.name} runs on ${b.name}`]
      }
      return []
    }),
  )
}

const CASES: [string, MapRole[]][] = [
  ['the published roles', real],
  ['a lone role', [made('only', 'frontline', 1)]],
  ['a lone role that is no first job', [made('only', 'workforce', 4)]],
  ['no frontline', real.filter(({ family }) => family !== 'frontline')],
  ['nobody who leads', real.filter(({ family }) => family !== 'lead')],
  ['an empty line', real.filter(({ family }) => family !== 'quality')],
  ['one role more', [...real, made('new', 'quality', 3, [{ role: 'operations-manager', kind: 'up' }], 'Calibration lead')]],
  [
    'names of eighty characters',
    real.map((role) => ({ ...role, title: `${role.title} ${'of the extended enterprise '.repeat(4)}`.slice(0, 80) })),
  ],
  [
    'a name beside the title whose line ends below it',
    [
      made('r0', 'lead', 5, [], 'Workforce management reporting analyst'),
      made('r1', 'frontline', 5, [], 'Senior Senior management management'),
      made('r2', 'quality', 1, [], 'QA'),
      made('r3', 'lead', 5, [], 'Customer service representative'),
      made('r4', 'specialist', 1, [], 'QA'),
    ].map((role) =>
      role.id === 'r1'
        ? {
            ...role,
            moves: [
              { role: 'r2', kind: 'up' },
              { role: 'r0', kind: 'up' },
            ],
          }
        : role,
    ),
  ],
  ['sixty roles', crowd],
  [
    'forty first jobs',
    Array.from({ length: 40 }, (_, index) => made(`j${index}`, 'frontline', 1, [{ role: `j${(index + 1) % 40}`, kind: 'across' }])),
  ],
]

describe.each(CASES)('the map of %s', (_, roles) => {
  const map = lineMap(roles)

  it('writes nothing on lines, stations or other words', () => {
    expect(overlaps(map)).toEqual([])
  })

  it('lays lines side by side, never on one another', () => {
    expect(bundledBadly(map)).toEqual([])
  })

  it('has a station for every role', () => {
    expect(map.stations.map(({ role }) => role.id).sort()).toEqual(roles.map(({ id }) => id).sort())
  })
})

it('the crowd is one', () => {
  expect(crowd.length).toBeGreaterThanOrEqual(60)
})

describe('any lattice', () => {
  it('is drawn with every station, nothing written on anything, lines side by side, in straight and slanted pieces only', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anyRoles(24), (roles) => {
        const map = lineMap(roles)
        expect(map.stations).toHaveLength(roles.length)
        expect(overlaps(map)).toEqual([])
        expect(bundledBadly(map)).toEqual([])
        expect(notOctilinear(map)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

function notOctilinear(map: LineMap): string[] {
  return strokesOf(map).flatMap(({ name, from, to }) => {
    const [dx, dy] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])]
    return dx < 0.2 || dy < 0.2 || Math.abs(dx - dy) < 0.3 ? [] : [`${name}: ${from} to ${to}`]
  })
}

describe('the map', () => {
  const map = lineMap(real)
  const station = (id: string) => map.stations.find(({ role }) => role.id === id)
  const byId = new Map(real.map((role) => [role.id, role]))
  const moves = real.flatMap((from) =>
    from.moves.flatMap(({ role, kind }) => {
      const to = byId.get(role)
      return to ? [{ from, to, kind }] : []
    }),
  )

  it('shows every move: along the line, as a way that one boards there, or as a sign', () => {
    expect(moves.length).toBeGreaterThan(100)
    const missing = moves.filter(({ from, to, kind }) => {
      if (from.family === to.family) return false
      const sign = station(from.id)?.label.signs.find(({ family }) => family === to.family)
      if (!sign) return true
      if (!isWay(from, to, kind)) return false
      const boards = station(from.id)?.boards.some(({ family }) => family === to.family)
      const way = map.branches.some(({ sources, targets }) => sources.includes(from.id) && targets.includes(to.id))
      return !(sign.drawn && boards && (way || station(from.id)?.x !== undefined))
    })
    expect(missing.map(({ from, to }) => `${from.id} to ${to.id}`)).toEqual([])
  })

  it('draws a way from lane to lane only where the data have a move', () => {
    for (const { family, sources, targets } of map.branches)
      for (const source of sources)
        expect(
          moves.some(({ from, to, kind }) => from.id === source && to.family === family && targets.includes(to.id) && kind !== 'across'),
        ).toBe(true)
    for (const { role, boards } of map.stations)
      for (const { family } of boards)
        expect(moves.some(({ from, to, kind }) => from.id === role.id && to.family === family && kind !== 'across')).toBe(true)
  })

  it('leads every way from its lowest station to a station of its line', () => {
    for (const { family, points, sources } of map.branches) {
      const [first, last] = [points[0], points.at(-1)]
      expect(
        map.stations.some(
          ({ role, y, boards }) => sources.includes(role.id) && y === first?.[1] && boards.some(({ x }) => x === first?.[0]),
        ),
      ).toBe(true)
      expect(map.stations.some(({ role, x, y }) => role.family === family && x === last?.[0] && y === last?.[1])).toBe(true)
    }
  })

  it('rises with responsibility', () => {
    for (const a of map.stations) for (const b of map.stations) if (a.role.level < b.role.level) expect(a.y).toBeGreaterThan(b.y)
  })

  it('runs at right angles and at 45 degrees only', () => {
    expect(notOctilinear(map)).toEqual([])
  })

  it('lets few lines cross: no more than it has to today', () => {
    expect(crossings(map)).toBeLessThanOrEqual(6)
  })

  it('is the same map for the same roles, and has the shape of a sheet across', () => {
    expect(JSON.stringify(lineMap(mapRoles(loadLibrary('content').library)))).toBe(JSON.stringify(map))
    expect(map.width / map.height).toBeGreaterThan(1.2)
    expect(map.width / map.height).toBeLessThan(1.5)
  })

  it('has the names of lines in a width that was measured, and breaks those of stations at spaces', () => {
    expect(textWidth('Team leader', 10)).toBeCloseTo(56.13, 5)
    for (const { role, label } of map.stations) expect(label.lines.join(' ')).toBe(role.title)
  })
})

/** Where pieces of different colours cross. */
function crossings(map: LineMap): number {
  const strokes = strokesOf(map)
  const side = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
  return strokes.reduce(
    (sum, a, index) =>
      sum +
      strokes
        .slice(index + 1)
        .filter(
          (b) =>
            a.colour !== b.colour &&
            side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
            side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0,
        ).length,
    0,
  )
}
