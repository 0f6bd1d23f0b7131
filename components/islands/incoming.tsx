import { useId, useState } from 'react'
import { compared, stateWord } from '#lib/reader/compare.ts'
import type { GuideOutline } from '#lib/reader/outline.ts'
import { dayText, paceText } from '#lib/reader/plan-dates.ts'
import { type PlanGroup, planView } from '#lib/reader/plan-view.ts'
import { isEmpty, type Progress } from '#lib/reader/progress.ts'
import { useActs } from './acts.tsx'
import { useSnapshot } from './reader-store.ts'

interface Props {
  from: 'link' | 'file'
  theirs: Progress
  /** How many marks this guide does not know. */
  unknown: number
  /** Something in it could not be read. */
  damaged?: boolean
  guide: GuideOutline
  today: string
  onClose: () => void
}

/** A plan from a link or a file, to look at. The reader's own changes only when they say so, and can be brought back. */
export function Incoming({ from, theirs, unknown, damaged = false, guide, today, onClose }: Props) {
  const id = useId()
  const { act, say } = useActs()
  const { progress: mine } = useSnapshot()
  const [comparing, setComparing] = useState(false)
  const nothingYet = isEmpty(mine)
  const view = planView(theirs, guide, today)
  const groups = [...view.groups, ...view.others].flatMap((group) => {
    const steps = group.steps.filter(({ mark }) => mark.changes > 0)
    return steps.length > 0 ? [{ ...group, steps }] : []
  })
  const take = (what: 'add' | 'replace', said: string) => {
    act({ what, progress: theirs }, said)
    onClose()
  }
  return (
    <section className="incoming" aria-labelledby={id}>
      <h2 id={id}>{from === 'link' ? 'Somebody shared this plan with you' : 'The plan in this file'}</h2>
      <p>You are only looking at it. {nothingYet ? 'You have no plan of your own on this device yet.' : 'Your own plan is as it was.'}</p>
      <p>
        {theirs.plan.name ? (
          <>
            <b>
              <bdi>{theirs.plan.name}</bdi>
            </b>
            :{' '}
          </>
        ) : null}
        {view.goal ? `It leads to ${view.goal.toLowerCase()}. ` : 'It names no post. '}
        {view.count.done} of {view.count.total} steps are done, at {paceText(theirs.plan.pace)}.
        {view.current ? ` It stands in stage ${view.current.order}, ${view.current.stage.title.toLowerCase()}.` : ''}
      </p>
      {unknown > 0 ? (
        <p>
          {unknown} of its marks {unknown === 1 ? 'names something' : 'name things'} this version of the guide does not know. Load the page
          again; if they stay unknown, they are left out.
        </p>
      ) : null}
      {damaged ? <p>Parts of the file could not be read and are left out. Keep the file.</p> : null}
      <details>
        <summary>Its marks, step by step</summary>
        {groups.length === 0 ? (
          <p>No step is marked in it.</p>
        ) : (
          groups.map((group) => <ReadOnlyGroup key={group.pathway.id + group.stage.id} group={group} />)
        )}
      </details>
      {comparing ? <Compared mine={mine} theirs={theirs} guide={guide} /> : null}
      <p className="acts-row">
        {nothingYet ? (
          <button type="button" className="act main" onClick={() => take('replace', 'It is your plan now.')}>
            Keep a copy
          </button>
        ) : (
          <>
            <button type="button" className="act main" onClick={() => take('add', 'Added to your plan.')}>
              Keep a copy: add it to mine
            </button>
            <button
              type="button"
              className="act"
              onClick={() => take('replace', 'It stands in the place of your plan. Undo brings yours back.')}
            >
              Keep it instead of mine
            </button>
            <button type="button" className="act" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
              Compare with mine
            </button>
          </>
        )}
        <button
          type="button"
          className="act"
          onClick={() => {
            onClose()
            say(nothingYet ? 'Put away. Nothing was kept.' : 'Put away. Your own plan is as it was.')
          }}
        >
          Discard
        </button>
      </p>
      {nothingYet ? null : (
        <p className="src">
          Adding keeps yours and fills in what you have not marked. Where both have marked a step, the one changed more often counts, and
          both notes stay.
        </p>
      )}
    </section>
  )
}

function ReadOnlyGroup({ group: { stage, steps } }: { group: PlanGroup }) {
  return (
    <>
      <h3>{stage.title}</h3>
      <ul className="read-only">
        {steps.map(({ step, mark }) => (
          <li key={step.id} data-state={mark.state}>
            {step.text} <b>{stateWord(mark.state)}</b>
            {mark.doneOn ? ` on ${dayText(mark.doneOn)}` : ''}
            {mark.target && mark.state !== 'done' ? `, by ${dayText(mark.target)}` : ''}
            {mark.note ? <bdi className="own-note">{mark.note}</bdi> : null}
            {mark.evidence ? <bdi className="own-note">{mark.evidence}</bdi> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Compared({ mine, theirs, guide }: { mine: Progress; theirs: Progress; guide: GuideOutline }) {
  const { steps, rest, same } = compared(mine, theirs, guide)
  if (steps.length + rest.length === 0) return <p role="status">The two plans say the same.</p>
  return (
    <div role="status">
      <p>
        {steps.length} {steps.length === 1 ? 'step differs' : 'steps differ'}, {same} marked the same in both.
      </p>
      <table className="compared">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Mine</th>
            <th scope="col">Theirs</th>
          </tr>
        </thead>
        <tbody>
          {rest.map(({ name, mine: own, theirs: other }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{own}</td>
              <td>{other}</td>
            </tr>
          ))}
          {steps.map(({ step, mine: own, theirs: other }) => (
            <tr key={step.id}>
              <th scope="row">{step.text}</th>
              <td>{stateWord(own)}</td>
              <td>{stateWord(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
