import { PlanPage } from '#components/plan/plan-page.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { PLAN } from '#lib/trail.ts'

export const metadata = pageMetadata({ title: PLAN.name, description: PLAN.about, address: PLAN.address }, getLibrary())

export default function Page() {
  return <PlanPage library={getLibrary()} />
}
