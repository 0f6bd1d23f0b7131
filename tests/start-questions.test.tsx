import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { useSnapshot } from '#components/islands/reader-store.ts'
import { StartQuestions } from '#components/islands/start-questions.tsx'
import { begun, pathway, stage, withStates } from './made-guide.ts'
import { hadKept, kept, newReader, said } from './reader-tab.ts'

const UP = pathway('up', [stage('first', ['a']), stage('middle', ['b']), stage('last', ['c'])], {
  questions: [
    {
      question: 'How long?',
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
    {
      question: 'Do you teach?',
      options: [
        { label: 'Never', stage: 'first' },
        { label: 'At times', stage: 'middle' },
      ],
    },
  ],
})

function Questions() {
  return <StartQuestions pathway={UP} start={useSnapshot().progress.starts.get('up')} />
}

const show = () =>
  render(
    <ActsBar>
      <Questions />
    </ActsBar>,
  )
const answer = (question: string, label: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name: label }))
const explained = () => [...document.querySelectorAll('.start-answer p')].map(({ textContent }) => textContent)
const begin = (order: number) => fireEvent.click(screen.getByRole('button', { name: `Begin at stage ${order}` }))

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the questions that choose a stage', () => {
  it('choose nothing before they are answered', () => {
    show()
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false)
    expect(explained()).toEqual([])
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('go by the answer that points furthest, whatever was answered last, and name the others', () => {
    show()
    answer('Do you lead?', 'Yes')
    answer('How long?', 'A year')
    answer('Do you teach?', 'Never')
    expect(explained()).toEqual([
      'Begin at stage 2, last. “Yes” points there, and no answer points further. What comes before counts as behind you, and you can open any of it again.',
      '“A year” points to stage 1, middle. Look there for steps you still want, and open it again if there are any.',
      '“Never” points to stage 0, first. Look there for steps you still want, and open it again if there are any.',
    ])
    expect(document.querySelector('.start-answer')?.getAttribute('role')).toBe('status')
  })

  it('hear an answer that is changed', () => {
    show()
    answer('Do you lead?', 'Yes')
    answer('Do you lead?', 'No')
    expect(explained()).toEqual(['Begin at stage 0, first. “No” points there, and no answer points further.'])
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toHaveLength(1)
  })

  it('keep nothing before the button is pressed', () => {
    show()
    answer('How long?', 'A year')
    answer('Do you lead?', 'Yes')
    answer('Do you teach?', 'Never')
    expect(localStorage).toHaveLength(0)
    expect(said()).toBe('')
    begin(2)
    expect(kept().starts.get('up')).toEqual({ stage: 'last', reopened: [], changes: 1 })
    expect(said()).toBe('You begin at stage 2. What comes before is behind you.')
  })

  it('say that nothing is behind those who begin at the beginning', () => {
    show()
    answer('How long?', 'I am new')
    begin(0)
    expect(kept().starts.get('up')?.stage).toBe('first')
    expect(said()).toBe('You begin at stage 0. Nothing is behind you.')
  })

  it('say where the reader began before, and let them begin anew', () => {
    hadKept(withStates({}, begun('up', 'middle', ['first'])))
    show()
    expect(explained()).toEqual(['You began at stage 1, middle. Answer again to change that.'])
    fireEvent.click(screen.getByRole('button', { name: 'Begin at stage 0 after all' }))
    expect(kept().starts.get('up')).toMatchObject({ stage: 'first', reopened: [] })
    expect(said()).toBe('You begin at stage 0. Nothing is behind you.')
    expect(explained()).toEqual(['You began at stage 0, first. Answer again to change that.'])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(kept().starts.get('up')).toMatchObject({ stage: 'middle', reopened: ['first'] })
  })

  it('do not trust a start at a stage that the guide no longer has', () => {
    hadKept(withStates({}, begun('up', 'gone')))
    show()
    expect(explained()).toEqual([])
    expect(screen.queryByRole('button')).toBeNull()
  })
})
