import { closest, distance } from 'fastest-levenshtein'

/** One fault of the content, placed where an editor can jump to it. Lines and columns count from 1. */
export interface Problem {
  file: string
  line: number
  column: number
  /** The field as the writer sees it, `competencies[1].skill`; absent for faults of the text. */
  field?: string
  /** What was found and what to do, in one or two plain sentences. */
  message: string
  /** A warning is printed but does not fail the check. */
  warning?: boolean
}

/** `["competencies", 1, "skill"]` → `competencies[1].skill` */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name ? `${name}.${String(part)}` : String(part)
  }, '')
}

/** ` Did you mean "x"?` when one of `choices` is near, else an empty string. */
export function suggestion(word: string, choices: readonly string[]): string {
  if (choices.length === 0 || word.length > 80) return ''
  const near = closest(word, choices)
  return distance(word, near) <= Math.max(2, Math.floor(word.length / 4)) ? ` Did you mean "${near}"?` : ''
}

/** How a value is shown inside a message: JSON, cut at 60 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text =
    typeof value === 'string' ? JSON.stringify(value) : typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const byPlace = (a: Problem, b: Problem) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column || (a.field ?? '').localeCompare(b.field ?? '')

/** All problems as one text, sorted by file and place: `file:line:column`, then field and message indented. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort(byPlace)
    .map(({ file, line, column, field, message, warning }) => {
      const text = `${warning ? 'Warning: ' : ''}${field ? `${field}  ` : ''}${message}`
      return `${file}:${line}:${column}\n  ${text}`
    })
    .join('\n\n')
}
