import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { PlanGroups } from '#components/islands/plan-groups.tsx'
import { useSnapshot } from '#components/islands/reader-store.ts'
import { planView } from '#lib/reader/plan-view.ts'
import { type Mark, NO_PLAN, type Progress } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { begun, withStates } from './made-guide.ts'
import { hadKept, newReader, TODAY } from './reader-tab.ts'

const Groups = () => <PlanGroups view={planView(useSnapshot().progress, PLAN_GUIDE, TODAY)} />
const had = (steps: Record<string, Partial<Mark>>, target = 'team-leader', rest: Partial<Progress> = {}) => {
  hadKept({
    ...withStates({}, rest),
    steps: new Map(Object.entries(steps).map(([id, mark]) => [id, marked(mark)])),
    plan: { ...NO_PLAN, target, changes: 1 },
  })
  return render(
    <ActsBar>
      <Groups />
    </ActsBar>,
  ).container
}
const next = () => [...document.querySelectorAll('.next li')].map(({ textContent }) => textContent)
const groups = () =>
  [...document.querySelectorAll<HTMLDetailsElement>('.plan-group')].map((group) => [
    group.querySelector('summary')?.textContent,
    group.open,
  ])

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the steps of a plan', () => {
  it('stand stage by stage, the one the reader is in unfolded', () => {
    had({ 'keep-a-log': { state: 'done' } })
    expect(groups()).toEqual([
      ['0 First days 1 of 1 done', false],
      ['1 Steady 0 of 3 done', true],
      ['2 Lead 0 of 2 done', false],
    ])
    expect(document.querySelectorAll('.mark-step')).toHaveLength(6)
  })

  it('say of stages behind the reader that they are', () => {
    had({}, 'team-leader', begun('team-leader', 'steady'))
    expect(groups()[0]).toEqual(['0 First days behind you', false])
  })

  it('leave a fold as the reader has it when the reader moves on', () => {
    had({})
    expect(groups().map(([, open]) => open)).toEqual([true, false, false])
    fireEvent.click(document.querySelector('#keep-a-log input[value=done]') as HTMLElement)
    expect(groups().map(([, open]) => open)).toEqual([true, false, false])
  })

  it('hold what was marked on other pathways, and say from where', () => {
    had({ 'list-a-week': { state: 'doing' } })
    expect(screen.getByRole('heading', { name: 'Also on your list, from other pathways' })).toBeTruthy()
    expect(groups().at(-1)).toEqual(['Look around (Ways out) 0 of 1 done', false])
  })

  it('are opened where they are all there is', () => {
    had({ 'list-a-week': { state: 'doing' } }, 'writer')
    expect(groups()).toEqual([['Look around (Ways out) 0 of 1 done', true]])
  })

  it('say what to do where there are none', () => {
    had({}, 'writer')
    expect(document.querySelector('p')?.textContent).toMatch(/^No steps yet\. Add some from the skills below/)
    expect(document.querySelector('.next')).toBeNull()
  })
})

describe('what comes next', () => {
  it('is at most three: begun, then due, then first, each with a link to it on the page', () => {
    had({
      'read-the-day': { state: 'doing' },
      'hold-one-to-ones': { target: '2027-01-31' },
      'train-one-new-starter': { target: '2026-11-22' },
    })
    expect(next()).toEqual([
      'Work out your team’s day from raw counts before you open the dashboard, and compare. begun',
      expect.stringMatching(/^Ask to be the buddy .* was due 22 Nov 2026$/),
      expect.stringMatching(/^For six weeks, .* by 31 Jan 2027$/),
    ])
    for (const link of document.querySelectorAll('.next a'))
      expect(document.querySelector(link.getAttribute('href') ?? '')?.className).toBe('mark-step')
    expect(document.querySelectorAll('.next .late')).toHaveLength(1)
  })

  it('is late in words too, at the step itself, and no more once it is done', () => {
    had({ 'keep-a-log': { target: '2026-11-22' }, 'read-the-day': { target: TODAY } })
    const line = (id: string) => document.querySelector(`#${id} > .src`)?.textContent
    expect(line('keep-a-log')).toBe('Was due 22 Nov 2026. Choose a new day, or leave it out.')
    expect(line('read-the-day')).toBe('By 23 Nov 2026')
    fireEvent.click(document.querySelector('#keep-a-log input[value=done]') as HTMLElement)
    expect(line('keep-a-log')).toBeUndefined()
  })
})
