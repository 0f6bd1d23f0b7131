import { absolute } from './site.ts'

/** The languages of the guide as BCP 47 tags. The first is the one it is written in; only it stands at bare addresses. */
export const LANGUAGES: readonly [string, ...string[]] = ['en']

/** Where a page stands in a language. `address` is its path in the first language, with both slashes: `/roles/trainer/` → `/fil/roles/trainer/`. */
export const addressIn = (language: string, address: string) => (language === LANGUAGES[0] ? address : `/${language}${address}`)

/**
 * What search engines are told of a page that stands in several languages: for each its whole address, the page itself included, and
 * `x-default` for readers of all others. It depends on the page alone and not on who asks, so every version names the same ones, as
 * search engines demand. Nothing for a page in one language, since there is nothing to choose.
 */
export function languageAlternates(address: string, languages: readonly string[] = LANGUAGES): Record<string, string> | undefined {
  if (languages.length < 2) return undefined
  const known = [...languages].sort()
  const fallback = known.includes(LANGUAGES[0]) ? LANGUAGES[0] : (known[0] ?? LANGUAGES[0])
  const whole = (language: string) => absolute(addressIn(language, address))
  return { ...Object.fromEntries(known.map((language) => [language, whole(language)])), 'x-default': whole(fallback) }
}
