import { createHash } from 'node:crypto'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, vi } from 'vitest'
import { contentDay, type Library, loadLibrary } from '#lib/content/library.ts'
import { DATASETS, SHELVES } from '#lib/data/catalogue.ts'
import { columnOf } from '#lib/data/column.ts'
import { readCell } from '#lib/data/csv.ts'
import { checkedRows, dataFiles } from '#lib/data/data-files.ts'
import type { dataPackage } from '#lib/data/data-package.ts'
import type { Row } from '#lib/data/dataset.ts'
import { daysOf } from '#lib/data/dates.ts'
import { schemaAddress } from '#lib/data/edition.ts'
import { KINDS } from '#lib/fields.ts'
import { absolute } from '#lib/site.ts'
import { libraryWith, swap } from './content-tree.ts'

const { library } = loadLibrary()
const { library: small } = loadLibrary('tests/fixtures/small')
const files = dataFiles(library)
const json = (file: string) => JSON.parse(files.get(file) ?? '')
const rowsOf = (name: string) => json(`${name}.json`).rows as Row[]
const NAMES = DATASETS.map(({ name }) => name)

/** A validator as a stranger would build it: from the published schemas alone. */
function validators(): (name: string) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  for (const name of [...NAMES, 'floorwalk']) ajv.addSchema(json(`schema/${name}.json`))
  return (name) => {
    const validate = ajv.getSchema(schemaAddress(name))
    if (!validate) throw new Error(`There is no schema ${name}.`)
    return validate
  }
}
const validator = validators()

describe('the files of the data', () => {
  it('are a CSV, a JSON and a schema of every dataset, everything in one, and a descriptor', () => {
    expect([...files.keys()].sort()).toEqual(
      [
        ...NAMES.flatMap((name) => [`${name}.csv`, `${name}.json`, `schema/${name}.json`]),
        'floorwalk.json',
        'schema/floorwalk.json',
        'datapackage.json',
      ].sort(),
    )
    expect(new Set(NAMES).size).toBe(NAMES.length)
    expect(SHELVES.flatMap(({ datasets }) => datasets)).toHaveLength(NAMES.length)
  })

  it('are the same bytes on another day', () => {
    vi.useFakeTimers({ now: new Date('2031-03-04T05:06:07Z'), toFake: ['Date'] })
    try {
      const later = dataFiles(loadLibrary().library)
      expect([...later].filter(([file, text]) => files.get(file) !== text).map(([file]) => file)).toEqual([])
      expect(later.size).toBe(files.size)
    } finally {
      vi.useRealTimers()
    }
  })

  it('are dated by the newest review', () => {
    expect(json('pay.json')).toMatchObject({ date: contentDay(library), licence: 'CC-BY-4.0', count: rowsOf('pay').length })
    const edited = libraryWith({ 'skills/coaching.mdx': swap('reviewed: 2026-01-10', 'reviewed: 2026-11-20') })
    expect([contentDay(small), contentDay(edited)]).toEqual(['2026-01-10', '2026-11-20'])
  })
})

