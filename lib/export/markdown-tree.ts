import type { Element, Nodes as HastNodes } from 'hast'
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { BlockContent, Heading, List, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

declare module 'mdast' {
  interface HeadingData {
    /** Attributes of the heading on a page: here the id that links lead to. */
    hProperties?: { id?: string }
  }
}

/** The tree of Markdown that says what a tree of HTML says: `readablePage(…).main`. Headings keep their ids. */
export function markdownTree(main: Element): Root {
  const made = toMdast(main, { document: true, handlers: { ...HEADINGS, dl: facts } })
  const tree: Root = made.type === 'root' ? made : { type: 'root', children: [made as BlockContent] }
  tidy(tree)
  return tree
}

const heading: Handle = (state, element) => {
  const made = defaultHandlers.h1(state, element) as Heading
  const { id } = element.properties
  // What only names a section of the page, such as an empty one, is no heading of its text.
  if (made.children.length === 0) return undefined
  return typeof id === 'string' ? { ...made, data: { hProperties: { id } } } : made
}
const HEADINGS = Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, heading]))

/** A list of names with what belongs to each: `- **Name**: value`. */
function facts(state: State, list: Element): List | undefined {
  const items = groupsOf(list).flatMap(({ names, values }): ListItem[] => {
    const name = names.flatMap((each, index) => [...(index > 0 ? [{ type: 'text', value: ', ' } as const] : []), ...phrasing(state, each)])
    const blocks = values.flatMap((each) => state.toFlow(state.all(each)) as BlockContent[])
    if (name.length === 0 && blocks.length === 0) return []
    const [opening, ...rest] = blocks
    const line: Paragraph = { type: 'paragraph', children: name.length > 0 ? [{ type: 'strong', children: name }] : [] }
    const ended = /[.?!:;]$/.test(textOf(line))
    if (opening?.type === 'paragraph') {
      if (name.length > 0) line.children.push({ type: 'text', value: ended ? ' ' : ': ' })
      line.children.push(...opening.children)
    } else if (name.length > 0 && !ended) line.children.push({ type: 'text', value: ':' })
    const children = opening?.type === 'paragraph' || !opening ? [line, ...rest] : [line, opening, ...rest]
    return [{ type: 'listItem', spread: false, children }]
  })
  return items.length === 0 ? undefined : { type: 'list', ordered: false, spread: false, children: items }
}

const phrasing = (state: State, element: Element) => state.all(element) as PhrasingContent[]

function groupsOf(list: Element): { names: Element[]; values: Element[] }[] {
  const groups: { names: Element[]; values: Element[] }[] = []
  const read = (nodes: HastNodes[]) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      if (node.tagName === 'div') read(node.children)
      const last = groups.at(-1)
      if (node.tagName === 'dt' && (!last || last.values.length > 0)) groups.push({ names: [node], values: [] })
      else if (node.tagName === 'dt') last?.names.push(node)
      else if (node.tagName === 'dd') (last ?? groups[groups.push({ names: [], values: [] }) - 1])?.values.push(node)
    }
  }
  read(list.children)
  return groups
}

const MARKED = new Set(['strong', 'emphasis', 'link', 'delete'])

/** Moves blanks out of bold words and links, where Markdown does not take them, and takes out what says nothing. */
function tidy(parent: Parents) {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if ('children' in child) tidy(child)
    const marked = MARKED.has(child.type) && 'children' in child
    if (marked && child.children.length === 0) continue
    if (child.type === 'paragraph' && textOf(child).trim() === '') continue
    if (child.type === 'listItem' && child.children.length === 0) continue
    if (!marked) {
      push(children, child)
      continue
    }
    const [head, tail] = [child.children[0], child.children.at(-1)]
    const leading = head?.type === 'text' ? cut(head, /^\s+/) : ''
    const trailing = tail?.type === 'text' ? cut(tail, /\s+$/) : ''
    if (leading) push(children, { type: 'text', value: ' ' })
    if (textOf(child) !== '') push(children, child)
    if (trailing) push(children, { type: 'text', value: ' ' })
  }
  // Every child is of a kind that stood here before, or a text beside phrasing.
  parent.children = children as typeof parent.children
  trimEnds(parent)
  if (parent.type === 'listItem') parent.spread = parent.children.some((child, index) => index > 0 && child.type !== 'list')
  if (parent.type === 'list') parent.spread = parent.children.filter((item) => item.spread).length * 2 > parent.children.length
}

function cut(node: { value: string }, blanks: RegExp): string {
  const [found = ''] = blanks.exec(node.value) ?? []
  node.value = node.value.replace(blanks, '')
  return found
}

/** Joins texts, with one blank between words. */
function push(children: Nodes[], child: Nodes) {
  const last = children.at(-1)
  if (child.type === 'text') {
    child.value = child.value.replace(/\s+/g, ' ')
    if (last?.type === 'text') {
      last.value = `${last.value}${child.value}`.replace(/\s+/g, ' ')
      return
    }
  }
  children.push(child)
}

function trimEnds(parent: Parents) {
  if (parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell') return
  const [head, tail] = [parent.children[0], parent.children.at(-1)]
  if (head?.type === 'text') head.value = head.value.trimStart()
  if (tail?.type === 'text') tail.value = tail.value.trimEnd()
  parent.children = parent.children.filter((child) => child.type !== 'text' || child.value !== '')
}
