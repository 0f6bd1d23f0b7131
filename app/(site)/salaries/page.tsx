import { PayIndex } from '#components/salary/pay-index.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.salaries

export const metadata = pageMetadata({ title: 'What the work pays', description: section.about, address: section.address }, getLibrary())

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="What the work pays" lead={section.about}>
      <PayIndex library={library} />
    </SectionPage>
  )
}
