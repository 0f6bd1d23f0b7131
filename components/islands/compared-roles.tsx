import type { ReactNode } from 'react'
import { wayAddress } from '#lib/reader/comparison-query.ts'
import { listed } from '#lib/reader/listed.ts'
import { compareRoles, type Hour, type Side } from '#lib/reader/role-comparison.ts'
import type { CompetencySheet, Linked, MeasureSheet, RoleSheet } from '#lib/reader/role-sheet.ts'
import { ComparedPay } from './compared-pay.tsx'
import type { CompareGuide } from './role-comparison.tsx'
import { SideBySide, type SideRow } from './side-by-side.tsx'

interface Props {
  /** Those that have arrived, at least two. */
  sheets: readonly RoleSheet[]
  /** All that were asked for. */
  chosen: readonly string[]
  guide: CompareGuide
  /** Asked for by the address, or empty. */
  country: string
}

const TOPICS = [
  ['compare-glance', 'At a glance'],
  ['compare-duties', 'What you do'],
  ['compare-measures', 'What you are measured on'],
  ['compare-skills', 'What you must be able to do'],
  ['compare-day', 'A normal day'],
  ['compare-bad-day', 'A bad day'],
  ['compare-entry', 'How you get in'],
  ['compare-fit', 'Who it fits'],
  ['compare-pay', 'What it pays'],
  ['compare-moves', 'From one to another'],
] as const

const ALL = ['', '', 'Both', 'All three', 'All four']

