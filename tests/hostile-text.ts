import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { wildText } from './any-progress.ts'

/** What a browser may meet instead of what the guide wrote. */

/** A value of the lists in tests/fixtures/browser/: text, or text that is built from a repeated part. */
type Value = string | { repeat: [before: string, part: string, times: number, after: string] }

/** The cases of one list, each as text. */
export function casesOf(list: 'storage' | 'share-links'): { id: string; text: string }[] {
  const { cases } = JSON.parse(readFileSync(`tests/fixtures/browser/${list}.json`, 'utf8')) as { cases: { id: string; value: Value }[] }
  return cases.map(({ id, value }) => ({ id, text: typeof value === 'string' ? value : repeated(value.repeat) }))
}

const repeated = ([before, part, times, after]: [string, string, number, string]) => before + part.repeat(times) + after

/** Pieces that break readers who trust what they get. */
const HOSTILE = [
  '__proto__',
  '"__proto__":{"polluted":true},',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '<script>hostile()</script>',
  'javascript:hostile()',
  '%00',
  '\u0000',
  '%E2%80%AE',
  '\u202e',
  '%',
  '%ZZ',
  '\ud800',
  '"',
  '\\',
  '[[[[[[[[',
  '{"version":',
  '1e999',
  '-1',
  'null',
  '&plan=',
  '#',
  '=',
  'z',
  '-_-_',
  '{{constructor.constructor("hostile()")()}}',
]

/** One wound: `text` cut, doubled, turned over or with something strange put in at a place. */
type Wound = (text: string) => string
const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (text: string, share: number) => Math.floor(share * text.length)
const wound: fc.Arbitrary<Wound> = fc.oneof(
  place.map(
    (share): Wound =>
      (text) =>
        text.slice(0, at(text, share)),
  ),
  place.map(
    (share): Wound =>
      (text) =>
        text.slice(at(text, share)),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 9 })).map(
    ([share, length]): Wound =>
      (text) => {
        const from = at(text, share)
        return text.slice(0, from) + text.slice(from + length)
      },
  ),
  fc.tuple(place, fc.oneof(fc.constantFrom(...HOSTILE), wildText)).map(
    ([share, strange]): Wound =>
      (text) => {
        const from = at(text, share)
        return text.slice(0, from) + strange + text.slice(from)
      },
  ),
  fc.tuple(place, fc.integer({ min: 0x20, max: 0x7e })).map(
    ([share, code]): Wound =>
      (text) => {
        const from = at(text, share)
        return text.slice(0, from) + String.fromCharCode(code) + text.slice(from + 1)
      },
  ),
  fc.tuple(place, place).map(
    ([one, two]): Wound =>
      (text) => {
        const [from, to] = [at(text, Math.min(one, two)), at(text, Math.max(one, two))]
        return text.slice(0, to) + text.slice(from)
      },
  ),
  fc.constant<Wound>((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '?'))),
  fc.constant<Wound>((text) => text.toUpperCase()),
)

/** The text with one to four wounds. */
export const wounded = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.array(wound, { minLength: 1, maxLength: 4 })).map(([whole, wounds]) => wounds.reduce((now, hurt) => hurt(now), whole))
