import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar, useActs } from '#components/islands/acts.tsx'
import { CopyButton } from '#components/islands/copy-button.tsx'
import { inAnotherTab, kept, newReader, said } from './reader-tab.ts'

function Doer() {
  const { act, say } = useActs()
  return (
    <>
      <button type="button" onClick={() => act({ what: 'step', id: 'ask', fields: { state: 'done' } }, 'Done: ask.')}>
        Mark
      </button>
      <button type="button" onClick={() => say('Only said.')}>
        Say
      </button>
      <CopyButton text="The text">Copy</CopyButton>
    </>
  )
}

const show = () =>
  render(
    <ActsBar>
      <Doer />
    </ActsBar>,
  )
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const bar = () => document.querySelector<HTMLElement>('.acts')

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the line that says what was done', () => {
  it('is there from the beginning, empty, so that screen readers hear what comes into it', () => {
    show()
    expect(screen.getByRole('status').textContent).toBe('')
    expect(bar()?.dataset.shown).toBe('false')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('says the act and offers to take it back', () => {
    show()
    const status = screen.getByRole('status')
    press('Mark')
    expect(status.textContent).toBe('Done: ask.')
    expect(screen.getByRole('status')).toBe(status)
    expect(kept().steps.get('ask')?.state).toBe('done')
    press('Undo')
    expect(kept().steps.has('ask')).toBe(false)
    expect(status.textContent).toBe('Taken back.')
  })

  it('keeps the button, and the focus on it, when nothing is left to take back', () => {
    show()
    press('Mark')
    const undo = screen.getByRole('button', { name: 'Undo' })
    expect(undo.getAttribute('aria-disabled')).toBe('false')
    undo.focus()
    fireEvent.click(undo)
    expect(document.activeElement).toBe(undo)
    expect(undo.getAttribute('aria-disabled')).toBe('true')
    expect((undo as HTMLButtonElement).disabled).toBe(false)
    inAnotherTab({ what: 'step', id: 'ask', fields: { state: 'doing' } })
    fireEvent.click(undo)
    expect(kept().steps.get('ask')?.state).toBe('doing')
  })

  it('offers nothing to take back after words alone', () => {
    show()
    press('Mark')
    press('Say')
    expect(said()).toBe('Only said.')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('is heard again when the same is said twice', () => {
    show()
    press('Say')
    const first = said()
    press('Say')
    expect(said()).not.toBe(first)
    expect(said()?.trim()).toBe(first)
  })

  it('does not claim that an act was kept where it was not', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    show()
    press('Mark')
    expect(said()).toBe('Done: ask. It holds until you close the page.')
    vi.restoreAllMocks()
  })

  it('goes away when asked to', () => {
    show()
    press('Mark')
    press('Hide this line')
    expect(said()).toBe('')
    expect(bar()?.dataset.shown).toBe('false')
    expect(kept().steps.get('ask')?.state).toBe('done')
  })
})

describe('a text to copy', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is copied, and that is said', async () => {
    const writeText = vi.fn(async () => {})
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    show()
    press('Copy')
    expect(await screen.findByText('Copied.')).toBeTruthy()
    expect(writeText).toHaveBeenCalledWith('The text')
  })

  it.each([
    ['refuses', { clipboard: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } }],
    ['has no clipboard', {}],
  ])('is not lost in silence where the browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    show()
    press('Copy')
    expect(await screen.findByText(/^This browser does not let pages copy\./)).toBeTruthy()
  })
})
