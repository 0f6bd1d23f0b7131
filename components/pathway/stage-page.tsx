import { ArticleBody } from '#components/article/article-body.tsx'
import { Facts } from '#components/article/facts.tsx'
import { Figure, FigureList, NoFigure } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import { sourcesOf } from '#components/site/article-foot.tsx'
import { ArticlePage, bodyContents } from '#components/site/article-page.tsx'
import { Board } from '#components/site/board.tsx'
import { Mentions } from '#components/site/mentions.tsx'
import { neighbours } from '#components/site/pager.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { pageScript } from '#lib/export/page-scripts.ts'
import { article } from '#lib/json-ld.ts'
import { formatFigure } from '#lib/money.ts'
import { PLAN, trailOf } from '#lib/trail.ts'
import { lineOf } from './pathway-page.tsx'
import { StageStrip, stageHours } from './stage-strip.tsx'
import { StepList } from './step-list.tsx'
import '../lattice/strip.css'
import '../site/sheet.css'
import './checklist.css'
import './marks.css'

export function StagePage({ stage, pathway, library }: { stage: Entry<'stages'>; pathway: Entry<'pathways'>; library: Library }) {
  const { data } = stage
  const stages = library.stagesOf(pathway.id)
  const order = stages.findIndex((each) => each.id === stage.id)
  const gates = [...data.entryGate, ...data.exitGate]
  return (
    <ArticlePage
      entry={stage}
      library={library}
      sheet
      line={lineOf(pathway, library)}
      trail={trailOf(stage, { name: pathway.data.title, address: pathway.address })}
      title={
        <>
          <span className="station sign" aria-hidden="true">
            {order}
          </span>{' '}
          <span className="sr-only">Stage {order}: </span>
          {data.title}
        </>
      }
      board={
        <Board
          rows={[
            {
              label: 'Stage',
              answer: String(order),
              note: (
                <>
                  The line runs from 0 to {stages.length - 1}: <a href={pathway.address}>{pathway.data.title}</a>
                </>
              ),
            },
            ...(data.role ? [{ label: 'Post', answer: <RoleLink role={library.get('roles', data.role)} /> }] : []),
            { label: 'Steps', answer: String(data.steps.length), note: stageHours(stage) },
            {
              label: 'How long',
              answer: data.time.length > 0 ? data.time.map((id) => formatFigure(library.figure(id).figure)).join(' · ') : <NoFigure />,
              note: <a href="#time">Who says so, and about whom</a>,
            },
          ]}
        />
      }
      aside={
        <nav className="strip" aria-labelledby="strip-title">
          <h2 id="strip-title">The line</h2>
          <StageStrip stages={stages} here={stage.id} />
        </nav>
      }
      contents={[
        { id: 'entry', text: 'Ready to begin?' },
        ...bodyContents(stage),
        { id: 'steps', text: 'The steps' },
        { id: 'exit', text: 'Ready to move on?' },
        { id: 'time', text: 'How long, according to whom?' },
        { id: 'artefacts', text: 'What you hold at the end' },
        { id: 'people', text: 'People to meet' },
        { id: 'pitfalls', text: 'What goes wrong' },
        ...(data.branches.length > 0 ? [{ id: 'branches', text: 'Branches, and the way back' }] : []),
      ]}
      sources={sourcesOf(stage, library, [...data.time, ...gates.flatMap((gate) => gate.figure ?? [])])}
      jsonLd={[article(stage)]}
      pager={neighbours(stages, stage.id)}
    >
      <p className="purpose">{data.purpose}</p>
      <SectionHeading id="entry">Ready to begin?</SectionHeading>
      <Gate items={data.entryGate} library={library} />
      <ArticleBody entry={stage} library={library} />
      <SectionHeading id="steps">The steps</SectionHeading>
      {/* Told and shown by the script, which is why it is hidden; its words stand here so that its place is as large as it will be. */}
      <div className="marks-line" data-marks-line="" hidden>
        <p role="status" aria-atomic="false">
          <span>0 of {data.steps.length} steps done in this stage</span> <span />
        </p>
        <a href={PLAN.address}>Notes, dates and your plan</a>
      </div>
      <StepList stage={stage} pathway={pathway} library={library} />
      <script type="module" src={pageScript('stage-marks')} data-own="stage-marks" />
      <SectionHeading id="exit">Ready to move on?</SectionHeading>
      <Gate items={data.exitGate} library={library} />
      <SectionHeading id="time">How long, according to whom?</SectionHeading>
      <div className="compare">
        <FigureList ids={data.time} library={library} />
        <p className="why">
          <b>How to read {data.time.length > 0 ? 'them' : 'the gap'}.</b> {data.timeNote}
        </p>
      </div>
      <SectionHeading id="artefacts">What you hold at the end</SectionHeading>
      <Facts rows={data.artefacts.map(({ name, what }) => ({ name, text: what }))} />
      <SectionHeading id="people">People to meet</SectionHeading>
      <Facts rows={data.people.map(({ who, why }) => ({ name: who, text: why }))} />
      <SectionHeading id="pitfalls">What goes wrong, and the way back</SectionHeading>
      <Facts rows={data.pitfalls.map(({ text, recovery }) => ({ name: text, text: recovery }))} />
      {data.branches.length > 0 ? (
        <>
          <SectionHeading id="branches">Branches, and the way back</SectionHeading>
          <Facts
            rows={data.branches.map(({ role, whyGo, howBack }) => ({
              name: <RoleLink role={library.get('roles', role)} />,
              text: (
                <>
                  {whyGo} <b>The way back.</b> {howBack}
                </>
              ),
            }))}
          />
        </>
      ) : null}
      {data.aiNote ? (
        <p className="src">
          <b>Where software changes this stage.</b> {data.aiNote}
        </p>
      ) : null}
      <Mentions entry={stage} library={library} leaveOut={['stages', 'pathways']} />
    </ArticlePage>
  )
}

function Gate({ items, library }: { items: Entry<'stages'>['data']['entryGate']; library: Library }) {
  return (
    <ul className="ticks">
      {items.map(({ evidence, metric, figure }) => (
        <li key={evidence}>
          {evidence} {figure ? <Figure id={figure} library={library} /> : null}{' '}
          {metric ? <a href={library.get('metrics', metric).address}>{library.get('metrics', metric).data.title}</a> : null}
        </li>
      ))}
    </ul>
  )
}
