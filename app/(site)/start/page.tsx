import { StartPage } from '#components/start/start-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const { about, address, name } = SECTIONS['start-questions']

export const metadata = pageMetadata({ title: name, description: about, address }, getLibrary())

export default function Page() {
  return <StartPage library={getLibrary()} />
}
