import { describe, expect, it } from 'vitest'
import { EMBED_KINDS, EMBED_STYLES, embedPlace } from '#lib/embed-address.ts'
import { EARLY_SCRIPT } from '#lib/export/early-script.ts'
import {
  answerHeaders,
  commonHeaders,
  contentSecurityPolicy,
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
  'data/pay.csv',
  'manifest.webmanifest',
  'embed/index.html',
  'embed/style/style.0f.css',
  ...EMBED_KINDS.map((kind) => `${embedPlace(kind).slice(1)}x/index.html`),
]

const EMBEDS = EMBED_KINDS.map((kind) => `${embedPlace(kind)}x/`)

/** What a host gives an address by a `_headers` file: rules in their order, `join` saying what becomes of a header given twice. */
function given(text: string, address: string, { detaches, join }: { detaches: boolean; join: (before: string, after: string) => string }) {
  const headers: Record<string, string> = {}
  const rules = text.trim().split('\n\n')
  for (const [place = '', ...lines] of rules.map((rule) => rule.split('\n').map((line) => line.trim()))) {
    if (place.endsWith('*') ? !address.startsWith(place.slice(0, -1)) : place !== address) continue
    if (detaches) for (const line of lines) if (line.startsWith('! ')) delete headers[line.slice(2)]
    for (const line of lines) {
      const [name = '', value] = line.split(/: (.*)/s)
      if (value !== undefined) headers[name] = headers[name] === undefined ? value : join(headers[name], value)
    }
  }
  return headers
}
const cloudflare = { detaches: true, join: (before: string, after: string) => `${before}, ${after}` }
const netlify = { detaches: false, join: (_: string, after: string) => after }
const joiner = { detaches: false, join: cloudflare.join }

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

  it('have the worker asked for with every visit, and hold it to the policy', () => {
    const headers = answerHeaders(commonHeaders(), '/sw.js')
    expect(headers['Cache-Control']).toBe('no-cache')
    expect(headers['Content-Security-Policy']).toBe(contentSecurityPolicy())
    expect(hostHeaders([...FILES, 'sw.js'])).toContain('/sw.js\n  Cross-Origin-Resource-Policy: same-origin\n  Cache-Control: no-cache\n')
    expect(nginxConfig([])).toMatch(/location = \/sw\.js \{[^}]*Cache-Control "no-cache"/)
  })

  it('let programs of other sites fetch the data, and nothing else of the site', () => {
    for (const address of ['/data/pay.csv', '/data/schema/pay.json', '/data/'])
      expect(headersFor(address)).toMatchObject({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    for (const address of [
      '/',
      '/data',
      '/database/',
      '/plan/guide.json',
      '/search/index.json',
      '/_next/static/a.1.js',
      '/cards/0123456789.png',
    ])
      expect(headersFor(address)).not.toHaveProperty('Access-Control-Allow-Origin')
  })

  it('leave out on a script or a picture what only a page obeys', () => {
    const names = (address: string) => Object.keys(answerHeaders(commonHeaders(), address))
    for (const page of ['/', '/roles/trainer/', '/404.html', '/nowhere']) expect(names(page)).toContain('Content-Security-Policy')
    for (const asset of ['/_next/static/a.1.css', '/icon.svg', '/sitemap.xml'])
      expect(names(asset)).toEqual(['Strict-Transport-Security', 'X-Content-Type-Options', 'Cross-Origin-Resource-Policy', 'Cache-Control'])
  })

  it('let anybody frame an embed, and nothing else', () => {
    for (const address of EMBEDS) {
      const headers = answerHeaders(commonHeaders(), address)
      expect(headers['Content-Security-Policy']).toMatchInlineSnapshot(
        `"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *; upgrade-insecure-requests"`,
      )
      expect(headers).not.toHaveProperty('X-Frame-Options')
      // Both are asked of a frame by a page that sends require-corp itself.
      expect(headers['Cross-Origin-Embedder-Policy']).toBe('require-corp')
      expect(headers['Cross-Origin-Resource-Policy']).toBe('cross-origin')
    }
    for (const address of ['/', '/embed/', '/embed/pay', '/embedded/pay/x/', '/roles/embed/pay/', '/404.html']) {
      const headers = answerHeaders(commonHeaders(), address)
      expect(headers['Content-Security-Policy'], address).toContain("frame-ancestors 'none'")
      expect(headers['X-Frame-Options'], address).toBe('DENY')
      expect(headers['Cross-Origin-Resource-Policy'], address).toBe('same-origin')
    }
  })

  it('let the page that shows embeds hold frames of this site, and no other page any', () => {
    const policy = (address: string) => answerHeaders(commonHeaders(), address)['Content-Security-Policy'] ?? ''
    expect(policy('/embed/')).toBe(policy('/').replace("base-uri 'none'", "frame-src 'self'; base-uri 'none'"))
    for (const address of ['/', '/about/', ...EMBEDS]) expect(policy(address)).not.toContain('frame-src')
  })

  it('let the style of embeds be loaded by a frame without an origin, and kept for a year', () => {
    expect(answerHeaders(commonHeaders(), `${EMBED_STYLES}style.0f.css`)).toEqual({
      'Strict-Transport-Security': commonHeaders()['Strict-Transport-Security'],
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })

  it('keep copies of pages out of search engines, and nothing else', () => {
    for (const copy of ['/index.md', '/roles/trainer/index.md', '/floorwalk.txt']) expect(headersFor(copy)['X-Robots-Tag']).toBe('noindex')
    for (const address of ['/', '/roles/trainer/', '/llms.txt', '/map.svg']) expect(headersFor(address)).not.toHaveProperty('X-Robots-Tag')
    // A host that reads a rule only up to its star must not hide a page.
    const rules = hostHeaders([...FILES, 'floorwalk.txt', 'index.md', 'roles/index.md']).split('\n\n')
    const hiding = rules.filter((rule) => rule.includes('noindex')).map((rule) => rule.split('\n')[0])
    expect(hiding).toEqual(['/floorwalk.txt', '/index.md'])
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
    expect(contentType('sitemap.xml')).toBe('application/xml; charset=utf-8')
    expect(contentType('changes.xml')).toBe('application/atom+xml; charset=utf-8')
    expect(contentType('/changes.xml')).toBe('application/atom+xml; charset=utf-8')
    expect(contentType('roles/index.md')).toBe('text/markdown; charset=utf-8')
    expect(contentType('a.woff2')).toBe('font/woff2')
    expect(contentType('data/pay.csv')).toBe('text/csv; charset=utf-8')
    expect(contentType('_headers')).toBe('application/octet-stream')
  })
})

describe('the _headers file', () => {
  const text = hostHeaders(FILES)

  it('gives the common headers to every address and can be read back', () => {
    expect(readCommonHeaders(text)).toEqual(commonHeaders())
  })

  const ADDRESSES = [
    '/',
    '/404.html',
    '/roles/',
    '/roles/trainer/',
    '/_next/static/a.1.js',
    '/cards/0123456789.png',
    '/data/',
    '/data/pay.csv',
    '/manifest.webmanifest',
    '/nope/',
  ]

  it('gives every address on Cloudflare what the preview sends, though joined headers would forbid all frames', () => {
    for (const address of [...ADDRESSES, '/embed/', ...EMBEDS, `${EMBED_STYLES}style.0f.css`]) {
      const headers = given(text, address, cloudflare)
      expect(headers, address).toMatchObject(address === '/nope/' ? commonHeaders() : answerHeaders(commonHeaders(), address))
      expect(headers['Content-Security-Policy'], address).not.toContain(', ')
    }
    for (const address of EMBEDS) expect(given(text, address, cloudflare)).not.toHaveProperty('X-Frame-Options')
  })

  it('gives them on Netlify the same policies', () => {
    for (const address of [...ADDRESSES, '/embed/', ...EMBEDS])
      expect(given(text, address, netlify)['Content-Security-Policy'], address).toBe(
        given(text, address, cloudflare)['Content-Security-Policy'],
      )
  })

  it('goes on refusing frames on a host that only joins', () => {
    for (const address of [...ADDRESSES, '/embed/', ...EMBEDS])
      expect(given(text, address, joiner)['Content-Security-Policy'], address).toContain("frame-ancestors 'none'")
  })

  it('never gives one header twice to an address, because hosts would join the two, but where it takes the first away', () => {
    const rules = text
      .trim()
      .split('\n\n')
      .map((block) => block.split('\n'))
      .map(([place = '', ...lines]) => ({ place, lines: lines.map((line) => line.trim()) }))
    const matches = (place: string, address: string) => (place.endsWith('*') ? address.startsWith(place.slice(0, -1)) : place === address)
    for (const address of [...ADDRESSES.filter((each) => each !== '/nope/'), '/embed/', ...EMBEDS]) {
      const [common, ...own] = rules.filter(({ place }) => matches(place, address))
      expect([common?.place, own.length], address).toEqual(['/*', 1])
      const lines = own.flatMap((rule) => rule.lines)
      const taken = lines.flatMap((line) => (line.startsWith('! ') ? [line.slice(2)] : []))
      const names = (all: string[] = []) => all.flatMap((line) => (line.startsWith('! ') ? [] : [line.split(':')[0]]))
      const both = [...names(common?.lines).filter((name) => !taken.includes(name ?? '')), ...names(lines)]
      expect(both, address).toEqual([...new Set(both)])
      expect(both, address).toContain('Cross-Origin-Resource-Policy')
      if (!address.startsWith('/embed/')) expect(taken, address).toEqual([])
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
      const [, place = ''] = /^location (?:\S+ )?(\S+) \{/.exec(block) ?? []
      for (const [name, value] of Object.entries(answerHeaders(commonHeaders(), place.replace(/[\\$]/g, ''))))
        expect(block, place).toContain(`add_header ${name} "${value}" always;`)
    }
  })

  it('answers every kind of embed, and only there without the header that forbids frames', () => {
    const blocks = text.match(/^location [\s\S]*?^\}/gm) ?? []
    const open = blocks.filter((block) => block.includes('frame-ancestors *'))
    expect(open.map((block) => block.split(' ')[2])).toEqual(EMBED_KINDS.map(embedPlace))
    for (const block of open) {
      expect(block).not.toContain('X-Frame-Options')
      expect(block).toContain('try_files $uri $uri/ =404;')
    }
  })

  it('opens the data to programs of other sites, in one location', () => {
    const open = (text.match(/^location [\s\S]*?^\}/gm) ?? []).filter((block) => block.includes('Access-Control-Allow-Origin'))
    expect(open.map((block) => block.split('\n')[0])).toEqual(['location /data/ {'])
    expect(open[0]).toContain('add_header Cross-Origin-Resource-Policy "cross-origin" always;')
    expect(open[0]).toContain('add_header Content-Security-Policy ')
  })

  it('sends readers of an old address on, with and without the closing slash', () => {
    expect(text).toContain('location = /roles/ops-manager/ {\n    return 301 /roles/operations-manager/;')
    expect(text).toContain('location = /roles/ops-manager {\n    return 301 /roles/operations-manager/;')
  })
})
