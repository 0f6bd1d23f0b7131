import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { latticeOutline } from '#lib/lattice-outline.ts'
import { reasonText, routeNames } from '#lib/reader/route-words.ts'
import {
  addedCosts,
  type Cost,
  compareCosts,
  costsFrom,
  costsTo,
  isDetour,
  MOST_ROUTES,
  noRoute,
  type Route,
  routesBetween,
  type Stop,
  skillGaps,
  stopsOf,
} from '#lib/reader/routes.ts'

const lattice = latticeOutline(loadLibrary().library)
const roles = new Map(lattice.roles.map((role) => [role.id, role]))
const pairs = lattice.roles.flatMap((from) =>
  lattice.roles.flatMap((to) => (from === to ? [] : [{ from, to, routes: routesBetween(lattice.roles, from.id, to.id) }])),
)

const answers = new Map(pairs.map(({ from, to, routes }) => [`${from.id} ${to.id}`, routes.length]))

const stop = (id: string, moves: string[], rest: Partial<Stop> = {}): Stop => ({
  id,
  level: 1,
  entry: false,
  line: 'frontline',
  sides: ['provider'],
  asks: [],
  ...rest,
  moves: moves.map((to) => ({ to, kind: 'up' })),
})
const asks = (levels: Record<string, number>) => ({ asks: Object.entries(levels).map(([skill, level]) => ({ skill, level })) })
const ways = (stops: readonly Stop[], from: string, to: string) => routesBetween(stops, from, to).map((route) => stopsOf(route).join(' '))

/** Small lattices of every shape: circles, moves to oneself, to nowhere, twice to the same role. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const anyLattice = fc.tuple(
  ...IDS.map((id) =>
    fc
      .record({
        moves: fc.array(fc.constantFrom(...IDS, 'nowhere'), { maxLength: 4 }),
        level: fc.integer({ min: 1, max: 7 }),
        coaching: fc.integer({ min: 0, max: 4 }),
        reporting: fc.integer({ min: 0, max: 4 }),
      })
      .map(({ moves, level, ...levels }) => stop(id, moves, { level, ...asks(levels) })),
  ),
)
const anyEnd = fc.constantFrom(...IDS, 'nowhere')

/** Every simple path, the slow way, with its cost. */
function allPaths(stops: readonly Stop[], from: string, to: string): Cost[] {
  const at = (id: string) => stops.find((each) => each.id === id)
  const levels = (a: string, b: string) =>
    (at(b)?.asks ?? []).reduce(
      (sum, { skill, level }) => sum + Math.max(0, level - (at(a)?.asks.find((each) => each.skill === skill)?.level ?? 0)),
      0,
    )
  const walk = (path: string[]): Cost[] => {
    const last = path.at(-1) ?? ''
    if (last === to)
      return [{ moves: path.length - 1, levels: path.slice(1).reduce((sum, id, place) => sum + levels(path[place] ?? '', id), 0) }]
    return (at(last)?.moves ?? []).flatMap((move) => (at(move.to) && !path.includes(move.to) ? walk([...path, move.to]) : []))
  }
  return at(from) && at(to) && from !== to ? walk([from]) : []
}

