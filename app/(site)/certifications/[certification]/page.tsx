import { CertificationPage } from '#components/certification/certification-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ certification: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('certifications')
    .map(({ id }) => ({ certification: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('certifications', (await params).certification)
  return pageMetadata({ title: data.title, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <CertificationPage certification={library.get('certifications', (await params).certification)} library={library} />
}
