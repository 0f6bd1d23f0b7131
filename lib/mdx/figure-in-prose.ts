import { CURRENCIES } from '../fields.ts'

/** Codes of countries the guide does not write about, which a writer may still type. */
const OTHER_CODES =
  'AED BDT BGN CHF CNY CRC CZK DKK DOP GHS GTQ HKD IDR ILS JPY KES KRW LKR MAD NGN NOK NZD RON SAR SEK SGD THB TTD TWD UAH VND'.split(' ')
const CODES = [...CURRENCIES, ...OTHER_CODES, 'usd', 'eur', 'gbp', 'php', 'inr', 'zar', 'Php', 'Rs\\.?', 'rs\\.?'].join('|')
const MONEY_WORDS =
  'dollars?|pesos?|rupees?|pounds?(?! of)|rand|euros?|z[lł]oty(?:ch)?|yen|naira|ringgit|shillings?|francs?|quid|bucks|cents?|pence|lakhs?|crores?'
const PLACES =
  '(?:(?:us|u\\.s\\.|american|canadian|australian|philippine|indian|pakistani|jamaican|mexican|colombian|egyptian|british|south african)\\s)?'
/** Digits of any script, as people group them. Its length is bounded, so that a wall of digits costs no time. */
const NUMBER = String.raw`\p{Nd}[\p{Nd},.'’\s]{0,30}(?:[\s-]?(?:k|m|bn|thousand|million|billion)\b)?`
const PERCENT = '[%٪％﹪‰]'

const PATTERNS = [
  new RegExp(String.raw`(?:\b(?:US|C|A|R|NZ|S|HK|J))?\p{Sc}\s{0,3}${NUMBER}`, 'iu'),
  new RegExp(String.raw`${NUMBER}\s{0,3}(?:\p{Sc}|zł)`, 'iu'),
  new RegExp(String.raw`\b(?:${CODES})\s{0,3}${NUMBER}`, 'u'),
  new RegExp(String.raw`${NUMBER}\s{0,3}(?:${CODES})(?![\p{L}\p{Nd}])`, 'u'),
  new RegExp(String.raw`${NUMBER}[\s-]{0,3}${PLACES}(?:${MONEY_WORDS})\b`, 'iu'),
  new RegExp(String.raw`\b(?:pesos?|rupees?|dollars?|euros?)\s{1,3}${NUMBER}`, 'iu'),
  /\bR\s?\p{Nd}[\p{Nd} ,.]{2,}/u,
  new RegExp(String.raw`\p{Nd}\s{0,3}${PERCENT}`, 'u'),
  /\p{Nd}[\s-]{0,3}(?:per[\s-]?cents?|pct\b|percentage[\s-]points?)/iu,
]

/** Where `text` types an amount of money or a percentage, or undefined. Such numbers belong in a figure. */
export function figureInProse(text: string): { index: number; found: string } | undefined {
  // Most prose has no digit, and every pattern needs one.
  if (!/\p{Nd}/u.test(text)) return undefined
  let first: { index: number; found: string } | undefined
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text)
    if (match && (first === undefined || match.index < first.index))
      first = { index: match.index, found: match[0].trim().replace(/\s+/g, ' ') }
  }
  return first
}
