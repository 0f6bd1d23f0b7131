import type { GuideOutline, PathwayOutline, RoleOutline, StageOutline, StepOutline } from './outline.ts'
import { daysBetween, type StageDates, stageDates } from './plan-dates.ts'
import type { Mark, Progress } from './progress.ts'
import { type Count, countOf, currentStage, type Gap, gapsTo, markFor, movedMarks, stagesStanding } from './standing.ts'

/** A reader's plan as it is shown, printed and exported: everything derived from progress and guide, nothing kept. */

export interface PlanStep {
  step: StepOutline
  stage: StageOutline
  pathway: PathwayOutline
  mark: Mark
  /** Its target date has passed and it is still open. */
  late: boolean
}

/** The steps of one stage that are in the plan. */
export interface PlanGroup {
  stage: StageOutline
  pathway: PathwayOutline
  /** Place of the stage on its line, from 0. */
  order: number
  /** Before the stage where the reader began. */
  behind: boolean
  steps: PlanStep[]
  count: Count
  /** For stages of the plan's own pathway that are not behind and still have open steps. */
  dates?: StageDates
}

export interface PlanView {
  /** What the plan leads to, in words; empty until chosen. */
  goal: string
  role?: RoleOutline
  pathway?: PathwayOutline
  today: string
  /** The stages of the chosen pathway in order. */
  groups: PlanGroup[]
  /** Stages elsewhere with steps that the reader has marked to do, doing or done. */
  others: PlanGroup[]
  /** Over all steps of the plan that are not behind the reader. */
  count: Count
  /** The stage at whose end the post is reached, or the last one where the way leads to no post; missing once nothing of it is open. */
  arrival?: PlanGroup
  /** The stage the reader is in. */
  current?: PlanGroup
  gaps: Gap[]
  /** What to take up next, at most three: what is begun, then what is due, then what comes first. */
  next: PlanStep[]
  /** Marks on steps that the guide no longer has. */
  moved: ReturnType<typeof movedMarks>
}

/** The role and pathway that a target names. One id may name both: the pathway then leads to the role. */
export function targetOf(id: string, { roles, pathways }: GuideOutline): { role?: RoleOutline; pathway?: PathwayOutline } {
  const pathway = pathways.find((each) => each.id === id) ?? pathways.find(({ goal }) => goal !== undefined && goal === id)
  const role = roles.find((each) => each.id === (pathway?.goal ?? id))
  return { ...(role ? { role } : {}), ...(pathway ? { pathway } : {}) }
}

export function planView(progress: Progress, guide: GuideOutline, today: string): PlanView {
  const { role, pathway } = targetOf(progress.plan.target, guide)
  const groupsOf = (one: PathwayOutline, keep: (mark: Mark, id: string) => boolean): PlanGroup[] =>
    stagesStanding(progress, one).map(({ stage, order, behind }) => {
      const steps = stage.steps.flatMap((step): PlanStep[] => {
        const mark = markFor(progress, step.id, one.retired)
        const open = mark.state === 'todo' || mark.state === 'doing'
        return keep(mark, step.id) ? [{ step, stage, pathway: one, mark, late: open && mark.target !== '' && mark.target < today }] : []
      })
      return { stage, pathway: one, order, behind, steps, count: countOf(steps.map(({ mark }) => mark.state)) }
    })
  const groups = pathway
    ? withDates(
        groupsOf(pathway, () => true),
        progress,
        today,
      )
    : []
  const others = guide.pathways
    .filter((each) => each !== pathway)
    .flatMap((each) => groupsOf(each, (mark) => mark.changes > 0 && mark.state !== 'skip'))
    .filter(({ steps }) => steps.length > 0)
  const inPlan = [...groups.filter(({ behind }) => !behind), ...others].flatMap(({ steps }) => steps)
  const standing = pathway ? currentStage(stagesStanding(progress, pathway)) : undefined
  const current = groups.find(({ stage }) => stage === standing?.stage)
  // What follows the stage in which the post is reached leads beyond it.
  const arrival = (pathway?.goal ? groups.find(({ stage }) => stage.role === pathway.goal) : undefined) ?? groups.at(-1)
  return {
    goal: role?.title ?? pathway?.title ?? '',
    ...(role ? { role } : {}),
    ...(pathway ? { pathway } : {}),
    today,
    groups,
    others,
    count: countOf(inPlan.map(({ mark }) => mark.state)),
    ...(arrival?.dates ? { arrival } : {}),
    ...(current ? { current } : {}),
    gaps: role ? gapsTo(role, progress, guide.pathways) : [],
    next: nextSteps(inPlan),
    moved: guide.pathways.flatMap((each) => movedMarks(progress, each)),
  }
}

function withDates(groups: PlanGroup[], progress: Progress, today: string): PlanGroup[] {
  const ahead = groups.filter(({ behind, count }) => !behind && count.done < count.total)
  const { since, pace } = progress.plan
  const work = ahead.map(({ stage, steps }, index) => {
    const open = steps.filter(({ mark }) => mark.state === 'todo' || mark.state === 'doing')
    const hours = (end: 0 | 1) => open.reduce((sum, { step }) => sum + (step.optional ? 0 : step.hours[end]), 0)
    return {
      hours: [hours(0), hours(1)] as const,
      ...(stage.stay ? { months: stage.stay.months } : {}),
      ...(index === 0 && since !== '' ? { spent: daysBetween(since, today) } : {}),
    }
  })
  const dates = stageDates(today, pace, work)
  return groups.map((group) => {
    const own = dates[ahead.indexOf(group)]
    return own ? { ...group, dates: own } : group
  })
}

const AT_ONCE = 3

/** What is begun first, then what has a date, the nearest first, then the rest in its order; a step waits for those before it. */
function nextSteps(steps: readonly PlanStep[]): PlanStep[] {
  const done = new Set(steps.filter(({ mark }) => mark.state === 'done' || mark.state === 'skip').map(({ step }) => step.id))
  const inPlan = new Set(steps.map(({ step }) => step.id))
  const ready = steps.filter(
    ({ step, mark }) =>
      mark.state === 'doing' ||
      (mark.state === 'todo' && !step.optional && (step.after ?? []).every((before) => done.has(before) || !inPlan.has(before))),
  )
  const rank = ({ mark }: PlanStep) => (mark.state === 'doing' ? '0' : mark.target !== '' ? `1${mark.target}` : '2')
  return ready.sort((a, b) => rank(a).localeCompare(rank(b), 'en')).slice(0, AT_ONCE)
}
