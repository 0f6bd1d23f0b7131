import { scaleLinear } from 'd3-scale'
import type { Entry } from '#lib/content/library.ts'
import { PERCENTILE_WORDS, payAmounts } from '#lib/pay-outline.ts'
import type { SalaryRecord } from '#lib/salary.ts'

const MEDIAN = PERCENTILE_WORDS[2][1]

/** The largest amount of some rows, so that their strips can share one axis from zero. */
export const highestPay = (records: readonly SalaryRecord[]) =>
  Math.max(
    ...records.flatMap((record) =>
      [record.percentile90, record.percentile75, record.median, record.high, record.mean].map((amount) => amount ?? 0),
    ),
  )

/** One pay row as a picture and the same numbers below it, which are its text for everybody. `top` ends the shared axis. */
export function PayStrip({ record, country, top }: { record: SalaryRecord; country: Entry<'salaries'>; top: number }) {
  const scale = scaleLinear().domain([0, top]).nice(5).range([0, 1000])
  const x = (amount: number) => Math.round(scale(amount))
  const { percentile10, percentile25, median, percentile75, percentile90, mean, low, high } = record
  const from = percentile10 ?? percentile25 ?? low
  const to = percentile90 ?? percentile75 ?? high
  return (
    <>
      <svg className="pay-strip" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
        <path
          className="tick"
          d={scale
            .ticks(5)
            .map((tick) => `M${Math.min(x(tick), 998)} 0h2v24h-2z`)
            .join('')}
        />
        {from !== undefined && to !== undefined ? <rect className="whole" x={x(from)} y="10" width={x(to) - x(from)} height="4" /> : null}
        {percentile25 !== undefined && percentile75 !== undefined ? (
          <rect className="half" x={x(percentile25)} y="4" width={x(percentile75) - x(percentile25)} height="16" />
        ) : null}
        {median !== undefined ? <rect className="median" x={x(median) - 4} y="0" width="8" height="24" /> : null}
        {median === undefined && mean !== undefined ? <rect className="mean" x={x(mean) - 3} y="6" width="6" height="12" /> : null}
      </svg>
      <dl className="pay-numbers">
        {payAmounts(record, country.data.currency).map(({ name, amount }) => (
          <div key={name} data-median={name === MEDIAN ? '' : undefined}>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
