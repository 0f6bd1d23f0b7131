/**
 * Words that sell, fill or threaten and say nothing about a floor. Each is a pattern for whole words in any case. Left out on purpose:
 * "at the end of the day", which is a time here, and "empathy", which is a line of the quality form.
 */
const FILLER = [
  'fast-paced',
  'dynamic(?:ally)?',
  'seamless(?:ly)?',
  'robust(?:ly)?',
  'leverag(?:es?|ed|ing)',
  'synerg\\w*',
  'cutting-edge',
  'state-of-the-art',
  'best-in-class',
  'world-class',
  'game-chang\\w*',
  'ever-(?:changing|evolving)',
  'holistic(?:ally)?',
  'paradigms?',
  'passionate(?:ly)?',
  'rock ?stars?',
  'delv(?:es?|ed|ing)',
  'unlock (?:your|the)',
  'unleash\\w*',
  "in today['’]s",
  'in the realm of',
  'plays? an? (?:vital|crucial|key|pivotal|important) role',
  "(?:it is|it['’]s) (?:important|worth) (?:to note|noting)",
  'needless to say',
  'first and foremost',
  'last but not least',
  'in conclusion',
  'when it comes to',
  'a testament to',
  'look no further',
  'think outside the box',
  'hit the ground running',
  'to the next level',
]

const PATTERN = new RegExp(String.raw`(?<![\w-])(?:${FILLER.join('|').replaceAll(' ', '\\s+')})(?![\w-])`, 'gi')

/** Every filler phrase in a text, with its place in characters. */
export const fillerIn = (text: string) =>
  [...text.matchAll(PATTERN)].map(({ 0: found, index }) => ({ found: found.replace(/\s+/g, ' '), index }))
