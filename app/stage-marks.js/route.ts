import { stageMarksScript } from '#lib/export/assets.ts'

export const dynamic = 'force-static'

/** The script of stage pages. The gate gives it a lasting name; in development it is made anew when it is asked for. */
export const GET = () => new Response(stageMarksScript(), { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
