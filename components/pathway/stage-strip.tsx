import type { Entry, Library } from '#lib/content/library.ts'
import { formatFigure } from '#lib/money.ts'
import './pathway.css'

/** Hours of own time a stage asks for, from its steps: our estimate, so it is called one. */
export function stageHours(stage: Entry<'stages'>): string {
  const total = (end: 'low' | 'high') => Math.round(stage.data.steps.reduce((sum, step) => sum + (step.optional ? 0 : step.effort[end]), 0))
  return `${total('low')}–${total('high')} hours of your own time, our estimate`
}

/** The pathway as a strip map: ordered stages down one line. `here` marks the page being read. */
export function StageStrip({ stages, library, here }: { stages: Entry<'stages'>[]; library: Library; here?: string }) {
  return (
    <ol className={here ? 'stages compact' : 'stages'}>
      {stages.map((stage, index) => {
        const current = stage.id === here
        const [time] = stage.data.time
        return (
          <li key={stage.id} className="stage" aria-current={current ? 'true' : undefined}>
            <span className="station sign" aria-hidden="true">
              {index}
            </span>
            <div>
              {current ? (
                <b>
                  {stage.data.title} <span className="stop-note">you are here</span>
                </b>
              ) : (
                <a href={stage.address}>
                  <span className="sr-only">Stage {index}: </span>
                  {stage.data.title}
                </a>
              )}
              {here ? null : (
                <>
                  <p>{stage.data.purpose}</p>
                  <p className="src">
                    {stage.data.steps.length} steps · {stageHours(stage)} ·{' '}
                    {time ? `${formatFigure(library.figure(time).figure)} in one source` : 'no reliable figure yet for how long'}
                  </p>
                </>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
