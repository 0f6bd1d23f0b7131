import { SITE } from '#lib/site.ts'
import { SECTIONS } from '#lib/trail.ts'

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
            <li>
              <a href="/a-z/">Every page, A–Z</a>
            </li>
            <li>
              <a href="/about/">About</a>
            </li>
          </ul>
        </nav>
        <p>
          No accounts, no tracking, nothing loaded from elsewhere. Text under{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>, code under the MIT licence.{' '}
          <a href={SITE.repository}>The source is open</a>.
        </p>
      </div>
    </footer>
  )
}
