import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A whole exported site in memory: bytes by path from its root, with forward slashes: `roles/trainer/index.html`. */
export type SiteFiles = Map<string, Buffer>

/** Reads every file below `folder`. */
export function readSite(folder: string): SiteFiles {
  const files: SiteFiles = new Map()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile()) continue
    const full = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, full).split(path.sep).join('/'), readFileSync(full))
  }
  return files
}

/** Writes every file below `folder`, which it creates. */
export function writeSite(folder: string, files: SiteFiles) {
  for (const [file, bytes] of files) {
    const full = path.join(folder, ...file.split('/'))
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, bytes)
  }
}

/** The address under which a host shows a file: `index.html` → `/`, `roles/index.html` → `/roles/`, `icon.svg` → `/icon.svg`. */
export const addressOfFile = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

/** The file behind an address without anchor: the reverse of `addressOfFile`. */
export const fileOfAddress = (address: string) => `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`
