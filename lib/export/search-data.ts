/** Where the data of the search lies until the gate gives it lasting names: what the page of the search names, routes answer. */
export const SEARCH_DATA = { pages: '/search/index.json', sources: '/search/sources.json' } as const
