import { KEEP_INDEX, type KeepList, type KeepOffer, keepListAddress } from '#lib/reader/keep-list.ts'
import {
  KeepError,
  type KeepTrouble,
  type KeptStanding,
  keepList,
  removeList,
  type Surroundings,
  standingOf,
} from '#lib/reader/kept-store.ts'
import { fetchJson, hasList } from './fetch-json.ts'
import { element, say } from './page-parts.ts'

/** What the browser of a page gives to the control, or undefined where nothing can be kept: no worker, no https, a private window. */
export function surroundingsOf(window: Window & typeof globalThis): Surroundings | undefined {
  if (!('caches' in window) || !('serviceWorker' in window.navigator) || !window.crypto?.subtle) return undefined
  return {
    caches: window.caches,
    load: (input, init) => window.fetch(input, init),
    digest: (bytes) => window.crypto.subtle.digest('SHA-256', bytes),
    now: () => Date.now(),
  }
}

export const sizeWords = (bytes: number) =>
  bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const dayWords = (time: number) => new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const TROUBLE: Record<KeepTrouble, string> = {
  full: 'There is not enough room on this phone. What had come was taken away again.',
  changed: 'The guide was changed while it was being fetched. Try again: what has not changed is not fetched twice.',
  stopped: 'Stopped. What had come was taken away again.',
  lost: 'The connection broke off. What has come waits here; go on when you have a connection.',
}

const REFUSED = 'Your browser does not let this site keep anything. A private window does that, and some settings.'

const isList = (found: unknown): found is KeepList => hasList(found, 'files')

let index: Promise<readonly KeepOffer[]> | undefined

/** The offers, fetched once for all controls of a page; asked again when they did not come. */
function offers(): Promise<readonly KeepOffer[]> {
  index ??= fetchJson(KEEP_INDEX, (found): found is { offers: KeepOffer[] } => hasList(found, 'offers')).then(
    (found) => found.offers,
    (error: unknown) => {
      index = undefined
      throw error
    },
  )
  return index
}

/**
 * Lets a reader keep one list of the guide: says what it costs before, how far it is, and takes it away again. `place` names the list
 * in `data-keep` and is hidden until this runs. `onChange` hears of everything that came or went.
 */
export async function startKeeping(place: HTMLElement, surroundings: Surroundings, onChange: () => void = () => {}): Promise<void> {
  const page = place.ownerDocument
  const id = place.dataset.keep ?? ''
  const name = place.dataset.keepName ?? ''
  const status = element(page, 'p', 'keep-says')
  status.role = 'status'
  status.tabIndex = -1
  const bar = element(page, 'progress')
  bar.ariaLabel = `Fetching: ${name}`
  const row = element(page, 'p', 'keep-acts')
  const button = (text: string, act: () => void) => {
    const made = element(page, 'button')
    made.type = 'button'
    made.append(page.createTextNode(text), element(page, 'span', 'sr-only', `: ${name}`))
    made.addEventListener('click', act)
    row.append(made)
    return made
  }
  let running: AbortController | undefined
  const keep = button('', () => void start())
  const stop = button('Stop', () => running?.abort())
  const remove = button('Remove', () => void takeAway())
  place.replaceChildren(status, bar, row)

  let offer: KeepOffer | undefined
  const show = async (trouble = '') => {
    offer ??= await offers().then(
      (found) => found.find((each) => each.id === id),
      () => undefined,
    )
    const standing = await standingOf(surroundings, id)
    const had = page.activeElement
    bar.hidden = stop.hidden = true
    remove.hidden = !standing.whole && !standing.begun
    const wish = wishOf(standing, offer)
    keep.hidden = wish === undefined
    if (wish && keep.firstChild) keep.firstChild.nodeValue = wish
    say(status, [trouble, standingWords(standing, offer)].filter(Boolean).join(' '))
    place.hidden = false
    // A button that goes leaves the focus where its outcome is told.
    if (had && row.contains(had) && (had as HTMLElement).hidden) status.focus()
  }

  const start = async () => {
    const controller = new AbortController()
    running = controller
    keep.hidden = remove.hidden = true
    stop.hidden = bar.hidden = false
    bar.removeAttribute('value')
    stop.focus()
    let trouble = ''
    try {
      await navigator.serviceWorker.register('/sw.js').catch(() => {
        throw new Error(REFUSED)
      })
      const list = await fetchJson(keepListAddress(id), isList, controller.signal)
      const total = list.files.reduce((sum, [, , bytes]) => sum + bytes, 0)
      const room = offer?.room ?? 0
      const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {}
      if (quota - usage < room) throw new KeepError('full', 'No room.')
      bar.max = total
      // Said four times on the way, not at every file: a screen reader would not come to an end.
      let told = -1
      const onProgress = (bytes: number) => {
        bar.value = bytes
        const quarter = Math.floor((bytes / total) * 4)
        if (quarter > told) say(status, `${sizeWords(bytes)} of ${sizeWords(total)} …`)
        told = quarter
      }
      await keepList(surroundings, list, { signal: controller.signal, onProgress })
      // A browser that is short of room takes away first what it was not asked to keep.
      await navigator.storage?.persist?.().catch(() => false)
    } catch (error) {
      const reason = error instanceof KeepError ? error.trouble : controller.signal.aborted ? 'stopped' : 'lost'
      trouble = error instanceof Error && error.message === REFUSED ? REFUSED : TROUBLE[reason]
    }
    running = undefined
    offer = undefined
    index = undefined
    await show(trouble)
    onChange()
  }

  const takeAway = async () => {
    await removeList(surroundings, id)
    await show('Removed.')
    onChange()
  }

  await show()
}

function wishOf({ whole, begun }: KeptStanding, offer: KeepOffer | undefined): string | undefined {
  if (begun) return 'Go on'
  if (!offer) return undefined
  if (!whole) return `Keep it offline (${sizeWords(offer.bytes)})`
  return whole.revision === offer.revision ? undefined : 'Get the newer version'
}

function standingWords({ whole, begun }: KeptStanding, offer: KeepOffer | undefined): string {
  const total = (list: KeepList) => list.files.reduce((sum, [, , bytes]) => sum + bytes, 0)
  const older = whole ? ` Until then your copy of ${dayWords(Date.parse(whole.on))} stays.` : ''
  if (begun) return `Not complete: ${sizeWords(begun.bytes)} of ${sizeWords(total(begun.list))} are here.${older}`
  if (whole) {
    const kept = `Kept on this phone since ${dayWords(Date.parse(whole.on))}: ${sizeWords(total(whole))} of data.`
    if (!offer || offer.revision === whole.revision) return kept
    return `${kept} There is a newer version, at most ${sizeWords(offer.bytes)}; what has not changed is not fetched again.`
  }
  if (!offer) return 'Not kept. How much it is can be said when there is a connection.'
  return `Not kept. ${sizeWords(offer.bytes)} of data for ${offer.pages} ${offer.pages === 1 ? 'page' : 'pages'}, about ${sizeWords(offer.room)} of room on the phone.`
}
