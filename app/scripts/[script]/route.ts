import { bundledPageScript } from '#lib/export/assets.ts'
import { PAGE_SCRIPT_NAMES } from '#lib/export/page-scripts.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () => PAGE_SCRIPT_NAMES.map((name) => ({ script: `${name}.js` }))

/** A page script. The gate gives it a lasting name; in development it is made anew when it is asked for. */
export async function GET(_request: Request, { params }: { params: Promise<{ script: string }> }) {
  const { script } = await params
  const name = PAGE_SCRIPT_NAMES.find((each) => `${each}.js` === script)
  if (!name) return new Response('No such script.', { status: 404 })
  return new Response(bundledPageScript(name), { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
}
