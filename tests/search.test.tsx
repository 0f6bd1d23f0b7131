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
    await type('coaching')
    expect(load.search).toHaveBeenCalledTimes(1)
    expect(load.sources).not.toHaveBeenCalled()
  })

  it('shows what is found, best first, marks the question and says how many pages there are', async () => {
    page()
    await type('team leader')
    expect(addresses()[0]).toBe('/roles/team-leader/')
    expect(status()).toMatch(/^\d+ pages? found for “team leader”\.$/)
    expect([...document.querySelectorAll('mark')].map((each) => each.textContent?.toLowerCase())).toContain('team leader')
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toMatch(/^(?:Best answers|Answers)$/)
  })

  it('groups by kind what comes after the best', async () => {
    page()
    await type('work')
    expect(links().length).toBeGreaterThan(4)
    const [best, ...groups] = [...document.querySelectorAll('[data-results] section')]
    expect(best?.querySelectorAll('li')).toHaveLength(3)
    expect(best?.querySelectorAll('small')).toHaveLength(3)
    expect(groups.length).toBeGreaterThan(0)
    const names = groups.map((group) => group.querySelector('h2')?.textContent)
    expect(new Set(names).size).toBe(names.length)
  })

  it('puts answers in the place of examples and list, and gives them back when the field is empty', async () => {
    page()
    const list = screen.getByRole('heading', { name: 'Everything, A to Z' })
    const examples = screen.getByRole('heading', { name: 'What can I type?' })
    const hidden = () => [list, examples].map((each) => each.closest('[data-idle]')?.hasAttribute('hidden'))
    expect(hidden()).toEqual([false, false])
    await type('coaching')
    expect(hidden()).toEqual([true, true])
    await type('')
    expect(hidden()).toEqual([false, false])
    expect(links()).toEqual([])
    expect(status()).toBe('')
  })

  it('names what it took a misspelt word for', async () => {
    page()
    await type('caoching')
    expect(addresses()[0]).toBe('/skills/coaching/')
    expect(status()).toMatch(/^No page has “caoching”, these have “coaching”\. /)
  })

  it('offers the nearest names when nothing matches, and the whole list stays', async () => {
    page()
    await type('coachingship')
    expect(status()).toBe('Nothing found for “coachingship”. The nearest names are below.')
    expect(addresses()).toContain('/skills/coaching/')
    expect(screen.getByRole('heading', { name: 'Everything, A to Z' }).closest('[hidden]')).toBeNull()
    await type('zzzz')
    expect(status()).toBe('Nothing found for “zzzz”. Try another word for it, or look in the list below.')
  })

  it('writes what a question holds as text, never as markup', async () => {
    page()
    await type('<img src=x onerror=alert(1)> team')
    expect(document.querySelector('[data-results] img')).toBeNull()
    expect(status()).toContain('“<img src=x onerror=alert(1)> team”')
  })

  it('searches the publications when it is asked to, and says so in the address', async () => {
    const { load } = page('?q=survey')
    await settled()
    expect(addresses().filter((each) => each?.startsWith('/sources/floor'))).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Look in the sources too' }))
    await settled()
    expect(load.sources).toHaveBeenCalledTimes(1)
    expect(addresses()).toContain('/sources/floor-survey/')
    expect(location.search).toBe('?q=survey&in=sources')
    expect(document.activeElement).toBe(field())
    expect(screen.queryByRole('button', { name: 'Look in the sources too' })).toBeNull()
  })
})

describe('the keyboard', () => {
  it('moves through the answers with the arrows, and back into the field', async () => {
    page()
    field().focus()
    await type('team')
    press('ArrowDown')
    expect(document.activeElement).toBe(links()[0])
    press('ArrowDown')
    expect(document.activeElement).toBe(links()[1])
    press('ArrowUp')
    press('ArrowUp')
    expect(document.activeElement).toBe(field())
    press('ArrowUp')
    expect(document.activeElement).toBe(field())
  })

  it('stops at the last answer', async () => {
    page()
    field().focus()
    await type('team')
    for (let presses = 0; presses < links().length + 5; presses++) press('ArrowDown')
    expect(document.activeElement).toBe(links().at(-1))
  })

  it('leads from an answer back to the field with Escape, and empties the field with another', async () => {
    page('?q=team')
    await settled()
    field().focus()
    press('ArrowDown')
    press('Escape')
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe('team')
    press('Escape')
    await settled()
    expect(field().value).toBe('')
    expect(links()).toEqual([])
    expect(location.search).toBe('')
  })

  it('leaves keys alone that are pressed with another or while a word is composed', async () => {
    page()
    field().focus()
    await type('team')
    for (const extra of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }, { isComposing: true }])
      expect(fireEvent.keyDown(field(), { key: 'ArrowDown', ...extra })).toBe(true)
    expect(document.activeElement).toBe(field())
  })
})

