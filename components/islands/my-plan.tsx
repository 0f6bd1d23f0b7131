'use client'
import { useEffect, useMemo, useState } from 'react'
import { underTodaysNames } from '#lib/reader/former-names.ts'
import { type GuideOutline, stepsOf } from '#lib/reader/outline.ts'
import { dayOf } from '#lib/reader/plan-dates.ts'
import { planFile } from '#lib/reader/plan-file.ts'
import { type FromLink, LINK_FAULTS, namesOf, readPlanFragment } from '#lib/reader/plan-link.ts'
import { type PlanView, planView } from '#lib/reader/plan-view.ts'
import { isEmpty } from '#lib/reader/progress.ts'
import { ActsBar } from './acts.tsx'
import { Incoming } from './incoming.tsx'
import { Island } from './island.tsx'
import { OneToOne } from './one-to-one.tsx'
import { PaperPlan } from './paper-plan.tsx'
import { PlanDates } from './plan-dates.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanGroups } from './plan-groups.tsx'
import { useAwake, useProgress, useSnapshot, useToday } from './reader-store.ts'
import { save as saveFile } from './save-file.ts'
import { SkillLevels } from './skill-levels.tsx'
import { StartAgain, TakeAlong } from './take-along.tsx'
import { TroubleNotice } from './trouble.tsx'
import { useGuide } from './use-guide.ts'

interface Props {
  guide: GuideOutline
  /** Address of the site, for links in files. */
  origin: string
}

/** The reader's plan: where to, when, which steps, what is missing, and how to take it along. */
export default function MyPlan({ origin }: { origin: string }) {
  const { guide, failed, again } = useGuide()
  return (
    <Island>
      <ActsBar>{guide ? <PlanPage guide={guide} origin={origin} /> : <Waiting failed={failed} again={again} />}</ActsBar>
    </Island>
  )
}

/** Until the guide's steps are there. What the reader marked needs no connection, so it can always be saved. */
function Waiting({ failed, again }: { failed: boolean; again: () => void }) {
  const { progress } = useSnapshot()
  const save = () => saveFile({ ...planFile(progress, dayOf(new Date())), type: 'application/json' })
  return (
    <div className="waiting" role="status">
      {failed ? (
        <div className="notice">
          <p>The steps of the guide could not be loaded. Are you without a connection? What you marked lies safe in this browser.</p>
          <p className="acts-row">
            <button type="button" className="act main" onClick={again}>
              Try again
            </button>
            {isEmpty(progress) ? null : (
              <button type="button" className="act" onClick={save}>
                Save my plan file
              </button>
            )}
          </p>
        </div>
      ) : (
        <p className="needs-script">Laying out your plan …</p>
      )}
    </div>
  )
}

