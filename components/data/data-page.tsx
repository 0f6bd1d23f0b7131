import { Facts } from '#components/article/facts.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { FIGURES, PAY } from '#lib/data/amount-rows.ts'
import { DATASETS, SHELVES } from '#lib/data/catalogue.ts'
import { columnOf } from '#lib/data/column.ts'
import { dataFiles } from '#lib/data/data-files.ts'
import { LIST_SIGN } from '#lib/data/dataset.ts'
import { HISTORIC_MONTHS } from '#lib/data/dates.ts'
import { edition } from '#lib/data/edition.ts'
import { GUIDE_TEXT, LLMS_TXT } from '#lib/export/text-files.ts'
import { dataCatalog } from '#lib/json-ld.ts'
import { formatWhen } from '#lib/money.ts'
import { LICENCE, reportAddress, SITE } from '#lib/site.ts'
import { DATA } from '#lib/trail.ts'
import { DatasetEntry } from './dataset-entry.tsx'
import { FileLink } from './file-link.tsx'
import './data-page.css'

/** What else the guide is served as, beside its pages and the tables. Each address must exist. */
const OTHER_FORMS = [
  { address: GUIDE_TEXT, name: 'One text', about: 'Every article and every source in one file, to read anywhere or to search.' },
  { address: LLMS_TXT, name: 'Every page as Markdown', about: 'The list of them. Each stands at the address of its page, as index.md.' },
  { address: '/map.svg', name: 'The map as a drawing', about: 'All jobs on their lines, as SVG to print or to put on a slide.' },
  {
    address: '/changes.xml',
    name: 'What changes',
    about: 'An Atom feed: an entry for each edition, and for each page that changed in it.',
  },
  { address: '/sitemap.xml', name: 'Every address', about: 'With the day on which the page last changed.' },
] as const

