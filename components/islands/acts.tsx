import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Change } from '#lib/reader/progress.ts'
import { keepFocus } from './kept-focus.ts'
import { readerStore, useSnapshot } from './reader-store.ts'

interface Acts {
  /** Does something to the reader's progress and says so. */
  act: (change: Change, said: string) => void
  say: (said: string) => void
}

const Context = createContext<Acts>({ act: () => {}, say: () => {} })

export const useActs = () => useContext(Context)

const SILENT = { said: '', undoable: false }

/** Screen readers say only what has changed: the same words once more get a space at the end that nobody sees. */
const saying = (text: string, undoable: boolean) => (before: typeof SILENT) => ({
  said: before.said === text ? `${text}\u00a0` : text,
  undoable,
})

/** Says what was last done, to eyes and to screen readers, and offers to take it back. */
export function ActsBar({ children }: { children: ReactNode }) {
  const [{ said, undoable }, setSaid] = useState(SILENT)
  const { canUndo } = useSnapshot()
  const [acts] = useState<Acts>(() => ({
    act(change, text) {
      readerStore().change(change)
      setSaid(saying(readerStore().get().trouble ? `${text} It holds until you close the page.` : text, true))
    },
    say: (text) => setSaid(saying(text, false)),
  }))
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const island = bar.current?.parentElement
    return island ? keepFocus(island) : undefined
  }, [])
  const undo = () => {
    if (!canUndo) return
    readerStore().undo()
    setSaid(saying('Taken back.', true))
  }
  return (
    <Context value={acts}>
      {children}
      <div className="acts" data-shown={said !== ''} ref={bar}>
        <p role="status" tabIndex={-1}>
          {said}
        </p>
        {said !== '' ? (
          <>
            {/* Not taken away when nothing is left to undo: the focus is on it then. */}
            {undoable ? (
              <button type="button" className="act" aria-disabled={!canUndo} onClick={undo}>
                Undo
              </button>
            ) : null}
            <button type="button" className="act quiet" onClick={() => setSaid(SILENT)} aria-label="Hide this line">
              ×
            </button>
          </>
        ) : null}
      </div>
    </Context>
  )
}
