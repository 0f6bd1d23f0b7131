import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Preview, serve } from '#lib/commands/serve.ts'
import { compressedTwins } from '#lib/export/compression.ts'
import { hostRedirects } from '#lib/export/redirects.ts'
import { commonHeaders, hostHeaders, overHttp } from '#lib/export/security-headers.ts'
import { type SiteFiles, writeSite } from '#lib/export/site-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'floorwalk-serve-'))
const LONG = 'words '.repeat(400)
let site: Preview

beforeAll(async () => {
  const files: SiteFiles = new Map(
    Object.entries({
      'index.html': `<h1>Home</h1>${LONG}`,
      '404.html': `<h1>Not here</h1>${LONG}`,
      'roles/index.html': '<h1>Roles</h1>',
      'roles/trainer/index.html': '<h1>Trainer</h1>',
      'fonts/OFL.txt': 'licence',
      'icon.svg': '<svg/>',
      'cards/0123456789.png': 'png',
      'manifest.webmanifest': '{}',
      'sitemap.xml': '<urlset/>',
      'changes.xml': '<feed/>',
      'data/pay.csv': 'role,median\r\n',
      'data/schema/pay.json': '{}',
      '_next/static/enhance.0f.js': 'void 0',
      '_next/static/a.0f.woff2': 'font',
    }).map(([file, text]) => [file, Buffer.from(text)]),
  )
  const twins = await compressedTwins(files, path.join(folder, 'cache'))
  for (const [file, bytes] of twins) files.set(file, bytes)
  files.set('_headers', Buffer.from(hostHeaders(['index.html'])))
  files.set('_redirects', Buffer.from(hostRedirects([{ from: '/roles/coach/', to: '/roles/trainer/' }])))
  files.set('nginx.conf', Buffer.from('#'))
  writeSite(path.join(folder, 'site'), files)
  site = await serve(path.join(folder, 'site'))
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

const get = (address: string, options: RequestInit = {}) => fetch(site.origin + address, { redirect: 'manual', ...options })

/** The answer as it comes over the wire: `fetch` would unpack it. */
function raw(address: string, encoding: string): Promise<{ status: number; encoding: string; vary: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(site.origin + address, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          encoding: response.headers['content-encoding'] ?? '',
          vary: response.headers.vary ?? '',
          body: Buffer.concat(chunks),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** Sends a path that `fetch` would tidy up first. */
function plainRequest(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(site.origin).port), 'localhost', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    )
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('the preview server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/roles/trainer/', 'text/html; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/changes.xml', 'application/atom+xml; charset=utf-8'],
    ['/data/pay.csv', 'text/csv; charset=utf-8'],
    ['/data/schema/pay.json', 'application/json'],
    ['/fonts/OFL.txt', 'text/plain; charset=utf-8'],
    ['/cards/0123456789.png', 'image/png'],
    ['/_next/static/enhance.0f.js', 'text/javascript; charset=utf-8'],
    ['/_next/static/a.0f.woff2', 'font/woff2'],
  ])('sends %s as %s', async (address, type) => {
    const response = await get(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('sends every header of the site, on pages, errors and redirects alike, and on the rest what means something there', async () => {
    for (const address of ['/', '/nope/', '/nope.png', '/roles'])
      for (const [name, value] of Object.entries(overHttp(commonHeaders())))
        expect((await get(address)).headers.get(name), `${name} of ${address}`).toBe(value)
    const icon = (await get('/icon.svg')).headers
    expect(icon.get('x-content-type-options')).toBe('nosniff')
    expect(icon.has('content-security-policy')).toBe(false)
  })

  it('lets browsers keep what never changes, and ask again for pages', async () => {
    expect((await get('/_next/static/enhance.0f.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/')).headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const card = (await get('/cards/0123456789.png')).headers
    expect(card.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(card.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const tag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it('lets programs of other sites fetch the data, and nothing else', async () => {
    const open = async (address: string) => {
      const { headers } = await get(address)
      return [headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]
    }
    expect(await open('/data/pay.csv')).toEqual(['*', 'cross-origin'])
    expect(await open('/data/schema/pay.json')).toEqual(['*', 'cross-origin'])
    for (const address of ['/', '/icon.svg', '/nope/', '/data/nope.csv', '/roles/trainer/'])
      expect(await open(address)).toEqual([null, 'same-origin'])
    expect((await raw('/data/pay.csv', 'br')).encoding).toBe('br')
  })

  it('sends the compressed twin a browser can read', async () => {
    const brotli = await raw('/', 'gzip, deflate, br')
    expect(brotli).toMatchObject({ status: 200, encoding: 'br', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(brotli.body).toString()).toBe(`<h1>Home</h1>${LONG}`)
    const zipped = await raw('/', 'gzip')
    expect(zipped.encoding).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toBe(`<h1>Home</h1>${LONG}`)
    expect(await raw('/', 'identity')).toMatchObject({ encoding: '', body: Buffer.from(`<h1>Home</h1>${LONG}`) })
    const lost = await raw('/nope/', 'br')
    expect(brotliDecompressSync(lost.body).toString()).toContain('Not here')
  })

  it.each([
    '/nope/',
    '/nope',
    '/roles/nope/',
    '/404',
    '/404.html',
    '/fonts/',
    '/_next/',
    '/_next/static/',
    '/_headers',
    '/_redirects',
    '/nginx.conf',
    '/index.html.br',
    '/icon.svg.gz',
    '/icon.svg/',
    '/ROLES/',
    '/%E0%A4%A',
    '/__proto__/',
  ])('answers %s with the not-found page and status 404', async (address) => {
    const response = await get(address)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('Not here')
  })

  it.each([
    '/../package.json',
    '/roles/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..\\package.json',
    '//etc/passwd',
    '/roles/%00',
  ])('never climbs out of its folder: %s', async (target) => {
    expect(await plainRequest(target)).toMatch(/^HTTP\/1\.1 404 /)
  })

  it('sends readers on to the closing slash and from old addresses', async () => {
    for (const [from, to] of [
      ['/roles', '/roles/'],
      ['/roles/trainer', '/roles/trainer/'],
      ['/roles/coach/', '/roles/trainer/'],
      ['/roles/coach', '/roles/trainer/'],
    ]) {
      const response = await get(from ?? '')
      expect([response.status, response.headers.get('location')]).toEqual([301, to])
    }
  })

  it('answers HEAD like GET without a body, and refuses to be written to', async () => {
    const head = await get('/', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await get('/nope/', { method: 'HEAD' })).status).toBe(404)
    const post = await get('/', { method: 'POST' })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('takes the next port when the wanted one is taken, and only then', async () => {
    const port = Number(new URL(site.origin).port)
    const second = await serve(path.join(folder, 'site'), { port, orNext: true })
    expect(Number(new URL(second.origin).port)).toBeGreaterThan(port)
    await second.close()
    await expect(serve(path.join(folder, 'site'), { port })).rejects.toThrow('EADDRINUSE')
  })
})
