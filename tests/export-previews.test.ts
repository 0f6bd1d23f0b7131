import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { answerHeaders, commonHeaders, contentType } from '#lib/export/security-headers.ts'
import { CARD_BYTES, pngSize } from '#lib/export/share-cards.ts'
import { fileOfAddress, readSite } from '#lib/export/site-files.ts'
import { CARD_SIZE, cardAddress, cardText, shareCard } from '#lib/share-card.ts'
import { SITE } from '#lib/site.ts'
import { NETWORKS } from './link-previews.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const NOT_FOUND = '/404.html'
const addresses = [...library.addresses(), NOT_FOUND]

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const plain = (text: string) => text.replace(/&([a-z0-9#]+);/gi, (whole, name: string) => ENTITIES[name] ?? whole)

interface Preview {
  address: string
  html: string
  head: string
  tags: Map<string, string>
}

const previews = addresses.map((address): Preview => {
  const html = files.get(fileOfAddress(address))?.toString('utf8') ?? ''
  const head = html.slice(0, html.indexOf('</head>'))
  const tags = new Map<string, string>()
  for (const [, name = '', content = ''] of head.matchAll(
    /<meta (?:property|name)="((?:og|twitter|article):[a-z:_]+)" content="([^"]*)"/g,
  )) {
    expect(tags.has(name), `${name} twice on ${address}`).toBe(false)
    tags.set(name, plain(content))
  }
  return { address, html, head, tags }
})
const isLive = ({ html }: Preview) => html.includes('data-island')
const imageOf = ({ tags }: Preview) => new URL(tags.get('og:image') ?? '').pathname

it('are looked at on every page', () => {
  expect(previews.length).toBe(addresses.length)
  expect(previews.length).toBeGreaterThan(500)
  expect(previews.filter(({ tags }) => tags.size < 9).map(({ address }) => address)).toEqual([])
})

describe.each(NETWORKS)('$name', ({ needs, within, image }) => {
  it('finds on every page what it needs, where it looks', () => {
    for (const { address, html, head, tags } of previews) {
      for (const tag of needs) expect(tags.get(tag)?.trim(), `${tag} of ${address}`).toBeTruthy()
      if (within) expect(Buffer.byteLength(html.slice(0, head.length)), address).toBeLessThan(within)
    }
  })

  it('takes every picture', () => {
    const { width, height } = CARD_SIZE
    const [least, low] = image.least
    expect(width).toBeGreaterThanOrEqual(least)
    expect(height).toBeGreaterThanOrEqual(low)
    expect(width / height).toBeLessThanOrEqual(image.broadest ?? 10)
    // What stands at the sides is paper: a twentieth may be cut.
    if (image.best) expect(Math.abs(width / height / image.best - 1)).toBeLessThan(0.05)
    for (const preview of previews)
      expect(files.get(fileOfAddress(imageOf(preview)))?.length, preview.address).toBeLessThan(image.bytes ?? Number.POSITIVE_INFINITY)
  })
})

describe('the tags of a link preview', () => {
  it('are each read by somebody, and on a still page nothing is said twice', () => {
    const read = new Set(NETWORKS.flatMap(({ reads }) => reads))
    for (const preview of previews)
      for (const tag of preview.tags.keys())
        if (!isLive(preview) || !tag.startsWith('twitter:')) expect(read, `${tag} of ${preview.address}`).toContain(tag)
  })

  it('name the page by itself, without the name of the site', () => {
    for (const { address, tags } of previews) {
      const title = tags.get('og:title') ?? ''
      if (address !== '/' && address !== NOT_FOUND) expect(title, address).not.toContain(SITE.name)
      expect(tags.get('og:site_name')).toBe(SITE.name)
      expect(tags.get('og:url'), address).toBe(`${SITE.origin}${address === NOT_FOUND ? '/' : address}`)
      expect(tags.get('og:type'), address).toBe(['/', NOT_FOUND].includes(address) ? 'website' : 'article')
    }
  })

  it('say it before it is cut: an article’s own title whole, those of publications apart from each other', () => {
    const shortest = Math.min(...NETWORKS.flatMap(({ shows }) => shows.title ?? []))
    const long = previews.filter(({ tags }) => (tags.get('og:title')?.length ?? 0) > shortest)
    // Of a stage the name of its pathway stands behind its own.
    for (const { address, tags } of long.filter((each) => !each.address.startsWith('/sources/')))
      expect(tags.get('og:title')?.split(': ')[0]?.length, address).toBeLessThanOrEqual(shortest)
    const starts = long.map(({ tags }) => tags.get('og:title')?.slice(0, shortest))
    expect(starts.length - new Set(starts).size).toBeLessThan(5)
  })

  it('describe the page in one sentence that no network but WhatsApp cuts', () => {
    const least = Math.min(...NETWORKS.filter(({ name }) => name !== 'WhatsApp').flatMap(({ shows }) => shows.description ?? []))
    for (const { address, tags } of previews) expect(tags.get('og:description')?.length, address).toBeLessThanOrEqual(least)
  })

  it('say in words what the card says', () => {
    const most = Math.min(...NETWORKS.flatMap(({ shows }) => shows.alt ?? []))
    for (const { address, tags } of previews) {
      expect(tags.get('og:image:alt'), address).toBe(cardText(shareCard(address, library)))
      expect(tags.get('og:image:alt')?.length, address).toBeLessThanOrEqual(most)
    }
  })
})

describe('the cards', () => {
  it('are there, each page its own, as large and as light as promised', () => {
    const named = new Map<string, string>()
    for (const preview of previews) {
      const { address, tags } = preview
      expect(tags.get('og:image'), address).toBe(SITE.origin + cardAddress(shareCard(address, library)))
      expect(tags.get('og:image')).toMatch(/^https:\/\/[^/]+\/cards\/[0-9a-f]{10}\.png$/)
      expect([tags.get('og:image:width'), tags.get('og:image:height')]).toEqual(['1200', '630'])
      const card = files.get(fileOfAddress(imageOf(preview)))
      expect(card && pngSize(card), address).toEqual(CARD_SIZE)
      expect(card?.length, address).toBeLessThanOrEqual(CARD_BYTES)
      expect(card?.length, address).toBeGreaterThan(5000)
      if (address !== NOT_FOUND) expect(named.get(imageOf(preview)), address).toBeUndefined()
      named.set(imageOf(preview), address)
    }
  })

  it('are no more than the pages name, and have no compressed twins', () => {
    const named = new Set(previews.map((preview) => fileOfAddress(imageOf(preview))))
    expect([...files.keys()].filter((file) => file.startsWith('cards/')).sort()).toEqual([...named].sort())
  })

  it('may be shown by other sites and kept for good', () => {
    const headers = answerHeaders(commonHeaders(), '/cards/0123456789.png')
    expect(headers['Cross-Origin-Resource-Policy']).toBe('cross-origin')
    expect(headers['Cache-Control']).toBe('public, max-age=31536000, immutable')
    expect(headers).not.toHaveProperty('Content-Security-Policy')
    expect(contentType('cards/0123456789.png')).toBe('image/png')
  })
})
