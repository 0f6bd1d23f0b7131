/** Pages whose script reads a query, and the names it may have. Links to them may carry one. */
export const QUERY_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/moves/': ['from', 'to', 'country'],
  '/search/': ['q', 'in'],
  '/compare/': ['roles', 'country'],
  '/roles/': ['line', 'level', 'service', 'contact', 'home', 'nights', 'degree', 'country', 'first', 'by'],
  '/skills/': ['group', 'level', 'role', 'free'],
  '/certifications/': ['level', 'state', 'fee', 'skill', 'role'],
  '/metrics/': ['group', 'good', 'role'],
}

/** What is wrong with the query of a link to this page, or undefined. `query` begins with "?" or is empty. */
export function queryFault(page: string, query: string, pages = QUERY_PAGES): string | undefined {
  if (query === '') return undefined
  const known = pages[page]
  if (!known) return 'carries a query, which a static site cannot answer.'
  const strange = [...new URLSearchParams(query).keys()].find((name) => !known.includes(name))
  return strange === undefined ? undefined : `asks for "${strange}", which ${page} does not read. It reads: ${known.join(', ')}.`
}
