import type { Fault } from './fault.ts'
import { clientReferences } from './flight.ts'

/** A tag that carries the mark of the island wrapper. In text, React writes `<` as an entity, so prose cannot look like one. */
const ISLAND = /<[a-z][^>]*\sdata-island(?=[\s=/>])/

/** Parts that React streams in later: such a page is not whole without its script. */
const STREAMED = /<template id="B:|<[a-z][^>]*\shidden(?:="")? id="S:|<[a-z][^>]*\sid="S:\d+"[^>]*\shidden/

/** What the first detector sees: the mark that the island wrapper renders. */
export const hasIsland = (html: string) => ISLAND.test(html)

/** What the second detector sees: client components the page refers to and the not-found page, which has none of ours, does not. */
export function ownReferences(html: string, baseline: ReadonlySet<string>): string[] {
  return [...clientReferences(html)].filter((reference) => !baseline.has(reference))
}

/**
 * Whether a page needs its script. Two detectors that share no code must agree; a page that streams parts of itself is refused.
 * `baseline` holds the client references of the not-found page.
 */
export function judgePage(page: string, html: string, baseline: ReadonlySet<string>): { live: boolean } | { fault: Fault } {
  if (STREAMED.test(html))
    return {
      fault: {
        page,
        message:
          'Parts of the page arrive later by script (Suspense, loading.tsx or a slow component). Render it whole: remove the boundary.',
      },
    }
  const marked = hasIsland(html)
  const references = ownReferences(html, baseline)
  if (marked && references.length === 0)
    return {
      fault: {
        page,
        message:
          'The page carries the data-island mark, but its payload refers to no client component. Remove the mark, or give the island its script.',
      },
    }
  if (!marked && references.length > 0)
    return {
      fault: {
        page,
        message: `The payload refers to client components (${references.join(', ')}), but nothing on the page carries the data-island mark. Wrap them in the island wrapper, or render them on the server.`,
      },
    }
  return { live: marked }
}
