import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PathwayProgress from '#components/islands/pathway-progress.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { formerNames, pathwayOutline, roleOutline, skillOutline } from '#lib/guide-outline.ts'
import type { FormerNames, PathwayOutline } from '#lib/reader/outline.ts'
import { NO_PLAN } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'
import { begun, pathway, role, stage, step, withStates } from './made-guide.ts'
import { hadKept, inAnotherTab, kept, newReader, said, usable } from './reader-tab.ts'

const teach = step('teach', { builds: [['coaching', 2]] })
const UP = pathway(
  'up',
  [stage('first', ['ask', 'listen']), stage('middle', [teach, 'note']), stage('last', [step('lead', { builds: [['coaching', 3]] })])],
  {
    goal: 'leader',
    questions: [
      {
        question: 'How long have you been there?',
        options: [
          { label: 'I am new', stage: 'first' },
          { label: 'A year', stage: 'middle' },
        ],
      },
      {
        question: 'Do you lead?',
        options: [
          { label: 'No', stage: 'first' },
          { label: 'Yes', stage: 'last' },
        ],
      },
    ],
  },
)
const NO_FORMER: FormerNames = { targets: {}, stages: {}, skills: {} }
const PROPS = {
  pathway: UP,
  elsewhere: [pathway('out', [stage('look', [step('', { id: 'tell', text: '', builds: [['coaching', 2]] })])])],
  role: role('leader', [{ skill: 'coaching', level: 3, need: 'essential' }]),
  skills: [{ id: 'coaching', title: 'Coaching', address: '/skills/coaching/' }],
  former: NO_FORMER,
  builtOn: '2026-11-22',
  stageNotes: ['2 steps', '2 more steps', '1 step'],
  headings: { where: <h2>Where</h2>, stages: <h2>Stages</h2>, skills: <h2>Shown</h2> },
}
const page = (change: Partial<typeof PROPS> = {}) => <PathwayProgress {...PROPS} {...change} />
const show = (change: Partial<typeof PROPS> = {}) => render(page(change)).container

const choose = (id: string, name: string) =>
  fireEvent.click(within(document.getElementById(id) as HTMLElement).getByRole('radio', { name, hidden: true }))
const count = () => document.querySelector('.pathway-count p')?.textContent
const bar = () => document.querySelector<HTMLProgressElement>('.pathway-count progress')
const stages = () => [...document.querySelectorAll<HTMLElement>('.stage')]
const states = () => stages().map((each) => each.dataset.state)
const stageCount = (order: number) => stages()[order]?.querySelector('.stage-count')?.textContent
const here = () => stages().findIndex((each) => each.getAttribute('aria-current') === 'step')
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }))

/** The page as the export writes it. */
function still(element = page()): HTMLElement {
  const place = document.createElement('div')
  place.innerHTML = renderToString(element)
  return place
}

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a pathway as the export writes it', () => {
  it('holds nothing that only a script could answer', () => {
    expect(usable(still())).toEqual([])
    expect(still().querySelectorAll('input').length).toBeGreaterThan(20)
  })

  it('is whole: every question with a link for each answer, every stage, every step', () => {
    const exported = still()
    for (const each of UP.stages) {
      expect(exported.textContent).toContain(each.purpose)
      for (const { id, text } of each.steps) expect(exported.querySelector(`#${id}`)?.textContent).toContain(text)
    }
    expect(
      [...exported.querySelectorAll('.choice')].map((each) => [each.textContent, each.querySelector('a')?.getAttribute('href')]),
    ).toEqual([
      ['I am newI am new: start at stage 0', '/pathways/up/first/'],
      ['A yearA year: start at stage 1', '/pathways/up/middle/'],
      ['NoNo: start at stage 0', '/pathways/up/first/'],
      ['YesYes: start at stage 2', '/pathways/up/last/'],
    ])
  })

  it('is whole for the guide of the small tree too', () => {
    const { library } = loadLibrary('tests/fixtures/small')
    const [entry] = library.all('pathways')
    if (!entry) throw new Error('The small tree has no pathway.')
    const outline: PathwayOutline = pathwayOutline(entry, library)
    const goal = library.get('roles', entry.data.goal ?? '')
    const element = page({
      pathway: outline,
      elsewhere: [],
      role: roleOutline(goal),
      skills: goal.data.competencies.map(({ skill }) => skillOutline(library.get('skills', skill))),
      former: formerNames(library),
    })
    const exported = still(element)
    expect(usable(exported)).toEqual([])
    const steps = outline.stages.flatMap((each) => each.steps)
    expect(steps).toHaveLength(6)
    for (const { id, text } of steps) expect(exported.querySelector(`#${id}`)?.textContent).toContain(text)
    expect(render(element).container.textContent).toBe(exported.textContent)
  })

  it('reads the same once it is awake and nothing is marked', () => {
    const exported = still().textContent
    expect(show().textContent).toBe(exported)
    expect(usable(document).length).toBeGreaterThan(20)
    expect(localStorage).toHaveLength(0)
  })

  it('is the same for every reader, whatever they marked', () => {
    const before = still().innerHTML
    hadKept(withStates({ ask: 'done' }, begun('up', 'last')))
    expect(still().innerHTML).toBe(before)
  })

  it('wakes without being laid out anew, and then shows what was marked', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    hadKept(withStates({ ask: 'done', lead: 'doing' }, begun('up', 'middle')))
    const place = still()
    document.body.append(place)
    const heading = place.querySelector('h2')
    render(page(), { container: place, hydrate: true })
    expect(error).not.toHaveBeenCalled()
    expect(place.querySelector('h2')).toBe(heading)
    expect(states()).toEqual(['behind', 'todo', 'doing'])
    place.remove()
  })
})

