import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Figure, FigureList } from '#components/article/figure.tsx'
import { SourceLinks } from '#components/article/source-links.tsx'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { libraryWith } from './content-tree.ts'

afterEach(cleanup)

const { library: small } = loadLibrary('tests/fixtures/small')
const PAY = 'salaries/philippines.mdx'
const premium = (from: string, to: string) => libraryWith({ [PAY]: (text) => text.replace(from, to) })
const sentence = (id: string, library: Library = small) => render(<Figure id={id} library={library} />).container.textContent

describe('a figure in a sentence', () => {
  it('says who says so, and when', () => {
    expect(sentence('night-premium')).toBe('10% (OMN, May 2025; minimum by law)')
    expect(screen.getByRole('link', { name: 'OMN, May 2025' }).getAttribute('href')).toBe('/sources/floor-survey/')
  })

  it('says when it fits badly or may be wrong', () => {
    const library = premium('    fit: exact\n    fitNote: It covers employees', '    fit: wider\n    fitNote: It covers employees')
    expect(sentence('night-premium', library)).toContain('minimum by law, wider group)')
    const doubtful = libraryWith({
      [PAY]: (text) => text.replace('confidence: high', 'confidence: low').replace('    measure: minimum by law\n', ''),
    })
    cleanup()
    expect(sentence('night-premium', doubtful)).toBe('10% (OMN, May 2025; low confidence)')
  })

  it('says when the source has no date, and names the publisher when there is no short name', () => {
    const library = libraryWith({
      [PAY]: (text) => text.replace('    asOf: "2025-05"\n', '    asOf: "2025-05-02"\n    undated: true\n'),
      'sources/floor-survey.mdx': (text) => text.replace('cite: OMN\n', ''),
    })
    expect(sentence('night-premium', library)).toContain('Office for Made-up Numbers, undated, read 2 May 2025')
  })

  it('that nobody declared is a bug and says so', () => {
    expect(() => small.figure('nothing')).toThrow('There is no figure "nothing".')
  })
})

describe('figures side by side', () => {
  it('say what they count, where, how well it fits and what they leave out', () => {
    render(<FigureList ids={['night-premium', 'ramp-weeks']} library={small} />)
    const [premiumItem, weeks] = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(premiumItem).toContain('10%')
    expect(premiumItem).toContain('Extra pay for hours at night, minimum by law · Philippines')
    expect(premiumItem).toContain('counts exactly this, high confidence. It covers employees and leaves out managers.')
    expect(weeks).toContain('6–12 weeks')
    expect(weeks).toContain('close, medium confidence.')
  })

  it('of none are an empty cell with a name', () => {
    render(<FigureList ids={[]} library={small} />)
    expect(screen.getByText('No reliable figure yet.')).toBeTruthy()
    expect(screen.queryByRole('list')).toBeNull()
  })
})

describe('links to sources', () => {
  it('stand in parentheses, short', () => {
    const { container } = render(<SourceLinks ids={['floor-survey']} library={small} />)
    expect(container.textContent).toBe('(OMN)')
    expect(screen.getByRole('link', { name: 'OMN' }).getAttribute('href')).toBe('/sources/floor-survey/')
  })
})
