import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { editorialProblems, type Rule } from '#lib/content/editorial.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { formatProblems } from '#lib/content/problems.ts'

/** Changes to a content tree: per file the new text, what to make of the old text, or null to remove it. */
export type Edits = Record<string, string | Uint8Array | null | ((text: string) => string)>

const SMALL = path.join('tests', 'fixtures', 'small')

/**
 * A copy of the small content tree with some changes, in a temporary folder that is removed when the test ends. `name` is a folder
 * inside of that one, for tests that care what the root is called.
 */
export function tree(edits: Edits, name = ''): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'floorwalk-tree-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const root = path.join(folder, name)
  cpSync(SMALL, root, { recursive: true })
  for (const [file, edit] of Object.entries(edits)) {
    const place = path.join(root, file)
    if (edit === null) {
      rmSync(place)
      continue
    }
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, typeof edit === 'function' ? changed(file, readFileSync(place, 'utf8'), edit) : edit)
  }
  return root
}

/** An edit that changes nothing would make its test pass for no reason. */
function changed(file: string, text: string, edit: (text: string) => string): string {
  const after = edit(text)
  if (after === text) throw new Error(`The edit of ${file} changes nothing.`)
  return after
}

/** The library of the small tree with some changes. */
export const libraryWith = (edits: Edits) => loadLibrary(tree(edits)).library

/** Everything the check prints for the small tree with some changes, with paths from the content root. */
export function printed(edits: Edits): string {
  const root = tree(edits)
  return inTree(formatProblems(loadLibrary(root).problems), root)
}

/** What one rule of style says of the files that were changed, with paths from the content root. The tree must be valid. */
export function advised(rule: Rule, edits: Edits): string {
  const root = tree(edits)
  const { library, problems } = loadLibrary(root)
  if (problems.some(({ warning }) => !warning)) throw new Error(`The tree is not valid:\n${formatProblems(problems)}`)
  const changedFiles = Object.keys(edits).map((file) => path.relative('.', path.join(root, file)))
  return inTree(formatProblems(editorialProblems(library, [rule]).filter(({ file }) => changedFiles.includes(file))), root)
}

/** The text with paths from the content root instead of the temporary folder. */
export const inTree = (text: string, root: string) => text.replaceAll(`${path.relative('.', root)}/`, '').replaceAll(`${root}/`, '')

/** An edit that puts `to` in the place of the first `from`. */
export const swap = (from: string, to: string) => (text: string) => text.replace(from, () => to)

/** The text of a file of the small tree. */
export const smallText = (file: string) => readFileSync(path.join(SMALL, file), 'utf8')

/** The article with other text below its front matter. */
export const withBody = (body: string) => (text: string) =>
  text.replace(/^(---\n[\s\S]*?\n---\n)[\s\S]*$/, (_, head: string) => head + body)

/** The article with a field of the top level written anew, removed (`null`), or added before the front matter ends. */
export const withField = (name: string, lines: string | null) => (text: string) => {
  const field = new RegExp(String.raw`^${name.replace(/[^\w-]/g, '\\$&')}:.*\n(?:(?!---\n)[ -].*\n)*`, 'm')
  const written = lines === null ? '' : `${lines}\n`
  return field.test(text) ? text.replace(field, () => written) : text.replace('\n---\n', () => `\n${written}---\n`)
}
