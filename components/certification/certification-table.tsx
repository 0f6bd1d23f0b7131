import { EntryList } from '#components/site/entry-list.tsx'
import { FilteredList } from '#components/site/list-filter.tsx'
import { CERTIFICATION_LEVELS, CERTIFICATION_STATES } from '#lib/certification.ts'
import type { Library } from '#lib/content/library.ts'
import { certificationList } from '#lib/list-outline.ts'
import { formatFigure } from '#lib/money.ts'

/** All certifications: can you still start it, for whom it is, what the list price is. With the questions they can be found by. */
export function CertificationTable({ library }: { library: Library }) {
  const list = certificationList(library)
  return (
    <FilteredList list={list}>
      <EntryList
        entries={library.all('certifications')}
        tag={({ data }) => (data.abbreviation && data.title.includes(data.abbreviation) ? null : data.abbreviation)}
        foot={({ data }) => {
          const [fee] = data.fees ?? []
          const price = fee
            ? `${formatFigure(library.figure(fee).figure)}, ${library.figure(fee).figure.fitNote}`
            : 'No reliable figure yet for the fee.'
          return `${CERTIFICATION_STATES[data.state]} · ${CERTIFICATION_LEVELS[data.level]} level · ${data.issuer} · ${price}`
        }}
        list={list}
      />
    </FilteredList>
  )
}
