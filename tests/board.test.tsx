import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Board } from '#components/site/board.tsx'

afterEach(cleanup)

describe('the board', () => {
  it('gives each label its answer, with the small print beneath', () => {
    render(
      <Board
        rows={[
          { label: 'Goal', answer: <a href="/roles/x/">Operations manager</a> },
          { label: 'How long', answer: 'Two years', note: 'In one source.' },
        ]}
      />,
    )
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Goal', 'How long'])
    const [goal, time] = screen.getAllByRole('definition')
    expect(goal?.textContent).toBe('Operations manager')
    expect(time?.textContent).toBe('Two yearsIn one source.')
    expect(screen.getByText('In one source.').tagName).toBe('SMALL')
  })

  it('has no small print where there is none', () => {
    const { container } = render(<Board rows={[{ label: 'A', answer: 'B' }]} />)
    expect(container.querySelector('small')).toBeNull()
  })
})
