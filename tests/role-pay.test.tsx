import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { RolePay } from '#components/role/role-pay.tsx'
import { loadLibrary } from '#lib/content/library.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
describe('the pay of a role', () => {
  it('stands under its country', () => {
    render(<RolePay role={library.get('roles', 'operations-manager')} library={library} />)
    const part = screen.getByRole('heading', { name: 'Philippines' }).parentElement as HTMLElement
    expect(within(part).getAllByRole('definition').length).toBeGreaterThan(0)
    expect(part.querySelector('[id="pay-philippines-1"] svg')).not.toBeNull()
    expect(screen.queryByText(/No reliable figure yet/)).toBeNull()
  })

  it('is an empty cell with a name where no source has it, never filled', () => {
    render(<RolePay role={library.get('roles', 'team-leader')} library={library} />)
    expect(screen.queryByRole('heading', { name: 'Philippines' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Philippines' }).closest('p')?.textContent).toMatch(/^No reliable figure yet: Philippines/)
    expect(screen.queryByRole('definition')).toBeNull()
  })
})
