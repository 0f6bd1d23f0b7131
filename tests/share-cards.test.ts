import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { type ExportedPage, readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'
import { palettePng, pngSize } from '#lib/export/palette-png.ts'
import { CARD_BYTES, cardFaults, shareCards } from '#lib/export/share-cards.ts'
import { cardAddress, shareCard } from '#lib/share-card.ts'

const ORIGIN = 'https://floorwalk.example'
const { library } = loadLibrary('tests/fixtures/small')
const card = (address: string) => ORIGIN + cardAddress(shareCard(address, library))
const pages = (images: Record<string, string>): Map<string, ExportedPage> =>
  new Map(
    Object.entries(images).map(([address, image]) => [
      address,
      readPage(address, `<html><head><meta property="og:image" content="${image}"></head></html>`),
    ]),
  )
function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'floorwalk-cards-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

describe('the cards of a site', () => {
  it('are drawn once, and kept under their names', async () => {
    const cache = folder()
    const site = pages({ '/': card('/'), '/404.html': card('/'), '/roles/team-leader/': card('/roles/team-leader/') })
    const first = await shareCards(site, library, ORIGIN, cache)
    expect(first.faults).toEqual([])
    expect([...first.files.keys()].sort()).toEqual(
      [card('/'), card('/roles/team-leader/')].map((url) => url.slice(ORIGIN.length + 1)).sort(),
    )
    for (const bytes of first.files.values()) expect(pngSize(bytes)).toEqual({ width: 1200, height: 630 })
    const [name = ''] = readdirSync(cache)
    const before = statSync(path.join(cache, name)).mtimeMs
    const second = await shareCards(site, library, ORIGIN, cache)
    expect(second.files).toEqual(first.files)
    expect(statSync(path.join(cache, name)).mtimeMs).toBe(before)
    // Half a card, as a stopped machine may leave it.
    writeFileSync(path.join(cache, name), readFileSync(path.join(cache, name)).subarray(0, 4000))
    expect((await shareCards(site, library, ORIGIN, cache)).files).toEqual(first.files)
  })

  it('are refused where a page names another, or none', async () => {
    const cache = folder()
    const { faults } = await shareCards(pages({ '/': `${ORIGIN}/cards/0000000000.png`, '/roles/team-leader/': '' }), library, ORIGIN, cache)
    expect(formatFaults(faults)).toBe(
      [
        '/',
        `  names "${ORIGIN}/cards/0000000000.png" as its card; it is ${card('/')}. Let its metadata come from pageMetadata.`,
        '',
        '/roles/team-leader/',
        `  names "" as its card; it is ${card('/roles/team-leader/')}. Let its metadata come from pageMetadata.`,
      ].join('\n'),
    )
  })

  it('leave the cache when it holds far more than one site needs', async () => {
    const cache = folder()
    for (let number = 0; number < 2500; number++) writeFileSync(path.join(cache, `${number}.png`), '')
    await shareCards(pages({ '/': card('/') }), library, ORIGIN, cache)
    expect(readdirSync(cache)).toEqual([path.basename(card('/'))])
  })
})

describe('a card', () => {
  const made = (width: number, height: number, colour = (_at: number) => 0xff000000) =>
    palettePng({ width, height, bytes: new Uint8Array(Uint32Array.from({ length: width * height }, (_, at) => colour(at)).buffer) })

  it('of another size, of none and of too many bytes is a fault', async () => {
    expect(formatFaults(cardFaults('/a/', await made(1200, 628)))).toBe('/a/\n  has a card of 1200 × 628 pixels; it must have 1200 × 630.')
    expect(formatFaults(cardFaults('/a/', Buffer.from('GIF89a')))).toContain('has a card of no pixels')
    const heavy = Buffer.concat([(await made(1200, 630)).subarray(0, -12), Buffer.alloc(CARD_BYTES), (await made(1, 1)).subarray(-12)])
    expect(formatFaults(cardFaults('/a/', heavy))).toContain(`${CARD_BYTES} are allowed. Draw less, or with fewer colours.`)
    expect(cardFaults('/a/', await made(1200, 630))).toEqual([])
  })

  it.each([
    ['few colours, two pixels a byte', 3, 4],
    ['many colours, one pixel a byte', 30, 8],
  ])('keeps its pixels as a picture of %s', async (_, count, bits) => {
    // Odd, so that the last byte of a row is half full.
    const [width, height] = [7, 11]
    const red = (at: number) => ((at % count) % 10) * 25
    const colour = (at: number) => (0xff000000 | (Math.floor((at % count) / 10) << 14) | red(at)) >>> 0
    const png = await made(width, height, colour)
    expect(png[24]).toBe(bits)
    const part = (name: string) => {
      const at = png.indexOf(name, 0, 'latin1')
      return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
    }
    const palette = part('PLTE')
    const data = inflateSync(part('IDAT'))
    const row = Math.ceil((width * bits) / 8) + 1
    for (let at = 0; at < width * height; at++) {
      const [x, y] = [at % width, Math.floor(at / width)]
      const byte = data[y * row + 1 + Math.floor((x * bits) / 8)] ?? 0
      const place = bits === 8 ? byte : x % 2 ? byte & 15 : byte >> 4
      expect(Math.abs((palette[place * 3] ?? 0) - red(at))).toBeLessThan(18)
    }
    expect(data.length).toBe(row * height)
  })
})

it('has no file that all pages share any more', () => {
  expect(existsSync('public/share.png')).toBe(false)
})
