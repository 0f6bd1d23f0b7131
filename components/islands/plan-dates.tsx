import { monthsText, paceText } from '#lib/reader/plan-dates.ts'
import type { PlanGroup, PlanView } from '#lib/reader/plan-view.ts'

/** When each stage may end, from the hours of its steps and from what sources say of it, each with its source. */
export function PlanDates({ view, pace }: { view: PlanView; pace: number }) {
  const ahead = view.groups.filter(({ dates }) => dates)
  const end = view.arrival ?? ahead.at(-1)
  if (!end?.dates) return <p>Every step that counts is done. What is left is the post itself.</p>
  const hours = paceText(pace)
  return (
    <>
      <p>
        <b>
          Stage {end.order}, {end.stage.title.toLowerCase()}, done {monthsText(end.dates.earliest, end.dates.latest)}
        </b>
        , reckoned from today at {hours}. This is a sum, not a promise. It counts the hours of the steps, which are our estimate, and the
        months that a source gives for a stage where one does. It does not count the wait until somebody leaves the post you want: nobody
        has measured that.
      </p>
      <ol className="when">
        {ahead.map((group) => (
          <StageDatesRow key={group.stage.id} group={group} hours={hours} />
        ))}
      </ol>
      {view.pathway ? (
        <p className="src">
          What sources say of the whole way stands <a href={`${view.pathway.address}#time`}>with the pathway</a>; they do not agree.
        </p>
      ) : null}
    </>
  )
}

const range = (low: number, high: number, noun: string) =>
  low === high ? `${low} ${noun}${low === 1 ? '' : 's'}` : `${low}–${high} ${noun}s`

/** Weeks as people say them: from three months on, in months. */
function lengthText([low, high]: readonly [number, number]): string {
  if (high <= 13) return range(low, high, 'week')
  return range(Math.max(1, Math.round(low / 4.35)), Math.round(high / 4.35), 'month')
}

function StageDatesRow({ group, hours }: { group: PlanGroup; hours: string }) {
  const { stage, order, dates, steps } = group
  if (!dates) return null
  const open = steps.filter(({ mark }) => mark.state === 'todo' || mark.state === 'doing')
  return (
    <li>
      <p>
        <span className="station sign" aria-hidden="true">
          {order}
        </span>
        <a href={stage.address}>{stage.title}</a>: <b>{monthsText(dates.earliest, dates.latest)}</b>
      </p>
      <p className="src">
        {open.length} open {open.length === 1 ? 'step' : 'steps'}: {lengthText(dates.weeks)} at {hours}.
        {stage.stay ? null : ' No source says how long people stay in this stage, so only the steps count: the least it can take.'}
      </p>
      {stage.stay ? (
        <ul className="src sourced">
          {stage.stay.sources.map(({ text, label, when, source, address, fit }) => (
            <li key={label + text}>
              <b>{text}</b>: {label.charAt(0).toLowerCase() + label.slice(1)}. <a href={address}>{source}</a>, {when}. {fit}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
