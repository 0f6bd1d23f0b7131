import { getLibrary } from '#lib/content/library.ts'
import { payOutline } from '#lib/pay-outline.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  getLibrary()
    .all('roles')
    .map(({ id }) => ({ role: `${id}.json` }))

/** One role's pay in every country, as data: the page that plans a move fetches that of both ends. */
export async function GET(_request: Request, { params }: { params: Promise<{ role: string }> }) {
  const { role } = await params
  return Response.json(payOutline(role.replace(/\.json$/, ''), getLibrary()))
}
