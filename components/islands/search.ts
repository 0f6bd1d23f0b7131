import type { Answer, Found, Search, Stretch } from '#lib/reader/search.ts'
import type { SearchIndex } from '#lib/reader/search-index.ts'
import { element, say } from './page-parts.ts'

/** How the page gets what it does not carry. Each may fail, and may be asked again after that. */
export interface Loading {
  search: () => Promise<Search>
  sources: () => Promise<SearchIndex>
}

/** Milliseconds without a key before a question is looked up, and before it goes into the address. */
const PAUSE = 120
const ADDRESS_PAUSE = 500
/** Milliseconds after which loading is mentioned, and after which it is called slow. */
const NOTICEABLE = 400
const SLOW = 8000
/** As much of a question as the field takes and the search reads. */
const LONGEST = 200
/** Results that stand first, whatever their kind. */
const BEST = 3

/** What the address asks for. */
interface Asked {
  question: string
  /** Whether publications are searched too. */
  sources: boolean
}

/**
 * Wakes the search of a page that stays complete without it. `root` holds the form (`data-form`), the line of news
 * (`role=status`), the place of the results (`data-results`) and what stands there while nobody asks (`data-idle`). `root` is told
 * what the page shows (`data-shows`), so that until then the style may keep the list out of the way of an answer.
 */
