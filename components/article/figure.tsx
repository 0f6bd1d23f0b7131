import type { ReactNode } from 'react'
import type { Library } from '#lib/content/library.ts'
import type { Figure as FigureData } from '#lib/figure.ts'
import { countryName, dateOfData, formatFigure } from '#lib/money.ts'
import { cited } from '#lib/pay-outline.ts'
import { NO_FIGURE } from '#lib/reader/pay-outline.ts'
import { figureAnchor } from '#lib/row-anchors.ts'

const FIT = { exact: '', close: '', wider: 'wider group' } as const

/** A sourced number inside a sentence: the value, then who says so and when. The only way a number reaches a reader. */
export function Figure({ id, library }: { id: string; library: Library }) {
  const { figure } = library.figure(id)
  const notes = [figure.measure, FIT[figure.fit], figure.confidence === 'low' ? 'low confidence' : ''].filter(Boolean)
  return (
    <span className="figure" id={figureAnchor(id)}>
      <b>{formatFigure(figure)}</b>{' '}
      <small>
        (<Citation figure={figure} library={library} />
        {notes.length > 0 ? `; ${notes.join(', ')}` : null})
      </small>
    </span>
  )
}

/** Publisher and date, linked to what the source measures and leaves out. */
export function Citation({ figure, library }: { figure: FigureData; library: Library }) {
  const { source, address } = cited(figure.source, library)
  return (
    <a href={address}>
      {source}, {dateOfData(figure)}
    </a>
  )
}

const CONFIDENCE = { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' } as const
const FIT_WORDS = { exact: 'counts exactly this', close: 'close', wider: 'wider group' } as const

/** Figures side by side, each with what it covers. Without figures: the empty cell, named. */
export function FigureList({
  ids,
  library,
  after,
}: {
  ids: readonly string[]
  library: Library
  /** What stands behind each, on pages that say more of it. */
  after?: (id: string) => ReactNode
}) {
  if (ids.length === 0) return <NoFigure />
  return (
    <ul className="figures">
      {ids.map((id) => {
        const { figure } = library.figure(id)
        const places = figure.countries?.map(countryName).join(', ')
        return (
          <li key={id} id={figureAnchor(id)}>
            <b className="amount">{formatFigure(figure)}</b>
            <span>
              {figure.label}
              {figure.measure ? `, ${figure.measure}` : null}
              {places ? ` · ${places}` : null}
            </span>
            <small>
              <Citation figure={figure} library={library} /> · {FIT_WORDS[figure.fit]}, {CONFIDENCE[figure.confidence]}. {figure.fitNote}
              {after ? <> {after(id)}</> : null}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

export const NoFigure = () => <span className="no-figure">{NO_FIGURE}</span>
