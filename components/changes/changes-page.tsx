import { Facts } from '#components/article/facts.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import { byPage, type Change, changeSteps, counts, pageNames } from '#lib/changes.ts'
import type { Library } from '#lib/content/library.ts'
import type { Edition } from '#lib/edition.ts'
import { byCountry, byKind, dueNext } from '#lib/fact-counts.ts'
import { factsOf } from '#lib/facts.ts'
import { counted, formatWhen } from '#lib/money.ts'
import { CHANGES, FIGURE_AGES } from '#lib/trail.ts'
import { ChangeList } from './change-list.tsx'

/** Lines that the page shows in full, over all editions: it grows with every one of them, and a phone has to carry it. */
const MOST_LINES = 200
/** Lines of one page in one edition. */
const MOST_ON_PAGE = 8

/** The change log: newest edition first, on each the pages in the order of the guide. Until there is a second one: what the first holds. */
export function ChangesPage({ library }: { library: Library }) {
  const [first] = library.editions()
  return (
    <SectionPage section={CHANGES} title="What changed, and what is next" lead={CHANGES.about}>
      <p>
        Now and then the editors note down everything that the guide states. That is an edition. Two editions side by side show what is not
        as it was. {first ? null : 'No edition has been taken yet, so there is nothing to show.'}
      </p>
      <Steps library={library} />
      {first ? <FirstEdition edition={first} library={library} /> : null}
      <Due library={library} />
      <h2 id="words">What the words mean</h2>
      <Facts
        rows={[
          {
            name: 'Changed',
            text: 'It says something else now, or another source stands behind it. What it said before is struck through.',
          },
          { name: 'New', text: 'The edition before did not have it.' },
          { name: 'Gone', text: 'The guide states it no more. What it said stands struck through.' },
          {
            name: 'Checked again',
            text: 'Somebody looked at the source again: its data is newer, and the value is the same. That is news too.',
          },
        ]}
      />
      <h2 id="follow">Follow it</h2>
      <p>
        Any feed reader takes <a href="/changes.xml">the Atom feed</a>: an entry for each edition and for each page that changed in it. You
        need no account, and nobody learns that you read it.
      </p>
    </SectionPage>
  )
}

function Steps({ library }: { library: Library }) {
  const names = pageNames(library)
  let room = MOST_LINES
  return changeSteps(library).map(({ date, since, changes }) => {
    const pages = byPage(changes).map(({ page, changes: inside }) => {
      // Checked again is one line a page: there may be hundreds, and none of them says anything else.
      const lines = inside.filter(({ kind }) => kind !== 'checked')
      const shown = lines.slice(0, Math.min(MOST_ON_PAGE, Math.max(room, 0)))
      room -= shown.length + 1
      return { page, inside, shown, left: inside.filter((change) => !shown.includes(change)), told: room > 0 }
    })
    const silent = pages.filter(({ told }) => !told)
    return (
      <section key={date ?? 'open'}>
        <h2 id={date ? `edition-${date}` : 'edition-next'}>{date ? formatWhen(date) : `Since the edition of ${formatWhen(since)}`}</h2>
        <p className="src">{counts(changes) ? `${counts(changes)}.` : 'Text and layout alone: no fact changed.'}</p>
        {pages.map(({ page, shown, left, told }) =>
          told ? (
            <section key={page}>
              <h3>
                <PageLink page={page} names={names} />
              </h3>
              <ChangeList changes={shown} library={library} />
              <Left changes={left} />
            </section>
          ) : null,
        )}
        {silent.length > 0 ? (
          <p>
            And on {counted(silent.length, 'more page')}: {counts(silent.flatMap(({ inside }) => inside))}.
          </p>
        ) : null}
      </section>
    )
  })
}

/** What is not shown line by line: how many of each kind. */
const Left = ({ changes }: { changes: readonly Change[] }) => (changes.length > 0 ? <p className="src">And {counts(changes)}.</p> : null)

const PageLink = ({ page, names }: { page: string; names: ReadonlyMap<string, string> }) => {
  const name = names.get(page)
  return name ? <a href={page}>{name}</a> : <>{page} (gone)</>
}

/** What the first edition holds: it has nothing before it. */
function FirstEdition({ edition, library }: { edition: Edition; library: Library }) {
  return (
    <section>
      <h2 id={`edition-${edition.date}`}>{formatWhen(edition.date)}: the first edition</h2>
      <p>
        It notes down {edition.facts.length.toLocaleString('en-GB')} facts on {edition.pages.length} pages. Nothing was noted down before
        it, so no change can be shown from before that day.
      </p>
      <div className="holdings">
        <section>
          <h3>Its facts, by kind</h3>
          <Tally rows={byKind(edition.facts)} />
        </section>
        <section>
          <h3>Facts bound to a country, today</h3>
          <Tally rows={byCountry(factsOf(library))} />
        </section>
      </div>
    </section>
  )
}

const Tally = ({ rows }: { rows: readonly (readonly [name: string, count: number])[] }) => (
  <ul className="tally">
    {rows.map(([name, count]) => (
      <li key={name}>
        {name} <b>{count}</b>
      </li>
    ))}
  </ul>
)

/** What somebody must look at next, which is where the next changes come from. */
function Due({ library }: { library: Library }) {
  const next = dueNext(factsOf(library), 12)
  if (next.length === 0) return null
  return (
    <>
      <h2 id="due">What will be looked at next</h2>
      <p>
        Every figure has a day by which somebody must read its source again. These come first; <a href={FIGURE_AGES.address}>all of them</a>{' '}
        stand in the order of that day.
      </p>
      {[...new Set(next.map(({ reviewBy }) => reviewBy))].map((day) => (
        <section key={day}>
          <h3>By {formatWhen(day)}</h3>
          <ul className="changes">
            {next.map(({ id, label, value, reviewBy, address, anchor }) =>
              reviewBy === day ? (
                <li key={id}>
                  <a href={anchor ? `${address}#${anchor}` : address}>{label}</a>: <ins>{value}</ins>
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ))}
    </>
  )
}
