import { ArticleBody } from '#components/article/article-body.tsx'
import { Bullets, Facts } from '#components/article/facts.tsx'
import { Figure, NoFigure } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { SourceLinks } from '#components/article/source-links.tsx'
import { LineBadge } from '#components/lattice/line-badge.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { article } from '#lib/json-ld.ts'
import { payAnchorOnCountry, ruleAnchor } from '#lib/row-anchors.ts'
import { RULE_TOPICS } from '#lib/salary.ts'
import { trailOf } from '#lib/trail.ts'
import { PayRows } from './pay-rows.tsx'

const GUARANTEED = {
  yes: 'Owed by law',
  'by-contract': 'Owed if your contract says so',
  conditional: 'Only if conditions are met',
} as const

export function SalaryPage({ salary, library }: { salary: Entry<'salaries'>; library: Library }) {
  const { data } = salary
  const roles = library.all('roles')
  const ruleFigures = data.rules.flatMap((rule) => rule.figure ?? [])
  const sources = [
    ...sourcesOf(salary, library, ruleFigures),
    ...data.records.map((each) => each.source),
    ...data.rules.map((each) => each.source),
  ]
  return (
    <ArticlePage
      entry={salary}
      library={library}
      trail={trailOf(salary)}
      title={data.title}
      contents={[
        ...bodyContents(salary),
        { id: 'parts', text: 'The parts of a payslip' },
        { id: 'rules', text: 'The rules' },
        { id: 'roles', text: 'Pay, role by role' },
        { id: 'gaps', text: 'What nobody counts' },
        { id: 'verify', text: 'Where to check and get help' },
      ]}
      sources={[...new Set(sources)]}
      jsonLd={[article(salary)]}
      pager={neighbours(library.all('salaries'), salary.id)}
    >
      <ArticleBody entry={salary} library={library} />
      <SectionHeading id="parts">The parts of a payslip</SectionHeading>
      <Facts
        rows={data.payParts.map(({ name, what, guaranteed }) => ({
          name: (
            <>
              {name} <small>{GUARANTEED[guaranteed]}</small>
            </>
          ),
          text: what,
        }))}
      />
      <SectionHeading id="rules">The rules</SectionHeading>
      <p className="src">Information, not legal advice. Rules change; follow the source before you argue.</p>
      <Facts
        rows={data.rules.map(({ topic, aspect, rule, exempt, figure, source }) => ({
          id: ruleAnchor({ topic, aspect, source }),
          name: RULE_TOPICS[topic],
          text: (
            <>
              {rule} {figure ? <Figure id={figure} library={library} /> : null} {exempt ? <>Not covered: {exempt} </> : null}
              <SourceLinks ids={[source]} library={library} />
            </>
          ),
        }))}
      />
      <SectionHeading id="roles">Pay, role by role</SectionHeading>
      {roles.map((role) => {
        const records = data.records.filter((record) => record.role === role.id)
        return (
          <section key={role.id} className="pay-role" data-line={role.data.family} aria-labelledby={`role-${role.id}`}>
            <h3 id={`role-${role.id}`}>
              <a className="role-link" href={role.address}>
                <LineBadge family={role.data.family} /> {role.data.title}
              </a>
            </h3>
            {records.length > 0 ? (
              <PayRows
                records={records}
                country={salary}
                library={library}
                anchor={(key) => payAnchorOnCountry(role.id, key)}
                why={data.disagreement?.find((each) => each.role === role.id)?.why}
              />
            ) : (
              <NoFigure />
            )}
          </section>
        )
      })}
      <SectionHeading id="gaps">What nobody counts</SectionHeading>
      <Bullets items={data.gaps} />
      <SectionHeading id="verify">Where to check an employer, and where to get help</SectionHeading>
      <Addresses id="verify-at" title="Check" items={data.verifyAt} />
      <Addresses id="help-at" title="Get help" items={data.helpAt} />
      <Mentions entry={salary} library={library} leaveOut={['roles']} />
    </ArticlePage>
  )
}

export function Addresses({ id, title, items }: { id: string; title: string; items: Entry<'salaries'>['data']['verifyAt'] }) {
  return (
    <>
      <h3 id={id}>{title}</h3>
      <Facts rows={items.map(({ name, url, what }) => ({ name: <a href={url}>{name}</a>, text: what }))} />
    </>
  )
}
