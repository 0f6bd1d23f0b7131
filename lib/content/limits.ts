/** Limits that hold before anything is parsed, so that no file can make the parsers slow or deep. */
export const LIMITS = {
  fileBytes: 256 * 1024,
  lineCharacters: 20 * 1000,
  /** Country pages carry their pay rows as data, so this is twice what prose alone would need. */
  frontMatterBytes: 64 * 1024,
  depth: 32,
  headings: 200,
  links: 500,
  footnotes: 200,
  tableColumns: 12,
  tableRows: 200,
  emphasisMarks: 2000,
} as const

export interface LimitFault {
  /** Line inside the given text, from 1. */
  line: number
  message: string
}

const CONTAINER = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/
const marker = />|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/g

/** The first limit that an article's text breaks, found by scanning lines, or undefined. `text` has `\n` line ends. */
export function limitFault(text: string): LimitFault | undefined {
  const counts = { headings: 0, links: 0, footnotes: 0, emphasis: 0 }
  let tags = 0
  let tableRows = 0
  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    const fault = (message: string): LimitFault => ({ line: index + 1, message })
    if (line.length > LIMITS.lineCharacters)
      return fault(`This line has ${line.length} characters; ${LIMITS.lineCharacters} are allowed. Break it into paragraphs.`)
    const indent = line.length - line.trimStart().length
    const containers = (CONTAINER.exec(line)?.[0].match(marker) ?? []).length
    if (indent > LIMITS.depth * 2 && line.trim() !== '')
      return fault(`This line is indented ${indent} characters, deeper than ${LIMITS.depth} levels. Write a flat list.`)
    if (containers > LIMITS.depth) return fault(`Lists or quotations are nested deeper than ${LIMITS.depth} levels. Write them flat.`)
    if (bracketDepth(line) > LIMITS.depth) return fault(`Brackets are nested deeper than ${LIMITS.depth} levels. Close them.`)
    if (/^#{1,6}(\s|$)/.test(line) && ++counts.headings > LIMITS.headings)
      return fault(`The article has more than ${LIMITS.headings} headings. Split it.`)
    counts.links += line.split('](').length - 1
    if (counts.links > LIMITS.links) return fault(`The article has more than ${LIMITS.links} links. Split it.`)
    counts.footnotes += line.split('[^').length - 1
    if (counts.footnotes > LIMITS.footnotes * 2) return fault(`The article has more than ${LIMITS.footnotes} footnotes. Split it.`)
    counts.emphasis += (line.match(/[*_~]+/g) ?? []).length
    if (counts.emphasis > LIMITS.emphasisMarks) return fault('The article has more emphasis marks than text can need. Remove some.')
    const table = line.trimStart().startsWith('|')
    tableRows = table ? tableRows + 1 : 0
    if (table && (line.match(/(?<!\\)\|/g) ?? []).length > LIMITS.tableColumns + 1)
      return fault(`The table has more than ${LIMITS.tableColumns} columns. Split it.`)
    if (tableRows > LIMITS.tableRows + 2) return fault(`The table has more than ${LIMITS.tableRows} rows. Split it.`)
    tags += (line.match(/<[A-Za-z>]/g) ?? []).length - (line.match(/<\/|\/>/g) ?? []).length
    if (tags > LIMITS.depth) return fault(`Tags are nested deeper than ${LIMITS.depth} levels, or never closed.`)
    if (tags < 0) tags = 0
  }
  return undefined
}

function bracketDepth(line: string): number {
  let depth = 0
  let deepest = 0
  for (const character of line) {
    if (character === '[' || character === '{' || character === '(') deepest = Math.max(deepest, ++depth)
    else if ((character === ']' || character === '}' || character === ')') && depth > 0) depth--
  }
  return deepest
}
