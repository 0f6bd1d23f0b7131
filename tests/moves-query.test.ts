import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MoveChoices } from '#lib/reader/lattice-outline.ts'
import { movesQuery, readMovesQuery } from '#lib/reader/moves-query.ts'

const CHOICES: MoveChoices = {
  lines: [
    { id: 'frontline', name: 'Frontline', roles: [{ id: 'agent', title: 'Agent' }] },
    { id: 'lead', name: 'People lead', roles: [{ id: 'team-leader', title: 'Team leader' }] },
  ],
  countries: [{ id: 'india', code: 'IN', name: 'India' }],
  former: { supervisor: 'team-leader' },
}
const read = (search: string) => readMovesQuery(search, CHOICES)

describe('the address of the move planner', () => {
  it.each([
    ['', {}],
    ['?from=agent', { from: 'agent' }],
    ['?to=team-leader', { to: 'team-leader' }],
    ['?from=agent&to=team-leader&country=india', { from: 'agent', to: 'team-leader', country: 'india' }],
    ['?country=IN', { country: 'india' }],
    ['?from=agent&to=agent', { from: 'agent', to: 'agent' }],
    ['?to=%20Team-Leader%20', { to: 'team-leader' }],
    ['?from=&to=&utm_source=x', {}],
  ])('%s asks what it says', (search, question) => {
    expect(read(search)).toEqual({ question, unused: [] })
  })

  it('understands names that roles had before', () => {
    expect(read('?from=supervisor')).toEqual({ question: { from: 'team-leader' }, unused: [] })
  })

  it('uses what it understands and names the rest', () => {
    expect(read('?from=astronaut&to=team-leader&country=mars')).toEqual({
      question: { to: 'team-leader' },
      unused: [
        { part: 'from', why: 'unknown', word: 'astronaut' },
        { part: 'country', why: 'unknown', word: 'mars' },
      ],
    })
    expect(read('?from=agent&from=team-leader')).toMatchObject({ question: { from: 'agent' }, unused: [{ part: 'from', why: 'double' }] })
    expect(read('?from=nobody&from=agent').question).toEqual({ from: 'agent' })
  })

  it('takes no name that every object has for a former one', () => {
    for (const word of ['constructor', '__proto__', 'toString']) expect(read(`?from=${word}`).question).toEqual({})
  })

  it('withstands whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%E0%A4%A', 'from=%ff&to=%', '?&&==')), (text) => {
        for (const search of [text, `?from=${text}`, `?to=agent&from=${text}&from=agent`]) {
          const { question, unused } = read(search)
          for (const id of [question.from, question.to]) expect([undefined, 'agent', 'team-leader']).toContain(id)
          for (const { word } of unused) expect(word.length).toBeLessThanOrEqual(41)
        }
      }),
    )
    expect(read(`?from=${'x'.repeat(100_000)}`).unused[0]?.word).toHaveLength(41)
  })

  it('is written so that it is read the same again', () => {
    const end = fc.constantFrom(undefined, 'agent', 'team-leader')
    fc.assert(
      fc.property(end, end, fc.constantFrom(undefined, 'india'), (from, to, country) => {
        const question = { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(country ? { country } : {}) }
        expect(read(movesQuery(question))).toEqual({ question, unused: [] })
      }),
    )
    expect(movesQuery({})).toBe('')
  })
})
