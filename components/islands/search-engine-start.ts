import { createSearch } from '#lib/reader/search.ts'

// What the page of the search imports at the first question.
export { createSearch }
