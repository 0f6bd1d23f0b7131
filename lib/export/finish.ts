import type { Library } from '../content/library.ts'
import { embeds } from '../embed.ts'
import { EMBED_STYLES, isEmbed } from '../embed-address.ts'
import { keepBundles } from '../keep-bundles.ts'
import { firstAnchorsOnly } from '../row-anchors.ts'
import { SITE } from '../site.ts'
import { lastingCopy, minifiedEnhance, pageScriptFaults, withAddresses } from './assets.ts'
import { budgetFaults, type LiveWeight, liveBudgetFaults, liveWeightOf, type Weight, weightOf } from './budgets.ts'
import { compressedTwins } from './compression.ts'
import { judgePage } from './detectors.ts'
import { embedFaults, embedPage } from './embed-page.ts'
import { type ExportedPage, readPage } from './exported-page.ts'
import { type Fault, GateError } from './fault.ts'
import { clientReferences } from './flight.ts'
import { keepLists, versionOf } from './keep-lists.ts'
import { addressesIn, deadFileReferences, deadLinks } from './links.ts'
import { livePage } from './live-page.ts'
import { dataFaults } from './open-data.ts'
import { PAGE_SCRIPT_NAMES, pageScript } from './page-scripts.ts'
import { listFaults, NOT_FOUND, pageFaults } from './pages.ts'
import { hostRedirects, stubPage } from './redirects.ts'
import { SEARCH_DATA } from './search-data.ts'
import { hostHeaders, nginxConfig } from './security-headers.ts'
import { SERVICE_WORKER, withVersion } from './service-worker.ts'
import { shareCards } from './share-cards.ts'
import { addressOfFile, fileOfAddress, type SiteFiles } from './site-files.ts'
import { siteTexts } from './site-texts.ts'
import { stillPage } from './still-page.ts'
import { linkedStyles, rebased, styleBesidePage } from './style.ts'

export interface Finished {
  /** Everything that ships, compressed twins and files for hosts included. */
  files: SiteFiles
  /** Of still pages. */
  weights: Map<string, Weight>
  liveWeights: Map<string, LiveWeight>
}

/** Next writes its not-found page three times; hosts want the one at the root. */
const SPARE = /^(?:404|_not-found)\//
const PAYLOAD = /(?:^|\/)(?:index|__next\..*)\.txt$/
const TEXT = /\.(?:html|css|webmanifest)$|^(?:(?:sitemap|changes)\.xml|sw\.js)$/

/**
 * The gate: turns Next's export into the site that ships, or throws a GateError with everything that is wrong with it.
 * `raw` is not changed.
 */
export async function finishExport(raw: SiteFiles, library: Library, origin: string): Promise<Finished> {
  const files: SiteFiles = new Map([...raw].filter(([file]) => !SPARE.test(file)))
  const faults: Fault[] = []
  const stop = () => {
    if (faults.length > 0) throw new GateError(faults)
  }
  const htmlFiles = [...files.keys()].filter((file) => file.endsWith('.html'))
  const addresses = library.addresses()
  faults.push(
    ...listFaults(htmlFiles.map(addressOfFile), [...addresses, ...library.records(), ...embeds(library).map(({ address }) => address)]),
    ...dataFaults(files, library),
  )
  stop()

  const live = makePages(files, htmlFiles, faults)
  stop()
  removeUnread(files)

  const guide = htmlFiles.filter((file) => addresses.includes(addressOfFile(file)) || file === fileOfAddress(NOT_FOUND))
  const finished = new Map(guide.map((file) => [addressOfFile(file), textOf(files, file)]))
  const texts = await siteTexts(finished, { library, origin })
  faults.push(...texts.faults)
  for (const [file, bytes] of texts.files) files.set(file, bytes)

  const pages = new Map<string, ExportedPage>()
  for (const file of htmlFiles) {
    const address = addressOfFile(file)
    pages.set(address, readPage(address, textOf(files, file)))
  }
  const cards = await shareCards(new Map([...pages].filter(([address]) => !isEmbed(address))), library, origin)
  faults.push(...cards.faults)
  for (const [file, bytes] of cards.files) files.set(file, bytes)
  for (const redirect of library.redirects())
    files.set(fileOfAddress(redirect.from), Buffer.from(stubPage(redirect, pages.get(redirect.to)?.title ?? redirect.to, origin)))

  const twins = await compressedTwins(files)
  const sizeOf = (file: string) => (twins.get(`${file}.br`) ?? files.get(file) ?? '').length
  const weights = new Map<string, Weight>()
  const liveWeights = new Map<string, LiveWeight>()
  for (const page of pages.values()) {
    if (isEmbed(page.address)) faults.push(...embedFaults(page, { origin, pages: new Set(addresses) }))
    else faults.push(...pageFaults(page, { origin, live: new Set(live) }))
    if (live.includes(page.address)) {
      const weight = liveWeightOf(page, sizeOf)
      liveWeights.set(page.address, weight)
      faults.push(...liveBudgetFaults(page.address, weight))
      continue
    }
    const weight = weightOf(page, sizeOf, (file) => addressesIn(file, textOf(files, file)))
    weights.set(page.address, weight)
    faults.push(...budgetFaults(page.address, weight))
  }
  const names = new Set(files.keys())
  const named = new Map(
    [...files].filter(([file]) => TEXT.test(file) && !file.endsWith('.html')).map(([file]) => [file, textOf(files, file)]),
  )
  faults.push(...deadLinks({ origin, pages, files: names, texts: texts.links }), ...deadFileReferences(named, { origin, files: names }))
  stop()

  const late = lateFiles(files, library, pages, sizeOf)
  for (const [file, bytes] of [...late, ...twins, ...(await compressedTwins(late))]) files.set(file, bytes)
  files.set('_headers', Buffer.from(hostHeaders(names)))
  files.set('_redirects', Buffer.from(hostRedirects(library.redirects())))
  files.set('nginx.conf', Buffer.from(nginxConfig(library.redirects())))
  return { files, weights, liveWeights }
}

