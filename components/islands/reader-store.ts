import { useMemo, useSyncExternalStore } from 'react'
import { underTodaysNames } from '#lib/reader/former-names.ts'
import type { FormerNames } from '#lib/reader/outline.ts'
import { trustedToday } from '#lib/reader/plan-dates.ts'
import type { Progress } from '#lib/reader/progress.ts'
import { createStore, EMPTY, PROGRESS_KEY, type Snapshot, type Store } from '#lib/reader/store.ts'

let store: Store | undefined

/** The reader's progress in this browser: one store a page, told of other tabs. Only in a browser. */
export function readerStore(): Store {
  if (store) return store
  const made = createStore(() => window.localStorage)
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(PROGRESS_KEY)) made.refresh()
  })
  // A page that comes back from the history, or from behind another one, may have missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) made.refresh()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') made.refresh()
  })
  store = made
  return made
}

const subscribe = (listener: () => void) => readerStore().subscribe(listener)
const never = () => () => {}

/** What the reader has marked; nothing at all until the page is awake. */
export const useSnapshot = (): Snapshot =>
  useSyncExternalStore(
    subscribe,
    () => readerStore().get(),
    () => EMPTY,
  )

/** What the reader has marked, under the names of today's guide. */
export function useProgress(former: FormerNames): Progress {
  const { progress } = useSnapshot()
  return useMemo(() => underTodaysNames(progress, former), [progress, former])
}

/** Whether scripts run yet: false in the exported page, so that its controls wait until somebody listens. */
export const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Today as the reader's calendar says; the day of the build until the page is awake. */
export const useToday = (builtOn: string) =>
  useSyncExternalStore(
    never,
    () => trustedToday(new Date(), builtOn),
    () => builtOn,
  )
