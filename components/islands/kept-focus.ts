/** What can take the focus where a control has gone. */
const CONTROLS = 'a[href], button, input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary'

/**
 * Keeps the focus in the page. Many controls go away with what they did, and the focus with them: a reader with a keyboard or a
 * screen reader would then begin again at the top. It goes to what stands beside the lost control, else to the line that says what
 * was done, else to where it was before, else to the page's text. Returns how to stop it.
 */
export function keepFocus(island: HTMLElement): () => void {
  /** What has the focus, or had it last, and everything around it. */
  let way: Element[] = []
  /** What had it last outside the line of acts, which goes away on its own. */
  let outside: HTMLElement | undefined
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    way = []
    for (let element: Element | null = target; element; element = element.parentElement) way.push(element)
    if (!target.closest('.acts')) outside = target
  }
  // A press elsewhere takes the focus away on purpose.
  const forget = ({ target }: Event) => {
    if (!(target instanceof Node && way[0]?.contains(target))) way = []
  }
  const observer = new MutationObserver(() => {
    const { activeElement, body } = island.ownerDocument
    if (way.length === 0 || way[0]?.isConnected || (activeElement && activeElement !== body)) return
    const row = way.find((element) => element.isConnected && element.matches('.acts-row'))
    const line = island.querySelector('.acts[data-shown="true"] [role=status]')
    const places = [row?.querySelector(CONTROLS), line, outside?.isConnected ? outside : undefined, island.closest('main')]
    way = []
    for (const place of places) {
      if (!(place instanceof HTMLElement)) continue
      place.focus({ preventScroll: place.matches('main') })
      if (island.ownerDocument.activeElement === place) return
    }
  })
  island.addEventListener('focusin', note)
  island.ownerDocument.addEventListener('pointerdown', forget)
  observer.observe(island, { childList: true, subtree: true })
  return () => {
    island.removeEventListener('focusin', note)
    island.ownerDocument.removeEventListener('pointerdown', forget)
    observer.disconnect()
  }
}
