import type { PathwayOutline, StageOutline } from './outline.ts'

interface Answer {
  question: string
  label: string
  stage: StageOutline
  /** Place of the stage on the line, from 0. */
  order: number
}

export interface Choice extends Answer {
  /** Answers that point to earlier stages: those may be worth opening again. */
  earlier: Answer[]
}

/**
 * The stage to begin with: the furthest that an answer points to, since later questions refine the first one and nobody needs to
 * walk twice. Answers that point to earlier stages come along. `answers` holds the chosen option of each question by its place;
 * undefined without any.
 */
export function chooseStart(pathway: PathwayOutline, answers: readonly (number | undefined)[]): Choice | undefined {
  const given = pathway.questions.flatMap(({ question, options }, place): Answer[] => {
    const option = options[answers[place] ?? -1]
    const order = pathway.stages.findIndex(({ id }) => id === option?.stage)
    const stage = pathway.stages[order]
    return option && stage ? [{ question, label: option.label, stage, order }] : []
  })
  const furthest = given.reduce<Answer | undefined>((best, each) => (best && best.order >= each.order ? best : each), undefined)
  return furthest && { ...furthest, earlier: given.filter(({ order }) => order < furthest.order) }
}
