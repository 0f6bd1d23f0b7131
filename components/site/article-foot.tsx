import { SectionHeading } from '#components/article/section-heading.tsx'
import { hasRecord, recordAddress } from '#lib/content/collection.ts'
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
      {movedFrom(entry).map(({ id, name, to }) => (
        <p key={id} id={id}>
          You are looking for “{name}”? It is <a href={to}>here now</a>.
        </p>
      ))}
      <p className="history">
        {BASIS[basis]} First published {formatWhen(published)}, reviewed <time dateTime={reviewed}>{formatWhen(reviewed)}</time>, to be
        reviewed again by {formatWhen(reviewBy)}.
      </p>
      <p className="actions">
        <a href={editAddress(entry.file)}>Edit this page</a>{' '}
        {hasRecord(entry.kind) ? (
          <a href={recordAddress(entry.address)}>Cite or report a line</a>
        ) : (
          <a href={reportAddress(entry.data.title, entry.address)}>Report a problem</a>
        )}
        <button type="button" data-share="" hidden>
          Share
        </button>
      </p>
    </footer>
  )
}

/** Old anchors that no heading of the text has taken over: what stood there is now in the data of the page, or on another. */
function movedFrom({ data, body }: AnyEntry) {
  const taken = new Set(body.headings.filter(({ depth }) => depth < 4).map(({ id }) => `#${id}`))
  return (data.formerAnchors ?? []).filter(({ to }) => !taken.has(to))
}

/** Every source an article stands on: those it lists and those of the figures it owns or prints. */
export function sourcesOf(entry: AnyEntry, library: Library, figureIds: readonly string[] = []): string[] {
  const ids = 'sources' in entry.data ? [...entry.data.sources] : []
  for (const figure of entry.data.figures ?? []) ids.push(figure.source)
  for (const id of [...entry.body.figures.map((each) => each.id), ...figureIds]) ids.push(library.figure(id).figure.source)
  return [...new Set(ids)]
}
