import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { RoleBlockView } from '#components/role/role-blocks.tsx'
import { Breadcrumb } from '#components/site/breadcrumb.tsx'
import { neighbours, Pager } from '#components/site/pager.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { blocksOf } from '#lib/role-blocks.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const role = library.get('roles', 'team-leader')
const pathway = library.get('pathways', 'operations-manager')
const stages = library.stagesOf(pathway.id)

describe('the parts of a page', () => {
  it('a breadcrumb marks where it ends', () => {
    render(
      <Breadcrumb
        trail={[
          { name: 'Home', address: '/' },
          { name: 'Roles', address: '/roles/' },
          { name: 'Trainer', address: '/roles/trainer/' },
        ]}
      />,
    )
    const trail = screen.getByRole('navigation', { name: 'Breadcrumb' })
    expect(within(trail).getAllByRole('link').length).toBe(2)
    expect(within(trail).getByText('Trainer').getAttribute('aria-current')).toBe('page')
  })

  it('a pager knows both neighbours, and that the first has none before it', () => {
    const { previous, next } = neighbours(stages, stages[0]?.id ?? '')
    expect(previous).toBeUndefined()
    render(<Pager previous={previous} next={next} />)
    expect(screen.getByRole('link', { name: /Next/ }).getAttribute('href')).toBe(stages[1]?.address)
    expect(screen.queryByRole('link', { name: /Previous/ })).toBeNull()
  })
})

describe('the blocks of a role', () => {
  it.each(blocksOf(role))('%s can be reached by a link and says something', (block) => {
    const { container } = render(<RoleBlockView block={block} role={role} library={library} />)
    const element = container.querySelector<HTMLElement>(`#block-${block}`)
    expect(element?.textContent?.trim()).not.toBe('')
    expect(element?.querySelector('[style]')).toBeNull()
  })

  it('are left out when they have nothing to say, but pay is never left out', () => {
    expect(blocksOf(role)).not.toContain('outlook')
    expect(blocksOf(role)).toContain('pay')
  })

  it('a measure links to its page and says how it misleads', () => {
    render(<RoleBlockView block="measures" role={role} library={library} />)
    for (const { metric, trap } of role.data.measuredBy) {
      const { data, address } = library.get('metrics', metric)
      expect(screen.getByRole('link', { name: data.title }).getAttribute('href')).toBe(address)
      expect(screen.getAllByText((_, element) => element?.textContent === `How it misleads. ${trap}`).length).toBeGreaterThan(0)
    }
  })

  it('a move names what you bring, what is missing and what is harder than it looks', () => {
    render(<RoleBlockView block="moves" role={role} library={library} />)
    expect(screen.getByRole('link', { name: 'Operations manager' }).getAttribute('href')).toBe('/roles/operations-manager/')
    for (const label of ['You bring', 'You still need', 'Put on the table', 'Harder than it looks', 'How long'])
      expect(screen.getByText(label)).toBeDefined()
  })
})
