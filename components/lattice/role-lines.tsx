import type { Library } from '#lib/content/library.ts'
import { FAMILIES, familyNames } from '#lib/family.ts'
import { LineBadge } from './line-badge.tsx'
import '../site/list.css'

/** The names of all roles, line by line in the order people reach them. A line without a role yet is left out. */
export function RoleLines({ library }: { library: Library }) {
  const roles = library.all('roles')
  return familyNames
    .map((family) => ({ family, stops: roles.filter((role) => role.data.family === family) }))
    .filter(({ stops }) => stops.length > 0)
    .map(({ family, stops }) => (
      <section className="line" key={family} data-line={family} aria-labelledby={`line-${family}`}>
        <h3 id={`line-${family}`}>
          <LineBadge family={family} /> {FAMILIES[family].name}
        </h3>
        <ol className="line-stops">
          {stops.map((role) => (
            <li key={role.id}>
              <a href={role.address}>{role.data.title}</a>
              {role.data.entry ? <small> first job</small> : null}
            </li>
          ))}
        </ol>
      </section>
    ))
}
