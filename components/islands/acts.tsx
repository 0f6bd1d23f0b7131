import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Change } from '#lib/reader/progress.ts'
import { readerStore, useSnapshot } from './reader-store.ts'

interface Acts {
  /** Does something to the reader's progress and says so. */
  act: (change: Change, said: string) => void
  say: (said: string) => void
}

const Context = createContext<Acts>({ act: () => {}, say: () => {} })

export const useActs = () => useContext(Context)

/** Says what was last done, to eyes and to screen readers, and offers to take it back. */
export function ActsBar({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState('')
  const { canUndo } = useSnapshot()
  const [acts] = useState<Acts>(() => ({
    act(change, text) {
      readerStore().change(change)
      setSaid(text)
    },
    say: setSaid,
  }))
  const undo = () => {
    if (!canUndo) return
    readerStore().undo()
    setSaid('Taken back.')
  }
  return (
    <Context value={acts}>
      {children}
      <div className="acts" data-shown={said !== ''}>
        <p role="status">{said}</p>
        {said !== '' ? (
          <>
            {/* Never taken away while the focus may be on it. */}
            <button type="button" className="act" aria-disabled={!canUndo} onClick={undo}>
              Undo
            </button>
            <button type="button" className="act quiet" onClick={() => setSaid('')} aria-label="Hide this line">
              ×
            </button>
          </>
        ) : null}
      </div>
    </Context>
  )
}
