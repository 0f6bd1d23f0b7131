import { getLibrary } from '#lib/content/library.ts'
import { guideOutline } from '#lib/guide-outline.ts'

export const dynamic = 'force-static'

/** The steps, roles and skills that a plan is made of, as data: the page of the plan fetches it once, instead of carrying it as script. */
export const GET = () => Response.json(guideOutline(getLibrary()))