describe('a route', () => {
  it('costs what its moves cost together, and begins and ends where it was asked to', () => {
    fc.assert(
      fc.property(anyLattice, anyEnd, anyEnd, (stops, from, to) => {
        for (const route of routesBetween(stops, from, to)) {
          expect(route.cost).toEqual({
            moves: route.legs.length,
            levels: route.legs.reduce((sum, { cost }) => sum + cost.levels, 0),
          })
          expect([route.legs[0]?.from, route.legs.at(-1)?.to]).toEqual([from, to])
          for (const [place, leg] of route.legs.entries()) {
            if (place > 0) expect(leg.from).toBe(route.legs[place - 1]?.to)
            expect(stops.find(({ id }) => id === leg.from)?.moves.map((move) => move.to)).toContain(leg.to)
          }
          expect(new Set(stopsOf(route)).size).toBe(route.legs.length + 1)
        }
      }),
    )
  })

  it('is first of all the cheapest there is, found wherever there is one', () => {
    fc.assert(
      fc.property(anyLattice, anyEnd, anyEnd, (stops, from, to) => {
        const [best] = allPaths(stops, from, to).sort(compareCosts)
        const [found] = routesBetween(stops, from, to)
        expect(found?.cost).toEqual(best)
      }),
    )
  })

  it('comes with at most two others, dearer or as dear, none twice and none a detour of one before', () => {
    fc.assert(
      fc.property(anyLattice, anyEnd, anyEnd, (stops, from, to) => {
        const routes = routesBetween(stops, from, to)
        expect(routes.length).toBeLessThanOrEqual(MOST_ROUTES)
        expect(new Set(routes.map((route) => stopsOf(route).join())).size).toBe(routes.length)
        for (const [place, route] of routes.entries())
          for (const before of routes.slice(0, place)) {
            expect(compareCosts(before.cost, route.cost)).toBeLessThanOrEqual(0)
            expect(isDetour(route, before)).toBe(false)
          }
      }),
    )
  })

  it('is the same one in whatever order the roles and their moves are given', () => {
    fc.assert(
      fc.property(anyLattice, anyEnd, anyEnd, (stops, from, to) => {
        const turned = [...stops].reverse().map((each) => ({ ...each, moves: [...each.moves].reverse() }))
        expect(ways(turned, from, to)).toEqual(ways(stops, from, to))
      }),
    )
  })

  it('takes fewer moves before fewer levels', () => {
    const stops = [stop('a', ['b', 'z']), stop('b', ['z'], asks({ coaching: 1 })), stop('z', [], asks({ coaching: 4 }))]
    // By way of b the largest move takes three levels instead of four.
    expect(ways(stops, 'a', 'z')).toEqual(['a z', 'a b z'])
    expect(routesBetween(stops, 'a', 'z').map(({ cost }) => cost)).toEqual([
      { moves: 1, levels: 4 },
      { moves: 2, levels: 4 },
    ])
  })

  it('is no detour that makes no move smaller', () => {
    const stops = [stop('a', ['b', 'z']), stop('b', ['z']), stop('z', [], asks({ coaching: 4 }))]
    expect(ways(stops, 'a', 'z')).toEqual(['a z'])
  })

  it('does not climb past both ends to come down again, unless there is no other', () => {
    const high = stop('high', ['z'], { level: 6 })
    const low = stop('low', ['z'], { level: 2 })
    const end = stop('z', [], { level: 2 })
    expect(ways([stop('a', ['high', 'low']), high, low, end], 'a', 'z')).not.toContain('a low high z')
    expect(ways([stop('a', ['low', 'high']), low, high, end], 'a', 'z')).toEqual(['a high z', 'a low z'])
    expect(ways([stop('a', ['high']), high, end], 'a', 'z')).toEqual(['a high z'])
  })
})

describe('the distance of roles', () => {
  it('is the cost of the best route, from either end', () => {
    fc.assert(
      fc.property(anyLattice, anyEnd, (stops, end) => {
        const [from, to] = [costsFrom(stops, end), costsTo(stops, end)]
        for (const { id } of stops) {
          if (id === end) continue
          expect(from.get(id)).toEqual(routesBetween(stops, end, id)[0]?.cost)
          expect(to.get(id)).toEqual(routesBetween(stops, id, end)[0]?.cost)
        }
        expect(from.get(end)).toEqual(end === 'nowhere' ? undefined : { moves: 0, levels: 0 })
      }),
    )
  })

  it('counts what is asked above, skill by skill, and nothing for what is asked less', () => {
    expect(skillGaps(asks({ coaching: 2, reporting: 3 }), asks({ reporting: 1, coaching: 3, writing: 2 }))).toEqual([
      { skill: 'coaching', have: 2, asked: 3 },
      { skill: 'writing', have: 0, asked: 2 },
    ])
    expect(addedCosts([])).toEqual({ moves: 0, levels: 0 })
  })
})

