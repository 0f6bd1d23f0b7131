import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { useSnapshot } from '#components/islands/reader-store.ts'
import { StepMarks, webAddress } from '#components/islands/step-marks.tsx'
import type { RetiredStep } from '#lib/reader/outline.ts'
import { STATE_NAMES, STATES } from '#lib/reader/progress.ts'
import { markFor } from '#lib/reader/standing.ts'
import { step, withStates } from './made-guide.ts'
import { HOSTILE, hadKept, inAnotherTab, kept, newReader, said, TODAY, toggle, unfold, usable } from './reader-tab.ts'

const ASK = step('ask', { text: 'Ask for one thing to own.', evidence: 'A yes in writing.' })

function Marks({ retired }: { retired: readonly RetiredStep[] }) {
  const { progress } = useSnapshot()
  return (
    <ol>
      <StepMarks step={ASK} mark={markFor(progress, 'ask', retired)} today={TODAY} retired={retired} address="/pathways/up/first/" />
    </ol>
  )
}

const show = (retired: readonly RetiredStep[] = []) =>
  render(
    <ActsBar>
      <Marks retired={retired} />
    </ActsBar>,
  )
const choice = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const field = (label: RegExp) => within(unfold('ask')).getByLabelText<HTMLInputElement>(label)
const noteField = () => field(/^Note/)
const proofField = () => field(/^Proof/)
const write = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } })
const pass = (time: number) => act(() => vi.advanceTimersByTime(time))
const mark = () => kept().steps.get('ask')

beforeEach(() => newReader({ still: true }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the four states of a step', () => {
  it('are four choices under the words of the step, "To do" chosen', () => {
    show()
    const group = screen.getByRole('group', { name: 'Where are you with: Ask for one thing to own.' })
    expect(
      within(group)
        .getAllByRole<HTMLInputElement>('radio')
        .map(({ checked, labels }) => [labels?.[0]?.textContent, checked]),
    ).toEqual([
      ['To do', true],
      ['Doing', false],
      ['Done', false],
      ['Not for me', false],
    ])
    expect(localStorage).toHaveLength(0)
  })

  it.each(STATES)('%s stands as a word, in data and in storage, and is said', (state) => {
    hadKept(withStates({ ask: state === 'todo' ? 'doing' : 'todo' }))
    const { container } = show()
    fireEvent.click(choice(STATE_NAMES[state]))
    expect(container.querySelector<HTMLElement>('#ask')?.dataset.state).toBe(state)
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([choice(STATE_NAMES[state])])
    expect(mark()).toMatchObject({ state, doneOn: state === 'done' ? TODAY : '' })
    expect(said()).toBe(`${STATE_NAMES[state]}: Ask for one thing to own.`)
  })

  it('follow what another tab says', () => {
    const { container } = show()
    inAnotherTab({ what: 'step', id: 'ask', fields: { state: 'done' } })
    expect(choice('Done').checked).toBe(true)
    expect(container.querySelector<HTMLElement>('#ask')?.dataset.state).toBe('done')
    expect(said()).toBe('')
  })

  it('leave the focus on what was chosen', () => {
    show()
    choice('Doing').focus()
    fireEvent.click(choice('Doing'))
    expect(document.activeElement).toBe(choice('Doing'))
  })

  it('link the step to where it is told in full', () => {
    show()
    expect(screen.getByRole('link', { name: ASK.text }).getAttribute('href')).toBe('/pathways/up/first/#ask')
  })
})

describe('the fold of a step', () => {
  it('holds no field until it is opened, and says what is in it', () => {
    hadKept({
      ...withStates({}),
      steps: new Map([['ask', { state: 'doing', note: 'Mine.', target: '2027-01-31', doneOn: '', evidence: 'Mail', changes: 1 }]]),
    })
    const { container } = show()
    expect(container.querySelector('.mark-more summary')?.textContent).toBe('Your note, date, proof: Ask for one thing to own.')
    expect(usable(container.querySelector('.mark-more') as HTMLElement)).toEqual([])
    expect(noteField().value).toBe('Mine.')
    expect(field(/^I want it done by/).value).toBe('2027-01-31')
    expect(proofField().value).toBe('Mail')
    expect(screen.getByText('You have it when: A yes in writing.')).toBeTruthy()
  })

  it('asks for the day only of a step that is done', () => {
    show()
    unfold('ask')
    expect(screen.queryByLabelText('Done on')).toBeNull()
    fireEvent.click(choice('Done'))
    expect(screen.getByLabelText<HTMLInputElement>('Done on').value).toBe(TODAY)
    write(screen.getByLabelText('Done on'), '2026-11-20')
    expect(mark()?.doneOn).toBe('2026-11-20')
    expect(said()).toBe('Done on: 20 Nov 2026.')
  })
})

