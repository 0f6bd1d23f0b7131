import type { Metadata } from 'next'
import type { Library } from './content/library.ts'
import { type EmbedView, embedTitle } from './embed-view.ts'
import { LANGUAGES, languageAlternates } from './languages.ts'
import { CARD_SIZE, cardAddress, cardText, shareCard } from './share-card.ts'
import { absolute, SITE } from './site.ts'

/** What a page says of itself. `address` is its path, with both slashes. */
interface PageText {
  title: string
  description: string
  address: string
  type?: 'website' | 'article'
  /** The feed that tells what changes on the page. */
  feed?: string
}

const homeTitle = `${SITE.name}: ${SITE.claim.toLowerCase().replace('bpo', 'BPO')}`

/** Title, description, canonical address, versions in other languages and link preview of one page. */
export function pageMetadata(page: PageText, library: Library, languages: readonly string[] = LANGUAGES): Metadata {
  const versions = languageAlternates(page.address, languages)
  return {
    title: page.address === '/' ? homeTitle : `${page.title} · ${SITE.name}`,
    description: page.description,
    alternates: {
      canonical: absolute(page.address),
      ...(versions ? { languages: versions } : {}),
      ...(page.feed ? { types: { 'application/atom+xml': page.feed } } : {}),
    },
    openGraph: linkPreview(page, library),
  }
}

/** What chats and networks show of a page: `tests/link-previews.ts` says which of them reads what of it. */
export function linkPreview({ title, description, address, type = 'article' }: PageText, library: Library): Metadata['openGraph'] {
  const card = shareCard(address, library)
  return {
    title: address === '/' ? homeTitle : title,
    description,
    url: absolute(address),
    siteName: SITE.name,
    type,
    locale: 'en_GB',
    images: [{ url: absolute(cardAddress(card)), ...CARD_SIZE, alt: cardText(card) }],
  }
}

/** Title of an embed, and the page that it is taken from: search engines are to show that one. */
export const embedMetadata = (embed: EmbedView): Metadata => ({
  title: `${embedTitle(embed)} · ${SITE.name}`,
  alternates: { canonical: absolute(embed.page) },
})
