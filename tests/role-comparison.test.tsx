import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import RoleComparison, { type CompareGuide } from '#components/islands/role-comparison.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { familyNames } from '#lib/family.ts'
import { payCountries } from '#lib/pay-outline.ts'
import { mixedUpPairs, roleBrief, roleSheet } from '#lib/role-sheet.ts'

const { library } = loadLibrary()
const guide: CompareGuide = {
  roles: library.all('roles').map(roleBrief),
  lines: familyNames.map((id) => ({ id, name: id, badge: <svg aria-hidden="true" /> })),
  pairs: mixedUpPairs(library),
  former: { supervisor: 'team-leader' },
  countries: payCountries(library),
}

/** Sheets that cannot be fetched, and how often each was asked for. */
const broken = new Set<string>()
const asked: string[] = []
let line: 'fast' | 'dead' = 'fast'

beforeEach(() => {
  localStorage.clear()
  broken.clear()
  asked.length = 0
  line = 'fast'
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address)
    if (line === 'dead') return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
    const id = address.replace(/^\/compare\/|\.json$/g, '')
    if (broken.has(id)) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(Response.json(roleSheet(library.get('roles', id), library)))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function openAt(address: string) {
  history.replaceState(null, '', address)
  render(<RoleComparison {...guide} />)
  await settle()
}
/** What is fetched here is there at once, and read within a few turns. */
const settle = () =>
  act(async () => {
    for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
  })
const topics = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
const table = (name: string) => screen.getByRole('table', { name })
const columns = (name: string) =>
  within(table(name))
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent?.trim())
const notices = () => [...document.querySelectorAll('.notice p')].map(({ textContent }) => textContent)
const role = (place: number) => screen.getByLabelText(`Role ${place}`) as HTMLSelectElement
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

describe('the page of the comparison before it is awake', () => {
  it('is a table of all roles, each with its page, and says that more needs a script', () => {
    const place = document.createElement('div')
    place.innerHTML = renderToString(<RoleComparison {...guide} />)
    // What only a script can use has its room, and the style sheet keeps it from sight and reach until then.
    expect([...place.querySelectorAll('input, button, select')].filter((control) => !control.closest('.glance-mark'))).toEqual([])
    expect(place.querySelector('.all-roles')?.hasAttribute('data-awake')).toBe(false)
    expect(place.textContent).toContain('Side by side needs a script')
    const links = [...place.querySelectorAll('.glance tbody a')].map((link) => link.getAttribute('href'))
    expect(links.sort()).toEqual(
      library
        .all('roles')
        .map(({ address }) => address)
        .sort(),
    )
  })

  it('wakes without being laid out anew, whatever the address asks for', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    history.replaceState(null, '', '/compare/?roles=team-leader,trainer')
    const place = document.createElement('div')
    place.innerHTML = renderToString(<RoleComparison {...guide} />)
    document.body.append(place)
    render(<RoleComparison {...guide} />, { container: place, hydrate: true })
    await settle()
    expect(error).not.toHaveBeenCalled()
    expect(columns('What you do')).toEqual(['Team leader', 'Trainer'])
    place.remove()
  })
})

describe('the table of all roles', () => {
  it('compares the two to four that are marked', async () => {
    await openAt('/compare/')
    expect(asked).toEqual([])
    const compare = () => screen.getByRole('button', { name: 'Compare' })
    const status = () => screen.getAllByRole('status').at(-1)?.textContent
    expect(status()).toBe('No role marked. Mark two to four.')
    const mark = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name: `Compare ${name}` }))
    mark('Trainer')
    fireEvent.click(compare())
    expect(location.search).toBe('')
    mark('Team leader')
    expect(compare().getAttribute('aria-disabled')).toBe('false')
    for (const name of ['Recruiter', 'Bookkeeper', 'Site director']) mark(name)
    expect(status()).toContain('Four at most')
    fireEvent.click(compare())
    expect(location.search).toBe('')
    for (const name of ['Recruiter', 'Bookkeeper', 'Site director']) mark(name)
    expect(status()).toContain('Two roles marked.')
    await press('Compare')
    expect(location.search).toBe('?roles=trainer,team-leader')
    expect(asked.sort()).toEqual(['/compare/team-leader.json', '/compare/trainer.json'])
    expect(columns('What you do')).toEqual(['Trainer', 'Team leader'])
  })

  it('suggests roles that people mix up', async () => {
    await openAt('/compare/')
    const links = within(screen.getByRole('region', { name: 'Suggestions' })).getAllByRole('link')
    expect(links.length).toBeGreaterThan(2)
    fireEvent.click(links[0] as HTMLElement)
    await settle()
    expect(`${location.pathname}${location.search}`).toBe(links[0]?.getAttribute('href'))
    expect(screen.getByRole('table', { name: 'What you do' })).toBeTruthy()
  })

  it('begins with the one role of the address', async () => {
    await openAt('/compare/?roles=team-leader')
    expect(screen.getByText('Team leader is chosen. Choose one more to lay beside it.')).toBeTruthy()
    expect((screen.getByRole('checkbox', { name: 'Compare Team leader' }) as HTMLInputElement).checked).toBe(true)
    for (const link of within(screen.getByRole('region', { name: 'Suggestions' })).getAllByRole('link'))
      expect(link.getAttribute('href')).toMatch(/\?roles=team-leader,/)
  })
})

