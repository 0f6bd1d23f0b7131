import { ownWords, type Stretch } from './stretch.ts'
import type { Names } from './words.ts'

/** A run of words that stands in two articles. Places are characters into a stretch. */
export interface Repeat {
  first: { stretch: Stretch; from: number }
  second: { stretch: Stretch; from: number }
  /** As the second writes it. */
  text: string
}

/** A run this long is no accident. Shorter ones are turns of phrase. */
const RUN = 8

/**
 * Runs of eight words or more that stand in two different articles, each once per pair. A name counts as one word: it cannot be said
 * otherwise. A run that stands in many articles is reported against the first of them.
 *
 * All words become numbers in one row, and every eight in a row are looked up by a hash, so a whole guide takes a fraction of a second.
 */
export function repeats(stretches: readonly Stretch[], names: Names<unknown>): Repeat[] {
  const row = rowOf(stretches, names)
  const { ids } = row
  const size = 2 ** Math.ceil(Math.log2(ids.length * 2 + 2))
  /** Where eight words first stood, plus one; 0 is free. */
  const table = new Int32Array(size)
  const found: Repeat[] = []
  const seen = new Set<string>()
  const entryAt = (position: number) => stretches[row.stretch[position] as number]?.entry
  let next = 0
  let whole = 0
  for (let end = 0; end < ids.length; end++) {
    whole = ids[end] === CUT ? 0 : whole + 1
    if (whole < RUN) continue
    const start = end - RUN + 1
    let slot = hash(ids, start) & (size - 1)
    while (table[slot] !== 0 && !isSame(ids, (table[slot] as number) - 1, start)) slot = (slot + 1) & (size - 1)
    const before = (table[slot] as number) - 1
    if (before < 0) {
      table[slot] = start + 1
      continue
    }
    if (start < next || entryAt(before) === entryAt(start)) continue
    let length = RUN
    while (ids[start + length] !== CUT && ids[start + length] === ids[before + length]) length++
    next = start + length - RUN + 1
    const at = (position: number) => ({
      stretch: stretches[row.stretch[position] as number] as Stretch,
      from: row.from[position] as number,
    })
    const second = at(start)
    const text = second.stretch.text.slice(second.from, row.to[start + length - 1]).replace(/\s+/g, ' ')
    const key = `${entryAt(before)?.file}\0${entryAt(start)?.file}\0${text.toLowerCase()}`
    if (!seen.has(key)) found.push({ first: at(before), second, text })
    seen.add(key)
  }
  return found
}

/** Where the row is cut: runs do not go on from one stretch to the next, nor across a figure or a quotation. */
const CUT = 0

/** The words of all stretches in one row: the number of each, the stretch it stands in, and its place there. */
function rowOf(stretches: readonly Stretch[], names: Names<unknown>) {
  const numbers = new Map<string, number>()
  const ids: number[] = []
  const stretch: number[] = []
  const from: number[] = []
  const to: number[] = []
  const add = (id: number, ...place: [stretch: number, from: number, to: number]) => {
    ids.push(id)
    stretch.push(place[0])
    from.push(place[1])
    to.push(place[2])
  }
  for (const [place, each] of stretches.entries()) {
    const { text, words } = ownWords(each)
    add(CUT, place, 0, 0)
    for (let index = 0; index < words.length; ) {
      const length = names.at(text, words, index)?.length ?? 1
      const first = words[index] as { word: string; start: number; cut: boolean }
      const last = words[index + length - 1] as { end: number }
      const word =
        length === 1
          ? first.word
          : words
              .slice(index, index + length)
              .map((one) => one.word)
              .join(' ')
      const id = numbers.get(word) ?? numbers.size + 1
      numbers.set(word, id)
      if (first.cut) add(CUT, place, first.start, first.start)
      add(id, place, first.start, last.end)
      index += length
    }
  }
  return { ids: Int32Array.from([...ids, CUT]), stretch, from, to }
}

function hash(ids: Int32Array, start: number): number {
  let value = 0
  for (let index = start; index < start + RUN; index++) value = Math.imul(value ^ (ids[index] as number), 0x9e3779b1) ^ (value >>> 15)
  return (value ^ (value >>> 16)) >>> 0
}

function isSame(ids: Int32Array, a: number, b: number): boolean {
  for (let index = 0; index < RUN; index++) if (ids[a + index] !== ids[b + index]) return false
  return true
}
