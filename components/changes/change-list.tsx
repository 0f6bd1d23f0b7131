import { type Change, changeWords } from '#lib/changes.ts'
import type { Library } from '#lib/content/library.ts'
import './changes.css'

/** Changes line by line: what became of it, what it is, what it said and says. `here` is the page they stand on. */
export function ChangeList({ changes, library, here }: { changes: readonly Change[]; library: Library; here?: string }) {
  return (
    <ul className="changes">
      {changes.map((change) => {
        const { what, label, before, now, note } = changeWords(change, library)
        return (
          <li key={change.fact} data-change={change.kind}>
            <b>{what}</b> <Place change={change} here={here} label={label} />:
            {before ? (
              <>
                {' '}
                <del>{before}</del>
              </>
            ) : null}
            {now ? (
              <>
                {before ? ' → ' : ' '}
                <ins>{now}</ins>
              </>
            ) : null}
            {note ? <small> {note}</small> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** The label, linked to where the fact stands unless that is the very place. */
function Place({ change: { link }, here, label }: { change: Change; here: string | undefined; label: string }) {
  return link && link !== here ? <a href={link}>{label}</a> : label
}
