/** A word of a text: what a search compares (`folded`) and where it stands. */
export interface Word {
  folded: string
  /** Characters into the text: first, and one past the last. */
  from: number
  to: number
}

/** Longer words are nobody's question; without an end they would cost a comparison with every word of the guide. */
const LONGEST_WORD = 32

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’*]*/gu
/** Letters that no decomposition turns into plain ones. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }
/** Spellings of other countries, written the way the guide writes. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/center/, 'centre'],
  [/^program$/, 'programme'],
  [/(?<=[a-z]{3}[^aeiou])iz(?=e|ing|ation)/, 'is'],
  [/^(lab|behavi|col|fav)or/, '$1our'],
  [/^dialer/, 'dialler'],
  [/^modell/, 'model'],
]

/** Texts repeat their words: an index holds each of its words five times. What came before is looked up. */
const before = new Map<string, string>()
const MOST_BEFORE = 10_000

/** One word as it is compared: no capitals, accents or plural, spelt as the guide spells. */
export function folded(word: string): string {
  const cut = word.slice(0, LONGEST_WORD)
  const known = before.get(cut)
  if (known !== undefined) return known
  const made = fold(cut)
  if (before.size < MOST_BEFORE) before.set(cut, made)
  return made
}

function fold(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’*]/gu, '')
    .replace(/[łøđßæœ]/g, (letter) => LETTERS[letter] ?? letter)
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), singular(plain))
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|sis)$/.test(word)) return word
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

/** Every word of a text in order. Punctuation, emoji and control characters are no words. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const plain = folded(word)
    return plain ? [{ folded: plain, from: index, to: index + word.length }] : []
  })
}

/** The words of a text as they are compared. */
export const foldedWords = (text: string): string[] => wordsIn(text).map((word) => word.folded)

/** Words that questions are made of and that say nothing about their matter: English, then Filipino, Spanish, Polish and Hindi as typed. */
const STOP_WORDS = new Set(
  foldedWords(
    `a an the and or but if of to in on at for from by with about into as than then so vs versus between
    i me my we our you your he she they their this that these those there it its one
    am is are was were be been being do does did done have has had having can could should would will shall may might must cant dont
    what which who whom whose when where why how whats hows im ill
    mean meaning means definition define explain tell please really very just also any some more most much many
    want need know like go going good difference different get getting got make use
    ang ng mga sa ano paano ba po ko na ay para kung si ni yung pwede
    el la los las un una unos de del que como en es por con mi se lo al y o
    jak co w z na ile czy za sie jest dla
    kya hai kaise ka ki ke ko hota hoti kare karne`,
  ),
)

export const isStopWord = (word: string) => STOP_WORDS.has(word)

/** Words that say only what the whole guide is about: beside other words they tell little. */
const CONTEXT_WORDS = new Set(foldedWords('call contact center bpo job career company employee'))

export const isContextWord = (word: string) => CONTEXT_WORDS.has(word)
