import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RolePage } from '#components/role/role-page.tsx'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { libraryWith, smallText, withBody, withField } from './content-tree.ts'

// The press does not run in a browser-like world; the text itself is tested where it is compiled.
vi.mock('#components/article/article-body.tsx', () => ({ ArticleBody: () => <p>The text of the article.</p> }))
afterEach(cleanup)

const { library: small } = loadLibrary('tests/fixtures/small')
const show = (id: string, library: Library = small) => render(<RolePage role={library.get('roles', id)} library={library} />)
/** A heading by its words. The page is long, and asking for roles in all of it is slow. */
const section = (name: string) => screen.queryByText(name, { selector: 'h2' })
const title = () => screen.getByText((_, element) => element?.tagName === 'H1')

describe('the page of a role', () => {
  it('says what it is, of which line, and answers in one sentence', () => {
    show('operations-manager')
    expect(title().textContent).toContain('Operations manager')
    expect(within(title()).getByRole('img', { name: 'People lead line' })).toBeTruthy()
    expect(screen.getByText('A role of the fixture, what it does told in one sentence.')).toBeTruthy()
  })

  it('stands on its trail', () => {
    show('operations-manager')
    const trail = within(screen.getByLabelText('Breadcrumb'))
    expect(trail.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Home', 'Roles', 'Operations manager'])
    expect(trail.getByRole('link', { name: 'Roles' }).getAttribute('href')).toBe('/roles/')
    expect(trail.queryByRole('link', { name: 'Operations manager' })).toBeNull()
  })

  it('answers first: pay, then the quick facts', () => {
    show('operations-manager')
    const labels = screen.getAllByText((_, element) => element?.tagName === 'DT').map(({ textContent }) => textContent)
    expect(labels.slice(0, 4)).toEqual(['Half earn under', 'Before it', 'Hours', 'Reports to'])
    expect(screen.getAllByText('₱61,000 a month').length).toBeGreaterThan(0)
    expect(screen.getByText('Who these count, and the full range').getAttribute('href')).toBe('#pay')
  })

  it('names the empty cell where nobody counts the pay', () => {
    show('team-leader')
    expect(screen.getByText(/^no reliable figure yet:/).textContent).toContain('Philippines')
    expect(screen.getByText(/^No reliable figure yet:/).textContent).toContain('Philippines')
  })

  it('shows under a question every block that the text did not place, and no other', () => {
    show('operations-manager')
    for (const name of ['What do you do all week?', 'What does it pay?', 'Where can you go from here?', 'Questions people ask'])
      expect(section(name)).toBeTruthy()
    // The text places the shift; nothing is said of an outlook, and of nothing to read.
    for (const name of ['What does a shift look like, hour by hour?', 'Will the job still be there?', 'What can you read next?'])
      expect(section(name)).toBeNull()
  })

  it('leads from the contents to parts that are there', () => {
    const { container } = show(
      'operations-manager',
      libraryWith({ 'roles/operations-manager.mdx': withBody('Text.\n'), 'guides/what-bpo-is.mdx': withBody('Text.\n') }),
    )
    const links = [...container.querySelectorAll<HTMLAnchorElement>('#contents a')]
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) expect(container.querySelector(`[id="${link.hash.slice(1)}"]`), link.hash).toBeTruthy()
  })

  it('lists duties, skills with level, measures with their trap, and certificates with a verdict', () => {
    show('team-leader')
    expect(screen.getByText('Read the numbers.').closest('li')).toBeTruthy()
    const skill = screen.getAllByText('Coaching', { selector: 'a' }).find((link) => link.closest('li')?.textContent?.includes('advanced'))
    expect(skill?.getAttribute('href')).toBe('/skills/coaching/')
    expect(screen.getByText('Falls when people hurry.', { exact: false }).textContent).toContain('How it misleads.')
    const verdict = screen.getByText('Floor basics', { selector: 'a' }).closest('li')
    expect(verdict?.textContent).toMatch(/^Skip\s*Floor basics Nobody asks for it\.$/)
  })

  it('shows where moves lead, with what to bring and how long it takes', () => {
    show('team-leader')
    const move = screen
      .getAllByText('Operations manager', { selector: 'a' })
      .map((link) => link.closest('li'))
      .find((item) => item?.textContent?.includes('Put on the table'))
    expect(move?.textContent).toContain('Up')
    expect(move?.textContent).toContain('A quarter of steady numbers.')
    expect(move?.textContent).toContain('6–12 weeks')
  })

  it('names its sources, and how old it is', () => {
    const { container } = show('operations-manager')
    expect(section('Sources')).toBeTruthy()
    expect(container.querySelector('footer a[href="/sources/floor-survey/"]')).toBeTruthy()
    expect(container.querySelector('.history')?.textContent).toMatch(/First published 10 January 2026, reviewed 10 January 2026/)
    expect(container.querySelector('.history time')?.getAttribute('datetime')).toBe('2026-01-10')
  })

  it('warns when it was to be reviewed before', () => {
    show('team-leader', libraryWith({ 'roles/team-leader.mdx': withField('reviewBy', 'reviewBy: 2026-01-11') }))
    expect(screen.getByText(/was to be reviewed by 11 January 2026/).getAttribute('role')).toBe('note')
    cleanup()
    show('team-leader')
    expect(screen.queryByText(/was to be reviewed by/)).toBeNull()
  })

  it('offers the guide for first jobs only where a first job is', () => {
    const library = libraryWith({ 'guides/what-bpo-is.mdx': withField('showOnEntryRoles', 'showOnEntryRoles: true') })
    show('team-leader', library)
    expect(screen.getByText('What BPO is', { selector: '.offer a' })).toBeTruthy()
    cleanup()
    show('operations-manager', library)
    expect(screen.queryByText('What BPO is', { selector: '.offer a' })).toBeNull()
  })

  it('shows text as text, whatever it says', () => {
    const name = 'Agent </title><script>hostile()</script> & "quotes"'
    const { container } = show(
      'agent',
      libraryWith({
        'roles/agent.mdx': withField(
          'figures',
          null,
        )(smallText('roles/team-leader.mdx'))
          .replace('title: Team leader', () => `title: ${JSON.stringify(name)}`)
          .replace('    time: [ramp-weeks]\n', ''),
      }),
    )
    expect(title().textContent).toContain(name)
    expect([...container.querySelectorAll('script')].every(({ type }) => type === 'application/ld+json')).toBe(true)
    for (const { textContent } of container.querySelectorAll('script')) expect(() => JSON.parse(textContent ?? '')).not.toThrow()
  })

  it('leads to the roles before and after it', () => {
    show('operations-manager')
    expect(
      within(screen.getByLabelText('Previous and next'))
        .getByRole('link', { name: /Team leader/ })
        .getAttribute('href'),
    ).toBe('/roles/team-leader/')
  })
})
