import { ArticleBody } from '#components/article/article-body.tsx'
import { Bullets, Facts } from '#components/article/facts.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { SourceLinks } from '#components/article/source-links.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { AnyEntry, Entry, Library } from '#lib/content/library.ts'
import { article } from '#lib/json-ld.ts'
import { namedRuleAnchor } from '#lib/row-anchors.ts'
import { trailOf } from '#lib/trail.ts'

const CONTACT = {
  voice: 'By voice',
  written: 'In writing',
  none: 'You do not meet customers',
  mixed: 'By voice and in writing',
} as const
const OFFICE = { front: 'Front office', back: 'Back office', both: 'Front and back office' } as const

const roleList = (ids: string[], library: Library) => (
  <ul className="plain spaced">
    {ids.map((id) => (
      <li key={id}>
        <RoleLink role={library.get('roles', id)} />
      </li>
    ))}
  </ul>
)
const linkList = (entries: AnyEntry[]) => (
  <ul className="plain">
    {entries.map((entry) => (
      <li key={entry.id}>
        <a href={entry.address}>{entry.data.title}</a>
      </li>
    ))}
  </ul>
)

export function ServiceLinePage({ line, library }: { line: Entry<'service-lines'>; library: Library }) {
  const { contact, office, examples, roles, industries, metrics, tools, gettingIn, payNote } = line.data
  return (
    <ArticlePage
      entry={line}
      library={library}
      trail={trailOf(line)}
      title={line.data.title}
      board={
        <Board
          rows={[
            { label: 'Customers', answer: CONTACT[contact] },
            { label: 'Place', answer: OFFICE[office] },
            { label: 'Getting in', answer: gettingIn },
            { label: 'Pay', answer: payNote },
          ]}
        />
      }
      contents={[{ id: 'tasks', text: 'What people do in it' }, ...bodyContents(line), { id: 'roles', text: 'Roles, numbers, systems' }]}
      sources={sourcesOf(line, library)}
      jsonLd={[article(line)]}
      pager={neighbours(library.all('service-lines'), line.id)}
    >
      <SectionHeading id="tasks">What people do in it</SectionHeading>
      <Bullets items={examples} />
      <ArticleBody entry={line} library={library} />
      <SectionHeading id="roles">Roles, numbers, systems</SectionHeading>
      <Facts
        rows={[
          {
            name: 'Roles',
            text: (
              <>
                {roleList(roles, library)}
                <p>
                  <a href={`/roles/?service=${line.id}`}>Every role that is found in it</a>, to choose by nights, home, degree and more
                </p>
              </>
            ),
          },
          ...(metrics.length > 0 ? [{ name: 'Measured by', text: linkList(metrics.map((id) => library.get('metrics', id))) }] : []),
          { name: 'Systems', text: <Bullets items={tools} /> },
          ...(industries.length > 0 ? [{ name: 'Bought by', text: linkList(industries.map((id) => library.get('industries', id))) }] : []),
        ]}
      />
      <Mentions entry={line} library={library} leaveOut={['roles', 'industries']} />
    </ArticlePage>
  )
}

export function IndustryPage({ industry, library }: { industry: Entry<'industries'>; library: Library }) {
  const { outsourced, rules, words, serviceLines, roles } = industry.data
  return (
    <ArticlePage
      entry={industry}
      library={library}
      trail={trailOf(industry)}
      title={industry.data.title}
      contents={[
        { id: 'outsourced', text: 'What it sends out' },
        ...bodyContents(industry),
        ...(rules.length > 0 ? [{ id: 'rules', text: 'The rules that come with it' }] : []),
        { id: 'words', text: 'Words you will hear' },
        { id: 'roles', text: 'Roles and kinds of work' },
      ]}
      sources={[...new Set([...sourcesOf(industry, library), ...rules.flatMap((rule) => rule.source ?? [])])]}
      jsonLd={[article(industry)]}
      pager={neighbours(library.all('industries'), industry.id)}
    >
      <SectionHeading id="outsourced">What it sends out</SectionHeading>
      <Bullets items={outsourced} />
      <ArticleBody entry={industry} library={library} />
      {rules.length > 0 ? (
        <>
          <SectionHeading id="rules">The rules that come with it</SectionHeading>
          <Facts
            rows={rules.map(({ name, what, source }) => ({
              id: namedRuleAnchor(name),
              name,
              text: (
                <>
                  {what} {source ? <SourceLinks ids={[source]} library={library} /> : null}
                </>
              ),
            }))}
          />
        </>
      ) : null}
      <SectionHeading id="words">Words you will hear</SectionHeading>
      <Facts rows={words.map(({ term, meaning }) => ({ name: term, text: meaning }))} />
      <SectionHeading id="roles">Roles and kinds of work</SectionHeading>
      <Facts
        rows={[
          { name: 'Roles', text: roleList(roles, library) },
          { name: 'Kinds of work', text: linkList(serviceLines.map((id) => library.get('service-lines', id))) },
        ]}
      />
      <Mentions entry={industry} library={library} leaveOut={['roles', 'service-lines']} />
    </ArticlePage>
  )
}
