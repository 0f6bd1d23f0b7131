import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { LIMITS } from './limits.ts'
import { fieldName } from './problems.ts'
import { hiddenCharacter } from './text.ts'

type Place = { line: number; column: number }
type Fault = Place & { field?: string; message: string }

export interface FrontMatter {
  /** Plain data: maps, lists, text, numbers, booleans, null. No dates, no code, no shared objects. */
  data: Record<string, unknown>
  /** Where a field stands in the file. Falls back to the nearest parent that is written down. */
  locate(path: readonly PropertyKey[], at?: 'key' | 'value'): Place
}

export interface Split {
  yaml: string
  /** The whole file with the front matter blanked, so that line numbers of the body stay true. */
  body: string
}

const FENCE = '---'

/** Cuts a file at its two `---` lines. The first line must be exactly `---`: other languages are refused, never run. */
export function splitFrontMatter(text: string): Split | { fault: Fault } {
  const refuse = (line: number, message: string) => ({ fault: { line, column: 1, message } })
  if (text.trim() === '') return refuse(1, 'The file is empty. Start it with a line --- and the fields of its kind.')
  const lines = text.split('\n')
  const first = lines[0] as string
  if (first !== FENCE) {
    if (/^(---|\+\+\+|;;;)/.test(first))
      return refuse(
        1,
        `The first line is ${JSON.stringify(first.slice(0, 30))}. It must be exactly "---": front matter is YAML and nothing else.`,
      )
    return refuse(1, 'The first line must be exactly "---". Remove what stands before the front matter.')
  }
  const close = lines.indexOf(FENCE, 1)
  if (close === -1) return refuse(1, 'The front matter is never closed. End it with a line that is exactly "---".')
  const inside = lines.slice(1, close)
  const marker = inside.findIndex((line) => /^(?:---|\.\.\.|%)/.test(line))
  if (marker !== -1)
    return refuse(
      marker + 2,
      `The line ${JSON.stringify((inside[marker] as string).slice(0, 30))} stands in the front matter. Its last line is exactly "---".`,
    )
  if (inside.length > LIMITS.frontMatterLines)
    return refuse(1, `The front matter has more than ${LIMITS.frontMatterLines} lines. Move text into the body.`)
  const yaml = inside.join('\n')
  if (Buffer.byteLength(yaml) > LIMITS.frontMatterBytes)
    return refuse(1, `The front matter is larger than ${LIMITS.frontMatterBytes / 1024} kB. Move text into the body.`)
  if (yaml.trim() === '') return refuse(1, 'The front matter is empty. Write the fields of this kind; npm run new shows them.')
  const rest = lines.slice(close + 1)
  const second = rest.findIndex((line) => line.trim() !== '')
  if (second !== -1 && (rest[second] as string).startsWith(FENCE))
    return refuse(close + 2 + second, 'A second front matter block starts here. Remove it.')
  return { yaml, body: '\n'.repeat(close + 1) + rest.join('\n') }
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const MOST_SYNTAX_FAULTS = 20
const PLAIN_NUMBER = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/

/** Reads the YAML between the fences. All faults are reported, none is repaired. `offset` is the line of the first fence. */
export function parseFrontMatter(yaml: string, offset = 1): { frontMatter: FrontMatter } | { faults: Fault[] } {
  const deep = flowDepthFault(yaml)
  if (deep) return { faults: [{ ...deep, line: deep.line + offset }] }
  const lines = new LineCounter()
  const place = (position: number): Place => {
    const { line, col } = lines.linePos(position)
    return { line: Math.max(line, 1) + offset, column: Math.max(col, 1) }
  }
  let document: Document.Parsed
  try {
    document = parseDocument(yaml, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      strict: true,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    })
  } catch (error) {
    // The parser calls itself for each level, and comments can hide levels from the scan above.
    if (!(error instanceof RangeError)) throw error
    return {
      faults: [{ line: 1 + offset, column: 1, message: `The front matter is nested deeper than ${LIMITS.depth} levels. Write it flat.` }],
    }
  }
  // After the first faults of syntax the rest are their consequences.
  const faults: Fault[] = [...document.errors, ...document.warnings].slice(0, MOST_SYNTAX_FAULTS).map((error) => ({
    ...place(error.pos[0]),
    message: yamlFault(error.code, error.message),
  }))
  if (faults.length > 0) return { faults }
  if (!isMap(document.contents))
    return {
      faults: [{ line: 1 + offset, column: 1, message: 'The front matter is not a list of "field: value" lines. Write it as one.' }],
    }

  const places = new Map<string, { key: number; value: number }>()
  /** Names and values alike hold no tags and no anchors. */
  const decoration = (node: Node): string | undefined => {
    if ('anchor' in node && node.anchor) return 'uses an anchor (&). Write the value out where it is needed.'
    if (node.tag) return `uses the YAML tag ${node.tag}. Front matter is plain data: remove it.`
    return undefined
  }
  const read = (node: Node | null | undefined, path: PropertyKey[], depth: number): unknown => {
    const start = node?.range?.[0] ?? 0
    const fault = (message: string) => faults.push({ ...place(start), field: fieldName(path), message })
    if (depth > LIMITS.depth) {
      fault(`is nested deeper than ${LIMITS.depth} levels. Write it flat.`)
      return undefined
    }
    if (isAlias(node)) {
      fault('uses an alias (*). Write the value out.')
      return undefined
    }
    const decorated = node && decoration(node)
    if (decorated) fault(decorated)
    if (isMap(node)) {
      const map: Record<string, unknown> = {}
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== 'string') {
          const keyNode = pair.key as Node | null
          faults.push({
            ...place(keyNode?.range?.[0] ?? start),
            field: fieldName(path),
            message: 'has a name that is not plain text. Use one of the field names.',
          })
          continue
        }
        const key = pair.key.value
        const keyStart = pair.key.range?.[0] ?? start
        const decoratedKey = decoration(pair.key)
        if (decoratedKey) faults.push({ ...place(keyStart), field: fieldName([...path, key]), message: decoratedKey })
        if (FORBIDDEN_KEYS.has(key) || key.length > 100 || hiddenCharacter(key)) {
          faults.push({
            ...place(keyStart),
            field: fieldName(path),
            message: `has a field named ${JSON.stringify(key.slice(0, 40))}, which is not allowed. Remove it.`,
          })
          continue
        }
        const valueNode = pair.value as Node | null
        const inner = [...path, key]
        places.set(inner.join('\0'), { key: keyStart, value: valueNode?.range?.[0] ?? keyStart })
        map[key] = read(valueNode, inner, depth + 1)
      }
      return map
    }
    if (isSeq(node))
      return node.items.map((item, index) => {
        const inner = [...path, index]
        const itemStart = (item as Node | null)?.range?.[0] ?? start
        places.set(inner.join('\0'), { key: itemStart, value: itemStart })
        return read(item as Node | null, inner, depth + 1)
      })
    if (!isScalar(node)) return null
    if (typeof node.value === 'number' && !PLAIN_NUMBER.test(node.source ?? '')) {
      fault(`is the number ${JSON.stringify((node.source ?? '').slice(0, 30))}. Write plain digits, for example 45000 or 4.5.`)
      return undefined
    }
    if (typeof node.value === 'string') {
      const hidden = hiddenCharacter(node.value)
      if (hidden) fault(hidden)
    }
    return node.value
  }
  const data = read(document.contents, [], 0) as Record<string, unknown>
  if (faults.length > 0) return { faults }
  return {
    frontMatter: {
      data,
      locate(path, at = 'value') {
        for (let length = path.length; length > 0; length--) {
          const found = places.get(path.slice(0, length).join('\0'))
          if (found) return place(length === path.length ? found[at] : found.key)
        }
        return { line: offset, column: 1 }
      },
    },
  }
}

