import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { today } from '../fields.ts'

const FOLDERS = ['app', 'components', 'lib', 'public']
/** Configuration at the root: what may change a build without being named in a folder. */
const ROOT_FILE = /^(?!next-env\.d\.ts$|.*\.tsbuildinfo$).*\.(?:json|ts|mjs|js|css)$|^\.npmrc$/
const STAMP = path.join('.cache', 'build-stamp')

/**
 * A hash of everything that shapes the site: content, code, public files, configuration, lock file, the variables
 * FLOORWALK_*, the version of Node, and the day, because overdue articles carry a notice. `root` is the project.
 */
export function inputsHash(content: string, root = '.', variables: Record<string, string | undefined> = process.env): string {
  const hash = createHash('sha256')
  const add = (name: string, bytes: Uint8Array | string) => hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  const walk = (folder: string, name: string) => {
    if (!existsSync(folder)) return
    for (const entry of readdirSync(folder).sort()) {
      const full = path.join(folder, entry)
      const stats = lstatSync(full)
      if (stats.isDirectory()) walk(full, `${name}/${entry}`)
      else if (stats.isFile()) add(`${name}/${entry}`, readFileSync(full))
      else add(`${name}/${entry}`, 'not a regular file')
    }
  }
  for (const folder of FOLDERS) walk(path.join(root, folder), folder)
  walk(path.resolve(root, content), 'the content')
  for (const file of readdirSync(root).sort()) if (ROOT_FILE.test(file)) add(file, readFileSync(path.join(root, file)))
  for (const name of Object.keys(variables).sort())
    if (name.startsWith('FLOORWALK_') && name !== 'FLOORWALK_BROWSER') add(name, variables[name] ?? '')
  add('node', process.version)
  add('day', today())
  return hash.digest('hex')
}

/** Whether `out` was built from just these inputs. */
export const isFresh = (out: string, hash: string, stamp = STAMP) =>
  existsSync(path.join(out, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

/** Remembers what the site was built from. An empty hash forgets it. */
export function writeStamp(hash: string, stamp = STAMP) {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
