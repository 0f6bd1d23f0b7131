import { createHash } from 'node:crypto'
import { EARLY_SCRIPT } from './early-script.ts'
import type { Fault } from './fault.ts'

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g

export interface LivePage {
  html: string
  /** The file that now holds the page's inline scripts; undefined when it had none. */
  file?: { path: string; code: string }
}

/**
 * Moves Next's inline scripts of a live page, in order, into one file named by its content, so that one constant security
 * policy without 'unsafe-inline' fits every page. The bootstrap is among them, so the runtime cannot start before its data.
 * A page where an inline script or style attribute would be left is refused.
 */
export function livePage(page: string, html: string): LivePage | { fault: Fault } {
  const refuse = (message: string) => ({ fault: { page, message } })
  const codes: string[] = []
  let first = ''
  let data: string | undefined
  const moved = html.replace(SCRIPT, (script: string, attributes: string, code: string) => {
    if (/\ssrc="/.test(attributes) || /\stype="application\/ld\+json"/.test(attributes)) return script
    if (/\sdata-own="early"/.test(attributes) && code === EARLY_SCRIPT) return script
    const type = /\stype="([^"]*)"/.exec(attributes)?.[1]
    if (type !== undefined && type !== 'text/javascript') data = type
    codes.push(code)
    if (codes.length > 1) return ''
    // A rel=expect link may wait for this id; it must still arrive.
    first = /\sid="[^"]*"/.exec(attributes)?.[0] ?? ''
    return '\u0000'
  })
  if (data !== undefined) return refuse(`holds an inline script of type "${data}", which cannot be moved to a file. Remove it.`)
  if (/<[a-z][^>]*\sstyle="/.test(moved)) return refuse('holds a style="…" attribute, which the security policy forbids. Use a class.')
  if (codes.length === 0) return { html: moved }
  // Each script ended where it ended: a line end and a semicolon keep one from running into the next.
  const code = codes.join('\n;\n')
  const path = `_next/static/inline/${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`
  return { html: moved.replace('\u0000', `<script${first} src="/${path}" defer=""></script>`), file: { path, code } }
}
