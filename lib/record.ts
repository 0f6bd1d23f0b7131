import { RECORDED } from './content/collection.ts'
import type { AnyEntry, Entry, Library } from './content/library.ts'
import type { Figure } from './figure.ts'
import { countryName, dateOfData, formatFigure, formatWhen } from './money.ts'
import { ownSections, sharedSections } from './page-sections.ts'
import { pageTitle } from './page-title.ts'
import { payRow } from './pay-outline.ts'
import type { RoleBlock } from './role.ts'
import {
  figureAnchor,
  measureAnchor,
  moveAnchor,
  namedRuleAnchor,
  payAnchorOnCountry,
  payAnchorOnRole,
  payKeys,
  questionAnchor,
  ruleAnchor,
  skillAnchor,
} from './row-anchors.ts'
import { RULE_TOPICS, type SalaryRecord } from './salary.ts'
import { absolute, LICENCE } from './site.ts'
import { type Crumb, SECTIONS, trailOf, trailOfSection } from './trail.ts'

/** What can be cited and reported by itself: a figure, a row, a question, a section, a whole page. */
export interface CitedLine {
  /** Its permanent address: path and anchor. */
  address: string
  /** What it says, or what it is called. */
  name: string
  /** The line that a quotation carries. */
  citation: string
  /** As editors know it: the id of a figure. */
  id?: string
}

/** A section of a page with everything in it that has an address of its own. */
export interface CitedSection {
  name: string
  /** The section as a whole; missing where nobody would cite it, as with the letters of the glossary. */
  itself?: CitedLine
  lines: CitedLine[]
}

/** A page as it is cited: whole, by section, by line. */
export interface PageRecord {
  title: string
  /** As its page is called in tabs and previews. */
  pageTitle: string
  summary: string
  reviewed: string
  whole: CitedLine
  sections: CitedSection[]
}

const FIT = { exact: 'counts exactly this', close: 'close', wider: 'a wider group' } as const

/** A line before it knows its page: its anchor, what it is called and, where it rests on a source, what it says with that source. */
interface Line {
  anchor: string
  name: string
  id?: string
  /** Ends with a full stop. Missing for our own words. */
  sourced?: string
}

/** The record of the page at this address, and the way to that page. Throws when the page has none. */
export function recordOfPage(address: string, library: Library): { record: PageRecord; trail: Crumb[] } {
  if (address === SECTIONS.glossary.address) return { record: glossaryRecord(library), trail: trailOfSection(SECTIONS.glossary) }
  const entry = RECORDED.flatMap((kind) => library.all(kind) as AnyEntry[]).find((each) => each.address === address)
  if (!entry) throw new Error(`The page ${address} has no record. Those that have are named by the library.`)
  return { record: recordOf(entry, library), trail: trailOf(entry, pathwayOf(entry, library)) }
}

/** The pathway that a stage belongs to. */
function pathwayOf({ kind, id }: AnyEntry, library: Library): Crumb | undefined {
  if (kind !== 'stages') return undefined
  const { data, address } = library.get('pathways', id.split('/')[0] ?? '')
  return { name: data.title, address }
}

/** Everything on the page of an article that can be cited, section by section. */
export function recordOf(entry: AnyEntry, library: Library): PageRecord {
  const pathway = pathwayOf(entry, library)
  const title = pathway ? `${entry.data.title}: ${pathway.name}` : entry.data.title
  const page = { title, address: entry.address, reviewed: entry.data.reviewed }
  const seen = new Set<string>()
  const lines = (all: Line[]) =>
    all
      .filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor))
      .map((line) => citedLine(line, page, entry.kind === 'glossary' ? undefined : title))
  const section = (id: string, heading: string, all: Line[]): CitedSection => ({
    name: heading,
    itself: citedLine({ anchor: id, name: heading }, page, title),
    lines: lines(all),
  })
  const { head, inText, inData } = linesOf(entry, library)
  const placed = new Set(entry.body.blocks.map(({ name }) => `block-${name}`))
  const top = lines([...head, ...inText('')])
  return {
    title,
    pageTitle: pathway ? title : pageTitle(entry),
    summary: entry.data.summary,
    reviewed: page.reviewed,
    whole: wholePage(page),
    sections: [
      ...(top.length > 0 ? [{ name: 'At the top of the page', lines: top }] : []),
      ...ownSections(entry).map(({ id, heading }) => section(id, heading, inText(id))),
      ...sharedSections(entry, library)
        .filter(({ id }) => !placed.has(id))
        .map(({ id, heading }) => section(id, heading, inData[id] ?? [])),
    ],
  }
}

