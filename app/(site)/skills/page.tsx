import { SectionPage } from '#components/site/section-page.tsx'
import { SkillGroups } from '#components/skill/skill-groups.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.skills

export const metadata = pageMetadata({ title: 'Skills you can learn', description: section.about, address: section.address }, getLibrary())

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="Skills you can learn" lead={section.about}>
      <SkillGroups library={library} />
    </SectionPage>
  )
}
