import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { RolePay } from '#components/role/role-pay.tsx'
import { PayRows } from '#components/salary/pay-rows.tsx'
import { PayStrip } from '#components/salary/pay-strip.tsx'
import { loadLibrary } from '#lib/content/library.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const country = library.get('salaries', 'philippines')
const [record] = country.data.records
if (!record) throw new Error('The fixture has no pay row.')

describe('a pay strip', () => {
  it('says in its text alternative what it draws', () => {
    render(<PayStrip record={record} country={country} top={80000} />)
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Managers of floors: a quarter under ₱50,000, half under ₱61,000, three quarters under ₱80,000.',
    )
  })

  it('prints the same numbers below, lowest first', () => {
    render(<PayStrip record={record} country={country} top={80000} />)
    expect(screen.getAllByRole('definition').map((cell) => cell.textContent)).toEqual(['₱50,000', '₱61,000', '₱80,000'])
  })

  it('draws to scale from zero: half the amount stands at half the width', () => {
    const { container } = render(
      <PayStrip record={{ ...record, percentile25: 50000, median: 50000, percentile75: 100000 }} country={country} top={100000} />,
    )
    expect(container.querySelector('.half')?.getAttribute('x')).toBe('500')
    expect(container.querySelector('.half')?.getAttribute('width')).toBe('500')
  })

  it('never shows an average as a median', () => {
    const { percentile25: _a, median: _b, percentile75: _c, ...rest } = record
    const { container } = render(<PayStrip record={{ ...rest, mean: 55000 }} country={country} top={80000} />)
    expect(screen.getByRole('img', { name: 'Managers of floors: an average of ₱55,000.' })).toBeDefined()
    expect(screen.getByText('Average')).toBeDefined()
    expect(container.querySelector('.median')).toBeNull()
  })

  it('uses no style attribute, which the security policy would stop', () => {
    const { container } = render(<PayStrip record={record} country={country} top={80000} />)
    expect(container.querySelector('[style]')).toBeNull()
  })
})

describe('pay rows', () => {
  it('name the source with its date, the fit in words, and why rows differ', () => {
    render(<PayRows records={[record]} country={country} library={library} why="One counts more people." />)
    const source = library.get('sources', record.source)
    expect(screen.getByRole('link', { name: source.data.cite ?? source.data.publisher }).getAttribute('href')).toBe(source.address)
    expect(screen.getByText(/May 2025/).textContent).toContain('Counts this job. It counts managers of floors and nobody else.')
    expect(screen.getByText('Why they differ.').parentElement?.textContent).toBe('Why they differ. One counts more people.')
  })

  it('say low confidence where it is low', () => {
    render(<PayRows records={[{ ...record, kind: 'self-reported', confidence: 'low' }]} country={country} library={library} />)
    expect(screen.getByText(/Self-reported or quoted on the web/).textContent).toContain('Low confidence.')
  })
})

describe('the pay of a role', () => {
  it('stands under its country', () => {
    render(<RolePay role={library.get('roles', 'operations-manager')} library={library} />)
    const section = screen.getByRole('region', { name: 'Philippines' })
    expect(within(section).getByRole('img')).toBeDefined()
    expect(within(section).queryByText('No reliable figure yet.')).toBeNull()
  })

  it('is an empty cell with a name where no source has it, never filled', () => {
    render(<RolePay role={library.get('roles', 'team-leader')} library={library} />)
    expect(within(screen.getByRole('region', { name: 'Philippines' })).getByText('No reliable figure yet.')).toBeDefined()
    expect(screen.queryByRole('img')).toBeNull()
  })
})
