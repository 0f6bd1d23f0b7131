import { useRef, useState } from 'react'
import { MOST_ROLES } from '#lib/reader/comparison-query.ts'
import type { CompareGuide } from './role-comparison.tsx'
import { RoleOptions } from './role-options.tsx'

interface Props {
  guide: CompareGuide
  chosen: readonly string[]
  onChoose: (roles: readonly string[], how?: 'push' | 'replace') => void
}

/** Which roles stand side by side: change one, swap, take out, add. */
export function RoleChooser({ guide, chosen, onChoose }: Props) {
  const [added, setAdded] = useState('')
  /** The choice that the keyboard is running through: one question, however many roles it passes. */
  const running = useRef(-1)
  const change = (place: number, role: string) => {
    const old = chosen[place] ?? ''
    // A role that stands here already changes places with this one.
    const next = chosen.map((each, index) => (index === place ? role : each === role ? old : each))
    onChoose(next, running.current === place ? 'replace' : 'push')
    running.current = place
  }
  const swap = (place: number) => {
    const [left = '', right = ''] = [chosen[place - 1], chosen[place]]
    onChoose(chosen.map((each, index) => (index === place - 1 ? right : index === place ? left : each)))
  }
  const title = (id: string | undefined) => guide.roles.find((role) => role.id === id)?.title ?? ''
  return (
    <form
      className="role-chooser"
      onSubmit={(event) => {
        event.preventDefault()
        if (added === '') return
        onChoose([...chosen, added])
        setAdded('')
      }}
    >
      <fieldset>
        <legend>Roles side by side</legend>
        <ol>
          {chosen.map((id, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place keeps its controls, and the focus on them, whatever role stands in it
            <li key={place}>
              <label htmlFor={`compare-role-${place}`}>Role {place + 1}</label>
              <select
                id={`compare-role-${place}`}
                value={id}
                onChange={({ target }) => change(place, target.value)}
                onBlur={() => {
                  running.current = -1
                }}
              >
                <RoleOptions lines={linesOf(guide)} />
              </select>
              <span className="acts-row">
                {place > 0 ? (
                  <button type="button" className="act small" onClick={() => swap(place)}>
                    Swap <span className="sr-only">{title(id)}</span> with role {place}
                  </button>
                ) : null}
                {chosen.length > 2 ? (
                  <button type="button" className="act small" onClick={() => onChoose(chosen.filter((each) => each !== id))}>
                    Take out <span className="sr-only">{title(id)}</span>
                  </button>
                ) : null}
              </span>
            </li>
          ))}
          {chosen.length < MOST_ROLES ? (
            <li>
              <label htmlFor="compare-role-added">One more</label>
              <span className="added">
                <select id="compare-role-added" value={added} onChange={({ target }) => setAdded(target.value)}>
                  <option value="">Choose a role</option>
                  <RoleOptions lines={linesOf(guide, chosen)} />
                </select>
                <button type="submit" className="act small" aria-disabled={added === ''}>
                  Add
                </button>
              </span>
            </li>
          ) : null}
        </ol>
      </fieldset>
      <p className="acts-row">
        <button type="button" className="act quiet" onClick={() => onChoose([])}>
          Choose from the table of all roles
        </button>
      </p>
    </form>
  )
}

/** The roles of each line that can still be chosen. */
const linesOf = ({ lines, roles }: CompareGuide, without: readonly string[] = []) =>
  lines.map(({ id, name }) => ({ id, name, roles: roles.filter((role) => role.line === id && !without.includes(role.id)) }))
