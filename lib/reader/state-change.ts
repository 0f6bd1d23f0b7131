import type { PathwayOutline } from './outline.ts'
import { type Change, type MarkFields, markOf, type Progress, type State } from './progress.ts'
import { markFor } from './standing.ts'

/**
 * The act of a reader who says how far they are with a step. `today` becomes its day when it becomes done; a step that is not done
 * has none.
 */
export function stateChange(progress: Progress, step: string, state: State, today: string, retired: PathwayOutline['retired']): Change {
  const shown = markFor(progress, step, retired)
  const doneOn = state === 'done' ? (shown.state === 'done' && shown.doneOn) || today : ''
  return stepChange(progress, step, { state, doneOn }, retired)
}

/**
 * The act of a reader who says something of a step. The first word on it takes over what stood with the steps it came after, which
 * would else no longer be shown. `notedFrom` is the note as it was when the reader began to write.
 */
export function stepChange(
  progress: Progress,
  step: string,
  fields: MarkFields,
  retired: PathwayOutline['retired'],
  notedFrom?: string,
): Change {
  const shown = markFor(progress, step, retired)
  if (shown === markOf(progress, step)) return { what: 'step', id: step, fields, ...(notedFrom === undefined ? {} : { notedFrom }) }
  const { changes: _, ...all } = shown
  const taken = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
  return { what: 'step', id: step, fields: { ...taken, ...fields }, notedFrom: '' }
}
