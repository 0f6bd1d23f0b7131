import { createHash } from 'node:crypto'
import { EMBED_KINDS, EMBED_STYLES, embedPlace, isEmbed } from '../embed-address.ts'
import { EMBEDS } from '../trail.ts'
import { EARLY_SCRIPT } from './early-script.ts'
import { SERVICE_WORKER } from './service-worker.ts'
import { GUIDE_TEXT } from './text-files.ts'

/** `'sha256-…'` as a security policy names an inline script or style. */
export const policyHash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

const FEATURES_OFF = ['camera', 'geolocation', 'microphone', 'payment', 'usb']

export type Headers = Record<string, string>

const UPGRADE = 'upgrade-insecure-requests'
const HSTS = 'Strict-Transport-Security'
const POLICY = 'Content-Security-Policy'

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

/** An embed may be framed by anybody. It runs nothing, asks for nothing but its style, and takes no input. */
const embedPolicy = () =>
  ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'", 'frame-ancestors *', UPGRADE].join('; ')

/** The page that shows an embed of each kind is the only one with frames, and they are of this site. */
const showingPolicy = () => contentSecurityPolicy().replace("base-uri 'none'", "frame-src 'self'; base-uri 'none'")

/** Headers that are the same everywhere. What differs by address is in `headersFor` and `exceptionsFor`. */
export function commonHeaders(): Headers {
  return {
    [POLICY]: contentSecurityPolicy(),
    [HSTS]: 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Permissions-Policy': FEATURES_OFF.map((feature) => `${feature}=()`).join(', '),
  }
}

/** Which of the common headers are others at an address, or none at all. */
export function exceptionsFor(address: string): Record<string, string | undefined> {
  if (isEmbed(address)) return { [POLICY]: embedPolicy(), 'X-Frame-Options': undefined }
  return address === EMBEDS.address ? { [POLICY]: showingPolicy() } : {}
}

/** Headers that only a page obeys. On a style sheet, a font or a picture they are dead weight: half a kilobyte without HTTP/2. */
const OF_PAGES = [
  POLICY,
  'Referrer-Policy',
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Embedder-Policy',
  'Permissions-Policy',
]

/** The headers of one answer: the common ones as far as they mean something there, and those of its address. */
export function answerHeaders(common: Headers, address: string): Headers {
  const page = !isLasting(address) && !/\.(?!html$)[a-z0-9]+$/.test(address)
  // A worker obeys the policy that comes with its own file.
  const obeyed = (name: string) => page || !OF_PAGES.includes(name) || (address === SERVICE_WORKER && name === POLICY)
  const own = Object.entries({ ...common, ...(page ? exceptionsFor(address) : {}) })
  const said = own.filter((header): header is [string, string] => header[1] !== undefined && obeyed(header[0]))
  return { ...Object.fromEntries(said), ...headersFor(address) }
}

/** The same without what only makes sense over https: on a preview at http://localhost it would break or mislead. */
export function overHttp(headers: Headers): Headers {
  const { [HSTS]: _, ...rest } = headers
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.replace(`; ${UPGRADE}`, '')]))
}

/** Named by their content: such a file never changes. */
export const LASTING = '/_next/static/'
/** Cards, which other sites show in link previews: named by what they show. */
const CARDS = '/cards/'
const isLasting = (address: string) => [LASTING, CARDS, EMBED_STYLES].some((place) => address.startsWith(place))

/** Shown by other sites: in link previews, in frames. */
const FOR_OTHERS = [CARDS, ...EMBED_KINDS.map(embedPlace), EMBED_STYLES]

/** Open to programs of other sites: the data, and nothing else. */
const OPEN = '/data/'

function cacheControl(address: string): string {
  if (address === SERVICE_WORKER) return 'no-cache'
  return isLasting(address) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate'
}

/**
 * Texts that say again what pages say: search engines are to list the pages. In `_headers` only whole addresses say so. A rule for an
 * ending would need a sign of its own before it, and a host that reads a rule only up to that sign would hide the whole site.
 */
const COPIES = { ending: '.md', whole: GUIDE_TEXT } as const
const NOT_LISTED: Headers = { 'X-Robots-Tag': 'noindex' }

