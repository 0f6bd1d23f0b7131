import GithubSlugger from 'github-slugger'
import type { Heading as HeadingNode, Nodes, Root, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Plugin, unified } from 'unified'
import { VFileMessage } from 'vfile-message'
import { LIMITS } from '../content/limits.ts'
import { suggestion } from '../content/problems.ts'
import { hiddenCharacter, isVisible } from '../content/text.ts'
import { readAddress } from './address.ts'
import { isPageAnchor, PAGE_ANCHORS } from './anchors.ts'
import { figureInProse } from './figure-in-prose.ts'
import { type Passage, passagesOf } from './passages.ts'
import { EMPTY_TAGS, figureIds, INLINE_TAGS, isTag, TAG_NAMES, VOCABULARY } from './vocabulary.ts'

export interface Mark {
  line: number
  column: number
  message: string
}
export interface Heading {
  depth: 2 | 3 | 4
  id: string
  text: string
  line: number
  column: number
}
export interface BodyLink {
  path: string
  /** What a list is asked, with its "?", or ''. */
  query: string
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
  /** Rows of tables, each with its permanent id and what its first cell says. */
  rows: { id: string; name: string; line: number; column: number }[]
  /** Where footnotes are written out. */
  footnotes: { line: number; column: number }[]
  words: number
  /** The running words, block by block. */
  passages: Passage[]
}

/**
 * `import` and `export` are refused by how their line begins. They are not parsed: finding the end of one costs the parser the square
 * of the lines that follow.
 */
const withoutModules: Plugin = function () {
  for (const { flow } of this.data().micromarkExtensions ?? []) for (const letter of 'ei') delete flow?.[letter.charCodeAt(0)]
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(withoutModules)

/**
 * Reads the text of an article without running anything of it.
 * Returns what stands in it, or every fault with its place. `lines` are those of the whole file (front matter blanked).
 */
export function readBody(text: string): { body: Body } | { faults: Mark[] } {
  const nothing = {
    faults: [{ line: text.split('\n').length, column: 1, message: 'The article has no text. Write it below the front matter.' }],
  }
  if (!isVisible(text)) return nothing
  // The blanked front matter is not parsed: line for line it would cost as much as text.
  const before = /^\n*/.exec(text)?.[0].length ?? 0
  let tree: Root
  try {
    tree = parser.parse(text.slice(before))
  } catch (error) {
    const fault = syntaxFault(error, text.slice(before))
    return { faults: [{ ...fault, line: fault.line + before }] }
  }
  moveDown(tree, before)
  const faults = guard(tree, text)
  if (faults.length > 0) return { faults }
  const body = collect(tree)
  return isVisible(textOf(tree)) || body.blocks.length > 0 ? { body } : nothing
}

/** Adds `lines` to the places of all nodes. */
function moveDown(tree: Root, lines: number) {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.position) {
      node.position.start.line += lines
      node.position.end.line += lines
    }
    if ('children' in node) stack.push(...node.children)
  }
}

/** The words of a node as readers see them: text and code, without comments and footnote marks. */
function textOf(node: Nodes): string {
  let words = ''
  const stack: Nodes[] = [node]
  while (stack.length > 0) {
    const next = stack.pop() as Nodes
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') words += next.value
    else if (next.type === 'break') words += ' '
    else if ('children' in next) for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index] as Nodes)
  }
  return words
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

type At = { line: number; column: number }
type Say = (node: Nodes, message: string, at?: At) => void

/** Nodes whose children are running text: what is typed into them is read as one sentence, whatever its markup. */
const RUNNING_TEXT = new Set(['paragraph', 'heading', 'tableCell'])

