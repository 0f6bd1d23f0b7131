import { GuidePage } from '#components/guide/guide-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ guide: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('guides')
    .map(({ id }) => ({ guide: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('guides', (await params).guide)
  return pageMetadata({ title: data.title, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <GuidePage guide={library.get('guides', (await params).guide)} library={library} />
}
