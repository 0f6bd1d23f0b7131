import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { PlanForm } from '#components/islands/plan-form.tsx'
import { useSnapshot } from '#components/islands/reader-store.ts'
import { NO_PLAN } from '#lib/reader/progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { withStates } from './made-guide.ts'
import { HOSTILE, hadKept, inAnotherTab, kept, newReader, said, TODAY, usable } from './reader-tab.ts'

const Form = () => <PlanForm guide={PLAN_GUIDE} plan={useSnapshot().progress.plan} today={TODAY} />
const page = (
  <ActsBar>
    <Form />
  </ActsBar>
)
const show = () => render(page).container
const target = () => screen.getByLabelText<HTMLSelectElement>('The post you want')
const pace = () => screen.getByLabelText<HTMLSelectElement>('Hours a week for it')
const since = () => screen.getByLabelText<HTMLInputElement>(/^In this stage since/)
const name = () => screen.getByLabelText<HTMLInputElement>(/^Name on the printed plan/)
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const had = (fields: Partial<typeof NO_PLAN>) => hadKept({ ...withStates({}), plan: { ...NO_PLAN, changes: 1, ...fields } })

beforeEach(() => newReader({ still: true }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the form of a plan', () => {
  it('cannot be used before the page is awake', () => {
    const place = document.createElement('div')
    place.innerHTML = renderToString(page)
    expect(place.querySelectorAll('select, input')).toHaveLength(4)
    expect(usable(place)).toEqual([])
    expect(usable(show())).toHaveLength(4)
  })

  it('offers each post once: those with a pathway, ways out, and the others', () => {
    show()
    expect(
      [...target().querySelectorAll('optgroup')].map(({ label, children }) => [
        label,
        ...[...children].map((option) => [option.getAttribute('value'), option.textContent]),
      ]),
    ).toEqual([
      ['With a pathway, step by step', ['team-leader', 'Team leader'], ['ways-out', 'Ways out']],
      ['Other posts, by the skills they ask', ['writer', 'Writer']],
    ])
    expect(target().value).toBe('')
  })

  it.each([
    ['team-leader', 'Your plan leads to team leader.'],
    ['ways-out', 'Your plan leads to ways out.'],
    ['writer', 'Your plan leads to writer.'],
  ])('keeps %s as what the plan leads to, and says so', (value, words) => {
    show()
    write(target(), value)
    expect(kept().plan).toMatchObject({ target: value, pace: 3 })
    expect(target().value).toBe(value)
    expect(said()).toBe(words)
  })

  it('lets the plan lead nowhere again', () => {
    had({ target: 'writer' })
    show()
    write(target(), '')
    expect(kept().plan.target).toBe('')
    expect(said()).toBe('Your plan leads nowhere yet.')
  })

  it('shows a target that the guide does not know as none', () => {
    had({ target: 'astronaut' })
    show()
    expect(target().value).toBe('')
  })

  it('keeps the hours a week', () => {
    show()
    expect(pace().value).toBe('3')
    write(pace(), '10')
    expect(kept().plan.pace).toBe(10)
    expect(said()).toBe('Reckoned with 10 hours a week.')
    write(pace(), '1')
    expect(said()).toBe('Reckoned with 1 hour a week.')
  })

  it('shows hours that came from elsewhere, between those it offers', () => {
    had({ pace: 2.5 })
    show()
    expect(pace().value).toBe('2.5')
    expect([...pace().options].slice(0, 4).map(({ value }) => value)).toEqual(['1', '2', '2.5', '3'])
  })

  it('keeps since when the reader is in the stage, and waits for whole days', () => {
    show()
    expect(since().max).toBe(TODAY)
    write(since(), '0020-05-01')
    expect(localStorage).toHaveLength(0)
    write(since(), '2026-05-01')
    expect(kept().plan.since).toBe('2026-05-01')
    expect(said()).toBe('Counted from that day.')
    write(since(), '')
    expect(said()).toBe('Counted from today.')
  })

  it('keeps the name once the reader pauses or leaves the field', () => {
    show()
    write(name(), 'Ana')
    expect(localStorage).toHaveLength(0)
    act(() => vi.advanceTimersByTime(700))
    expect(kept().plan.name).toBe('Ana')
    expect(said()).toBe('Name written.')
    write(name(), HOSTILE)
    fireEvent.blur(name())
    expect(kept().plan.name).toBe(HOSTILE)
    expect(document.querySelector('img')).toBeNull()
  })

  it('follows another tab while untouched', () => {
    show()
    inAnotherTab({ what: 'plan', fields: { name: 'Ben', target: 'writer', pace: 6, since: '2026-03-04' } })
    expect([name().value, target().value, pace().value, since().value]).toEqual(['Ben', 'writer', '6', '2026-03-04'])
  })
})
