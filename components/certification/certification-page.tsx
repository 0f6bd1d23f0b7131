import { ArticleBody } from '#components/article/article-body.tsx'
import { Bullets, Facts } from '#components/article/facts.tsx'
import { FigureList } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import { CERTIFICATION_STATES, VERDICTS } from '#lib/certification.ts'
import type { Entry, Library } from '#lib/content/library.ts'
import { article, credential } from '#lib/json-ld.ts'
import { formatWhen } from '#lib/money.ts'
import { trailOf } from '#lib/trail.ts'
import '../role/role.css'

export function CertificationPage({ certification, library }: { certification: Entry<'certifications'>; library: Library }) {
  const { data } = certification
  const verdicts = library
    .all('roles')
    .flatMap((role) =>
      role.data.certifications.filter((each) => each.certification === certification.id).map((each) => ({ role, ...each })),
    )
  return (
    <ArticlePage
      entry={certification}
      library={library}
      trail={trailOf(certification)}
      title={
        <>
          {data.title} {data.abbreviation ? <small className="abbreviation">{data.abbreviation}</small> : null}
        </>
      }
      board={
        <Board
          rows={[
            {
              label: 'State',
              answer: <b data-state={data.state}>{CERTIFICATION_STATES[data.state]}</b>,
              note: `${data.stateNote ? `${data.stateNote} ` : ''}Checked ${formatWhen(data.stateCheckedOn)}.`,
            },
            { label: 'Exact name', answer: data.exactName, note: <a href={data.url}>{data.issuer}</a> },
            { label: 'Fee', answer: <FigureList ids={data.fees ?? []} library={library} /> },
            { label: 'Renewal', answer: data.renewal },
          ]}
        />
      }
      contents={[
        { id: 'who', text: 'Who it is for, and who not' },
        ...bodyContents(certification),
        { id: 'facts', text: 'What it asks of you' },
        ...(verdicts.length > 0 ? [{ id: 'roles', text: 'Worth it for which role?' }] : []),
      ]}
      sources={sourcesOf(certification, library, [...(data.fees ?? []), ...(data.hours ?? [])])}
      jsonLd={[article(certification, credential(certification))]}
      pager={neighbours(library.all('certifications'), certification.id)}
    >
      <SectionHeading id="who">Who it is for, and who not</SectionHeading>
      <div className="fits">
        <section aria-label="For whom">
          <h3 id="fits-yes">It fits you if</h3>
          <Bullets items={data.forWhom} />
        </section>
        <section aria-label="Not for whom">
          <h3 id="fits-no">Leave it if</h3>
          <Bullets items={data.notFor} />
        </section>
      </div>
      {data.clashNames ? (
        <div className="callout" data-kind="trap">
          <b>Same letters, other thing</b>
          <ul className="plain">
            {data.clashNames.map(({ name, meaning }) => (
              <li key={name}>
                <b>{name}</b>: {meaning}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ArticleBody entry={certification} library={library} />
      <SectionHeading id="facts">What it asks of you</SectionHeading>
      <Facts
        rows={[
          { name: 'Before you may sit it', text: data.prerequisites },
          ...(data.exam ? [{ name: 'The exam', text: data.exam }] : []),
          ...(data.hours ? [{ name: 'Study time', text: <FigureList ids={data.hours} library={library} /> }] : []),
          { name: 'For nothing instead', text: data.freeAlternative },
          ...(data.recognisedIn ? [{ name: 'Who recognises it', text: data.recognisedIn }] : []),
          ...(data.skills
            ? [
                {
                  name: 'Skills it touches',
                  text: (
                    <ul className="plain">
                      {data.skills.map((id) => {
                        const skill = library.get('skills', id)
                        return (
                          <li key={id}>
                            <a href={skill.address}>{skill.data.title}</a>
                          </li>
                        )
                      })}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      {verdicts.length > 0 ? (
        <>
          <SectionHeading id="roles">Worth it for which role?</SectionHeading>
          <Facts
            rows={verdicts.map(({ role, verdict, why }) => ({
              name: <RoleLink role={role} />,
              text: (
                <>
                  <b className="verdict" data-verdict={verdict}>
                    {VERDICTS[verdict]}
                  </b>{' '}
                  {why}
                </>
              ),
            }))}
          />
        </>
      ) : null}
      <Mentions entry={certification} library={library} leaveOut={['roles']} />
    </ArticlePage>
  )
}
