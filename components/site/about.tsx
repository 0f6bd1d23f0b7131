import type { Entry, Library } from '#lib/content/library.ts'
import { GUIDE_TEXT, LLMS_TXT, markdownAddress } from '#lib/export/text-files.ts'
import { KINDS, today } from '#lib/fields.ts'
import { LICENCE, SITE } from '#lib/site.ts'
import { CHANGES, DATA, EMBEDS, OFFLINE, PLAN } from '#lib/trail.ts'
import { LinkLine } from './link-line.tsx'

export function About({ library }: { library: Library }) {
  const figures = library.all('sources').reduce((sum, source) => sum + library.figuresFrom(source.id).length, 0)
  const rows = library.all('salaries').reduce((sum, country) => sum + country.data.records.length, 0)
  const articles = KINDS.reduce((sum, kind) => sum + library.all(kind).length, 0)
  const overdue = KINDS.flatMap((kind) => library.all(kind)).filter((entry) => entry.data.reviewBy < today()).length
  const example = library.find('roles', 'operations-manager') ?? library.all('roles')[0]
  const credits = new Map<string, Entry<'sources'>[]>()
  for (const source of library.all('sources'))
    if (source.data.credit) credits.set(source.data.credit, [...(credits.get(source.data.credit) ?? []), source])
  return (
    <>
      <p>
        A floor walker is the experienced colleague who walks the operations floor, stops at your desk and shows you how. This guide tries
        to be that person for a whole career: calm, exact, on your side, selling nothing.
      </p>
      <h2>Three promises</h2>
      <p>
        <b>True.</b> Every amount and every share on these pages is a record with a source, a date, a place and a sentence on how well it
        fits. Where sources disagree they stand side by side. Where there is none, the page says “no reliable figure yet” and leaves it at
        that. No quotes, people or testimonials are made up; a situation told to “you” is a situation, not somebody’s story.
      </p>
      <p>
        <b>Light.</b> The pages are text. They work without scripts, on an old phone, on a bad line, and print on paper. Pages you have
        opened stay readable <a href={OFFLINE.address}>without a connection</a>.
      </p>
      <p>
        <b>Yours.</b> No account, no tracking, no request to anybody else’s server. What you mark on a pathway,{' '}
        <a href={PLAN.address}>your plan</a>, the day or night setting and your country stay in your browser. Your plan leaves it when you
        send the link, print it or save the file, and never before. A browser that clears its data clears your marks too: save the file now
        and then.
      </p>
      <h2>What stands behind it today</h2>
      <p>
        {articles} articles, {figures} figures and {rows} pay rows from {library.all('sources').length} sources.{' '}
        {overdue === 0 ? 'None is past its review date.' : `${overdue} are past their review date and say so.`} Read{' '}
        <a href="/sources/">what each source measures and leaves out</a>, or <a href={CHANGES.address}>what changed, and what is next</a>.
      </p>
      <h2>What it does not know</h2>
      <p>
        No official statistic we could read separates outsourcing firms from everybody else who employs the same occupation. The pay figures
        therefore describe the occupation in the whole country, and each says so. Most publications were read as the stored text of the
        publisher’s page, some only in part; the page of each source says when a copy or somebody else’s report was read instead. Addresses
        of authorities were not all opened on the day. If one leads nowhere, tell us.
      </p>
      <h2>Correct it</h2>
      <p>
        Every article ends with a link to its file, and with one to its record: there each of its lines can be cited, and reported by a
        plain mail. You can also <a href={SITE.repository}>open the repository</a>. If you know a primary source for an empty cell, that is
        the most useful mail you can send: <a href={`mailto:${SITE.contact}`}>{SITE.contact}</a>.
      </p>
      {credits.size > 0 ? (
        <>
          <h2 id="credits">Credits</h2>
          <p>These publishers let everybody use their data and ask to be named in these words.</p>
          <ul className="bullets">
            {[...credits].map(([credit, sources]) => (
              <li key={credit}>
                {credit}{' '}
                <small>
                  <LinkLine links={sources.map(({ address, data }) => ({ address, text: data.title }))} />
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 id="take-along">Take the text along</h2>
      <p>
        <a href={GUIDE_TEXT}>{GUIDE_TEXT.slice(1)}</a> is every article and every source in one plain text file (
        <span data-size-of={GUIDE_TEXT} />
        ). Save it once and read it on a phone, an e-reader or a machine without a network. Each article has a short mark, such as [R12],
        that you can search for. It is a copy of one day: the day stands at its head.
      </p>
      <p>
        Every page also stands as Markdown, for notes and for programs. Put <code>index.md</code> behind its address
        {example ? ', as in ' : null}
        {example ? <a href={markdownAddress(example.address)}>{markdownAddress(example.address)}</a> : null}.{' '}
        <a href={LLMS_TXT}>{LLMS_TXT.slice(1)}</a> (
        <span data-size-of={LLMS_TXT} />) lists them all with a sentence each. If you quote a figure, keep its source, date, place and fit.
      </p>
      <h2>Use it</h2>
      <p>
        All of it can be had as tables and files: <a href={DATA.address}>take the data</a>. You can{' '}
        <a href={EMBEDS.address}>show pay, a line of the map or a pathway on your own page</a>. The text may be reused under{' '}
        <a href={LICENCE.url}>Creative Commons Attribution 4.0</a>, the code under the MIT licence. The headings are set in Archivo, under
        the <a href="/fonts/OFL.txt">SIL Open Font License</a>.
      </p>
    </>
  )
}
