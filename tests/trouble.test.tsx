import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { readerStore } from '#components/islands/reader-store.ts'
import { TroubleNotice } from '#components/islands/trouble.tsx'
import { ASIDE_KEY, PROGRESS_KEY } from '#lib/reader/store.ts'
import { TROUBLE_WORDS } from '#lib/reader/trouble-words.ts'
import { HOSTILE, newReader, said, savedFiles, storage } from './reader-tab.ts'

const show = () =>
  render(
    <ActsBar>
      <TroubleNotice />
    </ActsBar>,
  ).container
const notices = () => [...document.querySelectorAll('.troubles .notice')].map(({ textContent }) => textContent)
const mark = () => act(() => readerStore().change({ what: 'step', id: 'ask', fields: { state: 'done' } }))
const lies = (text: string) => {
  localStorage.setItem(PROGRESS_KEY, text)
  act(() => readerStore().refresh())
}

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('why marks are not kept', () => {
  it('is not spoken of while all is well, in a place that screen readers listen to', () => {
    const container = show()
    expect(container.querySelector('.troubles')?.getAttribute('role')).toBe('status')
    expect(notices()).toEqual([])
  })

  it('is said of a browser that keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    act(() => readerStore().refresh())
    show()
    expect(notices()).toEqual([`${TROUBLE_WORDS.blocked} To keep them, save the file from your plan.`])
  })

  it('is said of a full device once something is marked, and no more when there is room again', () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
      if (value.length > 10) throw new DOMException('', 'QuotaExceededError')
      this[key] = value
    })
    show()
    expect(notices()).toEqual([])
    mark()
    expect(notices()).toEqual([`${TROUBLE_WORDS.full} To keep them, save the file from your plan.`])
    full.mockRestore()
    act(() => readerStore().refresh())
    expect(notices()).toEqual([])
    expect(storage()[PROGRESS_KEY]).toContain('ask')
  })

  it('is said of marks of a newer guide, which are not written over', () => {
    const newer = '{"version":9,"steps":{"ask":{"state":"doing"}}}'
    lies(newer)
    show()
    expect(notices()).toEqual([`${TROUBLE_WORDS.newer} To keep them, save the file from your plan.`])
    mark()
    expect(storage()).toEqual({ [PROGRESS_KEY]: newer })
  })
})

describe('what could not be read', () => {
  it('is offered as a file, as it was, and never shown', async () => {
    const files = savedFiles()
    lies(HOSTILE)
    const container = show()
    expect(notices()).toEqual([expect.stringMatching(/^Part of what this browser kept for you could not be read\. It lies aside/)])
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).not.toContain('over')
    fireEvent.click(screen.getByRole('button', { name: 'Save what could not be read' }))
    expect(files.map(({ name, type }) => [name, type])).toEqual([['floorwalk-set-aside-1.txt', 'text/plain;charset=utf-8']])
    expect(await files[0]?.text()).toBe(HOSTILE)
  })

  it('is offered text by text', async () => {
    const files = savedFiles()
    lies('{')
    lies('[]')
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Save what could not be read (2)' }))
    expect(await files[0]?.text()).toBe('[]')
    expect(screen.getByRole('button', { name: 'Save what could not be read (1)' })).toBeTruthy()
  })

  it('is thrown away only when the reader says so', () => {
    lies('{')
    show()
    mark()
    expect(storage()[`${ASIDE_KEY}1`]).toBe('{')
    fireEvent.click(screen.getByRole('button', { name: 'I do not need it' }))
    expect(said()).toBe('What could not be read is gone.')
    expect(storage()[`${ASIDE_KEY}1`]).toBeUndefined()
    expect(notices()).toEqual([])
    expect(storage()[PROGRESS_KEY]).toContain('ask')
  })
})
