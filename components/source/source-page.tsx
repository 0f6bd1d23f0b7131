import type { ReactNode } from 'react'
import { ArticleBody } from '#components/article/article-body.tsx'
import { FigureList } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { contentDay, type Entry, type Library } from '#lib/content/library.ts'
import { type Dated, dated } from '#lib/fact-counts.ts'
import { factsOf } from '#lib/facts.ts'
import { article, publication } from '#lib/json-ld.ts'
import { countryName, formatWhen } from '#lib/money.ts'
import { RELIABILITY } from '#lib/source.ts'
import { trailOf } from '#lib/trail.ts'
import { Age } from './figure-ages.tsx'

const READ_FROM = {
  original: 'the text of the publisher’s own page or file',
  copy: 'a copy of the publication, not the publisher’s page',
  report: 'somebody else’s report of it',
} as const

/** What a source measures and leaves out, how it was read, and every figure that comes from it. */
export function SourcePage({ source, library }: { source: Entry<'sources'>; library: Library }) {
  const { data } = source
  const figures = library.figuresFrom(source.id)
  const facts = dated(factsOf(library)).filter((fact) => fact.source === source.id)
  const rows = facts.filter(({ kind }) => kind === 'pay')
  const age = agesOf(facts, library)
  const span = [data.dataFrom, data.dataTo].flatMap((date) => (date ? [formatWhen(date)] : []))
  return (
    <ArticlePage
      entry={source}
      library={library}
      trail={trailOf(source)}
      title={data.title}
      board={
        <Board
          rows={[
            { label: 'Publisher', answer: data.publisher, note: <a href={data.url}>{data.url.replace(/^https:\/\//, '')}</a> },
            {
              label: 'Published',
              answer: data.publishedOn ? formatWhen(data.publishedOn) : 'Undated',
              note: span.length > 0 ? `Data from ${span.join(' to ')}.` : undefined,
            },
            {
              label: 'How we read it',
              answer: `On ${formatWhen(data.retrievedOn)}, in ${READ_FROM[data.readFrom]}`,
              note: data.readAt ? <a href={data.readAt}>{data.readAt.replace(/^https:\/\//, '')}</a> : undefined,
            },
            {
              label: 'Reliability',
              answer: RELIABILITY[data.reliability],
              note: data.countries ? `Covers ${data.countries.map(countryName).join(', ')}.` : undefined,
            },
            { label: 'Measures', answer: data.measures },
            { label: 'Leaves out', answer: data.leavesOut },
            { label: 'Method', answer: data.method, note: data.sample },
            ...(data.licence ? [{ label: 'Licence', answer: data.licence }] : []),
            ...(data.credit ? [{ label: 'Credit', answer: data.credit }] : []),
          ]}
        />
      }
      contents={[...bodyContents(source), ...(facts.length > 0 ? [{ id: 'figures', text: 'Figures from it' }] : [])]}
      sources={[]}
      jsonLd={[article(source, publication(source))]}
    >
      <ArticleBody entry={source} library={library} />
      {facts.length > 0 ? <SectionHeading id="figures">Figures from it</SectionHeading> : null}
      {rows.length > 0 ? (
        <ul className="figures">
          {rows.map(({ id, label, value, address, anchor }) => (
            <li key={id}>
              <b className="amount">{value}</b>
              <a href={`${address}#${anchor}`}>{label}</a>
              <small>{age(id)}</small>
            </li>
          ))}
        </ul>
      ) : null}
      {figures.length > 0 ? (
        <FigureList ids={figures.map((figure) => figure.id)} library={library} after={(id) => age(`figure/${id}`)} />
      ) : null}
      <Mentions entry={source} library={library} title="Where it is used" />
    </ArticlePage>
  )
}

/** For each of these facts the words on how old its data is and when somebody must look again. */
function agesOf(facts: readonly Dated[], library: Library): (id: string) => ReactNode {
  const day = contentDay(library)
  const known = new Map(facts.map((fact) => [fact.id, fact]))
  return (id) => {
    const fact = known.get(id)
    return fact ? <Age fact={fact} day={day} /> : null
  }
}
