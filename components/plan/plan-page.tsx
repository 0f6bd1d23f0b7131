import MyPlan from '#components/islands/my-plan.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { GUIDE_DATA } from '#lib/reader/outline.ts'
import { SITE } from '#lib/site.ts'
import { PLAN } from '#lib/trail.ts'
import '../lattice/station.css'
import '../islands/islands.css'
import '../pathway/marks.css'
import '../pathway/pathway.css'
import './plan.css'

/** The page of the reader's own plan. Without scripts it says how to make one on paper. */
export function PlanPage({ library }: { library: Library }) {
  return (
    <SectionPage section={PLAN} title={PLAN.name} lead={PLAN.about}>
      <div className="without-script">
        <p>
          This page is filled in by a script, and none runs in your browser, or it did not arrive. Nothing is lost by that: every stage
          below prints as a checklist with boxes to tick, what proves each step, and room to write.
        </p>
        {library.all('pathways').map((pathway) => (
          <section key={pathway.id}>
            <h2>
              <a href={pathway.address}>{pathway.data.title}</a>
            </h2>
            <ol className="numbered">
              {library.stagesOf(pathway.id).map((stage) => (
                <li key={stage.id}>
                  <a href={stage.address}>{stage.data.title}</a>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {/* Asked for before the script is there that needs it. */}
      <link rel="preload" href={GUIDE_DATA} as="fetch" crossOrigin="anonymous" />
      <MyPlan origin={SITE.origin} />
    </SectionPage>
  )
}
