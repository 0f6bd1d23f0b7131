import { SectionHeading } from '#components/article/section-heading.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import type { AnyEntry, Library } from '#lib/content/library.ts'
import type { Kind } from '#lib/fields.ts'
import { SECTIONS } from '#lib/trail.ts'

const ORDER: Kind[] = [
  'roles',
  'stages',
  'pathways',
  'skills',
  'metrics',
  'certifications',
  'salaries',
  'service-lines',
  'industries',
  'guides',
  'glossary',
  'start-questions',
  'sources',
]

/**
 * The pages that refer to this one, grouped by kind. `leaveOut` names kinds the page already shows in its own way; a page that
 * this one refers to is linked there, and not a second time here.
 */
export function Mentions({
  entry,
  library,
  title = 'Where it comes up',
  leaveOut = [],
}: {
  entry: AnyEntry
  library: Library
  title?: string
  leaveOut?: Kind[]
}) {
  const found = library
    .mentions(entry.kind, entry.id)
    .filter((each) => !leaveOut.includes(each.kind) && !library.mentions(each.kind, each.id).includes(entry))
  if (found.length === 0) return null
  return (
    <section className="mentions">
      <SectionHeading id="mentions">{title}</SectionHeading>
      <dl>
        {ORDER.filter((kind) => found.some((each) => each.kind === kind)).map((kind) => (
          <div key={kind}>
            <dt>{kind === 'stages' ? 'Pathway stages' : SECTIONS[kind].name}</dt>
            <dd>
              <ul>
                {found
                  .filter((each) => each.kind === kind)
                  .map((each) => (
                    <li key={each.id}>{each.kind === 'roles' ? <RoleLink role={each} /> : <a href={each.address}>{each.data.title}</a>}</li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
