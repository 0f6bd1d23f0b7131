import type { Library } from '#lib/content/library.ts'
import { FAMILIES, familyNames } from '#lib/family.ts'
import { conditionsLine } from '#lib/working-conditions.ts'
import { LineBadge } from './line-badge.tsx'
import '../site/list.css'

/** Every role, line by line in the order people reach them. A line without a role yet is left out. `short` gives names only, under headings of the third level. */
export function RoleLines({ library, short = false }: { library: Library; short?: boolean }) {
  const roles = library.all('roles')
  const Heading = short ? 'h3' : 'h2'
  return familyNames
    .map((family) => ({ family, stops: roles.filter((role) => role.data.family === family) }))
    .filter(({ stops }) => stops.length > 0)
    .map(({ family, stops }) => (
      <section className="line" key={family} data-line={family} aria-labelledby={`line-${family}`}>
        <Heading id={`line-${family}`}>
          <LineBadge family={family} /> {FAMILIES[family].name}
        </Heading>
        <ol className="line-stops">
          {stops.map((role) => (
            <li key={role.id}>
              <a href={role.address}>{role.data.title}</a>
              {role.data.entry ? <small> first job</small> : null}
              {short ? null : (
                <>
                  <p>{role.data.summary}</p>
                  <details className="conditions">
                    <summary>{conditionsLine(role.data.work)}</summary>
                    <p>
                      <b>What that rests on.</b> {role.data.work.note}
                    </p>
                  </details>
                </>
              )}
            </li>
          ))}
        </ol>
      </section>
    ))
}
