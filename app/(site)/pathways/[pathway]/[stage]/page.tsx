import { StagePage } from '#components/pathway/stage-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ pathway: string; stage: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('stages')
    .map(({ id }) => id.split('/'))
    .map(([pathway, stage]) => ({ pathway, stage }))

export async function generateMetadata({ params }: Props) {
  const { pathway, stage } = await params
  const { data, address } = getLibrary().get('stages', `${pathway}/${stage}`)
  const goal = getLibrary().get('pathways', pathway).data
  return pageMetadata({ title: `${data.title}: ${goal.title}`, description: data.summary, address }, getLibrary())
}

export default async function Page({ params }: Props) {
  const { pathway, stage } = await params
  const library = getLibrary()
  return <StagePage stage={library.get('stages', `${pathway}/${stage}`)} pathway={library.get('pathways', pathway)} library={library} />
}
