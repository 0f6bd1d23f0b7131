import { describe, expect, it } from 'vitest'
import { readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'
import { deadFileReferences, deadLinks } from '#lib/export/links.ts'

const ORIGIN = 'https://floorwalk.example'

function check(pages: Record<string, string>, files: string[] = []) {
  const read = new Map(Object.entries(pages).map(([address, html]) => [address, readPage(address, html)]))
  const all = new Set([...files, ...[...read.keys()].map((address) => `${address.slice(1)}index.html`)])
  return formatFaults(deadLinks({ origin: ORIGIN, pages: read, files: all }))
}

describe('links', () => {
  it('that lead to pages, their parts, files and other hosts are alive', () => {
    expect(
      check(
        {
          '/': '<h1 id="top-part">x</h1><a href="/roles/">a</a><a href="roles/#first">b</a><a href="#top-part">c</a><a href="#">d</a><a href="#top">e</a><a href="https://example.org/none">f</a><a href="mailto:a@example.org">g</a><img src="/a.png"><link rel="canonical" href="https://floorwalk.example/">',
          '/roles/': '<p id="first">x</p><a href="../">up</a>',
        },
        ['a.png'],
      ),
    ).toBe('')
  })

  it('that lead nowhere are all named, each with its page', () => {
    expect(
      check({
        '/': '<a href="/nope/">a</a><a href="/roles/#gone">b</a><a href="#gone">c</a><a href="/roles">d</a><a href="">e</a><a href="/?q=1">f</a><img src="/x.png"><script src="/x.js"></script><img srcset="/y.png 1x, /z.png 2x">',
        '/roles/':
          '<a href="https://floorwalk.example/old/">x</a><meta property="og:image" content="https://floorwalk.example/cards/0f.png"><svg><use href="/s.svg#i"></use></svg>',
      }),
    ).toMatchInlineSnapshot(`
      "/
        <a href> /nope/ is no page or file of the site.
        <a href> /roles/#gone names a part that /roles/ does not have.
        <a href> #gone names a part that this page does not have.
        <a href> /roles is a detour. Write /roles/
        <a href> "" leads nowhere. Give it an address.
        <a href> /?q=1 carries a query, which a static site cannot answer.
        <img src> /x.png is no page or file of the site.
        <script src> /x.js is no page or file of the site.
        <img srcset> /y.png is no page or file of the site.
        <img srcset> /z.png is no page or file of the site.

      /roles/
        <a href> https://floorwalk.example/old/ is no page or file of the site.
        <meta content> https://floorwalk.example/cards/0f.png is no page or file of the site.
        <use href> /s.svg#i is no page or file of the site."
    `)
  })

  it('of texts beside the pages are followed too', () => {
    const pages = new Map([['/', readPage('/', '<h1 id="here">x</h1>')]])
    const text = (address: string, ...urls: string[]) => ({
      address,
      references: urls.map((url) => ({ url: ORIGIN + url, use: 'link' as const, where: 'the link' })),
    })
    const texts = [text('/index.md', '/', '/#here', '/a.txt'), text('/llms.txt', '/gone/', '/#gone')]
    expect(formatFaults(deadLinks({ origin: ORIGIN, pages, files: new Set(['index.html', 'a.txt']), texts }))).toBe(
      `/llms.txt\n  the link ${ORIGIN}/gone/ is no page or file of the site.\n  the link ${ORIGIN}/#gone names a part that / does not have.`,
    )
  })

  it('to parts with letters of other scripts are alive, written plainly or in codes', () => {
    expect(
      check({ '/': '<h2 id="करियर">x</h2><a href="#करियर">a</a><a href="#%E0%A4%95%E0%A4%B0%E0%A4%BF%E0%A4%AF%E0%A4%B0">b</a>' }),
    ).toBe('')
  })
})

describe('files that name addresses', () => {
  it('are held to the same: style sheet, manifest, sitemap, feed', () => {
    const texts = new Map([
      [
        'a.css',
        '@font-face{src:url("/gone.woff2")}a{background:url(data:image/png;base64,AA)}b{background:url(https://example.org/x.png)}',
      ],
      [
        'manifest.webmanifest',
        '{"start_url":"/","icons":[{"src":"/icon.png"}],"screenshots":[{"src":"/phone.png"}],"shortcuts":[{"url":"/my-plan/"}]}',
      ],
      [
        'sitemap.xml',
        '<urlset><url><loc>https://floorwalk.example/</loc></url><url><loc>https://floorwalk.example/old/</loc></url></urlset>',
      ],
      [
        'changes.xml',
        '<feed><link rel="self" href="https://floorwalk.example/changes.xml"/><content><![CDATA[<a href="https://floorwalk.example/#top">x</a> <a href="https://floorwalk.example/gone/#x">x</a>]]></content></feed>',
      ],
    ])
    expect(formatFaults(deadFileReferences(texts, { origin: ORIGIN, files: new Set(['index.html']) }))).toMatchInlineSnapshot(`
      "/a.css
        /gone.woff2 is no page or file of the site.
        https://example.org/x.png is on another host. Nothing is loaded from elsewhere.

      /changes.xml
        https://floorwalk.example/changes.xml is no page or file of the site.
        https://floorwalk.example/gone/#x is no page or file of the site.

      /manifest.webmanifest
        /icon.png is no page or file of the site.
        /phone.png is no page or file of the site.
        /my-plan/ is no page or file of the site.

      /sitemap.xml
        https://floorwalk.example/old/ is no page or file of the site."
    `)
  })
})
