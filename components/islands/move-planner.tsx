'use client'
import { type ReactNode, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { LATTICE_DATA, type LatticeOutline, type LatticeRole, type MoveChoices } from '#lib/reader/lattice-outline.ts'
import { type MovesQuestion, movesQuery, readMovesQuery, type Unused } from '#lib/reader/moves-query.ts'
import { costText, inSentence, routeNames } from '#lib/reader/route-words.ts'
import { type Route, routesBetween, stopsOf } from '#lib/reader/routes.ts'
import { ActsBar, useActs } from './acts.tsx'
import { chooseCountry, chosenCountry } from './chosen-country.ts'
import { hasList } from './fetch-json.ts'
import { Island } from './island.tsx'
import { LoadFailed } from './load-failed.tsx'
import { Ask, type Planner, PlannerContext, usePlanner } from './move-links.tsx'
import { MovesFrom, MovesTo, NoWay } from './move-overview.tsx'
import { MovePay } from './move-pay.tsx'
import { RouteView } from './move-route.tsx'
import { useTitle } from './page-title.ts'
import { useAwake, useProgress } from './reader-store.ts'
import { RoleOptions } from './role-options.tsx'
import { TroubleNotice } from './trouble.tsx'
import { changeSearch, useSearch } from './use-address.ts'
import { useData } from './use-data.ts'
import { useGuide } from './use-guide.ts'

interface Props {
  choices: MoveChoices
  /** The sign of each line, by its id. */
  badges: Readonly<Record<string, ReactNode>>
  /** The title of the page without a question. */
  title: string
}

/** From the job a reader has to the one they want: the routes, what each move takes, what it pays. The address holds the question. */
export default function MovePlanner(props: Props) {
  return (
    <Island>
      <ActsBar>
        <Planning {...props} />
      </ActsBar>
    </Island>
  )
}

const isLattice = (found: unknown): found is LatticeOutline => hasList(found, 'roles')

function Planning({ choices, badges, title }: Props) {
  const search = useSearch()
  const awake = useAwake()
  const remembered = useRememberedCountry()
  const { question, unused } = useMemo(() => readMovesQuery(search, choices), [search, choices])
  const { data: lattice, failed, again } = useData(question.from || question.to ? LATTICE_DATA : undefined, isLattice)
  /** The reader followed a link to another answer, and is led to it. */
  const [led, setLed] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (led > 0) heading.current?.focus()
  }, [led])
  const ask = (asked: MovesQuestion) => {
    changeSearch(movesQuery(asked), 'push')
    setLed((before) => before + 1)
  }
  const roles = useMemo(() => new Map(lattice?.roles.map((role) => [role.id, role])), [lattice])
  const former = useMemo(() => ({ targets: choices.former, stages: {}, skills: {} }), [choices])
  const names = new Map(choices.lines.flatMap((line) => line.roles.map((role) => [role.id, role.title])))
  const words = questionWords(question, names)
  useTitle(words === '' ? title : words, awake)
  const payIn = (id: string) => {
    chooseCountry(id)
    const { country: _, ...ends } = question
    changeSearch(movesQuery(id === '' ? ends : { ...ends, country: id }), 'replace')
  }
  const country = question.country ?? choices.countries.find(({ id }) => id === remembered)?.id
  const planner: Planner | undefined = lattice && { lattice, roles, badges, question, former, ask }
  return (
    <div className="planner">
      <TroubleNotice />
      <MoveForm choices={choices} question={question} awake={awake} />
      <UnusedParts unused={unused} />
      {words === '' ? null : (
        <div className="answer">
          <h2 tabIndex={-1} ref={heading}>
            {words}
          </h2>
          {planner ? (
            <PlannerContext value={planner}>
              <Answer country={country} onCountry={payIn} />
            </PlannerContext>
          ) : (
            <div className="waiting" role="status">
              {failed ? (
                <LoadFailed again={again} main>
                  <p>The moves could not be loaded. Are you without a connection? The list below holds every move.</p>
                </LoadFailed>
              ) : (
                <p>Looking at the map …</p>
              )}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** The question as a heading and as the title of the page; nothing without a question. */
function questionWords({ from, to }: MovesQuestion, names: ReadonlyMap<string, string>): string {
  const [here, there] = [from, to].map((id) => inSentence(names.get(id ?? '') ?? ''))
  if (from && to) return `From ${here} to ${there}`
  if (from) return `Where ${here} leads`
  return to ? `How people get to ${there}` : ''
}

const never = () => () => {}

/** The country that the reader chose on any page. */
const useRememberedCountry = () => useSyncExternalStore(never, chosenCountry, () => '')

function MoveForm({ choices, question, awake }: { choices: MoveChoices; question: MovesQuestion; awake: boolean }) {
  const id = useId()
  /** The list that was changed last without being left: an arrow key on it tries one role after the other, which is one question. */
  const trying = useRef('')
  const choose = (part: 'from' | 'to', role: string) => {
    const { [part]: _, ...rest } = question
    changeSearch(movesQuery(role === '' ? rest : { ...rest, [part]: role }), trying.current === part ? 'replace' : 'push')
    trying.current = part
  }
  const swap = () => {
    const { from, to, ...rest } = question
    if (from === to) return
    changeSearch(movesQuery({ ...rest, ...(to ? { from: to } : {}), ...(from ? { to: from } : {}) }), 'push')
  }
  const select = (part: 'from' | 'to', label: string) => (
    <p className="field">
      <label htmlFor={`${id}-${part}`}>{label}</label>
      <select
        id={`${id}-${part}`}
        value={question[part] ?? ''}
        onChange={({ target }) => choose(part, target.value)}
        onBlur={() => {
          trying.current = ''
        }}
      >
        <option value="">Choose a role</option>
        <RoleOptions lines={choices.lines} />
      </select>
    </p>
  )
  return (
    <fieldset className="move-form needs-script" disabled={!awake}>
      <legend className="sr-only">Your move</legend>
      {select('from', 'Where you are')}
      <button type="button" className="act" onClick={swap}>
        <span aria-hidden="true">⇅ </span>Swap
      </button>
      {select('to', 'Where you want to be')}
    </fieldset>
  )
}

const PART_WORDS = { from: 'to start from', to: 'to get to', country: 'for pay' } as const

function UnusedParts({ unused }: { unused: readonly Unused[] }) {
  if (unused.length === 0) return null
  return (
    <div className="notice">
      {unused.map(({ part, why, word }) => (
        <p key={part + why}>
          {why === 'unknown' ? (
            <>
              The address names “<bdi>{word}</bdi>” {PART_WORDS[part]}. The guide has no such {part === 'country' ? 'country' : 'role'}.
            </>
          ) : (
            <>
              The address names more than one {part === 'country' ? 'country' : 'role'} {PART_WORDS[part]}. The first is used.
            </>
          )}
        </p>
      ))}
    </div>
  )
}

interface AnswerProps {
  country: string | undefined
  onCountry: (id: string) => void
}

function Answer(props: AnswerProps) {
  const { roles, question } = usePlanner()
  const [from, to] = [roles.get(question.from ?? ''), roles.get(question.to ?? '')]
  if (from && to) return from === to ? <SameRole role={from} /> : <Between {...props} from={from} to={to} key={`${from.id} ${to.id}`} />
  if (from) return <MovesFrom from={from} />
  return to ? <MovesTo to={to} /> : null
}

function SameRole({ role }: { role: LatticeRole }) {
  return (
    <p role="status">
      Both ends are the same role, so there is no move to plan. See <Ask from={role.id}>where it leads</Ask> or{' '}
      <Ask to={role.id}>how people get there</Ask>.
    </p>
  )
}

function Between({ from, to, ...props }: AnswerProps & { from: LatticeRole; to: LatticeRole }) {
  const { lattice } = usePlanner()
  const routes = useMemo(() => routesBetween(lattice.roles, from.id, to.id), [lattice, from, to])
  const [shortest] = routes
  if (!shortest)
    return (
      <>
        <p role="status">No route leads there in this guide.</p>
        <NoWay from={from} to={to} />
      </>
    )
  return <Routes {...props} routes={routes} shortest={shortest} from={from} to={to} />
}

function Routes({
  routes,
  shortest,
  from,
  to,
  ...pay
}: AnswerProps & { routes: Route[]; shortest: Route; from: LatticeRole; to: LatticeRole }) {
  const { lattice, roles } = usePlanner()
  const { guide, failed, again } = useGuide()
  const names = routeNames(routes, roles, lattice.lines)
  return (
    <>
      <p role="status">
        {routes.length === 1 ? 'One way' : `${routes.length} ways`}. {routes.length === 1 ? 'It takes' : 'The shortest takes'}{' '}
        {costText(shortest.cost)}.
      </p>
      <Goal to={to} />
      {failed ? (
        <LoadFailed again={again}>
          <p>The steps that close the gaps could not be loaded.</p>
        </LoadFailed>
      ) : null}
      <div className="way">
        <div>
          {routes.map((route, index) => (
            <RouteView key={stopsOf(route).join(' ')} route={route} name={names[index] ?? ''} guide={guide} open={index === 0} />
          ))}
          <p className="src">
            How we count: the way with the fewest moves comes first, and of ways with as many moves the one with the fewest levels of skill
            to gain. A level is one step from foundation to working, advanced and expert, in a skill that the next role asks above the role
            before it. What you learned elsewhere is not in the count. A detour is shown only where it makes the largest move smaller.
          </p>
        </div>
        <MovePay from={from} to={to} {...pay} />
      </div>
    </>
  )
}

/** Turns the reader's plan to the role, or says that it leads there. */
function Goal({ to }: { to: LatticeRole }) {
  const { act } = useActs()
  const { former } = usePlanner()
  const { target } = useProgress(former).plan
  return (
    <p className="acts-row">
      {target === to.id ? (
        <span className="is-goal">
          Your plan leads to {inSentence(to.title)}. <a href="/plan/">See your plan</a>
        </span>
      ) : (
        <button
          type="button"
          className="act main"
          onClick={() => act({ what: 'plan', fields: { target: to.id } }, `Your plan leads to ${inSentence(to.title)}.`)}
        >
          Make it my goal<span className="sr-only">: {to.title}</span>
        </button>
      )}
    </p>
  )
}
