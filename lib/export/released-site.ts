import type { Library } from '../content/library.ts'
import { readPage } from './exported-page.ts'
import { anchorsOf, lastingFiles, type ReleasedSite } from './released.ts'
import { fileOfAddress, type SiteFiles } from './site-files.ts'

/** The addresses of a finished site. */
export function releasedSiteOf(files: SiteFiles, library: Library): ReleasedSite {
  const addresses = [...library.addresses(), ...library.records()]
  return {
    pages: new Map(
      addresses.map((address) => [address, anchorsOf(readPage(address, files.get(fileOfAddress(address))?.toString('utf8') ?? ''))]),
    ),
    files: lastingFiles(files),
    redirects: library.redirects(),
  }
}
