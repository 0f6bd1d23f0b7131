import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
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
/** Lists that hold everything of their kind and grow with it. */
const LISTS: Budget = { ...ORDINARY, withoutFont: 30_000 }

/** Every term with its example on one page: some 200 bytes a term. */
const GLOSSARY: Budget = { withoutFont: 42_000, withFont: 50_000, requests: 4 }

/** Budgets by the first part of the address. */
const BUDGETS: Record<string, Budget> = { roles: LONG, pathways: LONG, glossary: GLOSSARY, sources: LISTS, 'a-z': LISTS }

/** The budget of a page. */
export const budgetFor = (address: string): Budget => BUDGETS[address.split('/')[1] ?? ''] ?? ORDINARY

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
