import GithubSlugger from 'github-slugger'
import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFileMessage } from 'vfile-message'
import { LIMITS } from '../content/limits.ts'
import { suggestion } from '../content/problems.ts'
import { readAddress } from './address.ts'
import { figureInProse } from './figure-in-prose.ts'
import { EMPTY_TAGS, figureIds, isTag, TAG_NAMES, VOCABULARY } from './vocabulary.ts'

export interface Mark {
  line: number
  column: number
  message: string
}
export interface Heading {
  depth: 2 | 3 | 4
  id: string
  text: string
}
export interface BodyLink {
  path: string
  anchor: string
  line: number
  column: number
}
export interface Body {
  headings: Heading[]
  links: BodyLink[]
  figures: { id: string; line: number; column: number }[]
  /** Names given to `<Data block>`, in order. */
  blocks: { name: string; line: number; column: number }[]
  words: number
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx)

/**
 * Reads the text of an article without running anything of it.
 * Returns what stands in it, or every fault with its place. `lines` are those of the whole file (front matter blanked).
 */
export function readBody(text: string): { body: Body } | { faults: Mark[] } {
  if (text.trim() === '') {
    const line = text.split('\n').length
    return { faults: [{ line, column: 1, message: 'The article has no text. Write it below the front matter.' }] }
  }
  let tree: Root
  try {
    tree = parser.parse(text)
  } catch (error) {
    return { faults: [syntaxFault(error, text)] }
  }
  const faults = guard(tree, text)
  if (faults.length > 0) return { faults }
  return { body: collect(tree) }
}

