import { Changes } from '#components/record/changes.tsx'
import { EmbedCode } from '#components/record/embed-code.tsx'
import { RecordPage } from '#components/record/record-page.tsx'
import { recordAddress } from '#lib/content/collection.ts'
import { getLibrary } from '#lib/content/library.ts'
import { embedsOf } from '#lib/embed.ts'
import { linkPreview, pageMetadata } from '#lib/metadata.ts'
import { recordOfPage } from '#lib/record.ts'
import { RECORD } from '#lib/trail.ts'

type Props = { params: Promise<{ path: string[] }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .records()
    .map((address) => ({ path: address.split('/').slice(2, -1) }))

const found = async ({ params }: Props) => recordOfPage(`/${(await params).path.join('/')}/`, getLibrary())

export async function generateMetadata(props: Props) {
  const { record } = await found(props)
  const own = {
    title: `${RECORD.name}: ${record.pageTitle}`,
    description: RECORD.about(record.title),
    address: recordAddress(record.whole.address),
  }
  const article = { title: record.pageTitle, description: record.summary, address: record.whole.address }
  const library = getLibrary()
  // Shared, it shows what it is about. Nobody looks for it.
  return { ...pageMetadata(own, library), openGraph: linkPreview(article, library), robots: { index: false } }
}

export default async function Page(props: Props) {
  const { record, trail } = await found(props)
  const library = getLibrary()
  const { address } = record.whole
  return (
    <RecordPage record={record} trail={trail}>
      <Changes address={address} library={library} />
      <EmbedCode embeds={embedsOf(library, address)} />
    </RecordPage>
  )
}
