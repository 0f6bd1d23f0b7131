import type { Entry, Library } from '#lib/content/library.ts'
import { formatFigure } from '#lib/money.ts'
import '../lattice/station.css'
import './pathway.css'

/** Hours of own time a stage asks for, from its steps: our estimate, so it is called one. */
export function stageHours(stage: Entry<'stages'>): string {
  const total = (end: 'low' | 'high') => Math.round(stage.data.steps.reduce((sum, step) => sum + (step.optional ? 0 : step.effort[end]), 0))
  return `${total('low')}–${total('high')} hours of your own time, our estimate`
}

/** What a stage costs in steps, hours and months, in one line. */
export function stageNote(stage: Entry<'stages'>, library: Library): string {
  const [time] = stage.data.time
  const length = time ? `${formatFigure(library.figure(time).figure)} in one source` : 'no reliable figure yet for how long'
  return `${stage.data.steps.length} steps · ${stageHours(stage)} · ${length}`
}

/**
 * The stages of a pathway as a strip beside one of them. `here` is the page being read. The `data-` attributes are what
 * `components/islands/stage-marks.ts` needs to fill the stations in.
 */
export function StageStrip({ stages, here }: { stages: Entry<'stages'>[]; here: string }) {
  return (
    <ol className="stages compact" data-pathway={here.slice(0, here.indexOf('/'))}>
      {stages.map((stage, index) => (
        <li
          key={stage.id}
          className="stage"
          aria-current={stage.id === here ? 'true' : undefined}
          data-stage={stage.id.slice(stage.id.indexOf('/') + 1)}
          data-steps={stage.data.steps.map(({ id }) => id).join(' ')}
        >
          <span className="station sign" aria-hidden="true">
            {index}
          </span>
          <div>
            {stage.id === here ? (
              <b>
                {stage.data.title} <span className="stop-note">you are here</span>
              </b>
            ) : (
              <a href={stage.address}>
                <span className="sr-only">Stage {index}: </span>
                {stage.data.title}
              </a>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
