import type { MetadataRoute } from 'next'
import { lastChanged } from '#lib/changes.ts'
import { getLibrary } from '#lib/content/library.ts'
import { languageAlternates } from '#lib/languages.ts'
import { absolute } from '#lib/site.ts'

export const dynamic = 'force-static'

export default function sitemap(): MetadataRoute.Sitemap {
  const library = getLibrary()
  const changed = lastChanged(library)
  return library.addresses().map((address) => {
    const languages = languageAlternates(address)
    return {
      url: absolute(address),
      ...(changed.has(address) ? { lastModified: changed.get(address) } : {}),
      ...(languages ? { alternates: { languages } } : {}),
    }
  })
}