export function startSearch(root: HTMLElement, view: Window, loading: Loading): void {
  const page = root.ownerDocument
  const form = root.querySelector<HTMLFormElement>('[data-form]')
  const input = form?.querySelector<HTMLInputElement>('input[type=search]')
  const status = root.querySelector<HTMLElement>('[role=status]')
  const place = root.querySelector<HTMLElement>('[data-results]')
  if (!form || !input || !status || !place) return
  const title = page.title
  let search: Promise<Search> | undefined
  let withSources: Promise<void> | undefined
  let sources = false
  let cut = false
  /** Counts questions, so that the answer to an older one is thrown away. */
  let turn = 0
  let pause = 0
  let addressPause = 0

  /** Loads once what a question needs. What failed is asked for again at the next question. */
  async function ready(): Promise<Search> {
    search ??= loading.search().catch((error) => {
      search = undefined
      throw error
    })
    const engine = await search
    if (sources) {
      withSources ??= loading.sources().then(engine.add, (error) => {
        withSources = undefined
        throw error
      })
      await withSources
    }
    return engine
  }

  async function ask() {
    const mine = ++turn
    const question = input?.value.trim() ?? ''
    if (question === '') {
      show()
      tell('')
      return
    }
    const waits = [
      view.setTimeout(() => mine === turn && tell('Loading the search …'), NOTICEABLE),
      view.setTimeout(() => mine === turn && tell('Still loading: the connection is slow. The list below is complete meanwhile.'), SLOW),
    ]
    const engine = await ready().catch(() => undefined)
    for (const wait of waits) view.clearTimeout(wait)
    if (mine !== turn) return
    if (engine) {
      const answer = engine.ask(question)
      show(answer, question)
      tell(news(answer, question, cut))
      return
    }
    show()
    place?.replaceChildren(button('Try again', ask))
    if (place) place.hidden = false
    tell('The search could not be loaded. Check your connection and try again. The list below works without it.')
  }

  const tell = (text: string) => say(status, text)

  function show(answer?: Answer, question = '') {
    root.dataset.shows = answer ? 'answers' : 'all'
    for (const part of page.querySelectorAll<HTMLElement>('[data-idle]')) part.hidden = answer !== undefined && answer.found.length > 0
    if (!place) return
    place.hidden = !answer
    place.replaceChildren(...(answer ? parts(answer, question) : []))
  }

  function parts({ found, nearest }: Answer, question: string): Node[] {
    const kinds = [...new Set(found.slice(BEST).map(({ kind }) => kind))]
    const groups = [
      ...(found.length > 0 ? [{ name: found.length > BEST ? 'Best answers' : 'Answers', entries: found.slice(0, BEST), mixed: true }] : []),
      ...kinds.map((kind) => {
        const entries = found.slice(BEST).filter((each) => each.kind === kind)
        return { name: entries[0]?.kindName ?? '', entries, mixed: false }
      }),
    ]
    return [
      ...(nearest.length > 0 ? [element(page, 'p', '', 'The nearest names in the guide:'), nearestList(nearest)] : []),
      ...groups.map(group),
      ...(sources ? [] : [sourcesLine(question)]),
    ]
  }

  function group({ name, entries, mixed }: { name: string; entries: readonly Found[]; mixed: boolean }) {
    const section = element(page, 'section')
    const list = element(page, 'ol', 'found')
    list.append(...entries.map((each) => item(each, mixed)))
    section.append(element(page, 'h2', '', name), list)
    return section
  }

  function item({ address, title, section, name, summary, kindName }: Found, mixed: boolean) {
    const made = element(page, 'li')
    const link = element(page, 'a')
    link.href = address
    link.append(...marked(title))
    if (section) {
      const part = element(page, 'span', 'found-part')
      part.append(' › ', ...marked(section))
      link.append(part)
    }
    made.append(link)
    if (mixed) made.append(' ', element(page, 'small', '', kindName))
    if (name) {
      const also = element(page, 'p', 'src', 'Also called ')
      also.append(...marked(name))
      made.append(also)
    }
    const text = element(page, 'p')
    text.append(...marked(summary))
    made.append(text)
    return made
  }

  function nearestList(nearest: Answer['nearest']) {
    const list = element(page, 'ul', 'found')
    for (const { title: name, address } of nearest) {
      const line = element(page, 'li')
      const link = element(page, 'a', '', name)
      link.href = address
      line.append(link)
      list.append(line)
    }
    return list
  }

  function sourcesLine(question: string) {
    const line = element(page, 'p', 'found-more')
    line.append(
      button('Look in the sources too', () => {
        sources = true
        write({ question, sources }, 'push')
        // The button goes, so the field takes what it had.
        input?.focus()
        ask()
      }),
      element(page, 'small', '', 'Every publication that a figure of the guide rests on.'),
    )
    return line
  }

  const marked = (stretches: readonly Stretch[]) =>
    stretches.map(([text, hit]) => (hit ? element(page, 'mark', '', text) : page.createTextNode(text)))

  function button(text: string, act: () => void) {
    const made = element(page, 'button', '', text)
    made.type = 'button'
    made.addEventListener('click', act)
    return made
  }

  /** Puts a question into the address, so that it can be shared and Back leads to it. */
  function write({ question, sources: also }: Asked, how: 'push' | 'replace') {
    view.clearTimeout(addressPause)
    const query = new URLSearchParams({ ...(question ? { q: question } : {}), ...(also ? { in: 'sources' } : {}) }).toString()
    const address = view.location.pathname + (query ? `?${query}` : '')
    page.title = question ? `${question} · ${title}` : title
    if (address === view.location.pathname + view.location.search) return
    try {
      if (how === 'push') view.history.pushState(null, '', address)
      else view.history.replaceState(null, '', address)
    } catch {
      // Browsers refuse when it changes too often: the next change writes it.
    }
  }

  /** Takes over what the address asks for. */
  function read() {
    const asked = askedBy(view.location.search)
    sources = asked.sources
    cut = asked.question.length > LONGEST
    if (input) input.value = asked.question.slice(0, LONGEST)
    page.title = input?.value ? `${input.value} · ${title}` : title
    return ask()
  }

  input.addEventListener('input', () => {
    cut = false
    view.clearTimeout(pause)
    view.clearTimeout(addressPause)
    pause = view.setTimeout(ask, PAUSE)
    addressPause = view.setTimeout(() => write({ question: input.value.trim(), sources }, 'replace'), ADDRESS_PAUSE)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    view.clearTimeout(pause)
    write({ question: input.value.trim(), sources }, 'push')
    ask()
    // On a phone the keyboard covers the results.
    if (view.matchMedia?.('(pointer: coarse)').matches) input.blur()
  })
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-ask]')
    // Who opens an answer before the address is written must find the question when they come back.
    if (!link) write({ question: input.value.trim(), sources }, 'replace')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    view.history.pushState(null, '', link.href)
    read()
    input.focus()
  })
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
    const links = [...place.querySelectorAll<HTMLElement>('a')]
    const at = links.indexOf(page.activeElement as HTMLElement)
    const inField = page.activeElement === input
    if (event.key === 'Escape' && at >= 0) input.focus()
    else if (event.key === 'Escape' && inField && input.value !== '') {
      input.value = ''
      write({ question: '', sources }, 'replace')
      ask()
    } else if (event.key === 'ArrowDown' && (inField || at >= 0)) links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus()
    else return
    event.preventDefault()
  })
  view.addEventListener('popstate', read)

  form.hidden = false
  root.dataset.awake = ''
  read()
  // Where the key / leads from other pages.
  if (view.location.hash === '#find') input.focus()
}

/** What the query of an address asks for. Several questions are one. */
function askedBy(query: string): Asked {
  const parameters = new URLSearchParams(query)
  return {
    question: parameters
      .getAll('q')
      .join(' ')
      .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
      .trim(),
    sources: parameters.get('in') === 'sources',
  }
}

function news({ found, corrected, nearest }: Answer, question: string, cut: boolean): string {
  const first = `${cut ? 'Only the beginning of your question was read. ' : ''}${corrected.map(([typed, instead]) => `No page has “${typed}”, these have “${instead}”. `).join('')}`
  if (found.length === 0)
    return `${first}Nothing found for “${question}”. ${nearest.length > 0 ? 'The nearest names are below.' : 'Try another word for it, or look in the list below.'}`
  return `${first}${found.length} ${found.length === 1 ? 'page' : 'pages'} found for “${question}”.`
}