/** Every construct of the tree that an article may not hold. Nothing is executed; attributes are plain text or refused. */
export function guard(tree: Root, text: string): Mark[] {
  const faults: Mark[] = []
  const lines = text.split('\n')
  let previousDepth = 1
  const counts = { heading: 0, link: 0, footnoteDefinition: 0 }
  const noted = footnoteReferences(tree)
  const say: Say = (node, message, at) => faults.push({ ...(at ?? startOf(node)), message })

  const stack: { node: Nodes; parent?: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  while (stack.length > 0) {
    const { node, parent, depth } = stack.pop() as { node: Nodes; parent?: Nodes; depth: number }
    if (depth > LIMITS.depth) {
      say(node, `The text is nested deeper than ${LIMITS.depth} levels. Write it flat.`)
      return faults
    }
    if (isModuleLine(node, lines)) say(node, NO_MODULES)
    guardCharacters(node, say)
    if (RUNNING_TEXT.has(node.type)) guardNumbers(node, say)
    switch (node.type) {
      case 'mdxjsEsm':
        say(node, NO_MODULES)
        break
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isComment(node))
          say(node, `Code in braces is not allowed: {${node.value.trim().slice(0, 30)}}. For a brace write \\{ in the text.`)
        break
      case 'html':
        say(node, `Raw HTML is not allowed. ${HTML_HINT}`)
        break
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        guardTag(node, parent, say)
        break
      case 'heading': {
        if (++counts.heading === LIMITS.headings + 1) say(node, `The article has more than ${LIMITS.headings} headings. Split it.`)
        if (!lines[startOf(node).line - 1]?.startsWith('#', startOf(node).column - 1))
          say(
            node,
            'A line of dashes or equals signs makes the words above it a heading. Write "## " before a heading, or leave a line empty.',
          )
        else if (node.depth === 1) say(node, 'The page already has its title. Begin sections with "## ".')
        else if (node.depth > previousDepth + 1) say(node, `The heading skips a level. Use ${'#'.repeat(previousDepth + 1)} here.`)
        else if (node.depth > 4) say(node, 'Headings go down to ####. Split the section instead.')
        if (node.depth > 1) previousDepth = node.depth
        if (!isVisible(textOf(node))) say(node, 'The heading is empty. Write it or remove it.')
        break
      }
      case 'link':
      case 'linkReference':
        if (++counts.link === LIMITS.links + 1) say(node, `The article has more than ${LIMITS.links} links. Split it.`)
        if (!isVisible(textOf(node))) say(node, 'The link has no text. Say where it leads.')
        if (node.type === 'link') guardAddress(node, say)
        break
      case 'definition':
        guardAddress(node, say)
        break
      case 'footnoteDefinition':
        if (++counts.footnoteDefinition === LIMITS.footnotes + 1)
          say(node, `The article has more than ${LIMITS.footnotes} footnotes. Split it.`)
        if (node.children.length === 0) say(node, 'The footnote is empty. Write it or remove it.')
        if (!noted.has(node.identifier))
          say(node, `Nothing refers to this footnote, so nobody would see it. Put [^${node.label ?? node.identifier}] into the text.`)
        if (node.children.some((child) => child.type === 'heading'))
          say(node, 'A footnote has no sections. Write paragraphs, or put it into the text.')
        break
      case 'table':
        if (node.children.length > LIMITS.tableRows + 1) say(node, `The table has more than ${LIMITS.tableRows} rows. Split it.`)
        if (node.children.some((row) => row.children.length > LIMITS.tableColumns))
          say(node, `The table has more than ${LIMITS.tableColumns} columns. Split it.`)
        break
      case 'image':
      case 'imageReference':
        say(node, 'Articles hold no images: they cost readers data and cannot be translated. Describe it, or use a data block.')
        break
      case 'code':
        if (!isClosed(node, lines))
          say(node, 'The code block that opens here is never closed. End it with the same marks on a line of their own.')
        break
      case 'text': {
        const dead = /\[\^[^\]\s]+\]|\[[^\][]+\]\[[^\][]*\]/.exec(node.value)
        if (dead)
          say(
            node,
            `"${dead[0].slice(0, 40)}" leads nowhere: no line begins with its name and a colon. Write that line or remove the mark.`,
            placeIn(node, dead.index),
          )
        break
      }
    }
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push({ node: node.children[index] as Nodes, parent: node, depth: depth + 1 })
  }
  return faults
}

/** The footnotes that the text outside of footnotes refers to. */
function footnoteReferences(tree: Root): Set<string> {
  const found = new Set<string>()
  const stack: Nodes[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop() as Nodes
    if (node.type === 'footnoteReference') found.add(node.identifier)
    if ('children' in node && node.type !== 'footnoteDefinition') for (const child of node.children) stack.push(child as Nodes)
  }
  return found
}

const NO_MODULES =
  '"import" and "export" are not allowed in an article: a line that begins with one is code. Remove it, or begin with another word.'

/** Blocks that MDX would take for code when their line begins with one of the words. */
const BLOCKS_OF_TEXT = new Set(['paragraph', 'heading', 'tableRow'])

const isModuleLine = ({ type, position }: Nodes, lines: string[]) =>
  BLOCKS_OF_TEXT.has(type) && position?.start.column === 1 && /^(?:import|export)\b/.test(lines[position.start.line - 1] ?? '')

