import { Fragment } from 'react'
import { ArticleBody } from '#components/article/article-body.tsx'
import { Facts } from '#components/article/facts.tsx'
import { FigureList } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { SourceLinks } from '#components/article/source-links.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { article, definedTerm } from '#lib/json-ld.ts'
import { GOOD_DIRECTIONS } from '#lib/metric.ts'
import { trailOf } from '#lib/trail.ts'
import './metric.css'

export function MetricPage({ metric, library }: { metric: Entry<'metrics'>; library: Library }) {
  const { formula, inputs, unit, goodDirection, whoMovesIt, gaming, example, ranges, rangesNote, related, abbreviation } = metric.data
  const roles = library
    .all('roles')
    .flatMap((role) => role.data.measuredBy.filter((each) => each.metric === metric.id).map((measure) => ({ role, measure })))
  return (
    <ArticlePage
      entry={metric}
      library={library}
      trail={trailOf(metric)}
      title={
        <>
          {metric.data.title} {abbreviation ? <small className="abbreviation">{abbreviation}</small> : null}
        </>
      }
      board={
        <Board
          rows={[
            { label: 'Formula', answer: <span className="formula">{formula}</span>, note: `Counted in ${unit}.` },
            { label: 'Good is', answer: GOOD_DIRECTIONS[goodDirection] },
            { label: 'Who moves it', answer: whoMovesIt },
          ]}
        />
      }
      contents={[
        { id: 'example', text: 'A worked example' },
        ...bodyContents(metric),
        { id: 'gaming', text: 'How it is gamed' },
        { id: 'normal', text: 'What is normal?' },
        ...(roles.length > 0 ? [{ id: 'roles', text: 'Who answers for it' }] : []),
      ]}
      sources={sourcesOf(metric, library, ranges)}
      jsonLd={[article(metric, definedTerm(metric))]}
      pager={neighbours(library.all('metrics'), metric.id)}
    >
      <SectionHeading id="example">A worked example</SectionHeading>
      <p>{example.situation}</p>
      <ol className="working">
        {example.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="result">
        <b>{example.result}</b>{' '}
        {example.source ? (
          <SourceLinks ids={[example.source]} library={library} />
        ) : (
          <small>The numbers are made up to show the sum.</small>
        )}
      </p>
      <h3 id="inputs">What goes in</h3>
      <Facts rows={inputs.map(({ name, meaning }) => ({ name, text: meaning }))} />
      <ArticleBody entry={metric} library={library} />
      <SectionHeading id="gaming">How it is gamed, and where that shows</SectionHeading>
      <Facts rows={gaming.map(({ how, sign }) => ({ name: how, text: sign }))} />
      <SectionHeading id="normal">What is normal?</SectionHeading>
      <div className="compare">
        <FigureList ids={ranges ?? []} library={library} />
        {rangesNote ? (
          <p className="why">
            <b>How to read them.</b> {rangesNote}
          </p>
        ) : null}
      </div>
      {roles.length > 0 ? (
        <>
          <SectionHeading id="roles">Who answers for it</SectionHeading>
          <Facts rows={roles.map(({ role, measure }) => ({ name: <RoleLink role={role} />, text: measure.control }))} />
        </>
      ) : null}
      {related && related.length > 0 ? (
        <p>
          Read it beside:{' '}
          {related.map((id, index) => {
            const other = library.get('metrics', id)
            return (
              <Fragment key={id}>
                {index > 0 ? ', ' : ''}
                <a href={other.address}>{other.data.title.toLowerCase()}</a>
              </Fragment>
            )
          })}
          .
        </p>
      ) : null}
      <Mentions entry={metric} library={library} leaveOut={['roles', 'metrics']} />
    </ArticlePage>
  )
}
