import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparisonAddress,
  comparisonQuery,
  MOST_ROLES,
  readComparisonQuery,
  suggestedPairs,
  wayAddress,
} from '#lib/reader/comparison-query.ts'
import { listed } from '#lib/reader/listed.ts'

const NAMES = {
  roles: [
    { id: 'team-leader', title: 'Team leader' },
    { id: 'trainer', title: 'Trainer' },
    { id: 'quality-analyst', title: 'Quality analyst' },
    { id: 'site-director', title: 'Site director' },
    { id: 'recruiter', title: 'Recruiter' },
  ],
  former: { supervisor: 'team-leader', ghost: 'gone' },
  countries: [
    { id: 'philippines', code: 'PH', name: 'Philippines', address: '/salaries/philippines/' },
    { id: 'united-states', code: 'US', name: 'United States', address: '/salaries/united-states/' },
  ],
}
const read = (search: string) => readComparisonQuery(search, NAMES)

describe('the address of a comparison', () => {
  it('names roles in their order, and a country by its code or its page', () => {
    expect(read('?roles=trainer,team-leader&country=PH')).toEqual({ roles: ['trainer', 'team-leader'], country: 'philippines', said: [] })
    expect(read('?roles=trainer,team-leader&country=united-states').country).toBe('united-states')
    expect(read('?country=ph').country).toBe('philippines')
  })

  it('may be empty, or name one role', () => {
    expect(read('')).toEqual({ roles: [], country: '', said: [] })
    expect(read('?roles=')).toEqual({ roles: [], country: '', said: [] })
    expect(read('?roles=trainer')).toEqual({ roles: ['trainer'], country: '', said: [] })
  })

  it('is understood when it is written by hand', () => {
    expect(read('?roles=Team Leader,%20trainer%20,,&roles=recruiter').roles).toEqual(['team-leader', 'trainer', 'recruiter'])
  })

  it('says what became of it when it is not taken as it stands', () => {
    const said = (search: string) => read(search).said
    expect(said('?roles=trainer,astronaut')).toEqual(['“astronaut” is no role of this guide.'])
    expect(said('?roles=a,b,c,d,e')).toEqual(['“a”, “b”, “c” and 2 more are no roles of this guide.'])
    expect(said('?roles=ghost')).toEqual(['“ghost” is no role of this guide.'])
    expect(said('?roles=trainer,trainer,trainer')).toEqual(['Trainer was named more than once and stands here once.'])
    expect(read('?roles=supervisor,trainer')).toMatchObject({
      roles: ['team-leader', 'trainer'],
      said: ['“supervisor” is called Team leader today.'],
    })
    expect(said('?roles=team-leader,supervisor')).toEqual(['Team leader was named more than once and stands here once.'])
    const five = read('?roles=team-leader,trainer,quality-analyst,site-director,recruiter')
    expect(five.roles).toHaveLength(MOST_ROLES)
    expect(five.said).toEqual(['Four roles at most stand side by side. Left out: Recruiter.'])
    expect(said('?country=XX')).toEqual(['The guide has no pay for “XX”.'])
    expect(said(`?roles=${'x'.repeat(100_000)}`)).toEqual([
      'The address is longer than any comparison. Only its beginning was read.',
      `“${'x'.repeat(40)}…” is no role of this guide.`,
    ])
  })

  it('does not take a name of the language itself for a role', () => {
    expect(read('?roles=constructor,__proto__,toString').roles).toEqual([])
  })

  it('never stops the page, and what it gives can always be shown', () => {
    const strange = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('%', '%E0%A4%A', '&&==', 'roles=%00', ','))
    fc.assert(
      fc.property(fc.array(fc.oneof(strange, fc.constantFrom('team-leader', 'trainer', 'supervisor', 'recruiter'))), (parts) => {
        const { roles, said } = read(`?roles=${parts.join(',')}&country=${parts[0] ?? ''}`)
        expect(new Set(roles).size).toBe(roles.length)
        expect(roles.length).toBeLessThanOrEqual(MOST_ROLES)
        for (const role of roles) expect(NAMES.roles.map(({ id }) => id)).toContain(role)
        for (const sentence of said) expect(sentence.length).toBeLessThan(300)
      }),
    )
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          NAMES.roles.map(({ id }) => id),
          { maxLength: MOST_ROLES },
        ),
        fc.constantFrom('', 'PH', 'US'),
        (roles, code) => {
          expect(read(comparisonQuery(roles, code))).toEqual({
            roles,
            country: NAMES.countries.find((each) => each.code === code)?.id ?? '',
            said: [],
          })
        },
      ),
    )
    expect(comparisonAddress([])).toBe('/compare/')
    expect(comparisonAddress(['trainer', 'recruiter'])).toBe('/compare/?roles=trainer,recruiter')
    expect(comparisonQuery(['trainer', 'recruiter'], 'PH')).toBe('?roles=trainer,recruiter&country=PH')
    expect(wayAddress('trainer', 'recruiter')).toBe('/moves/?from=trainer&to=recruiter')
  })
})

describe('names in a sentence', () => {
  it('are joined as one writes them', () => {
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual(['', 'A', 'A and B', 'A, B and C'])
  })
})

describe('suggestions', () => {
  const pairs = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['e', 'f'],
    ['f', 'a'],
  ] as const

  it('name no role twice', () => {
    expect(suggestedPairs(pairs)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    expect(suggestedPairs(pairs, '', 2)).toHaveLength(2)
    expect(suggestedPairs([])).toEqual([])
  })

  it('for a role begin with it', () => {
    expect(suggestedPairs(pairs, 'a')).toEqual([
      ['a', 'b'],
      ['a', 'f'],
    ])
    expect(suggestedPairs(pairs, 'z')).toEqual([])
  })
})
