import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'
import type { SiteFiles } from './site-files.ts'

/** Files that shrink. Fonts and pictures are compressed already. */
export const isCompressible = (file: string) => /\.(?:html|css|js|svg|xml|txt|md|json|csv|webmanifest)$/.test(file)

const CACHE = path.join('.cache', 'compressed')
/** Twins of some five builds in which everything changed. Beyond that the cache starts over. */
const CACHE_FILES = 16_000

/** The open data are loaded by no page, and there is much of them: the last twelve per cent would take six times as long. */
const qualityFor = (file: string) => (/^data\/.*\.(?:json|csv)$/.test(file) ? 9 : 11)

const brotliOptions = (size: number, quality = 11) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
})

/** Bytes over the wire at brotli's best quality. */
export const brotliSize = (bytes: Uint8Array) => brotliCompressSync(bytes, brotliOptions(bytes.length)).length

const METHODS = {
  br: (bytes: Uint8Array, file: string) => promisify(brotliCompress)(bytes, brotliOptions(bytes.length, qualityFor(file))),
  gz: (bytes: Uint8Array, _file: string) => promisify(gzip)(bytes, { level: 9 }),
}

/**
 * The `.br` and `.gz` twins of every file that shrinks, which hosts and the preview server send as they are.
 * Best compression is slow, so twins are kept in `cache` from one build to the next, by a hash of their file.
 */
export async function compressedTwins(files: SiteFiles, cache = CACHE): Promise<SiteFiles> {
  if (existsSync(cache) && readdirSync(cache).length > CACHE_FILES) rmSync(cache, { recursive: true })
  mkdirSync(cache, { recursive: true })
  const twins: SiteFiles = new Map()
  const add = async (file: string, bytes: Buffer, ending: keyof typeof METHODS) => {
    const kept = path.join(cache, `${createHash('sha256').update(bytes).digest('hex')}.${ending}`)
    const known = existsSync(kept)
    const twin = known ? readFileSync(kept) : await METHODS[ending](bytes, file)
    if (!known) {
      // Renamed into place, so that a build that is stopped leaves no half of a twin.
      const waiting = `${kept}.${process.pid}`
      writeFileSync(waiting, twin)
      renameSync(waiting, kept)
    }
    twins.set(`${file}.${ending}`, twin)
  }
  await Promise.all(
    [...files].filter(([file]) => isCompressible(file)).flatMap(([file, bytes]) => [add(file, bytes, 'br'), add(file, bytes, 'gz')]),
  )
  return twins
}
