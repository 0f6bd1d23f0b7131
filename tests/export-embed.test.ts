import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { embeds } from '#lib/embed.ts'
import { EMBED_STYLES } from '#lib/embed-address.ts'
import { embedViews } from '#lib/embed-view.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { fileOfAddress, readSite } from '#lib/export/site-files.ts'
import { absolute, LICENCE } from '#lib/site.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const html = (address: string) => files.get(fileOfAddress(address))?.toString('utf8') ?? ''
const views = embedViews(library)
const pages = new Map(views.map((view) => [view.address, readPage(view.address, html(view.address))]))
const all = views.map((view) => ({ view, page: pages.get(view.address) ?? readPage(view.address, '') }))
const wire = (file: string) => (files.get(`${file}.br`) ?? files.get(file) ?? Buffer.alloc(0)).length
const styleOf = (address: string) => html(address).match(/href="\/(embed\/style\/style\.[0-9a-f]{10}\.css)"/)?.[1] ?? ''

/** The letter of the line stands before the name, as a picture. */
const withoutSign = (heading: string) => heading.replace(/^[A-Z](?=[A-Z])/, '')

describe('every embed', () => {
  it('is there', () => {
    expect(all.length).toBeGreaterThan(50)
    for (const { view } of all) expect(files.has(fileOfAddress(view.address)), view.address).toBe(true)
  })

  it('says its title, its language, and the page that it is from; search engines are to leave it out', () => {
    for (const { view, page } of all)
      expect(
        [page.lang, page.topHeadings.map(withoutSign), page.canonical, page.robots, page.title.startsWith(`${view.name}: `)],
        view.address,
      ).toEqual(['en', [view.name], absolute(view.page), 'noindex', true])
  })

  it('links to its page and its licence, says when it was reviewed, and opens nothing inside the frame', () => {
    for (const { view, page } of all) {
      const links = page.references.filter(({ where }) => where === '<a href>').map(({ url }) => url)
      expect(links, view.address).toContain(view.page)
      expect(links, view.address).toContain(LICENCE.url)
      expect(page.html, view.address).toMatch(/Reviewed \d+ \w+ \d{4}\./)
      expect(page.innerLinks, view.address).toEqual([])
    }
  })

  it('of pay names the source, the date and the fit of every row', () => {
    for (const { view, page } of all) {
      if (view.kind !== 'pay') continue
      expect(view.rows.length, view.address).toBeGreaterThan(0)
      for (const { row, record } of view.rows) {
        expect(
          page.references.map(({ url }) => url),
          view.address,
        ).toContain(row.address)
        expect(page.html, view.address).toContain(row.fit)
        expect(page.html, view.address).toContain(record.asOf.slice(0, 4))
      }
    }
  })

  it('brings one style sheet and nothing else, and with it costs at most five kilobytes', () => {
    for (const { view, page } of all) {
      expect(page.scripts, view.address).toEqual([])
      expect(page.html, view.address).not.toContain('<script')
      const loaded = page.references.filter(({ use }) => use === 'resource').map(({ url }) => url)
      expect(loaded, view.address).toEqual([`/${styleOf(view.address)}`])
      expect(wire(fileOfAddress(view.address)) + wire(styleOf(view.address)), view.address).toBeLessThanOrEqual(5000)
    }
  })

  it('has the rules that it is drawn by, and none of the pages of the site', () => {
    const drawn = { pay: '.pay-strip', place: '.here', line: '.embed-key', pathway: '.embed-station' }
    for (const { view } of all) {
      const css = files.get(styleOf(view.address))?.toString('utf8') ?? ''
      expect(css, view.address).toContain(drawn[view.kind])
      // Whatever layer is named first is the weakest: that must be the reset.
      expect(css.match(/@layer [^;{]+/)?.[0].replaceAll(' ', ''), view.address).toMatch(/^@layerbase(?:,|$)/)
      expect(css, view.address).not.toMatch(/\.bar\b|\.article-foot|@font-face|url\(/)
    }
  })
})

describe('the site around them', () => {
  it('lists no embed for search engines, and links to their page', () => {
    const sitemap = files.get('sitemap.xml')?.toString('utf8') ?? ''
    expect(sitemap).toContain(`${absolute('/embed/')}<`)
    expect(sitemap).not.toContain('/embed/p')
    expect(html('/about/')).toContain('href="/embed/"')
  })

  it('has the code of every embed on one page', () => {
    for (const { address } of embeds(library)) expect(html('/embed/')).toContain(`src=&quot;${absolute(address)}&quot;`)
  })

  it('keeps the styles of embeds in a place of their own', () => {
    const styles = [...files.keys()].filter((file) => `/${file}`.startsWith(EMBED_STYLES) && file.endsWith('.css'))
    expect(new Set(styles)).toEqual(new Set(all.map(({ view }) => styleOf(view.address))))
  })
})
