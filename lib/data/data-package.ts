import { createHash } from 'node:crypto'
import type { Library } from '../content/library.ts'
import { absolute, LICENCE, SITE } from '../site.ts'
import { DATASETS } from './catalogue.ts'
import { type Column, columnOf } from './column.ts'
import { type Dataset, LIST_SIGN } from './dataset.ts'
import { DATA_FOLDER, edition } from './edition.ts'

const PROFILE = 'https://datapackage.org/profiles/2.0/'

/** Everything that a program must know to read the CSV files, as a Data Package descriptor, version 2 (datapackage.org). */
export function dataPackage(library: Library, csvOf: (dataset: Dataset) => string) {
  const { version, date, attribution } = edition(library)
  return {
    $schema: `${PROFILE}datapackage.json`,
    name: 'floorwalk',
    id: absolute(`${DATA_FOLDER}datapackage.json`),
    title: `${SITE.name}: ${SITE.claim}`,
    description: [
      `Data of ${date}. To cite: ${attribution}.`,
      'An apostrophe at the beginning of a text, or behind a semicolon, tab or line break in it, keeps spreadsheets from reading it as a formula, number or date. The JSON files beside these have none.',
    ].join('\n\n'),
    homepage: absolute(DATA_FOLDER),
    version,
    created: `${date}T00:00:00Z`,
    keywords: ['BPO', 'contact centre', 'careers', 'pay', 'occupations', 'skills'],
    licenses: [{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.title }],
    contributors: [{ title: SITE.name, path: SITE.origin, email: SITE.contact, roles: ['creator', 'contact'] }],
    resources: DATASETS.map((dataset) => resource(dataset, csvOf(dataset))),
  }
}

function resource(dataset: Dataset, csv: string) {
  const { name, title, about, key, fields } = dataset
  const columns = Object.entries(fields).map(([field, schema]) => ({ field, column: columnOf(schema) }))
  const references = columns.filter(({ column }) => column.refersTo && column.type !== 'list')
  return {
    $schema: `${PROFILE}dataresource.json`,
    name,
    path: `${name}.csv`,
    type: 'table',
    title,
    description: about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    dialect: {
      $schema: `${PROFILE}tabledialect.json`,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: {
      $schema: `${PROFILE}tableschema.json`,
      fields: columns.map(({ field, column }) => tableField(field, column)),
      missingValues: [''],
      primaryKey: key,
      ...(references.length > 0
        ? {
            foreignKeys: references.map(({ field, column }) => ({
              fields: [field],
              reference: { ...(column.refersTo === name ? {} : { resource: column.refersTo }), fields: ['id'] },
            })),
          }
        : {}),
    },
  }
}

const TYPES = {
  text: { type: 'string' },
  address: { type: 'string', format: 'uri' },
  date: { type: 'date' },
  time: { type: 'time', format: '%H:%M' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  list: { type: 'list', delimiter: LIST_SIGN },
} as const

function tableField(name: string, { type, nullable, items, meaning, unit, values, refersTo }: Column) {
  const constraints = {
    ...(nullable || type === 'list' ? {} : { required: true }),
    ...(values && type !== 'list' ? { enum: values } : {}),
  }
  return {
    name,
    ...TYPES[type],
    ...(items ? { itemType: items === 'integer' ? 'integer' : 'string' } : {}),
    description: [
      meaning,
      ...(unit ? [`Unit: ${unit}.`] : []),
      ...(refersTo ? [`${type === 'list' ? 'Ids' : 'An id'} of ${refersTo}.`] : []),
      ...(values && type === 'list' ? [`Of: ${values.join(', ')}.`] : []),
    ]
      .filter(Boolean)
      .join(' '),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}
