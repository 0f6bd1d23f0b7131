import { SearchPage } from '#components/search/search-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SEARCH } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: SEARCH.name, description: SEARCH.about, address: SEARCH.address }, getLibrary())

export default function Page() {
  return <SearchPage library={getLibrary()} />
}
