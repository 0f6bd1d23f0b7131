import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin as EsbuildPlugin } from 'esbuild'
import type { Root } from 'mdast'
import { bundleMDX } from 'mdx-bundler'
import remarkGfm from 'remark-gfm'
import remarkSmartypants from 'remark-smartypants'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { guard, headingIds, rowIds } from './read.ts'

/** Refuses in the press what the check refuses before it: each layer stops the class alone. */
const remarkGuard: Plugin<[], Root> = () => (tree, file) => {
  const [first] = guard(tree, String(file))
  if (first) file.fail(first.message, { place: { line: first.line, column: first.column }, source: 'floorwalk' })
}

/** Gives headings the ids that the outline and the link check know: before typography changes their quotes and dashes. */
const remarkHeadingIds: Plugin<[], Root> = () => (tree) => {
  for (const { node, id } of headingIds(tree)) node.data = { ...node.data, hProperties: { id } }
}

/** Gives the rows of tables the ids that the outline knows. */
const remarkRowIds: Plugin<[], Root> = () => (tree) => {
  for (const { node, id } of rowIds(tree)) node.data = { ...node.data, hProperties: { id } }
}

/** A line of the file may end anywhere in a sentence: on the page that is a space. */
const remarkSoftBreaks: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(/[ \t]*\n[ \t]*/g, ' ')
  })
}

/**
 * Nothing but the article itself and React's runtime may be bundled, whatever the text managed to say.
 * The article is taken from memory: what was checked is what is pressed, not what the file holds by then.
 */
export const nothingElse = (text: string): EsbuildPlugin => ({
  name: 'nothing-else',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path: wanted, kind }) => {
      if (kind === 'entry-point') return { path: wanted, pluginData: { inMemory: true, contents: text } }
      if (/^react(?:\/jsx-(?:dev-)?runtime)?$/.test(wanted)) return undefined
      return { errors: [{ text: `An article may not import "${wanted}".` }] }
    })
  },
})

const CACHE = path.join('.cache', 'mdx')
let pressVersion: string | undefined

/** Changes whenever something that shapes compiled code changes: the press itself or the locked versions of its tools. */
function versionOfPress(): string {
  if (pressVersion) return pressVersion
  const hash = createHash('sha256')
  for (const name of readdirSync('lib/mdx').sort()) hash.update(readFileSync(path.join('lib/mdx', name)))
  hash.update(existsSync('package-lock.json') ? readFileSync('package-lock.json') : '')
  hash.update(process.env.NODE_ENV ?? '')
  pressVersion = hash.digest('hex')
  return pressVersion
}

const pressed = new Map<string, Promise<string>>()

/**
 * Compiles the text of an article to a function body for the evaluator. `text` is the whole file with its front matter blanked,
 * so that places in errors are those of the file. Kept in memory and in `.cache/mdx`, by a hash of all inputs.
 */
export function compileArticle(file: string, text: string): Promise<string> {
  // The code knows the name of its file but not its folder; errors know both, and are never kept on disk.
  const key = createHash('sha256').update(versionOfPress()).update(path.basename(file)).update('\0').update(text).digest('hex')
  const place = `${file}\0${key}`
  const known = pressed.get(place)
  if (known) return known
  const code = fromCacheOrPress(key, file, text)
  pressed.set(place, code)
  return code
}

async function fromCacheOrPress(key: string, file: string, text: string): Promise<string> {
  const cached = path.join(CACHE, `${key}.js`)
  if (existsSync(cached)) return readFileSync(cached, 'utf8')
  const code = await press(file, text)
  mkdirSync(CACHE, { recursive: true })
  const waiting = `${cached}.${randomUUID()}`
  writeFileSync(waiting, code)
  renameSync(waiting, cached)
  return code
}

async function press(file: string, text: string): Promise<string> {
  const { code } = await bundleMDX({
    source: new VFile({ path: path.resolve(file), value: text, cwd: process.cwd() }) as never,
    cwd: path.dirname(path.resolve(file)),
    grayMatterOptions: (options) => ({
      ...options,
      engines: { ...options.engines, javascript: () => refuseCode(), js: () => refuseCode() } as never,
    }),
    mdxOptions: (options) => {
      options.remarkPlugins = [
        remarkGuard,
        remarkHeadingIds,
        ...(options.remarkPlugins ?? []),
        remarkGfm,
        remarkRowIds,
        remarkSoftBreaks,
        remarkSmartypants,
      ]
      return options
    },
    esbuildOptions: (options) => {
      options.logLevel = 'silent'
      options.plugins = [nothingElse(text), ...(options.plugins ?? [])]
      options.minify = false
      return options
    },
  })
  return code
}

function refuseCode(): never {
  throw new Error('Front matter in JavaScript is not possible.')
}
