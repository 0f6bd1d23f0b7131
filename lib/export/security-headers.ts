import { createHash } from 'node:crypto'
import { EARLY_SCRIPT } from './early-script.ts'

/** `'sha256-…'` as a security policy names an inline script or style. */
export const policyHash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

const FEATURES_OFF = ['camera', 'geolocation', 'microphone', 'payment', 'usb']

export type Headers = Record<string, string>

const UPGRADE = 'upgrade-insecure-requests'
const HSTS = 'Strict-Transport-Security'

/** The policy of the whole site, the same for every page: nothing inline but the early script, nothing from elsewhere. */
export const contentSecurityPolicy = () =>
  [
    "default-src 'none'",
    `script-src 'self' ${policyHash(EARLY_SCRIPT)}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    UPGRADE,
  ].join('; ')

/** Headers that are the same everywhere. What differs by address is in `headersFor`. */
export function commonHeaders(): Headers {
  return {
    'Content-Security-Policy': contentSecurityPolicy(),
    [HSTS]: 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Permissions-Policy': FEATURES_OFF.map((feature) => `${feature}=()`).join(', '),
  }
}

/** Headers that only a page obeys. On a style sheet, a font or a picture they are dead weight: half a kilobyte without HTTP/2. */
const OF_PAGES = [
  'Content-Security-Policy',
  'Referrer-Policy',
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Embedder-Policy',
  'Permissions-Policy',
]

/** The headers of one answer: the common ones as far as they mean something there, and those of its address. */
export function answerHeaders(common: Headers, address: string): Headers {
  const page = !address.startsWith(LASTING) && !address.startsWith(CARDS) && !/\.(?!html$)[a-z0-9]+$/.test(address)
  return { ...Object.fromEntries(Object.entries(common).filter(([name]) => page || !OF_PAGES.includes(name))), ...headersFor(address) }
}

/** The same without what only makes sense over https: on a preview at http://localhost it would break or mislead. */
export function overHttp(headers: Headers): Headers {
  const { [HSTS]: _, ...rest } = headers
  return { ...rest, 'Content-Security-Policy': (rest['Content-Security-Policy'] ?? '').replace(`; ${UPGRADE}`, '') }
}

/** Named by their content: such a file never changes. */
export const LASTING = '/_next/static/'
/** Cards, which other sites show in link previews. They are named by what they show, so they never change either. */
const CARDS = '/cards/'

/** Headers that depend on the address alone. */
export function headersFor(address: string): Headers {
  return {
    'Cross-Origin-Resource-Policy': address.startsWith(CARDS) ? 'cross-origin' : 'same-origin',
    'Cache-Control':
      address.startsWith(LASTING) || address.startsWith(CARDS)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0, must-revalidate',
  }
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

/** The media type of a file by its ending; bytes without meaning when the ending is not ours. */
export const contentType = (file: string) => TYPES[/\.([a-z0-9]+)$/.exec(file)?.[1] ?? ''] ?? 'application/octet-stream'

/** Files for hosts. They stand beside the pages and are never served. */
export const HOST_FILES = ['_headers', '_redirects', 'nginx.conf'] as const

/** The first parts of all addresses, as patterns of hosts: `/`, `/roles/*`, `/icon.svg`. */
function places(files: Iterable<string>): string[] {
  const found = new Set<string>(['/'])
  for (const file of files) {
    const [first = '', ...rest] = file.split('/')
    if (rest.length > 0) found.add(first === '_next' ? `${LASTING}*` : `/${first}/*`)
    else if (first !== 'index.html') found.add(`/${first}`)
  }
  return [...found].sort()
}

/**
 * The `_headers` file of Cloudflare Pages and Netlify. Both join values when two rules give the same header, so no header
 * stands in two rules that match one address.
 */
export function hostHeaders(files: Iterable<string>): string {
  const block = (place: string, headers: Headers) =>
    [place, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
  const blocks = places(files).map((place) => {
    const type = place.endsWith('*') || place === '/' ? undefined : contentType(place)
    return block(place, { ...headersFor(place), ...(type && /manifest|xml/.test(type) ? { 'Content-Type': type } : {}) })
  })
  return `${[block('/*', commonHeaders()), ...blocks].join('\n\n')}\n`
}

/** The headers that a `_headers` file gives to every address. */
export function readCommonHeaders(text: string): Headers {
  const lines = text.split('\n')
  const start = lines.indexOf('/*') + 1
  const end = lines.indexOf('', start)
  return Object.fromEntries(lines.slice(start, end).map((line) => line.trim().split(/: (.*)/s) as [string, string]))
}

/** Inside of an nginx `server` block: include it after `root`, which names the folder of the export. */
export function nginxConfig(redirects: readonly { from: string; to: string }[]): string {
  const common = commonHeaders()
  const headers = (address: string) =>
    Object.entries(answerHeaders(common, address)).map(([name, value]) => `    add_header ${name} "${value}" always;`)
  const location = (match: string, lines: string[]) => [`location ${match} {`, ...lines, '}'].join('\n')
  const types = Object.entries(TYPES).map(([ending, type]) => `    ${type.split(';')[0]} ${ending};`)
  const blocks = [
    [
      '# Written by the build; change lib/export/security-headers.ts instead.',
      '# server { listen 443 ssl; root /srv/floorwalk; include /srv/floorwalk/nginx.conf; … }',
      'index index.html;',
      'charset utf-8;',
      'charset_types text/html text/css text/javascript text/plain application/xml image/svg+xml;',
      'server_tokens off;',
      'autoindex off;',
      'absolute_redirect off;',
      'etag on;',
      '# Twins compressed by the build are sent as they are. With the brotli module, add: brotli_static on;',
      'gzip_static on;',
      'gzip_vary on;',
      'default_type application/octet-stream;',
      'error_page 403 404 =404 /404.html;',
    ].join('\n'),
    ['types {', ...types, '}'].join('\n'),
    location('= /404.html', ['    internal;', ...headers('/404.html')]),
    location(`~ ^/(?:${HOST_FILES.map((name) => name.replace('.', '\\.')).join('|')})$|\\.(?:br|gz)$`, ['    return 404;']),
    ...[LASTING, CARDS].map((place) => location(`^~ ${place}`, ['    try_files $uri =404;', ...headers(place)])),
    location('/', ['    try_files $uri $uri/ =404;', ...headers('/')]),
    ...redirects.flatMap(({ from, to }) =>
      [from, from.replace(/\/$/, '')].map((place) => location(`= ${place}`, [`    return 301 ${to};`, ...headers(place)])),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}
