import { SkillPage } from '#components/skill/skill-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ skill: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('skills')
    .map(({ id }) => ({ skill: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('skills', (await params).skill)
  return pageMetadata({ title: `${data.title}, as a skill`, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <SkillPage skill={library.get('skills', (await params).skill)} library={library} />
}
