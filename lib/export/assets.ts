import { createHash } from 'node:crypto'
import path from 'node:path'
import { buildSync, transformSync } from 'esbuild'
import { brotliSize } from './compression.ts'
import type { Fault } from './fault.ts'
import { type PageScriptName, pageScript, pageScriptRule } from './page-scripts.ts'
import type { SiteFiles } from './site-files.ts'

/** The whole of the script that still pages load, over the wire. */
export const ENHANCE_BYTES = 1500

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 10)

/** The script of still pages, made small. A fault when it grew past its budget. */
export function minifiedEnhance(code: string): { code: string } | { fault: Fault } {
  const small = transformSync(code, { minify: true, target: 'es2020', format: 'iife', legalComments: 'none' }).code.trim()
  const size = brotliSize(Buffer.from(small))
  if (size > ENHANCE_BYTES)
    return { fault: { page: '/enhance.js', message: `has ${size} bytes (brotli); ${ENHANCE_BYTES} are allowed. Take something out.` } }
  return { code: small }
}

/** A page script in one small module, made from its entry `components/islands/NAME-start.ts`. Nothing of the framework is in it. */
export function bundledPageScript(name: PageScriptName): string {
  const { outputFiles } = buildSync({
    entryPoints: [`components/islands/${name}-start.ts`],
    bundle: true,
    minify: true,
    format: pageScriptRule(name).classic ? 'iife' : 'esm',
    target: 'es2020',
    // Some libraries say more while one develops with them.
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
    // Without this a message of ours would stand twice: esbuild throws what it prints.
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text.trim()).join('')
}

/** A fault when a page script grew past its budget. */
export function pageScriptFaults(name: PageScriptName, code: Uint8Array): Fault[] {
  const size = brotliSize(code)
  const { bytes } = pageScriptRule(name)
  if (size <= bytes) return []
  const message = `has ${size} bytes (brotli); ${bytes} are allowed. Take something out, or import less of lib/reader.`
  return [{ page: pageScript(name), message }]
}

/**
 * Puts a copy of a file under a name made from its content, which browsers may keep for a year, and returns old and new address.
 * `files` is changed; references to the old address are replaced by `withAddresses`.
 */
export function lastingCopy(files: SiteFiles, file: string): [from: string, to: string] | undefined {
  const bytes = files.get(file)
  if (!bytes) return undefined
  const { name, ext } = path.posix.parse(file)
  const target = `_next/static/${name}.${hashOf(bytes)}${ext}`
  files.set(target, bytes)
  return [`/${file}`, `/${target}`]
}

/** Replaces whole addresses in a page, style sheet or payload: inside quotes or `url(…)`, never in the middle of a longer one. */
export function withAddresses(text: string, renamed: readonly (readonly [from: string, to: string])[]): string {
  let result = text
  for (const [from, to] of renamed)
    for (const [before, after] of [
      ['"', '"'],
      ["'", "'"],
      ['\\"', '\\"'],
      ['(', ')'],
    ] as const)
      result = result.replaceAll(`${before}${from}${after}`, `${before}${to}${after}`)
  return result
}