function yamlFault(code: string, message: string): string {
  const first = message.split('\n')[0] as string
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'The field stands here a second time. Keep one of the two.'
    case 'TAB_AS_INDENT':
      return 'The line is indented with a tab. Use spaces.'
    case 'MISSING_CHAR':
      return `The YAML is not closed here (${first}). Close the quote or bracket.`
    case 'TAG_RESOLVE_FAILED':
      return 'A YAML tag (!) stands here. Front matter is plain data: remove it.'
    default:
      return `The YAML cannot be read: ${first}. Check indentation, and put text that holds ": " in quotes.`
  }
}

/** Depth of `[`, `{`, indentation and `- - -` is limited before the recursive parser sees it. */
function flowDepthFault(yaml: string): Fault | undefined {
  let depth = 0
  const lines = yaml.split('\n')
  for (const [index, line] of lines.entries()) {
    if (line.length > LIMITS.lineCharacters)
      return { line: index + 1, column: 1, message: `The line is longer than ${LIMITS.lineCharacters} characters. Shorten it.` }
    let here = depth
    for (const [character] of line.matchAll(/[[\]{}]/g)) {
      if (character === '[' || character === '{') here++
      else if (here > 0) here--
      if (here > LIMITS.depth)
        return { line: index + 1, column: 1, message: `Lists are nested deeper than ${LIMITS.depth} levels. Write them flat.` }
    }
    depth = here
    const indent = line.length - line.trimStart().length
    const dashes = /^(?:[ ]*[-?](?=[ ]))+/.exec(line)?.[0].match(/[-?]/g)?.length ?? 0
    if ((indent > LIMITS.depth * 4 && line.trim()) || dashes > LIMITS.depth)
      return { line: index + 1, column: 1, message: `The line is nested deeper than ${LIMITS.depth} levels. Write it flat.` }
  }
  return undefined
}
