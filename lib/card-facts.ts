import { CERTIFICATION_STATES } from './certification.ts'
import type { AnyEntry, Entry, Library } from './content/library.ts'
import { type Family, familyNames } from './family.ts'
import type { Kind } from './fields.ts'
import { headlinePay } from './headline-pay.ts'
import { GOOD_DIRECTIONS } from './metric.ts'
import { counted, countryName, formatWhen } from './money.ts'
import { nightRules } from './pay-outline.ts'
import type { SalaryRecord } from './salary.ts'
import { LEVELS } from './skill.ts'
import { RELIABILITY } from './source.ts'
import { CHANGES, COMPARE, DATA, EMBEDS, FIGURE_AGES, MAP, MOVES, OFFLINE, PLAN, SEARCH, SECTIONS } from './trail.ts'

/** Stations on the line of a card, in order. */
export interface Stops {
  count: number
  /** The station where the page stands, from 0. */
  here?: number
  /** What is written in the stations, one or two letters each. */
  names?: readonly string[]
  /** The stations are lines, each with its badge. */
  lines?: readonly Family[]
}

/** The one thing of a page that makes a person open it, and what must be said with it. */
export interface Fact {
  fact: string
  note?: string
  stops?: Stops
}

/** Letters of a publisher's name beyond which its short name says more, because the long one would be cut. */
const LONG_NAME = 60

/** The fact of an article. Everything in it stands on the page too, and every amount with its place and date. */
export function factOf(entry: AnyEntry, library: Library): Fact {
  switch (entry.kind) {
    case 'roles':
      return { ...rolePay(entry, library), stops: onItsLine(entry, library) }
    case 'salaries':
      return countryPay(entry, library)
    case 'pathways': {
      const stages = library.stagesOf(entry.id)
      const steps = stages.reduce((sum, stage) => sum + stage.data.steps.length, 0)
      return {
        fact: `${counted(stages.length, 'stage')}, ${counted(steps, 'step')}`,
        note: 'Mark them as you go, in your own browser',
        stops: { count: stages.length, names: stages.map((_, index) => String(index)) },
      }
    }
    case 'stages': {
      const [pathway = ''] = entry.id.split('/')
      const stages = library.stagesOf(pathway)
      const here = stages.findIndex(({ id }) => id === entry.id)
      return {
        // Numbered from 0, as on the page.
        fact: `Stage ${here} on a line from 0 to ${stages.length - 1}`,
        note: library.get('pathways', pathway).data.title,
        stops: { count: stages.length, here, names: stages.map((_, index) => String(index)) },
      }
    }
    case 'certifications':
      return verdict(entry, library)
    case 'metrics': {
      // Other ways to count it stand behind a semicolon, remarks behind a full stop.
      const [formula = ''] = entry.data.formula.split(/;\s|\.\s/)
      const { goodDirection } = entry.data
      return { fact: formula, note: goodDirection === 'depends' ? 'What is good depends on the work' : GOOD_DIRECTIONS[goodDirection] }
    }
    case 'skills': {
      const asked = library
        .all('roles')
        .flatMap(({ data }) => data.competencies.filter(({ skill }) => skill === entry.id).map(({ need }) => need))
      const essential = asked.filter((need) => need === 'essential').length
      return {
        fact: asked.length > 0 ? `Asked for in ${counted(asked.length, 'role')}` : 'Four levels, as others see them',
        ...(essential > 0 ? { note: essential === asked.length ? 'Essential in all of them' : `Essential in ${essential} of them` } : {}),
        stops: { count: LEVELS.length },
      }
    }
    case 'guides':
      return { fact: entry.data.forWhom.replace(/\.$/, ''), note: 'For whom it is' }
    case 'service-lines':
      return { fact: entry.data.examples[0] ?? '', note: `One task of many. ${counted(entry.data.roles.length, 'role')} do this work.` }
    case 'industries':
      return { fact: entry.data.outsourced[0] ?? '', note: `Sent out, with more. ${counted(entry.data.roles.length, 'role')} serve it.` }
    case 'sources': {
      const { publisher, cite, publishedOn, reliability } = entry.data
      const grades = Object.keys(RELIABILITY)
      return {
        fact: publisher.length > LONG_NAME ? (cite ?? publisher) : publisher,
        note: `${publishedOn ? formatWhen(publishedOn) : 'Undated'} · ${RELIABILITY[reliability].replace(/^\w: /, '')}`,
        stops: { count: grades.length, here: grades.indexOf(reliability), names: grades },
      }
    }
    default:
      return { fact: entry.data.summary }
  }
}

