import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { cardDrawing, type Typesetter } from '../card-drawing.ts'
import type { Library } from '../content/library.ts'
import { markup } from '../drawing.ts'
import { DAY_COLOURS } from '../map-file.ts'
import { CARD_SIZE, cardAddress, type ShareCard, shareCard } from '../share-card.ts'
import { openTypesetter } from './card-faces.ts'
import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
import { fileOfAddress, type SiteFiles } from './site-files.ts'

/** The most a card may weigh. WhatsApp takes none above 600 kB, and people pay for what a chat loads. */
export const CARD_BYTES = 60_000

/** The one picture that all pages named before each had its own. Links that were shared then still ask for it. */
const FORMER_CARD = 'share.png'

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
  const home = files.get(fileOfAddress(cardAddress(shareCard('/', library))))
  if (home) files.set(FORMER_CARD, home)
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

/**
 * A card is paper, ink and the colour of a line, with the steps between them: so few that two pixels fit into a byte. One that shows
 * all lines needs more, or two of them would look alike.
 */
const coloursOf = ({ stops }: ShareCard) => (stops?.lines ? 64 : 16)

/** The card as a picture. */
export const cardPicture = (card: ShareCard, type: Typesetter): Promise<Buffer> =>
  sharp(Buffer.from(markup(cardDrawing(card, type), DAY_COLOURS)))
    .png({ palette: true, colours: coloursOf(card), dither: 0, effort: 2, compressionLevel: 9 })
    .toBuffer()

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width and height of a PNG; undefined when the bytes are none, or not all of one. */
export function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 45 || !bytes.subarray(0, 8).equals(SIGNATURE) || !bytes.subarray(-8, -4).equals(Buffer.from('IEND'))) return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
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
