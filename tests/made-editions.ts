import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { editionOf } from '#lib/changes.ts'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { type Edition, editionText } from '#lib/edition.ts'
import { type Edits, tree } from './content-tree.ts'

const MADE = path.join('tests', 'fixtures', 'editions')

/** The made-up editions of the fixture, as edits: what the small tree said in January and in April. */
export const madeEditions = (): Edits =>
  Object.fromEntries(
    ['2026-01-15.json', '2026-04-15.json'].map((name) => [`editions/${name}`, readFileSync(path.join(MADE, name), 'utf8')]),
  )

/** The small tree as it is, with those two editions before it. */
export function withMadeEditions(): Library {
  const root = mkdtempSync(path.join(tmpdir(), 'floorwalk-editions-'))
  try {
    cpSync(path.join('tests', 'fixtures', 'small'), root, { recursive: true })
    cpSync(MADE, path.join(root, 'editions'), { recursive: true })
    return loadLibrary(root).library
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** Editions of the small tree, each with some changes to it, oldest first: the edits that put them there. */
export function takenEditions(...taken: readonly (readonly [date: string, edits: Edits])[]): { edits: Edits; editions: Edition[] } {
  const editions: Edition[] = []
  for (const [date, edits] of taken) editions.push(editionOf(loadLibrary(tree(edits)).library, date, editions.at(-1)))
  return { editions, edits: Object.fromEntries(editions.map((edition) => [`editions/${edition.date}.json`, editionText(edition)])) }
}