const FIT_ORDER = ['exact', 'close', 'wider'] as const
const GROUPS = {
  exact: ['Half', 'Half of two groups'],
  close: ['Half of a close group', 'Half of two close groups'],
  wider: ['Half of a wider group', 'Half of two wider groups'],
} as const

/** Whose median it is, where and when. A role has two amounts where two official groups come equally close. */
function medianNote(records: readonly SalaryRecord[], of: string): string {
  const [record] = records
  if (!record) return of
  const [one, two] = GROUPS[record.fit]
  return `${new Set(records.map(({ median }) => median)).size > 1 ? two : one} earn less. ${of}, ${formatWhen(record.asOf)}`
}

/** The official median that fits the job best; of countries that fit alike, the first in the order of the pay pages. */
function rolePay(role: Entry<'roles'>, library: Library): Fact {
  const [best] = headlinePay(role.id, library)
    .flatMap(({ country, amount, records }) => (amount && records[0] ? [{ country, amount, records, fit: records[0].fit }] : []))
    .sort((a, b) => FIT_ORDER.indexOf(a.fit) - FIT_ORDER.indexOf(b.fit))
  if (!best) return { fact: 'No reliable pay figure yet', note: 'The shift, the measures and the way up are known' }
  return { fact: best.amount, note: medianNote(best.records, countryName(best.country.data.country)) }
}

/** Where a role stands among those of its family, in the order people reach them. */
function onItsLine(role: Entry<'roles'>, library: Library): Stops {
  const family = library.all('roles').filter(({ data }) => data.family === role.data.family)
  return { count: family.length, here: family.indexOf(role) }
}

/** The official median of a first job, the best-fitting and then the first one; else what the law adds for a night; else how much is known. */
function countryPay(country: Entry<'salaries'>, library: Library): Fact {
  const [job] = library
    .all('roles')
    .filter(({ data }) => data.entry && data.level === 1)
    .flatMap((role) => {
      const found = headlinePay(role.id, library).find((each) => each.country === country)
      const fit = found?.records[0]?.fit
      return found?.amount && fit && fit !== 'wider' ? [{ role, amount: found.amount, records: found.records, fit }] : []
    })
    .sort((a, b) => FIT_ORDER.indexOf(a.fit) - FIT_ORDER.indexOf(b.fit))
  if (job) return { fact: job.amount, note: medianNote(job.records, job.role.data.title) }
  const night = nightRules(country, library).flatMap(({ figure }) => figure ?? [])[0]
  if (night) return { fact: night.text, note: night.when === 'undated' ? night.label : `${night.label}, ${night.when}` }
  return {
    fact: 'No official median yet',
    note: `${counted(country.data.rules.length, 'rule')} on pay and hours, each with its source`,
  }
}

const VERDICTS = [
  ['needed', 'Needed in', 'needed in'],
  ['helps', 'Helps in', 'helps in'],
  ['skip', 'Skip it in', 'skip it in'],
] as const

/** What the guide says of a certification, role by role; of one that is not simply open, what became of it. */
function verdict({ id, data }: Entry<'certifications'>, library: Library): Fact {
  const checked = `Checked ${formatWhen(data.stateCheckedOn)}`
  if (data.state !== 'active') return { fact: CERTIFICATION_STATES[data.state], note: checked }
  const verdicts = library
    .all('roles')
    .flatMap((role) => role.data.certifications.flatMap((each) => (each.certification === id ? [each.verdict] : [])))
  const said = VERDICTS.flatMap(([name, ...words]) => {
    const times = verdicts.filter((each) => each === name).length
    return times > 0 ? [{ words, times }] : []
  })
  if (said.length === 0) return { fact: `Open to start`, note: `${checked}. Issued by ${data.issuer}` }
  return {
    fact: said
      .map(({ words, times }, index) => (index === 0 ? `${words[0]} ${counted(times, 'role')}` : `${words[1]} ${times}`))
      .join(', '),
    note: 'Our verdict, role by role',
  }
}

