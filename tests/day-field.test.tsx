import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DayField } from '#components/islands/day-field.tsx'

afterEach(cleanup)

const field = () => screen.getByLabelText<HTMLInputElement>('By')
const write = (value: string) => fireEvent.change(field(), { target: { value } })

function show(value: string) {
  const onDay = vi.fn<(day: string) => void>()
  const element = (day: string) => <DayField id="day" label="By" value={day} max="2026-11-23" onDay={onDay} />
  const { rerender } = render(element(value))
  return { onDay, set: (day: string) => rerender(element(day)) }
}

describe('a field for a day', () => {
  it('hands on real days and an emptied field, nothing else', () => {
    const { onDay } = show('2026-01-02')
    for (const text of ['0002-01-31', '1999-12-31', '2100-01-01', '2026-01-02']) write(text)
    expect(onDay).not.toHaveBeenCalled()
    write('2026-01-31')
    write('')
    expect(onDay.mock.calls).toEqual([['2026-01-31'], ['']])
  })

  it('shows what is typed until it is a day', () => {
    show('2026-01-02')
    write('0002-01-31')
    expect(field().value).toBe('0002-01-31')
  })

  it('follows a day that is changed elsewhere', () => {
    const { set } = show('2026-01-02')
    write('0002-01-31')
    set('2026-05-06')
    expect(field().value).toBe('2026-05-06')
    set('')
    expect(field().value).toBe('')
  })

  it('tells the browser which days make sense', () => {
    show('')
    expect([field().type, field().min, field().max]).toEqual(['date', '2000-01-01', '2026-11-23'])
  })
})
