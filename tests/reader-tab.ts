import { act, fireEvent } from '@testing-library/react'
import { onTestFinished, vi } from 'vitest'
import { readerStore } from '#components/islands/reader-store.ts'
import type { Change, Progress } from '#lib/reader/progress.ts'
import { readProgress, writeProgress } from '#lib/reader/progress-format.ts'
import { createStore, PROGRESS_KEY } from '#lib/reader/store.ts'

/** One tab of a reader's browser, and what else is open in it. */

/** The reader's own day: the guides of the tests were built the day before. */
export const TODAY = '2026-11-23'

/** A browser in which nothing was ever marked, on that day. With `still`, time passes only when the test says so. */
export function newReader({ still = false } = {}): void {
  vi.useFakeTimers({ toFake: still ? ['Date', 'setTimeout', 'clearTimeout'] : ['Date'], now: new Date(2026, 10, 23, 3) })
  // The store of a page outlives its test: what it still wanted to keep or could take back must not reach the next one.
  localStorage.clear()
  const store = readerStore()
  store.refresh()
  while (store.get().canUndo) store.undo()
  localStorage.clear()
  store.refresh()
  history.replaceState(null, '', '/plan/')
}

/** Every text that lies in storage. */
export const storage = (): Record<string, string> => ({ ...localStorage })

/** What lies in storage as the reader's progress. */
export function kept(): Progress {
  const read = readProgress(localStorage.getItem(PROGRESS_KEY) ?? '')
  if (!('progress' in read)) throw new Error('Nothing was kept that can be read.')
  return read.progress
}

/** Progress from earlier visits. */
export function hadKept(progress: Progress): void {
  localStorage.setItem(PROGRESS_KEY, writeProgress(progress))
  act(() => readerStore().refresh())
}

/** Another tab of the same browser does something, and this one hears of it. */
export function inAnotherTab(change: Change): void {
  createStore(() => localStorage).change(change)
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key: PROGRESS_KEY }))
  })
}

/** Files that the page hands to the reader from now on, until the test ends. */
export function savedFiles(): { name: string; type: string; text: () => Promise<string> }[] {
  const files: ReturnType<typeof savedFiles> = []
  const blobs = new Map<string, Blob>()
  Object.assign(URL, {
    createObjectURL(blob: Blob) {
      const address = `blob:test/${blobs.size}`
      blobs.set(address, blob)
      return address
    },
    revokeObjectURL: (address: string) => blobs.delete(address),
  })
  const follow = (event: MouseEvent) => {
    const { target } = event
    const blob = target instanceof HTMLAnchorElement ? blobs.get(target.href) : undefined
    if (!blob || !(target instanceof HTMLAnchorElement)) return
    event.preventDefault()
    files.push({ name: target.download, type: blob.type, text: () => blob.text() })
  }
  document.addEventListener('click', follow)
  onTestFinished(() => document.removeEventListener('click', follow))
  return files
}

/** Unfolds note, dates and proof of a step. */
export function unfold(step: string): HTMLElement {
  const item = document.getElementById(step)
  const fold = item?.querySelector<HTMLDetailsElement>('details.mark-more')
  if (!item || !fold) throw new Error(`The page has no step ${step} with a fold.`)
  toggle(fold, true)
  return item
}

export function toggle(fold: HTMLDetailsElement, open: boolean): void {
  fold.open = open
  fireEvent(fold, new Event('toggle'))
}

/** The place where a page says what was just done. */
export const said = () => document.querySelector('.acts [role=status]')?.textContent

/** What a person could use of the page: controls that are not disabled, by themselves or with their group. */
export const usable = (page: ParentNode) =>
  [...page.querySelectorAll<HTMLElement>('input, select, textarea, button')].filter((control) => !control.matches(':disabled'))

/** Letters that turn the direction of what follows, and markup, as somebody may put them into a note. */
export const HOSTILE = '\u202eover <img src=x onerror=alert(1)> & <b>bold</b> {1+1}'