describe('roles side by side', () => {
  it('stand in every topic in the order of the address, and name the document', async () => {
    await openAt('/compare/?roles=team-leader,quality-analyst,trainer')
    expect(document.title).toBe('Team leader, Quality analyst and Trainer, compared · Floorwalk')
    const tables = screen.getAllByRole('table')
    expect(tables.length).toBeGreaterThan(8)
    for (const each of tables)
      expect(
        within(each)
          .getAllByRole('columnheader')
          .map(({ textContent }) => textContent?.trim()),
      ).toEqual(['Team leader', 'Quality analyst', 'Trainer'])
    expect(topics()).toEqual([
      'Easily mixed up',
      'At a glance',
      'What you do',
      'What you are measured on',
      'What you must be able to do',
      'A normal day',
      'A bad day',
      'How you get in',
      'Who it fits',
      'What it pays',
      'From one to another',
    ])
  })

  it('say in words what they share and what not', async () => {
    await openAt('/compare/?roles=team-leader,quality-analyst')
    const marks = [...table('What you must be able to do').querySelectorAll('.overlap')].map(({ textContent }) => textContent)
    expect(new Set(marks)).toEqual(new Set(['Both', 'Both, at different levels', 'Team leader alone', 'Quality analyst alone']))
    const total = within(table('What you must be able to do')).getAllByRole('rowheader').length
    expect(screen.getByText(new RegExp(`^Shared by both: \\d+ of ${total} skills$`))).toBeTruthy()
    expect(within(table('At a glance')).getByText('Level').querySelector('.overlap')?.textContent).toBe('Different')
  })

  it('lead to the move between them both ways', async () => {
    await openAt('/compare/?roles=team-leader,quality-analyst')
    const hrefs = screen.getAllByRole('link', { name: /What carries over/ }).map((link) => link.getAttribute('href'))
    expect(hrefs).toEqual(['/moves/?from=quality-analyst&to=team-leader', '/moves/?from=team-leader&to=quality-analyst'])
    cleanup()
    await openAt('/compare/?roles=bookkeeper,site-director')
    expect(screen.getByText(/no direct move between Bookkeeper and Site director/)).toBeTruthy()
  })

  it('can be changed, swapped, added and taken out, each as a new address', async () => {
    await openAt('/compare/?roles=team-leader,trainer')
    const length = history.length
    fireEvent.change(role(2), { target: { value: 'recruiter' } })
    await settle()
    expect(location.search).toBe('?roles=team-leader,recruiter')
    fireEvent.blur(role(2))
    await press(/^Swap/)
    expect(location.search).toBe('?roles=recruiter,team-leader')
    fireEvent.change(screen.getByLabelText('One more'), { target: { value: 'bookkeeper' } })
    await press('Add')
    expect(location.search).toBe('?roles=recruiter,team-leader,bookkeeper')
    expect(columns('What you do')).toEqual(['Recruiter', 'Team leader', 'Bookkeeper'])
    await press(/^Take out Team leader/)
    expect(location.search).toBe('?roles=recruiter,bookkeeper')
    expect(screen.queryByRole('button', { name: /^Take out/ })).toBeNull()
    expect(history.length).toBe(length + 4)
    // Each was fetched once.
    expect(asked.length).toBe(new Set(asked).size)
  })

  it('change places when one is chosen that stands there already', async () => {
    await openAt('/compare/?roles=team-leader,trainer')
    fireEvent.change(role(1), { target: { value: 'trainer' } })
    await settle()
    expect(location.search).toBe('?roles=trainer,team-leader')
  })

  it('are one question while the keyboard runs through a list of roles', async () => {
    await openAt('/compare/?roles=team-leader,trainer')
    const length = history.length
    for (const value of ['recruiter', 'bookkeeper', 'site-director']) fireEvent.change(role(2), { target: { value } })
    await settle()
    expect(location.search).toBe('?roles=team-leader,site-director')
    expect(history.length).toBe(length + 1)
  })

  it('offer no fifth place', async () => {
    await openAt('/compare/?roles=team-leader,trainer,recruiter,bookkeeper,site-director')
    expect(notices()).toEqual(['Four roles at most stand side by side. Left out: Site director.'])
    expect(screen.queryByLabelText('One more')).toBeNull()
    expect(columns('What you do')).toHaveLength(4)
  })

  it('go back with the browser', async () => {
    await openAt('/compare/')
    fireEvent.click(within(screen.getByRole('region', { name: 'Suggestions' })).getAllByRole('link')[0] as HTMLElement)
    await settle()
    expect(screen.queryByRole('table', { name: 'All roles at a glance' })).toBeNull()
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
    history.back()
    await act(() => back)
    expect(screen.getByRole('table', { name: 'All roles at a glance' })).toBeTruthy()
    expect(document.title).toBe('Compare roles · Floorwalk')
  })

  it('are said to the reader when the address is not quite right', async () => {
    await openAt('/compare/?roles=supervisor,astronaut,trainer,trainer&country=XX')
    expect(notices()).toEqual([
      '“supervisor” is called Team leader today.',
      '“astronaut” is no role of this guide.',
      'Trainer was named more than once and stands here once.',
      'The guide has no pay for “XX”.',
    ])
    expect(columns('What you do')).toEqual(['Team leader', 'Trainer'])
  })
})

