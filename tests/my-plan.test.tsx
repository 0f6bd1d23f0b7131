import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import MyPlan, { PlanPage } from '#components/islands/my-plan.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { guideOutline } from '#lib/guide-outline.ts'
import { GUIDE_DATA } from '#lib/reader/outline.ts'
import { planFile } from '#lib/reader/plan-file.ts'
import { LINK_FAULTS, planFragment } from '#lib/reader/plan-link.ts'
import { type Mark, NO_PLAN, type Plan, type Progress } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { withStates } from './made-guide.ts'
import { HOSTILE, hadKept, inAnotherTab, kept, newReader, said, savedFiles, storage, TODAY, usable } from './reader-tab.ts'

const ORIGIN = 'https://floorwalk.example'
const planOf = (steps: Record<string, Partial<Mark>>, plan: Partial<Plan> = {}): Progress => ({
  ...withStates({}),
  steps: new Map(Object.entries(steps).map(([id, mark]) => [id, marked(mark)])),
  plan: { ...NO_PLAN, target: 'team-leader', changes: 1, ...plan },
})
const MINE = planOf({ 'keep-a-log': { state: 'done' } })
const page = (guide = PLAN_GUIDE) => (
  <ActsBar>
    <PlanPage guide={guide} origin={ORIGIN} />
  </ActsBar>
)
const show = (guide = PLAN_GUIDE) => render(page(guide)).container
/** Screen and paper are both in the page, so most things are there twice. */
const onScreen = () => within(document.querySelector('.screen') as HTMLElement)
const headings = () =>
  onScreen()
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const follow = (fragment: string) => history.replaceState(null, '', `/plan/#${fragment}`)
const notices = () => [...document.querySelectorAll('.notice p')].map(({ textContent }) => textContent)

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the page of a plan before it is awake', () => {
  it('holds nothing that only a script could answer, and nothing of the reader', () => {
    const empty = renderToString(page())
    hadKept(MINE)
    expect(renderToString(page())).toBe(empty)
    const place = document.createElement('div')
    place.innerHTML = empty
    expect(place.querySelectorAll('select, input').length).toBeGreaterThan(3)
    expect(usable(place)).toEqual([])
  })

  it.each([
    ['nothing marked', withStates({})],
    ['a plan', MINE],
  ])('wakes without being laid out anew, with %s', (_, progress) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    hadKept(progress)
    const place = document.createElement('div')
    place.innerHTML = renderToString(page())
    document.body.append(place)
    const first = place.querySelector('h2')
    render(page(), { container: place, hydrate: true })
    expect(error).not.toHaveBeenCalled()
    expect(place.querySelector('h2')).toBe(first)
    expect(usable(place).length).toBeGreaterThan(3)
    place.remove()
  })
})

describe('the plan of a reader', () => {
  it('begins with the question where to', () => {
    const container = show()
    expect(headings()).toEqual(['Where to', 'Bring a plan back'])
    expect(container.textContent).toContain('Choose a post, and the plan fills itself with the steps that lead to it.')
    expect(container.querySelector('.paper')).toBeNull()
    expect(localStorage).toHaveLength(0)
  })

  it('fills itself once the post is chosen', () => {
    const container = show()
    fireEvent.change(screen.getByLabelText('The post you want'), { target: { value: 'team-leader' } })
    expect(headings()).toEqual([
      'Where to',
      'When, if all goes well and if it does not',
      'The steps',
      'What the post asks, and what you can show',
      'For your next one-to-one',
      'Take it along',
      'Start again',
    ])
    expect(container.querySelectorAll('.mark-step')).toHaveLength(6)
    expect(container.querySelector('.plan-count')?.textContent).toBe(
      '0 of 6 steps done, 0%. You are in stage 0, first days. Not where you are? Answer the questions.',
    )
    expect(container.querySelectorAll('.paper-page')).toHaveLength(4)
  })

  it('follows the hours a week in its days', () => {
    hadKept(MINE)
    show()
    const end = () => document.querySelector('#plan-when + p b')?.textContent
    const slow = end()
    fireEvent.change(screen.getByLabelText('Hours a week for it'), { target: { value: '40' } })
    expect(end()).not.toBe(slow)
    expect(document.querySelector('#plan-when + p')?.textContent).toContain('at 40 hours a week')
  })

  it('counts, says and keeps what is marked in it', () => {
    hadKept(MINE)
    show()
    fireEvent.click(document.querySelector('#read-the-day input[value=skip]') as HTMLElement)
    expect(document.querySelector('.plan-count')?.textContent).toMatch(/^1 of 5 steps done, 20%\. You are in stage 1, steady\./)
    expect(said()).toMatch(/^Not for me: Work out your team’s day/)
    expect(kept().steps.get('read-the-day')?.state).toBe('skip')
  })

  it('goes by skills where no pathway leads to the post', () => {
    hadKept(planOf({}, { target: 'writer' }))
    const container = show()
    expect(headings()).not.toContain('When, if all goes well and if it does not')
    expect(container.textContent).toContain('No pathway leads to this post yet. The plan goes by the skills it asks for')
    press(/^Put it in my plan/)
    expect(document.querySelectorAll('.mark-step')).toHaveLength(1)
    expect(said()).toMatch(/^In your plan: /)
  })

  it('asks for no skills where it leads out of the trade', () => {
    hadKept(planOf({}, { target: 'ways-out' }))
    show()
    expect(headings()).toContain('The steps')
    expect(headings()).not.toContain('What the post asks, and what you can show')
  })

  it('stands under the names of today', () => {
    hadKept(planOf({}, { target: 'boss' }))
    show({ ...PLAN_GUIDE, former: { ...PLAN_GUIDE.former, targets: { boss: 'team-leader' } } })
    expect(screen.getByLabelText<HTMLSelectElement>('The post you want').value).toBe('team-leader')
    expect(document.querySelectorAll('.mark-step')).toHaveLength(6)
  })

  it('has each id once', () => {
    hadKept(planOf({ 'list-a-week': { state: 'doing' } }))
    follow(planFragment(MINE))
    show()
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  })

  it('is cleared elsewhere without being written back', () => {
    hadKept(MINE)
    show()
    localStorage.clear()
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: null }))
    })
    expect(headings()).toEqual(['Where to', 'Bring a plan back'])
    expect(localStorage).toHaveLength(0)
  })

  it('can be brought back after it was cleared, also when the page is loaded again', () => {
    hadKept(MINE)
    show()
    press('Clear everything')
    press('Yes, clear everything')
    cleanup()
    show()
    press(/^Bring back the plan from before/)
    expect(kept()).toEqual(MINE)
  })

  it('stands for every pathway of the small tree', () => {
    const guide = guideOutline(loadLibrary('tests/fixtures/small').library)
    for (const { id, goal, stages } of guide.pathways) {
      hadKept(planOf({}, { target: goal ?? id }))
      const container = show(guide)
      expect([...container.querySelectorAll('.mark-step')].map((item) => item.id)).toEqual(
        stages.flatMap((each) => each.steps.map((step) => step.id)),
      )
      cleanup()
    }
    expect(guide.pathways).toHaveLength(1)
  })
})

