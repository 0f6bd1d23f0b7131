import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { Incoming } from '#components/islands/incoming.tsx'
import { NO_PLAN, type Progress } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { begun, withStates } from './made-guide.ts'
import { HOSTILE, hadKept, kept, newReader, said, storage, TODAY, usable } from './reader-tab.ts'

const THEIRS: Progress = {
  ...withStates({}, begun('team-leader', 'steady')),
  steps: new Map([
    ['check-the-payslip', marked({ state: 'done', doneOn: '2026-11-01', note: 'In the sheet.' })],
    ['train-one-new-starter', marked({ state: 'doing', target: '2027-01-31', evidence: 'Mail' })],
  ]),
  claims: new Map([['coaching', { level: 2, changes: 1 }]]),
  plan: { ...NO_PLAN, target: 'team-leader', pace: 5, name: 'Ana', changes: 2 },
}
const MINE: Progress = {
  ...withStates({ 'keep-a-log': 'done' }),
  plan: { ...NO_PLAN, target: 'writer', changes: 5 },
}

type Props = Parameters<typeof Incoming>[0]

function show(props: Partial<Props> = {}) {
  const onClose = vi.fn()
  const { container } = render(
    <ActsBar>
      <Incoming from="link" theirs={THEIRS} unknown={0} guide={PLAN_GUIDE} today={TODAY} onClose={onClose} {...props} />
    </ActsBar>,
  )
  return { container, onClose }
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const buttons = () => [...document.querySelectorAll('.incoming button')].map(({ textContent }) => textContent)

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a plan from elsewhere', () => {
  it('is told in a sentence, and every mark of it in words', () => {
    hadKept(MINE)
    const { container } = show()
    expect(screen.getByRole('region', { name: 'Somebody shared this plan with you' })).toBeTruthy()
    expect(container.textContent).toContain('You are only looking at it. Your own plan is as it was.')
    expect(container.textContent).toContain(
      'Ana: It leads to team leader. 1 of 5 steps are done, at 5 hours a week. It stands in stage 1, steady.',
    )
    expect([...container.querySelectorAll<HTMLElement>('.read-only li')].map((item) => [item.textContent, item.dataset.state])).toEqual([
      [expect.stringMatching(/^Recalculate your incentive .* done on 1 Nov 2026In the sheet\.$/), 'done'],
      [expect.stringMatching(/^Ask to be the buddy .* doing, by 31 Jan 2027Mail$/), 'doing'],
    ])
  })

  it('can only be looked at', () => {
    hadKept(MINE)
    const { container } = show()
    expect(usable(container.querySelector('.incoming') as HTMLElement).every(({ tagName }) => tagName === 'BUTTON')).toBe(true)
  })

  it('of a file is called that', () => {
    show({ from: 'file' })
    expect(screen.getByRole('region', { name: 'The plan in this file' })).toBeTruthy()
  })

  it('changes nothing while it is looked at, compared and discarded', () => {
    hadKept(MINE)
    const before = storage()
    const { onClose } = show()
    fireEvent.click(screen.getByText('Its marks, step by step'))
    press('Compare with mine')
    press('Compare with mine')
    press('Discard')
    expect(onClose).toHaveBeenCalledOnce()
    expect(storage()).toEqual(before)
    expect(said()).toBe('Put away. Your own plan is as it was.')
  })

  it('is kept as it is by somebody who has no plan', () => {
    const { container, onClose } = show()
    expect(container.textContent).toContain('You have no plan of your own on this device yet.')
    expect(buttons()).toEqual(['Keep a copy', 'Discard'])
    press('Keep a copy')
    expect(kept()).toEqual(THEIRS)
    expect(said()).toBe('It is your plan now.')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('is added to a plan that is there, and that can be taken back', () => {
    hadKept(MINE)
    const { onClose } = show()
    press('Keep a copy: add it to mine')
    expect([...kept().steps.keys()].sort()).toEqual(['check-the-payslip', 'keep-a-log', 'train-one-new-starter'])
    expect(kept().plan).toMatchObject({ target: 'writer', name: 'Ana' })
    expect(said()).toBe('Added to your plan.')
    expect(onClose).toHaveBeenCalledOnce()
    press('Undo')
    expect(kept()).toEqual(MINE)
  })

  it('takes the place of a plan only when asked to, and that can be taken back', () => {
    hadKept(MINE)
    const { onClose } = show()
    press('Keep it instead of mine')
    expect(kept()).toEqual(THEIRS)
    expect(said()).toBe('It stands in the place of your plan. Undo brings yours back.')
    expect(onClose).toHaveBeenCalledOnce()
    press('Undo')
    expect(kept()).toEqual(MINE)
  })

  it('is compared with the reader’s own', () => {
    hadKept({ ...MINE, steps: new Map([...MINE.steps, ['check-the-payslip', marked({ state: 'done' })]]) })
    show()
    const button = screen.getByRole('button', { name: 'Compare with mine' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    const table = screen.getByRole('table')
    expect(table.parentElement?.getAttribute('role')).toBe('status')
    expect(table.parentElement?.querySelector('p')?.textContent).toBe('2 steps differ, 1 marked the same in both.')
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => [...row.children].map(({ textContent }) => textContent)),
    ).toEqual([
      ['Leads to', 'Writer', 'Team leader'],
      ['Hours a week', '3', '5'],
      ['Start: From first shift to team leader', 'nothing', 'Steady'],
      ['Own word: Coaching', 'nothing', 'working'],
      ['Keep a question log for four weeks.', 'done', 'to do'],
      [expect.stringMatching(/^Ask to be the buddy/), 'to do', 'doing'],
    ])
  })

  it('that says the same as the reader’s own is said to', () => {
    hadKept(THEIRS)
    show()
    press('Compare with mine')
    expect(screen.getByText('The two plans say the same.')).toBeTruthy()
  })

  it.each([
    [1, '1 of its marks names something this version of the guide does not know.'],
    [3, '3 of its marks name things this version of the guide does not know.'],
  ])('says that %i of its marks are not known', (unknown, words) => {
    const { container } = show({ unknown })
    expect(container.textContent).toContain(words)
  })

  it('says that parts of it could not be read', () => {
    const { container } = show({ from: 'file', damaged: true })
    expect(container.textContent).toContain('Parts of the file could not be read and are left out. Keep the file.')
  })

  it('without anything in it says so', () => {
    const { container } = show({ theirs: { ...withStates({}), plan: { ...NO_PLAN, pace: 1 } } })
    expect(container.textContent).toContain('It names no post. 0 of 0 steps are done, at 1 hour a week.')
    expect(container.textContent).toContain('No step is marked in it.')
  })

  it('may hold anything, which stays text in the direction of its own letters', () => {
    const steps = new Map([['keep-a-log', marked({ note: HOSTILE, evidence: HOSTILE })]])
    const { container } = show({ theirs: { ...THEIRS, steps, plan: { ...THEIRS.plan, name: HOSTILE } } })
    expect([...container.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([HOSTILE, HOSTILE, HOSTILE])
    expect(container.querySelector('img')).toBeNull()
    for (const bdi of container.querySelectorAll('bdi')) bdi.remove()
    expect(container.textContent).not.toContain('over')
  })

  it('has a name of its own when two are looked at', () => {
    const one = { theirs: THEIRS, unknown: 0, guide: PLAN_GUIDE, today: TODAY, onClose: () => {} }
    render(
      <ActsBar>
        <Incoming from="link" {...one} />
        <Incoming from="file" {...one} />
      </ActsBar>,
    )
    expect(screen.getByRole('region', { name: 'Somebody shared this plan with you' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'The plan in this file' })).toBeTruthy()
  })
})
