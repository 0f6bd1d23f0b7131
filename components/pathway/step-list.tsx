import { Fragment } from 'react'
import { LevelMark } from '#components/role/competencies.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { today } from '#lib/fields.ts'
import { retiredSteps } from '#lib/guide-outline.ts'
import { countryName } from '#lib/money.ts'
import { successorOf } from '#lib/reader/standing.ts'

/**
 * The actions of a stage in order, each with its permanent anchor and a box to tick on paper. The `data-` attributes are what
 * `components/islands/stage-marks.ts` needs to let readers mark them here: the build day, and for each step its words and the
 * ids it had before.
 */
export function StepList({ stage, pathway, library }: { stage: Entry<'stages'>; pathway: Entry<'pathways'>; library: Library }) {
  const where = new Map(
    library.stagesOf(pathway.id).flatMap((each) => each.data.steps.map((step) => [step.id, { step, address: each.address }] as const)),
  )
  const retired = retiredSteps(pathway, library)
  const formerOf = (step: string) => retired.filter(({ id }) => successorOf(id, retired) === step).map(({ id }) => id)
  return (
    <ol className="steps" data-built={today()}>
      {stage.data.steps.map((step) => (
        <li key={step.id} id={step.id} data-step={step.text} data-former={formerOf(step.id).join(' ') || undefined}>
          <h3>
            {step.text}
            {step.optional ? <small> optional</small> : null}{' '}
            <a className="anchor" href={`#${step.id}`} aria-label="Link to this step">
              #
            </a>
          </h3>
          <p>{step.why}</p>
          <dl className="step-facts">
            <div>
              <dt>You have it when</dt>
              <dd>{step.evidence}</dd>
            </div>
            <div>
              <dt>Time</dt>
              <dd>
                {step.effort.low === step.effort.high ? step.effort.low : `${step.effort.low}–${step.effort.high}`} hours, our estimate
              </dd>
            </div>
            {step.prerequisites ? (
              <div>
                <dt>First</dt>
                <dd>
                  {step.prerequisites.map((id, index) => {
                    const before = where.get(id)
                    return (
                      <Fragment key={id}>
                        {index > 0 ? '; ' : ''}
                        <a href={`${before?.address === stage.address ? '' : before?.address}#${id}`}>
                          {before?.step.text.replace(/\.$/, '')}
                        </a>
                      </Fragment>
                    )
                  })}
                </dd>
              </div>
            ) : null}
            {step.competencies.length > 0 ? (
              <div>
                <dt>Builds</dt>
                <dd>
                  {step.competencies.map(({ skill, level }) => {
                    const found = library.get('skills', skill)
                    return (
                      <span className="builds" key={skill}>
                        <a href={found.address}>{found.data.title}</a> <LevelMark level={level} />
                      </span>
                    )
                  })}
                </dd>
              </div>
            ) : null}
            {step.metrics ? (
              <div>
                <dt>Watch</dt>
                <dd>
                  {step.metrics.map((id, index) => (
                    <Fragment key={id}>
                      {index > 0 ? ', ' : ''}
                      <a href={library.get('metrics', id).address}>{library.get('metrics', id).data.title.toLowerCase()}</a>
                    </Fragment>
                  ))}
                </dd>
              </div>
            ) : null}
            {step.cost ? (
              <div>
                <dt>Cost</dt>
                <dd>{step.cost}</dd>
              </div>
            ) : null}
            {step.free ? (
              <div>
                <dt>For nothing</dt>
                <dd>{step.free}</dd>
              </div>
            ) : null}
            {step.resources?.map(({ title, url }) => (
              <div key={url}>
                <dt>Read</dt>
                <dd>
                  <a href={url}>{title}</a>
                </dd>
              </div>
            ))}
            {step.countryNotes?.map(({ country, note }) => (
              <div key={country}>
                <dt>{countryName(country)}</dt>
                <dd>{note}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
