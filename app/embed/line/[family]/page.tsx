import { EmbedPage } from '#components/embed/embed-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { lineEmbed, lineFamilies } from '#lib/embed-view.ts'
import type { Family } from '#lib/family.ts'
import { embedMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ family: Family }> }

export const dynamicParams = false
export const generateStaticParams = () => lineFamilies(getLibrary()).map((family) => ({ family }))

const embed = async ({ params }: Props) => lineEmbed((await params).family, getLibrary())

export const generateMetadata = async (props: Props) => embedMetadata(await embed(props))

export default async function Page(props: Props) {
  return <EmbedPage embed={await embed(props)} />
}
