/**
 * How many slips of the finger lie between two words: a letter left out, put in, changed, or two neighbours swapped.
 * Above `most` the answer is `most + 1`. (Optimal string alignment, the restricted form of Damerau and Levenshtein's distance.)
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      line.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = above
    above = line
  }
  return Math.min(above[b.length] ?? 0, most + 1)
}

/** How many slips a word of this length may hold and still be the same word. */
export const slipsAllowed = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2)

const pairsOf = (text: string) => Array.from({ length: text.length + 1 }, (_, index) => ` ${text} `.slice(index, index + 2))

/** How alike two texts look, from 0 to 1: the share of letter pairs that they have in common (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  const left = pairsOf(a)
  const right = pairsOf(b)
  const free = new Map<string, number>()
  for (const pair of right) free.set(pair, (free.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of left) {
    const count = free.get(pair) ?? 0
    if (count === 0) continue
    free.set(pair, count - 1)
    common++
  }
  return (2 * common) / (left.length + right.length)
}
