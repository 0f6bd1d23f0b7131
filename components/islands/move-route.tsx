import { Fragment, useId, useMemo } from 'react'
import { gapSteps } from '#lib/reader/gap-steps.ts'
import type { LatticeCertification, LatticeMove, LatticeRole } from '#lib/reader/lattice-outline.ts'
import { type GuideOutline, LEVEL_NAMES } from '#lib/reader/outline.ts'
import { monthsInWords, routeTime } from '#lib/reader/route-time.ts'
import { costText, inSentence, levelsText, MOVE_WORDS, movesText, sentence } from '#lib/reader/route-words.ts'
import { type Leg, type Route, skillGaps } from '#lib/reader/routes.ts'
import { type Ground, type Shown, shownSkills } from '#lib/reader/standing.ts'
import { usePlanner } from './move-links.tsx'
import { GapSteps } from './move-steps.tsx'
import { useProgress } from './reader-store.ts'

interface Props {
  route: Route
  name: string
  guide: GuideOutline | undefined
  /** Its moves are unfolded from the start. */
  open: boolean
}

/** One route: the line with its stations, what it costs, and a fold with every move of it. */
export function RouteView({ route, name, guide, open }: Props) {
  const id = useId()
  const { roles, badges } = usePlanner()
  const [first] = route.legs
  const hardest = Math.max(...route.legs.map(({ cost }) => cost.levels))
  return (
    <section className="route" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <ol className="route-line">
        <li className="stop here" data-line={roles.get(first?.from ?? '')?.line}>
          <span className="stop-name">
            {badges[roles.get(first?.from ?? '')?.line ?? '']} {roles.get(first?.from ?? '')?.title}
          </span>
        </li>
        {route.legs.map(({ to, kind, cost }) => (
          <li className="stop" key={to} data-line={roles.get(to)?.line}>
            <a className="stop-name" href={roles.get(to)?.address}>
              {badges[roles.get(to)?.line ?? '']} {roles.get(to)?.title}
            </a>
            <span className="stop-note">
              {MOVE_WORDS[kind]}, {levelsText(cost.levels)}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <b>{sentence(costText(route.cost))}.</b> {route.legs.length > 1 ? `The largest single move takes ${hardest} of them. ` : ''}
        <RouteTimeText route={route} />
      </p>
      <details className="route-moves" open={open}>
        <summary>
          {route.legs.length === 1 ? 'The move in full' : 'Every move in full'}
          <span className="sr-only">: {name}</span>
        </summary>
        {route.legs.map((leg, place) => (
          <MoveView key={leg.to} leg={leg} place={route.legs.length > 1 ? place + 1 : undefined} route={route} guide={guide} />
        ))}
      </details>
    </section>
  )
}

const moveOf = (leg: Leg, roles: ReadonlyMap<string, LatticeRole>) => roles.get(leg.from)?.moves.find(({ to }) => to === leg.to)

/** How long the whole takes; never a sum with a hole in it. */
function RouteTimeText({ route }: { route: Route }) {
  const { roles } = usePlanner()
  const times = route.legs.map((leg) => moveOf(leg, roles)?.times ?? [])
  const time = routeTime(times)
  if (time && route.legs.length > 1)
    return (
      <>
        Together {monthsInWords(time.months)} in its sources{time.rough ? '; they differ, so the sum is rough' : ''}.
      </>
    )
  if (time) return null
  const missing = times.filter((each) => each.length === 0).length
  return (
    <>
      How long: <span className="no-figure">no reliable figure yet</span>
      {route.legs.length > missing ? ` for ${movesText(missing)} of it, so nothing is added up` : ''}.
    </>
  )
}

interface MoveProps {
  leg: Leg
  /** Its number, on a route of several. */
  place: number | undefined
  route: Route
  guide: GuideOutline | undefined
}

function MoveView({ leg, place, route, guide }: MoveProps) {
  const { roles } = usePlanner()
  const [from, to, move] = [roles.get(leg.from), roles.get(leg.to), moveOf(leg, roles)]
  if (!from || !to || !move) return null
  return (
    <section className="one-move" data-line={to.line}>
      <h4>
        {place === undefined ? null : <span className="station sign">{place}</span>} From {inSentence(from.title)} to {inSentence(to.title)}{' '}
        <small>{MOVE_WORDS[leg.kind]}</small>
      </h4>
      <dl className="facts">
        <div>
          <dt>You bring</dt>
          <dd>{move.carriesOver.length > 0 ? <Skills ids={move.carriesOver} /> : 'Nothing that the guide could name.'}</dd>
        </div>
        <Missing from={from} to={to} move={move} route={route} guide={guide} />
        <div>
          <dt>Put on the table</dt>
          <dd>
            <ul className="plain spaced">
              {move.evidence.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Harder than it looks</dt>
          <dd>{move.harder}</dd>
        </div>
        <div>
          <dt>How long</dt>
          <dd>
            {move.times.length > 0 ? (
              <ul className="plain spaced">
                {move.times.map(({ text, label, source, address, when, fit }) => (
                  <li key={text + label}>
                    <b className="amount">{text}</b> {label}.{' '}
                    <small>
                      <a href={address}>{source}</a>, {when}. {fit}
                    </small>
                  </li>
                ))}
              </ul>
            ) : (
              <span className="no-figure">No reliable figure yet.</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Certificates</dt>
          <dd>
            <Certificates certificates={to.certifications} role={to} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Skills({ ids }: { ids: readonly string[] }) {
  const { lattice } = usePlanner()
  return ids.map((id, index) => {
    const skill = lattice.skills[id]
    return skill ? (
      <Fragment key={id}>
        {index > 0 ? ', ' : ''}
        <a href={skill.address}>{inSentence(skill.title)}</a>
      </Fragment>
    ) : null
  })
}

function Certificates({ certificates, role }: { certificates: readonly LatticeCertification[]; role: LatticeRole }) {
  if (certificates.length === 0) return <>None that the guide would call needed or helpful for {inSentence(role.title)}.</>
  return (
    <ul className="plain spaced">
      {certificates.map(({ title, address, verdict, why }) => (
        <li key={address}>
          <a href={address}>{title}</a> <b>{verdict}</b>. {why}
        </li>
      ))}
    </ul>
  )
}

/** What the next role asks above the last one, level by level, what of it the reader can show, and the steps that build the rest. */
function Missing({
  from,
  to,
  move,
  route,
  guide,
}: { from: LatticeRole; to: LatticeRole; move: LatticeMove } & Pick<Props, 'route' | 'guide'>) {
  const { lattice, former } = usePlanner()
  const progress = useProgress(guide?.former ?? former)
  const gaps = useMemo(() => skillGaps(from, to), [from, to])
  const shown = useMemo(() => (guide ? shownSkills(progress, guide.pathways) : new Map<string, Shown>()), [progress, guide])
  const open = gaps.filter(({ skill, asked }) => (shown.get(skill)?.level ?? 0) < asked)
  const goals = [to.id, ...route.legs.map((leg) => leg.to).reverse()]
  const steps = guide ? gapSteps(gaps, guide.pathways, goals) : []
  const unasked = move.missing.filter((skill) => !to.asks.some((each) => each.skill === skill))
  return (
    <>
      <div>
        <dt>Missing, by level</dt>
        <dd>
          {gaps.length === 0 ? <p>It asks no skill above what {inSentence(from.title)} asks.</p> : null}
          <ul className="gaps">
            {gaps.map(({ skill, have, asked }) => {
              const has = shown.get(skill)
              const useful = to.asks.find((each) => each.skill === skill)?.need === 'useful'
              return (
                <li key={skill} data-state={has && has.level >= asked ? 'done' : has ? 'doing' : 'todo'}>
                  <a href={lattice.skills[skill]?.address}>{lattice.skills[skill]?.title}</a>:{' '}
                  {have > 0 ? `from ${LEVEL_NAMES[have]} ` : 'new, '}to{' '}
                  <span className="level" data-level={LEVEL_NAMES[asked]}>
                    {LEVEL_NAMES[asked]}
                  </span>
                  {useful ? <small> useful, not required</small> : null}
                  {has ? <span className="src">{shownText(has, asked)}</span> : null}
                </li>
              )
            })}
          </ul>
          {unasked.length > 0 ? (
            <p>
              Also, without a level: <Skills ids={unasked} />.
            </p>
          ) : null}
          {guide && gaps.length > open.length ? (
            <p>
              You can show {gaps.length - open.length} of these {gaps.length} already.
            </p>
          ) : null}
        </dd>
      </div>
      {guide && gaps.length > 0 ? (
        <div>
          <dt>Steps that close it</dt>
          <dd>
            <GapSteps
              steps={steps}
              open={open.map(({ skill }) => skill)}
              progress={progress}
              guide={guide}
              move={`${from.title} to ${to.title}`}
            />
            <Stages guide={guide} role={to} />
          </dd>
        </div>
      ) : null}
    </>
  )
}

function shownText({ level, ground }: Shown, asked: number): string {
  const how = level >= asked ? 'You can show it' : `You can show it to ${LEVEL_NAMES[level]} level`
  return `${how}, ${groundText(ground)}.`
}

function groundText(ground: Ground): string {
  if (ground.by === 'claim') return 'by your own word'
  return ground.by === 'start' ? `by stage “${ground.stage.title}” that is behind you` : `by “${ground.step.text}”`
}

/** Where pathways are about getting, or holding, this post. */
function Stages({ guide, role }: { guide: GuideOutline; role: LatticeRole }) {
  const stages = guide.pathways.flatMap((pathway) => {
    const stage = pathway.stages.find((each) => each.role === role.id)
    return stage ? [{ pathway, stage }] : []
  })
  if (stages.length === 0) return <p className="src">No pathway has a stage for {inSentence(role.title)} yet.</p>
  return (
    <p className="src">
      {stages.length === 1 ? 'The stage' : 'The stages'} about this post:{' '}
      {stages.map(({ pathway, stage }, index) => (
        <Fragment key={pathway.id}>
          {index > 0 ? '; ' : ''}
          <a href={stage.address}>{stage.title}</a> in “{pathway.title}”
        </Fragment>
      ))}
      .
    </p>
  )
}
