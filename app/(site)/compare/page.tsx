import { ComparePage } from '#components/compare/compare-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { COMPARE } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: COMPARE.name, description: COMPARE.about, address: COMPARE.address }, getLibrary())

export default function Page() {
  return <ComparePage library={getLibrary()} />
}