/** The page of the open data: what there is, for whom, what to mind, and what each field means. */
export function DataPage({ library }: { library: Library }) {
  const texts = dataFiles(library)
  const sizes = new Map([...texts].map(([file, text]) => [file, Buffer.byteLength(text)]))
  const counts = new Map(DATASETS.map((dataset) => [dataset.name, dataset.rows(library).length]))
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const { version, date, attribution } = edition(library)
  return (
    <SectionPage
      section={DATA}
      title="Take the data"
      lead={DATA.about}
      jsonLd={[dataCatalog(DATASETS, { version, date, licence: LICENCE.url })]}
    >
      <p>
        {rows.toLocaleString('en-GB')} rows in {DATASETS.length} tables. Every table comes as CSV for a spreadsheet and as JSON for a
        program, with the same rows in both. Data of {formatWhen(date)}, version {version}, under <a href={LICENCE.url}>{LICENCE.name}</a>.
      </p>
      <p className="files">
        <FileLink file="pay.csv" sizes={sizes}>
          Pay, CSV
        </FileLink>
        <FileLink file="figures.csv" sizes={sizes}>
          Figures, CSV
        </FileLink>
        <FileLink file="roles.csv" sizes={sizes}>
          Roles, CSV
        </FileLink>
        <FileLink file="floorwalk.json" sizes={sizes}>
          Everything, JSON
        </FileLink>
      </p>
      <nav aria-label="On this page">
        <ul className="plain spaced">
          {PARTS.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>

      <h2 id="what-to-take">What to take</h2>
      <Facts rows={READERS} />

      <h2 id="cite">Say where it comes from</h2>
      <p>
        You may use it, change it and sell what you make of it. The licence asks that you name the guide and the licence, link to both where
        you can, and say what you changed. Begin with this line:
      </p>
      <blockquote className="cite">{attribution}</blockquote>
      <p>
        A number is not ours. Beside it name its publication, which stands in the same row: <code>sourcePublisher</code>,{' '}
        <code>sourceTitle</code>, <code>sourceUrl</code> and the dates. Some publishers ask to be named in words of their own: they stand in{' '}
        <code>credit</code> of the table <a href="#table-sources">sources</a>, their terms in <code>licence</code>.
      </p>

      <h2 id="traps">Before you compare</h2>
      <ul className="bullets">
        <li>
          <b>Pay rows of different kinds are not comparable.</b> Look at <code>kind</code>, <code>period</code>, <code>grossOrNet</code> and{' '}
          <code>groupTitle</code> first. Why the sources for a role differ stands in{' '}
          <a href="#table-pay-disagreements">pay-disagreements</a>. Amounts of two countries need more than an exchange rate.
        </li>
        <li>
          <b>An average is no median.</b> <code>mean</code> is lifted by a few high earners. <code>low</code> and <code>high</code> are a
          range that somebody named, no percentiles.
        </li>
        <li>
          <b>Empty is not zero.</b> It means that the source does not say, or that we know of no reliable figure. A role without a row for a
          country has no pay that we could prove.
        </li>
        <li>
          <b>Old numbers are marked.</b> <code>historic</code> is true when a number is {HISTORIC_MONTHS} months old or older on the date of
          the data. Where the source is undated nobody knows: <code>monthsOld</code> and <code>historic</code> are empty.
        </li>
        <li>
          <b>Nobody counts outsourcing alone.</b> The official rows speak of an occupation in a whole country. <code>widerGroup</code> is
          true where they count more than the job, and <code>fitNote</code> says whom.
        </li>
        <li>
          <b>Our own reading is marked too.</b> <code>basis</code> says what an article rests on; working conditions, levels and verdicts
          are judgements, not statistics.
        </li>
      </ul>
      <Facts
        rows={(
          [
            ['fit', PAY.fields.fit],
            ['confidence', PAY.fields.confidence],
            ['sourceReliability', FIGURES.fields.sourceReliability],
          ] as const
        ).map(([name, field]) => ({ name: <code>{name}</code>, text: field ? columnOf(field).meaning : '' }))}
      />

      <h2 id="spreadsheet">In a spreadsheet</h2>
      <p>
        Open the CSV with a double click. If all of it lands in one column, your spreadsheet expects semicolons: use its import instead and
        choose comma and UTF-8.
      </p>
      <ul className="bullets">
        <li>Days are written 2026-11-22. A month or a year is two days, its first and its last.</li>
        <li>
          A list in a cell is joined by <code>{LIST_SIGN}</code>. It holds ids or choices only. Lists of texts are tables of their own.
        </li>
        <li>
          Codes of occupations have the name of their list before them, <code>ISCO-08:4222</code>. So no spreadsheet takes one for a date.
        </li>
        <li>
          A text that a spreadsheet could read as a formula, a number or a date has an apostrophe before it. It is not part of the text. The
          JSON has none.
        </li>
      </ul>

      <h2 id="build-on-it">In a program</h2>
      <ul className="bullets">
        <li>The addresses stay. Each file holds the newest data. Pages of other sites may fetch them too.</li>
        <li>
          Each JSON file names its schema (JSON Schema 2020-12). <a href="/data/datapackage.json">datapackage.json</a> describes the CSV
          files for programs that know Data Package 2.0, with types, keys and checksums.
        </li>
        <li>Every field stands in every row. What is not known is null, a list without items is empty.</li>
        <li>
          <code>version</code> speaks of the shape. Its first number rises when a field or table goes or means something else, the second
          when one comes. <code>date</code> is the day of the last review. The same content gives the same bytes.
        </li>
        <li>
          Ids are permanent. When a page is renamed, its old id stands in <code>formerSlugs</code>.
        </li>
      </ul>

      <h2 id="tables">The tables</h2>
      {SHELVES.map(({ id, title, datasets }) => (
        <section key={id} aria-labelledby={`shelf-${id}`}>
          <h3 id={`shelf-${id}`}>{title}</h3>
          {datasets.map((dataset) => (
            <DatasetEntry key={dataset.name} dataset={dataset} rows={counts.get(dataset.name) ?? 0} sizes={sizes} />
          ))}
        </section>
      ))}

      <h2 id="other-forms">In other forms</h2>
      <ul className="bullets">
        {OTHER_FORMS.map(({ address, name, about }) => (
          <li key={address}>
            <a href={address}>{name}</a>. {about}
          </li>
        ))}
      </ul>
      <p>
        Something is wrong? <a href={reportAddress(DATA.name, DATA.address)}>Write to us</a> with the table, the row and a source, or{' '}
        <a href={SITE.repository}>open the repository</a>. What you correct there is in the next data.
      </p>
    </SectionPage>
  )
}

const PARTS = [
  { id: 'what-to-take', text: 'What to take' },
  { id: 'cite', text: 'Say where it comes from' },
  { id: 'traps', text: 'Before you compare' },
  { id: 'spreadsheet', text: 'In a spreadsheet' },
  { id: 'build-on-it', text: 'In a program' },
  { id: 'tables', text: 'The tables' },
  { id: 'other-forms', text: 'In other forms' },
] as const

const table = (name: string) => <a href={`#table-${name}`}>{name}</a>

/** What each of those who come for the data may begin with. */
const READERS = [
  {
    name: 'You teach',
    text: (
      <>
        {table('shift-hours')}, {table('skill-levels')} and {table('glossary')}: a shift hour by hour, what each level of a skill looks
        like, and the words. They make worksheets without any program.
      </>
    ),
  },
  {
    name: 'You analyse',
    text: (
      <>
        {table('pay')}, {table('figures')} and {table('sources')}: every number with its source, date, place and fit in the same row. Join
        other data by {table('occupation-codes')}.
      </>
    ),
  },
  {
    name: 'You speak for workers',
    text: (
      <>
        {table('pay-rules')}, {table('pay-parts')}, {table('addresses')} and {table('metric-gaming')}: what law says in each country, which
        pay is promised, where to get help, and how targets are bent.
      </>
    ),
  },
  {
    name: 'You report',
    text: (
      <>
        {table('figures')} and {table('outlook')}. Ask the publisher before you print a number: {table('sources')} has the address, the
        method and what the source leaves out.
      </>
    ),
  },
  {
    name: 'You build',
    text: (
      <>
        {table('roles')}, {table('moves')} and {table('competencies')} are the lattice. {table('pathways')}, {table('stages')} and{' '}
        {table('steps')} are the way along it.
      </>
    ),
  },
]
