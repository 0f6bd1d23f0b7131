import { About } from '#components/site/about.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

const section = { name: 'About', address: '/about/' }
const about = 'How the guide is made, what it promises, what it does not know, and how to correct it.'

export const metadata = pageMetadata({ title: 'About this guide', description: about, address: section.address }, getLibrary())

export default function Page() {
  return (
    <SectionPage section={section} title="About this guide" lead={about}>
      <About library={getLibrary()} />
    </SectionPage>
  )
}
