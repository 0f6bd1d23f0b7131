import type { MoveTime } from './lattice-outline.ts'

export interface RouteTime {
  /** Least and most, in months. */
  months: readonly [low: number, high: number]
  /** The parts come from different sources, so the sum is rough. */
  rough: boolean
}

/**
 * How long the moves of a route take together, by the shortest and the longest that sources give for each; undefined as soon as one
 * of them has no sourced time, or without any move.
 */
export function routeTime(moves: readonly (readonly MoveTime[])[]): RouteTime | undefined {
  if (moves.length === 0 || moves.some((times) => times.length === 0)) return undefined
  const sum = (ofMove: (months: number[]) => number, end: 0 | 1) =>
    moves.reduce((total, times) => total + ofMove(times.map(({ months }) => months[end])), 0)
  return {
    months: [sum((months) => Math.min(...months), 0), sum((months) => Math.max(...months), 1)],
    rough: new Set(moves.flat().map(({ address }) => address)).size > 1,
  }
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
