interface PageScript {
  /** The most it may have over the wire (brotli). */
  bytes: number
  /** The pages that name it in their markup, and name it once. Without any it is fetched by another script. */
  pages?: RegExp
  /** Runs as a classic script, in a worker. */
  classic?: true
}

/**
 * Small scripts of our own for still pages that do one thing for their reader: no framework, one file each, bundled from
 * `components/islands/NAME-start.ts`.
 */
export const PAGE_SCRIPTS = {
  lists: { bytes: 4000, pages: /^\/(?:roles|skills|certifications|metrics)\/$/ },
  'stage-marks': { bytes: 6000, pages: /^\/pathways\/[^/]+\/[^/]+\/$/ },
  search: { bytes: 6000, pages: /^\/search\/$/ },
  'search-engine': { bytes: 12_000 },
  'embed-code': { bytes: 1000, pages: /^\/embed\/$/ },
  start: { bytes: 6000, pages: /^\/start\/$/ },
  offline: { bytes: 6000, pages: /^\/offline\/$/ },
  'newer-note': { bytes: 1000 },
  worker: { bytes: 12_000, classic: true },
} satisfies Record<string, PageScript>

export type PageScriptName = keyof typeof PAGE_SCRIPTS

export const PAGE_SCRIPT_NAMES = Object.keys(PAGE_SCRIPTS) as PageScriptName[]

/** What the list says of one of them. */
export const pageScriptRule = (name: PageScriptName): PageScript => PAGE_SCRIPTS[name]

/** Where a page script lies until the gate gives it a lasting name: what pages name, a route answers. */
export const pageScript = (name: PageScriptName) => `/scripts/${name}.js`
