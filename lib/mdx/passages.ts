import type { Nodes, Root } from 'mdast'

/** Where something stands in a file. Lines and columns count from 1. */
interface At {
  line: number
  column: number
}

/** A stretch of a passage that came from one node of the text. It begins at `from` (characters into the passage) and stands at `line:column`. */
interface Piece extends At {
  from: number
  kind: 'words' | 'link' | 'code'
  /** Where a link leads, as it is written. */
  address?: string
}

/** A block of running words as readers meet it, without its markup. What is no word (a figure, the mark of a footnote) is one `NO_WORD`. */
export interface Passage {
  kind: 'paragraph' | 'heading' | 'cell'
  /** Inside a block quotation: somebody else's words. */
  quoted: boolean
  text: string
  pieces: Piece[]
}

export const NO_WORD = '\ufffc'

const KINDS: Partial<Record<Nodes['type'], Passage['kind']>> = { paragraph: 'paragraph', heading: 'heading', tableCell: 'cell' }

/** Every passage of a text that has words, in order. Blocks of code and comments are none. */
export function passagesOf(tree: Root): Passage[] {
  const passages: Passage[] = []
  const stack: { node: Nodes; quoted: boolean }[] = [{ node: tree, quoted: false }]
  while (stack.length > 0) {
    const { node, quoted } = stack.pop() as { node: Nodes; quoted: boolean }
    const kind = KINDS[node.type]
    if (kind) {
      const { text, pieces } = read(node)
      if (pieces.length > 0) passages.push({ kind, quoted, text, pieces })
    } else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push({ node: node.children[index] as Nodes, quoted: quoted || node.type === 'blockquote' })
  }
  return passages
}

type Setting = Pick<Piece, 'kind' | 'address'>

function read(block: Nodes): Pick<Passage, 'text' | 'pieces'> {
  const pieces: Piece[] = []
  let text = ''
  const stack: { node: Nodes; setting: Setting }[] = [{ node: block, setting: { kind: 'words' } }]
  while (stack.length > 0) {
    const { node, setting } = stack.pop() as { node: Nodes; setting: Setting }
    if (node.type === 'text' || node.type === 'inlineCode') {
      const { line, column } = node.position?.start ?? { line: 1, column: 1 }
      pieces.push({ from: text.length, line, column, ...(node.type === 'text' ? setting : { kind: 'code' }) })
      text += node.value
    } else if ('children' in node && node.children.length > 0) {
      const inside: Setting =
        node.type === 'link' ? { kind: 'link', address: node.url } : node.type === 'linkReference' ? { kind: 'link' } : setting
      for (let index = node.children.length - 1; index >= 0; index--) stack.push({ node: node.children[index] as Nodes, setting: inside })
    } else text += node.type === 'break' ? '\n' : NO_WORD
  }
  return { text, pieces }
}

/** The piece that the character at `index` of the passage came from. */
export const pieceAt = ({ pieces }: Passage, index: number): Piece => pieces.findLast(({ from }) => from <= index) ?? (pieces[0] as Piece)

/** Where the character at `index` of a passage stands in the file. The column is exact where its line is not indented. */
export function placeAt(passage: Passage, index: number): At {
  const piece = pieceAt(passage, index)
  const before = passage.text.slice(piece.from, index).split('\n')
  return { line: piece.line + before.length - 1, column: (before.length === 1 ? piece.column : 1) + (before.at(-1)?.length ?? 0) }
}
