import { getLibrary } from '#lib/content/library.ts'
import { latticeOutline } from '#lib/lattice-outline.ts'

export const dynamic = 'force-static'

/** Every role and every move with what is said of it, as data: the page that plans a move fetches it once. */
export const GET = () => Response.json(latticeOutline(getLibrary()))
