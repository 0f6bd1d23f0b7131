import type { Library } from '../content/library.ts'
import { dataFiles } from '../data/data-files.ts'
import { DATA_FOLDER } from '../data/edition.ts'
import type { Fault } from './fault.ts'
import type { SiteFiles } from './site-files.ts'

/** The export must hold every file of the open data byte for byte, and beside the page about them no other. */
export function dataFaults(exported: SiteFiles, library: Library): Fault[] {
  const folder = DATA_FOLDER.slice(1)
  const expected = new Map([...dataFiles(library)].map(([file, text]) => [`${folder}${file}`, Buffer.from(text)]))
  const found = [...exported.keys()].filter((file) => file.startsWith(folder) && !/\.(?:html|txt)$/.test(file))
  return [
    ...[...expected].flatMap(([file, bytes]) => {
      const built = exported.get(file)
      if (!built) return [{ page: `/${file}`, message: 'was not built, though the data have it. Look at the routes in app/(site)/data/.' }]
      return built.equals(bytes) ? [] : [{ page: `/${file}`, message: 'is not what lib/data makes of the content. Build again.' }]
    }),
    ...found
      .filter((file) => !expected.has(file))
      .map((file) => ({ page: `/${file}`, message: 'lies among the data, though no dataset names it. Add it to lib/data, or remove it.' })),
  ]
}
