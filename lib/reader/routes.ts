/**
 * Routes through the lattice of roles. Pure and without any content of its own: it knows roles by what they ask and by the moves
 * that start from them.
 */

export type MoveKind = 'up' | 'across' | 'specialist'

/** What the search must know of a role. */
export interface Stop {
  id: string
  /** 1 first job to 7 site and above. */
  level: number
  /** People get it without experience of the work. */
  entry: boolean
  /** The line it stands on. */
  line: string
  sides: readonly string[]
  /** Skills with levels, 1 foundation to 4 expert. */
  asks: readonly { skill: string; level: number }[]
  moves: readonly { to: string; kind: MoveKind }[]
}

/** What a move or a route costs: changes of job first, then levels of skill. Costs add up part by part. */
export interface Cost {
  moves: number
  /** Over all skills that the next role asks: levels above what the role before asks. */
  levels: number
}

export interface Leg {
  from: string
  to: string
  kind: MoveKind
  cost: Cost
}

export interface Route {
  /** One leg or more, end to end. */
  legs: readonly Leg[]
  /** The sum of the legs' costs. */
  cost: Cost
}

/** A skill that the next role asks above the role before. */
export interface SkillGap {
  skill: string
  /** What the role before asks; 0 when it does not ask the skill. */
  have: number
  asked: number
}

/** What `to` asks above `from`, in the order in which `to` lists it. */
export function skillGaps(from: Pick<Stop, 'asks'>, to: Pick<Stop, 'asks'>): SkillGap[] {
  const levels = new Map(from.asks.map(({ skill, level }) => [skill, level]))
  return to.asks.flatMap(({ skill, level }) => {
    const have = levels.get(skill) ?? 0
    return level > have ? [{ skill, have, asked: level }] : []
  })
}

const levelsBetween = (from: Stop, to: Stop) => skillGaps(from, to).reduce((sum, { have, asked }) => sum + asked - have, 0)

export const addedCosts = (costs: readonly Cost[]): Cost =>
  costs.reduce((sum, { moves, levels }) => ({ moves: sum.moves + moves, levels: sum.levels + levels }), { moves: 0, levels: 0 })

/** Fewer moves before fewer levels. */
export const compareCosts = (a: Cost, b: Cost) => a.moves - b.moves || a.levels - b.levels

/** At most this many routes are of use to a reader at once. */
export const MOST_ROUTES = 3
/** A way round may take this many moves more than the shortest. */
const MOST_EXTRA = 2

const byId = (stops: readonly Stop[]) => new Map(stops.map((stop) => [stop.id, stop]))

/** Every move between two roles that are there, by the role it starts from, with its cost. */
function legsFrom(stops: readonly Stop[]): Map<string, Leg[]> {
  const known = byId(stops)
  return new Map(
    stops.map((from) => [
      from.id,
      from.moves.flatMap(({ to, kind }, place) => {
        const target = known.get(to)
        const first = from.moves.findIndex((move) => move.to === to) === place
        return target && first && to !== from.id
          ? [{ from: from.id, to, kind, cost: { moves: 1, levels: levelsBetween(from, target) } }]
          : []
      }),
    ]),
  )
}

/** The least cost from each role to `to`, itself included; roles from which it is not reached are missing. */
export function costsTo(stops: readonly Stop[], to: string): Map<string, Cost> {
  const into = new Map<string, Leg[]>()
  for (const legs of legsFrom(stops).values()) for (const leg of legs) into.set(leg.to, [...(into.get(leg.to) ?? []), leg])
  return leastCosts(stops, to, (id) => (into.get(id) ?? []).map((leg) => [leg.from, leg.cost]))
}

/** The least cost to each role from `from`, itself included; roles that are not reached are missing. */
export function costsFrom(stops: readonly Stop[], from: string): Map<string, Cost> {
  const out = legsFrom(stops)
  return leastCosts(stops, from, (id) => (out.get(id) ?? []).map((leg) => [leg.to, leg.cost]))
}

/** Move by move from `start`: as fewer moves always cost less, each round settles the roles it reaches first. */
function leastCosts(stops: readonly Stop[], start: string, next: (id: string) => [id: string, cost: Cost][]): Map<string, Cost> {
  const found = new Map<string, Cost>()
  let round = new Map<string, Cost>(stops.some(({ id }) => id === start) ? [[start, { moves: 0, levels: 0 }]] : [])
  while (round.size > 0) {
    for (const [id, cost] of round) found.set(id, cost)
    const after = new Map<string, Cost>()
    for (const [id, cost] of round)
      for (const [to, step] of next(id)) {
        if (found.has(to)) continue
        const sum = addedCosts([cost, step])
        const known = after.get(to)
        if (!known || compareCosts(sum, known) < 0) after.set(to, sum)
      }
    round = after
  }
  return found
}

/** The roles of a route in order. */
export const stopsOf = ({ legs }: Route): string[] => legs.flatMap(({ from, to }, index) => (index === 0 ? [from, to] : [to]))

