import { getLibrary } from '#lib/content/library.ts'
import { roleSheet } from '#lib/role-sheet.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

const ENDING = '.json'

/** One file a role, so that a comparison fetches the roles it compares and no other. */
export const generateStaticParams = () =>
  getLibrary()
    .all('roles')
    .map(({ id }) => ({ sheet: `${id}${ENDING}` }))

export async function GET(_: Request, { params }: { params: Promise<{ sheet: string }> }) {
  const library = getLibrary()
  const { sheet } = await params
  return Response.json(roleSheet(library.get('roles', sheet.slice(0, -ENDING.length)), library))
}
