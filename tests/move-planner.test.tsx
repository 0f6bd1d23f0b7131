import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import MovePlanner from '#components/islands/move-planner.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { guideOutline } from '#lib/guide-outline.ts'
import { latticeOutline, moveChoices } from '#lib/lattice-outline.ts'
import { payOutline } from '#lib/pay-outline.ts'
import { LATTICE_DATA } from '#lib/reader/lattice-outline.ts'
import { GUIDE_DATA } from '#lib/reader/outline.ts'
import { withStates } from './made-guide.ts'
import { hadKept, kept, newReader, said, usable } from './reader-tab.ts'

const { library } = loadLibrary()
const [lattice, guide, choices] = [latticeOutline(library), guideOutline(library), moveChoices(library)]
const AGENT = 'customer-service-representative'

/** What the site answers; what is missing fails. */
function site(missing: readonly string[] = [], map = lattice) {
  const asked: string[] = []
  const answer = (address: string): unknown => {
    if (address === LATTICE_DATA) return map
    if (address === GUIDE_DATA) return guide
    return payOutline(address.replace(/^\/moves\/pay\/|\.json$/g, ''), library)
  }
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    if (missing.includes(address)) throw new TypeError('Failed to fetch')
    return { ok: true, json: async () => JSON.parse(JSON.stringify(answer(address))) }
  })
  return asked
}

const page = () => <MovePlanner choices={choices} badges={{}} title="Plan a move" />
const answer = () => within(document.querySelector('.answer') as HTMLElement)

async function open(query: string, missing: readonly string[] = []) {
  const asked = site(missing)
  history.replaceState(null, '', `/moves/${query}`)
  render(page())
  if (query !== '' && !missing.includes(LATTICE_DATA))
    await waitFor(() => expect(document.querySelector('.answer')?.textContent ?? '').not.toContain('Looking at the map'))
  return asked
}
const openRoute = async (from: string, to: string, rest = '') => {
  const asked = await open(`?from=${from}&to=${to}${rest}`)
  await waitFor(() => expect(document.querySelector('.gap-steps')).not.toBeNull())
  return asked
}
const heading = () => answer().getByRole('heading', { level: 2, name: /^(?:From|Where|How)/ }).textContent
const status = () => document.querySelector('.answer > [role=status]')?.textContent
const list = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name })
const choose = (name: string, value: string) => fireEvent.change(list(name), { target: { value } })
const lines = () =>
  [...document.querySelectorAll('.route')].map((route) => [...route.querySelectorAll('.stop-name')].map((stop) => stop.textContent?.trim()))

// The lists hold every role twice, and asking them by role and name takes its time.
vi.setConfig({ testTimeout: 30_000 })
beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the move planner before it is awake', () => {
  it('holds the lists to choose from, and none of them can be used', () => {
    const place = document.createElement('div')
    place.innerHTML = renderToString(page())
    expect(place.querySelectorAll('option').length).toBe(2 * (lattice.roles.length + 1))
    expect(usable(place)).toEqual([])
  })

  it('wakes without being laid out anew, whatever the address asks', async () => {
    site()
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    history.replaceState(null, '', `/moves/?from=${AGENT}&to=team-leader`)
    const place = document.createElement('div')
    place.innerHTML = renderToString(page())
    document.body.append(place)
    render(page(), { container: place, hydrate: true })
    await waitFor(() => expect(document.querySelector('.route')).not.toBeNull())
    expect(error).not.toHaveBeenCalled()
    error.mockRestore()
    place.remove()
  })
})

