import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sirv from 'sirv'
import { readRedirects } from '../export/redirects.ts'
import { answerHeaders, contentType, HOST_FILES, overHttp, readCommonHeaders } from '../export/security-headers.ts'
import { addressOfFile } from '../export/site-files.ts'

export interface Preview {
  /** `http://localhost:3000` */
  origin: string
  close(): Promise<void>
}

const BUSY = 'EADDRINUSE'

/**
 * Serves the finished site of `folder` as a good host would: its headers, its redirects, compressed, with 404.html for
 * everything it does not know. `port` 0 means any free one; `orNext` goes on to the next free one when it is taken.
 */
export async function serve(folder: string, { port = 0, orNext = false }: { port?: number; orNext?: boolean } = {}): Promise<Preview> {
  const server = createServer(answers(folder))
  for (let attempt = port; ; attempt++) {
    try {
      await listen(server, attempt)
      break
    } catch (error) {
      if (!orNext || (error as NodeJS.ErrnoException).code !== BUSY || attempt >= port + 50) throw error
    }
  }
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function answers(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const root = path.resolve(folder)
  const notFound = readFileSync(path.join(root, '404.html'))
  const notFoundTwins = { br: readFileSync(path.join(root, '404.html.br')), gzip: readFileSync(path.join(root, '404.html.gz')) }
  // What the hosts are told is what the preview sends, so that it is tried out before it is published.
  const common = readCommonHeaders(readFileSync(path.join(root, '_headers'), 'utf8'))
  const redirects = new Map(readRedirects(readFileSync(path.join(root, '_redirects'), 'utf8')).map(({ from, to }) => [from, to]))
  const known = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => file !== '404.html' && !HOST_FILES.some((name) => name === file))
      .map(addressOfFile),
  )
  const files = sirv(root, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    setHeaders(response, pathname) {
      response.setHeader('Content-Type', contentType(pathname.endsWith('/') ? 'index.html' : pathname))
    },
  })

  return (request, response) => {
    const address = pathOf(request.url ?? '/')
    const give = (place: string) => {
      for (const [name, value] of Object.entries(overHttp(answerHeaders(common, place)))) response.setHeader(name, value)
    }
    give(address ?? '/')
    const lost = () => {
      // What the address would have got is not for the page that stands in its place.
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      give('/404.html')
      const accepted = String(request.headers['accept-encoding'] ?? '')
      const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name))
      const body = encoding ? notFoundTwins[encoding] : notFound
      response.writeHead(404, {
        'Content-Type': contentType('404.html'),
        'Content-Length': body.length,
        Vary: 'Accept-Encoding',
        ...(encoding ? { 'Content-Encoding': encoding } : {}),
      })
      response.end(body)
    }
    const goOn = (to: string) => response.writeHead(301, { Location: to }).end()

    if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    else if (address === undefined) lost()
    else if (redirects.has(address)) goOn(redirects.get(address) ?? '/')
    else if (known.has(address)) files(request, response, lost)
    else if (known.has(`${address}/`)) goOn(`${address}/`)
    else lost()
  }
}

/** The path of a request as it was written, decoded once; undefined when it climbs, hides something or cannot be read. */
function pathOf(url: string): string | undefined {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/)[0] ?? '')
    return /^\/(?!.*(?:\\|\u0000|\/\/|(?:^|\/)\.\.?(?:\/|$)))/.test(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}
