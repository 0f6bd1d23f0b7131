import type { ReactNode } from 'react'
import { breadcrumbs, type Node, webPage } from '#lib/json-ld.ts'
import { type Crumb, trailOfSection } from '#lib/trail.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { JsonLd } from './json-ld.tsx'

/** The frame of a list page. */
export function SectionPage({
  section,
  trail = trailOfSection(section),
  title,
  lead,
  jsonLd,
  children,
}: {
  section: Crumb
  /** From the home page to this one, for pages that stand below another list. */
  trail?: Crumb[]
  title: ReactNode
  lead: string
  jsonLd?: Node[]
  children: ReactNode
}) {
  return (
    <div className="page list-page">
      <JsonLd data={[...(jsonLd ?? [webPage(section.name, lead, section.address)]), breadcrumbs(trail)]} />
      <Breadcrumb trail={trail} />
      <header className="head">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <div className="text">{children}</div>
    </div>
  )
}
