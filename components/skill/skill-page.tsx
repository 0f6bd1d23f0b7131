import { Fragment } from 'react'
import { ArticleBody } from '#components/article/article-body.tsx'
import { Bullets, Facts } from '#components/article/facts.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { LevelMark } from '#components/role/competencies.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { article, definedTerm } from '#lib/json-ld.ts'
import { LEVELS } from '#lib/skill.ts'
import { trailOf } from '#lib/trail.ts'

const SECTIONS = [
  { id: 'levels', text: 'What each level looks like' },
  { id: 'learn', text: 'How to learn it for nothing' },
  { id: 'prove', text: 'How to prove it' },
]

export function SkillPage({ skill, library }: { skill: Entry<'skills'>; library: Library }) {
  const { levels, learnFree, learnPaid, proveOnCv, proveInInterview, mapsTo, related } = skill.data
  const roles = library
    .all('roles')
    .flatMap((role) => role.data.competencies.filter((each) => each.skill === skill.id).map((competency) => ({ role, competency })))
  const ways = (items: { how: string; url?: string | undefined }[]) => (
    <ul className="bullets">
      {items.map(({ how, url }) => (
        <li key={how}>
          {how} {url ? <a href={url}>{new URL(url).hostname}</a> : null}
        </li>
      ))}
    </ul>
  )
  return (
    <ArticlePage
      entry={skill}
      library={library}
      trail={trailOf(skill)}
      title={skill.data.title}
      contents={[...bodyContents(skill), ...SECTIONS, ...(roles.length > 0 ? [{ id: 'roles', text: 'Who needs it' }] : [])]}
      sources={sourcesOf(skill, library)}
      jsonLd={[article(skill, definedTerm(skill))]}
      pager={neighbours(library.all('skills'), skill.id)}
    >
      <ArticleBody entry={skill} library={library} />
      <SectionHeading id="levels">What each level looks like</SectionHeading>
      <Facts rows={LEVELS.map((level) => ({ name: <LevelMark level={level} />, text: <Bullets items={levels[level]} /> }))} />
      <SectionHeading id="learn">How to learn it for nothing</SectionHeading>
      {ways(learnFree)}
      {learnPaid ? (
        <>
          <h3 id="paid">If somebody else pays</h3>
          {ways(learnPaid)}
        </>
      ) : null}
      <SectionHeading id="prove">How to prove it</SectionHeading>
      <Facts
        rows={[
          {
            name: 'On a CV',
            text: (
              <>
                {proveOnCv} <small>The numbers show the shape; use your own.</small>
              </>
            ),
          },
          { name: 'In an interview', text: proveInInterview },
        ]}
      />
      {roles.length > 0 ? (
        <>
          <SectionHeading id="roles">Who needs it</SectionHeading>
          <Facts
            rows={roles.map(({ role, competency }) => ({
              name: <RoleLink role={role} />,
              text: (
                <>
                  <LevelMark level={competency.level} /> {competency.need === 'useful' ? 'Useful. ' : ''}
                  {competency.signal}
                </>
              ),
            }))}
          />
        </>
      ) : null}
      {related && related.length > 0 ? (
        <p>
          Close to it:{' '}
          {related.map((id, index) => {
            const other = library.get('skills', id)
            return (
              <Fragment key={id}>
                {index > 0 ? ', ' : ''}
                <a href={other.address}>{other.data.title}</a>
              </Fragment>
            )
          })}
          .
        </p>
      ) : null}
      {mapsTo && mapsTo.length > 0 ? (
        <p className="codes">In the public skill lists: {mapsTo.map(({ scheme, name }) => `${scheme} “${name}”`).join(', ')}.</p>
      ) : null}
      <Mentions entry={skill} library={library} leaveOut={['roles', 'skills']} />
    </ArticlePage>
  )
}
