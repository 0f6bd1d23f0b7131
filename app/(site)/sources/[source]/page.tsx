import { SourcePage } from '#components/source/source-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { sourceTitle } from '#lib/source.ts'

type Props = { params: Promise<{ source: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('sources')
    .map(({ id }) => ({ source: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('sources', (await params).source)
  return pageMetadata({ title: sourceTitle(data), description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <SourcePage source={library.get('sources', (await params).source)} library={library} />
}