describe('marks on steps that the guide no longer has', () => {
  const moved = () => [...document.querySelectorAll('details.notice li')].map(({ textContent }) => textContent)

  it('are told of, with what became of them', () => {
    hadKept(planOf({ 'old-log': { state: 'done', note: HOSTILE }, 'learn-by-heart': { state: 'done' } }))
    const container = show()
    expect(container.querySelector('details.notice summary')?.textContent).toBe(
      'The guide has changed 2 steps that you had marked. Nothing is lost.',
    )
    expect(moved()).toEqual([
      `“Keep a log.” is now part of “Keep a question log for four weeks.”. Your mark counts there.${HOSTILE}`,
      '“Learn the script by heart.” was taken out. Your mark is kept in your file.',
    ])
    expect(container.querySelector('details.notice bdi')?.textContent).toBe(HOSTILE)
    expect(container.querySelector('img')).toBeNull()
    expect(document.querySelector<HTMLElement>('#keep-a-log')?.dataset.state).toBe('done')
  })

  it('are told of where they went, also when that is no part of the plan', () => {
    hadKept(planOf({ 'old-log': { state: 'skip' } }, { target: 'ways-out' }))
    show()
    expect(moved()).toEqual(['“Keep a log.” is now part of “Keep a question log for four weeks.”. Your mark counts there.'])
  })
})

