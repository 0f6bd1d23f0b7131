import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { type ExportedPage, readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'
import { CARD_BYTES, cardFaults, pngSize, shareCards } from '#lib/export/share-cards.ts'
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
    const file = (address: string) => card(address).slice(ORIGIN.length + 1)
    expect([...first.files.keys()].sort()).toEqual([file('/'), file('/roles/team-leader/'), 'share.png'].sort())
    // Links that were shared before pages had cards of their own name this one.
    expect(first.files.get('share.png')).toEqual(first.files.get(file('/')))
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
  const made = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'black' } })
      .png()
      .toBuffer()

  it('of another size, of none and of too many bytes is a fault', async () => {
    expect(formatFaults(cardFaults('/a/', await made(1200, 628)))).toBe('/a/\n  has a card of 1200 × 628 pixels; it must have 1200 × 630.')
    expect(formatFaults(cardFaults('/a/', Buffer.from('GIF89a')))).toContain('has a card of no pixels')
    const heavy = Buffer.concat([(await made(1200, 630)).subarray(0, -12), Buffer.alloc(CARD_BYTES), (await made(1, 1)).subarray(-12)])
    expect(formatFaults(cardFaults('/a/', heavy))).toContain(`${CARD_BYTES} are allowed. Draw less, or with fewer colours.`)
    expect(cardFaults('/a/', await made(1200, 630))).toEqual([])
  })
})
