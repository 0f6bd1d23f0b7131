import { closeSync, constants, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs'
import path from 'node:path'
import { EDITIONS_FOLDER, isEditionName } from '../edition.ts'
import { slugFault } from '../fields.ts'
import { LIMITS } from './limits.ts'
import type { Problem } from './problems.ts'

/** The folder of the writer's desk. Another tree is chosen with FLOORWALK_CONTENT, or `--content` on the command line. */
export const contentRoot = () => process.env.FLOORWALK_CONTENT ?? OWN

const OWN = 'content'

/** Whether a tree is the guide's own and not a stranger's. */
export const isOwn = (root: string) => path.resolve(root) === path.resolve(OWN)

export interface SourceFile {
  /** As printed in problems: relative to the working folder, with forward slashes. */
  file: string
  /** Relative to the content root, in parts: `["roles", "trainer.mdx"]`. */
  parts: string[]
  bytes: Uint8Array
}

const LEFT_OVER = /^(?:\.|~)|~$|\.(?:swp|swo|swx|bak|orig|tmp)$|^(?:Thumbs\.db|desktop\.ini|#.*#)$/i
const DEEPEST = 3

/**
 * Every article of a content tree, as bytes. Regular files only: links, pipes and folders named like articles are refused.
 * Left-overs of editors are passed over, README.md at the top is for writers. Nothing outside `root` is opened.
 * `editions` are the files of the change log, by their day; `refused` are the places of the files that have a problem.
 */
export function readContent(root: string): { files: SourceFile[]; editions: SourceFile[]; problems: Problem[]; refused: string[][] } {
  const files: SourceFile[] = []
  const editions: SourceFile[] = []
  const refused: string[][] = []
  const problems: Problem[] = []
  const printed = (parts: string[]) => path.posix.join(path.relative('.', root).split(path.sep).join('/') || '.', ...parts)
  const refuse = (parts: string[], message: string) => {
    problems.push({ file: printed(parts), line: 1, column: 1, message })
    refused.push(parts)
  }

  const walk = (parts: string[]) => {
    const folder = path.join(root, ...parts)
    let names: string[]
    try {
      names = readdirSync(folder).sort()
    } catch (error) {
      refuse(parts, unreadable('folder', error))
      return
    }
    const edition = parts[0] === EDITIONS_FOLDER
    const lower = new Map<string, string>()
    for (const name of names) {
      if (LEFT_OVER.test(name)) continue
      const inner = [...parts, name]
      const full = path.join(folder, name)
      let stats: Stats
      try {
        stats = lstatSync(full)
      } catch (error) {
        refuse(inner, unreadable('file', error))
        continue
      }
      const twin = lower.get(name.normalize('NFC').toLowerCase())
      if (twin) refuse(inner, `The name differs from "${twin}" only in case or accents. Some computers cannot tell them apart: rename one.`)
      lower.set(name.normalize('NFC').toLowerCase(), name)
      if (stats.isSymbolicLink()) refuse(inner, 'This is a link to another place. Put the file itself here.')
      else if (stats.isDirectory()) {
        if (/\.mdx?$/i.test(name)) refuse(inner, 'This is a folder with the name of an article. Rename it.')
        else if (slugFault(name)) refuse(inner, `The folder name ${slugFault(name)}`)
        else if (inner.length >= DEEPEST || edition) refuse(inner, 'Folders go no deeper here. Move the articles up.')
        else walk(inner)
      } else if (!stats.isFile()) refuse(inner, 'This is not a regular file. Remove it.')
      else if (parts.length === 0 && name === 'README.md') continue
      else if (edition && !isEditionName(name))
        refuse(inner, 'Here stand editions, named by their day, such as 2026-11-22.json, as npm run edition writes them. Remove this file.')
      else if (edition && stats.size > LIMITS.editionBytes)
        refuse(inner, `The file has ${Math.ceil(stats.size / 1024)} kB; ${LIMITS.editionBytes / 1024} kB are allowed for an edition.`)
      else if (!edition && !name.endsWith('.mdx')) refuse(inner, 'Articles end in .mdx, in lower case. Rename the file or remove it.')
      else if (parts.length === 0) refuse(inner, 'Articles stand in the folder of their kind. Move it there.')
      else if (!edition && name !== 'index.mdx' && slugFault(name.slice(0, -4)))
        refuse(inner, `The file name ${slugFault(name.slice(0, -4))}`)
      else if (!edition && stats.size > LIMITS.fileBytes)
        refuse(inner, `The file has ${Math.ceil(stats.size / 1024)} kB; ${LIMITS.fileBytes / 1024} kB are allowed. Split it.`)
      else
        try {
          const target = edition ? editions : files
          target.push({ file: printed(inner), parts: inner, bytes: readRegular(full, stats.size) })
        } catch (error) {
          refuse(inner, unreadable('file', error))
        }
    }
  }
  walk([])
  return { files, editions, problems, refused }
}

const unreadable = (what: string, error: unknown) =>
  `The ${what} cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path and its permissions.`

/** Reads at most `size` bytes without following a link that was put there meanwhile, and without waiting on a pipe. */
function readRegular(file: string, size: number): Uint8Array {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const bytes = Buffer.alloc(size)
    let read = 0
    while (read < size) {
      const count = readSync(handle, bytes, read, size - read, read)
      if (count === 0) break
      read += count
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(handle)
  }
}