/** Braces that hold a comment and nothing else: the only braces of an article. */
function isComment({ value, data }: Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>): boolean {
  return (data?.estree?.body.length ?? 1) === 0 && value.trim() !== '' && value.replace(/\/\*[\s\S]*?\*\//g, '').trim() === ''
}

/** Where in the file the character at `index` of a text node stands. Exact on its first line; no markup stands inside a text node. */
function placeIn(node: Nodes & { value: string }, index: number): At {
  const before = node.value.slice(0, index).split('\n')
  const start = node.position?.start ?? { line: 1, column: 1 }
  return { line: start.line + before.length - 1, column: (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0) }
}

/** Characters written as references (`&#8238;`) are in the tree though not in the file. */
function guardCharacters(node: Nodes, say: Say) {
  const values = [
    'value' in node ? node.value : '',
    'url' in node ? node.url : '',
    'title' in node ? (node.title ?? '') : '',
    ...('attributes' in node ? node.attributes.map((each) => (typeof each.value === 'string' ? each.value : '')) : []),
  ]
  for (const value of values) {
    const hidden = hiddenCharacter(value)
    if (hidden) return say(node, `The text ${hidden}`)
  }
}

/** Amounts typed into running text, also across markup (`5**%**`). Code is passed over: formulas stand there. */
function guardNumbers(node: Nodes, say: Say) {
  const pieces: { from: number; node: Nodes & { value: string } }[] = []
  let words = ''
  const stack: Nodes[] = [node]
  while (stack.length > 0) {
    const next = stack.pop() as Nodes
    if (next.type === 'text') {
      pieces.push({ from: words.length, node: next })
      words += next.value
    } else if ('children' in next && next.children.length > 0)
      for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index] as Nodes)
    else words += next.type === 'break' ? '\n' : '\ufffc'
  }
  let from = 0
  for (let found = figureInProse(words); found; found = figureInProse(words.slice(from))) {
    const index = from + found.index
    const piece = pieces.findLast((each) => each.from <= index)
    say(
      node,
      `The number "${found.found}" is typed into the text. Declare it under figures: with its source and write <Figure id="…" />.`,
      piece && placeIn(piece.node, index - piece.from),
    )
    from = index + Math.max(found.found.length, 1)
  }
}

function guardAddress(node: Extract<Nodes, { type: 'link' | 'definition' }>, say: Say) {
  const address = readAddress(node.url)
  if (address.kind === 'fault') say(node, address.message)
  if (node.title) guardAttributeText(node, 'title', node.title, say)
}

/** Text in an attribute is read by people too. */
function guardAttributeText(node: Nodes, name: string, text: string, say: Say) {
  const found = figureInProse(text)
  if (found) say(node, `The number "${found.found}" is typed into the ${name}. Declare it under figures: and print it in the text.`)
}

