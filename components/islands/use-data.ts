import { useEffect, useState } from 'react'
import { fetchJson } from './fetch-json.ts'

export interface Fetched<Data> {
  data?: Data
  failed: boolean
  /** Asks once more. */
  again: () => void
}

/** A file of the site as data, once it is there; nothing is asked for without an address. `isRight` turns away what is something else. */
export function useData<Data>(address: string | undefined, isRight: (found: unknown) => found is Data): Fetched<Data> {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ address?: string; data?: Data; failed: boolean }>({ failed: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is a reason to ask again; `isRight` stays the same
  useEffect(() => {
    if (address === undefined) return
    let here = true
    const load = async () => {
      try {
        const data = await fetchJson(address, isRight)
        if (here) setState({ address, data, failed: false })
      } catch {
        if (here) setState({ address, failed: true })
      }
    }
    load()
    return () => {
      here = false
    }
  }, [address, attempt])
  const again = () => {
    setState({ failed: false })
    setAttempt(attempt + 1)
  }
  // What was fetched for another address is not shown for this one.
  if (state.address !== address || address === undefined) return { failed: false, again }
  return { ...(state.data === undefined ? {} : { data: state.data }), failed: state.failed, again }
}
