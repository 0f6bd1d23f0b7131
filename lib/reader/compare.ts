import { type GuideOutline, LEVEL_NAMES, type StageOutline, type StepOutline, stepsOf } from './outline.ts'
import { targetOf } from './plan-view.ts'
import { type Progress, STATE_NAMES, type State } from './progress.ts'
import { markFor } from './standing.ts'

export interface Comparison {
  /** Steps on which the two differ, in the order of the guide. */
  steps: { step: StepOutline; stage: StageOutline; mine: State; theirs: State }[]
  /** Everything else that differs: its name and how each of the two has it. */
  rest: { name: string; mine: string; theirs: string }[]
  /** Steps that somebody marked and both have the same. */
  same: number
}

/** Two plans beside each other. What is the same in both is only counted. */
export function compared(mine: Progress, theirs: Progress, guide: GuideOutline): Comparison {
  const steps: Comparison['steps'] = []
  let same = 0
  for (const { step, stage, pathway } of stepsOf(guide.pathways)) {
    const [own, other] = [markFor(mine, step.id, pathway.retired), markFor(theirs, step.id, pathway.retired)]
    if (own.state !== other.state) steps.push({ step, stage, mine: own.state, theirs: other.state })
    else if (own.changes > 0 && other.changes > 0) same++
  }
  const rest: Comparison['rest'] = []
  const note = (name: string, own: string, other: string) => {
    if (own !== other) rest.push({ name, mine: own || 'nothing', theirs: other || 'nothing' })
  }
  const goal = ({ plan }: Progress) => {
    const { role, pathway } = targetOf(plan.target, guide)
    return role?.title ?? pathway?.title ?? ''
  }
  note('Leads to', goal(mine), goal(theirs))
  note('Hours a week', String(mine.plan.pace), String(theirs.plan.pace))
  for (const pathway of guide.pathways) {
    const start = (progress: Progress) => pathway.stages.find(({ id }) => id === progress.starts.get(pathway.id)?.stage)?.title ?? ''
    note(`Start: ${pathway.title}`, start(mine), start(theirs))
  }
  for (const skill of guide.skills) {
    const claim = (progress: Progress) => LEVEL_NAMES[progress.claims.get(skill.id)?.level ?? 0] ?? ''
    note(`Own word: ${skill.title}`, claim(mine), claim(theirs))
  }
  return { steps, rest, same }
}

/** The word for a state as it stands in a sentence or a table cell. */
export const stateWord = (state: State) => STATE_NAMES[state].toLowerCase()
