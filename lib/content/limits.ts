/** Limits that hold before anything is parsed, so that no file can make the parsers slow or deep. */
export const LIMITS = {
  fileBytes: 256 * 1024,
  /** A line for every fact and every page of a guide several times as large as this one. */
  editionBytes: 4096 * 1024,
  lineCharacters: 20 * 1000,
  /** Country pages carry their pay rows as data, so this is twice what prose alone would need. */
  frontMatterBytes: 64 * 1024,
  frontMatterLines: 4000,
  depth: 32,
  /** Lines with something on them. The parsers' time grows with the square of some kinds of line. */
  textLines: 2000,
  /** Signs that begin a list item or a quotation. */
  containers: 1500,
  headings: 200,
  links: 500,
  footnotes: 200,
  tableColumns: 12,
  tableRows: 200,
} as const

export interface LimitFault {
  /** Line inside the given text, from 1. */
  line: number
  message: string
}

/** Characters that open something, each with how many an article may hold. Pairing them costs the parsers the square of their number. */
const MARKS: { pattern: RegExp; most: number; name: string }[] = [
  { pattern: /[*_~]+/g, most: 2000, name: 'emphasis marks' },
  { pattern: /[[\]]/g, most: 3000, name: 'square brackets' },
  { pattern: /[{}]/g, most: 300, name: 'braces' },
  { pattern: /`+/g, most: 2000, name: 'back-ticks' },
  { pattern: /[<>]/g, most: 4000, name: 'angle brackets' },
  { pattern: /[&\\]/g, most: 4000, name: 'escaped characters' },
  { pattern: /@|www\.|:\/\//gi, most: 1000, name: 'bare addresses' },
]

const CONTAINER = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/
const MARKER = />|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/g

/** The first limit that an article's text breaks, found by scanning lines, or undefined. `text` has `\n` line ends. */
export function limitFault(text: string): LimitFault | undefined {
  const counts = { lines: 0, containers: 0, headings: 0, links: 0, footnotes: 0 }
  const marks = MARKS.map(() => 0)
  let tags = 0
  let tableRows = 0
  for (const [index, line] of text.split('\n').entries()) {
    const fault = (message: string): LimitFault => ({ line: index + 1, message })
    if (line.length > LIMITS.lineCharacters)
      return fault(`This line has ${line.length} characters; ${LIMITS.lineCharacters} are allowed. Break it into paragraphs.`)
    if (line.trim() === '') {
      tableRows = 0
      continue
    }
    if (++counts.lines > LIMITS.textLines) return fault(`The article has more than ${LIMITS.textLines} lines. Split it.`)
    const prefix = CONTAINER.exec(line)?.[0] ?? ''
    const indent = prefix.replace(/\t/g, '    ').replace(/[^ ]/g, '').length
    if (indent > LIMITS.depth * 2)
      return fault(`This line is indented ${indent} characters, deeper than ${LIMITS.depth} levels. Write a flat list.`)
    const containers = (prefix.match(MARKER) ?? []).length
    counts.containers += containers
    if (counts.containers > LIMITS.containers)
      return fault(`The article has more than ${LIMITS.containers} list items and quotations. Split it.`)
    if (containers > LIMITS.depth) return fault(`Lists or quotations are nested deeper than ${LIMITS.depth} levels. Write them flat.`)
    if (bracketDepth(line) > LIMITS.depth) return fault(`Brackets are nested deeper than ${LIMITS.depth} levels. Close them.`)
    if (/^#{1,6}(\s|$)/.test(line) && ++counts.headings > LIMITS.headings)
      return fault(`The article has more than ${LIMITS.headings} headings. Split it.`)
    counts.links += line.split('](').length - 1
    if (counts.links > LIMITS.links) return fault(`The article has more than ${LIMITS.links} links. Split it.`)
    counts.footnotes += line.split('[^').length - 1
    if (counts.footnotes > LIMITS.footnotes * 2) return fault(`The article has more than ${LIMITS.footnotes} footnotes. Split it.`)
    for (const [place, { pattern, most, name }] of MARKS.entries()) {
      const found = (marks[place] ?? 0) + (line.match(pattern)?.length ?? 0)
      marks[place] = found
      if (found > most) return fault(`The article has more than ${most} ${name}, which no text needs. Remove some.`)
    }
    const bars = (line.match(/(?<!\\)\|/g) ?? []).length
    if (bars > LIMITS.tableColumns + 1) return fault(`The table has more than ${LIMITS.tableColumns} columns. Split it.`)
    tableRows = bars > 0 ? tableRows + 1 : 0
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
  for (const [character] of line.matchAll(/[[\](){}]/g)) {
    if (character === '[' || character === '{' || character === '(') deepest = Math.max(deepest, ++depth)
    else if (depth > 0) depth--
  }
  return deepest
}
