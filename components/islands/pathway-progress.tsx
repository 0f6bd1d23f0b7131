'use client'
import { Fragment, type ReactNode } from 'react'
import type { FormerNames, PathwayOutline, RoleOutline, SkillOutline } from '#lib/reader/outline.ts'
import type { Start } from '#lib/reader/progress.ts'
import {
  type Count,
  currentStage,
  gapsTo,
  markFor,
  pathwayCount,
  type StageStanding,
  shownSkills,
  stageState,
  stagesStanding,
} from '#lib/reader/standing.ts'
import { ActsBar, useActs } from './acts.tsx'
import { Island } from './island.tsx'
import { useProgress, useToday } from './reader-store.ts'
import { SkillLevels } from './skill-levels.tsx'
import { StartQuestions } from './start-questions.tsx'
import { StepMarks } from './step-marks.tsx'
import { StripPicture } from './strip-picture.tsx'
import { TroubleNotice } from './trouble.tsx'

interface Props {
  pathway: PathwayOutline
  /** The other pathways, for what their steps have shown already. */
  elsewhere: readonly PathwayOutline[]
  role?: RoleOutline | undefined
  skills: readonly SkillOutline[]
  former: FormerNames
  builtOn: string
  /** By stage: how many steps, how many hours, how long according to whom. */
  stageNotes: readonly string[]
  headings: Record<'where' | 'stages' | 'skills', ReactNode>
}

/** A pathway to follow: where to begin, every step to mark, what has been shown, and the line as a picture. */
export default function PathwayProgress(props: Props) {
  return (
    <Island>
      <ActsBar>
        <Following {...props} />
      </ActsBar>
    </Island>
  )
}

function Following({ pathway, elsewhere, role, skills, former, builtOn, stageNotes, headings }: Props) {
  const progress = useProgress(former)
  const today = useToday(builtOn)
  const start = progress.starts.get(pathway.id)
  const standing = stagesStanding(progress, pathway)
  const count = pathwayCount(progress, pathway)
  // Nobody is anywhere before they said so.
  const begun = start !== undefined || count.done + count.doing + count.skipped > 0
  const current = begun ? currentStage(standing) : undefined
  const pathways = [pathway, ...elsewhere]
  const shown = shownSkills(progress, pathways)
  return (
    <>
      <TroubleNotice />
      {headings.where}
      <p>Answer what you like, or none of it and start where you want.</p>
      <StartQuestions pathway={pathway} start={start} />
      {headings.stages}
      <PathwayCount count={count} />
      <ol className="stages">
        {standing.map((each) => (
          <Stage key={each.stage.id} standing={each} pathway={pathway} start={start} here={each === current} note={stageNotes[each.order]}>
            {each.stage.steps.map((step) => {
              const known = step.builds.length > 0 && step.builds.every(([skill, level]) => (shown.get(skill)?.level ?? 0) >= level)
              const mark = markFor(progress, step.id, pathway.retired)
              return (
                <StepMarks
                  key={step.id}
                  step={step}
                  mark={mark}
                  today={today}
                  retired={pathway.retired}
                  address={each.stage.address}
                  note={known && mark.state === 'todo' ? KNOWN : undefined}
                />
              )
            })}
          </Stage>
        ))}
      </ol>
      <figure className="line-so-far">
        <StripPicture standing={standing} />
        <figcaption className="src">
          The same line as a picture: empty is to do, half is begun, ticked is done, a bar is behind you or not for you.
        </figcaption>
      </figure>
      <ToPlan pathway={pathway} target={progress.plan.target} />
      {role ? (
        <>
          {headings.skills}
          <SkillLevels role={role} gaps={gapsTo(role, progress, pathways)} skills={skills} />
        </>
      ) : null}
    </>
  )
}

/** The way to the reader's plan. A plan that leads elsewhere is not turned round without a word. */
function ToPlan({ pathway, target }: { pathway: PathwayOutline; target: string }) {
  const { act } = useActs()
  const own = pathway.goal ?? pathway.id
  const set = () => act({ what: 'plan', fields: { target: own } }, 'Your plan leads here.')
  return (
    <div className="to-plan">
      <p className="acts-row">
        <a className="act main" href="/plan/" onClick={target === '' ? set : undefined}>
          {target === '' ? 'Make it your plan' : 'Your plan'}
        </a>
        {target !== '' && target !== own ? (
          <button type="button" className="act" onClick={set}>
            Let my plan lead here
          </button>
        ) : null}
      </p>
      <p className="src">
        Dates at your pace, a page for your manager, print, file, calendar. It stays on this device unless you share it.
      </p>
    </div>
  )
}

/** One element for all steps, so that marking one does not draw the others again. */
const KNOWN = <p className="src known">You can show what this builds already, from another step or by your own word.</p>

function PathwayCount({ count }: { count: Count }) {
  return (
    <div className="pathway-count">
      <p>
        <b>
          {count.done} of {count.total} steps done
        </b>
        , {count.percent}%{count.doing > 0 ? `; ${count.doing} under way` : ''}
        {count.skipped > 0 ? `; ${count.skipped} not for you and not counted` : ''}.
      </p>
      <progress max={Math.max(1, count.total)} value={count.done} aria-label="Steps done" />
    </div>
  )
}

interface StageProps {
  standing: StageStanding
  pathway: PathwayOutline
  start: Start | undefined
  here: boolean
  note: string | undefined
  children: ReactNode
}

function Stage({ standing, pathway, start, here, note, children }: StageProps) {
  const { stage, order, behind, count } = standing
  return (
    <li className="stage" data-state={stageState(count, behind)} aria-current={here ? 'step' : undefined}>
      <span className="station sign" aria-hidden="true">
        {order}
      </span>
      <div>
        <h3>
          <a href={stage.address}>
            <span className="sr-only">Stage {order}: </span>
            {stage.title}
          </a>
        </h3>
        <p>{stage.purpose}</p>
        <p className="src">{note}</p>
        <p className="stage-count">
          {behind ? 'Already behind you' : <StageCount count={count} />}
          <Reopen standing={standing} pathway={pathway} start={start} />
        </p>
        <details className="stage-steps">
          <summary>
            The {stage.steps.length} steps<span className="sr-only"> of {stage.title}</span>
          </summary>
          <ol className="mark-steps">{children}</ol>
        </details>
      </div>
    </li>
  )
}

function StageCount({ count: { done, doing, total, skipped } }: { count: Count }) {
  const parts = [
    `${done} of ${total} done`,
    ...(doing > 0 ? [`${doing} under way`] : []),
    ...(skipped > 0 ? [`${skipped} not for you`] : []),
  ]
  return <Fragment>{parts.join(', ')}</Fragment>
}

/** Opens a stage that lies behind the reader again, and puts it back. */
function Reopen({ standing: { stage, order, behind }, pathway, start }: Pick<StageProps, 'standing' | 'pathway' | 'start'>) {
  const { act } = useActs()
  const reopened = start?.reopened.includes(stage.id) === true
  if (!start || !(behind || reopened)) return null
  const toggle = () =>
    act(
      {
        what: 'start',
        pathway: pathway.id,
        stage: start.stage,
        reopened: reopened ? start.reopened.filter((id) => id !== stage.id) : [...start.reopened, stage.id],
      },
      reopened ? `Stage ${order} is behind you again.` : `Stage ${order} is open again, and its steps count.`,
    )
  return (
    <button type="button" className="act small" onClick={toggle}>
      {reopened ? 'Put it behind me' : 'Open it again'}
      <span className="sr-only">: {stage.title}</span>
    </button>
  )
}
