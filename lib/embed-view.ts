import type { Entry, Library } from './content/library.ts'
import { embedPlace } from './embed-address.ts'
import { BASIS } from './entry.ts'
import { FAMILIES, type Family, familyNames } from './family.ts'
import { today } from './fields.ts'
import { mapRoles } from './lattice.ts'
import { type LineStrip, lineStrip } from './line-strip.ts'
import { counted, formatMoney, formatReading, formatWhen } from './money.ts'
import { payRow } from './pay-outline.ts'
import type { PayRow } from './reader/pay-outline.ts'
import { roleLevel } from './role-level.ts'
import type { SalaryRecord } from './salary.ts'
import { MAP } from './trail.ts'

/** What every embed says of itself. The texts are those it prints: `lib/embed-height.ts` measures them. */
interface Basics {
  /** Its own address: `/embed/pay/team-leader/united-kingdom/`. */
  address: string
  /** The page of the guide that it is taken from. */
  page: string
  /** Its heading, and the line below it. Together they are its title. */
  name: string
  about: string
  line?: Family | undefined
  /** On what it rests and when that was reviewed. The licence stands behind it. */
  foot: string
}

/** One pay row with its picture. */
export interface PayEmbedRow {
  record: SalaryRecord
  /** "Half earn under" "$42,830" "a year, before tax": the amount that is said first. */
  says: { before: string; amount: string; after: string }
  row: PayRow
  /** Whom the row counts and how far to trust it. */
  counts: string
  /** "Official statistic: ", "BLS" and ", May 2024 · SOC 2018 43-4051": what stands before, in and behind the link to the source. */
  source: [before: string, name: string, after: string]
}

export interface PayEmbed extends Basics {
  kind: 'pay'
  country: Entry<'salaries'>
  rows: PayEmbedRow[]
  /** Why they differ, and what else must be said of all of them. */
  caveats: { lead: string; text: string }[]
}

export interface PlaceEmbed extends Basics {
  kind: 'place'
  role: Entry<'roles'>
  strip: LineStrip
}

export interface LineStop {
  title: string
  address: string
  /** Said once, at the first station of a level. */
  level?: string
  /** Lines that one can change to here. */
  changes: Family[]
}

export interface LineEmbed extends Basics {
  kind: 'line'
  line: Family
  stops: LineStop[]
  /** The lines that its stations name, for the key. */
  changes: Family[]
}

export interface PathwayEmbed extends Basics {
  kind: 'pathway'
  stages: { title: string; purpose: string; address: string }[]
}

export type EmbedView = PayEmbed | PlaceEmbed | LineEmbed | PathwayEmbed

/** Everything that can be put on another site, kind by kind in the order of the library. */
export const embedViews = (library: Library): EmbedView[] => [
  ...library.all('roles').flatMap((role) => library.payFor(role.id).map(({ country }) => payEmbed(role, country, library))),
  ...library.all('roles').map((role) => placeEmbed(role, library)),
  ...lineFamilies(library).map((family) => lineEmbed(family, library)),
  ...library.all('pathways').map((pathway) => pathwayEmbed(pathway, library)),
]

/** The lines that have a job yet. */
export const lineFamilies = (library: Library): Family[] =>
  familyNames.filter((family) => library.all('roles').some(({ data }) => data.family === family))

const reviewed = (day: string) => `Reviewed ${formatWhen(day)}.`

/** Every pay row of a role in one country, with all that its page says of them. */
export function payEmbed(role: Entry<'roles'>, country: Entry<'salaries'>, library: Library): PayEmbed {
  const records = library.payFor(role.id).find((found) => found.country.id === country.id)?.records ?? []
  const why = country.data.disagreement?.find((each) => each.role === role.id)?.why
  const due = [country.data.reviewBy, ...records.map(({ reviewBy }) => reviewBy)].sort()[0] ?? ''
  return {
    kind: 'pay',
    address: `${embedPlace('pay')}${role.id}/${country.id}/`,
    page: role.address,
    name: role.data.title,
    // Other countries have a $ too.
    about: `${country.data.title}, in ${country.data.currency}`,
    line: role.data.family,
    foot: `Sources as named. ${reviewed(country.data.reviewed)}`,
    country,
    rows: records.map((record) => payEmbedRow(record, country.data.currency, library)),
    caveats: [
      ...(why ? [{ lead: 'Why they differ.', text: why }] : []),
      ...(due < today() ? [{ lead: 'Overdue.', text: `This was to be reviewed by ${formatWhen(due)}. Check it against its source.` }] : []),
    ],
  }
}

