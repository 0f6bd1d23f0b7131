import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ChangesPage } from '#components/changes/changes-page.tsx'
import { Changes } from '#components/record/changes.tsx'
import { FigureAges } from '#components/source/figure-ages.tsx'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { libraryWith, swap } from './content-tree.ts'
import { takenEditions, withMadeEditions } from './made-editions.ts'

afterEach(cleanup)

const { library: small } = loadLibrary('tests/fixtures/small')
const made = withMadeEditions()
const here = (address: string, library: Library) => render(<Changes address={address} library={library} />).container
const headings = (level: number) => screen.getAllByRole('heading', { level }).map(({ textContent }) => textContent)
const lines = (container: HTMLElement) => [...container.querySelectorAll('.changes > li')].map((line) => line.textContent)

describe('what changed on one page', () => {
  it('is nothing at all where the guide has no editions', () => {
    expect(here('/roles/team-leader/', small).innerHTML).toBe('')
  })

  it('is said to be nothing since the first edition, with its day', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    expect(here('/roles/team-leader/', libraryWith(edits)).textContent).toContain(
      'Nothing that is counted has changed here since the first edition of 1 March 2026.',
    )
  })

  it('stands edition by edition, newest first, with what was and what is', () => {
    const container = here('/roles/team-leader/', made)
    expect(headings(3)).toEqual(['Since the edition of 15 April 2026', '15 April 2026'])
    expect(lines(container)).toMatchInlineSnapshot(`
      [
        "Changed Team leader to Operations manager: Up; 6–10 weeks → Up; 6–12 weeks",
        "Changed Weeks until a new lead is left alone: 6–10 weeks → 6–12 weeks",
        "Changed Team leader: Floor basics: Helps → Skip",
        "Checked again, the same Weeks until a new lead is left alone: 6–10 weeks now OMN, May 2025; before OMN, May 2024",
      ]
    `)
    expect(container.querySelector('del')?.textContent).toBe('Up; 6–10 weeks')
    expect(container.querySelector('ins')?.textContent).toBe('Up; 6–12 weeks')
  })

  it('links to the place on the page, and of a role to the pay that another page keeps', () => {
    here('/roles/operations-manager/', made)
    expect(screen.getByRole('link', { name: 'Operations manager, Philippines: Managers of floors' }).getAttribute('href')).toBe(
      '/salaries/philippines/#role-operations-manager',
    )
  })
})

describe('the page of changes', () => {
  const show = (library: Library) => render(<ChangesPage library={library} />).container

  it('says plainly that there is nothing yet, and what the first edition holds', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    const container = show(libraryWith(edits))
    expect(headings(2)).toEqual(['1 March 2026: the first edition', 'What will be looked at next', 'What the words mean', 'Follow it'])
    expect(container.textContent).toMatch(/It notes down \d+ facts on \d+ pages\. Nothing was noted down before it/)
    const tallies = [...container.querySelectorAll('.tally')].map((list) => [...list.children].map(({ textContent }) => textContent))
    expect(tallies[0]).toContain('Figures 2')
    expect(tallies[1]).toEqual(['Philippines 3'])
  })

  it('does so without any edition too', () => {
    const container = show(small)
    expect(container.textContent).toContain('No edition has been taken yet')
    expect(headings(2)).toEqual(['What will be looked at next', 'What the words mean', 'Follow it'])
  })

  it('tells the newest first, page by page, and what was only checked again in one line', () => {
    const container = show(made)
    expect(headings(2).slice(0, 3)).toEqual(['Since the edition of 15 April 2026', '15 April 2026', '15 January 2026: the first edition'])
    const april = container.querySelector('#edition-2026-04-15')?.parentElement as HTMLElement
    expect(
      within(april)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Glossary', 'Team leader', 'Philippines'])
    expect(lines(april)).toMatchInlineSnapshot(`
      [
        "Gone Share of wrap in handle time: 20% OMN, May 2025",
        "Changed Team leader: Floor basics: Helps → Skip",
        "Changed Extra pay for hours at night: 8%, minimum by law · Philippines → 10%, minimum by law · Philippines",
        "Changed Operations manager, Philippines: Managers of floors: 1 in 4 under ₱50,000 · Half under ₱58,000 · 3 in 4 under ₱80,000; a month, before tax → 1 in 4 under ₱50,000 · Half under ₱61,000 · 3 in 4 under ₱80,000; a month, before tax now OMN, May 2025; before OMN, May 2024",
        "New Philippines: Nights: Hours at night are paid above the basic rate. 10%. OMN",
      ]
    `)
    expect(april.textContent).toContain('And 1 checked again.')
  })

  it('names the feed', () => {
    show(made)
    expect(screen.getByRole('link', { name: 'the Atom feed' }).getAttribute('href')).toBe('/changes.xml')
  })
})

describe('the page of all figures', () => {
  const groups = (library: Library) => {
    const { container } = render(<FigureAges library={library} />)
    return [...container.querySelectorAll('section')].map((group) => group.textContent)
  }

  it('groups them by the day of their next review, each with its age on the day of the content', () => {
    expect(groups(small)).toMatchInlineSnapshot(`
      [
        "By 1 January 20993 figures.Extra pay for hours at night: 10%, minimum by law · Philippines OMN, May 2025, 8 months oldOperations manager, Philippines: Managers of floors: 1 in 4 under ₱50,000 · Half under ₱61,000 · 3 in 4 under ₱80,000; a month, before tax OMN, May 2025, 8 months oldWeeks until a new lead is left alone: 6–12 weeks OMN, May 2025, 8 months old",
      ]
    `)
  })

  it('marks what should have been reviewed', () => {
    const overdue = libraryWith({
      'salaries/philippines.mdx': swap('reviewBy: 2099-01-01\n    measure', 'reviewBy: 2025-12-31\n    measure'),
    })
    const [first, ...rest] = groups(overdue)
    expect(first).toMatch(/^By 31 December 2025.*Overdue: check them against their sources/)
    for (const group of rest) expect(group).not.toContain('Overdue')
  })

  it('gives no age to what is undated', () => {
    const undated = libraryWith({ 'salaries/philippines.mdx': swap('asOf: "2025-05"', 'asOf: "2025-05-04"\n    undated: true') })
    expect(groups(undated).join()).toContain('10%, minimum by law · Philippines OMN, undated, read 4 May 2025')
  })
})
