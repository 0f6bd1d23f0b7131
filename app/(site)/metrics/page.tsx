import { MetricGroups } from '#components/metric/metric-groups.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.metrics

export const metadata = pageMetadata(
  { title: 'The numbers a floor is run by', description: section.about, address: section.address },
  getLibrary(),
)

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="The numbers a floor is run by" lead={section.about}>
      <MetricGroups library={library} />
    </SectionPage>
  )
}