describe('pay side by side', () => {
  const country = () => screen.getByLabelText('Country') as HTMLSelectElement

  it('is that of the address, else of the country the reader chose before', async () => {
    localStorage.setItem('floorwalk-country', 'india')
    await openAt('/compare/?roles=team-leader,operations-manager')
    expect(country().value).toBe('india')
    cleanup()
    await openAt('/compare/?roles=team-leader,operations-manager&country=US')
    expect(country().value).toBe('united-states')
    expect(localStorage.getItem('floorwalk-country')).toBe('india')
  })

  it('is kept when it is changed, in the address and for other pages', async () => {
    await openAt('/compare/?roles=team-leader,operations-manager')
    const length = history.length
    fireEvent.change(country(), { target: { value: 'philippines' } })
    await settle()
    expect(location.search).toBe('?roles=team-leader,operations-manager&country=PH')
    expect(localStorage.getItem('floorwalk-country')).toBe('philippines')
    expect(history.length).toBe(length)
    expect(table('What it pays').textContent).toContain('No reliable figure yet.')
    expect(screen.getByText(/^No reliable figure yet for Team leader here/)).toBeTruthy()
  })

  it('is printed like on the page of the country, with what to know before one compares', async () => {
    await openAt('/compare/?roles=team-leader,quality-analyst&country=US')
    expect(screen.getByText(/different groups of people/)).toBeTruthy()
    for (const source of table('What it pays').querySelectorAll('.src')) {
      expect(source.textContent).toMatch(/^.+: .+, .+ · .+\. .+/)
      expect(source.querySelector('a')?.getAttribute('href')).toMatch(/^\/sources\//)
    }
  })
})

describe('a comparison on a bad line', () => {
  it('says what could not be fetched, shows the rest and tries again', async () => {
    broken.add('trainer')
    await openAt('/compare/?roles=team-leader,trainer,recruiter')
    expect(notices()[0]).toMatch(/One role could not be loaded/)
    expect(within(document.querySelector('.notice') as HTMLElement).getByRole('link', { name: 'Trainer' })).toBeTruthy()
    expect(columns('What you do')).toEqual(['Team leader', 'Recruiter'])
    broken.clear()
    await press('Try again')
    expect(columns('What you do')).toEqual(['Team leader', 'Trainer', 'Recruiter'])
    expect(notices()).toEqual([])
    expect(asked.filter((address) => address.includes('recruiter'))).toHaveLength(1)
  })

  it('says that it takes long, and gives up at last', async () => {
    vi.useFakeTimers()
    line = 'dead'
    history.replaceState(null, '', '/compare/?roles=team-leader,trainer')
    render(<RoleComparison {...guide} />)
    expect(screen.getByText('Fetching the roles …')).toBeTruthy()
    expect(screen.queryByText(/takes long/)).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(5000))
    expect(screen.getByText(/takes long/)).toBeTruthy()
    await act(() => vi.advanceTimersByTimeAsync(20_000))
    expect(notices()[0]).toMatch(/2 roles could not be loaded/)
  })
})
