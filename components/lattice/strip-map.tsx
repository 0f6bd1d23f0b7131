import type { Entry, Library } from '#lib/content/library.ts'
import { MAP } from '#lib/trail.ts'
import { LineBadge } from './line-badge.tsx'
import './strip.css'

interface Stop {
  role: Entry<'roles'>
  note?: string
}

/** The line a role stands on, as a carriage shows it: what comes before, you are here, where you can change, what comes next. */
export function StripMap({ role, library }: { role: Entry<'roles'>; library: Library }) {
  const before = library.reachedFrom(role.id).flatMap(({ from, move }) => (move.kind === 'across' ? [] : [from]))
  const shown = commonest(before, library)
  const target = (id: string) => library.get('roles', id)
  const next: Stop[] = role.data.leadsTo.filter((move) => move.kind === 'up').map((move) => ({ role: target(move.role) }))
  const changes: Stop[] = role.data.leadsTo
    .filter((move) => move.kind !== 'up')
    .map((move) => ({ role: target(move.role), note: move.kind === 'specialist' ? 'specialist' : 'across' }))
  return (
    <nav className="strip" aria-labelledby="strip-title" data-line={role.data.family}>
      <h2 id="strip-title">Where it sits</h2>
      <ol>
        {role.data.entry ? (
          <li className="stop start">
            <span className="stop-name">Start here, without experience</span>
          </li>
        ) : null}
        {shown.length < before.length ? (
          <li className="stop" data-line={shown[0]?.data.family}>
            <details>
              <summary>{before.length - shown.length} other roles</summary>
              <ul>
                {before
                  .filter((from) => !shown.includes(from))
                  .map((from) => (
                    <StopItem key={from.id} stop={{ role: from }} label="Before it: " />
                  ))}
              </ul>
            </details>
          </li>
        ) : null}
        {shown.map((from) => (
          <StopItem key={from.id} stop={{ role: from }} label="Before it: " />
        ))}
        <li className="stop here" aria-current="true" data-line={role.data.family}>
          <span className="stop-name">
            <LineBadge family={role.data.family} /> {role.data.title} <span className="stop-note">you are here</span>
          </span>
          {changes.length > 0 ? (
            <>
              <span className="sr-only">Change here for:</span>
              <ul>
                {changes.map((stop) => (
                  <StopItem key={stop.role.id} stop={stop} label="" />
                ))}
              </ul>
            </>
          ) : null}
        </li>
        {next.map((stop) => (
          <StopItem key={stop.role.id} stop={stop} label="Next: " />
        ))}
      </ol>
      <p className="actions">
        <a href={`${MAP.address}#role-${role.id}`}>On the line map</a>
      </p>
    </nav>
  )
}

const MOST_BEFORE = 5

/** The roles before this one, or the few of them that the guide speaks of most; in either case in their order. */
function commonest(before: Entry<'roles'>[], library: Library): Entry<'roles'>[] {
  if (before.length <= MOST_BEFORE) return before
  const spoken = new Map(before.map((role) => [role, library.mentions('roles', role.id).length]))
  const most = [...before].sort((a, b) => (spoken.get(b) ?? 0) - (spoken.get(a) ?? 0)).slice(0, MOST_BEFORE - 1)
  return before.filter((role) => most.includes(role))
}

function StopItem({ stop: { role, note }, label }: { stop: Stop; label: string }) {
  return (
    <li className="stop" data-line={role.data.family}>
      <a className="stop-name" href={role.address}>
        <LineBadge family={role.data.family} /> {label ? <span className="sr-only">{label}</span> : null}
        {role.data.title}
      </a>
      {note ? <span className="stop-note">{note}</span> : null}
    </li>
  )
}
