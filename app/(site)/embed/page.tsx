import { EmbedsPage } from '#components/embed/embeds-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { EMBEDS } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: 'Put it on your page', description: EMBEDS.about, address: EMBEDS.address }, getLibrary())

export default function Page() {
  return <EmbedsPage library={getLibrary()} />
}
