import { LICENCE, SITE } from '#lib/site.ts'
import { SECTIONS } from '#lib/trail.ts'

/** Ways to find what no list of one kind shows. */
const FINDERS = [
  ['/map/', 'The map'],
  ['/compare/', 'Compare roles'],
  ['/moves/', 'Plan a move'],
  ['/search/', 'Every page, A–Z'],
  ['/offline/', 'Offline'],
  ['/about/', 'About'],
] as const

export function SiteFooter() {
  return (
    <footer className="foot">
      <div>
        <nav aria-label="All sections">
          <ul>
            {Object.values(SECTIONS).map(({ address, name }) => (
              <li key={address}>
                <a href={address}>{name}</a>
              </li>
            ))}
            {FINDERS.map(([address, name]) => (
              <li key={address}>
                <a href={address}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          No accounts, no tracking, nothing loaded from elsewhere. Text under <a href={LICENCE.url}>{LICENCE.name}</a>,{' '}
          <a href={SITE.repository}>code</a> under the MIT licence.
        </p>
      </div>
    </footer>
  )
}
