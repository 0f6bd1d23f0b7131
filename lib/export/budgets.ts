import { isEmbed } from '../embed-address.ts'
import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
import { PAGE_SCRIPTS } from './page-scripts.ts'
import { fileOfAddress } from './site-files.ts'

/** Bytes of a first visit over the wire (brotli 11): the page with all it loads. `withoutFont` leaves the display face out. */
export interface Budget {
  withoutFont: number
  withFont: number
  /** The page itself included, the icon not. */
  requests: number
}

const ORDINARY: Budget = { withoutFont: 20_000, withFont: 40_000, requests: 4 }

/** Role pages and pathways: text alone takes more than half of it. */
const LONG: Budget = { ...ORDINARY, withoutFont: 22_000 }

/** With a page script: its bytes, and one request more. */
const withScript = ({ withoutFont, withFont, requests }: Budget, { bytes }: { bytes: number }): Budget => ({
  withoutFont: withoutFont + bytes,
  withFont: withFont + bytes,
  requests: requests + 1,
})
/** A stage: as long as a role, and with the script by which readers mark its steps. */
const STAGE = withScript(LONG, PAGE_SCRIPTS['stage-marks'])
/** Lists that hold everything of their kind and grow with it. */
const LISTS: Budget = { ...ORDINARY, withoutFont: 30_000 }

/** Lists that readers can ask: their forms, and the script that answers them. */
const ASKED = withScript(ORDINARY, PAGE_SCRIPTS.lists)

/** Every term with its example on one page: some 200 bytes a term. */
const GLOSSARY: Budget = { withoutFont: 42_000, withFont: 50_000, requests: 4 }

/** Every publication with its age and next review: some 45 bytes a source. */
const SOURCES: Budget = { ...LISTS, withoutFont: 33_000 }

/** Every table of the open data with what each of its fields means: some 25 bytes a field. */
const DATA: Budget = { ...ORDINARY, withoutFont: 26_000 }

/** Every name of every page, and the script that asks and shows. What it fetches at the first question is held by a test. */
const SEARCH = withScript(LISTS, PAGE_SCRIPTS.search)

/** Every question with what each answer means for which roles, and the script that puts three of them together. */
const START = withScript(LISTS, PAGE_SCRIPTS.start)

/** What stands in a frame is a guest: one small page and its style, no face, no script. */
const EMBED: Budget = { withoutFont: 5000, withFont: 5000, requests: 2 }

/** The code of every embed. The frames that show one of each kind wait until readers come to them. */
const EMBED_CODES = withScript(LISTS, PAGE_SCRIPTS['embed-code'])

/** The newest changes in full, the counts of the rest: held to what a phone carries, however many editions there are. */
const CHANGE_LOG = LISTS

/** What may be kept on a phone, and the script that keeps it. */
const OFFLINE = withScript(ORDINARY, PAGE_SCRIPTS.offline)

/** How to cite and report every line of a page: each stands there once, its words in several addresses. */
const RECORD: Budget = LISTS

/** Budgets by the first part of the address. */
const BUDGETS: Record<string, Budget> = {
  roles: LONG,
  pathways: LONG,
  glossary: GLOSSARY,
  sources: SOURCES,
  search: SEARCH,
  start: START,
  embed: EMBED_CODES,
  changes: CHANGE_LOG,
  data: DATA,
  offline: OFFLINE,
  record: RECORD,
}

/** The budget of a page. */
export function budgetFor(address: string): Budget {
  if (isEmbed(address)) return EMBED
  if (PAGE_SCRIPTS.lists.pages.test(address)) return ASKED
  const [, kind = '', , below] = address.split('/')
  return kind === 'pathways' && below ? STAGE : (BUDGETS[kind] ?? ORDINARY)
}

/**
 * Bytes of a first visit to a live page over the wire (brotli 11). The framework is some 120 kB of its script; what the page says and
 * how it looks stays as light as that of a list.
 */
export const LIVE_BUDGET: LiveWeight = { script: 160_000, pageAndStyle: 30_000 }

export interface Weight {
  page: number
  withoutFont: number
  withFont: number
  requests: number
}

const LOADED = new Set([
  '<script src>',
  '<script data-enhance>',
  '<img src>',
  '<img srcset>',
  '<link rel=stylesheet>',
  '<link rel=preload>',
  '<link rel=modulepreload>',
])

/**
 * What a first visit to a still page costs. `sizeOf` gives the bytes over the wire of a file of the export, `loadedBy` the
 * addresses that a style sheet loads.
 */
export function weightOf(page: ExportedPage, sizeOf: (file: string) => number, loadedBy: (file: string) => string[]): Weight {
  const own = sizeOf(fileOfAddress(page.address))
  const named = page.references.filter(({ where }) => LOADED.has(where)).map(({ url }) => url)
  const loaded = new Set(named.flatMap((url) => [url, ...(url.endsWith('.css') ? loadedBy(fileOfAddress(url)) : [])]))
  const weight: Weight = { page: own, withoutFont: own, withFont: own, requests: 1 + loaded.size }
  for (const url of loaded) {
    const size = sizeOf(fileOfAddress(url))
    weight.withFont += size
    if (!url.endsWith('.woff2')) weight.withoutFont += size
  }
  return weight
}

export interface LiveWeight {
  /** Every script that the page names: the framework's, its own islands', its data, our own. */
  script: number
  /** The page itself and its style sheets, without the display face. */
  pageAndStyle: number
}

/** What a first visit to a live page costs. `sizeOf` gives the bytes over the wire of a file of the export. */
export function liveWeightOf(page: ExportedPage, sizeOf: (file: string) => number): LiveWeight {
  const sum = (urls: string[]) => [...new Set(urls)].reduce((total, url) => total + sizeOf(fileOfAddress(url)), 0)
  const styles = page.references.filter(({ where }) => where === '<link rel=stylesheet>').map(({ url }) => url)
  return {
    // The old browsers that need a legacy script are none of those that the budget is for.
    script: sum(page.scripts.flatMap(({ source, later, legacy }) => (legacy ? [] : [source, later])).filter(Boolean)),
    pageAndStyle: sizeOf(fileOfAddress(page.address)) + sum(styles),
  }
}

/** Where a live page is over its budget. */
export function liveBudgetFaults(address: string, weight: LiveWeight): Fault[] {
  const over = (what: string, part: keyof LiveWeight, advice: string): Fault[] =>
    weight[part] > LIVE_BUDGET[part]
      ? [{ page: address, message: `${what} ${weight[part]} bytes (brotli); the budget is ${LIVE_BUDGET[part]}. ${advice}` }]
      : []
  return [
    ...over('The scripts have', 'script', 'Hand the island less data, import less into it, or render more of the page on the server.'),
    ...over('The page and its style have', 'pageAndStyle', 'Render less of what only the island shows, or shorten the page.'),
  ]
}

/** Where a still page is over its budget. */
export function budgetFaults(address: string, weight: Weight, budget: Budget = budgetFor(address)): Fault[] {
  const over = (what: string, is: number, may: number, unit: string): Fault[] =>
    is > may ? [{ page: address, message: `${what} ${is} ${unit}; the budget is ${may}. Shorten the page, or load less.` }] : []
  return [
    ...over('A first visit without the font costs', weight.withoutFont, budget.withoutFont, 'bytes (brotli)'),
    ...over('A first visit costs', weight.withFont, budget.withFont, 'bytes (brotli)'),
    ...over('A first visit makes', weight.requests, budget.requests, 'requests'),
  ]
}
