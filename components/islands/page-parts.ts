/** Makes an element, with a class and a text if they are given. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = page.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

/** Writes a text. Screen readers say what is written anew, so what stays the same is left alone. */
export function say(place: Element | null | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text
}

/**
 * Starts the script of a page. Where the framework was not taken out (npm run dev), it takes over the page first: it would throw
 * away what it does not know.
 */
export function startPage(start: () => void): void {
  if ('__next_f' in window) addEventListener('load', () => setTimeout(start, 1000))
  else start()
}
