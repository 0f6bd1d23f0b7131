import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { embeds } from '#lib/embed.ts'
import { isEmbed } from '#lib/embed-address.ts'
import { OUT } from '#lib/export/build-site.ts'
import { answerHeaders, commonHeaders, contentType, nginxConfig, readCommonHeaders } from '#lib/export/security-headers.ts'

/** The path of an nginx, installed now if this is a Debian machine and we may; else why there is none. */
function findNginx(): { nginx: string } | { reason: string } {
  const places = [...(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'nginx')), '/usr/sbin/nginx']
  const found = () => places.find((file) => existsSync(file))
  const here = found()
  if (here) return { nginx: here }
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    return { reason: 'nginx is not installed, and only root on Debian could install it here' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'ignore', timeout: 200_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
    0
  const install = () => apt('install', '-y', '--no-install-recommends', 'nginx-light')
  const installed = install() || (apt('update') && install()) ? found() : undefined
  return installed ? { nginx: installed } : { reason: 'nginx is not installed, and apt-get could not install it' }
}

const nginx = findNginx()
const { library } = loadLibrary()
const OLD = { from: '/roles/an-older-name/', to: '/roles/operations-manager/' }

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

describe.skipIf('reason' in nginx)(`the site behind nginx${'reason' in nginx ? ` (left out: ${nginx.reason})` : ''}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'floorwalk-nginx-'))
  const root = path.join(folder, 'site')
  let server: ChildProcess | undefined
  let port = 0

  beforeAll(async () => {
    if ('reason' in nginx) return
    port = await freePort()
    cpSync(OUT, root, { recursive: true })
    // The real file of the build, and beside it one with an old address, which the content may not have yet.
    writeFileSync(
      path.join(folder, 'with-redirect.conf'),
      nginxConfig([OLD])
        .match(/^location = \/roles\/an-older-name[\s\S]*?^\}/gm)
        ?.join('\n') ?? '',
    )
    writeFileSync(
      path.join(folder, 'nginx.conf'),
      `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${port}; root ${root}; include ${root}/nginx.conf; include ${folder}/with-redirect.conf; }
}
`,
    )
    const tried = spawnSync(nginx.nginx, ['-t', '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')], {
      encoding: 'utf8',
    })
    expect(tried.stderr).toContain('test is successful')
    server = spawn(nginx.nginx, ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')], { stdio: 'ignore' })
    for (let attempt = 0; attempt < 100; attempt++) {
      if (
        await get('/').then(
          () => true,
          () => false,
        )
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`nginx does not answer: ${readFileSync(path.join(folder, 'error.log'), 'utf8')}`)
  })
  afterAll(async () => {
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve))
      server.kill()
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  })

  interface Answer {
    status: number
    headers: Record<string, string | undefined>
    body: Buffer
  }
  function get(
    address: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: address, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers as Answer['headers'], body: Buffer.concat(chunks) }),
        )
      })
        .on('error', reject)
        .end()
    })
  }

  const common = Object.entries(readCommonHeaders(readFileSync(path.join(OUT, '_headers'), 'utf8')))
  const read = (file: string) => readFileSync(path.join(OUT, file), 'utf8')
  /** The address of an asset as the page names it, or the style sheet of the page. */
  const asset = (pattern: RegExp) => {
    const page = read('index.html')
    const style = read(/\/_next\/static\/style\.[0-9a-f]+\.css/.exec(page)?.[0] ?? '')
    return pattern.exec(page + style)?.[0] ?? ''
  }

  it('answers every page with status 200, all headers and the right type', async () => {
    for (const address of [...library.addresses(), ...embeds(library).map((embed) => embed.address)]) {
      const { status, headers } = await get(address)
      expect([address, status, headers['content-type']]).toEqual([address, 200, 'text/html; charset=utf-8'])
      for (const [name, value] of Object.entries(answerHeaders(commonHeaders(), address)))
        expect([address, name, headers[name.toLowerCase()]]).toEqual([address, name, value])
      expect([address, 'x-frame-options' in headers]).toEqual([address, !isEmbed(address)])
    }
  })

  it('sends the style of embeds so that a frame without an origin may load it', async () => {
    const [first] = embeds(library)
    const style = /\/embed\/style\/style\.[0-9a-f]+\.css/.exec(read(`${first?.address.slice(1)}index.html`))?.[0] ?? ''
    const { status, headers } = await get(style)
    expect([status, headers['content-type'], headers['cross-origin-resource-policy'], headers['cache-control']]).toEqual([
      200,
      contentType(style),
      'cross-origin',
      'public, max-age=31536000, immutable',
    ])
  })

  it.each(['icon.svg', 'manifest.webmanifest', 'sitemap.xml', 'changes.xml', 'robots.txt', 'icon-192.png'])(
    'sends %s with its type and the security headers',
    async (file) => {
      const { status, headers } = await get(`/${file}`)
      expect([status, headers['content-type']]).toEqual([200, contentType(file)])
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['x-content-type-options']).toBe('nosniff')
    },
  )

  it('lets other sites show the card of a page, and keep it', async () => {
    const { status, headers } = await get(/\/cards\/[0-9a-f]+\.png/.exec(read('index.html'))?.[0] ?? '')
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers).not.toHaveProperty('content-security-policy')
  })

  it.each(['/data/pay.csv', '/data/floorwalk.json', '/data/schema/pay.json'])('lets programs of other sites fetch %s', async (address) => {
    const { status, headers } = await get(address, { headers: { origin: 'https://example.org' } })
    expect([status, headers['content-type']]).toEqual([200, contentType(address)])
    expect([headers['access-control-allow-origin'], headers['cross-origin-resource-policy']]).toEqual(['*', 'cross-origin'])
  })

  it('opens nothing else to them, and no address that is not there', async () => {
    for (const address of ['/', '/plan/guide.json', '/map.svg', '/data/nope.csv'])
      expect([address, (await get(address)).headers['access-control-allow-origin']]).toEqual([address, undefined])
  })

  it('lets browsers keep script and font for a year', async () => {
    for (const address of [asset(/\/_next\/static\/enhance\.[0-9a-f]+\.js/), asset(/\/_next\/static\/[^"]+\.woff2/)]) {
      const { status, headers } = await get(address)
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        contentType(address),
        'public, max-age=31536000, immutable',
      ])
    }
  })

  it.each([
    '/nope/',
    '/nope',
    '/roles/nope/',
    '/404.html',
    '/fonts/',
    '/_next/',
    '/_next/static/',
    '/_next/static/none.js',
    '/_headers',
    '/_redirects',
    '/nginx.conf',
    '/index.html.br',
    '/index.html.gz',
    '/ROLES/',
    '/og/none.png',
    '/embed/pay/',
    '/embed/line/nope/',
    '/embed/style/',
    '/data/none.csv',
    '/data/schema/',
  ])('answers %s with the not-found page, status 404 and the headers', async (address) => {
    const { status, headers, body } = await get(address)
    expect(status).toBe(404)
    expect(body.toString()).toContain('This stop is not on the line')
    for (const [name, value] of common) expect([name, headers[name.toLowerCase()]]).toEqual([name, value])
  })

  it('never climbs out of its folder', async () => {
    for (const address of ['/../nginx.conf', '/roles/../../nginx.conf', '/%2e%2e/nginx.conf', '/..%2fnginx.conf'])
      expect([400, 404]).toContain((await get(address)).status)
  })

  it('sends readers on to the closing slash and from old addresses, with the headers', async () => {
    for (const [from, to] of [
      ['/roles', '/roles/'],
      ['/roles/operations-manager', '/roles/operations-manager/'],
      [OLD.from, OLD.to],
      [OLD.from.replace(/\/$/, ''), OLD.to],
      ...library.redirects().map((redirect) => [redirect.from, redirect.to]),
    ]) {
      const { status, headers } = await get(from ?? '')
      expect([from, status, headers.location]).toEqual([from, 301, to])
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('sends the twin that the build compressed, byte for byte', async () => {
    const { headers, body } = await get('/roles/operations-manager/', { headers: { 'accept-encoding': 'gzip' } })
    expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
    expect(body.equals(readFileSync(path.join(OUT, 'roles/operations-manager/index.html.gz')))).toBe(true)
    expect(gunzipSync(body).equals(readFileSync(path.join(OUT, 'roles/operations-manager/index.html')))).toBe(true)
  })

  it('answers HEAD without a body and 304 when nothing changed', async () => {
    const head = await get('/', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect((await get('/', { headers: { 'if-none-match': head.headers.etag ?? '' } })).status).toBe(304)
  })
})
