import { type PathwayOutline, type StageOutline, type StepOutline, stepsOf } from './outline.ts'
import type { SkillGap } from './routes.ts'

/** A step of a pathway that closes gaps before a move, or part of them. */
export interface GapStep {
  step: StepOutline
  stage: StageOutline
  pathway: PathwayOutline
  /** The gaps it works on, and the level it builds each to: 1 foundation to 4 expert. */
  builds: readonly { skill: string; level: number }[]
}

/** More of them for one gap would be a wall. */
const MOST_EACH = 2

/**
 * Steps that close the gaps, at most two for each: those that build the skill to what is asked before those that only come nearer,
 * those of a pathway to one of the `goals` before others, an earlier goal first. A step that closes several stands once.
 */
export function gapSteps(gaps: readonly SkillGap[], pathways: readonly PathwayOutline[], goals: readonly string[]): GapStep[] {
  const all = stepsOf(pathways)
  const near = ({ pathway }: { pathway: PathwayOutline }) => {
    const place = goals.indexOf(pathway.goal ?? '')
    return place < 0 ? goals.length : place
  }
  const chosen = new Set<StepOutline>()
  for (const { skill, have, asked } of gaps) {
    const level = (step: StepOutline) => Math.max(0, ...step.builds.flatMap(([built, to]) => (built === skill ? [to] : [])))
    const rank = (each: (typeof all)[number]) => {
      const built = level(each.step)
      // Enough before too little; then the nearest to what is asked.
      return [built >= asked ? 0 : 1, near(each), Math.abs(built - asked), each.step.optional ? 1 : 0] as const
    }
    all
      .filter(({ step }) => level(step) > have)
      .map((each, place) => ({ each, order: [...rank(each), place] }))
      .sort((a, b) => firstDifference(a.order, b.order))
      .slice(0, MOST_EACH)
      .forEach(({ each }) => {
        chosen.add(each.step)
      })
  }
  return all
    .filter(({ step }) => chosen.has(step))
    .map((each) => ({
      ...each,
      builds: gaps.flatMap(({ skill, have }) =>
        each.step.builds.flatMap(([built, level]) => (built === skill && level > have ? [{ skill, level }] : [])),
      ),
    }))
}

const firstDifference = (a: readonly number[], b: readonly number[]) =>
  a.map((value, place) => value - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0
