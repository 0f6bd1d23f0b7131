import { EmbedPage } from '#components/embed/embed-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pathwayEmbed } from '#lib/embed-view.ts'
import { embedMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ pathway: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('pathways')
    .map(({ id }) => ({ pathway: id }))

async function embed({ params }: Props) {
  const library = getLibrary()
  return pathwayEmbed(library.get('pathways', (await params).pathway), library)
}

export const generateMetadata = async (props: Props) => embedMetadata(await embed(props))

export default async function Page(props: Props) {
  return <EmbedPage embed={await embed(props)} />
}
