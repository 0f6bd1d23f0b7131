interface LineOfRoles {
  id: string
  name: string
  roles: readonly { id: string; title: string }[]
}

/** Roles to choose from, line by line. A line without any is left out. */
export function RoleOptions({ lines }: { lines: readonly LineOfRoles[] }) {
  return lines
    .filter(({ roles }) => roles.length > 0)
    .map(({ id, name, roles }) => (
      <optgroup key={id} label={name}>
        {roles.map((role) => (
          <option key={role.id} value={role.id}>
            {role.title}
          </option>
        ))}
      </optgroup>
    ))
}
