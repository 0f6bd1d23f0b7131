import type { FormerNames } from './outline.ts'
import type { Progress } from './progress.ts'

const now = (names: Readonly<Record<string, string>>, id: string) => (Object.hasOwn(names, id) ? (names[id] as string) : id)

/**
 * Progress under the names of today's guide: what a reader said of a role, a pathway, a stage or a skill holds when that is renamed.
 * For showing only. What is stored keeps the old names, so that an older copy of the page still understands it.
 */
export function underTodaysNames(progress: Progress, { targets, stages, skills }: FormerNames): Progress {
  const starts = renamed(progress.starts, (former) => now(targets, former))
  return {
    steps: progress.steps,
    starts: new Map(
      [...starts].map(([pathway, { stage, reopened, changes }]) => {
        const stageNow = (id: string) => now(stages, `${pathway}/${id}`).slice(pathway.length + 1)
        return [pathway, { stage: stageNow(stage), reopened: reopened.map(stageNow), changes }]
      }),
    ),
    claims: renamed(progress.claims, (former) => now(skills, former)),
    plan: { ...progress.plan, target: now(targets, progress.plan.target) },
  }
}

/** Where something was said under both names, what was said last: under the new name, unless the old one was changed more often. */
function renamed<Value extends { changes: number }>(map: ReadonlyMap<string, Value>, name: (id: string) => string): Map<string, Value> {
  const found = new Map<string, Value>()
  for (const [id, value] of map) {
    const other = found.get(name(id))
    if (!other || value.changes > other.changes || (value.changes === other.changes && name(id) === id)) found.set(name(id), value)
  }
  return found
}
