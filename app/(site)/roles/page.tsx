import { RoleList } from '#components/lattice/role-list.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.roles

export const metadata = pageMetadata({ title: 'Roles, line by line', description: section.about, address: section.address }, getLibrary())

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="Roles, line by line" lead={section.about}>
      <RoleList library={library} />
    </SectionPage>
  )
}
