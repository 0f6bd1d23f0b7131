import { getLibrary } from '#lib/content/library.ts'
import { mapFile } from '#lib/map-file.ts'

export const dynamic = 'force-static'

/** The map as a file to download and pass on. */
export const GET = () => new Response(mapFile(getLibrary()), { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } })
