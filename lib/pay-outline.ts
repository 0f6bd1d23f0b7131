import type { Entry, Library } from './content/library.ts'
import { countryName, formatFigure, formatMoney, formatWhen } from './money.ts'
import type { CountryPay, NightRule, PayCountry, PayRow } from './reader/pay-outline.ts'
import type { SalaryRecord } from './salary.ts'

const KINDS = {
  official: 'Official statistic',
  'government-guide': 'Government guide',
  'employer-survey': 'Employer survey',
  'self-reported': 'Self-reported or quoted on the web',
} as const
const FIT = { exact: 'Counts this job', close: 'Close to this job', wider: 'A wider group than this job' } as const
/** Per what an amount is paid, as it stands behind the amount. */
export const PAY_PERIOD = { hour: 'an hour', month: 'a month', year: 'a year' } as const
const TAX = { gross: 'before tax', net: 'after tax', 'not-stated': 'tax not stated' } as const

/** Each percentile as it stands over its amount. */
export const PERCENTILE_WORDS = [
  ['percentile10', '1 in 10 under'],
  ['percentile25', '1 in 4 under'],
  ['median', 'Half under'],
  ['percentile75', '3 in 4 under'],
  ['percentile90', '9 in 10 under'],
] as const

/** The amounts of a pay row, named, in the order they are printed. An average stands only where no median does. */
export function payAmounts(record: SalaryRecord, currency: string): PayRow['amounts'] {
  const money = (amount: number) => formatMoney(amount, currency)
  const { median, mean, low, high } = record
  return [
    ...PERCENTILE_WORDS.flatMap(([percentile, name]) => {
      const amount = record[percentile]
      return amount === undefined ? [] : [{ name, amount: money(amount) }]
    }),
    ...(low !== undefined && high !== undefined ? [{ name: 'Range', amount: `${money(low)}–${money(high)}` }] : []),
    ...(median === undefined && mean !== undefined ? [{ name: 'Average', amount: money(mean) }] : []),
  ]
}

/** A pay row in the words that every page prints it in. */
export function payRow(record: SalaryRecord, currency: string, library: Library): PayRow {
  const { occupation } = record
  return {
    group: occupation.title,
    period: PAY_PERIOD[record.period],
    tax: TAX[record.grossOrNet],
    amounts: payAmounts(record, currency),
    kind: KINDS[record.kind],
    ...cited(record.source, library),
    when: record.undated ? 'undated' : formatWhen(record.asOf),
    ...(occupation.code ? { code: `${occupation.scheme} ${occupation.code}` } : {}),
    fit: FIT[record.fit],
    fitNote: record.fitNote,
    ...(record.confidence === 'low' ? { low: true } : {}),
  }
}

/** A publication as it is named beside what rests on it. */
export function cited(id: string, library: Library): { source: string; address: string } {
  const { data, address } = library.get('sources', id)
  return { source: data.cite ?? data.publisher, address }
}

/** A role's pay in every country of the guide, those without a row included, in the order of the pay pages. */
export function payOutline(roleId: string, library: Library): CountryPay[] {
  const found = new Map(library.payFor(roleId).map(({ country, records }) => [country.id, records]))
  return library.all('salaries').map(({ id, data }) => {
    const why = data.disagreement?.find((each) => each.role === roleId)?.why
    return {
      country: id,
      rows: (found.get(id) ?? []).map((record) => payRow(record, data.currency, library)),
      ...(why ? { why } : {}),
    }
  })
}

/** The countries of the guide, in the order of the pay pages. */
export const payCountries = (library: Library): PayCountry[] => library.all('salaries').map(payCountry)

/** A country as it is chosen and named. */
export const payCountry = ({ id, address, data }: Entry<'salaries'>): PayCountry => ({
  id,
  code: data.country,
  name: countryName(data.country),
  address,
})

/** What law or custom says about night work in a country: none when the guide has no rule on it. */
export function nightRules({ data }: Entry<'salaries'>, library: Library): NightRule[] {
  return data.rules
    .filter(({ topic }) => topic === 'night')
    .map(({ rule, exempt, figure, source }) => ({
      rule,
      ...(exempt ? { exempt } : {}),
      ...(figure ? { figure: ruleFigure(figure, library) } : {}),
      ...cited(source, library),
    }))
}

function ruleFigure(id: string, library: Library): NightRule['figure'] {
  const { figure } = library.figure(id)
  return {
    text: formatFigure(figure),
    label: figure.label,
    ...(figure.measure ? { measure: figure.measure } : {}),
    when: figure.undated ? 'undated' : formatWhen(figure.asOf),
    fitNote: figure.fitNote,
    ...cited(figure.source, library),
  }
}
