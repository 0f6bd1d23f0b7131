import type { Library } from '#lib/content/library.ts'
import { drawnMap } from '#lib/map-file.ts'
import { Drawn } from './drawn.tsx'
import './line-map.css'

/** The whole lattice drawn as a metro map with real links. On a narrow screen the list of lines says the same in its place. */
export function LineMap({ library }: { library: Library }) {
  return <Drawn shape={drawnMap(library, (address) => address)} label="Map of all lines, first jobs at its foot" />
}
