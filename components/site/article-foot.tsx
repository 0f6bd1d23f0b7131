import { SectionHeading } from '#components/article/section-heading.tsx'
import type { AnyEntry, Library } from '#lib/content/library.ts'
import { BASIS } from '#lib/entry.ts'
import { formatWhen } from '#lib/money.ts'
import { editAddress, reportAddress } from '#lib/site.ts'

/** Sources, dates and ways to correct an article: the end of every article page. */
export function ArticleFoot({ entry, library, sources }: { entry: AnyEntry; library: Library; sources: readonly string[] }) {
  const { reviewed, reviewBy, basis, published } = entry.data
  return (
    <footer className="article-foot">
      {sources.length > 0 ? (
        <>
          <SectionHeading id="sources">Sources</SectionHeading>
          <p className="src">Publisher, year and our grade: A official, B large survey or trade body, C practitioner, D unsourced web.</p>
          <ol className="sources">
            {sources.map((id) => {
              const source = library.get('sources', id)
              return (
                <li key={id}>
                  <a href={source.address}>{source.data.cite ?? source.data.publisher}</a>{' '}
                  {source.data.publishedOn?.slice(0, 4) ?? 'undated'} {source.data.reliability}
                </li>
              )
            })}
          </ol>
        </>
      ) : null}
      <p className="history">
        {BASIS[basis]} First published <time dateTime={published}>{formatWhen(published)}</time>, reviewed{' '}
        <time dateTime={reviewed}>{formatWhen(reviewed)}</time>, to be reviewed again by{' '}
        <time dateTime={reviewBy}>{formatWhen(reviewBy)}</time>.
      </p>
      <p className="actions">
        <a href={editAddress(entry.file)}>Edit this page</a> <a href={reportAddress(entry.data.title, entry.address)}>Report a problem</a>
        <button type="button" data-share="" hidden>
          Share
        </button>
      </p>
    </footer>
  )
}

/** Every source an article stands on: those it lists and those of the figures it owns or prints. */
export function sourcesOf(entry: AnyEntry, library: Library, figureIds: readonly string[] = []): string[] {
  const ids = 'sources' in entry.data ? [...entry.data.sources] : []
  for (const figure of entry.data.figures ?? []) ids.push(figure.source)
  for (const id of [...entry.body.figures.map((each) => each.id), ...figureIds]) ids.push(library.figure(id).figure.source)
  return [...new Set(ids)]
}
