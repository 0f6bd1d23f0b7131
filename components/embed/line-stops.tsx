import { LineBadge } from '#components/lattice/line-badge.tsx'
import type { LineEmbed } from '#lib/embed-view.ts'
import { FAMILIES } from '#lib/family.ts'
import { OutLink } from './out-link.tsx'

/** All stations of a line, the signs of the lines that stop there beside each, and below them what the signs mean. */
export function LineStops({ embed: { stops, changes } }: { embed: LineEmbed }) {
  return (
    <>
      <div className="strip">
        <ol>
          {stops.map((stop) => (
            <li className="stop" key={stop.address}>
              {stop.level ? <p className="embed-level">{stop.level}</p> : null}
              <OutLink className="stop-name" href={stop.address}>
                {stop.title}
              </OutLink>
              {stop.changes.length > 0 ? (
                <span className="embed-changes">
                  <span className="embed-unseen">Change here for: {stop.changes.map((family) => FAMILIES[family].name).join(', ')}</span>
                  {stop.changes.map((family) => (
                    <LineBadge key={family} family={family} />
                  ))}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
      {changes.length > 0 ? (
        <p className="embed-key">
          Change for:{' '}
          {changes.map((family) => (
            <span key={family}>
              <LineBadge family={family} /> {FAMILIES[family].name}
            </span>
          ))}
        </p>
      ) : null}
    </>
  )
}
