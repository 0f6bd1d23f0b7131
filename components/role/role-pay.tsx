import { PayRows } from '#components/salary/pay-rows.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { countryName } from '#lib/money.ts'
import { payAnchorOnRole } from '#lib/row-anchors.ts'

/** Every pay row the guide has for a role, country by country. Countries without rows are named together at the end. */
export function RolePay({ role, library }: { role: Entry<'roles'>; library: Library }) {
  const rows = new Map(library.payFor(role.id).map(({ country, records }) => [country.id, records]))
  const countries = library.all('salaries')
  const empty = countries.filter((country) => !rows.get(country.id)?.length)
  return (
    <div className="countries">
      {countries.map((country) => {
        const records = rows.get(country.id) ?? []
        return records.length === 0 ? null : (
          <section key={country.id} data-country={country.id}>
            <h3 id={`pay-${country.id}`}>
              <a href={country.address}>{countryName(country.data.country)}</a>
            </h3>
            <PayRows
              records={records}
              country={country}
              library={library}
              anchor={(key) => payAnchorOnRole(country.id, key)}
              why={country.data.disagreement?.find((each) => each.role === role.id)?.why}
            />
          </section>
        )
      })}
      {empty.length > 0 ? (
        <p className="no-figure none">
          No reliable figure yet:{' '}
          {empty.map((country) => (
            <span key={country.id} data-country={country.id}>
              <a href={country.address}>{countryName(country.data.country)}</a>{' '}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
