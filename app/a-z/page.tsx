import { AtoZ } from '#components/site/a-to-z.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

const section = { name: 'A–Z', address: '/a-z/' }
const about = 'Every article of the guide and every name it goes by, in one list. Press / on any page to come here.'

export const metadata = pageMetadata({ title: 'Every page, A to Z', description: about, address: section.address })

export default function Page() {
  return (
    <SectionPage section={section} title="Every page, A to Z" lead={about}>
      <AtoZ library={getLibrary()} />
    </SectionPage>
  )
}
