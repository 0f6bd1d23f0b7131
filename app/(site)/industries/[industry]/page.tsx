import { IndustryPage } from '#components/work/work-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ industry: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('industries')
    .map(({ id }) => ({ industry: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('industries', (await params).industry)
  return pageMetadata({ title: `${data.title}, as a client industry`, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <IndustryPage industry={library.get('industries', (await params).industry)} library={library} />
}
