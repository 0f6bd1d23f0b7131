import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'

/** What a page says, apart from the browser: a tree of HTML without controls, navigation and drawings, in the order of the page. */
export interface ReadablePage {
  title: string
  /** The one-sentence answer below the title. */
  summary: string
  /** What the sign before the title says: `People lead line`. Empty without one. */
  sign: string
  /** Everything below: a `<main>` whose links are whole addresses. */
  main: Element
}

const CONTROLS = new Set(['script', 'style', 'template', 'button', 'input', 'select', 'textarea', 'progress'])

/** Classes of what is no text of the page. A test holds that each still stands on some page. */
export const NO_TEXT = {
  navigation: ['crumbs', 'on-page', 'pager', 'letters', 'anchor', 'actions', 'map-wide'],
  controls: [
    'marks',
    'mark-more',
    'acts-row',
    'acts',
    'claim',
    'start-skip',
    'move-form',
    'to-plan',
    'glance-pairs',
    'glance-how',
    'glance-mark',
  ],
  /** What this reader has marked, which on a page that nobody has opened yet is nothing. */
  state: ['pathway-count', 'stage-count'],
  /** Drawings of what stands in words beside them. */
  drawings: ['pay-strip', 'line-so-far'],
  /** Sentences about a script that did not come. */
  notices: ['without-script', 'moves-without-script', 'glance-asleep'],
} as const
const LEFT_OUT = new Set<string>(Object.values(NO_TEXT).flat())

const INLINE = new Set(['a', 'abbr', 'b', 'cite', 'code', 'em', 'i', 'kbd', 'label', 'small', 'span', 'strong', 'sub', 'sup', 'time'])
const HEADING = /^h[1-6]$/
/** Boxes beside the running text. */
const BOXES = ['callout', 'situation']
/** Ends after which no further sign is needed. */
const ENDED = /[.!?:;,…(]$/

/** Reads the text of an exported page. `address` is its path, `origin` the site's, without a slash at its end. Throws without a `<main>`. */
export function readablePage(html: string, { address, origin }: { address: string; origin: string }): ReadablePage {
  const main = first(fromHtml(html), (element) => element.tagName === 'main')
  if (!main) throw new Error(`${address} has no <main>, so it has no text. Pages of the guide stand in app/(site)/.`)
  const heading = first(main, (element) => element.tagName === 'h1')
  const signed = heading && first(heading, (element) => element.tagName === 'svg' && named(element) !== '')
  const lead = first(main, (element) => has(element, 'lead'))
  prune(main)
  makeAbsolute(main, origin + address)
  nameBlocks(main, { heading: '' })
  shape(main)
  const page = {
    title: heading ? oneLine(textOf(heading)) : '',
    summary: lead ? oneLine(textOf(lead)) : '',
    sign: signed ? named(signed) : '',
  }
  for (const head of [heading, lead]) if (head) head.children = []
  return { ...page, main }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const classesOf = (element: Element) => (Array.isArray(element.properties.className) ? element.properties.className.map(String) : [])
const has = (element: Element, name: string) => classesOf(element).includes(name)
const named = (element: Element) => String(element.properties.ariaLabel ?? '')
const isLink = ({ tagName }: Element) => tagName === 'a'
const isElement = (node: ElementContent | undefined): node is Element => node?.type === 'element'
const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === ''
const isInline = (node: ElementContent) => node.type === 'text' || (isElement(node) && INLINE.has(node.tagName))
const text = (value: string): ElementContent => ({ type: 'text', value })
const element = (tagName: string, children: ElementContent[]): Element => ({ type: 'element', tagName, properties: {}, children })

function first(tree: Root | Element, fits: (element: Element) => boolean): Element | undefined {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    const found = fits(child) ? child : first(child, fits)
    if (found) return found
  }
  return undefined
}

/** Takes out what is no text. A drawing with a name becomes its name; the sign of a title is read by itself. */
function prune(parent: Element) {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'comment') return []
    if (!isElement(child)) return [child]
    const { tagName, properties } = child
    if (CONTROLS.has(tagName) || properties.ariaHidden === 'true' || properties.role === 'status') {
      if (has(child, 'station') && parent.tagName === 'li') parent.properties.value = textOf(child).trim()
      return []
    }
    if (properties.hidden !== undefined || classesOf(child).some((name) => LEFT_OUT.has(name)) || isStateOf(parent, child)) return []
    if (tagName === 'svg') return named(child) === '' || HEADING.test(parent.tagName) ? [] : [text(`(Drawing: ${named(child)}.)`)]
    prune(child)
    // An empty part may still be what a link leads to, but a text has no places, only words.
    return INLINE.has(tagName) && oneLine(textOf(child)) === '' ? (/\s/.test(textOf(child)) ? [text(' ')] : []) : [child]
  })
}

