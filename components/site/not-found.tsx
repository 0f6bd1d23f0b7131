import { RoleLink } from '#components/lattice/role-link.tsx'
import type { Library } from '#lib/content/library.ts'
import { SITE } from '#lib/site.ts'
import { OFFLINE, SECTIONS } from '#lib/trail.ts'

export function NotFound({ library }: { library: Library }) {
  return (
    <div className="page list-page">
      <header className="head">
        <h1>This stop is not on the line</h1>
        <p className="lead">The address may be mistyped, or the page has moved. Nothing you saved is lost.</p>
      </header>
      <div className="text">
        <p>
          Look it up in <a href="/search/">the search</a>, or get on again at one of these:
        </p>
        <ul className="plain spaced">
          {library.all('roles').map((role) => (
            <li key={role.id}>
              <RoleLink role={role} />
            </li>
          ))}
        </ul>
        <ul className="plain spaced">
          {Object.values(SECTIONS).map(({ address, name }) => (
            <li key={address}>
              <a href={address}>{name}</a>
            </li>
          ))}
        </ul>
        <p>
          No connection? <a href={OFFLINE.address}>See what is on this phone</a>. Did a link on this site bring you here?{' '}
          <a href={`mailto:${SITE.contact}?subject=Dead%20link`}>Tell us which</a>.
        </p>
      </div>
    </div>
  )
}
