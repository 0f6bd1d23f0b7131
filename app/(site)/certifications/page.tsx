import { CertificationTable } from '#components/certification/certification-table.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.certifications

export const metadata = pageMetadata(
  { title: 'Certifications, told straight', description: section.about, address: section.address },
  getLibrary(),
)

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="Certifications, told straight" lead={section.about}>
      <CertificationTable library={library} />
    </SectionPage>
  )
}