export function PlanPage({ guide, origin }: Props) {
  const awake = useAwake()
  const today = useToday(guide.builtOn)
  const progress = useProgress(guide.former)
  const { hasBefore } = useSnapshot()
  const view = useMemo(() => planView(progress, guide, today), [progress, guide, today])
  const [link, closeLink] = useLinkedPlan(guide)
  const { role, pathway } = view
  return (
    <>
      <div className="screen">
        <TroubleNotice />
        {link && 'fault' in link ? (
          <div className="notice" role="status">
            <p>{LINK_FAULTS[link.fault]} Your own plan is as it was.</p>
            <p className="acts-row">
              <button type="button" className="act" onClick={closeLink}>
                Put the link away
              </button>
            </p>
          </div>
        ) : null}
        {link && 'progress' in link ? (
          <Incoming
            from="link"
            theirs={underTodaysNames(link.progress, guide.former)}
            unknown={link.unknown}
            guide={guide}
            today={today}
            onClose={closeLink}
          />
        ) : null}
        <MovedMarks view={view} guide={guide} />
        <div className="plan-side">
          <h2 id="plan-goal">Where to</h2>
          <PlanForm guide={guide} plan={progress.plan} today={today} />
          {view.goal === '' ? (
            <p className="needs-script">{awake ? 'Choose a post, and the plan fills itself with the steps that lead to it.' : null}</p>
          ) : (
            <WhereNow view={view} />
          )}
          {pathway ? (
            <>
              <h2 id="plan-when">When, if all goes well and if it does not</h2>
              <PlanDates view={view} pace={progress.plan.pace} />
            </>
          ) : null}
          {role && !pathway ? (
            <p className="why">
              No pathway leads to this post yet. The plan goes by the skills it asks for: put the steps in it that build them.
            </p>
          ) : null}
        </div>
        <div className="plan-main">
          {view.goal === '' && view.others.length === 0 ? null : (
            <>
              <h2 id="plan-steps">The steps</h2>
              <PlanGroups view={view} />
            </>
          )}
          {role ? (
            <>
              <h2 id="plan-skills">What the post asks, and what you can show</h2>
              <SkillLevels role={role} gaps={view.gaps} skills={guide.skills} plan={view} />
            </>
          ) : null}
          {view.goal === '' ? null : (
            <>
              <h2 id="plan-talk">For your next one-to-one</h2>
              <OneToOne view={view} guide={guide} />
            </>
          )}
          <h2 id="plan-along">{isEmpty(progress) ? 'Bring a plan back' : 'Take it along'}</h2>
          <TakeAlong view={view} progress={progress} guide={guide} origin={origin} />
          {awake && (hasBefore || !isEmpty(progress)) ? (
            <>
              <h2 id="plan-again">Start again</h2>
              <StartAgain />
            </>
          ) : null}
        </div>
      </div>
      <PaperPlan view={view} guide={guide} plan={progress.plan} />
    </>
  )
}

function WhereNow({ view: { count, current, pathway } }: { view: PlanView }) {
  return (
    <p className="plan-count">
      <b>
        {count.done} of {count.total} steps done
      </b>
      , {count.percent}%.{' '}
      {current ? (
        <>
          You are in stage {current.order}, <a href={current.stage.address}>{current.stage.title.toLowerCase()}</a>.{' '}
        </>
      ) : null}
      {pathway ? <a href={`${pathway.address}#where`}>Not where you are? Answer the questions.</a> : null}
    </p>
  )
}

/** The plan that the address carries, and how to be done with it: the address then carries nothing any more. */
function useLinkedPlan(guide: GuideOutline): [FromLink | undefined, () => void] {
  const [link, setLink] = useState<FromLink>()
  useEffect(() => {
    // A link within the page, to a step, changes the fragment too: the plan that is looked at stays.
    const read = () => setLink((before) => readPlanFragment(location.hash, namesOf(guide)) ?? before)
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [guide])
  const close = () => {
    history.replaceState(null, '', location.pathname)
    setLink(undefined)
  }
  return [link, close]
}

/** Marks on steps that the guide no longer has: where they count now, and what was noted there. */
function MovedMarks({ view, guide }: { view: PlanView; guide: GuideOutline }) {
  if (view.moved.length === 0) return null
  const steps = new Map(stepsOf(guide.pathways).map((each) => [each.step.id, each]))
  return (
    <details className="notice">
      <summary>
        The guide has changed {view.moved.length === 1 ? 'a step' : `${view.moved.length} steps`} that you had marked. Nothing is lost.
      </summary>
      <ul className="bullets">
        {view.moved.map(({ id, text, now, mark }) => {
          const successor = now === undefined ? undefined : steps.get(now)
          return (
            <li key={id}>
              “{text}”{' '}
              {successor ? (
                <>
                  is now part of “<a href={`${successor.stage.address}#${successor.step.id}`}>{successor.step.text}</a>”. Your mark counts
                  there.
                </>
              ) : (
                'was taken out. Your mark is kept in your file.'
              )}
              {mark.note ? <bdi className="own-note">{mark.note}</bdi> : null}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
