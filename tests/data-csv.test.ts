import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadLibrary } from '#lib/content/library.ts'
import { columnOf } from '#lib/data/column.ts'
import { guarded, readCell, toCsv, unguarded } from '#lib/data/csv.ts'
import { dataset, type Row } from '#lib/data/dataset.ts'
import { plain, reference } from '#lib/fields.ts'

const { fields } = dataset({
  name: 'things',
  title: 'Things',
  about: 'A thing.',
  key: ['text'],
  fields: {
    text: z.string(),
    other: plain(400, 'A text that may be missing.').optional(),
    count: z.number().int().optional(),
    amount: z.number(),
    is: z.boolean(),
    ids: z.array(reference('roles')),
    levels: z.array(z.number().int()).optional(),
  },
  rows: () => [],
})

/** The rows that a program reads from the bytes of a CSV, by the rules that the page of the data gives. */
function read(csv: string): Row[] {
  const [names = [], ...records] = parse(Buffer.from(csv), { bom: true, record_delimiter: '\r\n' }) as string[][]
  const columns = new Map(Object.entries(fields).map(([name, schema]) => [name, columnOf(schema)]))
  return records.map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, readCell(cells[index] ?? '', columns.get(name) as ReturnType<typeof columnOf>)])),
  )
}

const row = (text: string, rest: Row = {}): Row => ({ text, other: null, count: null, amount: 1, is: true, ids: [], levels: [], ...rest })
const csv = (rows: Row[]) => toCsv({ name: 'things', fields }, rows)

const HOSTILE = [
  '=1+1',
  '+30',
  '-5',
  '@SUM(A1)',
  "'=1",
  "''=1",
  "'tis",
  "'",
  'a;=1',
  "a;'=1",
  'a;;=1',
  'a\t-1',
  'a\n=1',
  '\t=1',
  '\r\n=1',
  '＝1',
  'a "quoted" word, and a comma',
  '"',
  '""',
  'two\nlines',
  'two\r\nlines',
  'carriage\rreturn',
  'a|b',
  ' leading and trailing ',
  'ₚ ₱45,000 – kierownik zespołu, líder de equipo, संचालन, العربية',
  '\ufeffa mark of its own',
  'null',
  'true',
  '4222',
  '0411',
  '43-4051.00',
  '11-3121',
  '2025-05',
  'May 2025',
  '3 Mar',
  '1e5',
  '1:1',
  '5%',
  '123456789012345678',
  '=HYPERLINK("https://example.org","x")',
  "=cmd|' /C calc'!A0",
]

describe('a CSV of the data', () => {
  it('is UTF-8 with a byte order mark, ends its lines with CRLF, and names the fields first', () => {
    const bytes = Buffer.from(csv([row('a')]))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv([row('a')])).toBe('\ufefftext,other,count,amount,is,ids,levels\r\na,,,1,true,,\r\n')
  })

  it('keeps numbers as numbers, below nought too', () => {
    expect(csv([row('a', { count: -3, amount: -2.5, is: false, ids: ['a', 'b-c'], levels: [1, 2] })]).split('\r\n')[1]).toBe(
      'a,,-3,-2.5,false,a|b-c,1|2',
    )
  })

  it.each(HOSTILE)('gives back %j as it was', (text) => {
    expect(read(csv([row(text, { other: text })]))).toEqual([row(text, { other: text })])
  })

  it('gives back any text as it was', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\t', '\r', '\n', '|', ' ', '1', 'a', '＝', 'é')
    const text = fc.oneof(fc.string({ unit: sign, minLength: 1, maxLength: 12 }), fc.string({ unit: 'grapheme', minLength: 1 }))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const rows = texts.map((each) => row(each))
        expect(read(csv(rows))).toEqual(rows)
      }),
      { numRuns: 2000 },
    )
  })

  it('never begins a cell with a formula, whatever a spreadsheet takes for a separator', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', "'", '"', ';', '\t', '\r', '\n', 'a', '＋')
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 10 }), (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]|[;\t\r\n][=+\-@＝＋－＠]/)
        expect(unguarded(guarded(text))).toBe(text)
      }),
      { numRuns: 5000 },
    )
  })

  it('leaves an ordinary text alone, a quotation and an apostrophe included', () => {
    for (const text of ["It's 5 o'clock", "'tis", 'Agents per team leader', '4222', 'ISCO-08:4222', 'a; b - c', 'May', '3 people'])
      expect(guarded(text)).toBe(text)
  })

  it('guards what a spreadsheet would rewrite', () => {
    for (const text of ['0411', '11-3121', '2025-05', 'May 2025', '1:1', '1e5', '5%', 'true', '123456789012345678', '3 Mar'])
      expect(guarded(text)).toBe(`'${text}`)
  })

  it('refuses an empty text, which nobody could tell from a missing one', () => {
    expect(() => csv([row('a', { other: '' })])).toThrow('things.other is an empty text')
  })
})

describe('a dataset', () => {
  it('refuses a list of texts, which a cell could not hold', () => {
    const plan = { name: 'bad', title: 'Bad', about: 'Bad.', key: ['list' as const], rows: () => [] }
    expect(() => dataset({ ...plan, fields: { list: z.array(plain(40)) } })).toThrow('bad.list is a list of texts')
    expect(() => dataset({ ...plan, fields: { list: z.array(z.enum(['a', 'b|c'])) } })).toThrow('bad.list is a list of texts')
  })

  it('holds every field in every row: null, an empty list or no for what is missing, and nothing that the plan does not name', () => {
    const made = dataset({
      name: 'things',
      title: 'Things',
      about: 'A thing.',
      key: ['id'],
      fields: { id: z.string(), text: plain(40).optional(), ids: z.array(reference('roles')).optional(), is: z.literal(true).optional() },
      rows: () => [
        { ...{ more: 1 }, id: 'a' },
        { id: 'b', text: 'x', ids: ['y'], is: true as const },
      ],
    })
    const { library } = loadLibrary('tests/fixtures/small')
    expect(made.rows(library)).toEqual([
      { id: 'a', text: null, ids: [], is: false },
      { id: 'b', text: 'x', ids: ['y'], is: true },
    ])
    for (const each of made.rows(library)) expect(made.row.safeParse(each).success).toBe(true)
  })
})
