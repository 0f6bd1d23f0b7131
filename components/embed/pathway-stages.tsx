import type { PathwayEmbed } from '#lib/embed-view.ts'
import { OutLink } from './out-link.tsx'

/** The stages of a pathway in order, each with what it is for. They count from nought, as on their pages. */
export function PathwayStages({ embed: { stages } }: { embed: PathwayEmbed }) {
  return (
    <ol className="embed-stages">
      {stages.map(({ title, purpose, address }, index) => (
        <li key={address}>
          <span className="embed-station" aria-hidden="true">
            {index}
          </span>
          <OutLink href={address}>
            <span className="embed-unseen">Stage {index}: </span>
            {title}
          </OutLink>
          <p>{purpose}</p>
        </li>
      ))}
    </ol>
  )
}
