import { RolePage } from '#components/role/role-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ role: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('roles')
    .map(({ id }) => ({ role: id }))

export async function generateMetadata({ params }: Props) {
  const { data, address } = getLibrary().get('roles', (await params).role)
  return pageMetadata({ title: data.title, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const library = getLibrary()
  return <RolePage role={library.get('roles', (await params).role)} library={library} />
}
