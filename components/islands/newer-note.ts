import { element } from './page-parts.ts'

/**
 * Says on an open page that the guide has a newer version of it. It stands at the foot of the window until the reader takes it or
 * puts it away; nothing is loaded anew by itself. Its look comes with it, so that no other page pays for it.
 */
export function showNewerNote(page: Document, reload: () => void): void {
  if (page.querySelector('[data-newer]')) return
  const note = element(page, 'p', '', 'This page has changed since you opened it. ')
  note.role = 'status'
  note.dataset.newer = ''
  const button = (text: string, act: () => void) => {
    const made = element(page, 'button', '', text)
    made.type = 'button'
    made.onclick = act
    note.append(made, ' ')
  }
  button('Show it', reload)
  button('Not now', () => note.remove())
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '[data-newer]{position:fixed;inset:auto 0 0;z-index:9;margin:0;padding:.5rem 1rem;background:var(--ink);color:var(--sheet)}[data-newer] button{min-height:2.75rem;padding:0 .8rem;margin-left:.4rem;border:2px solid;color:inherit;cursor:pointer}@media print{[data-newer]{display:none}}',
    )
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
  } catch {
    // An older browser shows it plain, at the end of the page.
  }
  page.body.append(note)
}
