import type { AnyEntry, Library } from '#lib/content/library.ts'
import { KINDS, type Kind } from '#lib/fields.ts'
import { SECTIONS } from '#lib/trail.ts'
import './list.css'

interface Name {
  name: string
  address: string
  kind: Exclude<Kind, 'stages'>
  /** The page's own title, when `name` is another word for it. */
  of?: string
}

/** Every title, abbreviation and other name, in one alphabetical list. The script adds a filter; the list is complete without. */
export function AtoZ({ library }: { library: Library }) {
  const names = KINDS.filter((kind) => kind !== 'sources')
    .flatMap((kind) => (library.all(kind) as AnyEntry[]).flatMap(namesOf))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (
    <>
      <form className="find" role="search" hidden data-find>
        <label htmlFor="find">Find a page</label>
        <input id="find" type="search" autoComplete="off" spellCheck={false} />
        <button type="submit">Go to the first</button>
        <p role="status" data-found />
        <label className="switch">
          <input type="checkbox" defaultChecked data-slash /> The key <kbd>/</kbd> leads here from every page
        </label>
      </form>
      <p className="src">
        Publications that figures come from have <a href="/sources/">a list of their own</a>.
      </p>
      <ul className="names">
        {names.map(({ name, address, kind, of }) => (
          <li key={name + address}>
            <a href={address}>{name}</a>
            <small>
              {of ? ` ${of},` : ''} {SECTIONS[kind].name.toLowerCase()}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function namesOf(entry: AnyEntry): Name[] {
  const { title } = entry.data
  const kind = entry.kind === 'stages' ? 'pathways' : entry.kind
  const others = new Set<string>()
  if ('abbreviation' in entry.data && entry.data.abbreviation) others.add(entry.data.abbreviation)
  if (entry.kind === 'roles') for (const { name } of entry.data.aliases) others.add(name)
  if (entry.kind === 'glossary') for (const { name } of entry.data.alsoCalled ?? []) others.add(name)
  others.delete(title)
  const { address } = entry
  return [{ name: title, address, kind }, ...[...others].map((name) => ({ name, address, kind, of: title }))]
}
