import { Fragment } from 'react'
import { ArticleBody } from '#components/article/article-body.tsx'
import { FormerAnchors } from '#components/article/section-heading.tsx'
import { LetterLinks } from '#components/site/letter-links.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { recordAddress } from '#lib/content/collection.ts'
import type { AnyEntry, Entry, Library } from '#lib/content/library.ts'
import { definedTermSet } from '#lib/json-ld.ts'
import { countryName } from '#lib/money.ts'
import { SECTIONS } from '#lib/trail.ts'
import '../site/list.css'

/** All terms on one page, so that one visit keeps the whole dictionary offline. */
export function GlossaryPage({ library }: { library: Library }) {
  const terms = library.all('glossary')
  const letters = [...new Set(terms.map((term) => term.data.title[0]?.toUpperCase() ?? ''))]
  return (
    <SectionPage section={SECTIONS.glossary} title="The words of the floor" lead={SECTIONS.glossary.about} jsonLd={[definedTermSet(terms)]}>
      <LetterLinks letters={letters} />
      <p className="src">
        <a href={recordAddress(SECTIONS.glossary.address)}>Cite or report a word</a>
      </p>
      {letters.map((letter) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          {terms
            .filter((term) => term.data.title[0]?.toUpperCase() === letter)
            .map((term) => (
              <Term key={term.id} term={term} library={library} />
            ))}
        </section>
      ))}
    </SectionPage>
  )
}

function Term({ term, library }: { term: Entry<'glossary'>; library: Library }) {
  const { title, abbreviation, summary, alsoCalled, seeAlso, metric, skill, role, confusedWith } = term.data
  const more: AnyEntry[] = [
    ...(metric ? [library.get('metrics', metric)] : []),
    ...(skill ? [library.get('skills', skill)] : []),
    ...(role ? [library.get('roles', role)] : []),
    ...(seeAlso ?? []).map((id) => library.get('glossary', id)),
  ]
  return (
    <div className="term">
      <h3 id={term.id}>
        {title} {abbreviation ? <small className="abbreviation">{abbreviation}</small> : null}{' '}
        <a className="anchor" href={`#${term.id}`} aria-label="Link to this term">
          #
        </a>
        <FormerAnchors ids={term.data.formerSlugs ?? []} />
      </h3>
      <p>
        <b>{summary}</b>
      </p>
      <ArticleBody entry={term} library={library} />
      {alsoCalled ? (
        <p className="src">
          Also called{' '}
          {alsoCalled.map(({ name, countries }) => (countries ? `${name} (${countries.map(countryName).join(', ')})` : name)).join(', ')}.
        </p>
      ) : null}
      {confusedWith?.map(({ name, difference }) => (
        <p className="src" key={name}>
          Not the same as {name}: {difference}
        </p>
      ))}
      {term.data.sources.length > 0 ? (
        <p className="src">
          Source:{' '}
          {term.data.sources.map((id, index) => (
            <Fragment key={id}>
              {index > 0 ? ', ' : ''}
              <a href={library.get('sources', id).address}>{library.get('sources', id).data.publisher}</a>
            </Fragment>
          ))}
          .
        </p>
      ) : null}
      {more.length > 0 ? (
        <p className="src">
          See{' '}
          {more.map((entry, index) => (
            <Fragment key={entry.kind + entry.id}>
              {index > 0 ? ', ' : ''}
              <a href={entry.kind === 'glossary' ? `#${entry.id}` : entry.address}>{entry.data.title.toLowerCase()}</a>
            </Fragment>
          ))}
          .
        </p>
      ) : null}
    </div>
  )
}
