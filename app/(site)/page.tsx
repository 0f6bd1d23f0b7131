import { Home } from '#components/home/home.tsx'
import { FEED_ADDRESS } from '#lib/change-feed.ts'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SITE } from '#lib/site.ts'

export const metadata = pageMetadata(
  { title: SITE.name, description: SITE.description, address: '/', type: 'website', feed: FEED_ADDRESS },
  getLibrary(),
)

export default function Page() {
  return <Home library={getLibrary()} />
}