describe.each(NAMES)('%s', (name) => {
  const made = DATASETS.find((each) => each.name === name) as (typeof DATASETS)[number]

  it('fits its published schema', () => {
    const validate = validator(name)
    validate(json(`${name}.json`))
    expect(validate.errors ?? []).toEqual([])
  })

  it('says the same in its CSV as in its JSON', () => {
    const [names = [], ...records] = parse(Buffer.from(files.get(`${name}.csv`) ?? ''), {
      bom: true,
      record_delimiter: '\r\n',
    }) as string[][]
    expect(names).toEqual(Object.keys(made.fields))
    const columns = Object.values(made.fields).map(columnOf)
    const read = records.map((cells) =>
      Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', readCell(cell, columns[index] as (typeof columns)[number])])),
    )
    expect(read).toEqual(rowsOf(name))
  })

  it('tells of every field what it means', () => {
    for (const [field, schema] of Object.entries(made.fields)) {
      const { meaning, refersTo } = columnOf(schema)
      expect(meaning || refersTo, field).toBeTruthy()
      if (meaning) expect(meaning, field).toMatch(/[.?!”"…]$|[a-z]$/)
    }
    expect(made.about).toMatch(/\.$/)
  })

  it('has a key that is never empty', () => {
    expect(made.key.length).toBeGreaterThan(0)
    for (const field of made.key)
      expect(columnOf(made.fields[field] as (typeof made.fields)[string]), field).toMatchObject({ nullable: false })
  })

  it('refers only to what exists', () => {
    for (const [field, schema] of Object.entries(made.fields)) {
      const { refersTo } = columnOf(schema)
      if (!refersTo) continue
      const known = new Set(rowsOf(refersTo).map(({ id }) => id))
      expect(known.size, `${field} refers to ${refersTo}`).toBeGreaterThan(0)
      for (const row of rowsOf(name))
        for (const id of [row[field] ?? []].flat()) expect(known.has(id as string), `${field}: ${id}`).toBe(true)
    }
  })

  it('stands in the file with everything', () => {
    expect(json('floorwalk.json').datasets[name]).toEqual(rowsOf(name))
  })
})

describe('the published schemas', () => {
  it('hold of the file with everything too', () => {
    const validate = validator('floorwalk')
    validate(json('floorwalk.json'))
    expect(validate.errors ?? []).toEqual([])
  })

  it('are of the draft that they name, under their own address', () => {
    for (const name of NAMES)
      expect(json(`schema/${name}.json`)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: absolute(`/data/schema/${name}.json`),
      })
    expect(json('pay.json').$schema).toBe(json('schema/pay.json').$id)
  })

  const pay = () => {
    const document = json('pay.json') as { rows?: Row[]; [field: string]: unknown }
    const [first] = document.rows ?? []
    if (!first) throw new Error('There is no pay row to break.')
    return { document, first }
  }
  it.each<[string, (parts: ReturnType<typeof pay>) => void]>([
    ['a field that is missing', ({ first }) => delete first.source],
    ['a field that nobody knows', ({ first }) => (first.salary = 1)],
    ['a number as text', ({ first }) => (first.median = '20000')],
    ['a pay of nothing', ({ first }) => (first.median = 0)],
    ['a kind that there is not', ({ first }) => (first.kind = 'guess')],
    ['a day that is none', ({ first }) => (first.asOfFrom = '2025-02-30')],
    ['a month for a day', ({ first }) => (first.asOfTo = '2025-02')],
    ['an address that is none', ({ first }) => (first.sourceUrl = 'https://exa mple.org/')],
    ['an address without encryption', ({ first }) => (first.sourceUrl = 'http://example.org/')],
    ['an id that is none', ({ first }) => (first.role = 'Team Leader')],
    ['a code without its list', ({ first }) => (first.groupCode = '4222')],
    ['null where a row must say something', ({ first }) => (first.fit = null)],
    ['a text beyond its length', ({ first }) => (first.fitNote = 'x'.repeat(301))],
    ['another licence', ({ document }) => (document.licence = 'CC0-1.0')],
    ['a version that is none', ({ document }) => (document.version = 'new')],
    ['no rows at all', ({ document }) => delete document.rows],
  ])('refuse %s', (_, broken) => {
    const parts = pay()
    expect(validator('pay')(parts.document)).toBe(true)
    broken(parts)
    expect(validator('pay')(parts.document)).toBe(false)
  })

  it('refuse a list that names something twice', () => {
    const document = json('moves.json') as { rows: Row[] }
    const [first] = document.rows
    if (first) first.carriesOver = ['coaching', 'coaching']
    expect(validator('moves')(document)).toBe(false)
  })

  it('hold nothing that only this house knows', () => {
    for (const name of NAMES)
      expect(files.get(`schema/${name}.json`), name).not.toMatch(/"(?:refersTo|refersToFigure|unprinted|prose|dataset)": (?!\{)/)
  })
})

describe('the counts', () => {
  const count = <T>(of: (library: Library) => T[]) => of(library).length
  it('are those of the library', () => {
    for (const kind of KINDS)
      expect([kind, rowsOf(kind === 'salaries' ? 'countries' : kind).length]).toEqual([kind, library.all(kind).length])
    const expected = {
      pay: count((all) => all.all('salaries').flatMap(({ data }) => data.records)),
      figures: count((all) => all.all('sources').flatMap(({ id }) => all.figuresFrom(id))),
      competencies: count((all) => all.all('roles').flatMap(({ data }) => data.competencies)),
      moves: count((all) => all.all('roles').flatMap(({ id }) => all.reachedFrom(id))),
      steps: count((all) => all.all('stages').flatMap(({ data }) => data.steps)),
      duties: count((all) => all.all('roles').flatMap(({ data }) => data.duties)),
      'shift-hours': count((all) => all.all('roles').flatMap(({ data }) => [...data.shift.normal, ...data.shift.bad])),
      'metric-gaming': count((all) => all.all('metrics').flatMap(({ data }) => data.gaming)),
    }
    for (const [name, number] of Object.entries(expected)) expect([name, rowsOf(name).length]).toEqual([name, number])
  })
})

describe('a row with an amount', () => {
  it('names its source in full, its place, its days and its fit', () => {
    for (const name of ['pay', 'figures'])
      for (const row of rowsOf(name)) {
        const source = library.get('sources', String(row.source)).data
        expect(row).toMatchObject({
          sourceTitle: source.title,
          sourcePublisher: source.publisher,
          sourceUrl: source.url,
          sourceReliability: source.reliability,
          widerGroup: row.fit === 'wider',
        })
        for (const field of ['asOfFrom', 'asOfTo', 'fitNote', 'confidence', 'reviewBy', 'page']) expect(row[field], field).toBeTruthy()
        expect(row.undated ? [row.monthsOld, row.historic] : [typeof row.monthsOld, typeof row.historic]).toEqual(
          row.undated ? [null, null] : ['number', 'boolean'],
        )
        if (!row.undated) expect(row.historic).toBe(Number(row.monthsOld) >= 24)
      }
    for (const row of rowsOf('pay')) expect(row.place).toBeTruthy()
  })

  it('is marked when it is historic or counts a wider group', () => {
    const marks = (field: string) => new Set([...rowsOf('pay'), ...rowsOf('figures')].map((row) => row[field]))
    expect(marks('historic')).toEqual(new Set([true, false, null]))
    expect(marks('widerGroup')).toEqual(new Set([true, false]))
  })

  it('has the first and the last day of its date', () => {
    expect(['2025', '2024-02', '2025-12', '2025-05-31'].map((when) => Object.values(daysOf(when)))).toEqual([
      ['2025-01-01', '2025-12-31', 'year'],
      ['2024-02-01', '2024-02-29', 'month'],
      ['2025-12-01', '2025-12-31', 'month'],
      ['2025-05-31', '2025-05-31', 'day'],
    ])
  })
})

describe('a slip in the data', () => {
  it('stops the build with the dataset, the row and the field', () => {
    const [skills] = DATASETS.filter(({ name }) => name === 'skills')
    if (!skills) throw new Error('There is no dataset of skills.')
    const broken = {
      ...skills,
      rows: (all: Library) => skills.rows(all).map((row, index) => (index === 1 ? { ...row, group: 'magic' } : row)),
    }
    expect(() => checkedRows(broken, library)).toThrow(/Row 2 of the dataset "skills" is not what lib\/data promises: group /)
    const twice = { ...skills, rows: (all: Library) => [...skills.rows(all), ...skills.rows(all).slice(0, 1)] }
    expect(() => checkedRows(twice, library)).toThrow(/has the key of a row above it/)
  })
})

describe('the descriptor', () => {
  const descriptor = json('datapackage.json') as ReturnType<typeof dataPackage>

  it('names every CSV with its size, its checksum and its fields in order', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(descriptor.resources.map(({ name }) => name)).toEqual(NAMES)
    for (const { name, path, bytes, hash, schema } of descriptor.resources) {
      const text = files.get(path) ?? ''
      expect(path).toBe(`${name}.csv`)
      expect(bytes).toBe(Buffer.byteLength(text))
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
      expect(text.slice(1, text.indexOf('\r\n'))).toBe(schema.fields.map((field) => field.name).join())
      expect(schema.primaryKey.every((key) => schema.fields.some((field) => field.name === key))).toBe(true)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(fields.every((field) => schema.fields.some((each) => each.name === field))).toBe(true)
        const other = descriptor.resources.find((each) => each.name === (reference.resource ?? name))
        expect(other?.schema.primaryKey, `${name}.${fields}`).toEqual(reference.fields)
      }
    }
  })

  it('gives each field one of the types of the standard', () => {
    const types = new Set(descriptor.resources.flatMap(({ schema }) => schema.fields.map(({ type }) => type)))
    expect([...types].sort()).toEqual(['boolean', 'date', 'integer', 'list', 'number', 'string', 'time'])
  })
})

describe('a hostile text', () => {
  it('goes through the content, both files and back', () => {
    const hostile = libraryWith({
      'roles/operations-manager.mdx': (text) =>
        text.replace(/^summary: .*$/m, 'summary: "=HYPERLINK(1);+2, \\"quoted\\" and \'single\' कखग"'),
    })
    const texts = dataFiles(hostile)
    const [, ...records] = parse(Buffer.from(texts.get('roles.csv') ?? ''), { bom: true, record_delimiter: '\r\n' }) as string[][]
    const [first] = (JSON.parse(texts.get('roles.json') ?? '') as { rows: Row[] }).rows.filter(({ id }) => id === 'operations-manager')
    const cell = records.find(([id]) => id === 'operations-manager')?.[2] ?? ''
    expect(first?.summary).toBe(`=HYPERLINK(1);+2, "quoted" and 'single' कखग`)
    expect(cell).toBe(`'=HYPERLINK(1);'+2, "quoted" and 'single' कखग`)
    expect(readCell(cell, { type: 'text' })).toBe(first?.summary)
  })
})
