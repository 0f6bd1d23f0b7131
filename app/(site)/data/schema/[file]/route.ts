import { getLibrary } from '#lib/content/library.ts'
import { dataFiles } from '#lib/data/data-files.ts'
import { contentType } from '#lib/export/security-headers.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

const FOLDER = 'schema/'

export const generateStaticParams = () =>
  [...dataFiles(getLibrary()).keys()].filter((file) => file.startsWith(FOLDER)).map((file) => ({ file: file.slice(FOLDER.length) }))

/** The JSON Schema of a file of the open data. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const text = dataFiles(getLibrary()).get(`${FOLDER}${file}`)
  if (text === undefined) return new Response('No such file.', { status: 404 })
  return new Response(text, { headers: { 'content-type': contentType(file) } })
}
