import { ArticleBody } from '#components/article/article-body.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { Questions } from '#components/role/lists.tsx'
import { Addresses } from '#components/salary/salary-page.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { article } from '#lib/json-ld.ts'
import { countryName } from '#lib/money.ts'
import { questionAnchor } from '#lib/row-anchors.ts'
import { trailOf } from '#lib/trail.ts'
import './guide.css'
import '../role/role.css'

export function GuidePage({ guide, library }: { guide: Entry<'guides'>; library: Library }) {
  const { checklist, questions, roles, guides, countries } = guide.data
  return (
    <ArticlePage
      entry={guide}
      library={library}
      trail={trailOf(guide)}
      title={guide.data.title}
      board={<p className="for-whom">{guide.data.forWhom}</p>}
      contents={[
        ...bodyContents(guide),
        ...(checklist ? [{ id: 'checklist', text: 'The checklist' }] : []),
        ...(countries ? [{ id: 'verify', text: 'Where to check, country by country' }] : []),
        ...(questions ? [{ id: 'questions', text: 'Questions people ask' }] : []),
      ]}
      sources={sourcesOf(guide, library)}
      jsonLd={[article(guide)]}
      pager={neighbours(library.all('guides'), guide.id)}
    >
      <ArticleBody entry={guide} library={library} />
      {checklist ? (
        <>
          <SectionHeading id="checklist">The checklist</SectionHeading>
          <ol className="checklist">
            {checklist.map(({ ask, goodAnswer, redFlag }) => (
              <li key={ask}>
                <h3 id={questionAnchor(ask)}>{ask}</h3>
                <p className="good">
                  <b>Good answer.</b> {goodAnswer}
                </p>
                <p className="bad">
                  <b>Red flag.</b> {redFlag}
                </p>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {countries ? (
        <>
          <SectionHeading id="verify">Where to check, country by country</SectionHeading>
          {countries.map((id) => {
            const country = library.get('salaries', id)
            return (
              <div key={id} data-country={id}>
                <Addresses id={`verify-${id}`} title={`${countryName(country.data.country)}: check`} items={country.data.verifyAt} />
                <Addresses id={`help-${id}`} title={`${countryName(country.data.country)}: get help`} items={country.data.helpAt} />
              </div>
            )
          })}
        </>
      ) : null}
      {questions ? (
        <>
          <SectionHeading id="questions">Questions people ask</SectionHeading>
          <Questions items={questions} />
        </>
      ) : null}
      {roles || guides ? (
        <section>
          <h2 id="read-on">Read on</h2>
          <ul className="plain spaced">
            {guides?.map((id) => {
              const other = library.get('guides', id)
              return (
                <li key={id}>
                  <a href={other.address}>{other.data.title}</a>
                </li>
              )
            })}
            {roles?.map((id) => (
              <li key={id}>
                <RoleLink role={library.get('roles', id)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Mentions entry={guide} library={library} leaveOut={['guides']} />
    </ArticlePage>
  )
}
