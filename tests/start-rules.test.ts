import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listed } from '#lib/reader/listed.ts'
import {
  type Answers,
  type Choice,
  choiceWords,
  chooseRoles,
  type Effect,
  ignoredWords,
  readAnswers,
  type StartRole,
  type StartRules,
  writeAnswers,
} from '#lib/reader/start-rules.ts'

const role = (id: string, lines = [id], family = 'frontline'): StartRole => ({
  id,
  title: id.toUpperCase(),
  address: `/roles/${id}/`,
  summary: '',
  family,
  lines,
  notIf: [],
  note: '',
  firstStep: { text: '', address: '/' },
  pay: '',
})

type Made = [effect: Effect, ...roles: number[]]
/** Questions by their ids, each with its answers: rules, and a "!" at the end of the name of an answer that is a limit. */
const made = (roles: StartRole[], questions: Record<string, Record<string, Made[]>>, assumed: Record<string, string> = {}): StartRules => ({
  roles,
  questions: Object.entries(questions).map(([id, options]) => ({
    id,
    title: `${id}?`,
    ...(assumed[id] ? { assumed: assumed[id] } : {}),
    options: Object.entries(options).map(([name, rules]) => ({
      id: name.replace('!', ''),
      label: `My ${name.replace('!', '')}`,
      ...(name.endsWith('!') ? { limit: true } : {}),
      rules: rules.map(([effect, ...places]) => ({ effect, reason: `${id} ${name} ${effect}`, roles: places })),
    })),
  })),
})

const FIVE = ['a', 'b', 'c', 'd', 'e'].map((id) => role(id))
const answered = (answers: Record<string, string>): Answers => new Map(Object.entries(answers))
const ids = ({ proposals }: Choice) => proposals.map((proposal) => proposal.role.id).join('')

