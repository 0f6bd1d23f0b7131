import type { GapStep } from '#lib/reader/gap-steps.ts'
import { listed } from '#lib/reader/listed.ts'
import { type GuideOutline, LEVEL_NAMES } from '#lib/reader/outline.ts'
import { targetOf } from '#lib/reader/plan-view.ts'
import type { Change, Progress } from '#lib/reader/progress.ts'
import { inSentence } from '#lib/reader/route-words.ts'
import { markFor } from '#lib/reader/standing.ts'
import { stateChange } from '#lib/reader/state-change.ts'
import { useActs } from './acts.tsx'
import { usePlanner } from './move-links.tsx'
import { readerStore, useAwake, useToday } from './reader-store.ts'

interface Props {
  steps: readonly GapStep[]
  /** Skills that the reader cannot show yet. */
  open: readonly string[]
  progress: Progress
  guide: GuideOutline
  /** Which move they are for, for who hears the buttons one by one. */
  move: string
}

type Standing = 'open' | 'planned' | 'doing' | 'done' | 'skip'

const STANDING_WORDS: Record<Exclude<Standing, 'open' | 'skip'>, string> = {
  planned: 'In your plan',
  doing: 'In your plan, begun',
  done: 'Done',
}

/** How a step stands with the reader's plan: all steps of the pathway that the plan leads along are in it, and those put there. */
function standingOf({ step, pathway }: GapStep, progress: Progress, guide: GuideOutline): Standing {
  const { state, changes } = markFor(progress, step.id, pathway.retired)
  if (state !== 'todo') return state
  return changes > 0 || targetOf(progress.plan.target, guide).pathway?.id === pathway.id ? 'planned' : 'open'
}

/** The steps of pathways that close the gaps before a move: each, or all that are not there yet, goes into the plan with one press. */
export function GapSteps({ steps, open, progress, guide, move }: Props) {
  const { lattice } = usePlanner()
  const { act } = useActs()
  const awake = useAwake()
  const today = useToday(guide.builtOn)
  const useful = steps.filter(({ builds }) => builds.some(({ skill }) => open.includes(skill)))
  const toAdd = useful.filter((each) => standingOf(each, progress, guide) === 'open')
  if (steps.length === 0) return <p>No step of a pathway builds these skills yet. Their pages say how to learn and show them.</p>
  if (useful.length === 0) return <p>You can show all of it. Put the proofs on the table.</p>
  const put = (wanted: readonly GapStep[]): Change => ({
    what: 'together',
    changes: wanted.map(({ step, pathway }) => stateChange(readerStore().get().progress, step.id, 'todo', today, pathway.retired)),
  })
  return (
    <>
      {toAdd.length > 1 ? (
        <p className="acts-row">
          <button
            type="button"
            className="act"
            disabled={!awake}
            onClick={() => act(put(toAdd), `${toAdd.length} steps are in your plan.`)}
          >
            {toAdd.length < useful.length ? 'Put the other' : 'Put these'} {toAdd.length} steps in my plan
            <span className="sr-only">: {move}</span>
          </button>
        </p>
      ) : null}
      <details>
        <summary>
          {useful.length === 1 ? 'The step that closes it' : `The ${useful.length} steps, one by one`}
          <span className="sr-only">: {move}</span>
        </summary>
        <ul className="gap-steps">
          {useful.map((each) => {
            const { step, stage, builds } = each
            const standing = standingOf(each, progress, guide)
            return (
              <li key={step.id} data-state={standing === 'done' || standing === 'doing' ? standing : 'todo'}>
                <a href={`${stage.address}#${step.id}`}>{step.text}</a>
                <span className="src">
                  Builds{' '}
                  {listed(
                    builds.map(({ skill, level }) => `${inSentence(lattice.skills[skill]?.title ?? skill)} to ${LEVEL_NAMES[level]}`),
                  )}
                  . Stage “{stage.title}”.
                </span>
                {standing === 'open' || standing === 'skip' ? (
                  <button
                    type="button"
                    className="act small"
                    disabled={!awake}
                    onClick={() => act(put([each]), `In your plan: ${step.text}`)}
                  >
                    {standing === 'skip' ? 'Not for me, you said. Put it in my plan after all' : 'Put it in my plan'}
                    <span className="sr-only">: {step.text}</span>
                  </button>
                ) : (
                  <b className="standing">{STANDING_WORDS[standing]}</b>
                )}
              </li>
            )
          })}
        </ul>
      </details>
    </>
  )
}
