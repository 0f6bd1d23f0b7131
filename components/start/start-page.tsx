import { ArticleBody } from '#components/article/article-body.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { pageScript } from '#lib/export/page-scripts.ts'
import { startOutline } from '#lib/start-outline.ts'
import { SECTIONS } from '#lib/trail.ts'
import { StartForm } from './start-form.tsx'
import { StartRoles } from './start-roles.tsx'
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
        but what you tell them. Skip whatever you like. Your answers are kept in the address of this page, and nowhere else.
      </p>
      <StartForm
        rules={rules}
        textOf={(id) => <ArticleBody entry={library.get('start-questions', id)} library={library} />}
        library={library}
      />
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
        <p>
          “What this question decides”, under each question, tells what every answer means for which roles. Where no script runs you can put
          your three together by hand from that.
        </p>
        <p>Whoever you send the address to sees your answers in it. Nobody else does: that part of an address stays in the browser.</p>
      </section>
      <section aria-labelledby="chosen-from">
        <h2 id="chosen-from">Which roles can come out?</h2>
        <p>First posts, and those that people on a floor move to next. The rest of the map begins behind them.</p>
        <StartRoles rules={rules} library={library} />
      </section>
      <script type="module" src={pageScript('start')} data-own="start" />
    </SectionPage>
  )
}