describe('marking on a pathway', () => {
  it('is said, kept, counted and drawn', () => {
    show()
    expect(count()).toBe('0 of 5 steps done, 0%.')
    choose('ask', 'Done')
    expect(said()).toBe('Done: Do ask.')
    expect(kept().steps.get('ask')).toMatchObject({ state: 'done', doneOn: '2026-11-23' })
    expect(count()).toBe('1 of 5 steps done, 20%.')
    expect([bar()?.value, bar()?.max]).toEqual([1, 5])
    expect(stageCount(0)).toBe('1 of 2 done')
    expect(states()).toEqual(['doing', 'todo', 'todo'])
    expect(document.querySelectorAll('.strip-picture .half')).toHaveLength(1)
    choose('listen', 'Done')
    expect(states()).toEqual(['done', 'todo', 'todo'])
    expect(here()).toBe(1)
  })

  it('counts what is under way without calling it done', () => {
    show()
    choose('ask', 'Doing')
    expect(count()).toBe('0 of 5 steps done, 0%; 1 under way.')
    expect(stageCount(0)).toBe('0 of 2 done, 1 under way')
  })

  it('leaves what is not for the reader out of the total, and says so', () => {
    show()
    choose('ask', 'Not for me')
    expect(count()).toBe('0 of 4 steps done, 0%; 1 not for you and not counted.')
    expect(stageCount(0)).toBe('0 of 1 done, 1 not for you')
    choose('listen', 'Not for me')
    expect(states()[0]).toBe('skip')
    expect(here()).toBe(1)
    for (const id of ['teach', 'note', 'lead']) choose(id, 'Not for me')
    expect(count()).toBe('0 of 0 steps done, 0%; 5 not for you and not counted.')
    expect([bar()?.value, bar()?.max]).toEqual([0, 1])
    expect(here()).toBe(-1)
  })

  it('can be taken back', () => {
    show()
    choose('ask', 'Done')
    press('Undo')
    expect(count()).toBe('0 of 5 steps done, 0%.')
    expect(said()).toBe('Taken back.')
  })

  it('is seen when another tab does it', () => {
    show()
    inAnotherTab({ what: 'step', id: 'lead', fields: { state: 'done' } })
    expect(count()).toBe('1 of 5 steps done, 20%.')
  })

  it('says of open steps that what they build is shown already', () => {
    show()
    const known = () => [...document.querySelectorAll('.known')].map((each) => each.closest('li')?.id)
    expect(known()).toEqual([])
    inAnotherTab({ what: 'step', id: 'tell', fields: { state: 'done' } })
    expect(known()).toEqual(['teach'])
    choose('teach', 'Doing')
    expect(known()).toEqual([])
  })
})

