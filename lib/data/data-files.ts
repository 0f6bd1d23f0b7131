import type { Library } from '../content/library.ts'
import { SITE } from '../site.ts'
import { DATASETS } from './catalogue.ts'
import { toCsv } from './csv.ts'
import { dataPackage } from './data-package.ts'
import type { Dataset, Row } from './dataset.ts'
import { edition, schemaAddress } from './edition.ts'
import { datasetSchema, WHOLE, wholeSchema } from './json-schema.ts'

const known = new WeakMap<Library, ReadonlyMap<string, string>>()

/**
 * Every file of the open data: its text by its place below the folder of the data, `pay.csv`, `schema/pay.json`. The same library gives
 * the same bytes on every day. Throws when a row is not what its dataset promises, which is a bug.
 */
export function dataFiles(library: Library): ReadonlyMap<string, string> {
  const files = known.get(library) ?? madeFiles(library)
  known.set(library, files)
  return files
}

function madeFiles(library: Library): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const rows = new Map(DATASETS.map((dataset) => [dataset, checkedRows(dataset, library)]))
  for (const [dataset, own] of rows) {
    files.set(`${dataset.name}.json`, documentText(dataset, own, library))
    files.set(`${dataset.name}.csv`, toCsv(dataset, own))
    files.set(`schema/${dataset.name}.json`, pretty(datasetSchema(dataset)))
  }
  files.set(`${WHOLE}.json`, wholeText(rows, library))
  files.set(`schema/${WHOLE}.json`, pretty(wholeSchema()))
  files.set('datapackage.json', pretty(dataPackage(library, ({ name }) => files.get(`${name}.csv`) ?? '')))
  return files
}

/** The rows of a dataset, each as its schema says, no two with the same key. */
export function checkedRows(dataset: Dataset, library: Library): Row[] {
  const rows = dataset.rows(library)
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const say = (what: string) => new Error(`Row ${index + 1} of the dataset "${dataset.name}" ${what}`)
    const { error } = dataset.row.safeParse(row)
    if (error)
      throw say(`is not what lib/data promises: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`)
    const key = JSON.stringify(dataset.key.map((field) => row[field]))
    if (seen.has(key)) throw say(`has the key of a row above it: ${key}. Name a field that tells them apart.`)
    seen.add(key)
  }
  return rows
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
/** One row a line, so that two editions can be compared with any tool. */
const lines = (rows: readonly Row[], indent: string) =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `${indent}  ${JSON.stringify(row)}`).join(',\n')}\n${indent}]`
const opened = (head: object) => JSON.stringify(head, null, 2).replace(/\n\}$/, ',')

function documentText(dataset: Dataset, rows: readonly Row[], library: Library): string {
  const { name, title, about } = dataset
  const head = { $schema: schemaAddress(name), dataset: name, title, about, ...edition(library), count: rows.length }
  return `${opened(head)}\n  "rows": ${lines(rows, '  ')}\n}\n`
}

function wholeText(datasets: ReadonlyMap<Dataset, readonly Row[]>, library: Library): string {
  const head = { $schema: schemaAddress(WHOLE), title: `${SITE.name}: ${SITE.claim}`, ...edition(library) }
  const parts = [...datasets].map(([{ name }, rows]) => `    ${JSON.stringify(name)}: ${lines(rows, '    ')}`)
  return `${opened(head)}\n  "datasets": {\n${parts.join(',\n')}\n  }\n}\n`
}
