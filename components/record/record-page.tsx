import type { ReactNode } from 'react'
import { Breadcrumb } from '#components/site/breadcrumb.tsx'
import { JsonLd } from '#components/site/json-ld.tsx'
import { recordAddress } from '#lib/content/collection.ts'
import { markdownAddress } from '#lib/export/text-files.ts'
import { breadcrumbs, webPage } from '#lib/json-ld.ts'
import { counted } from '#lib/money.ts'
import { type CitedLine, type CitedSection, type PageRecord, reportWords } from '#lib/record.ts'
import { issueAddress, LICENCE, mailAddress, SITE } from '#lib/site.ts'
import { type Crumb, RECORD } from '#lib/trail.ts'
import './record.css'

/** From so many lines on a record is folded, section by section. */
const FOLDED_FROM = 12

/** Where each line of a page is, how to cite it, and how to say that it is wrong. `trail` ends with the page itself; `children` follow the lines. */
export function RecordPage({ record, trail, children }: { record: PageRecord; trail: Crumb[]; children?: ReactNode }) {
  const own = { name: RECORD.name, address: recordAddress(record.whole.address) }
  const about = RECORD.about(record.title)
  const folded = record.sections.reduce((sum, { lines }) => sum + lines.length, 0) >= FOLDED_FROM
  return (
    <div className="page list-page">
      <JsonLd data={[webPage(`${own.name}: ${record.title}`, about, own.address), breadcrumbs([...trail, own])]} />
      <Breadcrumb trail={[...trail, own]} />
      <header className="head">
        <h1>
          {own.name}: {record.title}
        </h1>
        <p className="lead">{about}</p>
      </header>
      <div className="text record">
        <h2 id="cite">The page as a whole</h2>
        <Line line={record.whole} record={record} />
        <p>
          Our words may be used by everybody, also changed and also for money, under <a href={LICENCE.url}>{LICENCE.name}</a>: name
          Floorwalk, link to the page, say what you changed. A figure belongs to whoever published it. Quote it with its source, date and
          place, as the lines below do.
        </p>
        <p>
          For notes and programs it also stands as <a href={markdownAddress(record.whole.address)}>plain Markdown</a>.
        </p>
        <p>
          A report by mail goes to <a href={`mailto:${SITE.contact}`}>{SITE.contact}</a> and is read by the editors alone.
          {issueAddress('', '')
            ? ' A public report stands in the list of open problems, where everybody can read and answer it; it needs an account there.'
            : null}{' '}
          Both are written already, up to what only you know.
        </p>
        <h2 id="lines">Line by line</h2>
        {record.sections.map((section) => (
          <Section key={section.name} section={section} record={record} folded={folded} />
        ))}
        {children}
      </div>
    </div>
  )
}

function Section({ section: { name, itself, lines }, record, folded }: { section: CitedSection; record: PageRecord; folded: boolean }) {
  return (
    <details open={!folded}>
      <summary>
        <h3>{name}</h3> {lines.length > 0 ? <small>{counted(lines.length, 'line')}</small> : null}
      </summary>
      {itself ? <Line line={{ ...itself, name: 'This section' }} record={record} reported={itself} /> : null}
      {lines.length > 0 ? (
        <ul>
          {lines.map((line) => (
            <li key={line.address}>
              <Line line={line} record={record} />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  )
}

/** `reported` is the line as a report names it, where that is not how it is named here. */
function Line({ line, record, reported = line }: { line: CitedLine; record: PageRecord; reported?: CitedLine }) {
  const { subject, body } = reportWords(reported, record)
  const issue = issueAddress(subject, body)
  return (
    <>
      <a href={line.address}>{line.name}</a>
      <p className="citation">{line.citation}</p>
      <p className="report">
        <a href={mailAddress(subject, body)}>Report by mail</a> {issue ? <a href={issue}>Report in public</a> : null}
      </p>
    </>
  )
}
