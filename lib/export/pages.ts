import { EARLY_SCRIPT } from './early-script.ts'
import type { ExportedPage } from './exported-page.ts'
import type { Fault } from './fault.ts'
import { PAGE_SCRIPT_NAMES, type PageScriptName, pageScriptRule } from './page-scripts.ts'

export interface PageRules {
  /** Address of the site without path: `https://floorwalk.example`. */
  origin: string
  /** Addresses of pages that keep Next's scripts. */
  live: ReadonlySet<string>
}

/** The page hosts send for addresses that do not exist. It has no address of its own. */
export const NOT_FOUND = '/404.html'

/** Which page script this is, loaded as it must be: by its lasting name, as a module. */
const pageScriptOf = ({ source, type, own }: ExportedPage['scripts'][number]) =>
  PAGE_SCRIPT_NAMES.find(
    (name) => own === name && type === 'module' && new RegExp(`^/_next/static/${name}\\.[0-9a-f]{10}\\.js$`).test(source),
  )

/** The export must hold exactly the pages of the library and the not-found page: Next drops doubles in silence. */
export function listFaults(exported: readonly string[], expected: readonly string[]): Fault[] {
  const have = new Set(exported)
  const want = new Set([...expected, NOT_FOUND])
  return [
    ...[...want]
      .filter((address) => !have.has(address))
      .map((page) => ({
        page,
        message: 'was not built, though the content has it. Look at its generateStaticParams and for two pages with one address.',
      })),
    ...[...have]
      .filter((address) => !want.has(address))
      .map((page) => ({ page, message: 'was built, though the library does not name it. Add it to the fixed pages or remove its route.' })),
  ]
}

/** What holds for everything that readers open, in a tab or in a frame. */
export function basicFaults(page: ExportedPage, origin: string): Fault[] {
  const faults: Fault[] = []
  const say = (message: string) => faults.push({ page: page.address, message })
  if (page.lang === '') say('has no lang on <html>. Screen readers need it to choose a voice.')
  if (page.title === '') say('has no title.')
  if (page.topHeadings.length !== 1) say(`has ${page.topHeadings.length} h1 headings; a page has exactly one.`)
  else if (page.topHeadings[0] === '') say('has an empty h1 heading.')
  for (const id of new Set(page.doubleIds)) say(`uses the id "${id}" twice, so links to it are unsure. Rename one.`)
  for (const thing of page.forbidden) say(`holds ${thing}, which the security policy forbids. Remove it.`)
  if (page.styles.length > 0) say('holds a <style> element, which the security policy stops. Move it into a style sheet.')
  for (const { url, use, where } of page.references)
    if (use === 'resource' && new URL(url, origin).origin !== new URL(origin).origin)
      say(`makes readers’ browsers ask another host: ${where} ${url}. Nothing is loaded from elsewhere.`)
  return faults
}

/** Everything a page must have, and everything that may not be on it. */
export function pageFaults(page: ExportedPage, { origin, live }: PageRules): Fault[] {
  const faults = basicFaults(page, origin)
  const say = (message: string) => faults.push({ page: page.address, message })
  const isExpected = (name: PageScriptName | undefined) => name !== undefined && pageScriptRule(name).pages?.test(page.address) === true

  if (page.description === '') say('has no description.')
  if (page.address === NOT_FOUND) {
    if (page.canonical !== '') say('has a canonical address, but it stands for addresses that do not exist. Remove it.')
  } else if (page.canonical !== origin + page.address)
    say(`says its canonical address is "${page.canonical}"; it is ${origin + page.address}. Use pageMetadata with the page’s own address.`)
  for (const script of page.scripts) {
    if (script.type === 'application/ld+json') {
      if (!isJson(script.code)) say('holds JSON-LD that cannot be read.')
    } else if (script.source === '') {
      if (script.own !== 'early' || script.code !== EARLY_SCRIPT)
        say(`holds an inline script that is not ours: ${script.code.slice(0, 40)}`)
      else if (!/^\/_next\/static\/enhance\.[0-9a-f]+\.js$/.test(script.later))
        say(`loads ${script.later || 'nothing'} as our script, which it is not.`)
    } else if (isExpected(pageScriptOf(script))) {
      // Ours, and needed here.
    } else if (!live.has(page.address) || !script.source.startsWith('/_next/static/'))
      say(`loads the script ${script.source}, which is not ours.`)
  }
  for (const name of PAGE_SCRIPT_NAMES)
    if (isExpected(name) && page.scripts.filter((script) => pageScriptOf(script) === name).length !== 1)
      say(`does not load the script "${name}" once, which lib/export/page-scripts.ts promises. Let the page name it, or change the list.`)
  return faults
}

function isJson(code: string): boolean {
  try {
    JSON.parse(code)
    return true
  } catch {
    return false
  }
}
