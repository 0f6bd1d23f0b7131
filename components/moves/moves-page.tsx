import MovePlanner from '#components/islands/move-planner.tsx'
import { LineBadge } from '#components/lattice/line-badge.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { familyNames } from '#lib/family.ts'
import { moveChoices } from '#lib/lattice-outline.ts'
import { inSentence, MOVE_WORDS } from '#lib/reader/route-words.ts'
import { MOVES } from '#lib/trail.ts'
import '../lattice/station.css'
import '../islands/islands.css'
import '../lattice/strip.css'
import '../site/list.css'
import './moves.css'

/** The page that plans a move. Without scripts it is the list of every move. */
export function MovesPage({ library }: { library: Library }) {
  return (
    <SectionPage section={MOVES} title={MOVES.name} lead={MOVES.about}>
      <p className="moves-without-script">
        Choosing two roles and seeing the way between them needs a script, and none runs here, or it did not arrive. Every move stands in
        the list below.
      </p>
      <MovePlanner
        choices={moveChoices(library)}
        badges={Object.fromEntries(familyNames.map((family) => [family, <LineBadge key={family} family={family} />]))}
        title={MOVES.name}
      />
      <section className="all-moves" aria-labelledby="every-move">
        <h2 id="every-move">Every move, role by role</h2>
        {library.all('roles').map((role) => (
          <EveryMoveOf key={role.id} id={role.id} library={library} />
        ))}
      </section>
    </SectionPage>
  )
}

function EveryMoveOf({ id, library }: { id: string; library: Library }) {
  const { data, address } = library.get('roles', id)
  const skill = (id: string) => inSentence(library.get('skills', id).data.title)
  return (
    <section data-line={data.family}>
      <h3>
        <a href={`${address}#block-moves`}>
          <LineBadge family={data.family} /> {data.title}
        </a>
      </h3>
      <ul>
        {data.leadsTo.map(({ role, kind, missing }) => (
          <li key={role}>
            <b>{library.get('roles', role).data.title}</b>, {MOVE_WORDS[kind]}.
            {missing.length > 0 ? ` Missing: ${missing.map(skill).join(', ')}.` : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
