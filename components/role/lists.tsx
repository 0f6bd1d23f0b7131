import { Fragment } from 'react'
import { SourceLinks } from '#components/article/source-links.tsx'
import { VERDICTS } from '#lib/certification.ts'
import type { Entry, Library } from '#lib/content/library.ts'
import { countryName, formatWhen } from '#lib/money.ts'
import { questionAnchor } from '#lib/row-anchors.ts'

type Props = { role: Entry<'roles'>; library: Library }

export function Shift({ setting, hours }: { setting: string; hours: { time: string; what: string }[] }) {
  return (
    <>
      <p className="setting">{setting}</p>
      <ol className="hours">
        {hours.map(({ time, what }) => (
          <li key={time + what}>
            <time className="sign">{time}</time> {what}
          </li>
        ))}
      </ol>
    </>
  )
}

const AI_MARKS = { automated: 'Mostly automated now', assisted: 'Assisted by software', human: 'Still human' } as const

/** Duties in order of weight. A mark about software stands only where a recent source supports it. */
export function Duties({ role, library }: Props) {
  return (
    <ol className="duties">
      {role.data.duties.map(({ text, ai, metrics }) => (
        <li key={text}>
          {text}
          {metrics && metrics.length > 0 ? (
            <small className="moves-number">
              {' '}
              Moves{' '}
              {metrics.map((id, index) => {
                const metric = library.get('metrics', id)
                return (
                  <Fragment key={id}>
                    {index > 0 ? ', ' : ''}
                    <a href={metric.address}>{metric.data.title.toLowerCase()}</a>
                  </Fragment>
                )
              })}
              .
            </small>
          ) : null}
          {ai ? (
            <small className="ai" data-mark={ai.mark}>
              <b>{AI_MARKS[ai.mark]}.</b> {ai.note} <SourceLinks ids={[ai.source]} library={library} />, {formatWhen(ai.asOf)}.
            </small>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

export function Routes({ role, library }: Props) {
  const { routes, degree, hiringSteps } = role.data
  return (
    <>
      <dl className="facts">
        {routes.map((route) => (
          <div key={route.title}>
            <dt>
              {route.title}
              {route.countries ? <small>{route.countries.map(countryName).join(', ')}</small> : null}
            </dt>
            <dd>
              {route.text} {route.sources ? <SourceLinks ids={route.sources} library={library} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      <h3 id="degree-rules">Do you need a degree?</h3>
      <dl className="facts">
        {degree.map(({ where, rule, source }) => (
          <div key={where}>
            <dt>{where}</dt>
            <dd>
              {rule} {source ? <SourceLinks ids={[source]} library={library} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      <h3 id="hiring">How the hiring runs</h3>
      <ol className="numbered">
        {hiringSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  )
}

export function FirstNinety({ role }: { role: Entry<'roles'> }) {
  return (
    <dl className="facts">
      {role.data.firstNinety.map(({ when, what }) => (
        <div key={when}>
          <dt>{when}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Certificates({ role, library }: Props) {
  return (
    <ul className="verdicts">
      {role.data.certifications.map(({ certification, verdict, why }) => {
        const found = library.get('certifications', certification)
        return (
          <li key={certification}>
            <b className="verdict" data-verdict={verdict}>
              {VERDICTS[verdict]}
            </b>
            <span>
              <a href={found.address}>{found.data.title}</a> {why}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

export function Work({ role, library }: Props) {
  const links = (kind: 'service-lines' | 'industries', ids: string[]) => (
    <ul className="plain">
      {ids.map((id) => {
        const found = library.get(kind, id)
        return (
          <li key={id}>
            <a href={found.address}>{found.data.title}</a>
          </li>
        )
      })}
    </ul>
  )
  return (
    <dl className="facts">
      {role.data.serviceLines.length > 0 ? (
        <div>
          <dt>Kinds of work</dt>
          <dd>{links('service-lines', role.data.serviceLines)}</dd>
        </div>
      ) : null}
      {role.data.industries.length > 0 ? (
        <div>
          <dt>Client industries</dt>
          <dd>{links('industries', role.data.industries)}</dd>
        </div>
      ) : null}
    </dl>
  )
}

export function Tips({ role }: { role: Entry<'roles'> }) {
  return (
    <ul className="tips">
      {role.data.tips.map(({ kind, text, recovery }) => (
        <li key={text} data-kind={kind}>
          <b>{kind === 'do' ? 'Do' : 'Avoid'}</b>
          <div>
            <p>{text}</p>
            <p className="recovery">
              <span>If it has already happened:</span> {recovery}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

export function Questions({ items }: { items: { question: string; answer: string }[] }) {
  return items.map(({ question, answer }) => (
    <div key={question} className="question">
      <h3 id={questionAnchor(question)}>{question}</h3>
      <p>{answer}</p>
    </div>
  ))
}

export function Learn({ role }: { role: Entry<'roles'> }) {
  return (
    <ul className="plain spaced">
      {(role.data.learn ?? []).map(({ title, by, url, free, note }) => (
        <li key={title}>
          {url ? <a href={url}>{title}</a> : <cite>{title}</cite>}, {by}. {free ? 'Free.' : 'Costs money.'} {note}
        </li>
      ))}
    </ul>
  )
}