describe('a link to somebody’s plan', () => {
  const theirs = planOf({ 'read-a-book': { state: 'done', doneOn: '2026-11-01', note: HOSTILE } }, { name: 'Ana' })
  const whole = planFragment(theirs, { name: true, notes: true })
  const shared = () => screen.queryByRole('region', { name: 'Somebody shared this plan with you' })

  it('shows it beside the reader’s own, and changes not a byte', () => {
    hadKept(MINE)
    follow(whole)
    const before = storage()
    show()
    expect(shared()?.textContent).toContain('Read one book on coaching. done on 1 Nov 2026')
    expect(shared()?.querySelector('.own-note')?.textContent).toBe(HOSTILE)
    expect(shared()?.querySelector('img')).toBeNull()
    expect(document.querySelector<HTMLElement>('#keep-a-log')?.dataset.state).toBe('done')
    expect(document.querySelector<HTMLElement>('#read-a-book')?.dataset.state).toBe('todo')
    expect(storage()).toEqual(before)
    expect(location.hash).toBe(`#${whole}`)
  })

  it.each(['Keep a copy: add it to mine', 'Keep it instead of mine', 'Discard'])(
    'is gone from the page and the address after “%s”',
    (name) => {
      hadKept(MINE)
      follow(whole)
      show()
      press(name)
      expect(shared()).toBeNull()
      expect(location.href).toBe(`${location.origin}/plan/`)
      expect(kept().steps.has('read-a-book')).toBe(name !== 'Discard')
      expect(kept().steps.has('keep-a-log')).toBe(name !== 'Keep it instead of mine')
    },
  )

  it('is kept whole by somebody without a plan', () => {
    follow(whole)
    show()
    expect(localStorage).toHaveLength(0)
    press('Keep a copy')
    expect(kept().plan).toMatchObject({ target: 'team-leader', name: 'Ana' })
    expect(kept().steps.get('read-a-book')?.note).toBe(HOSTILE)
  })

  it('is seen when it comes while the page is open', () => {
    show()
    expect(shared()).toBeNull()
    follow(whole)
    fireEvent(window, new HashChangeEvent('hashchange'))
    expect(shared()).toBeTruthy()
  })

  it('counts what this guide does not know', () => {
    follow(planFragment(planOf({ 'of-another-guide': { state: 'done' } })))
    show()
    expect(shared()?.textContent).toContain('1 of its marks names something this version of the guide does not know.')
  })

  it.each([
    ['broken', whole.slice(0, -6)],
    ['broken', 'plan=1<script>alert(1)</script>z'],
    ['broken', 'plan=%E0%A4%A'],
    ['newer', 'plan=2abcz'],
    ['long', `plan=1${'a'.repeat(2000)}z`],
  ] as const)('that is %s is said to be, and changes nothing', (fault, fragment) => {
    hadKept(MINE)
    follow(fragment)
    const before = storage()
    const container = show()
    expect(notices()[0]).toBe(`${LINK_FAULTS[fault]} Your own plan is as it was.`)
    expect(shared()).toBeNull()
    expect(container.querySelector('script')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Put the link away' }))
    expect(notices()).toEqual([])
    expect(location.hash).toBe('')
    expect(storage()).toEqual(before)
  })

  it('stays open when the reader follows a link to a step below it', async () => {
    hadKept(MINE)
    follow(whole)
    show()
    expect(shared()).toBeTruthy()
    follow('listen')
    fireEvent(window, new HashChangeEvent('hashchange'))
    expect(shared()).toBeTruthy()
  })

  it('is not seen in a link to a heading', () => {
    follow('steps')
    show()
    expect(shared()).toBeNull()
    expect(notices()).toEqual([])
  })
})

describe('the steps of the guide', () => {
  const answer = (...answers: (() => Promise<Response>)[]) => {
    const fetched = vi.fn((_: string) => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? Promise.reject(new Error()))
    vi.stubGlobal('fetch', fetched)
    return fetched
  }
  const here = () => Promise.resolve(Response.json(PLAN_GUIDE))
  const gone = () => Promise.reject(new TypeError('Failed to fetch'))
  const failure = /^The steps of the guide could not be loaded\. Are you without a connection\? What you marked lies safe/

  it('are asked for once, from this site, and the page says what it waits for', async () => {
    const fetched = answer(here)
    const place = document.createElement('div')
    place.innerHTML = renderToString(<MyPlan origin={ORIGIN} />)
    expect(place.textContent).toBe('Laying out your plan …')
    expect(usable(place)).toEqual([])
    expect(place.querySelector('[data-island]')).toBeTruthy()
    expect(fetched).not.toHaveBeenCalled()
    render(<MyPlan origin={ORIGIN} />)
    expect(await screen.findByLabelText('The post you want')).toBeTruthy()
    expect(fetched.mock.calls).toEqual([[GUIDE_DATA]])
  })

  it.each([
    ['the connection is gone', gone],
    ['they are not there', () => Promise.resolve(new Response('Not found', { status: 404 }))],
    ['the server fails with whatever', () => Promise.resolve(Response.json(PLAN_GUIDE, { status: 500 }))],
    ['something else is there', () => Promise.resolve(new Response('<!doctype html>'))],
  ])('are said to be missing when %s, and can be asked for again', async (_, bad) => {
    const fetched = answer(bad, here)
    render(<MyPlan origin={ORIGIN} />)
    expect(await screen.findByText(failure)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save my plan file' })).toBeNull()
    press('Try again')
    expect(await screen.findByLabelText('The post you want')).toBeTruthy()
    expect(screen.queryByText(failure)).toBeNull()
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  it('are not needed to save what was marked, on the reader’s own day', async () => {
    vi.stubEnv('TZ', 'Asia/Manila')
    newReader()
    const files = savedFiles()
    hadKept(MINE)
    answer(gone)
    render(<MyPlan origin={ORIGIN} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Save my plan file' }))
    expect(files.map(({ name }) => name)).toEqual([`floorwalk-plan-${TODAY}.json`])
    expect(await files[0]?.text()).toBe(planFile(MINE, TODAY).text)
  })

  it('come too late for a page that is gone', async () => {
    let come = (_: Response) => {}
    answer(() => new Promise((resolve) => (come = resolve)))
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { unmount } = render(<MyPlan origin={ORIGIN} />)
    unmount()
    await act(async () => come(Response.json(PLAN_GUIDE)))
    expect(error).not.toHaveBeenCalled()
  })
})

it('a mark of another tab reaches the plan', () => {
  hadKept(MINE)
  show()
  inAnotherTab({ what: 'plan', fields: { target: 'writer' } })
  expect(screen.getByLabelText<HTMLSelectElement>('The post you want').value).toBe('writer')
})
