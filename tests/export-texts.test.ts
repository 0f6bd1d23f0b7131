import type { Element, ElementContent, Root as Page } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { hasPages } from '#lib/content/collection.ts'
import { type AnyEntry, loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { NO_TEXT } from '#lib/export/readable-page.ts'
import { fileOfAddress, readSite } from '#lib/export/site-files.ts'
import { WITHOUT_TEXT } from '#lib/export/site-texts.ts'
import { GUIDE_TEXT, LLMS_TXT, markdownAddress } from '#lib/export/text-files.ts'
import { formatSize } from '#lib/export/text-sizes.ts'
import { KINDS } from '#lib/fields.ts'
import { SITE } from '#lib/site.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const text = (address: string) => files.get(fileOfAddress(address))?.toString('utf8') ?? ''
const addresses = library.addresses().filter((address) => !WITHOUT_TEXT.includes(address))

const parser = unified().use(remarkParse).use(remarkGfm)
const everyNode = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(everyNode) : [])]
const depthOf = (element: Element) => Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
/** Letters and digits: what stays the same whatever a page or a text puts between its words. */
const solid = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')

const LEFT_OUT = new Set<string>(Object.values(NO_TEXT).flat())
const SILENT = new Set(['script', 'style', 'template', 'button', 'input', 'select', 'svg', 'progress'])
const classes = ({ properties }: Element) => (Array.isArray(properties.className) ? properties.className.map(String) : [])

interface Told {
  /** Texts of the page below its title and summary, in order. */
  texts: string[]
  /** Names of blocks and drawings, which a text says and the page shows in another way. */
  names: Set<string>
  headings: string[]
  /** Rows of each table. */
  tables: number[]
  /** What was left out because of a class, and only because of it. */
  leftOut: Element[]
}

/** What a page tells, read anew and without the code that makes the Markdown. */
function told(html: string): Told {
  const page: Told = { texts: [], names: new Set(), headings: [], tables: [], leftOut: [] }
  const wordsOf = (node: ElementContent): string =>
    node.type === 'text' ? node.value : node.type === 'element' && !isSilent(node) ? node.children.map(wordsOf).join('') : ''
  const isSilent = (element: Element) =>
    SILENT.has(element.tagName) ||
    element.properties.hidden !== undefined ||
    element.properties.ariaHidden === 'true' ||
    element.properties.role === 'status' ||
    classes(element).some((name) => LEFT_OUT.has(name))
  const visit = (node: ElementContent | Page['children'][number], above: Element[]) => {
    if (node.type === 'text' && above.some(({ tagName }) => tagName === 'main')) {
      if (solid(node.value) !== '') page.texts.push(solid(node.value))
      return
    }
    if (node.type !== 'element') return
    const inMain = above.some(({ tagName }) => tagName === 'main')
    const parent = above.at(-1)
    if (inMain && node.tagName === 'svg') page.names.add(solid(`Drawing ${node.properties.ariaLabel ?? ''}`))
    if (inMain && isSilent(node)) {
      if (classes(node).some((name) => LEFT_OUT.has(name))) page.leftOut.push(node)
      return
    }
    // The title and the summary stand at the head of the text. What else goes: the two halves of a choice are one link, a sentence
    // about a script, and a reader's own state.
    if (inMain && (node.tagName === 'h1' || classes(node).includes('lead'))) return
    if (parent && classes(parent).includes('choice') && node.tagName === 'label') return
    if (parent && classes(parent).includes('all-roles') && classes(node).includes('why')) return
    if (
      above.some((each) => classes(each).includes('skill-levels')) &&
      classes(node).includes('src') &&
      !node.children.some((child) => child.type === 'element' && child.tagName === 'a')
    )
      return
    if (typeof node.properties.dataTitle === 'string') page.names.add(solid(node.properties.dataTitle))
    if (inMain && depthOf(node) > 0 && solid(wordsOf(node)) !== '') {
      const alone = parent?.tagName === 'li' && parent.children.every((child) => child === node || solid(wordsOf(child)) === '')
      if (!alone) page.headings.push(`${depthOf(node)} ${solid(wordsOf(node))}`)
    }
    if (inMain && node.tagName === 'table') page.tables.push(0)
    if (inMain && node.tagName === 'tr') page.tables.push((page.tables.pop() ?? 0) + 1)
    for (const child of node.children) visit(child, [...above, node])
  }
  for (const child of fromHtml(html).children) visit(child, [])
  return page
}

