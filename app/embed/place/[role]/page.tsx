import { EmbedPage } from '#components/embed/embed-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { placeEmbed } from '#lib/embed-view.ts'
import { embedMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ role: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('roles')
    .map(({ id }) => ({ role: id }))

async function embed({ params }: Props) {
  const library = getLibrary()
  return placeEmbed(library.get('roles', (await params).role), library)
}

export const generateMetadata = async (props: Props) => embedMetadata(await embed(props))

export default async function Page(props: Props) {
  return <EmbedPage embed={await embed(props)} />
}
