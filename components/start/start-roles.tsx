import { RoleLink } from '#components/lattice/role-link.tsx'
import type { Library } from '#lib/content/library.ts'
import type { StartRules } from '#lib/reader/start-rules.ts'

/** The roles that can come out. The script takes their badges from here. */
export function StartRoles({ rules, library }: { rules: StartRules; library: Library }) {
  return (
    <ul className="entries" data-start-roles>
      {rules.roles.map(({ id }) => {
        const role = library.get('roles', id)
        return (
          <li key={id}>
            <RoleLink role={role} />
            <p>{role.data.summary}</p>
          </li>
        )
      })}
    </ul>
  )
}
