import type { Entry, Library } from '#lib/content/library.ts'
import { payRow } from '#lib/pay-outline.ts'
import type { SalaryRecord } from '#lib/salary.ts'
import { highestPay, PayStrip } from './pay-strip.tsx'
import './pay.css'

/** Pay rows of one country for one role, side by side on one axis per period, each with its fit in words. */
export function PayRows({
  records,
  country,
  library,
  why,
}: {
  records: SalaryRecord[]
  country: Entry<'salaries'>
  library: Library
  why?: string | undefined
}) {
  const top = new Map(records.map(({ period }) => [period, highestPay(records.filter((record) => record.period === period))]))
  return (
    <>
      {records.map((record) => {
        const row = payRow(record, country.data.currency, library)
        return (
          <div className="pay-row" key={`${record.source}${record.occupation.title}${record.period}${record.asOf}`}>
            <p className="pay-title">
              <b>{row.group}</b>{' '}
              <span>
                {row.period}, {row.tax}
              </span>
            </p>
            <PayStrip record={record} country={country} top={top.get(record.period) ?? 1} />
            <p className="src">
              {row.kind}: <a href={row.address}>{row.source}</a>, {row.when}
              {row.code ? ` · ${row.code}` : null} · {row.fit}. {row.fitNote}
              {row.low ? ' Low confidence.' : null}
            </p>
          </div>
        )
      })}
      {why ? (
        <p className="why">
          <b>Why they differ.</b> {why}
        </p>
      ) : null}
    </>
  )
}
