import type { MetadataRoute } from 'next'
import { SITE } from '#lib/site.ts'
import { OFFLINE, PLAN, SEARCH } from '#lib/trail.ts'

export const dynamic = 'force-static'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: `${SITE.name}: ${SITE.claim}`,
    short_name: SITE.name,
    description: SITE.description,
    // Who the app is, whatever its first page will be one day.
    id: '/',
    scope: '/',
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#faf7f0',
    theme_color: '#fffdf8',
    lang: 'en',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: PLAN.name, url: PLAN.address },
      { name: SEARCH.name, url: SEARCH.address },
      { name: 'Pages on this phone', url: OFFLINE.address },
    ],
    screenshots: [
      {
        src: '/screenshot-phone.png',
        sizes: '720x1480',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'A stage of a pathway on a phone',
      },
    ],
  }
}
