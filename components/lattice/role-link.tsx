import type { Entry } from '#lib/content/library.ts'
import { LineBadge } from './line-badge.tsx'

/** A role named as a destination: always with the badge of its line. */
export function RoleLink({ role }: { role: Entry<'roles'> }) {
  return (
    <a className="role-link" href={role.address}>
      <LineBadge family={role.data.family} /> {role.data.title}
    </a>
  )
}
