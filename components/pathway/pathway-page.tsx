import { ArticleBody } from '#components/article/article-body.tsx'
import { Facts } from '#components/article/facts.tsx'
import { FigureList } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import KeepControl from '#components/islands/keep-control.tsx'
import PathwayProgress from '#components/islands/pathway-progress.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { today } from '#lib/fields.ts'
import { formerNames, leanOutline, pathwayOutline, roleOutline, skillOutline } from '#lib/guide-outline.ts'
import { article, howTo } from '#lib/json-ld.ts'
import { pathwayBundle } from '#lib/keep-bundles.ts'
import { questionAnchor } from '#lib/row-anchors.ts'
import { SITE } from '#lib/site.ts'
import { OFFLINE, trailOf } from '#lib/trail.ts'
import { stageNote } from './stage-strip.tsx'
import '../lattice/station.css'
import '../islands/islands.css'
import '../offline/keep.css'
import '../pathway/marks.css'
import './pathway.css'
import './outline.css'

export function PathwayPage({ pathway, library }: { pathway: Entry<'pathways'>; library: Library }) {
  const { goal, checks, stalls, scripts, after, time, timeNote } = pathway.data
  const goalRole = goal ? library.get('roles', goal) : undefined
  const afterwards = goal ? 'After the goal' : 'Where it leads'
  const stages = library.stagesOf(pathway.id)
  const stage = (name: string) => library.get('stages', `${pathway.id}/${name}`)
  const branches = stages.flatMap((each) => each.data.branches.map((branch) => ({ from: each, ...branch })))
  const steps = stages.reduce((sum, each) => sum + each.data.steps.length, 0)
  return (
    <ArticlePage
      entry={pathway}
      library={library}
      line={lineOf(pathway, library)}
      trail={trailOf(pathway)}
      title={pathway.data.title}
      board={
        <Board
          rows={[
            ...(goalRole ? [{ label: 'Goal', answer: <RoleLink role={goalRole} /> }] : []),
            {
              label: 'The way',
              answer: `${stages.length} stages, ${steps} steps`,
              note: 'In order, but you may leave for another line and come back.',
            },
            { label: 'How long', answer: 'Nobody has counted the whole way', note: <a href="#time">What sources say of its parts</a> },
          ]}
        />
      }
      contents={[
        { id: 'where', text: 'Where are you now?' },
        { id: 'stages', text: 'The path at a glance' },
        ...(goalRole ? [{ id: 'shown', text: 'What you can show' }] : []),
        ...(SITE.offline !== 'off' ? [{ id: 'keep', text: 'Keep this pathway offline' }] : []),
        { id: 'time', text: 'How long, according to whom?' },
        ...bodyContents(pathway),
        ...(checks.length > 0 ? [{ id: 'check', text: 'Check yourself' }] : []),
        ...(branches.length > 0 ? [{ id: 'branches', text: 'Branches, and the way back' }] : []),
        { id: 'stalls', text: 'If it stalls' },
        ...(scripts.length > 0 ? [{ id: 'scripts', text: 'What to say to your manager' }] : []),
        { id: 'after', text: afterwards },
      ]}
      sources={sourcesOf(pathway, library, time)}
      jsonLd={[article(pathway, howTo(pathway, stages))]}
    >
      <PathwayProgress
        pathway={pathwayOutline(pathway, library)}
        elsewhere={library.all('pathways').flatMap((each) => (each.id === pathway.id ? [] : [leanOutline(pathwayOutline(each, library))]))}
        role={goalRole ? roleOutline(goalRole) : undefined}
        skills={goalRole ? goalRole.data.competencies.map(({ skill }) => skillOutline(library.get('skills', skill))) : []}
        former={formerNames(library)}
        builtOn={today()}
        stageNotes={stages.map((each) => stageNote(each, library))}
        headings={{
          where: <SectionHeading id="where">Where are you now?</SectionHeading>,
          stages: <SectionHeading id="stages">The path at a glance</SectionHeading>,
          skills: <SectionHeading id="shown">What you can show</SectionHeading>,
        }}
      />
      {SITE.offline !== 'off' ? (
        <>
          <SectionHeading id="keep">Keep this pathway offline</SectionHeading>
          <p>
            Every stage, every step and your plan, readable without a connection. <a href={OFFLINE.address}>What that means</a>
          </p>
          <KeepControl id={pathwayBundle(pathway.id)} name={pathway.data.title} />
        </>
      ) : null}
      <SectionHeading id="time">How long, according to whom?</SectionHeading>
      <div className="compare">
        <FigureList ids={time} library={library} />
        <p className="why">
          <b>How to read them.</b> {timeNote}
        </p>
      </div>
      <ArticleBody entry={pathway} library={library} />
      {checks.length > 0 ? (
        <>
          <SectionHeading id="check">Check yourself</SectionHeading>
          <p>Say each one aloud. Where you hesitate is the stage you are in.</p>
          <ul className="ticks">
            {checks.map((check) => (
              <li key={check.statement}>
                {check.statement} <a href={stage(check.stage).address}>{stage(check.stage).data.title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {branches.length > 0 ? (
        <>
          <SectionHeading id="branches">Branches, and the way back</SectionHeading>
          <ul className="branches">
            {branches.map(({ from, role, whyGo, howBack }) => (
              <li key={from.id + role}>
                <p>
                  <RoleLink role={library.get('roles', role)} /> <small>from {from.data.title}</small>
                </p>
                <p>
                  {whyGo} <b>The way back.</b> {howBack}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <SectionHeading id="stalls">If it stalls</SectionHeading>
      {stalls.map(({ situation, options }) => (
        <div key={situation} className="question">
          <h3 id={questionAnchor(situation)}>{situation}</h3>
          <ul className="bullets">
            {options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ul>
        </div>
      ))}
      {scripts.length > 0 ? (
        <>
          <SectionHeading id="scripts">What to say to your manager</SectionHeading>
          <Facts rows={scripts.map(({ situation, say }) => ({ name: situation, text: <p className="script">{say}</p> }))} />
        </>
      ) : null}
      <SectionHeading id="after">{afterwards}</SectionHeading>
      <Facts rows={after.map(({ to, text, role }) => ({ name: role ? <RoleLink role={library.get('roles', role)} /> : to, text }))} />
      <Mentions entry={pathway} library={library} leaveOut={['stages']} />
    </ArticlePage>
  )
}

/** The line of the map that a pathway runs on: that of the post it leads to. */
export const lineOf = ({ data }: Entry<'pathways'>, library: Library) =>
  data.goal ? library.get('roles', data.goal).data.family : undefined
