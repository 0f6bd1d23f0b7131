import type { Entry, Library } from '#lib/content/library.ts'
import { measureAnchor } from '#lib/row-anchors.ts'

/** The numbers a role answers for: what it can do about each, how it misleads. */
export function Measures({ role, library }: { role: Entry<'roles'>; library: Library }) {
  return (
    <ul className="measures">
      {role.data.measuredBy.map(({ metric, control, trap }) => {
        const found = library.get('metrics', metric)
        return (
          <li key={metric} id={measureAnchor(metric)}>
            <h3>
              <a href={found.address}>{found.data.title}</a>
            </h3>
            <p>{control}</p>
            <p className="trap">
              <b>How it misleads.</b> {trap}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