describe('a question', () => {
  it('asks for nothing before there is one', async () => {
    expect(await open('')).toEqual([])
    expect(await open('?from=astronaut&country=india')).toEqual([])
  })

  it('is chosen in two lists, stands in the address and in the title, and Back brings the one before', async () => {
    await open('')
    expect(document.querySelector('.answer')).toBeNull()
    expect(document.title).toBe('Plan a move · Floorwalk')
    choose('Where you are', AGENT)
    expect(location.search).toBe(`?from=${AGENT}`)
    expect(heading()).toBe('Where customer service representative leads')
    choose('Where you want to be', 'team-leader')
    expect(location.search).toBe(`?from=${AGENT}&to=team-leader`)
    expect(document.title).toBe('From customer service representative to team leader · Floorwalk')
    act(() => {
      history.replaceState(null, '', `/moves/?from=${AGENT}`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    })
    expect(list('Where you want to be').value).toBe('')
    expect(heading()).toBe('Where customer service representative leads')
  })

  it('adds one entry to the history while arrow keys try one role after the other', async () => {
    await open('')
    const before = history.length
    choose('Where you are', AGENT)
    choose('Where you are', 'bookkeeper')
    choose('Where you are', 'claims-processor')
    expect(history.length).toBe(before + 1)
    fireEvent.blur(list('Where you are'))
    choose('Where you are', 'bookkeeper')
    expect(history.length).toBe(before + 2)
  })

  it('is turned round by one press', async () => {
    await openRoute(AGENT, 'team-leader')
    fireEvent.click(screen.getByRole('button', { name: 'Swap' }))
    expect(location.search).toBe(`?from=team-leader&to=${AGENT}`)
    expect(heading()).toBe('From team leader to customer service representative')
  })

  it('with names that nobody knows says so, and uses the rest', async () => {
    await open('?from=astronaut&to=team-leader&country=mars')
    expect([...document.querySelectorAll('.notice p')].map(({ textContent }) => textContent)).toEqual([
      'The address names “astronaut” to start from. The guide has no such role.',
      'The address names “mars” for pay. The guide has no such country.',
    ])
    expect(heading()).toBe('How people get to team leader')
  })

  it('with one role twice says so', async () => {
    await open('?from=trainer&to=trainer')
    expect(status()).toContain('Both ends are the same role')
  })

  it('that cannot be answered without a connection can be asked again', async () => {
    await open(`?from=${AGENT}`, [LATTICE_DATA])
    await screen.findByText(/could not be loaded/)
    site()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'Team leader' })).toBeTruthy()
  })
})

describe('one end alone', () => {
  it('shows every move from there with its kind, and every other role by how far it is', async () => {
    await open(`?from=${AGENT}`)
    const moves = library.get('roles', AGENT).data.leadsTo
    const items = [...document.querySelectorAll('.answer .entries > li')].map(({ textContent }) => textContent ?? '')
    expect(items).toHaveLength(moves.length)
    for (const [place, { harder }] of moves.entries()) expect(items[place]).toContain(harder)
    expect(items[0]).toMatch(/^ ?Team leader up, 12 levels of skill to gain/)
    const named = new Set(
      [...document.querySelectorAll('.answer li > a')].map((link) =>
        new URLSearchParams(link.getAttribute('href')?.split('?')[1]).get('to'),
      ),
    )
    expect(named.size).toBe(lattice.roles.length - 1)
  })

  it('shows who gets there, and leads on without leaving the page', async () => {
    await open('?to=quality-manager')
    const direct = library.reachedFrom('quality-manager').map(({ from }) => from.data.title)
    expect([...document.querySelectorAll('.answer .entries > li > a')].map(({ textContent }) => textContent?.trim()).sort()).toEqual(
      direct.sort(),
    )
    fireEvent.click(answer().getByRole('link', { name: 'Quality analyst' }))
    expect(location.search).toBe('?from=quality-analyst&to=quality-manager')
    expect(document.activeElement?.textContent).toBe('From quality analyst to quality manager')
  })
})

