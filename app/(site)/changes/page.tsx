import { ChangesPage } from '#components/changes/changes-page.tsx'
import { FEED_ADDRESS } from '#lib/change-feed.ts'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { CHANGES } from '#lib/trail.ts'

export const metadata = pageMetadata(
  {
    title: 'What changed, and what is next',
    description: CHANGES.about,
    address: CHANGES.address,
    feed: FEED_ADDRESS,
  },
  getLibrary(),
)

export default function Page() {
  return <ChangesPage library={getLibrary()} />
}