describe('a note', () => {
  it('is kept once the reader pauses, and not before', () => {
    show()
    write(noteField(), 'Ask')
    pass(600)
    write(noteField(), 'Asked Ana')
    pass(699)
    expect(localStorage).toHaveLength(0)
    pass(1)
    expect(mark()).toMatchObject({ note: 'Asked Ana', changes: 1 })
    expect(said()).toBe('Note written.')
    expect(noteField().value).toBe('Asked Ana')
  })

  it('is kept when the reader leaves the field, once', () => {
    show()
    write(noteField(), 'Asked Ana')
    fireEvent.blur(noteField())
    expect(mark()).toMatchObject({ note: 'Asked Ana', changes: 1 })
    pass(5000)
    expect(mark()?.changes).toBe(1)
  })

  it('is kept when the page is hidden', () => {
    show()
    write(noteField(), 'Asked Ana')
    const state = vi.spyOn(document, 'visibilityState', 'get')
    state.mockReturnValue('visible')
    fireEvent(document, new Event('visibilitychange'))
    expect(localStorage).toHaveLength(0)
    state.mockReturnValue('hidden')
    fireEvent(document, new Event('visibilitychange'))
    state.mockRestore()
    expect(mark()?.note).toBe('Asked Ana')
  })

  it('is kept when the page is left', () => {
    show()
    write(noteField(), 'Asked Ana')
    fireEvent(window, new Event('pagehide'))
    expect(mark()?.note).toBe('Asked Ana')
  })

  it('is kept when the fold is closed and when the page is taken down', () => {
    const { unmount } = show()
    write(noteField(), 'Asked Ana')
    toggle(screen.getByLabelText(/^Note/).closest('details') as HTMLDetailsElement, false)
    expect(mark()?.note).toBe('Asked Ana')
    write(noteField(), 'Asked Ana and Ben')
    unmount()
    expect(mark()?.note).toBe('Asked Ana and Ben')
  })

  it('that is as it was before changes nothing', () => {
    hadKept({
      ...withStates({}),
      steps: new Map([['ask', { state: 'todo', note: 'Mine.', target: '', doneOn: '', evidence: '', changes: 1 }]]),
    })
    show()
    write(noteField(), 'Mine. Or not')
    write(noteField(), 'Mine.')
    fireEvent.blur(noteField())
    expect(mark()?.changes).toBe(1)
    expect(said()).toBe('')
  })

  it('that another tab changes while this one writes is kept beside what is written here', () => {
    show()
    write(noteField(), 'From here')
    inAnotherTab({ what: 'step', id: 'ask', fields: { note: 'From there' } })
    expect(noteField().value).toBe('From here')
    fireEvent.blur(noteField())
    expect(mark()?.note).toBe('From here\n\nFrom there')
    expect(noteField().value).toBe('From here\n\nFrom there')
  })

  it('follows another tab while nobody writes here', () => {
    show()
    expect(noteField().value).toBe('')
    inAnotherTab({ what: 'step', id: 'ask', fields: { note: 'From there', evidence: 'A mail' } })
    expect(noteField().value).toBe('From there')
    expect(proofField().value).toBe('A mail')
  })

  it('of a step that took over from a retired one is written on', () => {
    hadKept({
      ...withStates({}),
      steps: new Map([['beg', { state: 'doing', note: 'Old.', target: '2027-01-31', doneOn: '', evidence: '', changes: 3 }]]),
    })
    show([{ id: 'beg', text: 'Beg.', successor: 'ask' }])
    expect(noteField().value).toBe('Old.')
    write(noteField(), 'Old. New.')
    fireEvent.blur(noteField())
    expect(mark()).toMatchObject({ note: 'Old. New.', state: 'doing', target: '2027-01-31' })
    expect(kept().steps.get('beg')?.note).toBe('Old.')
  })

  it('may hold anything, and stays text', () => {
    const { container } = show()
    write(noteField(), HOSTILE)
    fireEvent.blur(noteField())
    expect(mark()?.note).toBe(HOSTILE)
    expect(noteField().value).toBe(HOSTILE)
    expect(container.querySelector('img, b')).toBeNull()
  })
})

describe('the day by which a step should be done', () => {
  const dayField = () => field(/^I want it done by/)

  it('is kept at once and said', () => {
    show()
    write(dayField(), '2027-01-31')
    expect(mark()?.target).toBe('2027-01-31')
    expect(said()).toBe('To be done by: 31 Jan 2027.')
    write(dayField(), '')
    expect(mark()?.target).toBe('')
    expect(said()).toBe('To be done by: taken out.')
  })

  it('waits while it is half typed', () => {
    show()
    for (const half of ['0002-01-31', '0020-01-31', '0202-01-31']) {
      write(dayField(), half)
      expect(dayField().value).toBe(half)
    }
    expect(localStorage).toHaveLength(0)
    write(dayField(), '2027-01-31')
    expect(mark()).toMatchObject({ target: '2027-01-31', changes: 1 })
  })
})

describe('the proof of a step', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org/', '  HTTPS://example.org/Me  '])('like %j becomes a link', (evidence) => {
    show()
    write(proofField(), evidence)
    fireEvent.blur(proofField())
    const link = screen.getByRole('link', { name: 'Open the proof' })
    expect(link.getAttribute('href')).toBe(new URL(evidence.trim()).href)
    expect(link.getAttribute('rel')).toBe('noreferrer nofollow')
    expect(said()).toBe('Proof written.')
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)//https://example.org/',
    'JaVaScRiPt:alert(1)',
    '\tjavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/1',
    '//example.org/',
    '/plan/',
    'example.org',
    'https://',
    'http://a b/',
    'https:example.org',
    'In the mail of 3 May: https://example.org/',
    'In the mail from Ana',
  ])('like %j is text and no link', (evidence) => {
    const { container } = show()
    write(proofField(), evidence)
    fireEvent.blur(proofField())
    expect(mark()?.evidence).toBeTruthy()
    expect(proofField().value).toBe(mark()?.evidence)
    expect(screen.queryByRole('link', { name: 'Open the proof' })).toBeNull()
    expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/pathways/up/first/#ask'])
    expect(webAddress(evidence)).toBeUndefined()
  })
})
