import { LineBadge } from '#components/lattice/line-badge.tsx'
import type { Entry } from '#lib/content/library.ts'
import type { PlaceEmbed } from '#lib/embed-view.ts'
import { OutLink } from './out-link.tsx'

/** The line a role stands on, as a carriage shows it. What the page folds away, the frame leaves to the page. */
export function RolePlace({ embed: { role, strip, page } }: { embed: PlaceEmbed }) {
  const { before, others, changes, next } = strip
  return (
    <div className="strip">
      <ol>
        {role.data.entry ? (
          <li className="stop start">
            <span className="stop-name">Start here, without experience</span>
          </li>
        ) : null}
        {others.length > 0 ? (
          <li className="stop" data-line={before[0]?.data.family}>
            <OutLink className="stop-name" href={page}>
              {others.length} other roles
            </OutLink>
          </li>
        ) : null}
        {before.map((from) => (
          <Stop key={from.id} role={from} label="Before it: " />
        ))}
        <li className="stop here" aria-current="true" data-line={role.data.family}>
          <span className="stop-name">
            <LineBadge family={role.data.family} /> {role.data.title}
          </span>
          {changes.length > 0 ? (
            <>
              <span className="embed-unseen">Change here for:</span>
              <ul>
                {changes.map((change) => (
                  <Stop key={change.role.id} role={change.role} note={change.note} />
                ))}
              </ul>
            </>
          ) : null}
        </li>
        {next.map((to) => (
          <Stop key={to.id} role={to} label="Next: " />
        ))}
      </ol>
    </div>
  )
}

function Stop({ role, note, label }: { role: Entry<'roles'>; note?: string; label?: string }) {
  return (
    <li className="stop" data-line={role.data.family}>
      <OutLink className="stop-name" href={role.address}>
        <LineBadge family={role.data.family} /> {label ? <span className="embed-unseen">{label}</span> : null}
        {role.data.title}
      </OutLink>
      {note ? <span className="stop-note">{note}</span> : null}
    </li>
  )
}
