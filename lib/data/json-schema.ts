import { z } from 'zod'
import { absolute } from '../site.ts'
import { DATASETS } from './catalogue.ts'
import type { Dataset } from './dataset.ts'
import { DATA_FOLDER, EDITION, schemaAddress } from './edition.ts'

/** The name of the file that holds everything. */
export const WHOLE = 'floorwalk'

type Node = z.core.JSONSchema.BaseSchema

/** What one JSON file of the data is: the edition, then the rows. */
export const documentOf = (dataset: Dataset) =>
  z.strictObject({
    $schema: z.literal(schemaAddress(dataset.name)),
    dataset: z.literal(dataset.name),
    title: z.literal(dataset.title),
    about: z.string().min(1).meta({ description: 'What one row is.' }),
    ...EDITION,
    count: z.number().int().min(0).meta({ description: 'How many rows there are.' }),
    rows: z.array(dataset.row).meta({ description: dataset.about }),
  })

/** What the file with everything is: the rows of every dataset under its name. */
export const wholeDocument = () =>
  z.strictObject({
    $schema: z.literal(schemaAddress(WHOLE)),
    title: z.string().min(1),
    ...EDITION,
    datasets: z.strictObject(Object.fromEntries(DATASETS.map(({ name, row }) => [name, z.array(row)]))),
  })

/** The published schema of one file. */
export const datasetSchema = (dataset: Dataset) =>
  published(dataset.name, `${dataset.title}: ${absolute(`${DATA_FOLDER}${dataset.name}.json`)}`, documentOf(dataset))

/** The published schema of the file with everything. It refers to the others, which lie beside it. */
export function wholeSchema() {
  const schema = published(WHOLE, `Everything: ${absolute(`${DATA_FOLDER}${WHOLE}.json`)}`, wholeDocument())
  const datasets = schema.properties?.datasets as Node
  datasets.properties = Object.fromEntries(DATASETS.map(({ name }) => [name, { $ref: `${name}.json#/properties/rows` }]))
  return schema
}

function published(name: string, title: string, document: z.ZodType): Node {
  const { $schema, ...schema } = z.toJSONSchema(document, { target: 'draft-2020-12' })
  return { $schema, $id: schemaAddress(name), title, ...tidied(schema) }
}

/** Words that our schemas use of themselves and JSON Schema does not know. */
const OURS = ['refersTo', 'refersToFigure', 'dataset', 'unprinted', 'prose', 'example', 'unit']

/** Without words that only we know; what may be null as one type of two instead of two schemas. */
function tidied(node: Node): Node {
  const { unit, description } = node as { unit?: string; description?: string }
  const tidy: Node = Object.fromEntries(Object.entries(node).filter(([word]) => !OURS.includes(word)))
  if (unit) tidy.description = [description, `Unit: ${unit}.`].filter(Boolean).join(' ')
  if (tidy.format === 'clock') delete tidy.format
  if (tidy.properties)
    tidy.properties = Object.fromEntries(Object.entries(tidy.properties).map(([name, field]) => [name, tidied(field as Node)]))
  if (tidy.items) tidy.items = tidied(tidy.items as Node)
  const [value, none, ...more] = tidy.anyOf ?? []
  if (!value || !none || more.length > 0 || none.type !== 'null') return tidy
  const { anyOf: _, ...said } = tidy
  const { type, enum: values, ...rest } = tidied(value)
  return { ...rest, ...said, type: [type, 'null'], ...(values ? { enum: [...values, null] } : {}) } as Node
}