/** What is said again by a link beside it, or only of a reader whose marks nobody has read yet. */
const isStateOf = (parent: Element, child: Element) =>
  (has(parent, 'choice') && child.tagName === 'label') ||
  (has(parent, 'all-roles') && has(child, 'why')) ||
  (parent.properties.dataState !== undefined && classesOf(parent).length === 0 && has(child, 'src') && !first(child, isLink))

function makeAbsolute(parent: Element, base: string) {
  for (const child of parent.children)
    if (isElement(child)) {
      if (child.tagName === 'a' && typeof child.properties.href === 'string')
        child.properties.href = new URL(child.properties.href, base).href
      makeAbsolute(child, base)
    }
}

/** A block of data that stands under another heading than its own says its own first, as it does on paper. */
function nameBlocks(parent: Element, last: { heading: string }) {
  for (const child of parent.children) {
    if (!isElement(child)) continue
    if (HEADING.test(child.tagName)) last.heading = oneLine(textOf(child))
    const title = child.properties.dataTitle
    if (typeof title === 'string' && title !== last.heading) child.children.unshift(element('p', [element('b', [text(title)])]))
    nameBlocks(child, last)
  }
}

/** Says by words and lists what the page says by its looks. From the leaves up. */
function shape(parent: Element) {
  for (const child of parent.children) if (isElement(child)) shape(child)
  if (parent.tagName === 'time' && has(parent, 'sign')) parent.tagName = 'b'
  if (BOXES.some((name) => has(parent, name))) parent.tagName = 'blockquote'
  if (parent.tagName === 'legend' && !first(parent, ({ tagName }) => HEADING.test(tagName)))
    parent.children = [element('p', [element('b', parent.children)])]
  if (parent.tagName === 'table' && hasBlocksInCells(parent)) unfoldTable(parent)
  listRuns(parent, (child) => child.tagName === 'label' || has(child, 'choice'))
  joinLead(parent)
  joinInline(parent)
  if (parent.tagName === 'li') shapeItem(parent)
  if (parent.tagName === 'ul' || parent.tagName === 'ol') shapeList(parent)
  if (has(parent, 'strip')) for (const child of parent.children) if (isElement(child) && child.tagName === 'ol') child.tagName = 'ul'
}

/** Neighbours that a page shows below one another become a list. */
function listRuns(parent: Element, fits: (child: Element) => boolean) {
  if (!parent.children.some((child) => isElement(child) && fits(child))) return
  const children: ElementContent[] = []
  let list: Element | undefined
  for (const child of parent.children) {
    if (isElement(child) && fits(child)) {
      if (!list) {
        list = element('ul', [])
        children.push(list)
      }
      list.children.push(element('li', [element('p', child.children)]))
    } else if (!list || !isBlank(child)) {
      list = undefined
      children.push(child)
    }
  }
  parent.children = children
}

/** A bold word before a paragraph of its own (a kind, a verdict) opens that paragraph. */
function joinLead(parent: Element) {
  for (const [index, lead] of parent.children.entries()) {
    if (!isElement(lead) || lead.tagName !== 'b' || parent.children.slice(0, index).some((child) => !isBlank(child))) continue
    const after = parent.children.slice(index + 1).find((child) => !isBlank(child))
    const opened = isElement(after) && after.tagName === 'div' ? after.children.find((child) => !isBlank(child)) : after
    if (!isElement(opened) || opened.tagName !== 'p') return
    opened.children.unshift(lead, text(ENDED.test(textOf(lead).trim()) ? ' ' : ': '))
    parent.children.splice(index, 1)
    return
  }
}

/** Puts between two inline neighbours what the page says by colour, size or a line of its own. */
function joinInline(parent: Element) {
  const children: ElementContent[] = []
  let before: Element | undefined
  for (const child of parent.children) {
    if (isElement(child) && INLINE.has(child.tagName)) {
      const said = oneLine(
        children
          .filter(isInline)
          .map((each) => textOf(each))
          .join(''),
      ).replace(/^.*\n/, '')
      const sign = said === '' ? '' : signBetween(parent, before, child, { said, touching: touches(children.at(-1), child) })
      if (sign !== '') trimEnd(children)
      if (sign === '(') children.push(text(' ('), trimmedStart(child), text(')'))
      else children.push(...(sign === '' ? [] : [text(sign)]), sign === '' ? child : trimmedStart(child))
      before = child
      continue
    }
    if (!isBlank(child)) before = undefined
    children.push(child)
  }
  parent.children = children
}

