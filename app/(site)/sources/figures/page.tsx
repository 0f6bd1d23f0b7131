import { SectionPage } from '#components/site/section-page.tsx'
import { FigureAges } from '#components/source/figure-ages.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { FIGURE_AGES, SECTIONS, trailOfSection } from '#lib/trail.ts'

const TITLE = 'Every figure, by its next review'

export const metadata = pageMetadata({ title: TITLE, description: FIGURE_AGES.about, address: FIGURE_AGES.address }, getLibrary())

export default function Page() {
  return (
    <SectionPage section={FIGURE_AGES} trail={trailOfSection(SECTIONS.sources, FIGURE_AGES)} title={TITLE} lead={FIGURE_AGES.about}>
      <FigureAges library={getLibrary()} />
    </SectionPage>
  )
}
