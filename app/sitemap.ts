import type { MetadataRoute } from 'next'
import { getLibrary } from '#lib/content/library.ts'
import { absolute } from '#lib/site.ts'

export const dynamic = 'force-static'

export default function sitemap(): MetadataRoute.Sitemap {
  const library = getLibrary()
  const reviewed = library.reviewDates()
  return library
    .addresses()
    .map((address) => ({ url: absolute(address), ...(reviewed.has(address) ? { lastModified: reviewed.get(address) } : {}) }))
}
