import { useCallback, useEffect, useRef, useState } from 'react'
import { type RoleSheet, sheetAddress } from '#lib/reader/role-sheet.ts'
import { fetchJson, hasList } from './fetch-json.ts'

/** A fetch that has brought nothing after this long counts as failed. */
const PATIENCE = 20_000
/** After this long the reader is told that it takes long. */
const SLOW = 4000

type State = RoleSheet | 'failed'

/** The sheets of some roles as they arrive. A sheet that came once is not fetched again while the page is open. */
export function useRoleSheets(ids: readonly string[]): {
  sheets: readonly RoleSheet[]
  waiting: readonly string[]
  failed: readonly string[]
  slow: boolean
  again: () => void
} {
  const [known, setKnown] = useState<ReadonlyMap<string, State>>(new Map())
  const [slow, setSlow] = useState(false)
  const waiting = ids.filter((id) => !known.has(id))
  const asked = waiting.join(',')
  /** What is under way: other roles may arrive or be chosen meanwhile. */
  const under = useRef(new Set<string>())
  useEffect(() => {
    setSlow(false)
    if (asked === '') return
    const late = setTimeout(() => setSlow(true), SLOW)
    for (const id of asked.split(',')) {
      if (under.current.has(id)) continue
      under.current.add(id)
      fetchSheet(id).then((state) => {
        under.current.delete(id)
        setKnown((before) => new Map(before).set(id, state))
      })
    }
    return () => clearTimeout(late)
  }, [asked])
  const again = useCallback(() => setKnown((before) => new Map([...before].filter(([, state]) => state !== 'failed'))), [])
  const states = ids.map((id) => known.get(id))
  return {
    sheets: states.filter((state) => state !== undefined && state !== 'failed'),
    waiting,
    failed: ids.filter((id) => known.get(id) === 'failed'),
    slow: slow && waiting.length > 0,
    again,
  }
}

async function fetchSheet(id: string): Promise<State> {
  const end = new AbortController()
  const patience = setTimeout(() => end.abort(), PATIENCE)
  try {
    const isSheet = (found: unknown): found is RoleSheet => hasList(found, 'pay') && (found as Partial<RoleSheet>).id === id
    return await fetchJson(sheetAddress(id), isSheet, end.signal)
  } catch {
    return 'failed'
  } finally {
    clearTimeout(patience)
  }
}
