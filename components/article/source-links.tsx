import { Fragment } from 'react'
import type { Library } from '#lib/content/library.ts'

/** Short links to sources, in parentheses, for facts that are not numbers. */
export function SourceLinks({ ids, library }: { ids: readonly string[]; library: Library }) {
  return (
    <small className="cites">
      (
      {ids.map((id, index) => {
        const source = library.get('sources', id)
        return (
          <Fragment key={id}>
            {index > 0 ? '; ' : ''}
            <a href={source.address}>{source.data.cite ?? source.data.publisher}</a>
          </Fragment>
        )
      })}
      )
    </small>
  )
}