describe('the choice of three', () => {
  it('waits for an answer', () => {
    expect(chooseRoles(made(FIVE, { q: { yes: [['for', 0]] } }), new Map())).toEqual({ proposals: [], loosenings: [] })
  })

  it('puts the roles that meet most wishes first, then those of the guide in its order', () => {
    const rules = made(FIVE, { q: { yes: [['for', 3, 4]] }, r: { yes: [['for', 4]] } })
    expect(ids(chooseRoles(rules, answered({ q: 'yes', r: 'yes' })))).toBe('eda')
    expect(ids(chooseRoles(rules, answered({ q: 'yes' })))).toBe('dea')
  })

  it('takes a wish that is not met from one that is', () => {
    const rules = made(FIVE, { q: { yes: [['for', 4]] }, r: { yes: [['against', 0, 4]] } })
    expect(ids(chooseRoles(rules, answered({ q: 'yes', r: 'yes' })))).toBe('bcd')
  })

  it('weighs what the reader cannot do before any number of wishes', () => {
    const rules = made(FIVE, { q: { yes: [['for', 4]] }, r: { yes: [['for', 4]] }, s: { 'no!': [['against', 4]] } })
    expect(ids(chooseRoles(rules, answered({ q: 'yes', r: 'yes', s: 'no' })))).toBe('abc')
  })

  it('never shows what an answer rules out, whatever speaks for it', () => {
    const rules = made(FIVE, { q: { yes: [['for', 0]] }, r: { no: [['rules-out', 0]] } })
    expect(ids(chooseRoles(rules, answered({ q: 'yes', r: 'no' })))).toBe('bcd')
  })

  it('counts a note neither way', () => {
    const choice = chooseRoles(made(FIVE, { q: { yes: [['note', 2]] } }), answered({ q: 'yes' }))
    expect(ids(choice)).toBe('abc')
    expect(choice.proposals[2]).toMatchObject({ reasons: [], against: [], notes: ['q yes note'] })
  })

  it('lets an assumed answer hold until there is another, and not alone', () => {
    const rules = made(FIVE, { q: { new: [['rules-out', 0]], old: [['for', 0]] }, r: { yes: [['for', 1]] } }, { q: 'new' })
    expect(ids(chooseRoles(rules, new Map()))).toBe('')
    expect(ids(chooseRoles(rules, answered({ r: 'yes' })))).toBe('bcd')
    expect(ids(chooseRoles(rules, answered({ r: 'yes', q: 'old' })))).toBe('abc')
  })

  it('gives the third place to another kind of work that fits as well', () => {
    const roles = [role('a', ['desk', 'x']), role('b', ['desk']), role('c', ['desk']), role('d', ['desk']), role('e', ['field'])]
    const rules = made(roles, { q: { yes: [['for', 0, 1, 2, 3, 4]] }, r: { yes: [['for', 0, 1, 2, 3]] } })
    expect(ids(chooseRoles(rules, answered({ q: 'yes' })))).toBe('abe')
    expect(ids(chooseRoles(rules, answered({ q: 'yes', r: 'yes' })))).toBe('abc')
  })

  it('counts another family as another kind', () => {
    const roles = [role('a', ['desk']), role('b', ['desk']), role('c', ['desk'], 'quality'), role('d', ['field'])]
    expect(ids(chooseRoles(made(roles, { q: { yes: [] } }), answered({ q: 'yes' })))).toBe('abc')
  })

  it('says which answer to loosen when fewer than three are left, and what that opens', () => {
    const rules = made(FIVE, { q: { no: [['rules-out', 0, 1, 2]] }, r: { no: [['rules-out', 0]], yes: [['for', 3]] } })
    const { proposals, loosenings } = chooseRoles(rules, answered({ q: 'no', r: 'no' }))
    expect(proposals.map((each) => each.role.id)).toEqual(['d', 'e'])
    expect(loosenings.map(({ answers, opens }) => [answers, opens.map(({ id }) => id)])).toEqual([
      [[{ question: 'q?', label: 'My no' }], ['b', 'c']],
    ])
  })

  it('names two answers where no single one opens anything', () => {
    const out: Made = ['rules-out', 0, 1, 2, 3, 4]
    const { proposals, loosenings } = chooseRoles(
      made(FIVE, { q: { no: [out] }, r: { no: [out] }, s: { yes: [] } }),
      answered({ q: 'no', r: 'no', s: 'yes' }),
    )
    expect(proposals).toEqual([])
    expect(loosenings.map(({ answers }) => answers.map(({ question }) => question))).toEqual([['q?', 'r?']])
    expect(loosenings[0]?.opens).toHaveLength(5)
  })
})

const effect = fc.constantFrom<Effect>('for', 'against', 'rules-out', 'note')
/** Any rules: up to eight roles, up to four questions of two answers, each role under one rule of an answer at most. */
const anyRules = fc
  .array(fc.array(fc.tuple(fc.array(effect, { minLength: 8, maxLength: 8 }), fc.boolean()), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((questions) =>
    made(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, place) => role(id, [place % 2 === 0 ? 'x' : 'y'])),
      Object.fromEntries(
        questions.map((options, place) => [
          `q${place}`,
          Object.fromEntries(
            options.map(([effects, limit], at) => [`o${at}${limit ? '!' : ''}`, effects.map((each, index): Made => [each, index])]),
          ),
        ]),
      ),
    ),
  )
const anyCase = anyRules.chain((rules) =>
  fc.record({
    rules: fc.constant(rules),
    answers: fc
      .array(fc.constantFrom('', 'o0', 'o1'), { minLength: rules.questions.length, maxLength: rules.questions.length })
      .map((chosen): Answers => new Map(chosen.flatMap((value, place) => (value ? [[`q${place}`, value] as const] : [])))),
  }),
)

