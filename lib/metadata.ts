import type { Metadata } from 'next'
import { absolute, SITE } from './site.ts'

/** Title, description, canonical address and link preview of one page. `address` is its path, with both slashes. */
export function pageMetadata(page: { title: string; description: string; address: string; type?: 'website' | 'article' }): Metadata {
  const title = page.address === '/' ? `${SITE.name}: ${SITE.claim.toLowerCase().replace('bpo', 'BPO')}` : `${page.title} · ${SITE.name}`
  return {
    title,
    description: page.description,
    alternates: { canonical: absolute(page.address) },
    openGraph: {
      title: page.address === '/' ? title : page.title,
      description: page.description,
      url: absolute(page.address),
      siteName: SITE.name,
      type: page.type ?? 'article',
      images: [{ url: absolute('/share.png'), width: 1200, height: 630, alt: `${SITE.name}: ${SITE.claim}` }],
    },
  }
}
