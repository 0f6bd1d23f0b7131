import { DataPage } from '#components/data/data-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { DATA } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: DATA.name, description: DATA.about, address: DATA.address }, getLibrary())

export default function Page() {
  return <DataPage library={getLibrary()} />
}