/** Roles side by side, topic by topic: columns on a wide screen and on paper, one below another on a phone. */
export function ComparedRoles({ sheets, chosen, guide, country }: Props) {
  const { measures, skills, normal, bad, moves, mixedUp } = compareRoles(sheets)
  const name = (id: string) => sheets.find((sheet) => sheet.id === id)?.title ?? id
  const topic = (id: (typeof TOPICS)[number][0], rows: readonly SideRow[], more: { above?: ReactNode; short?: boolean } = {}) => (
    <section key={id}>
      <h2 id={id}>{TOPICS.find(([each]) => each === id)?.[1]}</h2>
      {more.above}
      <SideBySide sheets={sheets} lines={guide.lines} labelledBy={id} rows={rows} short={more.short} />
    </section>
  )
  return (
    <div className="compared-roles" data-count={sheets.length}>
      <nav aria-label="Topics of the comparison" className="compare-topics">
        <ul>
          {TOPICS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {mixedUp.length > 0 ? (
        <section>
          <h2 id="compare-apart">Easily mixed up</h2>
          <dl className="facts">
            {mixedUp.map(({ of, role, difference }) => (
              <div key={of + role}>
                <dt>
                  From the page of {name(of)}, on {name(role)}
                </dt>
                <dd>{difference}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {topic('compare-glance', glance(sheets, guide), { short: true })}
      {topic('compare-duties', [{ id: 'duties', cells: sheets.map(({ duties }) => bullets(duties)) }], {
        above: <p>Most of the week first.</p>,
      })}
      {topic(
        'compare-measures',
        measures.map((side) => ({
          ...head(side, sheets),
          cells: side.each.map(measureCell),
          nothing: 'Not measured on it.',
        })),
        { above: <Count sides={measures} of="measures" all={ALL[sheets.length]} /> },
      )}
      {topic(
        'compare-skills',
        skills.map((side) => ({
          ...head(side, sheets),
          cells: side.each.map(skillCell),
          nothing: 'Not asked for.',
        })),
        { above: <Count sides={skills} of="skills" all={ALL[sheets.length]} /> },
      )}
      {topic('compare-day', day(normal, sheets, 'setting'), { above: <p>Each by its own clock, hour by hour.</p> })}
      {topic('compare-bad-day', day(bad, sheets, 'badSetting'))}
      {topic('compare-entry', [
        { id: 'routes', head: 'Ways in', cells: sheets.map((sheet) => <Routes key={sheet.id} sheet={sheet} />) },
        { id: 'degree', head: 'Do you need a degree?', cells: sheets.map((sheet) => <Degree key={sheet.id} sheet={sheet} />) },
      ])}
      {topic('compare-fit', [
        { id: 'yes', head: 'You may like it if', cells: sheets.map(({ fitsIf }) => bullets(fitsIf)) },
        { id: 'no', head: 'Think twice if', cells: sheets.map(({ notIf }) => bullets(notIf)) },
      ])}
      <section>
        <h2 id="compare-pay">What it pays</h2>
        <ComparedPay sheets={sheets} chosen={chosen} guide={guide} country={country} />
      </section>
      <section>
        <h2 id="compare-moves">From one to another</h2>
        {moves.map(({ roles: [one, other], moves: ways }) =>
          ways.length === 0 ? (
            <p key={one + other}>
              The guide has no direct move between {name(one)} and {name(other)}. See whether there is a way round{' '}
              <a href={wayAddress(one, other)}>
                from {name(one)} to {name(other)}
              </a>{' '}
              or{' '}
              <a href={wayAddress(other, one)}>
                from {name(other)} to {name(one)}
              </a>
              .
            </p>
          ) : (
            ways.map(({ from, to, kind, harder }) => (
              <div key={`${from} ${to}`} className="compare-move">
                <h3>
                  From {name(from)} to {name(to)}: a move {kind}
                </h3>
                <p>
                  <b>Harder than it looks.</b> {harder}
                </p>
                <p>
                  <a href={wayAddress(from, to)}>What carries over, what is missing, what it costs</a>
                </p>
              </div>
            ))
          ),
        )}
      </section>
    </div>
  )
}

const bullets = (items: readonly string[]) => (
  <ul className="bullets">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

const measureCell = (item: MeasureSheet | undefined) =>
  item && (
    <>
      <p>{item.control}</p>
      <p className="trap">
        <b>How it misleads.</b> {item.trap}
      </p>
    </>
  )

const skillCell = (item: CompetencySheet | undefined) =>
  item && (
    <>
      <p>
        <span className="level" data-level={item.level}>
          {item.level}
        </span>
      </p>
      <p>
        {item.need === 'useful' ? <i>Useful, not required. </i> : null}
        {item.signal}
      </p>
    </>
  )

/** The name of what is compared, and in words and a mark how far it is shared. */
const head = (side: Side<Linked>, sheets: readonly RoleSheet[]) => ({
  id: side.id,
  head: (
    <>
      <a href={side.address}>{side.title}</a>{' '}
      <span className="overlap" data-overlap={side.overlap}>
        {overlapWords(side, sheets)}
      </span>
    </>
  ),
})

function overlapWords({ overlap, each }: Side<Linked>, sheets: readonly RoleSheet[]): string {
  const holders = listed(sheets.filter((_, index) => each[index]).map(({ title }) => title))
  if (overlap === 'all') return `${ALL[sheets.length]}`
  if (overlap === 'levels') return `${ALL[sheets.length]}, at different levels`
  return overlap === 'some' ? `Only ${holders}` : `${holders} alone`
}

function Count({ sides, of, all = '' }: { sides: readonly Side<Linked>[]; of: string; all?: string | undefined }) {
  const shared = sides.filter(({ overlap }) => overlap === 'all' || overlap === 'levels').length
  const levels = sides.filter(({ overlap }) => overlap === 'levels').length
  return (
    <p>
      <b>
        Shared by {all.toLowerCase()}: {shared === 0 ? 'none' : shared} of {sides.length} {of}
      </b>
      {levels > 0 ? `, ${levels === shared ? '' : `${levels} of them `}at different levels` : ''}.
    </p>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function glance(sheets: readonly RoleSheet[], { lines }: CompareGuide): SideRow[] {
  const row = (id: string, title: string, words: (sheet: RoleSheet) => string): SideRow => {
    const said = sheets.map(words)
    const same = new Set(said).size === 1
    return {
      id,
      head: (
        <>
          {title}{' '}
          <span className="overlap" data-overlap={same ? 'all' : 'one'}>
            {same ? 'The same' : 'Different'}
          </span>
        </>
      ),
      cells: said.map(sentence),
    }
  }
  const line = (id: string) => lines.find((each) => each.id === id)
  return [
    { id: 'summary', cells: sheets.map(({ summary }) => summary) },
    row('line', 'Line', (sheet) => line(sheet.line)?.name ?? ''),
    row('level', 'Level', ({ levelName }) => levelName),
    row('first', 'As a first job', ({ first }) => (first ? 'yes' : 'no')),
    row('contact', 'Customers', ({ works }) => works.contact),
    row('home', 'From home', ({ works }) => works.home),
    row('nights', 'Nights', ({ works }) => works.nights),
    row('degree', 'Degree', ({ works }) => works.degree),
    {
      id: 'note',
      head: 'What our reading of the conditions rests on',
      cells: sheets.map(({ id, worksNote }) => <small key={id}>{worksNote}</small>),
    },
  ]
}

const day = (hours: readonly Hour[], sheets: readonly RoleSheet[], setting: 'setting' | 'badSetting'): SideRow[] => [
  { id: 'setting', cells: sheets.map(({ id, shift }) => <small key={id}>{shift[setting]}</small>) },
  ...hours.map(({ hour, each }) => ({
    id: String(hour),
    head: `${String(hour % 24).padStart(2, '0')}:00${hour >= 24 ? ', the next day' : ''}`,
    cells: each.map((entries) =>
      entries.length === 0 ? undefined : (
        <ul key={hour} className="plain">
          {entries.map(({ time, what }) => (
            <li key={time + what}>
              <time className="sign">{time}</time> {what}
            </li>
          ))}
        </ul>
      ),
    ),
  })),
]

function Routes({ sheet }: { sheet: RoleSheet }) {
  return (
    <ul className="plain spaced">
      {sheet.routes.map(({ title, text, countries, sources }) => (
        <li key={title}>
          <b>{title}</b>
          {countries ? <small> {countries.join(', ')}</small> : null}
          <p>
            {text} {sources ? <Cites sources={sources} /> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Degree({ sheet }: { sheet: RoleSheet }) {
  return (
    <ul className="plain spaced">
      {sheet.degree.map(({ where, rule, source }) => (
        <li key={where}>
          <b>{where}.</b> {rule} {source ? <Cites sources={[source]} /> : null}
        </li>
      ))}
    </ul>
  )
}

const Cites = ({ sources }: { sources: readonly { source: string; address: string }[] }) => (
  <small className="cites">
    (
    {sources.map(({ source, address }, index) => (
      <span key={address}>
        {index > 0 ? '; ' : ''}
        <a href={address}>{source}</a>
      </span>
    ))}
    )
  </small>
)
