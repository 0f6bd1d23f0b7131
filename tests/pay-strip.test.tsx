import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PayRows } from '#components/salary/pay-rows.tsx'
import { highestPay, PayStrip } from '#components/salary/pay-strip.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import type { SalaryRecord } from '#lib/salary.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const country = library.get('salaries', 'philippines')
const [official] = country.data.records as [SalaryRecord]
const { percentile25: _25, median: _50, percentile75: _75, ...bare } = official
const row = (amounts: Partial<SalaryRecord>): SalaryRecord => ({ ...bare, ...amounts })
const show = (record: SalaryRecord, top = highestPay([record])) =>
  render(<PayStrip record={record} country={country} top={top} />).container

const numbers = () =>
  screen.queryAllByRole('term').map((term, index) => `${term.textContent}: ${screen.getAllByRole('definition')[index]?.textContent}`)

/** Left and right end of a bar, on an axis of 1,000. */
const bar = (container: HTMLElement, name: string) => {
  const rect = container.querySelector(`.${name}`)
  return rect ? [Number(rect.getAttribute('x')), Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))] : undefined
}

describe('a pay strip', () => {
  it('says what it draws in the numbers below it, once: the picture is passed over by who cannot see it', () => {
    const picture = show(official).querySelector('svg')
    expect(picture?.getAttribute('aria-hidden')).toBe('true')
    expect(numbers()).toEqual(['1 in 4 under: ₱50,000', 'Half under: ₱61,000', '3 in 4 under: ₱80,000'])
  })

  it('prints the same numbers below, in rising order', () => {
    show(row({ percentile10: 40000, percentile25: 50000, median: 61000, percentile75: 80000, percentile90: 99000 }))
    expect(numbers().map((text) => text.split(': ')[1])).toEqual(['₱40,000', '₱50,000', '₱61,000', '₱80,000', '₱99,000'])
    expect(new Set(numbers().map((text) => text.split(': ')[0])).size).toBe(5)
  })

  it('draws on an axis that begins at nothing, so that lengths can be compared', () => {
    const container = show(row({ percentile25: 250, median: 500, percentile75: 750 }), 1000)
    expect(bar(container, 'half')).toEqual([250, 750])
    const [left = 0, right = 0] = bar(container, 'median') ?? []
    expect((left + right) / 2).toBe(500)
  })

  it('draws the whole spread only when its ends are known', () => {
    expect(bar(show(row({ percentile10: 200, median: 500, percentile90: 800 }), 1000), 'whole')).toEqual([200, 800])
    cleanup()
    expect(bar(show(row({ median: 500 }), 1000), 'whole')).toBeUndefined()
  })

  it('calls a range a range and an average an average, never a median', () => {
    const range = show(row({ low: 300, high: 600 }), 1000)
    expect(numbers()).toEqual(['Range: ₱300–₱600'])
    expect(bar(range, 'median')).toBeUndefined()
    cleanup()
    const mean = show(row({ mean: 500 }), 1000)
    expect(numbers()).toEqual(['Average: ₱500'])
    expect(bar(mean, 'median')).toBeUndefined()
    expect(bar(mean, 'mean')).toBeDefined()
    cleanup()
    show(row({ mean: 500, median: 450 }), 1000)
    expect(numbers()).toEqual([expect.stringMatching(/^Half .*: ₱450$/)])
  })

  it('stays inside its axis', () => {
    for (const record of [official, row({ median: 1 }), row({ median: 10_000_000_000 }), row({ low: 0.5, high: 1 })]) {
      const container = show(record)
      for (const rect of container.querySelectorAll('rect')) {
        const x = Number(rect.getAttribute('x'))
        expect(x + Number(rect.getAttribute('width'))).toBeGreaterThanOrEqual(x)
        expect(x).toBeGreaterThanOrEqual(-4)
        expect(x).toBeLessThanOrEqual(1000)
      }
      cleanup()
    }
  })

  it('finds the top of a shared axis', () => {
    expect(highestPay([row({ median: 5 }), row({ high: 9 }), row({ mean: 7 }), row({ percentile90: 8 })])).toBe(9)
  })
})

describe('pay rows', () => {
  const rows = (records: SalaryRecord[], why?: string) =>
    render(<PayRows records={records} country={country} library={library} why={why} anchor={(key) => `pay-${key}`} />).container

  it('name their source, date, fit and confidence', () => {
    rows([{ ...official, fit: 'wider', confidence: 'low' }])
    const source = screen.getByRole('link', { name: 'OMN' })
    expect(source.getAttribute('href')).toBe('/sources/floor-survey/')
    const small = source.parentElement?.textContent
    expect(small).toContain('Official statistic: OMN, May 2025')
    expect(small).toContain('A wider group than this job.')
    expect(small).toContain('It counts managers of floors and nobody else.')
    expect(small).toContain('Low confidence.')
  })

  it('say before or after tax, and per what', () => {
    rows([official, { ...official, period: 'hour', grossOrNet: 'not-stated', occupation: { scheme: 'x', title: 'Other' } }])
    expect(screen.getByText('a month, before tax')).toBeTruthy()
    expect(screen.getByText('an hour, tax not stated')).toBeTruthy()
  })

  it('of one period share an axis, of another do not', () => {
    const half = { ...official, percentile25: 25000, median: 30500, percentile75: 40000, occupation: { scheme: 'x', title: 'Half' } }
    const hour = {
      ...official,
      period: 'hour' as const,
      percentile25: 250,
      median: 305,
      percentile75: 400,
      occupation: { scheme: 'x', title: 'Hour' },
    }
    const container = rows([official, half, hour])
    const ends = [...container.querySelectorAll('.half')].map((rect) => Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')))
    expect(ends[1]).toBe((ends[0] as number) / 2)
    expect(ends[2]).toBe(ends[0])
  })

  it('say why they differ, when that is known', () => {
    rows([official], 'Two groups.')
    expect(screen.getByText(/Two groups\./).textContent).toBe('Why they differ. Two groups.')
    cleanup()
    rows([official])
    expect(screen.queryByText(/Why they differ/)).toBeNull()
  })
})
