import type { LatticeRole } from './lattice-outline.ts'
import { listed } from './listed.ts'
import type { Cost, MoveKind, Reason, Route } from './routes.ts'
import { stopsOf } from './routes.ts'

/** How a move and its cost are said. */

export const MOVE_WORDS: Record<MoveKind, string> = { up: 'up', across: 'across', specialist: 'to a specialist desk' }

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
export const movesText = (moves: number) => `${NUMBERS[moves] ?? moves} ${moves === 1 ? 'move' : 'moves'}`
export const levelsText = (levels: number) =>
  levels === 0 ? 'no level of skill to gain' : `${levels} ${levels === 1 ? 'level' : 'levels'} of skill to gain`
export const costText = ({ moves, levels }: Cost) => `${movesText(moves)}, ${levelsText(levels)}`

export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A title inside a sentence: "quality analyst", but "BPO manager". */
export const inSentence = (title: string) => (/^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1))

/** What each route is called: the first is the shortest, the others go by the stops that only they make. */
export function routeNames(
  routes: readonly Route[],
  roles: ReadonlyMap<string, LatticeRole>,
  lines: readonly { id: string; name: string }[],
): string[] {
  const passed = new Set<string>()
  return routes.map((route, index) => {
    const stops = stopsOf(route)
    const between = stops.slice(1, -1)
    const own = between.filter((id) => !passed.has(id))
    for (const id of between) passed.add(id)
    if (index === 0) return routes.length > 1 ? 'The shortest' : between.length === 0 ? 'One move' : 'The only way we can show'
    const named = (own.length > 0 ? own : between).flatMap((id) => roles.get(id) ?? [])
    const titles = listed(named.map(({ title }) => inSentence(title)))
    const ends = [stops[0], stops.at(-1)].map((id) => roles.get(id ?? '')?.line)
    const [line, ...others] = new Set(named.map((role) => role.line))
    const name = others.length === 0 && !ends.includes(line) ? lines.find(({ id }) => id === line)?.name : undefined
    return name ? `By way of ${inSentence(name)}: as ${titles}` : `With a stop as ${titles}`
  })
}

/** Why there is no route, in one sentence for each reason. */
export function reasonText(reason: Reason, from: LatticeRole, to: LatticeRole, lines: readonly { id: string; name: string }[]): string {
  const [there, here] = [inSentence(to.title), inSentence(from.title)]
  const line = inSentence(lines.find(({ id }) => id === to.line)?.name ?? to.line)
  switch (reason) {
    case 'entry':
      return `${to.title} is a first job: people get it without experience of the work, so you can apply without any move before it.`
    case 'down':
      return `It would lead down: ${there} stands on level ${to.level} of the map, ${here} on level ${from.level}.`
    case 'no-way-in':
      return `No role of the guide names a move to ${there}.`
    case 'last-stop':
      return `The guide names no move that starts from ${here}.`
    case 'client-side':
      return `${to.title} is a post on the client’s side, and no move to it is written from where you could get.`
    case 'line':
      return `No move from ${here}, or from any role after it, changes to another role of the line “${line}”.`
    case 'unwritten':
      return `Nobody has written a move that leads from ${here} to ${there}, directly or in steps.`
  }
}