describe('all pairs of roles of the guide', () => {
  it('have a route along moves that are written, or a reason in words why there is none', () => {
    expect(pairs).toHaveLength(lattice.roles.length * (lattice.roles.length - 1))
    for (const { from, to, routes } of pairs) {
      if (routes.length > 0) {
        const names = routeNames(routes, roles, lattice.lines)
        expect(new Set(names).size, names.join(' | ')).toBe(routes.length)
        expect(names.join()).not.toMatch(/undefined|as $|as,/)
        for (const route of routes)
          for (const leg of route.legs) expect(roles.get(leg.from)?.moves.map((move) => move.to)).toContain(leg.to)
        continue
      }
      const { reasons, reachable, origins } = noRoute(lattice.roles, from, to)
      expect(reasons.length, `${from.id} ${to.id}`).toBeGreaterThan(0)
      for (const reason of reasons) expect(reasonText(reason, from, to, lattice.lines)).toMatch(/^[A-Z].*\.$/)
      // What is said to be near can be asked for, and answers.
      for (const id of reachable) expect(answers.get(`${from.id} ${id}`), `${from.id} ${id}`).toBeGreaterThan(0)
      for (const id of origins) expect(answers.get(`${id} ${to.id}`)).toBeGreaterThan(0)
      expect(reachable.length > 0).toBe(from.moves.length > 0)
      expect(origins.length > 0 || reasons.includes('no-way-in') || reasons.includes('entry')).toBe(true)
    }
  })
})

describe('why there is no route', () => {
  const reasons = (from: Stop, to: Stop, others: Stop[] = []) => noRoute([from, to, ...others], from, to).reasons

  it('is read off the roles', () => {
    expect(reasons(stop('a', ['b']), stop('z', [], { entry: true }), [stop('b', []), stop('c', ['z'])])).toEqual(['entry'])
    expect(reasons(stop('a', ['b'], { level: 5 }), stop('z', [], { level: 2 }), [stop('b', []), stop('c', ['z'])])).toEqual(['down'])
    expect(reasons(stop('a', []), stop('z', []))).toEqual(['no-way-in', 'last-stop'])
    expect(reasons(stop('a', ['b']), stop('z', [], { sides: ['client'] }), [stop('b', []), stop('c', ['z'])])).toEqual(['client-side'])
    expect(reasons(stop('a', ['b']), stop('z', [], { line: 'quality' }), [stop('b', []), stop('c', ['z'])])).toEqual(['line'])
    expect(reasons(stop('a', ['b']), stop('z', []), [stop('b', []), stop('c', ['z'])])).toEqual(['unwritten'])
  })

  it('comes with the three nearest on both ends, by the skills that lie between', () => {
    const from = stop('a', ['far', 'near', 'nearer', 'none'], asks({ coaching: 1 }))
    const to = stop('z', [], asks({ coaching: 4 }))
    const others = [
      stop('far', [], asks({ coaching: 1 })),
      stop('near', [], asks({ coaching: 2 })),
      stop('nearer', [], asks({ coaching: 3 })),
      stop('none', []),
      stop('other', ['z'], asks({ reporting: 4 })),
      stop('same', ['z'], asks({ coaching: 1 })),
    ]
    expect(noRoute([from, to, ...others], from, to)).toMatchObject({ reachable: ['nearer', 'near', 'far'], origins: ['same', 'other'] })
  })
})

describe('the names of routes', () => {
  const named = (from: string, to: string) => routeNames(routesBetween(lattice.roles, from, to), roles, lattice.lines)

  it('say the shortest, and what only the others pass', () => {
    const [first, ...others] = named('customer-service-representative', 'operations-manager')
    expect(first).toBe('The shortest')
    expect(others.every((name) => /^(?:By way of|With a stop as) /.test(name))).toBe(true)
  })

  it('do not call the only one the shortest', () => {
    const only = pairs.map(({ routes }) => routes).filter((routes): routes is [Route] => routes.length === 1)
    expect(only.length).toBeGreaterThan(0)
    for (const routes of only)
      expect(routeNames(routes, roles, lattice.lines)).toEqual([routes[0].legs.length === 1 ? 'One move' : 'The only way we can show'])
  })
})
