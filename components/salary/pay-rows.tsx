import { PaySource } from '#components/islands/pay-source.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { payRow } from '#lib/pay-outline.ts'
import { payKeys } from '#lib/row-anchors.ts'
import type { SalaryRecord } from '#lib/salary.ts'
import { highestPay, PayStrip } from './pay-strip.tsx'
import './pay.css'

/** Pay rows of one country for one role, side by side on one axis per period, each with its fit in words. */
export function PayRows({
  records,
  country,
  library,
  why,
  anchor,
}: {
  records: SalaryRecord[]
  country: Entry<'salaries'>
  library: Library
  why?: string | undefined
  /** Of a row on this page, from its key. */
  anchor: (key: string) => string
}) {
  const top = new Map(records.map(({ period }) => [period, highestPay(records.filter((record) => record.period === period))]))
  const keys = payKeys(country.data.records.filter(({ role }) => role === records[0]?.role))
  return (
    <>
      {records.map((record) => (
        <PaySource
          key={`${record.source}${record.occupation.title}${record.period}${record.asOf}`}
          row={payRow(record, country.data.currency, library)}
          id={anchor(keys.get(record) ?? '')}
        >
          <PayStrip record={record} country={country} top={top.get(record.period) ?? 1} />
        </PaySource>
      ))}
      {why ? (
        <p className="why">
          <b>Why they differ.</b> {why}
        </p>
      ) : null}
    </>
  )
}
