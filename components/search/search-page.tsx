import { AtoZ } from '#components/site/a-to-z.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { pageScript } from '#lib/export/page-scripts.ts'
import { SEARCH_DATA } from '#lib/export/search-data.ts'
import { SEARCH } from '#lib/trail.ts'
import './search.css'

/** What can be asked, with questions that show it. */
const EXAMPLES = [
  { about: 'A job, by whatever name you know it', questions: ['team captain', 'RTA', 'call boxer'] },
  { about: 'A number or a word of the floor', questions: ['AHT', 'shrinkage', 'floating status'] },
  { about: 'Pay, with a job and a country', questions: ['team leader salary philippines', 'agente de call center colombia'] },
  { about: 'A question, as you would say it', questions: ['how do i become a trainer', 'will ai replace me'] },
] as const

/** The search, and below it every name of every page. Without scripts only the list is there, and it is complete. */
export function SearchPage({ library }: { library: Library }) {
  return (
    <SectionPage section={SEARCH} title="Search the guide" lead={SEARCH.about}>
      <div data-search="" data-engine={pageScript('search-engine')} data-pages={SEARCH_DATA.pages} data-sources={SEARCH_DATA.sources}>
        <form className="ask" role="search" aria-label="The whole guide" action={SEARCH.address} hidden data-form="">
          <label htmlFor="find">What are you looking for?</label>
          <input id="find" name="q" type="search" maxLength={200} autoComplete="off" autoCapitalize="none" enterKeyHint="search" />
          <button type="submit">Search</button>
          <p role="status" />
        </form>
        <div data-results="" hidden />
        <section className="examples" aria-labelledby="typed" hidden data-idle="">
          <h2 id="typed">What can I type?</h2>
          <dl className="facts">
            {EXAMPLES.map(({ about, questions }) => (
              <div key={about}>
                <dt>{about}</dt>
                <dd>
                  <ul className="plain">
                    {questions.map((question) => (
                      <li key={question}>
                        <a href={`${SEARCH.address}?q=${encodeURIComponent(question).replaceAll('%20', '+')}`} data-ask="">
                          {question}
                        </a>
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
          <p>
            Slips of the finger are forgiven. The search runs in your browser: what you type is sent nowhere. The arrow keys move through
            the answers, <kbd>Esc</kbd> leads back to the field.
          </p>
          <label className="switch">
            <input type="checkbox" defaultChecked data-slash />
            <span>
              The key <kbd>/</kbd> leads to the search on every page
            </span>
          </label>
        </section>
      </div>
      <section aria-labelledby="a-z" data-idle="">
        <h2 id="a-z">Everything, A to Z</h2>
        <AtoZ library={library} />
      </section>
      <script type="module" src={pageScript('search')} data-own="search" />
    </SectionPage>
  )
}
