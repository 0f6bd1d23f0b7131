import { useSyncExternalStore } from 'react'

/** Heard by this page when it changes its own address: browsers tell of their buttons only. */
const CHANGED = 'floorwalk-address'

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(CHANGED, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(CHANGED, listener)
  }
}

/** The query of the address, "?roles=…" or empty; empty until the page is awake. */
export const useQuery = () =>
  useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  )

/** Makes this the page's address without loading it. A new question can be taken back with the browser's button, a small change not. */
export function goTo(address: string, change: 'question' | 'small'): void {
  if (change === 'question') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  dispatchEvent(new Event(CHANGED))
}
