import { useState } from 'react'
import { comparisonQuery } from '#lib/reader/comparison-query.ts'
import { listed } from '#lib/reader/listed.ts'
import { type CountryPay, NO_FIGURE } from '#lib/reader/pay-outline.ts'
import { bestKnownCountry, payCaveats, payIn } from '#lib/reader/role-comparison.ts'
import type { RoleSheet } from '#lib/reader/role-sheet.ts'
import { chooseCountry, chosenCountry } from './chosen-country.ts'
import { PaySource } from './pay-source.tsx'
import type { CompareGuide } from './role-comparison.tsx'
import { SideBySide } from './side-by-side.tsx'
import { changeSearch } from './use-address.ts'

interface Props {
  sheets: readonly RoleSheet[]
  chosen: readonly string[]
  guide: CompareGuide
  /** Asked for by the address, or empty. */
  country: string
}

/** Pay in one country: that of the address, else the one the reader chose before, else the one most is known of. */
export function ComparedPay({ sheets, chosen, guide, country: asked }: Props) {
  const [remembered, setRemembered] = useState(chosenCountry)
  const { countries } = guide
  const known = (id: string) => countries.some((each) => each.id === id)
  const id = known(asked) ? asked : known(remembered) ? remembered : bestKnownCountry(sheets, countries)
  const country = countries.find((each) => each.id === id)
  if (!country) return <p className="no-figure">{NO_FIGURE}</p>
  const pays = payIn(sheets, id)
  const caveats = payCaveats(pays)
  const without = sheets.filter((_, index) => !pays[index]?.rows.length)
  const choose = (next: string) => {
    chooseCountry(next)
    setRemembered(next)
    changeSearch(comparisonQuery(chosen, countries.find((each) => each.id === next)?.code), 'replace')
  }
  return (
    <>
      <p className="field compare-country">
        <label htmlFor="compare-country">Country</label>
        <select id="compare-country" value={id} onChange={({ target }) => choose(target.value)}>
          {countries.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </p>
      <p className="compare-country-named">
        <a href={country.address}>How pay works in {/^(?:United|Philippines)/.test(country.name) ? `the ${country.name}` : country.name}</a>
      </p>
      <div role="status">
        {without.length > 0 && without.length < sheets.length ? (
          <p className="why">
            No reliable figure yet for {listed(without.map(({ title }) => title))} here, so the amounts below cannot be compared with it.
          </p>
        ) : null}
        {caveats.length > 0 ? (
          <div className="why">
            <p>
              <b>Before you compare the amounts.</b>
            </p>
            <ul className="bullets">
              {caveats.map((caveat) => (
                <li key={caveat}>{caveat}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <SideBySide
        sheets={sheets}
        lines={guide.lines}
        labelledBy="compare-pay"
        rows={[
          {
            id,
            head: country.name,
            cells: pays.map(payCell),
          },
        ]}
      />
    </>
  )
}

const payCell = (pay: CountryPay | undefined) =>
  pay && pay.rows.length > 0 ? (
    <>
      {pay.rows.map((row) => (
        <PaySource key={row.group + row.source + row.period + row.when} row={row} />
      ))}
      {pay.why ? (
        <p className="why">
          <b>Why they differ.</b> {pay.why}
        </p>
      ) : null}
    </>
  ) : (
    <span className="no-figure">{NO_FIGURE}</span>
  )