/** What can be said only of the finished site: what may be kept of it and how much that is, and the version that the worker is of. */
function lateFiles(
  files: SiteFiles,
  library: Library,
  pages: ReadonlyMap<string, ExportedPage>,
  sizeOf: (file: string) => number,
): SiteFiles {
  const titleOf = (address: string) => pages.get(address)?.title.replace(` · ${SITE.name}`, '') ?? address
  const late = keepLists(files, keepBundles(library), { sizeOf, titleOf })
  const worker = fileOfAddress(SERVICE_WORKER)
  late.set(worker, Buffer.from(withVersion(textOf(files, worker), versionOf(late))))
  return late
}

const textOf = (files: SiteFiles, file: string) => (files.get(file) ?? Buffer.alloc(0)).toString('utf8')

/** Changes every page into what readers get: still or live, with lasting names for what it loads, a still page with one style sheet. Returns the live ones. */
function makePages(files: SiteFiles, htmlFiles: string[], faults: Fault[]): string[] {
  const baseline = clientReferences(textOf(files, fileOfAddress(NOT_FOUND)))
  const renamed = lastingNames(files, faults)
  const common = linkedStyles(withAddresses(textOf(files, fileOfAddress(NOT_FOUND)), renamed))
  const live: string[] = []
  for (const file of htmlFiles) {
    const page = addressOfFile(file)
    const original = textOf(files, file)
    const judged = judgePage(page, original, baseline)
    if ('fault' in judged) {
      faults.push(judged.fault)
      continue
    }
    // Names first: what is moved or put inside afterwards is then named by its last content.
    const html = firstAnchorsOnly(withAddresses(original, renamed))
    let made: string
    if (judged.live) {
      // React would fetch a style sheet that it does not find linked, so live pages keep the link.
      const moved = livePage(page, html)
      if ('fault' in moved) {
        faults.push(moved.fault)
        continue
      }
      live.push(page)
      if (moved.file) files.set(moved.file.path, Buffer.from(moved.file.code))
      made = moved.html
    } else {
      const still = stillPage(html, baseline)
      made = isEmbed(page) ? styleBesidePage(embedPage(still, common), files, EMBED_STYLES) : styleBesidePage(still, files)
    }
    files.set(file, Buffer.from(made))
  }
  // With a live page about, Next's chunks may still ask for style sheets by their old names.
  for (const [from] of renamed) if (live.length === 0 || !from.endsWith('.css')) files.delete(fileOfAddress(from))
  return live
}

/** Names by content for what every page loads: our scripts, made small, the fonts, and the style sheets that name the fonts. */
function lastingNames(files: SiteFiles, faults: Fault[]): (readonly [string, string])[] {
  const enhance = files.get('enhance.js')
  if (enhance) {
    const small = minifiedEnhance(enhance.toString('utf8'))
    if ('fault' in small) faults.push(small.fault)
    else files.set('enhance.js', Buffer.from(small.code))
  }
  for (const name of PAGE_SCRIPT_NAMES) {
    const script = files.get(fileOfAddress(pageScript(name)))
    if (script) faults.push(...pageScriptFaults(name, script))
  }
  const copies = (ending: string) =>
    [...files.keys()]
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => {
        const pair = lastingCopy(files, file)
        return pair ? [pair] : []
      })
  const renamed = [
    ...copies('.woff2'),
    ...copies('enhance.js'),
    ...PAGE_SCRIPT_NAMES.filter((name) => name !== 'worker').flatMap((name) => copies(fileOfAddress(pageScript(name)))),
    ...Object.values(SEARCH_DATA).flatMap((address) => copies(fileOfAddress(address))),
  ]
  for (const file of files.keys())
    if (file.endsWith('.css')) files.set(file, Buffer.from(withAddresses(rebased(textOf(files, file), file), renamed)))
  return [...renamed, ...copies('.css'), ...workerNames(files, renamed, copies)]
}

/** The worker names another script of ours, and is itself named by the file that browsers ask again. */
function workerNames(files: SiteFiles, renamed: (readonly [string, string])[], copies: (ending: string) => [string, string][]) {
  const file = fileOfAddress(pageScript('worker'))
  if (!files.has(file)) return []
  files.set(file, Buffer.from(withAddresses(textOf(files, file), renamed)))
  const names = copies(file)
  const first = fileOfAddress(SERVICE_WORKER)
  files.set(first, Buffer.from(withAddresses(textOf(files, first), names)))
  return names
}

/**
 * Takes out what no reader's browser asks for: Next's payloads, which only its own links fetch and no page has any, and the files
 * that neither a page nor a script names. Scripts name each other by the end of their address.
 */
function removeUnread(files: SiteFiles) {
  for (const file of [...files.keys()]) if (PAYLOAD.test(file)) files.delete(file)
  const unread = new Set([...files.keys()].filter((file) => file.startsWith('_next/')))
  const texts = [...files.keys()].filter((file) => TEXT.test(file)).map((file) => textOf(files, file))
  for (let text = texts.pop(); text !== undefined; text = texts.pop())
    for (const [name] of text.matchAll(/\bstatic\/[\w.~/-]+/g)) {
      const file = `_next/${name}`
      if (unread.delete(file) && file.endsWith('.js')) texts.push(textOf(files, file))
    }
  for (const file of unread) files.delete(file)
}
