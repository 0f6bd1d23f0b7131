import type { AnyEntry, Library } from '#lib/content/library.ts'
import { KINDS, type Kind } from '#lib/fields.ts'
import { namesOf } from '#lib/search-index.ts'
import { SECTIONS } from '#lib/trail.ts'
import { LetterLinks } from './letter-links.tsx'
import './list.css'

interface Name {
  name: string
  address: string
  kind: Exclude<Kind, 'stages'>
  /** The page's own title, when `name` is another word for it. */
  of?: string
}

/** Every title, abbreviation and other name, in one alphabetical list with its letters. */
export function AtoZ({ library }: { library: Library }) {
  const names = KINDS.filter((kind) => kind !== 'sources' && kind !== 'start-questions')
    .flatMap((kind) => (library.all(kind) as AnyEntry[]).flatMap(linesOf))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const letters = [...new Set(names.map(letterOf))].sort()
  return (
    <>
      <p className="src">
        Every article and every name it goes by. Publications that figures come from have <a href="/sources/">a list of their own</a>.
      </p>
      <LetterLinks letters={letters} />
      {letters.map((letter) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h3 id={`letter-${letter}`}>{letter}</h3>
          <ul className="names">
            {names
              .filter((each) => letterOf(each) === letter)
              .map(({ name, address, kind, of }) => (
                <li key={name + address}>
                  <a href={address}>{name}</a>
                  <small>
                    {of ? ` ${of},` : ''} {SECTIONS[kind].name.toLowerCase()}
                  </small>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** What a name is filed under: its first letter without accents, or "0" for figures and signs. */
const letterOf = ({ name }: Name) => /^[A-Z]/.exec(name.normalize('NFD').toUpperCase())?.[0] ?? '0'

function linesOf(entry: AnyEntry): Name[] {
  const { title } = entry.data
  const { address } = entry
  const kind = entry.kind === 'stages' ? 'pathways' : entry.kind
  return [{ name: title, address, kind }, ...namesOf(entry).map((name) => ({ name, address, kind, of: title }))]
}
