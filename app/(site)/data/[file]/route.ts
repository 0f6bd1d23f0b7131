import { getLibrary } from '#lib/content/library.ts'
import { dataFiles } from '#lib/data/data-files.ts'
import { contentType } from '#lib/export/security-headers.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  [...dataFiles(getLibrary()).keys()].filter((file) => !file.includes('/')).map((file) => ({ file }))

/** A file of the open data. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const text = dataFiles(getLibrary()).get(file)
  if (text === undefined) return new Response('No such file.', { status: 404 })
  return new Response(text, { headers: { 'content-type': contentType(file) } })
}