/** Headers that depend on the address alone. */
export function headersFor(address: string): Headers {
  return {
    ...(address.endsWith(COPIES.ending) || address === COPIES.whole ? NOT_LISTED : {}),
    'Cross-Origin-Resource-Policy': [...FOR_OTHERS, OPEN].some((place) => address.startsWith(place)) ? 'cross-origin' : 'same-origin',
    ...(address.startsWith(OPEN) ? { 'Access-Control-Allow-Origin': '*' } : {}),
    'Cache-Control': cacheControl(address),
  }
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

/** Files whose ending does not say what they are. */
const TYPES_BY_NAME: Record<string, string> = { 'changes.xml': 'application/atom+xml; charset=utf-8' }

/** The media type of a file by its name or its ending; bytes without meaning when neither is ours. */
export const contentType = (file: string) =>
  TYPES_BY_NAME[file.replace(/^\//, '')] ?? TYPES[/\.([a-z0-9]+)$/.exec(file)?.[1] ?? ''] ?? 'application/octet-stream'

/** Files for hosts. They stand beside the pages and are never served. */
export const HOST_FILES = ['_headers', '_redirects', 'nginx.conf'] as const

/** The first parts of all addresses, as patterns of hosts: `/`, `/roles/*`, `/icon.svg`. Among embeds and styles the second parts too. */
function places(files: Iterable<string>): string[] {
  const found = new Set<string>(['/'])
  for (const file of files) {
    const [first = '', second = '', ...rest] = file.split('/')
    if (`/${first}/` === EMBEDS.address) found.add(rest.length > 0 ? `${EMBEDS.address}${second}/*` : EMBEDS.address)
    else if (second) found.add(first === '_next' ? `${LASTING}*` : `/${first}/*`)
    else if (first !== 'index.html') found.add(`/${first}`)
  }
  return [...found].sort()
}

/** Takes away what an earlier rule gave to an address. */
const DETACH = '! '

/**
 * The `_headers` file of Cloudflare and Netlify. Where two rules give one address the same header, Cloudflare joins the values, and
 * two policies joined hold both: nothing could be framed. So no header stands in two rules that match one address, but where embeds
 * differ from the rest; there the rule first takes away (`! Name`) what the first rule of the file gave, and then gives its own, in
 * this order (https://developers.cloudflare.com/pages/configuration/headers/). Netlify passes over lines without a colon and lets the
 * later of two rules win; X-Frame-Options, which it then keeps, no browser obeys beside `frame-ancestors`. A host that does neither
 * goes on refusing all frames.
 */
export function hostHeaders(files: Iterable<string>): string {
  const line = ([name, value]: [string, string | undefined]) => (value === undefined ? [] : [`  ${name}: ${value}`])
  const block = (place: string, headers: Record<string, string | undefined>, detached: string[] = []) =>
    [place, ...detached.map((name) => `  ${DETACH}${name}`), ...Object.entries(headers).flatMap(line)].join('\n')
  const blocks = places(files).map((place) => {
    const type = place.endsWith('*') || place.endsWith('/') ? undefined : contentType(place)
    const exceptions = exceptionsFor(place)
    const headers = { ...exceptions, ...headersFor(place), ...(type && /manifest|xml/.test(type) ? { 'Content-Type': type } : {}) }
    return block(place, headers, Object.keys(exceptions))
  })
  return `${[block('/*', commonHeaders()), ...blocks].join('\n\n')}\n`
}

/** The headers that a `_headers` file gives to every address, exceptions left aside. */
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
      'charset_types text/html text/css text/javascript text/plain text/markdown text/csv application/xml application/atom+xml image/svg+xml;',
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
    location(`^~ ${LASTING}`, ['    try_files $uri =404;', ...headers(LASTING)]),
    ...FOR_OTHERS.map((place) =>
      location(place.endsWith('/') ? `^~ ${place}` : `= ${place}`, [
        `    try_files $uri ${isEmbed(place) ? '$uri/ ' : ''}=404;`,
        ...headers(place),
      ]),
    ),
    // Named as a file: by way of the index nginx would look for a location anew, and find that of every page.
    location(`= ${EMBEDS.address}`, [`    try_files ${EMBEDS.address}index.html =404;`, ...headers(EMBEDS.address)]),
    ...Object.entries(TYPES_BY_NAME).map(([file, type]) =>
      location(`= /${file}`, [
        '    types { }',
        `    default_type ${type.split(';')[0]};`,
        '    try_files $uri =404;',
        ...headers(`/${file}`),
      ]),
    ),
    location(`= ${SERVICE_WORKER}`, ['    try_files $uri =404;', ...headers(SERVICE_WORKER)]),
    location(`= ${COPIES.whole}`, ['    try_files $uri =404;', ...headers(COPIES.whole)]),
    location(`~ \\${COPIES.ending}$`, ['    try_files $uri =404;', ...headers(COPIES.ending)]),
    ...[OPEN, '/'].map((place) => location(place, ['    try_files $uri $uri/ =404;', ...headers(place)])),
    ...redirects.flatMap(({ from, to }) =>
      [from, from.replace(/\/$/, '')].map((place) => location(`= ${place}`, [`    return 301 ${to};`, ...headers(place)])),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}
