import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SectionHeading } from '#components/article/section-heading.tsx'

afterEach(cleanup)

describe('the heading of a section', () => {
  it('has a link to itself that is not part of its name', () => {
    render(<SectionHeading id="pay">What does it pay?</SectionHeading>)
    const heading = screen.getByRole('heading', { level: 2, name: 'What does it pay?' })
    expect(heading.id).toBe('pay')
    const link = screen.getByRole('link')
    expect(link.getAttribute('href')).toBe('#pay')
    expect(heading.contains(link)).toBe(false)
    expect(link.getAttribute('aria-label')).toMatch(/^Link to this section/)
  })

  it.each([2, 3, 4] as const)('can stand on level %d', (level) => {
    render(
      <SectionHeading level={level} id="a">
        A
      </SectionHeading>,
    )
    expect(screen.getByRole('heading', { level, name: 'A' })).toBeTruthy()
  })

  it('without an id is a heading and nothing more', () => {
    render(<SectionHeading>A</SectionHeading>)
    expect(screen.getByRole('heading', { name: 'A' }).id).toBe('')
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('links to ids of any script', () => {
    render(<SectionHeading id="वेतन">वेतन</SectionHeading>)
    expect(decodeURIComponent((screen.getByRole('link') as HTMLAnchorElement).hash)).toBe('#वेतन')
  })
})
