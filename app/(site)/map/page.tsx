import { MapPage } from '#components/map/map-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { MAP } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: 'The line map of BPO careers', description: MAP.about, address: MAP.address }, getLibrary())

export default function Page() {
  return <MapPage library={getLibrary()} />
}
