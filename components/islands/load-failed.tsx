import type { ReactNode } from 'react'

/** Says that something did not come, and lets the reader ask for it again. `main` where nothing else can be done meanwhile. */
export function LoadFailed({ again, main = false, children }: { again: () => void; main?: boolean; children: ReactNode }) {
  return (
    <div className="notice">
      {children}
      <p className="acts-row">
        <button type="button" className={main ? 'act main' : 'act'} onClick={again}>
          Try again
        </button>
      </p>
    </div>
  )
}