describe('stages behind the reader', () => {
  it('do not count, and can be opened again and put back', () => {
    hadKept(withStates({ ask: 'done' }, begun('up', 'middle')))
    show()
    expect(states()).toEqual(['behind', 'todo', 'todo'])
    expect(count()).toBe('0 of 3 steps done, 0%.')
    expect(stageCount(0)).toBe('Already behind youOpen it again: first')
    press('Open it again: first')
    expect(said()).toBe('Stage 0 is open again, and its steps count.')
    expect(states()).toEqual(['doing', 'todo', 'todo'])
    expect(count()).toBe('1 of 5 steps done, 20%.')
    expect(kept().starts.get('up')).toMatchObject({ stage: 'middle', reopened: ['first'] })
    press('Put it behind me: first')
    expect(said()).toBe('Stage 0 is behind you again.')
    expect(count()).toBe('0 of 3 steps done, 0%.')
    press('Undo')
    expect(count()).toBe('1 of 5 steps done, 20%.')
  })

  it('keep the focus on the button that opens and closes them', () => {
    hadKept(withStates({}, begun('up', 'middle')))
    show()
    const button = screen.getByRole('button', { name: 'Open it again: first' })
    button.focus()
    fireEvent.click(button)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Put it behind me: first' }))
  })

  it('are opened one by one', () => {
    hadKept(withStates({}, begun('up', 'last', ['first'])))
    show()
    expect(states()).toEqual(['todo', 'behind', 'todo'])
    press('Open it again: middle')
    expect(kept().starts.get('up')?.reopened).toEqual(['first', 'middle'])
    press('Put it behind me: first')
    expect(kept().starts.get('up')?.reopened).toEqual(['middle'])
    expect(screen.queryByRole('button', { name: /: last$/ })).toBeNull()
  })

  it('count for the skills that they build', () => {
    hadKept(withStates({}, begun('up', 'last')))
    show()
    expect(document.querySelector('.skill-levels .src')?.textContent).toBe('Shown to working level, by stage “middle” that is behind you')
  })
})

describe('the way to the plan', () => {
  const link = () => screen.getByRole('link', { name: /plan$/ })
  const follow = () => {
    link().addEventListener('click', (event) => event.preventDefault())
    fireEvent.click(link())
  }

  it('makes a plan that leads nowhere lead here', () => {
    show()
    expect(link().textContent).toBe('Make it your plan')
    follow()
    expect(kept().plan.target).toBe('leader')
    expect(link().textContent).toBe('Your plan')
    expect(screen.queryByRole('button', { name: 'Let my plan lead here' })).toBeNull()
  })

  it('turns a plan that leads elsewhere only when asked to', () => {
    hadKept({ ...withStates({}), plan: { ...NO_PLAN, target: 'writer', changes: 1 } })
    show()
    follow()
    expect(kept().plan.target).toBe('writer')
    press('Let my plan lead here')
    expect(kept().plan.target).toBe('leader')
    expect(said()).toBe('Your plan leads here.')
  })

  it('knows that a plan leads here under an earlier name', () => {
    hadKept({ ...withStates({}), plan: { ...NO_PLAN, target: 'boss', changes: 1 } })
    show({ former: { ...NO_FORMER, targets: { boss: 'leader' } } })
    expect(link().textContent).toBe('Your plan')
    expect(screen.queryByRole('button', { name: 'Let my plan lead here' })).toBeNull()
  })
})

it('a pathway that leads to no post asks for no skills and becomes the plan by its own name', () => {
  const { goal: _, ...out } = UP
  const { role: __, ...rest } = PROPS
  render(<PathwayProgress {...rest} pathway={out} />)
  expect(screen.queryByRole('heading', { name: 'Shown' })).toBeNull()
  const link = screen.getByRole('link', { name: 'Make it your plan' })
  link.addEventListener('click', (event) => event.preventDefault())
  fireEvent.click(link)
  expect(kept().plan.target).toBe('up')
})

it('marks on retired steps count for their successors', () => {
  hadKept({ ...withStates({}), steps: new Map([['beg', marked({ state: 'done', note: 'Mine.' })]]) })
  show({ pathway: { ...UP, retired: [{ id: 'beg', text: 'Beg.', successor: 'ask' }] } })
  expect(count()).toBe('1 of 5 steps done, 20%.')
  expect(document.querySelector('#ask .mark-more summary')?.textContent).toBe('Your note: Do ask.')
})
