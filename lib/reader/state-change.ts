import type { PathwayOutline } from './outline.ts'
import { type Change, markOf, type Progress, type State } from './progress.ts'
import { markFor } from './standing.ts'

/**
 * The act of a reader who says how far they are with a step. `today` becomes its day when it becomes done; a step that is not done
 * has none. The first word on a step takes over what stood with the steps it came after, which would else no longer be shown.
 */
export function stateChange(progress: Progress, step: string, state: State, today: string, retired: PathwayOutline['retired']): Change {
  const shown = markFor(progress, step, retired)
  const fields = { state, doneOn: state === 'done' ? (shown.state === 'done' && shown.doneOn) || today : '' }
  if (shown === markOf(progress, step)) return { what: 'step', id: step, fields }
  const { note, target, evidence } = shown
  const taken = Object.fromEntries(Object.entries({ note, target, evidence }).filter(([, text]) => text !== ''))
  return { what: 'step', id: step, fields: { ...taken, ...fields }, notedFrom: '' }
}
