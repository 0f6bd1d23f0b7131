import { getLibrary } from '#lib/content/library.ts'
import { searchIndex } from '#lib/search-index.ts'

export const dynamic = 'force-static'

/** What the search needs to know of every page but the sources: fetched at a reader's first question, not before. */
export const GET = () => Response.json(searchIndex(getLibrary()))
