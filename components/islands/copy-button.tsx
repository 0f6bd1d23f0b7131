import type { ReactNode } from 'react'
import { useActs } from './acts.tsx'

/** Copies a text and says so; where the browser does not allow it, says what to do instead. */
export function CopyButton({ text, children, main = false }: { text: string; children: ReactNode; main?: boolean }) {
  const { say } = useActs()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say('Copied.')
    } catch {
      say('This browser does not let pages copy. Mark the text and copy it yourself.')
    }
  }
  return (
    <button type="button" className={main ? 'act main' : 'act'} onClick={copy}>
      {children}
    </button>
  )
}
