import type { Search } from '#lib/reader/search.ts'
import type { SearchIndex } from '#lib/reader/search-index.ts'
import { startPage } from './page-parts.ts'
import { type Loading, startSearch } from './search.ts'
import { startSlashKey } from './slash-key.ts'

interface Engine {
  createSearch: (index: SearchIndex) => Search
}

/** The script of the search as the browser gets it. Engine and data come when they are needed, from addresses that the page carries. */
const start = () => {
  startSlashKey(document, () => localStorage)
  const root = document.querySelector<HTMLElement>('[data-search]')
  if (!root) return
  const { engine = '', pages = '', sources = '' } = root.dataset
  const fetched = async (address: string): Promise<SearchIndex> => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address} answers ${response.status}`)
    return response.json()
  }
  let failures = 0
  const loading: Loading = {
    search: async () => {
      try {
        // Browsers remember that a module did not come, so another attempt asks for it by another name.
        const address = failures > 0 ? `${engine}?${failures}` : engine
        const [{ createSearch }, index] = await Promise.all([import(address) as Promise<Engine>, fetched(pages)])
        return createSearch(index)
      } catch (error) {
        failures++
        throw error
      }
    },
    sources: () => fetched(sources),
  }
  startSearch(root, window, loading)
}

startPage(start)
