import type { MetadataRoute } from 'next'
import { SITE } from '#lib/site.ts'

export const dynamic = 'force-static'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: `${SITE.name}: ${SITE.claim}`,
    short_name: SITE.name,
    description: SITE.description,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#faf7f0',
    theme_color: '#fffdf8',
    lang: 'en',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
