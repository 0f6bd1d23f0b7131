import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { createSearch, LONGEST_QUESTION } from '#lib/reader/search.ts'
import type { SearchIndex } from '#lib/reader/search-index.ts'
import { searchIndex } from '#lib/search-index.ts'

/** A guide of a few pages, as its index has it. */
const GUIDE: SearchIndex = {
  format: 1,
  groups: [
    {
      kind: 'roles',
      name: 'Roles',
      address: ['/roles/', '/'],
      weight: 1,
      sections: [
        ['duties', 'What do you do all week?', 'tasks'],
        ['pay', 'What does it pay?', 'salary sahod'],
      ],
      entries: [
        [
          '',
          'Team leader',
          'Answers for one team’s shift.',
          'Supervisor|Team captain',
          'TL',
          'xb',
          '|allowance',
          [['A bad Monday', 'huddle']],
        ],
        ['', 'Trainer', 'Teaches new people.', 'Onboarding coach', '', 'xx', '', [['The accent room', '', 'room-2']]],
      ],
    },
    {
      kind: 'salaries',
      name: 'Pay',
      address: ['/salaries/', '/'],
      weight: 1,
      sections: [],
      entries: [['philippines', 'Pay in the Philippines', 'Basic pay first.', 'Philippines', 'sahod']],
    },
    {
      kind: 'glossary',
      name: 'Glossary',
      address: ['/glossary/#', ''],
      weight: 1,
      sections: [],
      entries: [['', 'Huddle', 'A short talk before the shift.']],
    },
  ],
}
const search = createSearch(GUIDE)
const addresses = (question: string) => search.ask(question).found.map(({ address }) => address)
const first = (question: string) => addresses(question)[0]
const text = (stretches: readonly (readonly [string, boolean])[] = []) =>
  stretches.map(([each, hit]) => (hit ? `[${each}]` : each)).join('')

describe('the search', () => {
  it('finds a page by its title, by another name, and by what people type for it', () => {
    for (const question of ['team leader', 'Team Leader', 'supervisor', 'team captain', 'TL', 'tl'])
      expect(first(question)).toBe('/roles/team-leader/')
  })

  it('puts a title before a word of the text', () => {
    expect(addresses('huddle')).toEqual(['/glossary/#huddle', '/roles/team-leader/#a-bad-monday'])
  })

  it('leads to the section that answers what the name leaves open, wherever the page has it', () => {
    expect(first('team leader salary')).toBe('/roles/team-leader/#block-pay')
    expect(first('trainer salary')).toBe('/roles/trainer/#pay')
    expect(first('accent trainer')).toBe('/roles/trainer/#room-2')
    expect(first('team leader allowance')).toBe('/roles/team-leader/#block-pay')
  })

  it('answers a job and a country with the row of the job on the page of the country', () => {
    expect(addresses('tl salary philippines').slice(0, 2)).toEqual([
      '/salaries/philippines/#role-team-leader',
      '/roles/team-leader/#block-pay',
    ])
  })

  it('passes over the words that questions are made of, in several languages', () => {
    expect(first('how do i become a team leader')).toBe('/roles/team-leader/')
    expect(first('magkano ang sahod ng team leader')).toBe('/roles/team-leader/#block-pay')
  })

  it('forgives a letter left out, put in, changed or swapped, and says so', () => {
    for (const question of ['team leadr', 'team leaader', 'team lesder', 'team laeder', 'teamleader', 'trianer', 'superviser'])
      expect(first(question), question).toMatch(/^\/roles\//)
    expect(search.ask('Superviser').corrected).toEqual([['Superviser', 'supervisor']])
    expect(search.ask('supervisor').corrected).toEqual([])
  })

  it('finds by the beginning of a word, and does not call that a mistake', () => {
    expect(first('superv')).toBe('/roles/team-leader/')
    expect(search.ask('superv').corrected).toEqual([])
  })

  it('marks what was asked for, and names the other name by which a page was found', () => {
    const [found] = search.ask('supervisor shift').found
    expect(text(found?.title)).toBe('Team leader')
    expect(text(found?.name)).toBe('[Supervisor]')
    expect(text(found?.summary)).toBe('Answers for one team’s [shift].')
    expect(text(search.ask('team leader salary').found[0]?.title)).toBe('[Team leader]')
    expect(search.ask('team leader salary').found[0]?.name).toBeUndefined()
    // A word of it stands in the title, all of it in the other name.
    expect(text(search.ask('team captain').found[0]?.name)).toBe('[Team captain]')
  })

  it('offers the nearest names when nothing matches', () => {
    const { found, nearest } = search.ask('trainership')
    expect(found).toEqual([])
    expect(nearest[0]).toEqual({ title: 'Trainer', address: '/roles/trainer/' })
  })

  it('searches what is added later', () => {
    const grown = createSearch(GUIDE)
    expect(grown.ask('onet').found).toEqual([])
    grown.add({
      format: 1,
      groups: [
        {
          kind: 'sources',
          name: 'Sources',
          address: ['/sources/', '/'],
          weight: 0.5,
          sections: [],
          entries: [['onet-29', 'O*NET 29', 'USDOL']],
        },
      ],
    })
    expect(grown.ask('o*net').found.map(({ address }) => address)).toEqual(['/sources/onet-29/'])
  })

  it('says nothing to nothing', () => {
    for (const question of ['', '   ', '???', '\u0000', '🙂', '—'])
      expect(search.ask(question)).toEqual({ found: [], corrected: [], nearest: [] })
  })
})

describe('a hostile question', () => {
  const whole = createSearch(searchIndex(loadLibrary('tests/fixtures/small').library))
  const known = new Set(whole.ask('team').found.map(({ address }) => address))
  const HOSTILE = [
    'how do i',
    'the the the the the the the the the the the the the the',
    '.*+?^$ {}()|[\\]\\\\',
    '(a+)+$',
    '__proto__ constructor toString hasOwnProperty',
    'قائد الفريق ‮ team',
    '\u0000\u0001\u0007team\u007f',
    '🧑‍💼🧑‍💼 leader 🙂',
    '%E0%A4%A',
    '<script>alert(1)</script><mark>',
    'z̷̛̖̗̘̙̜̝̞a̷lg̷o',
    'team '.repeat(20_000),
    'x'.repeat(100_000),
  ]

  it.each(HOSTILE)('is answered as well as it can be: %#', (question) => {
    const { found, nearest } = whole.ask(question)
    expect(found.length).toBeLessThanOrEqual(30)
    expect(nearest.length).toBeLessThanOrEqual(5)
  })

  it('never throws, whatever it is, and marks without changing a text', () => {
    expect(known.size).toBeGreaterThan(0)
    const summaries = new Set(
      searchIndex(loadLibrary('tests/fixtures/small').library).groups.flatMap(({ entries }) => entries.map(([, , summary]) => summary)),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.constantFrom('te', 'team l', 'x*'),
        ),
        (question) => {
          for (const { summary, address } of whole.ask(question).found) {
            expect(summaries).toContain(summary.map(([each]) => each).join(''))
            expect(address).toMatch(/^\/[\w/#-]*$/)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is read to its limit and no further', () => {
    expect(whole.ask(`${' '.repeat(LONGEST_QUESTION)}team leader`).found).toEqual([])
    expect(whole.ask(`team leader${' '.repeat(LONGEST_QUESTION)}zzz`).found[0]?.address).toBe('/roles/team-leader/')
  })
})
