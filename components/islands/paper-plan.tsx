import { oneToOne } from '#lib/reader/one-to-one.ts'
import { type GuideOutline, LEVEL_NAMES } from '#lib/reader/outline.ts'
import { dayText, monthsText, paceText } from '#lib/reader/plan-dates.ts'
import type { PlanGroup, PlanStep, PlanView } from '#lib/reader/plan-view.ts'
import type { Plan } from '#lib/reader/progress.ts'

interface Props {
  view: PlanView
  guide: GuideOutline
  plan: Plan
}

/** Longer texts would push a stage over its page; the file has them whole. */
const LONGEST_TEXT = 180
/** The same where so much is written that the stage must be set close. */
const LONGEST_TEXT_CLOSE = 100
/** Characters on one line of a step, with room to spare. */
const LINE = 80

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  // Half a character is printed as a box.
  const start = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  return `${start.trimEnd()} …`
}

/** Lines on the smallest sheet for the steps of a stage, those that a step itself takes, and the room to write where nothing is. */
const SHEET = { lines: 45, step: 3.5, room: 1.5 }

/** Whether more is written in a stage than its sheet has room for. */
function isCrowded(steps: readonly PlanStep[]): boolean {
  const lines = (text: string) => Math.ceil(Math.min(text.length, LONGEST_TEXT) / LINE)
  const written = steps.map(({ mark }) => Math.max(SHEET.room, lines(mark.note) + lines(mark.evidence)))
  return written.reduce((sum, count) => sum + SHEET.step + count, 0) > SHEET.lines
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
          {view.count.done} of {view.count.total} steps done. {paceText(plan.pace)}.
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
        <PaperStage key={group.pathway.id + group.stage.id} group={group} own={view.groups.includes(group)} />
      ))}
    </div>
  )
}

function PaperStage({ group: { stage, order, steps, dates, pathway }, own }: { group: PlanGroup; own: boolean }) {
  const shown = steps.filter(({ mark }) => mark.state !== 'skip')
  const crowded = isCrowded(shown)
  return (
    <section className="paper-page">
      <h2>
        {own ? `${order} ` : ''}
        {stage.title} <small>{dates ? `done ${monthsText(dates.earliest, dates.latest)}` : pathway.title}</small>
      </h2>
      <p>{stage.purpose}</p>
      <ol className="paper-steps" data-crowded={crowded}>
        {shown.map((each) => (
          <PaperStep key={each.step.id} each={each} longest={crowded ? LONGEST_TEXT_CLOSE : LONGEST_TEXT} />
        ))}
      </ol>
      <p className="paper-lines">Seen by:</p>
    </section>
  )
}

function stageText({ behind, count, dates }: PlanGroup): string {
  if (behind) return 'behind me'
  if (count.total === 0) return 'not for me'
  if (count.done === count.total) return 'done'
  return `${count.done} of ${count.total} done${dates ? `, the rest ${monthsText(dates.earliest, dates.latest)}` : ''}`
}

function PaperStep({ each: { step, mark }, longest }: { each: PlanStep; longest: number }) {
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
          <bdi>Proof: {shortened(mark.evidence, longest)}</bdi>
        </>
      ) : null}
      {mark.note ? (
        <>
          <br />
          <bdi>{shortened(mark.note, longest)}</bdi>
        </>
      ) : null}
    </li>
  )
}
