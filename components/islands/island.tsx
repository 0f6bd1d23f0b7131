import type { ReactNode } from 'react'

/** Marks a page as live: the gate keeps the framework's script on it. Every island begins with one. */
export const Island = ({ children, line }: { children: ReactNode; line?: string | undefined }) => (
  <div className="island" data-island="" data-line={line}>
    {children}
  </div>
)
