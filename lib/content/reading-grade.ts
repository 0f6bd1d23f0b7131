import { syllable } from 'syllable'
import { NO_WORD } from '../mdx/passages.ts'
import type { AnyEntry } from './library.ts'
import { isNoteOnSource, type Stretch, stretchesOf } from './stretch.ts'
import { wordsOf } from './words.ts'

interface Sentence {
  stretch: Stretch
  /** Characters into the stretch. */
  from: number
  words: number
  syllables: number
}

/** Below this many words one long sentence decides the grade, which then says nothing of the article. */
const FEWEST_WORDS = 100

/**
 * The school year in which an American pupil reads a text easily, by Flesch and Kincaid:
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of New Readability Formulas for Navy Enlisted Personnel,
 * Research Branch Report 8-75, 1975.
 */
export const fleschKincaid = ({ sentences, words, syllables }: { sentences: number; words: number; syllables: number }) =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59

interface Reading {
  grade: number
  longest: Sentence
}

const read = new WeakMap<AnyEntry, Reading | undefined>()

/** The reading grade of an article's running prose and its longest sentence, or undefined when it has too little prose to tell. */
export function readingGrade(entry: AnyEntry): Reading | undefined {
  if (!read.has(entry)) read.set(entry, grade(entry))
  return read.get(entry)
}

function grade(entry: AnyEntry): Reading | undefined {
  const sentences = stretchesOf(entry).filter(isRunning).flatMap(sentencesOf)
  const sum = (of: 'words' | 'syllables') => sentences.reduce((total, sentence) => total + sentence[of], 0)
  const words = sum('words')
  if (words < FEWEST_WORDS) return undefined
  return {
    grade: fleschKincaid({ sentences: sentences.length, words, syllables: sum('syllables') }),
    longest: sentences.reduce((longest, sentence) => (sentence.words > longest.words ? sentence : longest)),
  }
}

/** Paragraphs, and fields that hold whole sentences. Labels, headings and cells are no sentences and would flatter the grade. */
const isRunning = (stretch: Stretch) =>
  stretch.passage
    ? stretch.passage.kind === 'paragraph' && !stretch.passage.quoted
    : !isNoteOnSource(stretch) && /[.?!]["”’)]?$/.test(stretch.text)

const SENTENCE_END = /(?<=[.?!…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}\ufffc])/u

function sentencesOf(stretch: Stretch): Sentence[] {
  let from = 0
  return stretch.text.split(SENTENCE_END).flatMap((text) => {
    const start = stretch.text.indexOf(text, from)
    from = start + text.length
    const words = wordsOf(text.replaceAll(NO_WORD, ' '))
    if (words.length === 0) return []
    return [{ stretch, from: start, words: words.length, syllables: words.reduce((total, { word }) => total + syllablesOf(word), 0) }]
  })
}

const known = new Map<string, number>()

function syllablesOf(word: string): number {
  const count = known.get(word) ?? Math.max(1, syllable(word))
  known.set(word, count)
  return count
}
