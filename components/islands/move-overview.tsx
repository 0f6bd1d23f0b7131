import { counted } from '#lib/money.ts'
import type { LatticeRole } from '#lib/reader/lattice-outline.ts'
import { inSentence, levelsText, MOVE_WORDS, movesText, reasonText, sentence } from '#lib/reader/route-words.ts'
import { type Cost, compareCosts, costsFrom, costsTo, noRoute } from '#lib/reader/routes.ts'
import { AskRole, usePlanner } from './move-links.tsx'

/** Everything that can be reached from a role: the moves that start there, then the other roles by how far they are. */
export function MovesFrom({ from }: { from: LatticeRole }) {
  const { lattice } = usePlanner()
  const costs = costsFrom(lattice.roles, from.id)
  const reached = new Set(from.moves.map(({ to }) => to))
  return (
    <>
      {from.moves.length === 0 ? <p>The guide names no move that starts here.</p> : null}
      <ul className="entries">
        {from.moves.map(({ to, kind, harder }) => (
          <li key={to}>
            <AskRole id={to} from={from.id} to={to} />{' '}
            <small>
              {MOVE_WORDS[kind]}, {levelsText(costs.get(to)?.levels ?? 0)}
            </small>
            <p>{harder}</p>
          </li>
        ))}
      </ul>
      <Distances
        costs={costs}
        direct={reached}
        self={from.id}
        question={(id) => ({ from: from.id, to: id })}
        none={`No way in the guide from ${inSentence(from.title)}`}
      />
    </>
  )
}

/** Who gets to a role: the moves that end there, then the other roles by how far they are from it. */
export function MovesTo({ to }: { to: LatticeRole }) {
  const { lattice } = usePlanner()
  const costs = costsTo(lattice.roles, to.id)
  const origins = lattice.roles.flatMap((role) => role.moves.filter((move) => move.to === to.id).map(({ kind }) => ({ role, kind })))
  return (
    <>
      {to.entry ? <p>It is a first job: people get it without experience of the work.</p> : null}
      {origins.length === 0 ? <p>No role of the guide names a move to it.</p> : null}
      <ul className="entries">
        {origins.map(({ role, kind }) => (
          <li key={role.id}>
            <AskRole id={role.id} from={role.id} to={to.id} />{' '}
            <small>
              {MOVE_WORDS[kind]}, {levelsText(costs.get(role.id)?.levels ?? 0)}
            </small>
          </li>
        ))}
      </ul>
      <Distances
        costs={costs}
        direct={new Set(origins.map(({ role }) => role.id))}
        self={to.id}
        question={(id) => ({ from: id, to: to.id })}
        none={`No way in the guide to ${inSentence(to.title)}`}
      />
    </>
  )
}

interface DistancesProps {
  costs: ReadonlyMap<string, Cost>
  direct: ReadonlySet<string>
  self: string
  question: (id: string) => { from: string; to: string }
  none: string
}

/** The roles that are more than one move away, by how many. */
function Distances({ costs, direct, self, question, none }: DistancesProps) {
  const { lattice } = usePlanner()
  const others = lattice.roles.filter(({ id }) => id !== self && !direct.has(id))
  const far = others.flatMap(({ id }) => {
    const cost = costs.get(id)
    return cost ? [{ id, cost }] : []
  })
  far.sort((a, b) => compareCosts(a.cost, b.cost))
  const rounds = [...new Set(far.map(({ cost }) => cost.moves))]
  const unreached = others.filter(({ id }) => !costs.has(id))
  return (
    <>
      {rounds.length > 0 ? (
        <p className="src">Below, levels are steps of skill to gain on the whole way, from foundation to working, advanced and expert.</p>
      ) : null}
      {rounds.map((moves) => (
        <section key={moves}>
          <h3>{sentence(`${movesText(moves)} away`)}</h3>
          <ul className="names">
            {far
              .filter(({ cost }) => cost.moves === moves)
              .map(({ id, cost }) => (
                <li key={id}>
                  <AskRole id={id} {...question(id)} /> <small>{counted(cost.levels, 'level')}</small>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {unreached.length > 0 ? (
        <section>
          <h3>{none}</h3>
          <p className="src">Each link says why, and what lies nearest.</p>
          <ul className="names">
            {unreached.map(({ id }) => (
              <li key={id}>
                <AskRole id={id} {...question(id)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** Two roles without a route: why, and what lies nearest on both ends. */
export function NoWay({ from, to }: { from: LatticeRole; to: LatticeRole }) {
  const { lattice } = usePlanner()
  const { reasons, reachable, origins } = noRoute(lattice.roles, from, to)
  return (
    <>
      <ul className="bullets">
        {reasons.map((reason) => (
          <li key={reason}>{reasonText(reason, from, to, lattice.lines)}</li>
        ))}
      </ul>
      {reachable.length > 0 ? (
        <>
          <h3>The nearest you can get to from {inSentence(from.title)}</h3>
          <ul className="plain spaced">
            {reachable.map((id) => (
              <li key={id}>
                <AskRole id={id} from={from.id} to={id} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {origins.length > 0 ? (
        <>
          <h3>The nearest roles from which {inSentence(to.title)} is one move</h3>
          <ul className="plain spaced">
            {origins.map((id) => (
              <li key={id}>
                <AskRole id={id} from={id} to={to.id} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        What {inSentence(to.title)} is like, how people get in, what it asks: <a href={to.address}>read the role</a>.
      </p>
    </>
  )
}
