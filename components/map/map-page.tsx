import { LineMap } from '#components/lattice/line-map.tsx'
import { Breadcrumb } from '#components/site/breadcrumb.tsx'
import { JsonLd } from '#components/site/json-ld.tsx'
import type { Library } from '#lib/content/library.ts'
import { breadcrumbs, webPage } from '#lib/json-ld.ts'
import { mapRoles } from '#lib/lattice.ts'
import { MAP, trailOfSection } from '#lib/trail.ts'
import { MapList } from './map-list.tsx'
import './map-page.css'

/** The map of the whole lattice: drawn where it can be read, and as a list of its lines everywhere. */
export function MapPage({ library }: { library: Library }) {
  const trail = trailOfSection(MAP)
  return (
    <div className="page list-page map-page">
      <link rel="stylesheet" href="/map/here.css" precedence="default" />
      <JsonLd data={[webPage(MAP.name, MAP.about, MAP.address), breadcrumbs(trail)]} />
      <Breadcrumb trail={trail} />
      <header className="head">
        <h1>Where each job can take you</h1>
        <p className="lead">{MAP.about}</p>
        <p className="map-ways">
          <a className="map-wide" href="#map-list">
            Read it as a list
          </a>{' '}
          <a href="/map.svg">Open the drawing alone (SVG)</a> <span className="map-wide">Printed, it fills one A3 sheet.</span>
        </p>
      </header>
      <div className="map-both">
        <figure className="map-drawing">
          <LineMap library={library} />
        </figure>
        <section className="map-list" aria-labelledby="map-list">
          <h2 id="map-list">Every line, station by station</h2>
          <div className="map-columns">
            <MapList roles={mapRoles(library)} />
          </div>
        </section>
      </div>
    </div>
  )
}
