import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compileArticle, nothingElse } from '#lib/mdx/compile.ts'
import { guard } from '#lib/mdx/read.ts'

const press = (text: string) => compileArticle('content/roles/pressed.mdx', text)
const ran = () => (globalThis as { __HOSTILE_RAN?: string[] }).__HOSTILE_RAN
const PAYLOAD = '(globalThis.__HOSTILE_RAN ??= []).push(1)'

describe('the press', () => {
  it('says where a fault stands in the file', async () => {
    await expect(press('\n\n\n\nText.\n\nOne {1 + 1} two.\n')).rejects.toThrow(/pressed\.mdx:7:5: Code in braces is not allowed/)
  })

  it('presses what it is given, not what stands on the disk under that name', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'floorwalk-press-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'pressed.mdx')
    writeFileSync(file, `{${PAYLOAD}}\n\nFrom the disk.\n`)
    const code = await compileArticle(file, 'From memory.\n')
    expect(code).toContain('From memory.')
    expect(code).not.toContain('From the disk.')
  })

  it('gives the same code for the same text, wherever the article stands', async () => {
    const text = `Text ${Math.random()}.\n`
    expect(await compileArticle('a/pressed.mdx', text)).toBe(await compileArticle('b/pressed.mdx', text))
  })

  it.each(['js', 'javascript', 'Javascript', 'JS', ' js', '\tjs', 'coffee', 'json', 'toml', 'cson'])(
    'runs no front matter in "%s"',
    async (language) => {
      await expect(press(`---${language}\n${PAYLOAD}\n---\n\nText.\n`)).rejects.toThrow()
      expect(ran()).toBeUndefined()
    },
  )

  it('tells why it runs no front matter', async () => {
    await expect(press(`---js\n${PAYLOAD}\n---\n\nText.\n`)).rejects.toThrow('Front matter in JavaScript is not possible.')
  })
})

describe('the layer behind the guard', () => {
  /** The bundle of a module that slipped through. */
  const bundle = (code: string) =>
    build({
      stdin: { contents: code, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      logLevel: 'silent',
      external: ['react/jsx-runtime'],
      plugins: [nothingElse('')],
    })

  it.each([
    "import fs from 'node:fs'",
    "import fs from 'fs'",
    "import pkg from './package.json'",
    "import pkg from '../../../../etc/passwd'",
    "import '/etc/hostname'",
    "import 'yaml'",
    "import 'react-dom/server'",
    "import 'react/../yaml'",
    "import 'https://hostile.example/x.js'",
    "import 'data:text/javascript,1'",
    "export * from './package.json'",
    "export { name } from './package.json'",
    "import('./package.json')",
    "require('./package.json')",
    "require('node:child_process')",
  ])('bundles nothing for %s', async (code) => {
    await expect(bundle(`${code}\nexport const a = 1`)).rejects.toThrow(/An article may not import/)
  })

  it('lets React’s runtime through, or no article could be shown', async () => {
    await expect(bundle("import { jsx } from 'react/jsx-runtime'\nconsole.log(jsx)")).resolves.toHaveProperty('errors', [])
  })
})

describe('the guard', () => {
  /** What the press parses, modules included: the check leaves those out. */
  const seen = (text: string) =>
    guard(unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(text) as Root, text).map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    )

  it('finds modules in the tree of the press', () => {
    expect(seen("import a from 'b'\n\nText.\n\nexport const c = 1\n")).toMatchInlineSnapshot(`
      [
        "1:1 "import" and "export" are not allowed in an article: a line that begins with one is code. Remove it, or begin with another word.",
        "5:1 "import" and "export" are not allowed in an article: a line that begins with one is code. Remove it, or begin with another word.",
      ]
    `)
  })

  it('finds every fault, not the first', () => {
    expect(seen('# One\n\n{1}\n\n<b>x</b>\n\n![a](b.png)\n\n[x](javascript:1)\n')).toMatchInlineSnapshot(`
      [
        "1:1 The page already has its title. Begin sections with "## ".",
        "3:1 Code in braces is not allowed: {1}. For a brace write \\{ in the text.",
        "5:1 HTML <b> is not allowed. Use Markdown or one of the tags of the guide. They are: Figure, Compare, Callout, Situation, Data.",
        "7:1 Articles hold no images: they cost readers data and cannot be translated. Describe it, or use a data block.",
        "9:1 The link is not an https address. Write it in full, with https:// before the host. Links are https://…, mailto:…, /path/ or #section.",
      ]
    `)
  })

  it('finds nothing in a plain article', () => {
    expect(seen('## One\n\nText with *emphasis* and [a link](/).\n\n<Callout kind="tip">\nText.\n</Callout>\n')).toEqual([])
  })
})
