import { oneToOne } from '#lib/reader/one-to-one.ts'
import { type GuideOutline, LEVEL_NAMES } from '#lib/reader/outline.ts'
import { dayText, monthsText } from '#lib/reader/plan-dates.ts'
import type { PlanGroup, PlanStep, PlanView } from '#lib/reader/plan-view.ts'
import type { Plan } from '#lib/reader/progress.ts'

interface Props {
  view: PlanView
  guide: GuideOutline
  plan: Plan
}

/** Longer notes would push a stage over its page; the file has them whole. */
const LONGEST_NOTE = 180

function shortened(text: string): string {
  if (text.length <= LONGEST_NOTE) return text
  // Half a character is printed as a box.
  const start = text.slice(0, LONGEST_NOTE).replace(/[\ud800-\udbff]$/, '')
  return `${start.trimEnd()} …`
}

/** The plan for paper: one page with all of it, then one page for each stage that still has steps. */
export function PaperPlan({ view, guide, plan }: Props) {
  if (view.goal === '' && view.others.length === 0) return null
  const open = [...view.groups.filter(({ behind }) => !behind), ...view.others].filter(({ count }) => count.done < count.total)
  const names = new Map(guide.skills.map(({ id, title }) => [id, title]))
  return (
    <div className="paper">
      <section className="paper-page">
        <h2>
          Plan{view.goal ? `: ${view.goal.toLowerCase()}` : ''}{' '}
          <small>
            {plan.name ? (
              <>
                <bdi>{plan.name}</bdi>,{' '}
              </>
            ) : null}
            {dayText(view.today)}
          </small>
        </h2>
        <p>
          {view.count.done} of {view.count.total} steps done. {plan.pace} {plan.pace === 1 ? 'hour' : 'hours'} a week.
        </p>
        <table>
          <tbody>
            {view.groups.map((group) => (
              <tr key={group.stage.id}>
                <th scope="row">
                  {group.order} {group.stage.title}
                </th>
                <td>{stageText(group)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {view.pathway ? <p className="src">Sums of the hours of the steps and of the months that sources give, not promises.</p> : null}
        {view.gaps.length > 0 ? (
          <>
            <h3>Skills still to show</h3>
            <p>
              {view.gaps
                .filter(({ have, asked }) => have < asked)
                .map(
                  ({ skill, asked, have }) =>
                    `${names.get(skill) ?? skill}: ${LEVEL_NAMES[asked]}${have > 0 ? ` (now ${LEVEL_NAMES[have]})` : ''}`,
                )
                .join(' · ') || 'None. You can show all that the post asks for.'}
            </p>
          </>
        ) : null}
        <h3>For the next one-to-one</h3>
        <p className="paper-talk">{oneToOne(view, guide)}</p>
        <p className="paper-lines">Agreed:</p>
        <p className="paper-lines">Next talk on:</p>
      </section>
      {open.map((group) => (
        <section className="paper-page" key={group.pathway.id + group.stage.id}>
          <h2>
            {view.groups.includes(group) ? `${group.order} ` : ''}
            {group.stage.title}{' '}
            <small>{group.dates ? `done ${monthsText(group.dates.earliest, group.dates.latest)}` : group.pathway.title}</small>
          </h2>
          <p>{group.stage.purpose}</p>
          <ol className="paper-steps">
            {group.steps
              .filter(({ mark }) => mark.state !== 'skip')
              .map((each) => (
                <PaperStep key={each.step.id} each={each} />
              ))}
          </ol>
          <p className="paper-lines">Seen by:</p>
        </section>
      ))}
    </div>
  )
}

function stageText({ behind, count, dates }: PlanGroup): string {
  if (behind) return 'behind me'
  if (count.total === 0) return 'not for me'
  if (count.done === count.total) return 'done'
  return `${count.done} of ${count.total} done${dates ? `, the rest ${monthsText(dates.earliest, dates.latest)}` : ''}`
}

function PaperStep({ each: { step, mark } }: { each: PlanStep }) {
  const days = [
    ...(mark.state === 'doing' ? ['begun'] : []),
    ...(mark.doneOn ? [`done ${dayText(mark.doneOn)}`] : []),
    ...(mark.target && mark.state !== 'done' ? [`by ${dayText(mark.target)}`] : []),
  ]
  return (
    <li data-state={mark.state} data-written={mark.note !== '' || mark.state === 'done'}>
      <b>{step.text}</b> {days.length > 0 ? `(${days.join(', ')})` : ''}
      <br />
      <small>You have it when: {step.evidence}</small>
      {mark.evidence ? (
        <>
          <br />
          <bdi>Proof: {shortened(mark.evidence)}</bdi>
        </>
      ) : null}
      {mark.note ? (
        <>
          <br />
          <bdi>{shortened(mark.note)}</bdi>
        </>
      ) : null}
    </li>
  )
}