describe('the address', () => {
  it('opens what it asks for', async () => {
    page('?q=team+leader')
    await settled()
    expect(field().value).toBe('team leader')
    expect(addresses()[0]).toBe('/roles/team-leader/')
    expect(document.title).toBe('team leader · Search · Floorwalk')
  })

  it('follows what is typed without a new entry in the history, and takes one for Enter', async () => {
    page()
    const before = history.length
    await type('team')
    expect(location.search).toBe('?q=team')
    expect(history.length).toBe(before)
    fireEvent.input(field(), { target: { value: 'coaching' } })
    fireEvent.submit(screen.getByRole('search'))
    await settled()
    expect(location.search).toBe('?q=coaching')
    expect(history.length).toBe(before + 1)
  })

  it('is written before an answer is opened, however fast that is', async () => {
    page()
    fireEvent.input(field(), { target: { value: 'team leader' } })
    await settled(200)
    expect(location.search).toBe('')
    links()[0]?.addEventListener('click', (event) => event.preventDefault())
    fireEvent.click(links()[0] as HTMLAnchorElement)
    expect(location.search).toBe('?q=team+leader')
  })

  it('shows the question before when the reader goes back', async () => {
    page('?q=coaching')
    await settled()
    history.replaceState(null, '', '/search/?q=team+leader')
    fireEvent.popState(window)
    await settled()
    expect(field().value).toBe('team leader')
    expect(addresses()[0]).toBe('/roles/team-leader/')
  })

  it('is taken over from an example', async () => {
    const { container } = page()
    const example = container.querySelector<HTMLAnchorElement>('a[data-ask]')
    fireEvent.click(example as HTMLAnchorElement)
    await settled()
    expect(field().value).toBe(example?.textContent)
    expect(location.search).toBe(example?.search)
  })

  it.each([
    ['two questions', '?q=team&q=leader', 'team leader'],
    ['names it does not know', '?x=1&q=team&y', 'team'],
    ['a broken % code', '?q=%E0%A4%A+team', '\ufffd team'],
    ['control characters', '?q=team%00%07%0Aleader', 'team leader'],
    ['nothing', '?q=', ''],
  ])('may hold %s', async (_, query, value) => {
    page(query)
    await settled()
    expect(field().value.replace(/\ufffd+\S*/, '\ufffd')).toBe(value)
  })

  it('may hold a hundred thousand characters: the beginning is read, and that is said', async () => {
    page(`?q=team+${'x'.repeat(100_000)}`)
    await settled()
    expect(field().value).toHaveLength(200)
    expect(status()).toMatch(/^Only the beginning of your question was read\. /)
  })
})

describe('a network', () => {
  it('that is slow is told: what loads, then that the list is there meanwhile', async () => {
    page('?q=team', { search: () => new Promise(() => {}) })
    await settled(300)
    expect(status()).toBe('')
    await settled(300)
    expect(status()).toBe('Loading the search …')
    await settled(8000)
    expect(status()).toBe('Still loading: the connection is slow. The list below is complete meanwhile.')
    expect(screen.getByRole('heading', { name: 'Everything, A to Z' }).closest('[hidden]')).toBeNull()
  })

  it('that fails is told with what to do, and another attempt may succeed', async () => {
    let attempts = 0
    page('?q=team+leader', {
      search: async () => {
        if (++attempts === 1) throw new TypeError('Failed to fetch')
        return createSearch(searchIndex(library))
      },
    })
    await settled()
    expect(status()).toBe('The search could not be loaded. Check your connection and try again. The list below works without it.')
    expect(screen.getByRole('heading', { name: 'Everything, A to Z' }).closest('[hidden]')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await settled()
    expect(addresses()[0]).toBe('/roles/team-leader/')
  })

  it('that fails for the publications alone is told too', async () => {
    page('?q=team&in=sources', { sources: () => Promise.reject(new TypeError('Failed to fetch')) })
    await settled()
    expect(status()).toMatch(/^The search could not be loaded\./)
  })

  it('that answers late does not answer a newer question', async () => {
    let arrive: (search: ReturnType<typeof createSearch>) => void = () => {}
    page('', { search: () => new Promise((resolve) => (arrive = resolve)) })
    await type('coaching')
    await type('team leader')
    arrive(createSearch(searchIndex(library)))
    await settled()
    expect(addresses()[0]).toBe('/roles/team-leader/')
    expect(status()).toContain('“team leader”')
  })
})
