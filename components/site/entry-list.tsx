import type { ReactNode } from 'react'
import type { AnyEntry } from '#lib/content/library.ts'
import type { ListOutline } from '#lib/list-outline.ts'
import './list.css'

interface Rows<Entry extends AnyEntry> {
  entries: readonly Entry[]
  /** One short word beside the name. */
  tag?: (entry: Entry) => ReactNode
  /** A small line below the sentence. */
  foot?: (entry: Entry) => ReactNode
  /** What the entries can be asked, when the page has a form for it. */
  list?: ListOutline
}

/** Articles as rows: the name, then the sentence that answers. */
export function EntryList<Entry extends AnyEntry>({ entries, tag, foot, list }: Rows<Entry>) {
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li key={entry.id} data-traits={list?.traits.get(entry.id)}>
          <a href={entry.address}>{entry.data.title}</a> {tag ? <small>{tag(entry)}</small> : null}
          <p>{entry.data.summary}</p>
          {foot ? <p className="src">{foot(entry)}</p> : null}
        </li>
      ))}
    </ul>
  )
}

/** The same, under the headings of their groups. Groups without entries are left out. */
export function GroupedEntries<Entry extends AnyEntry>({
  groups,
  entries,
  groupOf,
  ...rows
}: Rows<Entry> & { groups: Record<string, string>; groupOf: (entry: Entry) => string }) {
  return Object.entries(groups)
    .map(([group, name]) => ({ group, name, members: entries.filter((entry) => groupOf(entry) === group) }))
    .filter(({ members }) => members.length > 0)
    .map(({ group, name, members }) => (
      <section key={group} data-group={`group=${group}`}>
        <h2>{name}</h2>
        <EntryList entries={members} {...rows} />
      </section>
    ))
}
