import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, foldedWords, isContextWord, isStopWord, wordsIn } from '#lib/reader/search-words.ts'

describe('a word', () => {
  it.each([
    ['Leaders', 'leader'],
    ['salaries', 'salary'],
    ['process', 'process'],
    ['status', 'status'],
    ['analysis', 'analysis'],
    ['KPIs', 'kpi'],
    ['Kierowników', 'kierownikow'],
    ['złoty', 'zloty'],
    ['Bogotá', 'bogota'],
    ['centers', 'centre'],
    ['program', 'programme'],
    ['utilization', 'utilisation'],
    ['labor', 'labour'],
    ["can't", 'cant'],
    ['O*NET', 'onet'],
    ['size', 'size'],
  ])('is compared without what readers leave out or spell otherwise: %s as %s', (word, as) => {
    expect(folded(word)).toBe(as)
  })

  it('is cut where no word of the guide is as long', () => {
    expect(folded('x'.repeat(100_000))).toHaveLength(32)
  })
})

describe('the words of a text', () => {
  it('stand between everything that is no letter and no figure', () => {
    expect(foldedWords('A “warm” transfer/hand-off, 24/7 (P&L)… 🙂')).toEqual(['a', 'warm', 'transfer', 'hand', 'off', '24', '7', 'p', 'l'])
    expect(foldedWords('\u0000\u200b — ??')).toEqual([])
    expect(foldedWords('مدير team')).toEqual(['مدير', 'team'])
  })

  it('are where they say they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let end = 0
        for (const { folded: word, from, to } of wordsIn(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(folded(text.slice(from, to))).toBe(word)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('are told apart by what they say', () => {
    expect(['how', 'the', 'magkano', 'ano', 'ile', 'que', 'salary', 'team'].map(isStopWord)).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
      false,
      false,
    ])
    expect([...foldedWords('call center'), 'team'].map(isContextWord)).toEqual([true, true, false])
  })
})
