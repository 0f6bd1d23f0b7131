import { ArticleBody } from '#components/article/article-body.tsx'
import { FigureList } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { article } from '#lib/json-ld.ts'
import { counted, countryName, formatWhen } from '#lib/money.ts'
import { RELIABILITY } from '#lib/source.ts'
import { trailOf } from '#lib/trail.ts'

const READ_FROM = {
  original: 'the text of the publisher’s own page or file',
  copy: 'a copy of the publication, not the publisher’s page',
  report: 'somebody else’s report of it',
} as const

/** What a source measures and leaves out, how it was read, and every figure that comes from it. */
export function SourcePage({ source, library }: { source: Entry<'sources'>; library: Library }) {
  const { data } = source
  const figures = library.figuresFrom(source.id)
  const rows = library
    .all('salaries')
    .map((country) => ({ country, count: country.data.records.filter((record) => record.source === source.id).length }))
    .filter(({ count }) => count > 0)
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
      contents={[...bodyContents(source), ...(figures.length > 0 ? [{ id: 'figures', text: 'Figures from it' }] : [])]}
      sources={[]}
      jsonLd={[article(source)]}
    >
      <ArticleBody entry={source} library={library} />
      {figures.length > 0 || rows.length > 0 ? <SectionHeading id="figures">Figures from it</SectionHeading> : null}
      {rows.map(({ country, count }) => (
        <p key={country.id}>
          <a href={`${country.address}#roles`}>
            {counted(count, 'pay row')}, {countryName(country.data.country)}
          </a>
        </p>
      ))}
      {figures.length > 0 ? <FigureList ids={figures.map((figure) => figure.id)} library={library} /> : null}
      <Mentions entry={source} library={library} title="Where it is used" />
    </ArticlePage>
  )
}
