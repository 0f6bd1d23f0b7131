import { changeFeed } from '#lib/change-feed.ts'
import { getLibrary } from '#lib/content/library.ts'

export const dynamic = 'force-static'

/** The change log for feed readers. */
export const GET = () => new Response(changeFeed(getLibrary()), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
