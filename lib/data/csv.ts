import { stringify } from 'csv-stringify/sync'
import { columnOf } from './column.ts'
import { type Cell, type Dataset, LIST_SIGN, type Row } from './dataset.ts'

/** What a spreadsheet takes for the beginning of a formula: the signs that OWASP lists, full-width forms included. */
const FORMULA = '=+\\-@\\t\\r\\n\\0＝＋－＠'
/** Behind these a spreadsheet that expects another separator begins a new cell. */
const OTHER_CELL = ';\\t\\r\\n'
const BEFORE_FORMULA = new RegExp(`([${OTHER_CELL}])(?='*[${FORMULA}])`, 'g')
const GUARD_WITHIN = new RegExp(`([${OTHER_CELL}])'(?='*[${FORMULA}])`, 'g')
const STARTS_FORMULA = new RegExp(`^[${FORMULA}]`)
/** A number or a yes that a spreadsheet would write in another way. Plain whole numbers survive; a leading nought does not. */
const NUMBER = /^(?!(?:0|[1-9]\d{0,14})$)[\s(]*[£$€₱₹]?\s*\d[\d\s.,:/%()eE+-]*$|^(?:true|false)$/i
/** A day or a month in words, which it would turn into a date: "May 2025", "3 Mar". */
const MONTH =
  /^(?:\d{1,4}[\s./-]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d{1,4}(?:[\s,./-]+\d{1,4})?$|^\d{1,2}[\s./-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i

const needsGuard = (text: string) => {
  const bare = text.replace(/^'+/, '')
  return STARTS_FORMULA.test(bare) || NUMBER.test(bare) || MONTH.test(bare)
}

/**
 * A text as a cell that no spreadsheet runs as a formula or rewrites as a number or date: one apostrophe goes before such a cell, and
 * before a formula sign that stands behind a semicolon, tab or line break. `unguarded` takes them away again.
 */
export function guarded(text: string): string {
  const within = text.replace(BEFORE_FORMULA, "$1'")
  return needsGuard(text) ? `'${within}` : within
}

/** The text that `guarded` was given. */
export function unguarded(cell: string): string {
  const text = cell.replace(GUARD_WITHIN, '$1')
  return text.startsWith("'") && needsGuard(text) ? text.slice(1) : text
}

/**
 * The rows as CSV that spreadsheets and programs both read: RFC 4180, UTF-8 with a byte order mark, the names of the fields first.
 * An empty cell is null, or an empty list. Throws for a text that would be read back as something else.
 */
export function toCsv({ name, fields }: Pick<Dataset, 'name' | 'fields'>, rows: readonly Row[]): string {
  const columns = Object.entries(fields).map(([field, schema]) => ({ field, ...columnOf(schema) }))
  const records = rows.map((row) =>
    columns.map(({ field, type }) => {
      const cell = written(row[field] ?? null, type === 'text' || type === 'address')
      if (cell === '' && row[field] === '') throw new Error(`${name}.${field} is an empty text, which a CSV cannot tell from nothing.`)
      return cell
    }),
  )
  return stringify([columns.map(({ field }) => field), ...records], {
    bom: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    // A carriage return, a tab or a semicolon alone would split the cell in one program or another.
    quoted_match: /[\r\n\t;]|^\s|\s$/,
  })
}

function written(value: Cell, isText: boolean): string {
  if (value === null) return ''
  if (typeof value === 'string') return isText ? guarded(value) : value
  return typeof value === 'object' ? value.join(LIST_SIGN) : String(value)
}

/** What stands in a cell of a CSV: the reverse of what `toCsv` writes. */
export function readCell(cell: string, { type, items }: Pick<ReturnType<typeof columnOf>, 'type' | 'items'>): Cell {
  if (type === 'list') return cell === '' ? [] : cell.split(LIST_SIGN).map((item) => (items === 'integer' ? Number(item) : item))
  if (cell === '') return null
  if (type === 'integer' || type === 'number') return Number(cell)
  if (type === 'boolean') return cell === 'true'
  return type === 'text' || type === 'address' ? unguarded(cell) : cell
}
