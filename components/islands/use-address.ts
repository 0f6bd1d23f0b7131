import { useSyncExternalStore } from 'react'

/** The query of the page's address as state: what a reader chooses stands in it, and Back brings the choice before. */

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

/** The query with its "?", or nothing; nothing until the page is awake. */
export const useSearch = () =>
  useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  )

/** Puts another query into the address: `push` for a new question, to which Back returns, `replace` for a correction. */
export function changeSearch(search: string, how: 'push' | 'replace'): void {
  const address = location.pathname + search
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  for (const listener of listeners) listener()
}
