import { getLibrary } from '#lib/content/library.ts'
import { startOutline } from '#lib/start-outline.ts'

export const dynamic = 'force-static'

/** The rules by which three roles are chosen, as data: the page of questions fetches it with the first answer. */
export const GET = () => Response.json(startOutline(getLibrary()))
