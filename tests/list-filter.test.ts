import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choiceWords,
  countMatches,
  countsOf,
  countWords,
  type ListQuestion,
  type ListShape,
  matches,
  NO_QUESTION,
  readQuery,
  trait,
  unusedWords,
  without,
  writeQuery,
} from '#lib/reader/list-filter.ts'

const options = (...values: string[]) => values.map((value) => ({ value, text: value.toLowerCase() }))
const SHAPE: ListShape = {
  filters: [
    { name: 'line', label: 'Line', options: options('quality', 'training', 'lead') },
    { name: 'nights', label: 'Nights', options: options('rare', 'usual') },
    { name: 'country', label: 'Pay known in', options: options('PH', 'IN') },
    { name: 'first', label: 'No experience needed', options: options('yes') },
  ],
  views: options('line', 'level'),
}

const question = fc
  .record({
    choices: fc.tuple(...SHAPE.filters.map((filter) => fc.constantFrom('', ...filter.options.map(({ value }) => value)))),
    view: fc.constantFrom('', 'level'),
  })
  .map(
    ({ choices, view }): ListQuestion => ({
      choices: new Map(SHAPE.filters.map(({ name }, place) => [name, choices[place] ?? ''] as const).filter(([, value]) => value)),
      view,
    }),
  )
const traits = fc
  .subarray(SHAPE.filters.flatMap(({ name, options: all }) => all.map(({ value }) => trait(name, value))))
  .map((all) => new Set(all))
const read = (query: string) => {
  const { unused, ...asked } = readQuery(query, SHAPE)
  return { asked, unused }
}

describe('a question to a list', () => {
  it('is the same after it was written into an address and read again, with nothing left over', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(read(writeQuery(asked, SHAPE))).toEqual({ asked, unused: [] })
      }),
    )
  })

  it('does not depend on the order of the parts, nor on large and small letters', () => {
    fc.assert(
      fc.property(
        question.chain((asked) =>
          fc.tuple(
            fc.constant(asked),
            fc.shuffledSubarray(writeQuery(asked, SHAPE).slice(1).split('&'), {
              minLength: Math.max(1, asked.choices.size + (asked.view ? 1 : 0)),
            }),
            fc.constantFrom('toUpperCase', 'toLowerCase', 'toString'),
          ),
        ),
        ([asked, parts, letters]) => {
          const query = parts.map((part) => part.replace(/=.*/, (value) => value[letters as 'toString']())).join('&')
          expect(read(`?${query}`).asked).toEqual(asked)
        },
      ),
    )
  })

  it('has one address: parts in the order of the list, the grouping last', () => {
    expect(writeQuery(read('?by=level&first=yes&country=ph&line=quality').asked, SHAPE)).toBe('?line=quality&country=PH&first=yes&by=level')
    expect(writeQuery(NO_QUESTION, SHAPE)).toBe('')
    expect(writeQuery(read('?by=line').asked, SHAPE)).toBe('')
  })

  it('survives any text: what is understood is used, everything else is named', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'line=quality',
        'line=',
        'line',
        'line=qualty',
        '%',
        '%E0%A4%A',
        '__proto__=x',
        'constructor=1',
        'by=',
        '&&',
        'BY=level',
        '=',
      ),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { asked, unused } = read(`?${parts.join('&')}`)
        for (const [name, value] of asked.choices)
          expect(SHAPE.filters.find((filter) => filter.name === name)?.options.map((option) => option.value)).toContain(value)
        expect(['', 'level']).toContain(asked.view)
        expect(read(writeQuery(asked, SHAPE))).toEqual({ asked, unused: [] })
        expect(unusedWords(unused) === '').toBe(unused.length === 0)
        expect(unusedWords(unused).length).toBeLessThan(400)
      }),
    )
  })

  it('of a hundred thousand characters is answered, and quoted in short', () => {
    const { asked, unused } = read(`?line=quality&${'x'.repeat(100_000)}&${'a=b&'.repeat(1000)}nights=${'9'.repeat(100_000)}`)
    expect(asked.choices).toEqual(new Map([['line', 'quality']]))
    expect(unused).toHaveLength(3)
    expect(unusedWords(unused).length).toBeLessThan(300)
  })

  it('uses the first of two answers and names the other', () => {
    expect(read('?line=quality&line=training&line=quality&by=level&by=line')).toEqual({
      asked: { choices: new Map([['line', 'quality']]), view: 'level' },
      unused: ['line=training', 'by=line'],
    })
  })

  it('takes a filter without an answer for no question, as a form sends it', () => {
    expect(read('?line=&nights=&first=')).toEqual({ asked: NO_QUESTION, unused: [] })
  })

  it('knows no grouping where a list has only one', () => {
    expect(readQuery('?by=level', { ...SHAPE, views: [] })).toEqual({ ...NO_QUESTION, unused: ['by=level'] })
  })
})

describe('an item of a list', () => {
  it('is shown when every answer asked for is true of it, and only then', () => {
    fc.assert(
      fc.property(traits, question, (item, { choices }) => {
        expect(matches(item, choices)).toBe([...choices].filter(([name, value]) => !item.has(`${name}=${value}`)).length === 0)
      }),
    )
  })

  it('is shown when nothing is asked', () => {
    fc.assert(
      fc.property(fc.array(traits), (items) => {
        expect(countMatches(items, NO_QUESTION.choices)).toBe(items.length)
      }),
    )
  })
})

describe('the count beside an answer', () => {
  it('is what choosing that answer shows', () => {
    fc.assert(
      fc.property(fc.array(traits), question, fc.constantFrom(...SHAPE.filters), (items, { choices }, filter) => {
        const counts = countsOf(items, choices, filter)
        expect(counts).toHaveLength(filter.options.length)
        for (const [place, { value }] of filter.options.entries()) {
          const chosen = new Map([...without(choices, filter.name), [filter.name, value]] as const)
          expect(counts[place]).toBe(items.filter((item) => matches(item, chosen)).length)
        }
      }),
    )
  })
})

describe('what readers are told', () => {
  it('names what is chosen in the order of the list, a box to tick by its label alone', () => {
    expect(choiceWords(read('?first=yes&country=IN&line=lead').asked.choices, SHAPE)).toBe(
      'Line: lead · Pay known in: in · No experience needed',
    )
    expect(choiceWords(new Map(), SHAPE)).toBe('')
  })

  it('counts', () => {
    expect(countWords(7, 36, 'roles')).toBe('7 of 36 roles')
    expect(countWords(36, 36, 'roles')).toBe('36 roles')
    expect(countWords(0, 36, 'roles')).toBe('0 of 36 roles')
  })

  it('names what could not be used, three parts at most, cut between characters', () => {
    const said = 'Left out of the address, as this list cannot use it:'
    expect(unusedWords(['line=qualty'])).toBe(`${said} “line=qualty”.`)
    expect(unusedWords(['a=1', 'b=2'])).toBe(`${said} “a=1” and “b=2”.`)
    expect(unusedWords(['a=1', 'b=2', 'c=3', 'd=4', 'e=5'])).toBe(`${said} “a=1”, “b=2”, “c=3” and 2 more.`)
    expect(unusedWords(['😀'.repeat(60)])).toBe(`${said} “${'😀'.repeat(40)}…”.`)
    expect(unusedWords(['x'.repeat(40)])).toBe(`${said} “${'x'.repeat(40)}”.`)
  })
})
