import { LinkLine } from '#components/site/link-line.tsx'
import { FilteredList } from '#components/site/list-filter.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { FAMILIES, familyNames } from '#lib/family.ts'
import { roleList } from '#lib/list-outline.ts'
import { ROLE_LEVELS, roleLevel } from '#lib/role-level.ts'
import { conditionsLine } from '#lib/working-conditions.ts'
import { LineBadge } from './line-badge.tsx'
import '../site/list.css'

const NOTE =
  'Customers, home, nights and degree are our reading: under each role stands what it rests on. Pay is known where we have a row with a source, official or not.'

/** Other ways to look at roles. A page that the guide does not have is left out. */
const OTHER_WAYS = [
  { address: '/compare/', text: 'Compare two to four' },
  { address: '/map/', text: 'See them on the map' },
  { address: '/start/', text: 'Not sure? Eight questions' },
]

/** Every role with the questions it can be found by: line by line in the order people reach them, or level by level. */
export function RoleList({ library }: { library: Library }) {
  const roles = library.all('roles')
  const list = roleList(library)
  const pages = new Set(library.addresses())
  const ways = OTHER_WAYS.filter(({ address }) => pages.has(address))
  return (
    <FilteredList list={list} note={NOTE}>
      {ways.length > 0 ? (
        <p>
          Other ways to look: <LinkLine links={ways} />
        </p>
      ) : null}
      {familyNames
        .map((family) => ({ family, stops: roles.filter((role) => role.data.family === family) }))
        .filter(({ stops }) => stops.length > 0)
        .map(({ family, stops }) => (
          <section className="line" key={family} data-line={family} data-group={`line=${family}`} aria-labelledby={`line-${family}`}>
            <h2 id={`line-${family}`}>
              <LineBadge family={family} /> {FAMILIES[family].name}
            </h2>
            <ol className="line-stops">
              {stops.map((role) => (
                <Stop key={role.id} role={role} traits={list.traits.get(role.id)} />
              ))}
            </ol>
          </section>
        ))}
      {ROLE_LEVELS.map(({ id, name }) => (
        <section className="line" key={id} data-group={`level=${id}`} aria-labelledby={`level-${id}`} hidden>
          <h2 id={`level-${id}`}>{name}</h2>
          <ol className="line-stops" />
        </section>
      ))}
    </FilteredList>
  )
}

function Stop({ role, traits }: { role: Entry<'roles'>; traits: string | undefined }) {
  const { title, summary, family, level, entry, work } = role.data
  return (
    <li data-line={family} data-traits={traits}>
      <a href={role.address}>{title}</a>{' '}
      <small>
        <span className="of-level">{roleLevel(level).name}</span>
        <span className="of-line">
          <LineBadge family={family} /> {FAMILIES[family].name}
        </span>
        {entry && level > 1 ? ' · no experience needed' : null}
      </small>
      <p>{summary}</p>
      <details className="conditions">
        <summary>{conditionsLine(work)}</summary>
        <p>
          <b>What that rests on.</b> {work.note}
        </p>
      </details>
    </li>
  )
}