/** The fact of a page without an article: a list, a tool or the home page. */
export function fixedFact(address: string, library: Library): Fact {
  const count = (kind: Kind) => library.all(kind).length
  const shown = library.all('roles').map(({ data }) => data.family)
  const lines = familyNames.filter((family) => shown.includes(family))
  const allLines: Stops = { count: lines.length, lines }
  const facts: Record<string, () => Fact> = {
    '/': () => ({
      fact: `${counted(count('roles'), 'job')} on ${counted(lines.length, 'line')}`,
      note: 'Each with its pay, and who says so',
      stops: allLines,
    }),
    [SECTIONS.roles.address]: () => ({
      fact: `${counted(count('roles'), 'job')} on ${counted(lines.length, 'line')}`,
      note: 'The shift, the measures, the pay, the way up',
      stops: allLines,
    }),
    [SECTIONS.pathways.address]: () => ({
      fact: `${counted(count('pathways'), 'way')}, ${counted(count('stages'), 'stage')}`,
      note: 'Step by step, with proof at each',
    }),
    [SECTIONS.salaries.address]: () => ({
      fact: `${counted(library.all('salaries').flatMap(({ data }) => data.records).length, 'pay row')}, each with its source`,
      note: library
        .all('salaries')
        .map(({ data }) => countryName(data.country))
        .join(', '),
    }),
    [SECTIONS.skills.address]: () => ({
      fact: `${counted(count('skills'), 'skill')}, four levels each`,
      note: 'How to learn and prove them',
      stops: { count: LEVELS.length },
    }),
    [SECTIONS.metrics.address]: () => ({
      fact: `${counted(count('metrics'), 'measure')}, each with its formula`,
      note: 'Who moves them, and how they are gamed',
    }),
    [SECTIONS.certifications.address]: () => ({
      fact: `${counted(count('certifications'), 'certificate')}, judged`,
      note: 'Which help, which waste money',
    }),
    [SECTIONS.guides.address]: () => ({
      fact: counted(count('guides'), 'long answer'),
      note: 'To what people ask before and during the job',
    }),
    [SECTIONS['service-lines'].address]: () => ({
      fact: `${counted(count('service-lines'), 'kind')} of work`,
      note: 'What clients buy, and what it is like to do',
    }),
    [SECTIONS.industries.address]: () => ({
      fact: `${counted(count('industries'), 'sector')} that send work out`,
      note: 'With the rules and words of each',
    }),
    [SECTIONS.glossary.address]: () => ({ fact: `${counted(count('glossary'), 'word')} of the floor`, note: 'In plain English' }),
    [SECTIONS['start-questions'].address]: () => ({
      fact: `${counted(count('start-questions'), 'question')}, three roles`,
      note: 'Your answers stay with you',
    }),
    [SECTIONS.sources.address]: () => ({
      fact: `${counted(count('sources'), 'publication')}, graded`,
      note: 'What each measures and leaves out',
      stops: { count: Object.keys(RELIABILITY).length, names: Object.keys(RELIABILITY) },
    }),
    [PLAN.address]: () => ({ fact: 'Your steps, dates at your pace', note: 'It stays in your browser until you share it' }),
    [MOVES.address]: () => ({
      fact: `${counted(
        library.all('roles').reduce((sum, { data }) => sum + data.leadsTo.length, 0),
        'move',
      )} between ${counted(count('roles'), 'job')}`,
      note: 'What you bring, what is missing, what it pays',
    }),
    [MAP.address]: () => ({
      fact: `${counted(count('roles'), 'station')} on ${counted(lines.length, 'line')}`,
      note: 'Where you start and where you can change',
      stops: allLines,
    }),
    [COMPARE.address]: () => ({ fact: 'Two to four jobs, side by side', note: 'The day, the measures, the pay' }),
    [SEARCH.address]: () => ({
      fact: `${counted(library.addresses().length, 'page')}, A to Z`,
      note: 'A job, a number, pay, a word of the floor',
    }),
    [CHANGES.address]: () => ({ fact: 'What it says now, what it said before', note: 'Figures, pay, rules and moves, edition by edition' }),
    [FIGURE_AGES.address]: () => ({ fact: 'How old each figure is', note: 'And by when somebody must look again' }),
    [DATA.address]: () => ({ fact: 'Every job, move, figure and source', note: 'As tables, free to use if you name the guide' }),
    [OFFLINE.address]: () => ({ fact: 'The guide without a connection', note: 'See what it costs before you keep it' }),
    [EMBEDS.address]: () => ({ fact: 'Pay, lines and pathways to show', note: 'On your own page, sources and all' }),
    '/about/': () => ({ fact: 'No accounts, no tracking', note: 'How the guide is made, and what it does not know' }),
  }
  const found = facts[address]
  if (!found) throw new Error(`There is no card for ${address}. Give it a fact in lib/card-facts.ts.`)
  return found()
}
