import { useState } from 'react'
import { comparisonAddress, MOST_ROLES, suggestedPairs } from '#lib/reader/comparison-query.ts'
import { useAwake } from './reader-store.ts'
import type { CompareGuide } from './role-comparison.tsx'

interface Props {
  guide: CompareGuide
  /** The role that is chosen already, or empty. */
  first: string
  onChoose: (roles: readonly string[]) => void
}

const COUNT = ['No role', 'One role', 'Two roles', 'Three roles', 'Four roles']

/**
 * All roles at a glance. With a script two to four of them can be marked to stand side by side: what that takes has its room in the page
 * from the beginning, so that nothing moves, and is shown when the script has come.
 */
export function RoleTable({ guide, first, onChoose }: Props) {
  const awake = useAwake()
  const [marked, setMarked] = useState<readonly string[]>(first ? [first] : [])
  const title = (id: string) => guide.roles.find((role) => role.id === id)?.title ?? id
  const ready = marked.length > 1 && marked.length <= MOST_ROLES
  const said =
    marked.length > MOST_ROLES
      ? 'Four at most stand side by side. Take out a mark.'
      : marked.length > 1
        ? `${COUNT[marked.length]} marked.`
        : `${COUNT[marked.length]} marked. Mark two to four.`
  return (
    <section className="all-roles" data-awake={awake ? '' : undefined} aria-labelledby="compare-all">
      {awake ? null : (
        <p className="why glance-asleep">
          Side by side needs a script, and none has run yet. The table below needs none: every role at a glance, and each name leads to its
          page.
        </p>
      )}
      <Suggested guide={guide} first={first} onChoose={onChoose} />
      <h2 id="compare-all">All roles at a glance</h2>
      <p className="glance-how">Mark two to four, then compare them side by side.</p>
      <p className="src">
        How a role works is our own reading. <a href="/roles/">The list of roles</a> says for each what that rests on.
      </p>
      <table className="glance" aria-labelledby="compare-all">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Level</th>
            <th scope="col">First job</th>
            <th scope="col">Customers</th>
            <th scope="col">From home</th>
            <th scope="col">Nights</th>
            <th scope="col">Degree</th>
          </tr>
        </thead>
        {guide.lines.map((line) => {
          const stops = guide.roles.filter((role) => role.line === line.id)
          return stops.length === 0 ? null : (
            <tbody key={line.id} data-line={line.id}>
              <tr className="glance-line">
                <th colSpan={7} scope="rowgroup">
                  {line.badge} {line.name}
                </th>
              </tr>
              {stops.map(({ id, title: name, address, levelName, first: firstJob, works }) => (
                <tr key={id}>
                  <th scope="row">
                    <label className="glance-mark">
                      <input
                        type="checkbox"
                        checked={marked.includes(id)}
                        aria-label={`Compare ${name}`}
                        onChange={({ target }) => setMarked(target.checked ? [...marked, id] : marked.filter((each) => each !== id))}
                      />
                    </label>
                    <a href={address}>{name}</a>
                  </th>
                  <td>{levelName}</td>
                  <td>{firstJob ? 'a first job' : 'not a first job'}</td>
                  <td>{works.contact}</td>
                  <td>{works.home}</td>
                  <td>{works.nights}</td>
                  <td>{works.degree}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
      {awake ? (
        <div className="glance-go" data-marked={marked.length > 0 ? '' : undefined}>
          <p role="status">
            {said}
            {marked.length > 0 ? <small> {marked.slice(0, MOST_ROLES).map(title).join(', ')}</small> : null}
          </p>
          <button type="button" className="act main" aria-disabled={!ready} onClick={() => ready && onChoose(marked)}>
            Compare
          </button>
        </div>
      ) : null}
    </section>
  )
}

/** Pairs that people mix up: the quickest way in. */
function Suggested({ guide, first, onChoose }: Omit<Props, 'marked'>) {
  const title = (id: string) => guide.roles.find((role) => role.id === id)?.title ?? id
  const pairs = suggestedPairs(guide.pairs, first)
  return pairs.length === 0 ? null : (
    <section aria-label="Suggestions" className="glance-pairs">
      <p>{first ? `People mix up ${title(first)} with:` : 'Often mixed up:'}</p>
      <ul className="suggested">
        {pairs.map((pair) => (
          <li key={pair.join(' ')}>
            <a
              href={comparisonAddress(pair)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                event.preventDefault()
                onChoose(pair)
              }}
            >
              {first ? title(pair[1]) : `${title(pair[0])} and ${title(pair[1])}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
