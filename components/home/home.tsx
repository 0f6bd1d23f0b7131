import { LineBadge } from '#components/lattice/line-badge.tsx'
import { LineMap } from '#components/lattice/line-map.tsx'
import { RoleLines } from '#components/lattice/role-lines.tsx'
import { JsonLd } from '#components/site/json-ld.tsx'
import { LinkLine } from '#components/site/link-line.tsx'
import type { Library } from '#lib/content/library.ts'
import type { Family } from '#lib/family.ts'
import { webSite } from '#lib/json-ld.ts'
import { CHANGES, COMPARE, MAP, MOVES, OFFLINE, PLAN, SECTIONS } from '#lib/trail.ts'
import '../lattice/station.css'
import './home.css'

interface Door {
  who: string
  family: Family
  first: [address: string, text: string]
  more: [address: string, text: string][]
}

const PATH = '/pathways/operations-manager/'

/** Where readers stand when they arrive, and the page that answers them first. */
const DOORS: Door[] = [
  {
    who: 'New to BPO',
    family: 'frontline',
    first: ['/guides/your-first-job-in-bpo/', 'Get a first job, and pass training'],
    more: [
      ['/guides/what-bpo-is/', 'What BPO is'],
      ['/guides/is-bpo-for-you/', 'Is it for you?'],
      ['/start/', 'Eight questions, three roles'],
      ['/guides/hiring-tests/', 'Hiring tests'],
      ['/guides/before-you-accept-an-offer/', 'Check an offer before you sign'],
    ],
  },
  {
    who: 'Agent or associate',
    family: 'specialist',
    first: [`${PATH}reliable-performer/`, 'Become the one they can rely on'],
    more: [
      ['/roles/customer-service-representative/', 'Customer service'],
      ['/roles/technical-support-associate/', 'Technical support'],
      ['/roles/process-associate/', 'Back office'],
      ['/guides/getting-promoted/', 'Getting promoted'],
      ['/pathways/ways-out-of-bpo/', 'Ways out'],
    ],
  },
  {
    who: 'Specialist',
    family: 'quality',
    first: [`${PATH}visible-contributor/`, 'Make your work visible'],
    more: [
      ['/pathways/quality-manager/', 'To quality manager'],
      ['/pathways/training-manager/', 'To training manager'],
      ['/pathways/workforce-manager/', 'To workforce manager'],
    ],
  },
  {
    who: 'Team leader',
    family: 'lead',
    first: [`${PATH}wider-scope/`, 'Take on more than one team'],
    more: [
      ['/roles/team-leader/', 'The team leader’s job'],
      ['/guides/leading-a-team-for-the-first-time/', 'Leading for the first time'],
      ['/roles/assistant-manager/', 'Assistant manager'],
    ],
  },
  {
    who: 'Manager',
    family: 'workforce',
    first: ['/roles/operations-manager/', 'What an operations manager answers for'],
    more: [
      [`${PATH}beyond/`, 'What comes after'],
      ['/roles/transition-manager/', 'Transition'],
      ['/roles/client-relationship-manager/', 'Client relations'],
      ['/guides/p-and-l-and-contract/', 'Reading a P&L'],
    ],
  },
  {
    who: 'On the client’s side',
    family: 'client',
    first: ['/roles/bpo-manager/', 'Run providers as a BPO manager'],
    more: [['/skills/vendor-management/', 'Vendor management']],
  },
]

/** The doors that lead somewhere in this library: a tree without one of these articles shows a shorter list, not a dead link. */
function openDoors(library: Library): Door[] {
  const pages = new Set(library.addresses())
  return DOORS.flatMap((door) => {
    const [first, ...more] = [door.first, ...door.more].filter(([address]) => pages.has(address))
    return first ? [{ ...door, first, more }] : []
  })
}

export function Home({ library }: { library: Library }) {
  const pathways = library.all('pathways')
  const pathway = pathways.find(({ address }) => address === PATH) ?? pathways[0]
  if (!pathway) return null
  const others = pathways.filter((each) => each !== pathway)
  const stages = library.stagesOf(pathway.id)
  return (
    <div className="page home">
      <JsonLd data={[webSite()]} />
      <header className="head">
        <h1>Know the job before you take it. Know the next one before you ask.</h1>
        <p className="lead">
          Floorwalk is the open guide to careers in business process outsourcing: what each job is like, what it pays, and how you get from
          one to the next.
        </p>
      </header>
      <section className="doors" aria-labelledby="where">
        <h2 id="where">Where are you now?</h2>
        <ul>
          {openDoors(library).map(({ who, family, first, more }) => (
            <li key={who} data-line={family}>
              <h3>{who}</h3>
              <a className="first" href={first[0]}>
                {first[1]}
              </a>
              <p>
                <LinkLine links={more.map(([address, text]) => ({ address, text }))} />
              </p>
            </li>
          ))}
        </ul>
        <p className="finders">
          Not sure which job is yours? <a href={SECTIONS['start-questions'].address}>Eight questions, three roles</a>. Torn between some?{' '}
          <a href={COMPARE.address}>Compare them</a>. Know where you want to be? <a href={MOVES.address}>See the way there</a>.
        </p>
      </section>
      <section className="home-path" data-line="lead" aria-labelledby="path">
        <h2 id="path">
          <LineBadge family="lead" /> <a href={pathway.address}>{pathway.data.title}</a>
        </h2>
        <p>{pathway.data.summary}</p>
        <ol className="home-stages">
          {stages.map((stage, index) => (
            <li key={stage.id}>
              <span className="station sign" aria-hidden="true">
                {index}
              </span>
              <a href={stage.address}>{stage.data.title}</a>
            </li>
          ))}
        </ol>
        <p>
          Mark what you have done, set your pace and print it for your next one-to-one: <a href={PLAN.address}>your plan</a> stays in your
          browser.
        </p>
        {others.length > 0 ? (
          <p>
            Other ways: <LinkLine links={others.map(({ address, data }) => ({ address, text: data.title }))} />
          </p>
        ) : null}
      </section>
      <section className="home-lines" aria-labelledby="lines">
        <h2 id="lines">The whole map, line by line</h2>
        <p>
          <a href={MAP.address}>The line map</a> says at every station where you can change, and prints on one large sheet.
        </p>
        <RoleLines library={library} />
        <LineMap library={library} />
      </section>
      <p>
        <a href={CHANGES.address}>What changed</a> in the guide, and when each figure is looked at again.{' '}
        <a href={OFFLINE.address}>Keep it on your phone</a> and read it without a connection.
      </p>
    </div>
  )
}
