import { MovesPage } from '#components/moves/moves-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { MOVES } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: MOVES.name, description: MOVES.about, address: MOVES.address }, getLibrary())

export default function Page() {
  return <MovesPage library={getLibrary()} />
}
