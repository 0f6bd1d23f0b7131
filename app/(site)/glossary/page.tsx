import { GlossaryPage } from '#components/glossary/glossary-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const { about, address } = SECTIONS.glossary

export const metadata = pageMetadata({ title: 'The words of the floor', description: about, address }, getLibrary())

export default function Page() {
  return <GlossaryPage library={getLibrary()} />
}
