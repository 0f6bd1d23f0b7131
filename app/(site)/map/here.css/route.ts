import { getLibrary } from '#lib/content/library.ts'
import { mapRoles } from '#lib/lattice.ts'
import { lineMap } from '#lib/line-map.ts'
import { mapStyle } from '#lib/map-file.ts'

export const dynamic = 'force-static'

/** What in the style of the map depends on its stations. The gate joins it with the rest. */
export const GET = () => new Response(mapStyle(lineMap(mapRoles(getLibrary()))), { headers: { 'content-type': 'text/css; charset=utf-8' } })
