/** Where the choice lies that the key "/" shall do nothing. `public/enhance.js` reads it on every page. */
const SLASH_KEY = 'floorwalk-slash'

/** Lets readers switch the key off that leads to the search from every page, and on again. The box is marked `data-slash`. */
export function startSlashKey(page: Document, storage: () => Pick<Storage, 'getItem' | 'setItem'>): void {
  const box = page.querySelector<HTMLInputElement>('[data-slash]')
  if (!box) return
  try {
    box.checked = storage().getItem(SLASH_KEY) !== 'off'
  } catch {
    // Blocked: the key works, as the box says.
  }
  box.onchange = () => {
    try {
      storage().setItem(SLASH_KEY, box.checked ? 'on' : 'off')
    } catch {
      // Blocked or full: nothing can be kept, and the box must not say otherwise.
      box.checked = true
    }
  }
}
