/** What search engines show of a page. */
export interface Shown {
  address: string
  title: string
  description: string
}

/** Characters that search engines show of each; they cut longer ones, and shorter descriptions they replace. */
const LENGTHS = { title: [10, 120], description: [40, 160] } as const

/** Pages that a reader of search results could not tell apart or would see cut, each with what to do. */
export function resultFaults(pages: readonly Shown[]): string[] {
  const seen = new Map<string, string>()
  return pages.flatMap((page) =>
    (['title', 'description'] as const).flatMap((what) => {
      const said = page[what]
      const [least, most] = LENGTHS[what]
      const key = `${what} ${said.toLowerCase()}`
      const other = seen.get(key)
      seen.set(key, other ?? page.address)
      return [
        ...(other === undefined ? [] : [`${page.address} has the ${what} of ${other}: "${said}". Say in both what sets them apart.`]),
        ...(said.length < least || said.length > most
          ? [`${page.address} has a ${what} of ${said.length} characters: "${said}". Search engines show ${least} to ${most}.`]
          : []),
      ]
    }),
  )
}
