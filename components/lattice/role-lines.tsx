import type { Library } from '#lib/content/library.ts'
import { FAMILIES, familyNames } from '#lib/family.ts'
import { LineBadge } from './line-badge.tsx'
import '../site/list.css'

/** Every role, line by line in the order people reach them. A line without a role yet is left out. */
export function RoleLines({ library }: { library: Library }) {
  const roles = library.all('roles')
  return familyNames
    .map((family) => ({ family, stops: roles.filter((role) => role.data.family === family) }))
    .filter(({ stops }) => stops.length > 0)
    .map(({ family, stops }) => (
      <section className="line" key={family} data-line={family} aria-labelledby={`line-${family}`}>
        <h2 id={`line-${family}`}>
          <LineBadge family={family} /> {FAMILIES[family].name}
        </h2>
        <ol className="line-stops">
          {stops.map((role) => (
            <li key={role.id}>
              <a href={role.address}>{role.data.title}</a>
              {role.data.entry ? <small> first job</small> : null}
              <p>{role.data.summary}</p>
            </li>
          ))}
        </ol>
      </section>
    ))
}
