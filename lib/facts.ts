import { CERTIFICATION_STATES, VERDICTS } from './certification.ts'
import type { AnyEntry, Entry, Library } from './content/library.ts'
import { COUNTRIES, type CountryCode } from './country.ts'
import { KINDS } from './fields.ts'
import type { Figure } from './figure.ts'
import { GOOD_DIRECTIONS } from './metric.ts'
import { countryName, dateOfData, formatFigure, formatWhen } from './money.ts'
import { cited, payRow } from './pay-outline.ts'
import { NO_FIGURE } from './reader/pay-outline.ts'
import { fingerprint } from './reader/plan-link.ts'
import { MOVE_KINDS } from './role.ts'
import { RULE_TOPICS, type SalaryRecord } from './salary.ts'

/** The kinds of fact, each with what several of them are called. */
export const FACT_KINDS = {
  figure: 'Figures',
  pay: 'Pay rows',
  rule: 'Rules of pay',
  formula: 'Formulas',
  direction: 'Which way is good',
  state: 'States of certificates',
  name: 'Exact names of certificates',
  renewal: 'Renewals of certificates',
  fee: 'Fees nobody prints',
  verdict: 'Verdicts on certificates',
  move: 'Moves between roles',
  competency: 'Skill levels of roles',
  degree: 'Degree rules',
  outlook: 'Outlooks',
  code: 'Occupation codes',
  step: 'Steps of pathways',
} as const
export type FactKind = keyof typeof FACT_KINDS

/** One thing that the guide states and that can change, with an id that neither its place nor its words can move. */
export interface Fact {
  /** `figure/ph-night-premium`, `pay/philippines/team-leader/…`: the kind, then ids of the content. Letters, digits, dashes, slashes. */
  id: string
  kind: FactKind
  /** The page that keeps it, without a fragment: `/salaries/philippines/`. */
  address: string
  /** The nearest place on that page which can be linked to; absent when it has none. */
  anchor?: string
  /** What is stated, as a noun phrase: "Agents per team leader". */
  label: string
  /** The value in the page's words, with unit, place and period, without its date: what editions compare. */
  value: string
  /** The value with who says so and when, as the page says it. The same as `value` for what no source stands behind. */
  says: string
  /** Id of the source. */
  source?: string
  /** The date of the data, "2025", "2025-05" or "2025-05-31"; of an undated source the day it was read. */
  asOf?: string
  /** The source prints no date: how old the data is, nobody knows. */
  undated?: true
  /** The day by which somebody must look again. */
  reviewBy?: string
  /** Ids of the roles whose pages print it or which it is about, in the order of the guide. */
  roles: readonly string[]
  /** Where it holds; empty when it is bound to no country. */
  countries: readonly CountryCode[]
}

/** A slug of what a source calls a group, for ids. */
const slugged = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

const known = new WeakMap<Library, readonly Fact[]>()

/** Every fact of the published guide, kind by kind in the order of the guide. Ids are unique. A library never changes, so they are gathered once. */
export function factsOf(library: Library): readonly Fact[] {
  const facts = known.get(library) ?? gathered(library)
  known.set(library, facts)
  return facts
}

function gathered(library: Library): Fact[] {
  return distinct([
    ...figureFacts(library),
    ...library.all('salaries').flatMap((country) => [...payFacts(country, library), ...ruleFacts(country, library)]),
    ...library.all('metrics').flatMap((metric) => metricFacts(metric, library)),
    ...library.all('certifications').flatMap((certification) => certificationFacts(certification, library)),
    ...library.all('roles').flatMap((role) => roleFacts(role, library)),
    ...library.all('stages').flatMap((stage) => stepFacts(stage, library)),
  ])
}

/**
 * Facts that the content does not tell apart (two rules of one topic from one source, without an `aspect`) get a mark of their words,
 * and a number when even these are the same: never the id of another.
 */
