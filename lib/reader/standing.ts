import { type PathwayOutline, type RoleOutline, type StageOutline, type StepOutline, stepsOf } from './outline.ts'
import { type Mark, markOf, type Progress, type State } from './progress.ts'

/** How far a reader is, counted from what the guide holds and never from what a page shows. */

/**
 * The reader's word on a step of today's guide. A step that took over from retired ones is as far as the best of them, as long
 * as nothing was said of it itself; their notes stand with it.
 */
export function markFor(progress: Progress, step: string, retired: PathwayOutline['retired']): Mark {
  const own = progress.steps.get(step)
  if (own) return own
  const former = retired
    .filter((each) => successorOf(each.id, retired) === step)
    .flatMap((each) => progress.steps.get(each.id) ?? [])
    .sort((a, b) => b.changes - a.changes)
  const best = former.find(({ state }) => state === 'done') ?? former[0]
  if (!best) return markOf(progress, step)
  return {
    ...best,
    note: former
      .map(({ note }) => note)
      .filter(Boolean)
      .join('\n\n'),
  }
}

/** The step that stands today for a retired one, at the end of the chain of successors. */
export function successorOf(id: string, retired: PathwayOutline['retired']): string | undefined {
  const next = new Map(retired.map((each) => [each.id, each.successor]))
  const seen = new Set<string>()
  let at: string | undefined = id
  while (at !== undefined && next.has(at) && !seen.has(at)) {
    seen.add(at)
    at = next.get(at)
  }
  return at === undefined || next.has(at) ? undefined : at
}

/** Retired steps that the reader had marked, and where the mark counts now. */
export const movedMarks = (progress: Progress, { retired }: PathwayOutline) =>
  retired
    .filter(({ id }) => progress.steps.has(id))
    .map((each) => ({ ...each, now: successorOf(each.id, retired), mark: markOf(progress, each.id) }))

export interface Count {
  /** Steps that count: all but those not for the reader. */
  total: number
  done: number
  doing: number
  skipped: number
  /** Whole percent, 100 exactly when everything that counts is done, 0 only when nothing is. */
  percent: number
}

export function countOf(states: readonly State[]): Count {
  const number = (state: State) => states.filter((each) => each === state).length
  const [done, doing, skipped] = [number('done'), number('doing'), number('skip')]
  const total = states.length - skipped
  const share = total === 0 ? 0 : (100 * done) / total
  const percent = done === 0 ? 0 : done === total ? 100 : Math.min(99, Math.max(1, Math.round(share)))
  return { total, done, doing, skipped, percent }
}

/** How far a stage is, in one word. A stage of which no step is for the reader is left out like one that lies behind. */
export type StageState = State | 'behind'

export function stageState({ total, done, doing, skipped }: Count, behind: boolean): StageState {
  if (behind) return 'behind'
  if (total === 0 && skipped > 0) return 'skip'
  if (total > 0 && done === total) return 'done'
  return done + doing > 0 ? 'doing' : 'todo'
}

export interface StageStanding {
  stage: StageOutline
  /** Its place on the line, from 0. */
  order: number
  /** The reader began after it and has not opened it again: its steps do not count. */
  behind: boolean
  count: Count
}

/** Every stage of a pathway with the reader's count. */
export function stagesStanding(progress: Progress, pathway: PathwayOutline): StageStanding[] {
  const start = progress.starts.get(pathway.id)
  // A stage that the guide no longer has is no start: then nothing is behind the reader.
  const first = pathway.stages.findIndex(({ id }) => id === start?.stage)
  return pathway.stages.map((stage, order) => ({
    stage,
    order,
    behind: order < first && !start?.reopened.includes(stage.id),
    count: countOf(stage.steps.map((step) => markFor(progress, step.id, pathway.retired).state)),
  }))
}

/** The reader's count over the stages that are not behind them. */
export function pathwayCount(progress: Progress, pathway: PathwayOutline): Count {
  const open = stagesStanding(progress, pathway).filter(({ behind }) => !behind)
  return countOf(open.flatMap(({ stage }) => stage.steps.map((step) => markFor(progress, step.id, pathway.retired).state)))
}

/** The first stage that is not behind the reader and holds a step still open; undefined when there is none. */
export const currentStage = (standing: readonly StageStanding[]) =>
  standing.find(({ behind, count }) => !behind && count.done < count.total)

/** Why we say that a reader can show a skill at a level. */
export type Ground = { by: 'step'; step: StepOutline } | { by: 'start'; stage: StageOutline } | { by: 'claim' }

export interface Shown {
  level: number
  ground: Ground
}

/**
 * The level at which a reader can show each skill, by id: from steps that are done, wherever they stand, from stages behind them,
 * and from what they say of themselves. The highest counts.
 */
export function shownSkills(progress: Progress, pathways: readonly PathwayOutline[]): Map<string, Shown> {
  const shown = new Map<string, Shown>()
  const note = (skill: string, level: number, ground: Ground) => {
    if (level > (shown.get(skill)?.level ?? 0)) shown.set(skill, { level, ground })
  }
  for (const { step, pathway } of stepsOf(pathways))
    if (markFor(progress, step.id, pathway.retired).state === 'done')
      for (const [skill, level] of step.builds) note(skill, level, { by: 'step', step })
  for (const [skill, { level }] of progress.claims) note(skill, level, { by: 'claim' })
  for (const pathway of pathways)
    for (const { stage, behind } of stagesStanding(progress, pathway))
      if (behind)
        for (const { builds, id } of stage.steps)
          if (markFor(progress, id, pathway.retired).state !== 'skip')
            for (const [skill, level] of builds) note(skill, level, { by: 'start', stage })
  return shown
}

export interface Gap {
  skill: string
  asked: number
  need: 'essential' | 'useful'
  /** 0 when nothing shows it. */
  have: number
  ground?: Ground
  /** Steps that build it to what is asked, or at least further than the reader is. */
  steps: { step: StepOutline; stage: StageOutline; pathway: PathwayOutline }[]
}

/** What a role asks against what the reader can show: open ones first, essential before useful, as the role lists them. */
export function gapsTo(role: Pick<RoleOutline, 'asks'>, progress: Progress, pathways: readonly PathwayOutline[]): Gap[] {
  const shown = shownSkills(progress, pathways)
  const all = stepsOf(pathways)
  const gaps = role.asks.map(({ skill, level: asked, need }): Gap => {
    const has = shown.get(skill)
    const have = has?.level ?? 0
    const open = all.filter(
      ({ step, pathway }) =>
        step.builds.some(([built, level]) => built === skill && level > have) &&
        !['done', 'skip'].includes(markFor(progress, step.id, pathway.retired).state),
    )
    return { skill, asked, need, have, ...(has ? { ground: has.ground } : {}), steps: have < asked ? open : [] }
  })
  const rank = ({ have, asked, need }: Gap) => (have < asked ? 0 : 2) + (need === 'essential' ? 0 : 1)
  return gaps.sort((a, b) => rank(a) - rank(b))
}