function syntaxFault(error: unknown, text: string): Mark {
  if (error instanceof RangeError) return { line: 1, column: 1, message: 'The text is nested too deeply to read. Write it flat.' }
  if (!(error instanceof VFileMessage)) throw error
  const at = { line: error.line ?? 1, column: error.column ?? 1 }
  const source = text.split('\n')[at.line - 1] ?? ''
  const reason = error.reason
  if (/<!--|<!/.test(source))
    return { ...at, message: 'HTML comments and declarations are not possible here. Write a comment as {/* like this */}.' }
  if (/before name|in name/.test(reason)) return { ...at, message: 'A "<" begins a tag here. For "less than" write \\< or the words.' }
  const opening = /Expected (?:a closing tag|the closing tag)[^`]*`<?\/?([^`>]*)>?`.*?\((\d+):(\d+)/.exec(reason)
  if (opening)
    return {
      line: Number(opening[2]),
      column: Number(opening[3]),
      message: `The tag <${opening[1]}> opened here is never closed, or closed by another. Write </${opening[1]}> on a line of its own.`,
    }
  if (/expression|acorn/i.test(reason))
    return { ...at, message: 'A "{" begins code here, and code is not allowed. For a brace write \\{ in the text.' }
  return { ...at, message: `The text cannot be read: ${reason.split('\n')[0]}.` }
}

const HTML_HINT = 'Use Markdown or one of the tags of the guide.'

/** Every construct of the tree that an article may not hold. Nothing is executed; attributes are plain text or refused. */
export function guard(tree: Root, text: string): Mark[] {
  const faults: Mark[] = []
  const lines = text.split('\n')
  let previousDepth = 1
  const say = (node: Nodes | { position?: Nodes['position'] }, message: string, at?: { line: number; column: number }) =>
    faults.push({ line: at?.line ?? node.position?.start.line ?? 1, column: at?.column ?? node.position?.start.column ?? 1, message })

  const stack: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  while (stack.length > 0) {
    const { node, depth } = stack.pop() as { node: Nodes; depth: number }
    if (depth > LIMITS.depth) {
      say(node, `The text is nested deeper than ${LIMITS.depth} levels. Write it flat.`)
      return faults
    }
    switch (node.type) {
      case 'mdxjsEsm':
        say(node, '"import" and "export" are not allowed in an article. Remove the line; the tags of the guide need no import.')
        break
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if ((node.data?.estree?.body.length ?? 1) > 0 || node.value.replace(/\/\*[\s\S]*?\*\//g, '').trim() !== '')
          say(node, `Code in braces is not allowed: {${node.value.trim().slice(0, 30)}}. For a brace write \\{ in the text.`)
        break
      case 'html':
        say(node, `Raw HTML is not allowed. ${HTML_HINT}`)
        break
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        guardTag(node, say)
        break
      case 'heading': {
        if (node.depth === 1) say(node, 'The page already has its title. Begin sections with "## ".')
        else if (node.depth > previousDepth + 1) say(node, `The heading skips a level. Use ${'#'.repeat(previousDepth + 1)} here.`)
        else if (node.depth > 4) say(node, 'Headings go down to ####. Split the section instead.')
        if (node.depth > 1) previousDepth = node.depth
        if (textOf(node).trim() === '') say(node, 'The heading is empty. Write it or remove it.')
        break
      }
      case 'link':
      case 'definition': {
        const address = readAddress(node.url)
        if (address.kind === 'fault') say(node, address.message)
        if (node.type === 'link' && textOf(node).trim() === '') say(node, 'The link has no text. Say where it leads.')
        break
      }
      case 'image':
      case 'imageReference':
        say(node, 'Articles hold no images: they cost readers data and cannot be translated. Describe it, or use a data block.')
        break
      case 'code': {
        const last = lines[(node.position?.end.line ?? 1) - 1] ?? ''
        if (
          node.position &&
          isFence(lines[node.position.start.line - 1] ?? '') &&
          (!isFence(last) || node.position.end.line === node.position.start.line)
        )
          say(node, 'The code block that opens here is never closed. End it with the same marks on a line of their own.')
        break
      }
      case 'text': {
        const found = figureInProse(node.value)
        if (found) {
          const before = node.value.slice(0, found.index).split('\n')
          const start = node.position?.start ?? { line: 1, column: 1 }
          const line = start.line + before.length - 1
          const column = (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0)
          say(
            node,
            `The number "${found.found}" is typed into the text. Declare it under figures: with its source and write <Figure id="…" />.`,
            { line, column },
          )
        }
        break
      }
    }
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) stack.push({ node: node.children[index] as Nodes, depth: depth + 1 })
  }
  return faults
}

const isFence = (line: string) => /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:`{3,}|~{3,})/.test(line)

type Tag = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

function guardTag(node: Tag, say: (node: Nodes, message: string) => void) {
  const name = node.name
  if (name === null) return say(node, `An empty tag <> is not allowed. ${HTML_HINT}`)
  if (!isTag(name)) {
    const kind = /^[a-z]/.test(name) ? `HTML <${name}> is not allowed` : `<${name}> is not a tag of the guide`
    return say(node, `${kind}.${suggestion(name, TAG_NAMES)} ${HTML_HINT} They are: ${TAG_NAMES.join(', ')}.`)
  }
  const attributes: Record<string, string | true> = {}
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') return say(node, `<${name}> spreads code into its attributes. Write them out as name="text".`)
    if (attribute.value !== null && typeof attribute.value !== 'string' && attribute.value !== undefined)
      return say(node, `The attribute ${attribute.name} of <${name}> holds code in braces. Write ${attribute.name}="text".`)
    if (Object.hasOwn(attributes, attribute.name)) return say(node, `The attribute ${attribute.name} of <${name}> stands there twice.`)
    attributes[attribute.name] = attribute.value ?? true
  }
  const result = VOCABULARY[name].safeParse(attributes)
  if (!result.success) {
    const known = Object.keys(VOCABULARY[name].shape)
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys')
        say(
          node,
          `<${name}> has no attribute ${issue.keys.join(', ')}.${suggestion(issue.keys[0] ?? '', known)} It has: ${known.join(', ')}.`,
        )
      else say(node, `The attribute ${issue.path.join('.')} of <${name}>: ${issue.message}`)
    }
  }
  if (EMPTY_TAGS.has(name) && node.children.length > 0) say(node, `<${name}> holds no text. Close it at once: <${name} … />.`)
  if (!EMPTY_TAGS.has(name) && textOf(node).trim() === '') say(node, `<${name}> is empty. Write its text or remove it.`)
}

function collect(tree: Root): Body {
  const slugger = new GithubSlugger()
  const body: Body = { headings: [], links: [], figures: [], blocks: [], words: 0 }
  const stack: Nodes[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop() as Nodes
    const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    if (node.type === 'heading') {
      const text = textOf(node)
      body.headings.push({ depth: node.depth as 2 | 3 | 4, id: headingId(slugger, text), text })
    } else if (node.type === 'link' || node.type === 'definition') {
      const address = readAddress(node.url)
      if (address.kind === 'page') body.links.push({ path: address.path, anchor: address.anchor, ...at })
      else if (address.kind === 'anchor') body.links.push({ path: '', anchor: address.anchor, ...at })
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const value = (name: string) => {
        const found = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name)?.value
        return typeof found === 'string' ? found : ''
      }
      if (node.name === 'Figure') body.figures.push({ id: value('id'), ...at })
      if (node.name === 'Compare') for (const id of figureIds(value('figures'))) body.figures.push({ id, ...at })
      if (node.name === 'Data') body.blocks.push({ name: value('block'), ...at })
    } else if (node.type === 'text') body.words += node.value.split(/\s+/).filter(Boolean).length
    if ('children' in node) for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes)
  }
  return body
}

/** The id of a heading: GitHub's slug, or `section` when a heading has no letter in it (an emoji alone). */
export function headingId(slugger: GithubSlugger, text: string): string {
  const plain = text.trim()
  const bare = new GithubSlugger().slug(plain).replace(/^-+|-+$/g, '')
  return slugger.slug(bare === '' ? 'section' : plain)
}
