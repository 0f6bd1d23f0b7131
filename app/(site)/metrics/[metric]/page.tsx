import { MetricPage } from '#components/metric/metric-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ metric: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('metrics')
    .map(({ id }) => ({ metric: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('metrics', (await params).metric)
  return pageMetadata({ title: data.title, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <MetricPage metric={library.get('metrics', (await params).metric)} library={library} />
}
