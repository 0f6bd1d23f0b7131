import { IndustryPage } from '#components/work/work-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { pageTitle } from '#lib/page-title.ts'

type Props = { params: Promise<{ industry: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('industries')
    .map(({ id }) => ({ industry: id }))

export async function generateMetadata({ params }: Props) {
  const entry = getLibrary().get('industries', (await params).industry)
  return pageMetadata({ title: pageTitle(entry), description: entry.data.summary, address: entry.address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <IndustryPage industry={library.get('industries', (await params).industry)} library={library} />
}
