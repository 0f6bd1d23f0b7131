import { PathwayPage } from '#components/pathway/pathway-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ pathway: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('pathways')
    .map(({ id }) => ({ pathway: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('pathways', (await params).pathway)
  return pageMetadata({ title: data.title, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <PathwayPage pathway={library.get('pathways', (await params).pathway)} library={library} />
}
