import type { Entry, Library } from './content/library.ts'
import { formatMoney } from './money.ts'
import { PAY_PERIOD } from './pay-outline.ts'
import type { SalaryRecord } from './salary.ts'

export interface HeadlinePay {
  country: Entry<'salaries'>
  /** `$69,500 or $105,770 a year`, or undefined when no official median fits. */
  amount?: string
  /** Rows that lie behind the amount. */
  records: SalaryRecord[]
}

const FIT_ORDER = ['exact', 'close', 'wider']

/**
 * The shortest honest pay answer for each country: official medians only, best fit first, at most two, never a mean.
 * A country without one is listed without an amount.
 */
export function headlinePay(roleId: string, library: Library): HeadlinePay[] {
  const rows = new Map(library.payFor(roleId).map(({ country, records }) => [country.id, records]))
  return library.all('salaries').map((country) => {
    const official = (rows.get(country.id) ?? [])
      .filter((record) => record.kind === 'official' && record.median !== undefined)
      .sort((a, b) => FIT_ORDER.indexOf(a.fit) - FIT_ORDER.indexOf(b.fit))
    const best = official.filter((record) => record.fit === official[0]?.fit && record.period === official[0]?.period).slice(0, 2)
    const [first] = best
    if (!first) return { country, records: [] }
    const medians = [...new Set(best.map((record) => record.median as number))].sort((a, b) => a - b)
    return {
      country,
      records: best,
      amount: `${medians.map((amount) => formatMoney(amount, country.data.currency)).join(' or ')} ${PAY_PERIOD[first.period]}`,
    }
  })
}
