import { OfflinePage } from '#components/offline/offline-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { OFFLINE } from '#lib/trail.ts'

export const metadata = pageMetadata(
  { title: 'Read without a connection', description: OFFLINE.about, address: OFFLINE.address },
  getLibrary(),
)

export default function Page() {
  return <OfflinePage library={getLibrary()} />
}
