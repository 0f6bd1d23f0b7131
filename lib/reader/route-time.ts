import type { MoveTime } from './lattice-outline.ts'

export interface RouteTime {
  /** Least and most, in months. */
  months: readonly [low: number, high: number]
  /** The parts come from different sources, so the sum is rough. */
  rough: boolean
}

/** How long the moves of a route take together; undefined as soon as one of them has no sourced time, or without any move. */
export function routeTime(times: readonly (MoveTime | undefined)[]): RouteTime | undefined {
  const known = times.filter((time) => time !== undefined)
  if (known.length === 0 || known.length < times.length) return undefined
  const sum = (end: 0 | 1) => known.reduce((total, { months }) => total + months[end], 0)
  return { months: [sum(0), sum(1)], rough: new Set(known.map(({ address }) => address)).size > 1 }
}

const length = (months: number) => (months >= 24 && months % 12 === 0 ? months / 12 : months)

/** "18 to 36 months", "2 to 4 years", "6 months": whole months, and whole years where both ends are. */
export function monthsInWords([low, high]: readonly [low: number, high: number]): string {
  const [from, to] = [Math.max(1, Math.round(low)), Math.max(1, Math.round(high))]
  const years = [from, to].every((months) => length(months) !== months)
  const [first, last] = years ? [from / 12, to / 12] : [from, to]
  const unit = years ? 'years' : last === 1 ? 'month' : 'months'
  return first === last ? `${last} ${unit}` : `${first} to ${last} ${unit}`
}
