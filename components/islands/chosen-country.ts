/** Where `public/enhance.js` keeps the country whose pay a reader wants to see, by the id of its page. */
const COUNTRY_KEY = 'floorwalk-country'

/** The country that the reader chose last; empty when there is none or the browser keeps nothing. */
export function chosenCountry(): string {
  try {
    return localStorage.getItem(COUNTRY_KEY) ?? ''
  } catch {
    return ''
  }
}

/** Remembers it for every page. */
export function chooseCountry(id: string): void {
  try {
    localStorage.setItem(COUNTRY_KEY, id)
  } catch {
    // Blocked or full: the choice holds for this page only.
  }
}
