import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { payCountries } from '#lib/pay-outline.ts'
import type { CountryPay, PayRow } from '#lib/reader/pay-outline.ts'
import { bestKnownCountry, type Comparison, compareRoles, payCaveats, payIn } from '#lib/reader/role-comparison.ts'
import type { RoleSheet } from '#lib/reader/role-sheet.ts'
import { roleSheet } from '#lib/role-sheet.ts'

const { library } = loadLibrary()
const sheets = library.all('roles').map((role) => roleSheet(role, library))
const countries = payCountries(library)
const sheet = (id: string) => sheets.find((each) => each.id === id) as RoleSheet

/** The same comparison with its sides in another order. */
function reordered(comparison: Comparison, order: readonly number[]): Comparison {
  const turned = <Item, Row extends { each: readonly Item[] }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, each: order.map((place) => row.each[place]) }))
  return {
    ...comparison,
    measures: turned(comparison.measures),
    skills: turned(comparison.skills),
    normal: turned(comparison.normal),
    bad: turned(comparison.bad),
  }
}

describe('roles side by side', () => {
  it('A beside B is B beside A with the sides changed, for every pair of roles', () => {
    let pairs = 0
    for (const one of sheets)
      for (const other of sheets) {
        if (one === other) continue
        expect(compareRoles([other, one])).toEqual(reordered(compareRoles([one, other]), [1, 0]))
        const pays = countries.map(({ id }) => payCaveats(payIn([one, other], id)))
        expect(countries.map(({ id }) => payCaveats(payIn([other, one], id)))).toEqual(pays)
        expect(bestKnownCountry([other, one], countries)).toBe(bestKnownCountry([one, other], countries))
        pairs++
      }
    expect(pairs).toBe(sheets.length * (sheets.length - 1))
  })

  it('four roles say the same in every order', () => {
    const four = [sheet('team-leader'), sheet('trainer'), sheet('process-associate'), sheet('operations-manager')]
    const said = compareRoles(four)
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ])
      expect(compareRoles(order.map((place) => four[place] as RoleSheet))).toEqual(reordered(said, order))
  })

  it('leave nothing out and add nothing', () => {
    for (const [index, one] of sheets.entries()) {
      const other = sheets[(index + 7) % sheets.length] as RoleSheet
      const { measures, skills, normal, bad } = compareRoles([one, other])
      expect(skills.flatMap(({ each }) => each[0] ?? []).sort(byId)).toEqual([...one.competencies].sort(byId))
      expect(measures.flatMap(({ each }) => each[1] ?? []).sort(byId)).toEqual([...other.measures].sort(byId))
      expect(normal.flatMap(({ each }) => each[0] ?? [])).toEqual(one.shift.normal)
      expect(bad.flatMap(({ each }) => each[1] ?? [])).toEqual(other.shift.bad)
    }
  })

  it('are said to share a skill, to differ in level, or not to', () => {
    const skill = (id: string, level: string) => ({
      id,
      title: id,
      address: `/skills/${id}/`,
      level,
      need: 'essential' as const,
      signal: 'Seen.',
    })
    const role = (id: string, ...competencies: RoleSheet['competencies']) => ({ ...sheet('trainer'), id, competencies })
    const three = [
      role('a', skill('same', 'working'), skill('levels', 'working'), skill('two', 'working'), skill('alone', 'expert')),
      role('b', skill('same', 'working'), skill('levels', 'expert'), skill('two', 'expert')),
      role('c', skill('same', 'working'), skill('levels', 'working')),
    ]
    expect(compareRoles(three).skills.map(({ id, overlap }) => [id, overlap])).toEqual([
      ['same', 'all'],
      ['levels', 'levels'],
      ['two', 'some'],
      ['alone', 'one'],
    ])
  })

  it('have their hours in order, past midnight too', () => {
    const night = { ...sheet('trainer'), shift: day('20:40', '21:10', '00:30', '05:00') }
    const morning = { ...sheet('trainer'), id: 'other', shift: day('05:30', '21:50') }
    const { normal } = compareRoles([night, morning])
    expect(normal.map(({ hour, each }) => [hour, ...each.map((entries) => entries.map(({ time }) => time).join(' '))])).toEqual([
      [5, '', '05:30'],
      [20, '20:40', ''],
      [21, '21:10', '21:50'],
      [24, '00:30', ''],
      [29, '05:00', ''],
    ])
  })

  it('name every direct move between them, and no other', () => {
    for (const one of sheets)
      for (const other of sheets) {
        if (one === other) continue
        const [between] = compareRoles([one, other]).moves
        const expected = [one, other].flatMap((from) =>
          library
            .get('roles', from.id)
            .data.leadsTo.filter(({ role }) => role !== from.id && [one.id, other.id].includes(role))
            .map(({ role }) => `${from.id} ${role}`),
        )
        expect(between?.moves.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(expected.sort())
      }
    expect(compareRoles([sheet('team-leader'), sheet('trainer'), sheet('recruiter')]).moves).toHaveLength(3)
  })
})

describe('what to know before two amounts are compared', () => {
  const row = (changes: Partial<PayRow> = {}): PayRow => ({
    group: 'Office clerks',
    period: 'a month',
    tax: 'before tax',
    amounts: [{ name: 'Average', amount: '₱22,903' }],
    kind: 'Official statistic',
    source: 'PSA',
    address: '/sources/psa/',
    when: '2024',
    fit: 'Counts this job',
    fitNote: 'All of them.',
    ...changes,
  })
  const pay = (...rows: PayRow[]): CountryPay => ({ country: 'philippines', rows })

  it('is nothing while fewer than two roles have an amount', () => {
    expect(payCaveats([pay(row(), row({ group: 'Others' })), pay(), undefined])).toEqual([])
  })

  it.each([
    ['groups', { group: 'Managers' }, /different groups of people/],
    ['periods', { period: 'a year' }, /different periods: a month and a year\. Bring them to one/],
    ['tax', { tax: 'tax not stated' }, /do not agree on tax: before tax and tax not stated/],
    ['kinds', { kind: 'Employer survey' }, /different kinds: employer survey and official statistic/],
    ['dates', { when: 'undated' }, /different dates: 2024 and undated/],
  ] as const)('is that the %s differ', (_, changes, sentence) => {
    const caveats = payCaveats([pay(row()), pay(row(changes))])
    expect(caveats.filter((caveat) => sentence.test(caveat))).toHaveLength(1)
    expect(payCaveats([pay(row()), pay(row())]).filter((caveat) => sentence.test(caveat))).toEqual([])
  })

  it('is that one group stands under two roles', () => {
    expect(payCaveats([pay(row()), pay(row())])).toEqual([
      '“Office clerks” stands under more than one of these roles. What counts several together cannot tell them apart.',
    ])
  })
})

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)

function day(...times: string[]): RoleSheet['shift'] {
  const entries = times.map((time) => ({ time, what: `At ${time}.` }))
  return { setting: 'Here.', normal: entries, badSetting: 'There.', bad: entries }
}
