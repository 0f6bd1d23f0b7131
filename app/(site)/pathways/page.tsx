import { EntryList } from '#components/site/entry-list.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.pathways

export const metadata = pageMetadata({ title: 'Pathways', description: section.about, address: section.address }, getLibrary())

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="Pathways" lead={section.about}>
      <EntryList entries={library.all('pathways')} />
    </SectionPage>
  )
}