/** All terms of the glossary, letter by letter. */
export function glossaryRecord(library: Library): PageRecord {
  const terms = library.all('glossary')
  const reviewed =
    terms
      .map(({ data }) => data.reviewed)
      .sort()
      .at(-1) ?? ''
  const title = 'The words of the floor'
  const whole = wholePage({ title, address: SECTIONS.glossary.address, reviewed })
  const letters = [...new Set(terms.map(({ data }) => data.title[0]?.toUpperCase() ?? ''))]
  return {
    title,
    pageTitle: title,
    summary: SECTIONS.glossary.about,
    reviewed,
    whole,
    sections: letters.map((letter) => ({
      name: letter,
      lines: terms
        .filter(({ data }) => data.title[0]?.toUpperCase() === letter)
        .flatMap((term) => {
          const page = { title, address: whole.address, reviewed: term.data.reviewed }
          return [{ anchor: term.id, name: term.data.title }, ...term.body.figures.map(({ id }) => figureLine(id, library))].map((line) =>
            citedLine(line, page, page.title),
          )
        }),
    })),
  }
}

interface Page {
  title: string
  address: string
  reviewed: string
}

function wholePage({ title, address, reviewed }: Page): CitedLine {
  return {
    address,
    name: title,
    citation: `“${title}”, Floorwalk, reviewed ${formatWhen(reviewed)}, ${absolute(address)}, ${LICENCE.name}.`,
  }
}

function citedLine({ anchor, name, id, sourced }: Line, page: Page, within: string | undefined): CitedLine {
  const address = `${page.address}#${anchor}`
  const rest = `reviewed ${formatWhen(page.reviewed)}, ${absolute(address)}, ${LICENCE.name}.`
  return {
    address,
    name,
    citation: sourced ? `${sourced} Via Floorwalk, ${rest}` : `“${name}”${within ? ` in “${within}”` : ''}, Floorwalk, ${rest}`,
    ...(id ? { id } : {}),
  }
}

/** The publication behind a line, as citations name it. */
function sourceWords(id: string, library: Library): string {
  const { publisher, title, publishedOn, url } = library.get('sources', id).data
  return `Source: ${publisher}, “${title}”, ${publishedOn ? formatWhen(publishedOn) : 'undated'}, ${url}.`
}

const stopped = (sentence: string) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)

function figureLine(id: string, library: Library): Line {
  const { figure } = library.figure(id)
  const value = `${figure.label}: ${formatFigure(figure)}${figure.measure ? `, ${figure.measure}` : ''}`
  return {
    anchor: figureAnchor(id),
    name: value,
    id,
    sourced: `${value} (${placesOf(figure)}; ${dateOfData(figure)}; ${FIT[figure.fit]}${figure.confidence === 'low' ? ', low confidence' : ''}). ${stopped(figure.fitNote)} ${sourceWords(figure.source, library)}`,
  }
}

/** The first words of a sentence, where it is only a name. */
const shortened = (text: string) => (text.length <= 70 ? text : `${text.slice(0, 70).replace(/[\s,;:]+\S*$/, '')} …`)

const placesOf = ({ countries }: Figure) => countries?.map(countryName).join(', ') ?? 'not bound to one country'

