import { useId } from 'react'
import { type LatticeCountry, type LatticeRole, payData } from '#lib/reader/lattice-outline.ts'
import { listed } from '#lib/reader/listed.ts'
import { nightLoss } from '#lib/reader/night-pay.ts'
import { type CountryPay, NO_FIGURE } from '#lib/reader/pay-outline.ts'
import { inSentence } from '#lib/reader/route-words.ts'
import { usePlanner } from './move-links.tsx'
import { PaySource } from './pay-source.tsx'
import { useData } from './use-data.ts'

const isPay = (found: unknown): found is CountryPay[] => Array.isArray(found)

interface Props {
  from: LatticeRole
  to: LatticeRole
  country: string | undefined
  onCountry: (id: string) => void
}

/** Pay on both ends of a move in one country, and what of the cash may go. */
export function MovePay({ from, to, country, onCountry }: Props) {
  const { lattice } = usePlanner()
  const id = useId()
  const chosen = lattice.countries.find((each) => each.id === country)
  return (
    <section className="ends" aria-labelledby={`${id}-pay`}>
      <h2 id={`${id}-pay`}>What both ends pay</h2>
      <p className="field">
        <label htmlFor={`${id}-country`}>Pay in</label>
        <select id={`${id}-country`} value={chosen?.id ?? ''} onChange={({ target }) => onCountry(target.value)}>
          <option value="">Choose a country</option>
          {lattice.countries.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </p>
      {chosen ? (
        <>
          <div className="both-ends">
            {[from, to].map((role) => (
              <RolePay key={role.id} role={role} country={chosen} />
            ))}
          </div>
          <p className="why">
            Read who each row counts before you take one from the other. Rows of another group, period, tax or year do not give you the size
            of a rise.
          </p>
        </>
      ) : null}
      <CashLoss from={from} to={to} country={chosen} />
    </section>
  )
}

function RolePay({ role, country }: { role: LatticeRole; country: LatticeCountry }) {
  const { data, failed, again } = useData(payData(role.id), isPay)
  const { badges, lattice } = usePlanner()
  const rows = data?.find((each) => each.country === country.id)?.rows ?? []
  const why = data?.find((each) => each.country === country.id)?.why
  const elsewhere = (data ?? []).filter((each) => each.rows.length > 0).map((each) => each.country)
  return (
    <div data-line={role.line}>
      <h3>
        <a href={`${role.address}#block-pay`}>
          {badges[role.line]} {role.title}
        </a>
      </h3>
      {failed ? (
        <p>
          The pay could not be loaded.{' '}
          <button type="button" className="act small" onClick={again}>
            Try again
          </button>
        </p>
      ) : null}
      {data && rows.length === 0 ? (
        <p>
          <span className="no-figure">{NO_FIGURE}</span> <a href={country.address}>{country.name}: how pay works there</a>.
          {elsewhere.length > 0 ? (
            <> The guide has rows for {listed(lattice.countries.filter((each) => elsewhere.includes(each.id)).map((each) => each.name))}.</>
          ) : null}
        </p>
      ) : null}
      {rows.map((row) => (
        <PaySource key={`${row.group}${row.period}${row.source}${row.when}`} row={row} />
      ))}
      {why ? <p className="src">{why}</p> : null}
    </div>
  )
}

/** Why the new payslip may be the smaller one. Whom a rule leaves out is said in the words of the pay page. */
function CashLoss({ from, to, country }: { from: LatticeRole; to: LatticeRole; country: LatticeCountry | undefined }) {
  const loss = nightLoss(from, to, country)
  if (!loss) return null
  return (
    <div className="callout" data-kind="trap">
      <b>{loss.leads ? 'A step up' : 'Fewer nights'} can cut the cash you take home</b>
      <p>
        {from.nights === 'usual' ? 'Nights are usual' : 'Nights happen'} as {inSentence(from.title)}
        {loss.fewer ? `, and ${to.nights === 'rare' ? 'rare' : 'less usual'} as ${inSentence(to.title)}` : ''}. Where nights are paid extra,
        that pay goes with the hours. {country ? '' : 'Choose a country to see whom its night rule covers.'}
      </p>
      {country && loss.rules.length > 0 ? (
        <>
          <p>{country.name}, on night work, and whom the rule does not cover:</p>
          <ul className="bullets">
            {loss.rules.map(({ rule, exempt, figure, source, address }) => (
              <li key={rule}>
                {rule}
                {figure ? (
                  <>
                    {' '}
                    <b>{figure.text}</b> ({figure.label}).
                  </>
                ) : null}{' '}
                <b>Not covered, or different:</b> {exempt}{' '}
                <small>
                  <a href={address}>{source}</a>
                  {figure ? `, ${figure.when}` : ''}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>Ask in writing, before you say yes, which group the new post belongs to and what last month’s payslip would have been in it.</p>
    </div>
  )
}
