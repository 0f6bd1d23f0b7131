import { keptLists, type Surroundings } from '#lib/reader/kept-store.ts'
import { OFFLINE_PAGE, rememberedPages, VISITED } from '#lib/reader/visited-store.ts'
import { dayWords, sizeWords, startKeeping } from './keep-offline.ts'
import { element, say } from './page-parts.ts'

const NO_CONNECTION = 'You have no connection'

/** The page about reading offline: what can be kept, and what is on this phone. It also stands in for pages that are not. */
export async function startOffline(page: Document, address: string, surroundings: Surroundings | undefined): Promise<void> {
  const part = (name: string) => page.querySelector<HTMLElement>(`[data-offline=${name}]`)
  const reveal = (name: string) => {
    const found = part(name)
    if (found) found.hidden = false
    return found
  }
  if (address !== OFFLINE_PAGE) {
    reveal('missing')
    say(page.querySelector('h1'), NO_CONNECTION)
    page.title = NO_CONNECTION
    // Whoever asked for another page wants to know what there is instead, not how to get more.
    const here = part('here')
    if (here) part('missing')?.after(here)
  }
  const scripts = part('scripts')
  if (scripts) scripts.hidden = true
  if (!surroundings) {
    reveal('refused')
    return
  }
  const { caches } = surroundings
  const list = part('pages')
  const forget = page.querySelector<HTMLButtonElement>('[data-forget]')

  const show = async () => {
    reveal('here')
    const kept = await keptLists(surroundings)
    const seen = (await rememberedPages(caches)).filter(({ path }) => path !== OFFLINE_PAGE)
    const { usage } = (await navigator.storage?.estimate?.()) ?? {}
    say(part('room'), usage ? `The guide takes about ${sizeWords(usage)} of room on this phone.` : '')
    list?.replaceChildren(
      ...kept.map(({ title, files, on }) =>
        group(
          page,
          `Kept: ${title}`,
          `as of ${dayWords(Date.parse(on))}`,
          files.flatMap(([path, , , name]) => (name === undefined || path === OFFLINE_PAGE ? [] : [{ path, title: name }])),
        ),
      ),
      ...(seen.length > 0 ? [group(page, 'Pages you have opened', 'the last ones, latest first', seen)] : []),
    )
    const [first] = list?.querySelectorAll('details') ?? []
    if (first && (address !== OFFLINE_PAGE || !navigator.onLine)) first.open = true
    if (kept.length === 0 && seen.length === 0) list?.replaceChildren(element(page, 'p', '', 'No page yet.'))
    if (forget) forget.hidden = seen.length === 0
  }

  if (forget)
    forget.onclick = async () => {
      await caches.delete(VISITED)
      await show()
      list?.focus()
    }
  await show()
  await Promise.all(
    [...page.querySelectorAll<HTMLElement>('[data-keep]')].map((place) => startKeeping(place, surroundings, () => void show())),
  )
}

function group(page: Document, title: string, note: string, links: readonly { path: string; title: string }[]): HTMLElement {
  const made = element(page, 'details')
  const summary = element(page, 'summary')
  summary.append(element(page, 'b', '', title), ` ${note}, ${links.length} ${links.length === 1 ? 'page' : 'pages'}`)
  const items = element(page, 'ul', 'plain')
  for (const link of links) {
    const anchor = element(page, 'a', '', link.title)
    anchor.href = link.path
    const item = element(page, 'li')
    item.append(anchor)
    items.append(item)
  }
  made.append(summary, items)
  return made
}