describe('a route', () => {
  it('is drawn from end to end with the kind of each move, and says what it costs', async () => {
    await openRoute(AGENT, 'operations-manager')
    for (const line of lines()) expect([line[0], line.at(-1)]).toEqual(['Customer service representative', 'Operations manager'])
    expect(lines()[0]).toEqual(['Customer service representative', 'Team leader', 'Operations manager'])
    expect(status()).toMatch(/^3 ways\. The shortest takes two moves, \d+ levels of skill to gain\.$/)
    const [first] = document.querySelectorAll('.route')
    expect([...(first?.querySelectorAll('.stop-note') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'up, 12 levels of skill to gain',
      'up, 12 levels of skill to gain',
    ])
  })

  it('says of each move what the writer says of it, and every level that is missing', async () => {
    await openRoute(AGENT, 'team-leader')
    const [move] = library.get('roles', AGENT).data.leadsTo
    const text = document.querySelector('.one-move')?.textContent ?? ''
    for (const words of [move?.harder ?? '?', ...(move?.evidence ?? ['?'])]) expect(text).toContain(words)
    const gaps = document.querySelectorAll('.one-move .gaps')[0]
    const have = new Map(library.get('roles', AGENT).data.competencies.map(({ skill, level }) => [skill, level]))
    const levels = ['foundation', 'working', 'advanced', 'expert']
    const asked = library
      .get('roles', 'team-leader')
      .data.competencies.filter(({ skill, level }) => levels.indexOf(level) > levels.indexOf(have.get(skill) ?? ''))
    expect([...(gaps?.querySelectorAll('li > a') ?? [])].map((link) => link.getAttribute('href'))).toEqual(
      asked.map(({ skill }) => `/skills/${skill}/`),
    )
    expect([...(gaps?.querySelectorAll('.level') ?? [])].map(({ textContent }) => textContent)).toEqual(asked.map(({ level }) => level))
  })

  it('fetches the steps, and the pay of both ends once a country is chosen, and nothing before', async () => {
    const asked = await open(`?from=${AGENT}`)
    expect(asked).toEqual([LATTICE_DATA])
    choose('Where you want to be', 'team-leader')
    await waitFor(() => expect(asked).toContain(GUIDE_DATA))
    choose('Pay in', 'united-states')
    await waitFor(() => expect(document.querySelectorAll('.pay-row').length).toBeGreaterThan(1))
    expect(asked.slice(2)).toEqual([`/moves/pay/${AGENT}.json`, '/moves/pay/team-leader.json'])
    expect(localStorage.getItem('floorwalk-country')).toBe('united-states')
    expect(location.search).toContain('country=united-states')
  })

  it('shows pay with its group and source, says where there is none, and what of the cash may go', async () => {
    localStorage.setItem('floorwalk-country', 'philippines')
    await openRoute(AGENT, 'operations-manager')
    await waitFor(() => expect(document.querySelector('.both-ends .no-figure, .both-ends .pay-row')).not.toBeNull())
    const [rule] = library.get('salaries', 'philippines').data.rules.filter(({ topic }) => topic === 'night')
    const text = document.querySelector('.callout')?.textContent ?? ''
    expect(text).toContain(rule?.rule)
    expect(text).toContain(rule?.exempt)
    for (const row of document.querySelectorAll('.pay-row')) expect(row.querySelector('a[href^="/sources/"]')).not.toBeNull()
  })

  it('gives the time of a move with its source, and adds up only where every move has one', async () => {
    const time = (low: number, address: string) => ({
      times: [
        {
          text: `${low} months`,
          months: [low, low] as const,
          label: 'Until ready',
          when: '2025',
          fit: 'One site.',
          source: 'Survey',
          address,
        },
      ],
    })
    const timed = (ids: readonly string[]) => ({
      ...lattice,
      roles: lattice.roles.map((role) => ({
        ...role,
        moves: role.moves.map((move) =>
          ids.includes(`${role.id} ${move.to}`)
            ? { ...move, ...time(role.level === 1 ? 18 : 30, `/sources/${role.id}/`) }
            : { ...move, times: [] },
        ),
      })),
    })
    const all = [`${AGENT} team-leader`, 'team-leader operations-manager']
    site([], timed(all))
    history.replaceState(null, '', `/moves/?from=${AGENT}&to=operations-manager`)
    const { unmount } = render(page())
    await waitFor(() =>
      expect(document.querySelector('.route')?.textContent).toContain('Together 4 years in its sources; they differ, so the sum is rough.'),
    )
    expect(document.querySelector('.one-move')?.textContent).toContain('18 months Until ready. Survey, 2025. One site.')
    unmount()
    site([], timed(all.slice(1)))
    render(page())
    await waitFor(() =>
      expect(document.querySelector('.route')?.textContent).toContain('no reliable figure yet for one move of it, so nothing is added up'),
    )
  })

  it('that does not exist says why, and what lies nearest', async () => {
    await open(`?from=team-leader&to=${AGENT}`)
    expect(status()).toBe('No route leads there in this guide.')
    expect(answer().getByText(/is a first job/)).toBeTruthy()
    expect(answer().getByText(/^It would lead down/)).toBeTruthy()
    expect(answer().getAllByRole('link').length).toBeGreaterThan(3)
  })
})

describe('the plan', () => {
  /** The first route alone: the others pass other steps. */
  const first = () => within(document.querySelector('.route') as HTMLElement)
  const put = () => first().getAllByRole('button', { name: /^Put it in my plan:/ })
  const undo = () => fireEvent.click(screen.getByRole('button', { name: 'Undo' }))

  it('takes a step with one press, says so at the step, and lets it go again', async () => {
    await openRoute(AGENT, 'quality-analyst')
    const [button] = put()
    const item = button?.closest('li') as HTMLElement
    const id = item.querySelector('a')?.getAttribute('href')?.split('#')[1] ?? ''
    fireEvent.click(button as HTMLElement)
    expect(kept().steps.get(id)).toMatchObject({ state: 'todo', changes: 1 })
    expect(within(item).getByText('In your plan')).toBeTruthy()
    expect(said()).toMatch(/^In your plan: /)
    undo()
    expect(kept().steps.has(id)).toBe(false)
    expect(within(item).queryByText('In your plan')).toBeNull()
  })

  it('takes all steps of a move at once, and lets them all go at once', async () => {
    await openRoute(AGENT, 'quality-analyst')
    const all = first().getByRole('button', { name: /^Put these \d+ steps in my plan/ })
    const count = put().length
    expect(all.textContent).toContain(String(count))
    fireEvent.click(all)
    expect(kept().steps.size).toBe(count)
    expect(first().getAllByText('In your plan')).toHaveLength(count)
    undo()
    expect(kept().steps.size).toBe(0)
    expect(put()).toHaveLength(count)
  })

  it('shows what is done or begun already, and marks what the reader can show', async () => {
    await openRoute(AGENT, 'quality-analyst')
    const [done, begun] = [...document.querySelectorAll('.gap-steps a')].map((link) => link.getAttribute('href')?.split('#')[1] ?? '')
    const skill = document.querySelector('.gaps a')?.getAttribute('href')?.split('/')[2] ?? ''
    act(() =>
      hadKept({ ...withStates({ [done ?? '']: 'done', [begun ?? '']: 'doing' }), claims: new Map([[skill, { level: 4, changes: 1 }]]) }),
    )
    const gap = document.querySelector('.gaps li')
    expect(gap?.getAttribute('data-state')).toBe('done')
    expect(gap?.textContent).toContain('You can show it, by your own word.')
    expect(document.querySelector('.one-move')?.textContent).toMatch(/You can show [1-9]\d* of these \d+ already/)
    expect([...document.querySelectorAll('.standing')].map(({ textContent }) => textContent)).toContain('In your plan, begun')
  })

  it('leads where the reader says, and back', async () => {
    await openRoute(AGENT, 'quality-manager')
    fireEvent.click(screen.getByRole('button', { name: 'Make it my goal: Quality manager' }))
    expect(kept().plan.target).toBe('quality-manager')
    expect(answer().getByText(/^Your plan leads to quality manager/)).toBeTruthy()
    expect(answer().getByRole('link', { name: 'See your plan' }).getAttribute('href')).toBe('/plan/')
    undo()
    expect(kept().plan.target).toBe('')
    expect(screen.getByRole('button', { name: 'Make it my goal: Quality manager' })).toBeTruthy()
  })

  it('holds every step of the pathway that it leads along', async () => {
    hadKept({ ...withStates({}), plan: { target: 'quality-manager', pace: 3, since: '', name: '', changes: 1 } })
    await openRoute(AGENT, 'quality-analyst')
    const own = new Set(
      guide.pathways.find(({ goal }) => goal === 'quality-manager')?.stages.flatMap(({ steps }) => steps.map(({ id }) => id)),
    )
    for (const item of document.querySelectorAll('.gap-steps > li')) {
      const id = item.querySelector('a')?.getAttribute('href')?.split('#')[1] ?? ''
      expect(item.querySelector('.standing') !== null, id).toBe(own.has(id))
    }
  })
})
