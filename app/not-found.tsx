import type { Metadata } from 'next'
import { NotFound } from '#components/site/not-found.tsx'
import { SiteFrame } from '#components/site/site-frame.tsx'
import { getLibrary } from '#lib/content/library.ts'
import { linkPreview } from '#lib/metadata.ts'
import { SITE } from '#lib/site.ts'

export const metadata: Metadata = {
  title: 'No such page · Floorwalk',
  description: 'The page is not here. These are the ways on.',
  robots: { index: false },
  // Who passes on a dead link shows the way in.
  openGraph: linkPreview({ title: SITE.name, description: SITE.description, address: '/', type: 'website' }, getLibrary()),
}

export default function Page() {
  return (
    <SiteFrame>
      <NotFound library={getLibrary()} />
    </SiteFrame>
  )
}
