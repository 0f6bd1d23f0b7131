import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

/** A frame has no tab, no bar and no place in an index: what pages bring for these is left out. */
export const metadata: Metadata = { robots: { index: false }, manifest: null, icons: null }

export const viewport: Viewport = { themeColor: null }

export default function EmbedLayout({ children }: { children: ReactNode }) {
  return children
}
