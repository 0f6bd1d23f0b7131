import { SkillPage } from '#components/skill/skill-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { pageTitle } from '#lib/page-title.ts'

type Props = { params: Promise<{ skill: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('skills')
    .map(({ id }) => ({ skill: id }))

export async function generateMetadata({ params }: Props) {
  const entry = getLibrary().get('skills', (await params).skill)
  return pageMetadata({ title: pageTitle(entry), description: entry.data.summary, address: entry.address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <SkillPage skill={library.get('skills', (await params).skill)} library={library} />
}
