import { Fragment } from 'react'
import { ArticleBody } from '#components/article/article-body.tsx'
import { Figure } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { LineBadge } from '#components/lattice/line-badge.tsx'
import { StripMap } from '#components/lattice/strip-map.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board, type BoardRow } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { headlinePay } from '#lib/headline-pay.ts'
import { occupation } from '#lib/json-ld.ts'
import { countryName } from '#lib/money.ts'
import type { RoleBlock } from '#lib/role.ts'
import { BLOCK_HEADINGS, blocksOf } from '#lib/role-blocks.ts'
import { trailOf } from '#lib/trail.ts'
import { RoleBlockView } from './role-blocks.tsx'
import './role.css'
import '../site/sheet.css'
import './role-sheet.css'

/** A role from head to sources. Blocks the writer placed stand in the text; the rest follow it under a plain question. */
export function RolePage({ role, library }: { role: Entry<'roles'>; library: Library }) {
  const placed = new Set(role.body.blocks.map((block) => block.name))
  const following = blocksOf(role).filter((block) => !placed.has(block))
  const contents = [...bodyContents(role), ...following.map((block) => ({ id: block, text: BLOCK_HEADINGS[block] }))]
  return (
    <ArticlePage
      entry={role}
      library={library}
      sheet
      line={role.data.family}
      trail={trailOf(role)}
      title={
        <>
          <LineBadge family={role.data.family} named /> {role.data.title}
        </>
      }
      board={<RoleBoard role={role} library={library} />}
      aside={<StripMap role={role} library={library} />}
      contents={contents}
      sources={sourcesOf(role, library, usedFigures(role)).concat(paySources(role, library)).filter(unique)}
      jsonLd={[occupation(role, library)]}
      pager={neighbours(library.all('roles'), role.id)}
    >
      <Fits role={role} />
      <ArticleBody
        entry={role}
        library={library}
        data={(block) => <RoleBlockView block={block as RoleBlock} role={role} library={library} />}
      />
      {following.map((block) => (
        <section key={block}>
          <SectionHeading id={block}>{BLOCK_HEADINGS[block]}</SectionHeading>
          <RoleBlockView block={block} role={role} library={library} />
        </section>
      ))}
      <Codes role={role} />
      <Mentions
        entry={role}
        library={library}
        leaveOut={['roles', 'certifications', 'salaries', 'stages', 'glossary', 'service-lines', 'industries']}
      />
    </ArticlePage>
  )
}

const unique = <T,>(value: T, index: number, all: T[]) => all.indexOf(value) === index

const usedFigures = ({ data }: Entry<'roles'>): string[] => [
  ...(data.span ?? []),
  ...data.quickFacts.flatMap((fact) => fact.figure ?? []),
  ...data.outlook.flatMap((each) => each.figures ?? []),
  ...data.leadsTo.flatMap((move) => move.time ?? []),
]

const paySources = (role: Entry<'roles'>, library: Library) =>
  library.payFor(role.id).flatMap(({ records }) => records.map((record) => record.source))

function RoleBoard({ role, library }: { role: Entry<'roles'>; library: Library }) {
  const headlines = headlinePay(role.id, library)
  const known = headlines.filter(({ amount }) => amount)
  const unknown = headlines.filter(({ amount }) => !amount)
  const pay: BoardRow = {
    label: 'Half earn under',
    answer: (
      <ul className="board-pay">
        {known.map(({ country, amount, records }) => (
          <li key={country.id} data-country={country.id}>
            <small>{countryName(country.data.country)}</small> <b className="amount">{amount}</b>
            {records.some((record) => record.fit === 'wider') ? <small>wider group</small> : null}
          </li>
        ))}
        {unknown.length > 0 ? (
          <li className="none">
            no reliable figure yet:{' '}
            {unknown.map(({ country }) => (
              <span key={country.id} data-country={country.id}>
                {countryName(country.data.country)}{' '}
              </span>
            ))}
          </li>
        ) : null}
      </ul>
    ),
    note: <a href={role.body.blocks.some((block) => block.name === 'pay') ? '#block-pay' : '#pay'}>Who these count, and the full range</a>,
  }
  const rows = role.data.quickFacts.map(
    (fact): BoardRow => ({
      label: fact.label,
      answer: fact.answer,
      note: (fact.note || fact.figure) && (
        <>
          {fact.note} {fact.figure ? <Figure id={fact.figure} library={library} /> : null}
        </>
      ),
    }),
  )
  const offer = role.data.entry ? library.all('guides').filter((guide) => guide.data.showOnEntryRoles) : []
  return (
    <>
      <Board rows={[pay, ...rows]} />
      <p className="country-choice" hidden>
        <label>
          Show pay for{' '}
          <select data-country-choice="">
            <option value="">all countries</option>
            {library.all('salaries').map((country) => (
              <option key={country.id} value={country.id}>
                {countryName(country.data.country)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {offer.map((guide) => (
        <p className="offer" key={guide.id}>
          <a href={guide.address}>{guide.data.title}</a> {guide.data.forWhom}
        </p>
      ))}
    </>
  )
}

function Fits({ role }: { role: Entry<'roles'> }) {
  const { fitsIf, notIf } = role.data
  const list = (items: string[]) => (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
  return (
    <div className="fits">
      <section aria-labelledby="fits-yes">
        <h2 id="fits-yes">You may like it if</h2>
        {list(fitsIf)}
      </section>
      <section aria-labelledby="fits-no">
        <h2 id="fits-no">Think twice if</h2>
        {list(notIf)}
      </section>
    </div>
  )
}

/** Other titles and the official codes, for people who search by them. */
function Codes({ role }: { role: Entry<'roles'> }) {
  const { aliases, occupationCodes } = role.data
  return (
    <section>
      <SectionHeading id="names">Other names for it</SectionHeading>
      <p>
        {aliases.map(({ name, countries }, index) => (
          <Fragment key={name}>
            {index > 0 ? ', ' : ''}
            {name}
            {countries ? ` (${countries.map(countryName).join(', ')})` : ''}
          </Fragment>
        ))}
        .
      </p>
      {occupationCodes.length > 0 ? (
        <ul className="plain codes">
          {occupationCodes.map(({ scheme, code, title, fit }) => (
            <li key={scheme + code}>
              {scheme} <b>{code}</b> {title}
              {fit === 'wider' ? ' (a wider group)' : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