function payEmbedRow(record: SalaryRecord, currency: string, library: Library): PayEmbedRow {
  const row = payRow(record, currency, library)
  const [before, amount] = headline(record, currency)
  return {
    record,
    says: { before, amount, after: `${row.period}, ${row.tax}` },
    row,
    counts: `${row.fit}. ${row.fitNote}${row.low ? ' Low confidence.' : ''}`,
    source: [`${row.kind}: `, row.source, `, ${record.undated ? formatReading(record) : row.when}${row.code ? ` · ${row.code}` : ''}`],
  }
}

/** The title of an embed: of its document, and of the frame that shows it. */
export const embedTitle = ({ name, about }: Pick<EmbedView, 'name' | 'about'>) => `${name}: ${about[0]?.toLowerCase()}${about.slice(1)}`

const SAID = [
  ['median', 'Half earn under'],
  ['percentile75', 'Three in four earn under'],
  ['percentile25', 'One in four earns under'],
  ['percentile90', 'Nine in ten earn under'],
  ['percentile10', 'One in ten earns under'],
] as const

/** What a row says first: its median, or the most telling thing it has. An average is called one. */
function headline(record: SalaryRecord, currency: string): [before: string, amount: string] {
  const money = (amount: number) => formatMoney(amount, currency)
  for (const [percentile, words] of SAID) {
    const amount = record[percentile]
    if (amount !== undefined) return [words, money(amount)]
  }
  const { low, high, mean = 0 } = record
  return low !== undefined && high !== undefined ? ['A range of', `${money(low)}–${money(high)}`] : ['On average', money(mean)]
}

/** What comes before a role, where one can change, and what comes next. */
export const placeEmbed = (role: Entry<'roles'>, library: Library): PlaceEmbed => ({
  kind: 'place',
  address: `${embedPlace('place')}${role.id}/`,
  page: role.address,
  name: role.data.title,
  about: 'Where this job sits in a BPO career',
  line: role.data.family,
  foot: `${BASIS[role.data.basis]} ${reviewed(role.data.reviewed)}`,
  role,
  strip: lineStrip(role, library),
})

/** All jobs of one line, level by level, and at each one the lines one can change to. */
export function lineEmbed(family: Family, library: Library): LineEmbed {
  const roles = mapRoles(library)
  const own = roles.filter((role) => role.family === family)
  const familyOf = new Map(roles.map((role) => [role.id, role.family]))
  const stops = own.map((role, index): LineStop => {
    const onto = role.moves.map((move) => familyOf.get(move.role))
    return {
      title: role.title,
      address: role.address,
      ...(own[index - 1]?.level === role.level ? {} : { level: roleLevel(role.level).name }),
      changes: familyNames.filter((each) => each !== family && onto.includes(each)),
    }
  })
  const articles = library.all('roles').filter(({ data }) => data.family === family)
  const last =
    articles
      .map(({ data }) => data.reviewed)
      .sort()
      .at(-1) ?? ''
  return {
    kind: 'line',
    address: `${embedPlace('line')}${family}/`,
    page: MAP.address,
    name: FAMILIES[family].name,
    about: `One line of the map of BPO careers, with its ${counted(own.length, 'job')}`,
    line: family,
    foot: `${[...new Set(articles.map(({ data }) => BASIS[data.basis]))].join(' ')} ${reviewed(last)}`,
    stops,
    changes: familyNames.filter((each) => stops.some(({ changes }) => changes.includes(each))),
  }
}

/** The stages of a pathway in order, with what each is for. */
export function pathwayEmbed(pathway: Entry<'pathways'>, library: Library): PathwayEmbed {
  const stages = library.stagesOf(pathway.id)
  const { goal, basis, reviewed: day, title } = pathway.data
  return {
    kind: 'pathway',
    address: `${embedPlace('pathway')}${pathway.id}/`,
    page: pathway.address,
    name: title,
    about: `A pathway in ${counted(stages.length, 'stage')}, and what each is for`,
    line: goal ? library.get('roles', goal).data.family : undefined,
    foot: `${BASIS[basis]} ${reviewed(day)}`,
    stages: stages.map(({ address, data }) => ({ title: data.title, purpose: data.purpose, address })),
  }
}
