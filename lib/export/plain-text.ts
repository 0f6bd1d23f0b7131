import type { Heading, List, ListItem, Nodes, Parents, Table } from 'mdast'

/** How a text of one's own is written down. */
export interface PlainRules {
  /** What stands behind the words of a link: ` [R12]`, ` (https://…)`, or nothing. */
  after: (url: string, words: string) => string
  /** A heading as one line. */
  heading: (heading: Heading, words: string) => string
}

/**
 * A tree of Markdown as plain text: paragraphs as single lines with an empty line between them, lists by signs, tables as lines
 * `name: value`. No line is broken for its length.
 */
export function plainText(tree: Parents, rules: PlainRules): string {
  return blocks(tree.children, rules).join('\n\n')
}

function blocks(nodes: readonly Nodes[], rules: PlainRules): string[] {
  return nodes.flatMap((node) => {
    const text = block(node, rules)
    return text === '' ? [] : [text]
  })
}

function block(node: Nodes, rules: PlainRules): string {
  switch (node.type) {
    case 'heading':
      return rules.heading(node, inline(node, rules))
    case 'list':
      return listed(node, rules)
    case 'table':
      return tabled(node, rules)
    case 'blockquote':
    case 'root':
      return blocks(node.children, rules).join('\n\n')
    case 'code':
      return node.value
    default:
      return inline(node, rules)
  }
}

/** The words of a node and of everything in it, in one line. */
export function inline(node: Nodes, rules: PlainRules): string {
  if (node.type === 'link') {
    const words = node.children.map((child) => inline(child, rules)).join('')
    return `${words}${rules.after(node.url, words)}`
  }
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => inline(child, rules)).join('') : ''
}

const indented = (text: string, by: string) => text.replace(/\n(?!\n)/g, `\n${by}`)

function listed({ children, ordered, start, spread }: List, rules: PlainRules): string {
  const items = children.map((item, index) => {
    const sign = ordered ? `${(start ?? 1) + index}. ` : '- '
    return `${sign}${indented(itemText(item, rules), ' '.repeat(sign.length))}`
  })
  return items.join(spread ? '\n\n' : '\n')
}

/** Lists follow the line they belong to without a gap. */
function itemText(item: ListItem, rules: PlainRules): string {
  return item.children
    .map((child) => ({ text: block(child, rules), close: child.type === 'list' }))
    .filter(({ text }) => text !== '')
    .map(({ text, close }, index) => (index === 0 ? text : `${close ? '\n' : '\n\n'}${text}`))
    .join('')
}

/** Row by row: the first cell, then each other one that holds something, with the name of its column. */
function tabled({ children }: Table, rules: PlainRules): string {
  const [head, ...rows] = children.map((row) => row.children.map((cell) => inline(cell, rules)))
  const lines = rows.map(([first = '', ...cells]) =>
    [
      `- ${head?.[0] && cells.some(Boolean) ? `${head[0]}: ` : ''}${first}`,
      ...cells.flatMap((cell, index) => (cell === '' ? [] : [`  ${head?.[index + 1] ? `${head[index + 1]}: ` : ''}${cell}`])),
    ].join('\n'),
  )
  return lines.join('\n')
}
