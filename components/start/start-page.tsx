import { ArticleBody } from '#components/article/article-body.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { pageScript } from '#lib/export/page-scripts.ts'
import type { StartQuestion, StartRules } from '#lib/reader/start-rules.ts'
import { startOutline } from '#lib/start-outline.ts'
import { SECTIONS } from '#lib/trail.ts'
import { AnswerRules } from './answer-rules.tsx'
import '../site/list.css'
import './start.css'

/** Questions whose answers lead to three roles. Without scripts it says under each what every answer means for which roles. */
export function StartPage({ library }: { library: Library }) {
  const rules = startOutline(library)
  const articles = library.all('start-questions')
  const section = SECTIONS['start-questions']
  const reviewed = articles.map(({ data }) => data.reviewed).sort()[0]
  return (
    <SectionPage section={section} title="Start here" lead={section.about}>
      <p>
        <b>These are rules of thumb of this guide, not a test.</b> They know what stands on the pages of the roles, and nothing about you
        but what you tell them. Nothing you choose leaves this page, unless you share its address. Skip whatever you like.
      </p>
      <p className="start-by-hand">
        Your browser runs no scripts, so nothing is put together for you here. Open “What this question decides” under each question: it
        says which roles your answer leaves and what speaks for them.
      </p>
      <form className="start-form" data-start autoComplete="off">
        {rules.questions.map((question, place) => (
          <Question
            key={question.id}
            question={question}
            article={library.get('start-questions', question.id)}
            rules={rules}
            library={library}
          >
            {`${place + 1} of ${rules.questions.length}`}
          </Question>
        ))}
        <div className="start-bar" data-start-bar hidden>
          <p role="status" />
          <div className="start-acts">
            <button type="button" className="start-act main" data-start-show>
              Show the three roles
            </button>
            <button type="button" className="start-act" data-start-clear>
              Clear all
            </button>
          </div>
        </div>
      </form>
      <section aria-labelledby="three" data-start-result hidden>
        <h2 id="three" tabIndex={-1}>
          Three roles to look at
        </h2>
        <div />
      </section>
      <section aria-labelledby="how-chosen">
        <h2 id="how-chosen">How are the three chosen?</h2>
        <ol className="numbered">
          <li>An answer that rules a role out takes it off the list, whatever else speaks for it.</li>
          <li>
            First come the roles with the least against them among the things you said you cannot do. A missing degree counts among those.
          </li>
          <li>Then those that meet most of your wishes. A wish that is not met takes one that is met away.</li>
          <li>
            Where that leaves several alike, the order of <a href="/roles/">the list of roles</a> decides. Three roles of one kind of work
            are avoided if another fits as well.
          </li>
        </ol>
        <p>
          Until you say what you have done so far, you are taken for a newcomer. Nobody has measured whether people are happier in the roles
          that come out. The rules are our own judgement, last read against the role pages on {reviewed}.
        </p>
      </section>
      <section aria-labelledby="chosen-from">
        <h2 id="chosen-from">Which roles can come out?</h2>
        <p>First posts, and those that people on a floor move to next. The rest of the map begins behind them.</p>
        <ul className="entries" data-start-roles>
          {rules.roles.map(({ id }) => {
            const role = library.get('roles', id)
            return (
              <li key={id}>
                <RoleLink role={role} />
                <p>{role.data.summary}</p>
              </li>
            )
          })}
        </ul>
      </section>
      <script data-own="start" src={pageScript('start')} defer />
    </SectionPage>
  )
}

function Question({
  question,
  article,
  rules,
  library,
  children,
}: {
  question: StartQuestion
  article: Entry<'start-questions'>
  rules: StartRules
  library: Library
  children: string
}) {
  const { id, title, options } = question
  return (
    <fieldset className="start-question" id={id} aria-describedby={`line-${id}`}>
      <legend>
        <small>{children}</small> <h2>{title}</h2>
      </legend>
      <p id={`line-${id}`}>{article.data.summary}</p>
      {options.map((option) => (
        <label key={option.id}>
          <input type="radio" name={id} value={option.id} /> <span>{option.label}</span>
        </label>
      ))}
      <label className="start-skip">
        <input type="radio" name={id} value="" defaultChecked /> <span>Skip this question</span>
      </label>
      <details>
        <summary>What this question decides</summary>
        <ArticleBody entry={article} library={library} />
        {options.map((option) => (
          <AnswerRules key={option.id} option={option} roles={rules.roles} />
        ))}
      </details>
    </fieldset>
  )
}
