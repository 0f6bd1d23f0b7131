import type { Entry, Library } from '#lib/content/library.ts'
import { formatWhen } from '#lib/money.ts'
import type { SalaryRecord } from '#lib/salary.ts'
import { highestPay, PayStrip } from './pay-strip.tsx'
import './pay.css'

const KINDS = {
  official: 'Official statistic',
  'government-guide': 'Government guide',
  'employer-survey': 'Employer survey',
  'self-reported': 'Self-reported or quoted on the web',
} as const
const FIT = { exact: 'Counts this job', close: 'Close to this job', wider: 'A wider group than this job' } as const
const PERIOD = { hour: 'an hour', month: 'a month', year: 'a year' } as const
const GROSS = { gross: 'before tax', net: 'after tax', 'not-stated': 'tax not stated' } as const

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
        const source = library.get('sources', record.source)
        return (
          <div className="pay-row" key={`${record.source}${record.occupation.title}${record.period}${record.asOf}`}>
            <p className="pay-title">
              <b>{record.occupation.title}</b>{' '}
              <span>
                {PERIOD[record.period]}, {GROSS[record.grossOrNet]}
              </span>
            </p>
            <PayStrip record={record} country={country} top={top.get(record.period) ?? 1} />
            <p className="src">
              {KINDS[record.kind]}: <a href={source.address}>{source.data.cite ?? source.data.publisher}</a>,{' '}
              {record.undated ? 'undated' : formatWhen(record.asOf)}
              {record.occupation.code ? ` · ${record.occupation.scheme} ${record.occupation.code}` : null} · {FIT[record.fit]}.{' '}
              {record.fitNote}
              {record.confidence === 'low' ? ' Low confidence.' : null}
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