describe('any rules and answers', () => {
  it('give three roles, or fewer with a way out', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, answers }) => {
        const { proposals, loosenings } = chooseRoles(rules, answers)
        if (answers.size === 0) return proposals.length + loosenings.length === 0
        // Three answers that each rule out the same role cannot be loosened by two.
        return proposals.length === 3 || loosenings.length > 0 || answers.size > 2
      }),
    )
  })

  it('give the same in whatever order the questions stand and the answers came', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, answers }) => {
        const turned = chooseRoles({ ...rules, questions: [...rules.questions].reverse() }, new Map([...answers].reverse()))
        expect(ids(turned)).toBe(ids(chooseRoles(rules, answers)))
      }),
    )
  })

  it('are written into an address that gives them back', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, answers }) => {
        expect(readAnswers(writeAnswers(answers, rules), rules)).toEqual({ answers, ignored: [] })
      }),
    )
  })
})

const VOICE = made(FIVE, { voice: { yes: [], no: [] }, nights: { no: [] } })

describe('an address', () => {
  it('says the answers in the order of the questions', () => {
    expect(writeAnswers(answered({ nights: 'no', voice: 'yes' }), VOICE)).toBe('#voice=yes&nights=no')
    expect(writeAnswers(new Map(), VOICE)).toBe('')
  })

  it.each([
    ['?voice=no&nights=no', { voice: 'no', nights: 'no' }, []],
    ['?nights=no&voice=', { nights: 'no' }, []],
    ['?voice=perhaps', {}, ['voice=perhaps']],
    ['?voice=no&voice=no', { voice: 'no' }, ['voice=no']],
    ['?voice=no&voice=yes', { voice: 'no' }, ['voice=yes']],
    ['?voice=perhaps&voice=yes', {}, ['voice=perhaps', 'voice=yes']],
    ['?utm=x&voice=yes', { voice: 'yes' }, ['utm=x']],
    ['?__proto__=x&constructor=no', {}, ['__proto__=x', 'constructor=no']],
    ['?%E0%A4%A=%', {}, ['\ufffd%A=%']],
    ['?voice', {}, []],
    ['?', {}, []],
    ['?strange=', {}, ['strange']],
  ])('of %s is used as far as it can be', (search, answers, ignored) => {
    expect(readAnswers(search, VOICE)).toEqual({ answers: answered(answers as Record<string, string>), ignored })
  })

  it('never stops the page, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { answers, ignored } = readAnswers(`#${text}`, VOICE)
        expect(answers.size).toBeLessThanOrEqual(2)
        expect(ignoredWords(ignored).length).toBeLessThan(300)
      }),
    )
    expect(ignoredWords(readAnswers(`#${'a'.repeat(100_000)}`, VOICE).ignored).length).toBeLessThan(200)
    expect(ignoredWords(readAnswers(`#${'a=b&'.repeat(25_000)}`, VOICE).ignored)).toContain('and 24997 more')
  })

  it('tells what it left out, by its beginning', () => {
    expect(ignoredWords([])).toBe('')
    expect(ignoredWords(['a=b'])).toBe('The address also says “a=b”. This page does not know that and leaves it out.')
    expect(ignoredWords(['a', 'b', 'c', 'd', 'e'])).toContain('“a”, “b”, “c” and 2 more.')
  })
})

it('names are listed as people say them', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
})

it('the choice is told in one sentence', () => {
  const rules = made(FIVE, {
    q: { all: [], two: [['rules-out', 0, 1, 2]], one: [['rules-out', 0, 1, 2, 3]], none: [['rules-out', 0, 1, 2, 3, 4]] },
  })
  expect(['all', 'two', 'one', 'none'].map((q) => choiceWords(chooseRoles(rules, answered({ q }))))).toEqual([
    'Three roles: A, B and C.',
    'Your answers leave two roles: D and E.',
    'Your answers leave one role: E.',
    'Your answers leave no role. Below stands which one to loosen.',
  ])
  expect(choiceWords(chooseRoles(rules, new Map()))).toBe('Answer one question and three roles appear.')
})
