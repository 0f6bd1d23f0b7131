import type { Crumb } from '#lib/trail.ts'

export function Breadcrumb({ trail }: { trail: Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {trail.map((crumb, index) => (
          <li key={crumb.address}>
            {index === trail.length - 1 ? <span aria-current="page">{crumb.name}</span> : <a href={crumb.address}>{crumb.name}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