const hardest = ({ legs }: Route) => Math.max(...legs.map(({ cost }) => cost.levels))

/** Whether `route` passes every stop of `other` in its order and makes no step of it smaller. */
export function isDetour(route: Route, other: Route): boolean {
  const stops = stopsOf(route)
  let at = 0
  for (const stop of stopsOf(other)) {
    at = stops.indexOf(stop, at) + 1
    if (at === 0) return false
  }
  return stops.length > stopsOf(other).length && hardest(route) >= hardest(other)
}

/**
 * The best routes, at most three, cheapest first; of equal cost the one whose ids come first. No role stands twice on a route. Behind
 * the first, none climbs past both ends to come down again, and none is a detour of one that is given. Empty when there is no route,
 * when an end is unknown, or when both are the same role.
 */
export function routesBetween(stops: readonly Stop[], from: string, to: string): Route[] {
  const known = byId(stops)
  const [start, end] = [known.get(from), known.get(to)]
  const left = costsTo(stops, to)
  const least = left.get(from)
  if (!start || !end || from === to || !least) return []
  const out = legsFrom(stops)
  const most = least.moves + MOST_EXTRA
  const routes: Route[] = []
  const walk = (at: string, legs: readonly Leg[], seen: ReadonlySet<string>) => {
    if (at === to) {
      routes.push({ legs, cost: addedCosts(legs.map(({ cost }) => cost)) })
      return
    }
    for (const leg of out.get(at) ?? []) {
      const rest = left.get(leg.to)
      if (rest && !seen.has(leg.to) && legs.length + 1 + rest.moves <= most) walk(leg.to, [...legs, leg], new Set(seen).add(leg.to))
    }
  }
  walk(from, [], new Set([from]))
  routes.sort((a, b) => compareCosts(a.cost, b.cost) || (stopsOf(a).join() < stopsOf(b).join() ? -1 : 1))
  const top = Math.max(start.level, end.level)
  const climbsPast = (route: Route) => stopsOf(route).some((id) => (known.get(id)?.level ?? 0) > top)
  const shown: Route[] = []
  for (const route of routes) {
    if (shown.length === MOST_ROUTES) break
    if (shown.length > 0 && (climbsPast(route) || shown.some((other) => isDetour(route, other)))) continue
    shown.push(route)
  }
  return shown
}

/** Why no route leads from one role to another, as far as the data tell. */
export type Reason =
  /** People get the target without experience: nobody needs a move for it. */
  | 'entry'
  /** The target stands on a lower level. */
  | 'down'
  /** No move leads to the target at all. */
  | 'no-way-in'
  /** No move starts from the role at all. */
  | 'last-stop'
  /** The target is a post on the client's side only. */
  | 'client-side'
  /** Nothing that can be reached stands on the line of the target. */
  | 'line'
  /** None of these: nobody has written a move. */
  | 'unwritten'

export interface NoRoute {
  /** One at least. */
  reasons: readonly Reason[]
  /** Roles that are reached from the one end, nearest in skills to the other first. */
  reachable: readonly string[]
  /** Roles from which a move leads to the target, nearest in skills to the start first. */
  origins: readonly string[]
}

const MOST_NEAR = 3

/** How far two roles are apart in what they ask, whichever way one looks: a role that asks far more is no near one. */
const apart = (a: Stop, b: Stop) => levelsBetween(a, b) + levelsBetween(b, a)

/** Why there is no route, and what lies nearest on both ends. For two roles that differ and have no route. */
export function noRoute(stops: readonly Stop[], from: Stop, to: Stop): NoRoute {
  const reached = costsFrom(stops, from.id)
  const others = stops.filter(({ id }) => id !== from.id && id !== to.id)
  const near = (among: readonly Stop[], far: (stop: Stop) => number) =>
    among
      .map((stop) => ({ stop, far: far(stop) }))
      .sort((a, b) => a.far - b.far || (a.stop.id < b.stop.id ? -1 : 1))
      .slice(0, MOST_NEAR)
      .map(({ stop }) => stop.id)
  const origins = others.filter(({ moves }) => moves.some((move) => move.to === to.id))
  const holds: Record<Reason, boolean> = {
    entry: to.entry,
    down: to.level < from.level,
    'no-way-in': origins.length === 0,
    'last-stop': from.moves.length === 0,
    'client-side': to.sides.every((side) => side === 'client'),
    line: from.line !== to.line && !others.some(({ id, line }) => line === to.line && reached.has(id)),
    unwritten: true,
  }
  const reasons = (Object.keys(holds) as Reason[]).filter((reason) => reason !== 'unwritten' && holds[reason])
  return {
    reasons: reasons.length > 0 ? reasons : ['unwritten'],
    reachable: near(
      others.filter(({ id }) => reached.has(id)),
      (stop) => apart(stop, to),
    ),
    origins: near(origins, (stop) => apart(from, stop)),
  }
}