function payLine(record: SalaryRecord, country: Entry<'salaries'>, anchor: string, library: Library): Line {
  const row = payRow(record, country.data.currency, library)
  const amounts = row.amounts.map(({ name, amount }) => `${name.charAt(0).toLowerCase()}${name.slice(1)} ${amount}`)
  const place = countryName(country.data.country)
  const middle = amounts.find((amount) => amount.startsWith('half ')) ?? amounts[0] ?? ''
  return {
    anchor,
    name: `${row.group}, ${place}: ${middle} ${row.period}`,
    id: `${country.id}, ${record.role}, ${row.code ?? row.group}`,
    sourced: `Pay of ${row.group} (${[...(row.code ? [row.code] : []), place, dateOfData(record)].join('; ')}): ${amounts.join(', ')}; ${row.period}, ${row.tax}. ${row.fit}: ${stopped(row.fitNote)} ${sourceWords(record.source, library)}`,
  }
}

interface Lines {
  /** Above the text. */
  head: Line[]
  /** In the article's own text: below the heading with this id, or above the first one for ''. */
  inText: (heading: string) => Line[]
  /** By the id of a section that is made of data. */
  inData: Partial<Record<string, Line[]>>
}

function linesOf(entry: AnyEntry, library: Library): Lines {
  const figures = (ids: readonly (string | undefined)[] = []) => ids.flatMap((id) => (id ? [figureLine(id, library)] : []))
  const questions = (all: readonly { question: string }[] = []) =>
    all.map(({ question }): Line => ({ anchor: questionAnchor(question), name: question }))
  const blocks = entry.kind === 'roles' ? roleBlocks(entry, library, figures, questions) : {}
  const inText = (heading: string) => textLines(entry, heading, figures, blocks)
  const of = (inData: Lines['inData'], head: Line[] = []): Lines => ({ head, inText, inData })
  switch (entry.kind) {
    case 'roles':
      return of(blocks, figures(entry.data.quickFacts.map(({ figure }) => figure)))
    case 'skills':
      return of({ learn: entry.data.learnPaid ? [{ anchor: 'paid', name: 'If somebody else pays' }] : [] })
    case 'certifications':
      return of({ facts: figures(entry.data.hours) }, figures(entry.data.fees))
    case 'metrics':
      return of({ example: [{ anchor: 'inputs', name: 'What goes in' }], normal: figures(entry.data.ranges) })
    case 'salaries':
      return of({
        rules: entry.data.rules.flatMap((rule) => [
          {
            anchor: ruleAnchor(rule),
            name: `${RULE_TOPICS[rule.topic]}: ${shortened(rule.rule)}`,
            sourced: `${countryName(entry.data.country)}, ${RULE_TOPICS[rule.topic].toLowerCase()}: ${stopped(rule.rule)} ${sourceWords(rule.source, library)}`,
          },
          ...figures([rule.figure]),
        ]),
        roles: library.all('roles').flatMap((role) => payLines(entry, role, library, payAnchorOnCountry.bind(undefined, role.id))),
      })
    case 'pathways':
      return of({
        time: figures(entry.data.time),
        stalls: entry.data.stalls.map(({ situation }) => ({ anchor: questionAnchor(situation), name: situation })),
      })
    case 'stages':
      return of({
        entry: figures(entry.data.entryGate.map(({ figure }) => figure)),
        steps: entry.data.steps.map(({ id, text }) => ({ anchor: id, name: text })),
        exit: figures(entry.data.exitGate.map(({ figure }) => figure)),
        time: figures(entry.data.time),
      })
    case 'industries':
      return of({
        rules: entry.data.rules.map(({ name, what, source }) => ({
          anchor: namedRuleAnchor(name),
          name,
          ...(source ? { sourced: `${name}: ${stopped(what)} ${sourceWords(source, library)}` } : {}),
        })),
      })
    case 'guides':
      return of({
        checklist: (entry.data.checklist ?? []).map(({ ask }) => ({ anchor: questionAnchor(ask), name: ask })),
        verify: (entry.data.countries ?? []).flatMap((id) => {
          const name = countryName(library.get('salaries', id).data.country)
          return [
            { anchor: `verify-${id}`, name: `${name}: check` },
            { anchor: `help-${id}`, name: `${name}: get help` },
          ]
        }),
        questions: questions(entry.data.questions),
      })
    default:
      return of({})
  }
}

