import { createHash } from 'node:crypto'
import type { KeepBundle } from '../keep-bundles.ts'
import { KEEP_INDEX, type KeepFile, type KeepIndex, type KeepList, keepListAddress } from '../reader/keep-list.ts'
import { DATA, MAP } from '../trail.ts'
import { brotliSize } from './compression.ts'
import { fileOfAddress, type SiteFiles } from './site-files.ts'

const revisionOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex').slice(0, 10)

/** Scripts that no browser with a worker loads. */
const NO_MODULE = /<script\b[^>]*\snomodule\b[^>]*>/gi
/** Scripts name each other by the end of their address. */
const NAMED = /\bstatic\/[\w.~/-]+/g

/**
 * What the page of an address asks for when its reader uses it, beside what it names: the data below its address, and the drawing of
 * the map. The open data is for other programs: readers take a table when they want one.
 */
function dataOf(address: string, names: readonly string[]): string[] {
  if (address === MAP.address) return names.filter((name) => name === 'map.svg')
  if (address === DATA.address) return []
  const folder = address.slice(1)
  return folder === '' ? [] : names.filter((name) => name.startsWith(folder) && name.endsWith('.json'))
}

/** Everything that a file loads or may load later, itself included, as paths. `known` spares the second look. */
function closureOf(file: string, files: SiteFiles, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(file)
  if (before) return before
  const found = new Set<string>([file])
  known.set(file, found)
  if (/\.(?:html|js|css)$/.test(file)) {
    const text = (files.get(file)?.toString('utf8') ?? '').replace(NO_MODULE, '')
    for (const [name] of text.matchAll(NAMED)) {
      const next = `_next/${name}`
      if (next !== file && files.has(next)) for (const each of closureOf(next, files, known)) found.add(each)
    }
  }
  return found
}

/**
 * The lists of what readers may keep, made from the finished site: each file once, with a revision made from its bytes and its bytes
 * over the wire (`sizeOf`), and the index of offers. `titleOf` names a page. Returns the new files.
 */
export function keepLists(
  files: SiteFiles,
  bundles: readonly KeepBundle[],
  { sizeOf, titleOf }: { sizeOf: (file: string) => number; titleOf: (address: string) => string },
): SiteFiles {
  const names = [...files.keys()]
  const known = new Map<string, ReadonlySet<string>>()
  const made: SiteFiles = new Map()
  const offers = bundles.map(({ id, title, pages }) => {
    const wanted = new Map<string, string | undefined>()
    for (const page of pages) {
      wanted.set(page, titleOf(page))
      for (const name of [...closureOf(fileOfAddress(page), files, known), ...dataOf(page, names)])
        if (!wanted.has(`/${name}`) && name !== fileOfAddress(page)) wanted.set(`/${name}`, undefined)
    }
    const listed = [...wanted].map(([address, name]): KeepFile => {
      const file = fileOfAddress(address)
      const bytes = files.get(file)
      if (!bytes) throw new Error(`${address} is in the list "${id}" (lib/keep-bundles.ts), but the site has no such file.`)
      return name === undefined ? [address, revisionOf(bytes), sizeOf(file)] : [address, revisionOf(bytes), sizeOf(file), name]
    })
    const revision = revisionOf(listed.map(([address, each]) => `${address} ${each}\n`).join(''))
    const list: KeepList = { id, title, revision, files: listed }
    const bytes = Buffer.from(JSON.stringify(list))
    made.set(fileOfAddress(keepListAddress(id)), bytes)
    return {
      id,
      title,
      revision,
      bytes: listed.reduce((sum, [, , each]) => sum + each, brotliSize(bytes)),
      room: listed.reduce((sum, [address]) => sum + (files.get(fileOfAddress(address))?.length ?? 0), 0),
      pages: pages.length,
    }
  })
  const index: KeepIndex = { offers }
  made.set(fileOfAddress(KEEP_INDEX), Buffer.from(JSON.stringify(index)))
  return made
}

/** One word for everything the lists hold: another one means that another site was published. */
export const versionOf = (lists: SiteFiles) => revisionOf([...lists.values()].join('\n'))
