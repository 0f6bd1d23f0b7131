import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { EARLY_SCRIPT } from '#lib/export/early-script.ts'
import { SITE } from '#lib/site.ts'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(SITE.origin),
  manifest: '/manifest.webmanifest',
  icons: { icon: '/icon.svg', apple: '/apple-touch-icon.png' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdf8' },
    { media: '(prefers-color-scheme: dark)', color: '#131e2a' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script data-own="early" data-enhance="/enhance.js" dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
