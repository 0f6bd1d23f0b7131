import { type Column, columnOf } from '#lib/data/column.ts'
import { type Dataset, LIST_SIGN } from '#lib/data/dataset.ts'
import { counted } from '#lib/money.ts'
import { FileLink, type Sizes } from './file-link.tsx'

const TYPES: Record<Column['type'], string> = {
  text: 'text',
  address: 'web address',
  date: 'date',
  time: 'time of day',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  list: `list, joined by ${LIST_SIGN}`,
}

/** One dataset: what a row is, its files, and what each of its fields means. */
export function DatasetEntry({ dataset, rows, sizes }: { dataset: Dataset; rows: number; sizes: Sizes }) {
  const { name, title, about, key, fields } = dataset
  return (
    <section className="dataset" aria-labelledby={`table-${name}`}>
      <h4 id={`table-${name}`}>
        {title} <small>{name}</small>
      </h4>
      <p>{about}</p>
      <p className="files">
        <FileLink file={`${name}.csv`} sizes={sizes}>
          CSV
        </FileLink>
        <FileLink file={`${name}.json`} sizes={sizes}>
          JSON
        </FileLink>
        <a href={`/data/schema/${name}.json`}>Schema</a>
      </p>
      <details>
        <summary>
          {counted(rows, 'row')}, {counted(Object.keys(fields).length, 'field')}
        </summary>
        <dl>
          {Object.entries(fields).map(([field, schema]) => (
            <Field key={field} name={field} column={columnOf(schema)} isKey={key.includes(field)} />
          ))}
        </dl>
      </details>
    </section>
  )
}

function Field({ name, column, isKey }: { name: string; column: Column; isKey: boolean }) {
  const { type, nullable, unit, meaning, values, refersTo } = column
  return (
    <div>
      <dt>
        <code>{name}</code>{' '}
        <small>{[TYPES[type], ...(unit ? [unit] : []), ...(isKey ? ['key'] : []), ...(nullable ? ['may be empty'] : [])].join(', ')}</small>
      </dt>
      <dd>
        {meaning}
        {refersTo ? (
          <>
            {' '}
            {type === 'list' ? 'Each is' : 'It is'} an id of <a href={`#table-${refersTo}`}>{refersTo}</a>.
          </>
        ) : null}
        {values && values.length > 1 ? <small>One of: {values.join(', ')}.</small> : null}
      </dd>
    </div>
  )
}
