import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { cardDrawing, type Typesetter } from '../card-drawing.ts'
import type { Library } from '../content/library.ts'
import { markup } from '../drawing.ts'
import { DAY_COLOURS } from '../map-file.ts'
import { CARD_SIZE, cardAddress, type ShareCard, shareCard } from '../share-card.ts'
import { openTypesetter } from './card-faces.ts'
import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
import { palettePng, pngSize } from './palette-png.ts'
import { fileOfAddress, type SiteFiles } from './site-files.ts'

/** The most a card may weigh. WhatsApp takes none above 600 kB, and people pay for what a chat loads. */
export const CARD_BYTES = 60_000

const CACHE = path.join('.cache', 'cards')
/** Cards of some three builds. Beyond that those that no page names now are taken out. */
const CACHE_FILES = 2500

/**
 * The pictures that the pages name as their cards, by file, and what is wrong with any of them. A card is drawn once: it is kept in
 * `cache` under its name, which is made from what it shows.
 */
export async function shareCards(
  pages: ReadonlyMap<string, ExportedPage>,
  library: Library,
  origin: string,
  cache = CACHE,
): Promise<{ files: SiteFiles; faults: Fault[] }> {
  const faults: Fault[] = []
  const wanted = new Map<string, { card: ShareCard; page: string }>()
  for (const page of pages.values()) {
    const card = shareCard(page.address, library)
    const address = cardAddress(card)
    wanted.set(fileOfAddress(address), { card, page: page.address })
    if (page.card !== origin + address)
      faults.push({
        page: page.address,
        message: `names "${page.card}" as its card; it is ${origin + address}. Let its metadata come from pageMetadata.`,
      })
  }
  const files = await drawn(wanted, cache)
  for (const [file, bytes] of files) faults.push(...cardFaults(wanted.get(file)?.page ?? `/${file}`, bytes))
  prune(cache, new Set([...wanted.keys()].map((file) => path.posix.basename(file))))
  return { files, faults }
}

/** What may not be published of a card. */
export function cardFaults(page: string, bytes: Buffer): Fault[] {
  const size = pngSize(bytes)
  const { width, height } = CARD_SIZE
  const faults: Fault[] = []
  if (size?.width !== width || size.height !== height)
    faults.push({
      page,
      message: `has a card of ${size ? `${size.width} × ${size.height}` : 'no'} pixels; it must have ${width} × ${height}.`,
    })
  if (bytes.length > CARD_BYTES)
    faults.push({ page, message: `has a card of ${bytes.length} bytes; ${CARD_BYTES} are allowed. Draw less, or with fewer colours.` })
  return faults
}

/** Several at once: one is painted and packed on other threads while the next is laid out here. */
async function drawn(wanted: ReadonlyMap<string, { card: ShareCard }>, cache: string): Promise<SiteFiles> {
  mkdirSync(cache, { recursive: true })
  const files: SiteFiles = new Map()
  const waiting: (readonly [string, ShareCard])[] = []
  for (const [file, { card }] of wanted) {
    const kept = path.join(cache, path.posix.basename(file))
    const bytes = existsSync(kept) ? readFileSync(kept) : undefined
    if (bytes && pngSize(bytes)) files.set(file, bytes)
    else waiting.push([file, card])
  }
  if (waiting.length === 0) return files
  const type = await openTypesetter()
  const draw = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [file, card] = next
      const bytes = await cardPicture(card, type)
      files.set(file, bytes)
      keep(path.join(cache, path.posix.basename(file)), bytes)
    }
  }
  await Promise.all(Array.from({ length: 4 }, draw))
  return files
}

/** The card as a picture. */
export async function cardPicture(card: ShareCard, type: Typesetter): Promise<Buffer> {
  const svg = markup(cardDrawing(card, type), DAY_COLOURS)
  const { width, height, pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return palettePng({ width, height, bytes: pixels })
}

/** Renamed into place, so that a build that is stopped leaves no half of a card. */
function keep(place: string, bytes: Buffer) {
  const waiting = `${place}.${process.pid}`
  writeFileSync(waiting, bytes)
  renameSync(waiting, place)
}

/** Other content trees share the cache, so it may hold more than one site needs. */
function prune(cache: string, used: ReadonlySet<string>) {
  const kept = readdirSync(cache)
  if (kept.length > CACHE_FILES) for (const name of kept) if (!used.has(name)) rmSync(path.join(cache, name))
}
