import { getLibrary } from '#lib/content/library.ts'
import { sourceIndex } from '#lib/search-index.ts'

export const dynamic = 'force-static'

/** The publications behind the figures, for readers who ask for them. */
export const GET = () => Response.json(sourceIndex(getLibrary()))
