/** Rows of React's payload that carry a byte length instead of a line end: text and binary data. */
const COUNTED = new Set('TAOoUSsLlGgMmV')

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The payload that Next wrote into a page, joined in order. Empty when the page holds none. */
export function flightOf(html: string): Buffer {
  const parts: Buffer[] = []
  for (const [, code = ''] of html.matchAll(INLINE_SCRIPT)) {
    const pushed = /^self\.__next_f\.push\((\[[\s\S]*\])\)$/.exec(code)?.[1]
    if (pushed === undefined) continue
    const [kind, text] = JSON.parse(pushed) as [number, unknown]
    if (typeof text !== 'string') continue
    if (kind === 1) parts.push(Buffer.from(text))
    else if (kind === 3) parts.push(Buffer.from(text, 'base64'))
  }
  return Buffer.concat(parts)
}

/**
 * The client components a page's payload refers to, as `module#export`. Rows are read by their true length:
 * an article whose text looks like a row changes nothing.
 */
export function clientReferences(html: string): Set<string> {
  const rows = rowsOf(flightOf(html))
  const found = new Set<string>()
  for (const row of rows.values()) {
    if (!row.startsWith('I[')) continue
    const [module, , name] = JSON.parse(row.slice(1)) as [string | number, unknown, string]
    found.add(`${module}#${resolved(name, rows)}`)
  }
  return found
}

/** A name that stands elsewhere in the payload is written as `$` and the number of its row. */
function resolved(name: string, rows: ReadonlyMap<string, string>): string {
  const elsewhere = /^\$([0-9a-f]+)$/.exec(name)?.[1]
  const row = elsewhere === undefined ? undefined : rows.get(elsewhere)
  return row?.startsWith('"') ? (JSON.parse(row) as string) : name
}

/** The rows of a payload that are written as lines, by their number. Counted rows are passed over by their length. */
function rowsOf(payload: Buffer): Map<string, string> {
  const rows = new Map<string, string>()
  let at = 0
  while (at < payload.length) {
    const colon = payload.indexOf(0x3a, at)
    if (colon === -1) break
    const tag = String.fromCharCode(payload[colon + 1] ?? 0)
    const comma = COUNTED.has(tag) ? payload.indexOf(0x2c, colon) : -1
    const length = comma === -1 ? undefined : /^[0-9a-f]+$/.exec(payload.toString('latin1', colon + 2, comma))?.[0]
    if (length !== undefined) {
      at = comma + 1 + Number.parseInt(length, 16)
      continue
    }
    const lineEnd = payload.indexOf(0x0a, colon)
    const end = lineEnd === -1 ? payload.length : lineEnd
    rows.set(payload.toString('latin1', at, colon), payload.toString('utf8', colon + 1, end))
    at = end + 1
  }
  return rows
}
