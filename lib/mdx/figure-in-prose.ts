import { CURRENCIES } from '../fields.ts'

const MONEY_WORDS = 'dollars?|pesos?|rupees?|pounds?(?! of)|rand|euros?|z[lł]oty(?:ch)?|cents?|pence|lakhs?|crores?'
const NUMBER = String.raw`\d[\d,. \u00a0]*(?:k|m|bn|thousand|million|billion)?`

const PATTERNS = [
  new RegExp(String.raw`(?:US|C|A|R|NZ)?[$£€₱₹₦¥]\s?${NUMBER}`, 'i'),
  new RegExp(String.raw`${NUMBER}\s?[$£€₱₹₦¥]`, 'i'),
  new RegExp(String.raw`\b(?:${CURRENCIES.join('|')}|Rs\.?|Php)\s?${NUMBER}`),
  new RegExp(String.raw`${NUMBER}\s?(?:${CURRENCIES.join('|')})\b`),
  new RegExp(String.raw`\b${NUMBER}\s?(?:${MONEY_WORDS})\b`, 'i'),
  /\bR\s?\d[\d ,.]{2,}/,
  /\d\s?[%٪％]/,
  /\b\d[\d.,]*\s?(?:per\s?cent|percent|pct|percentage points?)\b/i,
]

/** Where `text` types an amount of money or a percentage, or undefined. Such numbers belong in a figure. */
export function figureInProse(text: string): { index: number; found: string } | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text)
    if (match) return { index: match.index, found: match[0].trim() }
  }
  return undefined
}