function distinct(facts: Fact[]): Fact[] {
  const count = new Map<string, number>()
  for (const { id } of facts) count.set(id, (count.get(id) ?? 0) + 1)
  const taken = new Set<string>()
  return facts.map((fact) => {
    const base = count.get(fact.id) === 1 ? fact.id : `${fact.id}/${fingerprint(fact.value).toString(16)}`
    let id = base
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
    taken.add(id)
    return id === fact.id ? fact : { ...fact, id }
  })
}

/** The page of an article, and its anchor there when it stands on a page with others. */
function pageOf({ address }: AnyEntry): { address: string; anchor?: string } {
  const [page = address, anchor] = address.split('#')
  return anchor ? { address: page, anchor } : { address: page }
}

/** A value with its source and date behind it, in brackets as figures are cited. */
const withCitation = (value: string, source: string, date: string, library: Library) =>
  `${value} (${cited(source, library).source}, ${date})`

/** The value of a figure, what kind of value it is and where it holds. */
function figureValue(figure: Figure): string {
  const places = figure.countries?.map(countryName).join(', ')
  return `${formatFigure(figure)}${figure.measure ? `, ${figure.measure}` : ''}${places ? ` · ${places}` : ''}`
}

function figureFacts(library: Library): Fact[] {
  const roles = rolesByFigure(library)
  return KINDS.flatMap((kind) => library.all(kind) as AnyEntry[]).flatMap((owner) =>
    (owner.data.figures ?? []).map((figure): Fact => {
      const value = figureValue(figure)
      const anchor = figureAnchor(owner, figure.id)
      return {
        id: `figure/${figure.id}`,
        kind: 'figure',
        ...(anchor ? { anchor } : {}),
        ...pageOf(owner),
        label: figure.label,
        value,
        says: withCitation(value, figure.source, dateOfData(figure), library),
        source: figure.source,
        asOf: figure.asOf,
        ...(figure.undated ? { undated: true } : {}),
        reviewBy: figure.reviewBy,
        roles: roles.get(figure.id) ?? [],
        countries: figure.countries ?? [],
      }
    }),
  )
}

/** The roles whose page, or whose stage of a pathway, prints a figure. */
function rolesByFigure(library: Library): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  const note = (role: string, figures: readonly string[]) => {
    for (const figure of figures) found.set(figure, (found.get(figure) ?? new Set()).add(role))
  }
  const inText = ({ data, body }: AnyEntry) => [...(data.figures ?? []), ...body.figures].map(({ id }) => id)
  for (const role of library.all('roles')) {
    const { quickFacts, span, outlook, leadsTo } = role.data
    note(role.id, [
      ...inText(role),
      ...quickFacts.flatMap(({ figure }) => figure ?? []),
      ...(span ?? []),
      ...outlook.flatMap(({ figures }) => figures ?? []),
      ...leadsTo.flatMap(({ time }) => time ?? []),
    ])
  }
  for (const stage of library.all('stages')) {
    const { role, time, entryGate, exitGate } = stage.data
    if (role) note(role, [...inText(stage), ...time, ...[...entryGate, ...exitGate].flatMap(({ figure }) => figure ?? [])])
  }
  const order = library.all('roles').map(({ id }) => id)
  return new Map([...found].map(([figure, roles]) => [figure, order.filter((id) => roles.has(id))]))
}

