import { RoleLink } from '#components/lattice/role-link.tsx'
import { EntryList } from '#components/site/entry-list.tsx'
import type { Library } from '#lib/content/library.ts'
import { headlinePay } from '#lib/headline-pay.ts'
import { countryName } from '#lib/money.ts'
import './pay.css'

/** Countries first, then every role against every country, empty cells named. */
export function PayIndex({ library }: { library: Library }) {
  const countries = library.all('salaries')
  return (
    <>
      <EntryList entries={countries} />
      <h2>Half earn under this, by role</h2>
      <p className="src">
        Official medians only, best fit first. Two amounts: two official groups come equally close. Open a role for the whole spread and who
        is counted.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <div className="table-scroll" role="group" aria-label="Median pay by role and country" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Role</th>
              {countries.map((country) => (
                <th scope="col" key={country.id}>
                  <a href={country.address}>{countryName(country.data.country)}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {library.all('roles').map((role) => (
              <tr key={role.id}>
                <th scope="row">
                  <RoleLink role={role} />
                </th>
                {headlinePay(role.id, library).map(({ country, amount, records }) => (
                  <td key={country.id}>
                    {amount ?? <span className="no-figure">No reliable figure yet</span>}
                    {records.some((record) => record.fit === 'wider') ? <small>wider group</small> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
