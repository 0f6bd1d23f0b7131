import { EmbedPage } from '#components/embed/embed-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { payEmbed } from '#lib/embed-view.ts'
import { embedMetadata } from '#lib/metadata.ts'

type Props = { params: Promise<{ role: string; country: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  getLibrary()
    .all('roles')
    .flatMap(({ id: role }) =>
      getLibrary()
        .payFor(role)
        .map(({ country }) => ({ role, country: country.id })),
    )

async function embed({ params }: Props) {
  const library = getLibrary()
  const { role, country } = await params
  return payEmbed(library.get('roles', role), library.get('salaries', country), library)
}

export const generateMetadata = async (props: Props) => embedMetadata(await embed(props))

export default async function Page(props: Props) {
  return <EmbedPage embed={await embed(props)} />
}