/** The section of its owner's page that prints a figure; none where it stands above the sections or on other pages alone. */
function figureAnchor({ kind, data, body }: AnyEntry, id: string): string | undefined {
  const among = (ids: readonly (string | undefined)[] = []) => ids.includes(id)
  if (kind === 'roles') {
    if (among(data.span)) return 'block-place'
    if (data.leadsTo.some(({ time }) => among(time))) return 'block-moves'
    if (data.outlook.some(({ figures }) => among(figures))) return 'block-outlook'
  }
  if (kind === 'metrics' && among(data.ranges)) return 'normal'
  if (kind === 'certifications' && among(data.hours)) return 'facts'
  if (kind === 'salaries' && among(data.rules.map(({ figure }) => figure))) return 'rules'
  if (kind === 'stages' || kind === 'pathways') {
    if (among(data.time)) return 'time'
    if (kind === 'stages' && among(data.entryGate.map(({ figure }) => figure))) return 'entry'
    if (kind === 'stages' && among(data.exitGate.map(({ figure }) => figure))) return 'exit'
  }
  const line = body.figures.find((figure) => figure.id === id)?.line ?? 0
  return body.headings.findLast((heading) => heading.depth === 2 && heading.line < line)?.id
}

/**
 * Pay rows are told apart by what they count: role, source, the source's own group, period. Of several years of one row the newest
 * bears the plain id, so that next year's figure is a change of it.
 */
function payFacts(country: Entry<'salaries'>, library: Library): Fact[] {
  const { data } = country
  const idOf = ({ role, source, occupation, period }: SalaryRecord) =>
    `pay/${country.id}/${role}/${source}/${slugged(occupation.code ?? occupation.title) || fingerprint(occupation.title)}/${period}`
  return data.records.map((record): Fact => {
    const id = idOf(record)
    const superseded = data.records.some((other) => other.asOf > record.asOf && idOf(other) === id)
    const { amounts, period, tax, group } = payRow(record, data.currency, library)
    const value = `${amounts.map(({ name, amount }) => `${name} ${amount}`).join(' · ')}; ${period}, ${tax}`
    return {
      id: superseded ? `${id}/${record.asOf}` : id,
      kind: 'pay',
      address: country.address,
      anchor: `role-${record.role}`,
      label: `${library.get('roles', record.role).data.title}, ${countryName(data.country)}: ${group}`,
      value,
      says: withCitation(value, record.source, dateOfData(record), library),
      source: record.source,
      asOf: record.asOf,
      ...(record.undated ? { undated: true } : {}),
      reviewBy: record.reviewBy,
      roles: [record.role],
      countries: [data.country],
    }
  })
}

function ruleFacts({ id, address, data }: Entry<'salaries'>, library: Library): Fact[] {
  return data.rules.map((rule): Fact => {
    const { topic, aspect, exempt, figure, source } = rule
    const number = figure ? ` ${formatFigure(library.figure(figure).figure)}.` : ''
    const value = `${rule.rule}${number}${exempt ? ` Not covered: ${exempt}` : ''}`
    return {
      id: [`rule/${id}/${topic}/${source}`, ...(aspect ? [aspect] : [])].join('/'),
      kind: 'rule',
      address,
      anchor: 'rules',
      label: `${countryName(data.country)}: ${RULE_TOPICS[topic]}`,
      value,
      says: `${value} (${cited(source, library).source})`,
      source,
      roles: [],
      countries: [data.country],
    }
  })
}

function metricFacts({ id, address, data }: Entry<'metrics'>, library: Library): Fact[] {
  const roles = library.all('roles').filter((role) => role.data.measuredBy.some(({ metric }) => metric === id))
  const fact = (kind: FactKind, label: string, value: string): Fact => ({
    id: `${kind}/${id}`,
    kind,
    address,
    label,
    value,
    says: value,
    roles: roles.map((role) => role.id),
    countries: [],
  })
  return [
    fact('formula', `${data.title}: formula`, data.formula),
    fact('direction', `${data.title}: good is`, GOOD_DIRECTIONS[data.goodDirection]),
  ]
}

