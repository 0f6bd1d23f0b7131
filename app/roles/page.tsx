import { RoleLines } from '#components/lattice/role-lines.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { COMPARE, SECTIONS } from '#lib/trail.ts'

const section = SECTIONS.roles

export const metadata = pageMetadata({ title: 'Roles, line by line', description: section.about, address: section.address })

export default function Page() {
  const library = getLibrary()
  return (
    <SectionPage section={section} title="Roles, line by line" lead={section.about}>
      <p>
        Torn between two of them? <a href={COMPARE.address}>Lay them side by side.</a>
      </p>
      <RoleLines library={library} />
    </SectionPage>
  )
}
