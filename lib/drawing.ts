import type { Family } from './family.ts'

/** Colours by name: those of the style sheet on a page, fixed ones in a file. */
export type Paint = Family | 'ink' | 'soft' | 'sheet' | 'paper' | 'rule'

/** One SVG element as data, so that one drawing serves pages and files. Geometry stands in `at`, colour apart. */
export interface Shape {
  tag: 'a' | 'circle' | 'defs' | 'desc' | 'g' | 'path' | 'rect' | 'svg' | 'symbol' | 'text' | 'title' | 'tspan' | 'use'
  at?: Record<string, string | number>
  fill?: Paint | 'none'
  stroke?: Paint
  /** Names for the style sheet of a page; a file has none. */
  names?: string
  inside?: readonly (Shape | string)[]
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as it stands in markup. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

/** The drawing as markup of its own, its colours written out. Control characters, which XML forbids, are left out. */
export function markup(shape: Shape | string, colours: Readonly<Record<Paint, string>>): string {
  if (typeof shape === 'string') return escaped([...shape].filter((character) => character >= ' ').join(''))
  const { tag, at = {}, fill, stroke, inside = [] } = shape
  const attributes = Object.entries({
    ...at,
    ...(fill ? { fill: fill === 'none' ? fill : colours[fill] } : {}),
    ...(stroke ? { stroke: colours[stroke] } : {}),
  })
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  const content = inside.map((each) => markup(each, colours)).join('')
  return content ? `<${tag}${attributes}>${content}</${tag}>` : `<${tag}${attributes}/>`
}
