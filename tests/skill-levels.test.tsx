import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { useSnapshot } from '#components/islands/reader-store.ts'
import { SkillLevels } from '#components/islands/skill-levels.tsx'
import { planView } from '#lib/reader/plan-view.ts'
import { NO_PLAN } from '#lib/reader/progress.ts'
import { gapsTo } from '#lib/reader/standing.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { withStates } from './made-guide.ts'
import { hadKept, kept, newReader, said, TODAY } from './reader-tab.ts'

function Levels({ post, planned }: { post: string; planned: boolean }) {
  const { progress } = useSnapshot()
  const role = PLAN_GUIDE.roles.find(({ id }) => id === post)
  if (!role) throw new Error(`The guide has no role ${post}.`)
  const view = planView({ ...progress, plan: { ...NO_PLAN, target: post } }, PLAN_GUIDE, TODAY)
  const gaps = gapsTo(role, progress, PLAN_GUIDE.pathways)
  return <SkillLevels role={role} gaps={gaps} skills={PLAN_GUIDE.skills} {...(planned ? { plan: view } : {})} />
}

const show = (post = 'team-leader', planned = false) =>
  render(
    <ActsBar>
      <Levels post={post} planned={planned} />
    </ActsBar>,
  )
const summary = () => document.querySelector('b')?.textContent
const row = (name: string) => screen.getByRole('link', { name }).closest('li') as HTMLElement
const select = (name: string) => within(row(name)).getByRole<HTMLSelectElement>('combobox', { name: `I can show it: ${name}, at level` })

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('what a post asks', () => {
  it('stands skill by skill with its level, essential ones first, and what builds it', () => {
    show()
    expect(summary()).toBe('You can show 0 of the 3 skills')
    expect(screen.getAllByRole('listitem').map((item) => [item.querySelector('p')?.textContent, item.dataset.state])).toEqual([
      ['Coaching advanced ', 'todo'],
      ['Team leadership working ', 'todo'],
      ['Spreadsheets working useful, not required', 'todo'],
    ])
    expect(
      within(row('Spreadsheets'))
        .getByRole('link', { name: /^Recalculate/ })
        .getAttribute('href'),
    ).toBe('/pathways/team-leader/steady/#check-the-payslip')
    expect(screen.queryByRole('button', { name: /Put it in my plan/ })).toBeNull()
  })

  it('counts steps that are done, as far as they reach', () => {
    hadKept(withStates({ 'train-one-new-starter': 'done', 'check-the-payslip': 'done' }))
    show()
    expect(summary()).toBe('You can show 1 of the 3 skills')
    expect(row('Coaching').dataset.state).toBe('doing')
    expect(row('Coaching').textContent).toContain('Shown to working level, by “Ask to be the buddy')
    expect(row('Spreadsheets').dataset.state).toBe('done')
    expect(within(row('Spreadsheets')).queryByRole('combobox')).toBeNull()
  })

  it('can be said by the reader, changed and taken back', () => {
    show()
    expect(select('Coaching').value).toBe('')
    fireEvent.change(select('Coaching'), { target: { value: '2' } })
    expect(kept().claims.get('coaching')).toEqual({ level: 2, changes: 1 })
    expect(said()).toBe('Coaching: you say working.')
    expect(row('Coaching').textContent).toContain('Shown to working level, by your own word')
    fireEvent.change(select('Coaching'), { target: { value: '4' } })
    expect(row('Coaching').dataset.state).toBe('done')
    expect(summary()).toBe('You can show 1 of the 3 skills')
    fireEvent.change(select('Coaching'), { target: { value: '' } })
    expect(kept().claims.get('coaching')).toEqual({ level: 0, changes: 3 })
    expect(said()).toBe('Coaching: taken back.')
    expect(row('Coaching').dataset.state).toBe('todo')
  })

  it('leaves out a skill that the page does not know', () => {
    render(
      <SkillLevels
        role={{ id: 'x', title: 'X', address: '/roles/x/', asks: [] }}
        gaps={[{ skill: 'unknown', asked: 2, need: 'useful', have: 0, steps: [] }]}
        skills={PLAN_GUIDE.skills}
      />,
    )
    expect(screen.queryByRole('listitem')).toBeNull()
  })
})

describe('a step that builds what is missing', () => {
  it('can be put into a plan that does not hold it', () => {
    show('writer', true)
    const text = 'Keep a question log for four weeks.'
    fireEvent.click(screen.getByRole('button', { name: `Put it in my plan: ${text}` }))
    expect(kept().steps.get('keep-a-log')).toMatchObject({ state: 'todo', changes: 1 })
    expect(said()).toBe(`In your plan: ${text}`)
    expect(screen.queryByRole('button', { name: /Put it in my plan/ })).toBeNull()
    expect(within(row('Written communication')).getByRole('link', { name: text })).toBeTruthy()
  })

  it('of the plan itself comes before one from elsewhere, and is not offered again', () => {
    show('team-leader', true)
    expect(screen.queryByRole('button', { name: /Put it in my plan/ })).toBeNull()
  })
})
