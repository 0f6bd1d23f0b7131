import { highestPay, PayStrip } from '#components/salary/pay-strip.tsx'
import type { PayEmbed } from '#lib/embed-view.ts'
import { OutLink } from './out-link.tsx'

/** Every pay row there is, side by side on one axis per period, each with whom it counts and its source. */
export function PayFigures({ embed: { rows, caveats, country } }: { embed: PayEmbed }) {
  const top = (period: string) => highestPay(rows.map(({ record }) => record).filter((record) => record.period === period))
  return (
    <>
      {rows.map(({ record, says, row, counts, source: [before, name, after] }) => (
        <section className="embed-pay" key={`${record.source}${row.group}${record.period}${record.asOf}`}>
          <h2>{row.group}</h2>
          <p className="embed-says">
            <span>{says.before}</span> <b>{says.amount}</b> {says.after}
          </p>
          <PayStrip record={record} country={country} top={top(record.period)} />
          <p className="embed-small">{counts}</p>
          <p className="embed-small">
            {before}
            <OutLink href={row.address}>{name}</OutLink>
            {after}
          </p>
        </section>
      ))}
      {caveats.map(({ lead, text }) => (
        <p className="embed-caveat" key={lead}>
          <b>{lead}</b> {text}
        </p>
      ))}
    </>
  )
}
