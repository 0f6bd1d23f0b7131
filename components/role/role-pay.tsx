import { NoFigure } from '#components/article/figure.tsx'
import { PayRows } from '#components/salary/pay-rows.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { countryName } from '#lib/money.ts'

/** Every pay row the guide has for a role, country by country. A country without rows says so. */
export function RolePay({ role, library }: { role: Entry<'roles'>; library: Library }) {
  const rows = new Map(library.payFor(role.id).map(({ country, records }) => [country.id, records]))
  return (
    <div className="countries">
      {library.all('salaries').map((country) => {
        const records = rows.get(country.id) ?? []
        return (
          <section key={country.id} data-country={country.id} aria-labelledby={`pay-${country.id}`}>
            <h3 id={`pay-${country.id}`}>
              <a href={country.address}>{countryName(country.data.country)}</a>
            </h3>
            {records.length > 0 ? (
              <PayRows
                records={records}
                country={country}
                library={library}
                why={country.data.disagreement?.find((each) => each.role === role.id)?.why}
              />
            ) : (
              <NoFigure />
            )}
          </section>
        )
      })}
    </div>
  )
}
