import { SalaryPage } from '#components/salary/salary-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ country: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('salaries')
    .map(({ id }) => ({ country: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('salaries', (await params).country)
  return pageMetadata({ title: data.title, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <SalaryPage salary={library.get('salaries', (await params).country)} library={library} />
}
