import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PlanDates } from '#components/islands/plan-dates.tsx'
import { stepsOf } from '#lib/reader/outline.ts'
import { planView } from '#lib/reader/plan-view.ts'
import { NO_PLAN, type State } from '#lib/reader/progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { withStates } from './made-guide.ts'

afterEach(cleanup)

function show(states: Record<string, State> = {}, pace = 3, target = 'team-leader') {
  const view = planView({ ...withStates(states), plan: { ...NO_PLAN, target, pace, changes: 1 } }, PLAN_GUIDE, '2026-11-22')
  return render(<PlanDates view={view} pace={pace} />).container
}
const rows = () =>
  [...document.querySelectorAll('.when > li')].map((row) => [...row.querySelectorAll(':scope > p')].map((p) => p.textContent))

describe('when a plan may end', () => {
  it('is said first, as a sum and not a promise', () => {
    const container = show()
    expect(container.querySelector('p')?.textContent).toMatch(
      /^Stage 2, lead, done Jul 2027 to Apr 2028, reckoned from today at 3 hours a week\. This is a sum, not a promise\./,
    )
    expect(screen.getByRole('link', { name: 'with the pathway' }).getAttribute('href')).toBe('/pathways/team-leader/#time')
  })

  it('is said for each stage ahead, with what is open, and what it rests on', () => {
    show({ 'keep-a-log': 'done', 'read-the-day': 'skip' })
    expect(rows()).toEqual([
      ['1Steady: May 2027 to Nov 2027', '3 open steps: 3–6 weeks at 3 hours a week.'],
      [
        '2Lead: Jun 2027 to Feb 2028',
        '1 open step: 1–3 months at 3 hours a week. No source says how long people stay in this stage, so only the steps count: the least it can take.',
      ],
    ])
  })

  it('names the source of every length of time', () => {
    const container = show()
    expect(container.querySelector('.sourced')?.textContent).toBe(
      '6–12 months: agent to the next agent level at one employer. Career map: Call Center, Sales and Support, undated, read in November 2026. One insurer’s own centre.',
    )
    expect(container.querySelector('.sourced a')?.getAttribute('href')).toBe('/sources/career-map/')
  })

  it('is reckoned at one hour in the singular', () => {
    show({}, 1)
    expect(document.body.textContent).toContain('at 1 hour a week')
    expect(document.body.textContent).not.toContain('1 hours')
  })

  it('is not reckoned where nothing is left', () => {
    const all = stepsOf(PLAN_GUIDE.pathways).map(({ step }) => [step.id, 'done'] as const)
    const container = show(Object.fromEntries(all))
    expect(container.textContent).toBe('Every step that counts is done. What is left is the post itself.')
  })
})
