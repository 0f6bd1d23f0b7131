import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Contents } from '#components/site/contents.tsx'

afterEach(cleanup)

const items = [
  { id: 'a', text: 'First' },
  { id: 'b', text: 'Second' },
  { id: 'वेतन', text: 'वेतन' },
]

describe('the contents of a page', () => {
  it('lead to its parts, in order', () => {
    const { container } = render(<Contents items={items} />)
    const list = within(container.querySelector('nav') as HTMLElement)
    expect(
      list.getAllByRole('link', { hidden: true }).map((link) => [link.textContent, decodeURIComponent(link.getAttribute('href') ?? '')]),
    ).toEqual([
      ['First', '#a'],
      ['Second', '#b'],
      ['वेतन', '#वेतन'],
    ])
    expect(container.querySelector('nav')?.getAttribute('aria-label')).toBe('On this page')
  })

  it('open from a button without a script of ours', () => {
    const { container } = render(<Contents items={items} />)
    const button = screen.getByRole('button', { name: 'On this page' })
    expect(button.getAttribute('type')).toBe('button')
    const target = button.getAttribute('popovertarget')
    expect(container.querySelector(`#${target}`)?.hasAttribute('popover')).toBe(true)
  })

  it('are left out of a page of one or two parts', () => {
    expect(render(<Contents items={items.slice(0, 2)} />).container.innerHTML).toBe('')
  })
})
