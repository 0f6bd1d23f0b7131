import { serviceWorker } from '#lib/export/service-worker.ts'
import { SITE } from '#lib/site.ts'

export const dynamic = 'force-static'

/** The worker, at the one address that browsers ask again. While somebody writes (npm run dev), one that takes itself away. */
export function GET() {
  const code = serviceWorker({ on: SITE.offline !== 'off' && process.env.NODE_ENV === 'production' })
  return new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
}
