import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { nightRules, payAmounts, payCountries, payOutline } from '#lib/pay-outline.ts'
import type { SalaryRecord } from '#lib/salary.ts'

const { library: small } = loadLibrary('tests/fixtures/small')
const { library } = loadLibrary()
const [official] = small.get('salaries', 'philippines').data.records as [SalaryRecord]

describe('the outline of pay', () => {
  it('says a row in the words of the pay page', () => {
    const [{ country, rows } = { country: '', rows: [] }] = payOutline('operations-manager', small)
    expect(country).toBe('philippines')
    expect(rows[0]).toMatchInlineSnapshot(`
      {
        "address": "/sources/floor-survey/",
        "amounts": [
          {
            "amount": "₱50,000",
            "name": "1 in 4 under",
          },
          {
            "amount": "₱61,000",
            "name": "Half under",
          },
          {
            "amount": "₱80,000",
            "name": "3 in 4 under",
          },
        ],
        "code": "Made-up list 1",
        "fit": "Counts this job",
        "fitNote": "It counts managers of floors and nobody else.",
        "group": "Managers of floors",
        "kind": "Official statistic",
        "period": "a month",
        "source": "OMN",
        "tax": "before tax",
        "when": "May 2025",
      }
    `)
  })

  it('holds every country for every role, and every row of the library once', () => {
    const countries = payCountries(library).map(({ id }) => id)
    let count = 0
    for (const role of library.all('roles')) {
      const outline = payOutline(role.id, library)
      expect(outline.map(({ country }) => country)).toEqual(countries)
      count += outline.reduce((sum, { rows }) => sum + rows.length, 0)
      for (const { rows, why } of outline) {
        expect(rows.every(({ amounts }) => amounts.length > 0)).toBe(true)
        if (rows.length > 1) expect(why).toBeTruthy()
      }
    }
    expect(count).toBe(library.all('salaries').reduce((sum, { data }) => sum + data.records.length, 0))
  })

  it('never prints an average beside a median', () => {
    const names = (record: SalaryRecord) => payAmounts(record, 'PHP').map(({ name }) => name)
    expect(names({ ...official, mean: 70_000 })).toEqual(['1 in 4 under', 'Half under', '3 in 4 under'])
    const { percentile25: _25, median: _50, percentile75: _75, ...bare } = official
    expect(payAmounts({ ...bare, mean: 70_000, low: 5, high: 9 }, 'PHP')).toEqual([
      { name: 'Range', amount: '₱5–₱9' },
      { name: 'Average', amount: '₱70,000' },
    ])
  })
})

describe('the rules about nights', () => {
  it('name who is not covered, the number and its source', () => {
    const [first] = nightRules(library.get('salaries', 'philippines'), library)
    expect(first?.exempt).toMatch(/Managerial/)
    expect(first?.figure?.text).toMatch(/%$/)
    expect(first?.address).toMatch(/^\/sources\/[a-z0-9-]+\/$/)
  })

  it('are those of the country’s page, no more and no fewer', () => {
    for (const country of library.all('salaries'))
      expect(nightRules(country, library)).toHaveLength(country.data.rules.filter(({ topic }) => topic === 'night').length)
  })
})
