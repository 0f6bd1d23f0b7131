import { describe, expect, it } from 'vitest'
import { EARLY_SCRIPT } from '#lib/export/early-script.ts'
import {
  answerHeaders,
  commonHeaders,
  contentType,
  headersFor,
  hostHeaders,
  nginxConfig,
  overHttp,
  policyHash,
  readCommonHeaders,
} from '#lib/export/security-headers.ts'

const FILES = [
  'index.html',
  '404.html',
  'roles/index.html',
  'roles/trainer/index.html',
  '_next/static/a.1.js',
  'cards/0123456789.png',
  'manifest.webmanifest',
]

describe('the security policy', () => {
  const policy = commonHeaders()['Content-Security-Policy'] ?? ''

  it('starts from nothing and allows only our own', () => {
    expect(policy.replace(/'sha256-[^']+'/g, 'HASH')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self' HASH; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests"`,
    )
  })

  it('names the theme script by its hash', () => {
    expect(policy).toContain(`script-src 'self' ${policyHash(EARLY_SCRIPT)};`)
  })

  it('hashes as browsers do', () => {
    expect(policyHash("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")
  })

  it('never allows inline code, eval or another host', () => {
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
  })
})

describe('headers', () => {
  it('let files with lasting names be kept for a year, pages not at all', () => {
    expect(headersFor('/_next/static/a.1.js')['Cache-Control']).toBe('public, max-age=31536000, immutable')
    expect(headersFor('/roles/')['Cache-Control']).toBe('public, max-age=0, must-revalidate')
  })

  it('let other sites show the cards of link previews and nothing else, and keep them', () => {
    expect(headersFor('/cards/0123456789.png')).toEqual({
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
    expect(headersFor('/icon-192.png')['Cross-Origin-Resource-Policy']).toBe('same-origin')
    expect(headersFor('/icon.svg')['Cross-Origin-Resource-Policy']).toBe('same-origin')
  })

  it('leave out on a script or a picture what only a page obeys', () => {
    const names = (address: string) => Object.keys(answerHeaders(commonHeaders(), address))
    for (const page of ['/', '/roles/trainer/', '/404.html', '/nowhere']) expect(names(page)).toContain('Content-Security-Policy')
    for (const asset of ['/_next/static/a.1.css', '/icon.svg', '/sitemap.xml'])
      expect(names(asset)).toEqual(['Strict-Transport-Security', 'X-Content-Type-Options', 'Cross-Origin-Resource-Policy', 'Cache-Control'])
  })

  it('lose over http what would break a preview', () => {
    const plain = overHttp(commonHeaders())
    expect(plain).not.toHaveProperty('Strict-Transport-Security')
    expect(plain['Content-Security-Policy']).not.toContain('upgrade-insecure-requests')
    expect(plain['Content-Security-Policy']).toContain("frame-ancestors 'none'")
  })

  it('name a media type for every ending we ship', () => {
    expect(contentType('roles/index.html')).toBe('text/html; charset=utf-8')
    expect(contentType('manifest.webmanifest')).toBe('application/manifest+json')
    expect(contentType('a.woff2')).toBe('font/woff2')
    expect(contentType('_headers')).toBe('application/octet-stream')
  })
})

describe('the _headers file', () => {
  const text = hostHeaders(FILES)

  it('gives the common headers to every address and can be read back', () => {
    expect(readCommonHeaders(text)).toEqual(commonHeaders())
  })

  it('never gives one header twice to an address, because hosts would join the two', () => {
    const rules = text
      .trim()
      .split('\n\n')
      .map((block) => block.split('\n'))
      .map(([place = '', ...lines]) => ({ place, names: lines.map((line) => line.trim().split(':')[0]) }))
    const matches = (place: string, address: string) => (place.endsWith('*') ? address.startsWith(place.slice(0, -1)) : place === address)
    for (const address of [
      '/',
      '/404.html',
      '/roles/',
      '/roles/trainer/',
      '/_next/static/a.1.js',
      '/cards/0123456789.png',
      '/manifest.webmanifest',
    ]) {
      const names = rules.filter(({ place }) => matches(place, address)).flatMap((rule) => rule.names)
      expect(names).toEqual([...new Set(names)])
      expect(names).toContain('Cross-Origin-Resource-Policy')
    }
  })

  it('stays within what Cloudflare takes: 100 rules, 2,000 characters a line', () => {
    expect(text.split('\n\n').length).toBeLessThan(100)
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(2000)
  })
})

describe('the nginx configuration', () => {
  const text = nginxConfig([{ from: '/roles/ops-manager/', to: '/roles/operations-manager/' }])

  it('repeats every header in every location, because nginx inherits none into one that has its own', () => {
    const blocks = text.match(/^location [\s\S]*?^\}/gm) ?? []
    const answering = blocks.filter((block) => !block.includes('return 404'))
    expect(answering.length).toBeGreaterThan(4)
    for (const block of answering) {
      const asset = /_next\/static|\/cards\//.test(block.split('\n')[0] ?? '')
      for (const name of Object.keys(answerHeaders(commonHeaders(), asset ? '/_next/static/a.js' : '/')))
        expect(block).toContain(`add_header ${name} `)
    }
  })

  it('sends readers of an old address on, with and without the closing slash', () => {
    expect(text).toContain('location = /roles/ops-manager/ {\n    return 301 /roles/operations-manager/;')
    expect(text).toContain('location = /roles/ops-manager {\n    return 301 /roles/operations-manager/;')
  })
})