/** Whether a code block ends with the marks that it began with. */
function isClosed(node: Extract<Nodes, { type: 'code' }>, lines: string[]): boolean {
  const { start, end } = node.position ?? {}
  if (!start || !end) return true
  const marks = /^(?:`{3,}|~{3,})/.exec((lines[start.line - 1] ?? '').slice(start.column - 1))?.[0]
  if (!marks) return true
  const last = (lines[end.line - 1] ?? '').replace(/^[\s>]*/, '').trimEnd()
  return end.line > start.line && last.length >= marks.length && last === (marks[0] as string).repeat(last.length)
}

type Tag = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

function guardTag(node: Tag, parent: Nodes | undefined, say: Say) {
  const name = node.name
  if (name === null) return say(node, `An empty tag <> is not allowed. ${HTML_HINT}`)
  if (!isTag(name)) {
    const kind = /^[a-z]/.test(name) ? `HTML <${name}> is not allowed` : `<${name}> is not a tag of the guide`
    return say(node, `${kind}.${suggestion(name, TAG_NAMES)} ${HTML_HINT} They are: ${TAG_NAMES.join(', ')}.`)
  }
  const written = new Map<string, string | true>()
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') return say(node, `<${name}> spreads code into its attributes. Write them out as name="text".`)
    if (attribute.value !== null && typeof attribute.value !== 'string' && attribute.value !== undefined)
      return say(node, `The attribute ${attribute.name} of <${name}> holds code in braces. Write ${attribute.name}="text".`)
    if (written.has(attribute.name)) return say(node, `The attribute ${attribute.name} of <${name}> stands there twice.`)
    written.set(attribute.name, attribute.value ?? true)
  }
  // Not by assignment: an attribute may be called __proto__.
  const attributes = Object.fromEntries(written)
  const result = VOCABULARY[name].safeParse(attributes)
  if (!result.success) {
    const known = Object.keys(VOCABULARY[name].shape)
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys')
        say(
          node,
          `<${name}> has no attribute ${issue.keys.join(', ')}.${suggestion(issue.keys[0] ?? '', known)} It has: ${known.join(', ')}.`,
        )
      else if (issue.code === 'invalid_value')
        say(node, `<${name}> needs the attribute ${String(issue.path[0])}, one of: ${issue.values.map(String).join(', ')}.`)
      else if (attributes[String(issue.path[0])] === undefined || attributes[String(issue.path[0])] === true)
        say(node, `<${name}> needs the attribute ${String(issue.path[0])}="…" with text in it.`)
      else say(node, `The attribute ${String(issue.path[0])} of <${name}> ${issue.message}`)
    }
  }
  if (attributes.title !== undefined && attributes.title !== true) guardAttributeText(node, 'title', attributes.title, say)
  if (!INLINE_TAGS.has(name) && node.type === 'mdxJsxTextElement' && !standsAlone(node, parent))
    say(node, `<${name}> stands inside a sentence. Put it on lines of its own.`)
  if (EMPTY_TAGS.has(name) && node.children.length > 0) say(node, `<${name}> holds no text. Close it at once: <${name} … />.`)
  if (!EMPTY_TAGS.has(name) && !isVisible(textOf(node))) say(node, `<${name}> is empty. Write its text or remove it.`)
}

/** Whether a tag written on one line has its paragraph for itself: MDX then drops the paragraph. */
const standsAlone = (node: Tag, parent: Nodes | undefined) =>
  parent?.type === 'paragraph' && parent.children.every((each) => each === node || (each.type === 'text' && /^[ \t\n]*$/.test(each.value)))

const startOf = (node: Nodes): At => ({ line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 })

function collect(tree: Root): Body {
  const body: Body = { headings: [], links: [], figures: [], blocks: [], rows: [], footnotes: [], words: 0, passages: passagesOf(tree) }
  for (const { node, id } of headingIds(tree))
    body.headings.push({ depth: node.depth as 2 | 3 | 4, id, text: textOf(node).trim(), ...startOf(node) })
  for (const { node, id, name } of rowIds(tree)) body.rows.push({ id, name, ...startOf(node) })
  const stack: Nodes[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop() as Nodes
    const at = startOf(node)
    if (node.type === 'footnoteDefinition') body.footnotes.push(at)
    if (node.type === 'link' || node.type === 'definition') {
      const address = readAddress(node.url)
      if (address.kind === 'page') body.links.push({ path: address.path, query: address.query, anchor: address.anchor, ...at })
      else if (address.kind === 'anchor') body.links.push({ path: '', query: '', anchor: address.anchor, ...at })
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

/**
 * The headings of a tree in order, each with its id: GitHub's slug of the words as they are written, before quotes and dashes are set.
 * `section` when a heading has no letter in it (an emoji alone). Ids differ from each other and from those of the page's own sections.
 */
export function headingIds(tree: Root): { node: HeadingNode; id: string }[] {
  const slugger = new GithubSlugger()
  for (const anchor of PAGE_ANCHORS) slugger.slug(anchor)
  const headings: { node: HeadingNode; id: string }[] = []
  const stack: Nodes[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop() as Nodes
    if (node.type === 'heading') {
      const words = textOf(node).trim()
      const bare = new GithubSlugger().slug(words)
      const name =
        bare.replace(/^-+|-+$/g, '') === '' ? 'section' : isPageAnchor(bare) && !PAGE_ANCHORS.has(bare) ? `section ${words}` : words
      headings.push({ node, id: slugger.slug(name) })
    } else if ('children' in node) for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes)
  }
  return headings
}

/** The rows below the head of each table in order, each with its id: GitHub's slug of its first cell. Rows that begin with no word have none. */
export function rowIds(tree: Root): { node: TableRow; id: string; name: string }[] {
  const slugger = new GithubSlugger()
  const rows: { node: TableRow; id: string; name: string }[] = []
  const stack: Nodes[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop() as Nodes
    if (node.type === 'table')
      for (const row of node.children.slice(1)) {
        const name = textOf(row.children[0] ?? row).trim()
        if (new GithubSlugger().slug(name) !== '') rows.push({ node: row, id: slugger.slug(`row ${name}`), name })
      }
    else if ('children' in node) for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes)
  }
  return rows
}
