import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { OneToOne } from '#components/islands/one-to-one.tsx'
import { oneToOne } from '#lib/reader/one-to-one.ts'
import { planView } from '#lib/reader/plan-view.ts'
import { NO_PLAN, type State } from '#lib/reader/progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { withStates } from './made-guide.ts'
import { newReader, TODAY } from './reader-tab.ts'

const viewOf = (states: Record<string, State>) =>
  planView({ ...withStates(states), plan: { ...NO_PLAN, target: 'team-leader', changes: 1 } }, PLAN_GUIDE, TODAY)
const page = (states: Record<string, State>) => (
  <ActsBar>
    <OneToOne view={viewOf(states)} guide={PLAN_GUIDE} />
  </ActsBar>
)
const text = () => screen.getByLabelText<HTMLTextAreaElement>('What to say')
const anew = () => screen.queryByRole('button', { name: 'Make it anew' })

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what to say in the next one-to-one', () => {
  it('is made from the marks, and made anew with them', () => {
    const { rerender } = render(page({}))
    expect(text().value).toBe(oneToOne(viewOf({}), PLAN_GUIDE))
    rerender(page({ 'keep-a-log': 'doing' }))
    expect(text().value).toBe(oneToOne(viewOf({ 'keep-a-log': 'doing' }), PLAN_GUIDE))
    expect(anew()).toBeNull()
  })

  it('stays as the reader changed it, is not kept, and can be made anew', () => {
    const { rerender } = render(page({}))
    fireEvent.change(text(), { target: { value: 'Hi Ana.' } })
    rerender(page({ 'keep-a-log': 'doing' }))
    expect(text().value).toBe('Hi Ana.')
    expect(localStorage).toHaveLength(0)
    fireEvent.click(anew() as HTMLElement)
    expect(text().value).toBe(oneToOne(viewOf({ 'keep-a-log': 'doing' }), PLAN_GUIDE))
  })

  it('is copied as it stands', async () => {
    const writeText = vi.fn(async () => {})
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    render(page({}))
    fireEvent.change(text(), { target: { value: 'Hi Ana.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Copy the text' }))
    expect(await screen.findByText('Copied.')).toBeTruthy()
    expect(writeText).toHaveBeenCalledWith('Hi Ana.')
  })
})