const pages = new Map(addresses.map((address) => [address, told(text(address))]))
const trees = new Map(addresses.map((address) => [address, parser.parse(text(markdownAddress(address))) as Root]))
const of = <T>(map: ReadonlyMap<string, T>, address: string) => map.get(address) as T
/** Below title, summary and the list of where it is from. */
const body = (address: string) => {
  const { children } = of(trees, address)
  return children.slice(children.findIndex(({ type }) => type === 'list') + 1)
}
const failing = (check: (address: string) => boolean) => addresses.filter((address) => !check(address))

describe('the Markdown of the pages', () => {
  it('stands beside every page that has something to say, compressed too', () => {
    const made = [...files.keys()].filter((file) => file.endsWith('.md'))
    expect(made.sort()).toEqual(addresses.map((address) => fileOfAddress(markdownAddress(address))).sort())
    for (const file of made) for (const twin of ['br', 'gz']) expect(files.has(`${file}.${twin}`), file).toBe(true)
    expect(WITHOUT_TEXT.filter((address) => address !== '/404.html' && !library.addresses().includes(address))).toEqual([])
  })

  it('begins with the title, the address and the licence', () => {
    for (const address of addresses) {
      const [title, ...rest] = of(trees, address).children
      const { topHeadings } = readPage(address, text(address))
      expect(title, address).toMatchObject({ type: 'heading', depth: 1 })
      // A sign stands before some titles and says its line by itself.
      expect(solid(topHeadings[0] ?? ''), address).toContain(solid(textOf(title)))
      const head = textOf(rest.find(({ type }) => type === 'list'))
      expect(head, address).toContain(`Address: ${SITE.origin}${address}`)
      expect(head, address).toContain('CC BY 4.0')
    }
  })

  it('names the day of the review of every article', () => {
    for (const kind of KINDS.filter(hasPages))
      for (const { address, data } of library.all(kind)) {
        const year = data.reviewed.slice(0, 4)
        expect(text(markdownAddress(address)), address).toMatch(new RegExp(`^- Reviewed: \\d{1,2} \\w+ ${year}$`, 'm'))
      }
  })

  // No tolerance: letters and digits of the page, in its order, with nothing between them but the names of blocks and drawings.
  it('says everything that its page says, in the same order', () => {
    const faults: string[] = []
    for (const address of addresses) {
      const { texts, names } = of(pages, address)
      const said = solid(
        body(address)
          .map((node) => textOf(node))
          .join(' '),
      )
      let at = 0
      for (const part of texts) {
        const found = said.indexOf(part, at)
        const between = said.slice(at, found)
        if (found < 0 || (between !== '' && !names.has(between))) {
          faults.push(`${address}: "${part}" after "${said.slice(Math.max(0, at - 40), at)}", before "${said.slice(at, at + 60)}"`)
          break
        }
        at = found + part.length
      }
      if (said.slice(at) !== '' && !names.has(said.slice(at))) faults.push(`${address} ends with "${said.slice(at)}"`)
    }
    expect(faults).toEqual([])
  })

  it('leaves out no figure, no source and no heading with its controls', () => {
    const kept = (element: Element): boolean =>
      classes(element).some((name) => ['amount', 'figure', 'figures', 'pay-numbers'].includes(name)) ||
      (element.tagName === 'a' && /^\/sources\/./.test(String(element.properties.href)) && depthOf(element) === 0) ||
      element.children.some((child) => child.type === 'element' && kept(child))
    const lost = addresses.flatMap((address) =>
      // The way to the next article leads from source to source too.
      of(pages, address)
        .leftOut.filter((element) => !['pager', 'crumbs'].some((name) => classes(element).includes(name)) && kept(element))
        .map(() => address),
    )
    expect(lost).toEqual([])
  })

  it('knows no class that no page has', () => {
    const used = new Set(
      [...files.keys()]
        .filter((file) => file.endsWith('.html'))
        .flatMap((file) =>
          [...(files.get(file)?.toString('utf8') ?? '').matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
        ),
    )
    expect([...LEFT_OUT].filter((name) => !used.has(name))).toEqual([])
  })

  it('has the headings of its page', () => {
    for (const address of addresses) {
      const headings = body(address)
        .flatMap(everyNode)
        .flatMap((node) => (node.type === 'heading' ? [`${node.depth} ${solid(textOf(node))}`] : []))
      expect(headings, address).toEqual(of(pages, address).headings)
    }
  })

  it('has the tables of its page, row for row, and some of them at all', () => {
    const rows = (address: string) =>
      body(address)
        .flatMap(everyNode)
        .flatMap((node) => (node.type === 'table' ? [node.children.length] : []))
    for (const address of addresses) expect(rows(address), address).toEqual(of(pages, address).tables)
    expect(addresses.flatMap(rows).length).toBeGreaterThan(50)
  })

  it('holds no HTML, no picture and no control', () => {
    expect(
      failing((address) => everyNode(of(trees, address)).every(({ type }) => !['html', 'image', 'imageReference', 'code'].includes(type))),
    ).toEqual([])
    expect(
      failing(
        (address) => !/\b(?:Share|Copy link|Link to this section|On this page|Edit this page)\b\s*$/m.test(text(markdownAddress(address))),
      ),
    ).toEqual([])
  })

  it('is not noisy: no codes for characters, and hardly a backslash', () => {
    const all = addresses.map((address) => text(markdownAddress(address))).join('\n')
    expect(all.match(/&(?:#\w+|\w+);/g) ?? []).toEqual([])
    expect(all.match(/\\_/g)?.length ?? 0).toBeLessThan(5)
    expect((all.match(/\\/g)?.length ?? 0) / all.length).toBeLessThan(1 / 10_000)
    expect(failing((address) => !/\( |[^\S\n]{2,}\S|\s[,;]\s/.test(solidSpaces(text(markdownAddress(address)))))).toEqual([])
  })

  it('links with whole addresses, of the pages, to what is there', () => {
    const parts = new Map(addresses.map((address) => [address, readPage(address, text(address)).ids]))
    const links = new Set([...trees.values()].flatMap(everyNode).flatMap((node) => (node.type === 'link' ? [node.url] : [])))
    expect(links.size).toBeGreaterThan(2000)
    for (const link of links) {
      expect(link).toMatch(/^(?:https?:\/\/|mailto:)/)
      if (!link.startsWith(`${SITE.origin}/`)) continue
      const { pathname, hash } = new URL(link)
      expect(files.has(fileOfAddress(pathname)), link).toBe(true)
      if (hash !== '' && parts.has(pathname)) expect(parts.get(pathname)?.has(decodeURIComponent(hash.slice(1))), link).toBe(true)
    }
  })
})

/** Without what begins a line: signs of lists and their depth. */
const solidSpaces = (markdown: string) => markdown.replace(/^[\s>*-]*/gm, '')

describe('the guide as one text', () => {
  const whole = text(GUIDE_TEXT)
  const defined = [...whole.matchAll(/^>> \[([A-Z]\d+(?:\.\d+)?)\] (.+)$/gm)].map(([, mark = '', title = '']) => ({ mark, title }))
  const marks = new Set(defined.map(({ mark }) => mark))

  it('begins with a mark of its encoding, and then at once with what it is', () => {
    expect(whole.startsWith(`\uFEFF${SITE.name}: ${SITE.claim}\n`)).toBe(true)
    for (const said of ['Content as of: ', 'Licence: text and data CC BY 4.0', 'HOW TO FIND YOUR WAY', SITE.origin])
      expect(whole.slice(0, 2000)).toContain(said)
  })

  it('has every article and every source once, in its contents and in itself', () => {
    const articles = KINDS.flatMap((kind) => library.all(kind) as AnyEntry[])
    expect(defined).toHaveLength(articles.length)
    expect(marks.size).toBe(defined.length)
    const contents = whole.slice(0, whole.indexOf('\n>> '))
    for (const { mark } of defined)
      if (!mark.startsWith('Q')) expect(contents, mark).toMatch(new RegExp(`^ *\\[${mark.replace('.', '\\.')}\\] .`, 'm'))
    for (const entry of articles) {
      const { title } = entry.data
      expect(
        defined.some((each) => each.title.includes(title)),
        title,
      ).toBe(true)
    }
  })

  it('leads only to marks that it has', () => {
    const used = new Set([...whole.matchAll(/\[([A-Z]\d+(?:\.\d+)?)\]/g)].map(([, mark = '']) => mark))
    expect(used.size).toBeGreaterThan(400)
    expect([...used].filter((mark) => !marks.has(mark) && mark !== 'R12')).toEqual([])
  })

  // In another order only where a table stands: there the name of each column comes back in every row.
  it('says what the pages of its articles say', () => {
    const faults: string[] = []
    const marked = /\[[A-Z]\d+(?:\.\d+)?\]|https?:\/\/\S+|\(\/[^\s)]*\)/g
    for (const kind of KINDS.filter((each) => hasPages(each) && each !== 'sources'))
      for (const { address } of library.all(kind)) {
        const from = whole.indexOf(`\n${SITE.origin}${address}\nReviewed `)
        const article = solid(whole.slice(from, whole.indexOf('\n>> ', from)).replace(marked, ''))
        // Texts with an address in them lose it on both sides; one word alone is found anywhere.
        for (const part of of(pages, address).texts.filter((each) => each.length > 12 && !/https?|www/.test(each)))
          if (from < 0 || !article.includes(part)) faults.push(`${address}: ${part}`)
      }
    expect(faults).toEqual([])
  })

  it('is plain: no sign of Markdown or HTML, no line broken for its length', () => {
    expect(whole).not.toMatch(/\]\(|\*\*|<\/?[a-z]+[ >]|&\w+;/)
    expect(Math.max(...whole.split('\n').map((line) => line.length))).toBeGreaterThan(400)
  })
})

describe('the list of all texts', () => {
  const tree = parser.parse(text(LLMS_TXT)) as Root

  it('has the form that its readers expect: title, summary, notes, then sections of links', () => {
    const shape = tree.children.map((node) => (node.type === 'heading' ? `h${node.depth}` : node.type))
    expect(shape.slice(0, 3)).toEqual(['h1', 'blockquote', 'list'])
    expect(shape.slice(3).join(' ')).toMatch(/^(?:h2 list ?)+$/)
    expect(textOf(tree.children.filter(({ type }) => type === 'heading').at(-1))).toBe('Optional')
  })

  it('names every article with a page but the sources, each by its Markdown and with its sentence', () => {
    for (const kind of KINDS.filter((each) => hasPages(each) && each !== 'sources'))
      for (const { address, data } of library.all(kind) as AnyEntry[])
        expect(text(LLMS_TXT), address).toContain(
          `](${SITE.origin}${markdownAddress(address)}): ${data.summary.slice(0, 20).replace(/[*_[].*/s, '')}`,
        )
  })

  it('leads only to files that are there', () => {
    const links = everyNode(tree).flatMap((node) =>
      node.type === 'link' && node.url.startsWith(SITE.origin) ? [new URL(node.url).pathname] : [],
    )
    expect(links.length).toBeGreaterThan(200)
    expect(links.filter((link) => !files.has(fileOfAddress(link)))).toEqual([])
  })
})

describe('what readers are told of it', () => {
  it('is how large the files are', () => {
    const about = text('/about/')
    for (const address of [GUIDE_TEXT, LLMS_TXT]) {
      const file = fileOfAddress(address)
      const [bytes, wire] = [files.get(file)?.length ?? 0, files.get(`${file}.br`)?.length ?? 0]
      expect(about).toContain(`${formatSize(bytes)}, some ${formatSize(wire)} to fetch`)
    }
    expect([...files.keys()].filter((file) => file.endsWith('.html') && files.get(file)?.includes('data-size-of'))).toEqual([])
  })
})