/** What comes between: `(` stands for brackets around it, nothing for what already stands there. */
function signBetween(
  parent: Element,
  before: Element | undefined,
  child: Element,
  { said, touching }: { said: string; touching: boolean },
): string {
  const own = oneLine(textOf(child))
  if (/^[.,;:)·(]/.test(own)) return touching && own.startsWith('(') ? ' ' : ''
  const open = !ENDED.test(said) || (before?.tagName === 'a' && /[?!]$/.test(said))
  if (has(child, 'level') || has(child, 'stop-note')) return '('
  if (child.tagName === 'small') {
    if (HEADING.test(parent.tagName) || parent.tagName === 'dt') return '('
    if (!open) return ' '
    const sentence = /[.!?]$/.test(own) || (before?.tagName !== 'a' && /^[\p{Lu}\d]/u.test(own))
    return sentence ? '. ' : ', '
  }
  if (before && open) {
    if (has(child, 'amount') && before.tagName === 'small') return ': '
    if (has(before, 'amount') || has(before, 'verdict')) return ': '
    if (has(parent, 'pay-title') || (has(parent, 'none') && before.tagName === 'span') || has(child, 'builds') || has(child, 'of-line'))
      return ', '
    if (touching && has(child, 'sr-only')) return '. '
  }
  return touching ? ' ' : ''
}

/** Two elements side by side. Between a text and an element stands what its writer meant. */
const touches = (previous: ElementContent | undefined, child: Element) =>
  isElement(previous) && isInline(previous) && !/\s$/.test(textOf(previous)) && !/^\s/.test(textOf(child))

function trimEnd(children: ElementContent[]) {
  while (children.length > 0 && isBlank(children.at(-1) as ElementContent)) children.pop()
  trimTail(children.at(-1))
}

function trimTail(node: ElementContent | undefined) {
  if (node?.type === 'text') node.value = node.value.trimEnd()
  else if (isElement(node) && INLINE.has(node.tagName)) trimTail(node.children.at(-1))
}

function trimmedStart(child: Element): Element {
  const head = child.children[0]
  if (head?.type === 'text') head.value = head.value.trimStart()
  return child
}

/** An item that is a heading and nothing else is a line; one short line and one paragraph are one line. */
function shapeItem(item: Element) {
  const parts = item.children.filter((child) => !isBlank(child))
  const [only, ...more] = parts
  if (isElement(only) && HEADING.test(only.tagName) && more.length === 0) only.tagName = 'p'
  const blocks = parts.filter((child) => !isInline(child)) as Element[]
  const last = blocks.at(-1)
  if (last?.tagName !== 'p' || parts.at(-1) !== last || has(last, 'src')) return
  const wrapper = blocks.length === 2 && parts.length === 2 ? blocks[0] : undefined
  const inWrapper = wrapper?.tagName === 'div' && wrapper.children.every(isInline)
  if (!inWrapper && (blocks.length !== 1 || parts.length === 1)) return
  const line = inWrapper ? wrapper.children : parts.slice(0, -1)
  const said = oneLine(line.map((child) => textOf(child as Element)).join(''))
  item.children = [element('p', [...line, text(ENDED.test(said) ? ' ' : ': '), ...last.children])]
}

/** A list whose items have headings becomes sections; one whose items carry their own numbers begins with the first of them. */
function shapeList(list: Element) {
  const items = list.children.filter((child): child is Element => isElement(child) && child.tagName === 'li')
  if (items.some((item) => first(item, ({ tagName }) => HEADING.test(tagName)))) {
    list.tagName = 'div'
    for (const item of items) item.tagName = 'div'
    return
  }
  const start = items[0]?.properties.value
  if (list.tagName === 'ol' && /^\d+$/.test(String(start))) list.properties.start = Number(start)
}

const cellsOf = (row: Element) => row.children.filter((child): child is Element => isElement(child) && /^t[dh]$/.test(child.tagName))

function rowsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => (isElement(child) ? (child.tagName === 'tr' ? [child] : rowsOf(child)) : []))
}

const hasBlocksInCells = (table: Element) =>
  rowsOf(table).some((row) => cellsOf(row).some((cell) => cell.children.some((child) => !isInline(child) && !isBlank(child))))

/** A table of Markdown holds lines only. One with blocks in its cells becomes a list: a row an item, a cell its heading and what it holds. */
function unfoldTable(table: Element) {
  const [head, ...rows] = rowsOf(table)
  const names = head ? cellsOf(head) : []
  table.tagName = 'ul'
  table.children = rows.map((row) =>
    element('li', [
      element(
        'dl',
        cellsOf(row).flatMap((cell, index) => [
          element('dt', [text(oneLine(textOf(names[index] ?? head ?? row)))]),
          element('dd', cell.children),
        ]),
      ),
    ]),
  )
}