function certificationFacts({ id, address, data }: Entry<'certifications'>, library: Library): Fact[] {
  const roles = library.all('roles').filter((role) => role.data.certifications.some(({ certification }) => certification === id))
  const fact = (kind: FactKind, what: string, value: string, rest: Partial<Fact> = {}): Fact => ({
    id: `${kind}/${id}`,
    kind,
    address,
    label: `${data.title}: ${what}`,
    value,
    says: value,
    roles: roles.map((role) => role.id),
    countries: [],
    ...rest,
  })
  const state = `${CERTIFICATION_STATES[data.state]}.${data.stateNote ? ` ${data.stateNote}` : ''}`
  return [
    fact('state', 'state', state, {
      says: `${state} Checked ${formatWhen(data.stateCheckedOn)}.`,
      asOf: data.stateCheckedOn,
      reviewBy: data.reviewBy,
    }),
    fact('name', 'exact name', `${data.exactName}, ${data.issuer}`),
    fact('renewal', 'renewal', data.renewal),
    // Fees that are known are figures.
    ...(data.fees && data.fees.length > 0 ? [] : [fact('fee', 'fee', NO_FIGURE)]),
  ]
}

function roleFacts({ id, address, data }: Entry<'roles'>, library: Library): Fact[] {
  const fact = (kind: FactKind, name: string, anchor: string, label: string, value: string, rest: Partial<Fact> = {}): Fact => ({
    id: `${kind}/${id}/${name}`,
    kind,
    address,
    anchor,
    label,
    value,
    says: value,
    roles: [id],
    countries: [],
    ...rest,
  })
  return [
    ...data.competencies.map(({ skill, level, need }) =>
      fact(
        'competency',
        skill,
        'block-competencies',
        `${data.title}: ${library.get('skills', skill).data.title}`,
        need === 'useful' ? `${level}; useful, not required` : level,
      ),
    ),
    ...data.certifications.map(({ certification, verdict }) =>
      fact(
        'verdict',
        certification,
        'block-certifications',
        `${data.title}: ${library.get('certifications', certification).data.title}`,
        VERDICTS[verdict],
      ),
    ),
    ...data.leadsTo.map((move) => {
      const to = library.get('roles', move.role)
      const times = (move.time ?? []).map((time) => figureValue(library.figure(time).figure))
      return fact('move', move.role, 'block-moves', `${data.title} to ${to.data.title}`, [MOVE_KINDS[move.kind], ...times].join('; '), {
        roles: [id, to.id],
      })
    }),
    ...data.degree.map(({ where, rule, source }) =>
      fact('degree', slugged(where) || String(fingerprint(where)), 'block-routes', `${data.title}: degree, ${where}`, rule, {
        ...(source ? { source, says: `${rule} (${cited(source, library).source})` } : {}),
        countries: codesNamed(where),
      }),
    ),
    ...data.outlook.map(({ source, aspect, says }) =>
      fact('outlook', [source, ...(aspect ? [aspect] : [])].join('/'), 'block-outlook', `${data.title}: outlook`, says, {
        source,
        says: `${says} (${cited(source, library).source})`,
      }),
    ),
    ...data.occupationCodes.map(({ scheme, code, title, fit }) =>
      fact(
        'code',
        `${slugged(scheme)}/${slugged(code)}`,
        'names',
        `${data.title}: ${scheme}`,
        `${code} ${title}${fit === 'wider' ? ' (a wider group)' : ''}`,
      ),
    ),
  ]
}

/** The country that a place is, if it is one. */
const codesNamed = (place: string) => (Object.keys(COUNTRIES) as CountryCode[]).filter((code) => countryName(code) === place)

function stepFacts({ id, address, data }: Entry<'stages'>, library: Library): Fact[] {
  const goal = library.get('pathways', id.split('/')[0] as string).data.goal
  const roles = [...new Set([data.role, goal])].flatMap((role) => role ?? [])
  return data.steps.map(({ id: step, text, effort: { low, high } }): Fact => {
    const value = `${text} ${low === high ? low : `${low}–${high}`} hours, our estimate`
    return { id: `step/${step}`, kind: 'step', address, anchor: step, label: data.title, value, says: value, roles, countries: [] }
  })
}
