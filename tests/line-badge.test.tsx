import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LineBadge } from '#components/lattice/line-badge.tsx'
import { FAMILIES, familyNames } from '#lib/family.ts'

afterEach(cleanup)

describe('the badge of a line', () => {
  it.each(familyNames)('says the line %s when it stands alone', (family) => {
    render(<LineBadge family={family} named />)
    const badge = screen.getByRole('img', { name: `${FAMILIES[family].name} line` })
    expect(badge.textContent).toBe(FAMILIES[family].letter)
    expect(badge.getAttribute('data-line')).toBe(family)
  })

  it('is decoration beside a name', () => {
    const { container } = render(<LineBadge family="lead" />)
    expect(screen.queryByRole('img')).toBeNull()
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('can be told by letter and by shape, without its colour', () => {
    const shapes = familyNames.map((family) =>
      render(<LineBadge family={family} />)
        .container.querySelector('path')
        ?.getAttribute('d'),
    )
    expect(new Set(shapes).size).toBe(familyNames.length)
    expect(new Set(familyNames.map((family) => FAMILIES[family].letter)).size).toBe(familyNames.length)
  })
})
