import type { Entry, Library } from '#lib/content/library.ts'
import { lineStrip } from '#lib/line-strip.ts'
import { MAP } from '#lib/trail.ts'
import { LineBadge } from './line-badge.tsx'
import './strip.css'

/** The line a role stands on, as a carriage shows it: what comes before, you are here, where you can change, what comes next. */
export function StripMap({ role, library }: { role: Entry<'roles'>; library: Library }) {
  const { before, others, changes, next } = lineStrip(role, library)
  return (
    <nav className="strip" aria-labelledby="strip-title" data-line={role.data.family}>
      <h2 id="strip-title">Where it sits</h2>
      <ol>
        {role.data.entry ? (
          <li className="stop start">
            <span className="stop-name">Start here, without experience</span>
          </li>
        ) : null}
        {others.length > 0 ? (
          <li className="stop" data-line={before[0]?.data.family}>
            <details>
              <summary>{others.length} other roles</summary>
              <ul>
                {others.map((from) => (
                  <StopItem key={from.id} role={from} label="Before it: " />
                ))}
              </ul>
            </details>
          </li>
        ) : null}
        {before.map((from) => (
          <StopItem key={from.id} role={from} label="Before it: " />
        ))}
        <li className="stop here" aria-current="true" data-line={role.data.family}>
          <span className="stop-name">
            <LineBadge family={role.data.family} /> {role.data.title} <span className="stop-note">you are here</span>
          </span>
          {changes.length > 0 ? (
            <>
              <span className="sr-only">Change here for:</span>
              <ul>
                {changes.map((change) => (
                  <StopItem key={change.role.id} role={change.role} note={change.note} label="" />
                ))}
              </ul>
            </>
          ) : null}
        </li>
        {next.map((to) => (
          <StopItem key={to.id} role={to} label="Next: " />
        ))}
      </ol>
      <p className="actions">
        <a href={`${MAP.address}#role-${role.id}`}>On the line map</a>
      </p>
    </nav>
  )
}

function StopItem({ role, note, label }: { role: Entry<'roles'>; note?: string; label: string }) {
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
