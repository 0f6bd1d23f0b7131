import type { GuideOutline, PathwayOutline, RoleOutline, StageOutline, StepOutline } from '#lib/reader/outline.ts'
import { NOTHING, type Progress, type State } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'

/** Small guides, made as a test needs them. */

export const step = (id: string, rest: Partial<StepOutline> = {}): StepOutline => ({
  id,
  text: `Do ${id}.`,
  evidence: `A note on ${id}.`,
  hours: [1, 2],
  builds: [],
  ...rest,
})

export const stage = (id: string, steps: readonly (string | StepOutline)[], rest: Partial<StageOutline> = {}): StageOutline => ({
  id,
  title: id,
  purpose: `To be through ${id}.`,
  address: `/pathways/up/${id}/`,
  steps: steps.map((each) => (typeof each === 'string' ? step(each) : each)),
  ...rest,
})

export const pathway = (id: string, stages: readonly StageOutline[], rest: Partial<PathwayOutline> = {}): PathwayOutline => ({
  id,
  title: `To ${id}`,
  address: `/pathways/${id}/`,
  questions: [],
  stages,
  retired: [],
  ...rest,
})

export const role = (id: string, asks: RoleOutline['asks']): RoleOutline => ({ id, title: id, address: `/roles/${id}/`, asks })

export const guideOf = (pathways: readonly PathwayOutline[], roles: readonly RoleOutline[] = []): GuideOutline => ({
  builtOn: '2026-11-22',
  pathways,
  roles,
  skills: [],
  former: { targets: {}, stages: {}, skills: {} },
})

/** Progress in which these steps have these states. */
export const withStates = (states: Record<string, State>, rest: Partial<Progress> = {}): Progress => ({
  ...NOTHING,
  steps: new Map(Object.entries(states).map(([id, state]) => [id, marked({ state })])),
  ...rest,
})

/** The start of a reader who began at a stage of a pathway. */
export const begun = (id: string, at: string, reopened: readonly string[] = []): Pick<Progress, 'starts'> => ({
  starts: new Map([[id, { stage: at, reopened, changes: 1 }]]),
})

/** What one post, or all steps of one pathway, ask: each skill once, at the highest level. */
export function asksOf(steps: readonly StepOutline[]): RoleOutline['asks'] {
  const highest = new Map<string, number>()
  for (const { builds } of steps) for (const [skill, level] of builds) highest.set(skill, Math.max(level, highest.get(skill) ?? 0))
  return [...highest].map(([skill, level]) => ({ skill, level, need: 'useful' }))
}
