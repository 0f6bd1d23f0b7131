const LINKS = [
  ['/roles/', 'Roles'],
  ['/map/', 'Map'],
  ['/pathways/', 'Pathways'],
  ['/plan/', 'My plan'],
  ['/salaries/', 'Pay'],
  ['/skills/', 'Skills'],
  ['/metrics/', 'Metrics'],
  ['/guides/', 'Guides'],
] as const

export function SiteHeader() {
  return (
    <header className="bar">
      <div>
        <a className="word sign" href="/">
          <svg viewBox="0 0 34 20" aria-hidden="true">
            <path d="M2 16h10l8-12h12" />
            <circle cx="12" cy="16" r="3.2" />
            <circle cx="20" cy="4" r="3.2" />
          </svg>
          Floorwalk
        </a>
        <form action="/search/" role="search">
          <input name="q" type="search" aria-label="Search" placeholder="Search" />
          <button type="submit" aria-label="Search">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="8" cy="8" r="6" />
              <path d="m13 13 5 5" />
            </svg>
          </button>
        </form>
        <nav aria-label="Main">
          <ul>
            {LINKS.map(([address, name]) => (
              <li key={address}>
                <a href={address}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <button className="theme" type="button" data-theme-switch="" hidden aria-label="Switch between day and night colours">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="8" />
            <path d="M10 2a8 8 0 0 1 0 16Z" />
          </svg>
        </button>
      </div>
    </header>
  )
}
