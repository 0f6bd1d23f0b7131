import type { FormerNames } from './outline.ts'
import type { Progress } from './progress.ts'

const now = (names: Readonly<Record<string, string>>, id: string) => (Object.hasOwn(names, id) ? (names[id] as string) : id)

/**
 * Progress under the names of today's guide: what a reader said of a role, a pathway, a stage or a skill holds when that is renamed.
 * For showing only. What is stored keeps the old names, so that an older copy of the page still understands it.
 */
export function underTodaysNames(progress: Progress, { targets, stages, skills }: FormerNames): Progress {
  return {
    steps: progress.steps,
    starts: new Map(
      [...progress.starts].map(([former, { stage, reopened, changes }]) => {
        const pathway = now(targets, former)
        const stageNow = (id: string) => now(stages, `${pathway}/${id}`).slice(pathway.length + 1)
        return [pathway, { stage: stageNow(stage), reopened: reopened.map(stageNow), changes }]
      }),
    ),
    claims: new Map([...progress.claims].map(([skill, claim]) => [now(skills, skill), claim])),
    plan: { ...progress.plan, target: now(targets, progress.plan.target) },
  }
}
