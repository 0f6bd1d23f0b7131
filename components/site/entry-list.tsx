import type { ReactNode } from 'react'
import type { AnyEntry } from '#lib/content/library.ts'
import './list.css'

/** Articles as rows: the name, then the sentence that answers. `tag` adds one short word beside the name. */
export function EntryList({ entries, tag }: { entries: readonly AnyEntry[]; tag?: (entry: AnyEntry) => ReactNode }) {
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={entry.address}>{entry.data.title}</a> {tag ? <small>{tag(entry)}</small> : null}
          <p>{entry.data.summary}</p>
        </li>
      ))}
    </ul>
  )
}

/** The same, under headings. Groups without entries are left out. */
export function GroupedEntries({
  groups,
  tag,
}: {
  groups: { name: string; entries: readonly AnyEntry[] }[]
  tag?: (entry: AnyEntry) => ReactNode
}) {
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ name, entries }) => (
      <section key={name}>
        <h2>{name}</h2>
        <EntryList entries={entries} {...(tag ? { tag } : {})} />
      </section>
    ))
}
