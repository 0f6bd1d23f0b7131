import { ServiceLinePage } from '#components/work/work-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { pageTitle } from '#lib/page-title.ts'

type Props = { params: Promise<{ line: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('service-lines')
    .map(({ id }) => ({ line: id }))

export async function generateMetadata({ params }: Props) {
  const entry = getLibrary().get('service-lines', (await params).line)
  return pageMetadata({ title: pageTitle(entry), description: entry.data.summary, address: entry.address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <ServiceLinePage line={library.get('service-lines', (await params).line)} library={library} />
}
