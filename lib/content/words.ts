import { NO_WORD } from '../mdx/passages.ts'

/** A word of a text, in lower case, from `start` to before `end` (characters). */
export interface Word {
  word: string
  start: number
  end: number
  /** Something that is no word stands before it: a figure, a quotation, a piece of code. */
  cut: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu

/** The words of a text in order. Words joined by a hyphen or an apostrophe are one. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const anyCut = text.includes(NO_WORD)
  let end = 0
  for (const { 0: found, index } of text.matchAll(WORD)) {
    words.push({
      word: found.toLowerCase().replace('’', "'"),
      start: index,
      end: index + found.length,
      cut: anyCut && text.slice(end, index).includes(NO_WORD),
    })
    end = index + found.length
  }
  return words
}

/** A name of one word or more, and what it names. */
interface Name<T> {
  words: string[]
  /** The spelling that must be met, for abbreviations. */
  exact?: string
  /** Nothing but white space stands between its words, so nothing else may stand there in the text. */
  unbroken: boolean
  what: T[]
}

const BREAK = /[,;:.!?()–—]/

/** Finds names among the words of a text: the longest that begins at a word. A plural s is passed over. */
export class Names<T> {
  private readonly byFirst = new Map<string, Name<T>[]>()

  add(name: string, what: T, exactly = false) {
    const words = wordsOf(name).map(({ word }) => word)
    const [first] = words
    if (first === undefined) return
    const list = this.byFirst.get(first) ?? []
    const exact = exactly ? name : undefined
    const same = list.find((each) => each.exact === exact && each.words.join(' ') === words.join(' '))
    if (same) same.what.push(what)
    else list.push({ words, what: [what], unbroken: !BREAK.test(name), ...(exact ? { exact } : {}) })
    list.sort((a, b) => b.words.length - a.words.length)
    this.byFirst.set(first, list)
  }

  /** The longest name whose first word is `words[index]`, and how many words it has. */
  at(text: string, words: readonly Word[], index: number): { what: T[]; length: number } | undefined {
    const first = words[index]?.word ?? ''
    for (const list of [this.byFirst.get(first), first.endsWith('s') ? this.byFirst.get(first.slice(0, -1)) : undefined])
      for (const name of list ?? []) if (isHere(name, text, words, index)) return { what: name.what, length: name.words.length }
    return undefined
  }
}

function isHere<T>({ words: wanted, exact, unbroken }: Name<T>, text: string, words: readonly Word[], index: number): boolean {
  const last = wanted.length - 1
  for (const [offset, word] of wanted.entries()) {
    const found = words[index + offset]
    if (!found || (offset > 0 && found.cut)) return false
    if (found.word !== word && !(offset === last && found.word === `${word}s`)) return false
  }
  const written = text.slice(words[index]?.start, words[index + last]?.end)
  return exact === undefined ? !(unbroken && BREAK.test(written)) : written === exact || written === `${exact}s`
}
