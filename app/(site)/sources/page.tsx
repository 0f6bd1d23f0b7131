import { SectionPage } from '#components/site/section-page.tsx'
import { SourceGroups } from '#components/source/source-groups.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { DATA, SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.sources

export const metadata = pageMetadata(
  { title: 'Where the figures come from', description: section.about, address: section.address },
  getLibrary(),
)

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="Where the figures come from" lead={section.about}>
      <SourceGroups library={library} />
      <p>
        All of this as tables for a spreadsheet or a program: <a href={DATA.address}>take the data</a>.
      </p>
    </SectionPage>
  )
}