/** The pay rows of a role in a country. `anchor` makes the anchor of a row from its key. */
function payLines(country: Entry<'salaries'>, role: Entry<'roles'>, library: Library, anchor: (key: string) => string): Line[] {
  const keys = payKeys(country.data.records.filter((record) => record.role === role.id))
  return [...keys].map(([record, key]) => payLine(record, country, anchor(key), library))
}

type LinesOfFigures = (ids?: readonly (string | undefined)[]) => Line[]
type LinesOfQuestions = (all?: readonly { question: string }[]) => Line[]

function roleBlocks(role: Entry<'roles'>, library: Library, figures: LinesOfFigures, questions: LinesOfQuestions) {
  const { data } = role
  const blocks: Partial<Record<RoleBlock, Line[]>> = {
    place: figures(data.span),
    measures: data.measuredBy.map(({ metric }) => ({ anchor: measureAnchor(metric), name: library.get('metrics', metric).data.title })),
    competencies: data.competencies.map(({ skill, level }) => ({
      anchor: skillAnchor(skill),
      name: `${library.get('skills', skill).data.title}: ${level}`,
    })),
    routes: [
      { anchor: 'degree-rules', name: 'Do you need a degree?' },
      { anchor: 'hiring', name: 'How the hiring runs' },
    ],
    pay: library.all('salaries').flatMap((country) => payLines(country, role, library, payAnchorOnRole.bind(undefined, country.id))),
    outlook: figures(data.outlook.flatMap((each) => each.figures ?? [])),
    moves: [
      ...data.leadsTo.flatMap((move) => [
        { anchor: moveAnchor(move.role), name: `To ${library.get('roles', move.role).data.title}` },
        ...figures(move.time),
      ]),
      { anchor: 'out-of-bpo', name: 'Out of BPO' },
    ],
    questions: questions(data.questions),
  }
  return blocks
}

/** What stands in an article's own text between one heading of the second level and the next. */
function textLines({ body }: AnyEntry, heading: string, figures: LinesOfFigures, blocks: Partial<Record<string, Line[]>>): Line[] {
  const tops = body.headings.filter(({ depth }) => depth === 2)
  const place = tops.findIndex(({ id }) => id === heading)
  const from = tops[place]?.line ?? 0
  const to = tops[place + 1]?.line ?? Number.POSITIVE_INFINITY
  return [
    ...body.headings
      .filter(({ depth }) => depth > 2)
      .map(({ id, text, line, column }) => ({ line, column, all: [{ anchor: id, name: text }] })),
    ...body.figures.map(({ id, line, column }) => ({ line, column, all: figures([id]) })),
    ...body.rows.map(({ id, name, line, column }) => ({ line, column, all: [{ anchor: id, name }] })),
    ...body.blocks.map(({ name, line, column }) => ({ line, column, all: blocks[name] ?? [] })),
  ]
    .filter(({ line }) => line >= from && line < to)
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .flatMap(({ all }) => all)
}

/** What a report says before its writer does: where, what, and as of when. */
export function reportWords({ address, name, id }: CitedLine, { title, reviewed }: PageRecord): { subject: string; body: string } {
  return {
    subject: `Problem: ${title === name ? title : `${title}, ${name}`}`,
    body: [
      absolute(address),
      ...(id ? [`Line: ${id}`] : []),
      `Page reviewed: ${reviewed}`,
      '',
      'What is wrong:',
      '',
      'What is right, and where that can be read:',
      '',
    ].join('\n'),
  }
}
