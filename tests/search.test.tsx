import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Loading, startSearch } from '#components/islands/search.ts'
import { SearchPage } from '#components/search/search-page.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { createSearch } from '#lib/reader/search.ts'
import { searchIndex, sourceIndex } from '#lib/search-index.ts'

const { library } = loadLibrary('tests/fixtures/small')

/** The page of the search as the export writes it, at an address, with its script started on it. */
function page(query = '', loading: Partial<Loading> = {}) {
  history.replaceState(null, '', `/search/${query}`)
  const { container } = render(<SearchPage library={library} />)
  const load = {
    search: vi.fn(loading.search ?? (async () => createSearch(searchIndex(library)))),
    sources: vi.fn(loading.sources ?? (async () => sourceIndex(library))),
  }
  startSearch(container.querySelector('[data-search]') as HTMLElement, window, load)
  return { container, load }
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox')
const status = () => screen.getByRole('status').textContent
const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-results] a')]
const addresses = () => links().map((link) => link.getAttribute('href'))
const settled = async (milliseconds = 1000) => vi.advanceTimersByTimeAsync(milliseconds)

async function type(text: string) {
  fireEvent.input(field(), { target: { value: text } })
  await settled()
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

beforeEach(() => {
  vi.useFakeTimers()
  document.title = 'Search · Floorwalk'
})
afterEach(() => {
  // A page that is left asks nothing more.
  cleanup()
  vi.useRealTimers()
})

describe('the page of the search', () => {
  it('loads nothing before the first question', async () => {
    const { load } = page()
    field().focus()
    await settled()
    expect(load.search).not.toHaveBeenCalled()
    await type('   ')
    expect(load.search).not.toHaveBeenCalled()
    await type('team leader')
    await type('trainer')
    expect(load.search).toHaveBeenCalledTimes(1)
    expect(load.sources).not.toHaveBeenCalled()
  })

  it('shows what is found, best first, marks the question and says how many pages there are', async () => {
    page()
    await type('team leader')
    expect(addresses()[0]).toBe('/roles/team-leader/')
    expect(status()).toMatch(/^\d+ pages? found for “team leader”\.$/)
    expect([...document.querySelectorAll('mark')].map((each) => each.textContent?.toLowerCase())).toContain('team')
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toMatch(/^(?:Best answers|Answers)$/)
  })
})
