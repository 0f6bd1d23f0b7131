import type { Crumb } from '#lib/trail.ts'

/** Previous and next where an order exists. */
export function Pager({ previous, next }: { previous?: Crumb | undefined; next?: Crumb | undefined }) {
  if (!previous && !next) return null
  return (
    <nav className="pager" aria-label="Previous and next">
      {previous ? (
        <a rel="prev" href={previous.address}>
          <small>Previous</small>
          {previous.name}
        </a>
      ) : null}
      {next ? (
        <a rel="next" href={next.address}>
          <small>Next</small>
          {next.name}
        </a>
      ) : null}
    </nav>
  )
}

/** The neighbours of an entry in an ordered list, as pager targets. */
export function neighbours<T extends { id: string; address: string; data: { title: string } }>(list: readonly T[], id: string) {
  const at = list.findIndex((each) => each.id === id)
  const crumb = (entry: T | undefined) => (entry ? { name: entry.data.title, address: entry.address } : undefined)
  return { previous: at > 0 ? crumb(list[at - 1]) : undefined, next: at >= 0 ? crumb(list[at + 1]) : undefined }
}
