import { LineBadge } from '#components/lattice/line-badge.tsx'
import { FAMILIES, familyNames } from '#lib/family.ts'
import type { MapRole } from '#lib/lattice.ts'
import { roleLevel } from '#lib/role-level.ts'
import './map-list.css'

/** How a move is called in the list, where it is no plain promotion. */
const KINDS = { up: 'up', specialist: 'specialism', across: 'sideways' } as const

/** Every line as a carriage shows it, one after another: its stations from the first job up, and at each one where you can change. */
export function MapList({ roles }: { roles: readonly MapRole[] }) {
  const byId = new Map(roles.map((role) => [role.id, role]))
  return familyNames
    .map((family) => ({ family, stops: roles.filter((role) => role.family === family) }))
    .filter(({ stops }) => stops.length > 0)
    .map(({ family, stops }) => (
      <section className="map-line" key={family} data-line={family} aria-labelledby={`line-${family}`}>
        <h3 id={`line-${family}`}>
          <LineBadge family={family} /> {FAMILIES[family].name}
        </h3>
        <ol>
          {stops.map((role) => (
            <li className="map-stop" key={role.id}>
              <span className="map-anchor" id={`role-${role.id}`} />
              <a href={role.address}>{role.title}</a> <small>{role.entry ? 'first job' : roleLevel(role.level).name}</small>
              <Moves role={role} byId={byId} />
            </li>
          ))}
        </ol>
      </section>
    ))
}

function Moves({ role, byId }: { role: MapRole; byId: ReadonlyMap<string, MapRole> }) {
  const moves = role.moves.flatMap(({ role: id, kind }) => {
    const target = byId.get(id)
    return target ? [{ target, kind }] : []
  })
  const along = moves.filter(({ target }) => target.family === role.family)
  const changes = familyNames
    .map((family) => ({ family, to: moves.filter(({ target }) => target.family === family) }))
    .filter(({ family, to }) => family !== role.family && to.length > 0)
  return (
    <>
      {along.length > 0 ? (
        <p>
          On this line: <Targets to={along} />
        </p>
      ) : null}
      {changes.length > 0 ? (
        <>
          <p>Change here for:</p>
          <ul>
            {changes.map(({ family, to }) => (
              <li key={family} data-line={family}>
                <LineBadge family={family} /> {FAMILIES[family].name}: <Targets to={to} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Targets({ to }: { to: readonly { target: MapRole; kind: keyof typeof KINDS }[] }) {
  return to.map(({ target, kind }, index) => (
    <span key={target.id}>
      {index > 0 ? ', ' : ''}
      <a href={target.address}>{target.title}</a> <small>({KINDS[kind]})</small>
    </span>
  ))
}
