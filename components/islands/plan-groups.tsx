import { useState } from 'react'
import { dayText } from '#lib/reader/plan-dates.ts'
import type { PlanGroup, PlanStep, PlanView } from '#lib/reader/plan-view.ts'
import { StepMarks } from './step-marks.tsx'

/** The steps of a plan: three to take up next, then every stage, the one the reader is in unfolded. */
export function PlanGroups({ view }: { view: PlanView }) {
  return (
    <>
      {view.next.length > 0 ? (
        <div className="next">
          <h3>Next for you</h3>
          <ol className="numbered">
            {view.next.map((each) => (
              <li key={each.step.id}>
                <a href={`#${each.step.id}`}>{each.step.text}</a> <DueText each={each} />
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {view.groups.map((group) => (
        <Group key={group.stage.id} group={group} view={view} open={group === view.current} />
      ))}
      {view.others.length > 0 ? (
        <>
          <h3>Also on your list, from other pathways</h3>
          {view.others.map((group) => (
            <Group key={group.pathway.id + group.stage.id} group={group} view={view} open={view.groups.length === 0} />
          ))}
        </>
      ) : null}
      {view.groups.length === 0 && view.others.length === 0 ? (
        <p>No steps yet. Add some from the skills below, or mark them on any stage of a pathway.</p>
      ) : null}
    </>
  )
}

function DueText({ each: { mark, late } }: { each: PlanStep }) {
  const words = [
    ...(mark.state === 'doing' ? ['begun'] : []),
    ...(mark.target ? [`${late ? 'was due' : 'by'} ${dayText(mark.target)}`] : []),
  ]
  return words.length > 0 ? <small className={late ? 'late' : undefined}>{words.join(', ')}</small> : null
}

function Group({ group, view, open }: { group: PlanGroup; view: PlanView; open: boolean }) {
  const { stage, order, steps, behind, count } = group
  // Unfolded by us only at first: afterwards the fold is the reader's.
  const [first] = useState(open)
  const own = view.groups.includes(group)
  const words = behind ? 'behind you' : `${count.done} of ${count.total} done`
  return (
    <details className="plan-group" open={first || undefined}>
      <summary>
        {own ? `${order} ` : ''}
        {stage.title}
        {own ? '' : ` (${group.pathway.title})`} <small>{words}</small>
      </summary>
      <ol className="mark-steps">
        {steps.map(({ step, mark, late }) => (
          <StepMarks
            key={step.id}
            step={step}
            mark={mark}
            today={view.today}
            retired={group.pathway.retired}
            address={stage.address}
            level={3}
            note={mark.target && mark.state !== 'done' ? <DueLine target={mark.target} late={late} /> : undefined}
          />
        ))}
      </ol>
    </details>
  )
}

const DueLine = ({ target, late }: { target: string; late: boolean }) => (
  <p className={late ? 'src late' : 'src'}>
    {late ? `Was due ${dayText(target)}. Choose a new day, or leave it out.` : `By ${dayText(target)}`}
  </p>
)
