import { readFileSync } from 'node:fs'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { clientReferences } from '#lib/export/flight.ts'
import { stillPage } from '#lib/export/still-page.ts'

const read = (name: string) => readFileSync(`tests/fixtures/export/${name}.html`, 'utf8')
const baseline = clientReferences(read('not-found'))
const withoutScripts = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '')
const visible = (html: string) => textOf(fromHtml(withoutScripts(html)))

describe('a still page', () => {
  const raw = read('still')
  const still = stillPage(raw, baseline)

  it('loses every script of the framework and its preloads', () => {
    expect(raw).toContain('/_next/static/chunks/')
    expect(still).not.toMatch(/<script[^>]*_next/)
    expect(still).not.toContain('__next_f')
    expect(still).not.toContain('TURBOPACK')
    expect(still).not.toMatch(/<link[^>]*as="script"/)
    expect(still).not.toContain('<!--')
  })

  it('keeps the data for machines and the script of its own', () => {
    const scripts = (html: string, pattern: RegExp) => html.match(pattern) ?? []
    expect(scripts(still, /<script type="application\/ld\+json">/g)).toHaveLength(
      scripts(raw, /<script type="application\/ld\+json">/g).length,
    )
    expect(still).toMatch(/<script data-own="early" data-enhance="\/enhance.js">\{let /)
    expect(still.match(/<script/g)).toHaveLength(1 + scripts(raw, /<script type="application\/ld\+json">/g).length)
  })

  it('says the same words as before, letter by letter', () => {
    expect(visible(still)).toBe(visible(raw))
    expect(visible(still)).toContain('floor walker')
  })

  it('keeps style sheets, every link, and all that is said about the page, though not twice', () => {
    const plain = (tags: string[] | null) => tags?.map((tag) => tag.replace(/\/>$/, '>'))
    for (const kept of [/<link rel="stylesheet"[^>]*>/g, /<a [^>]*>/g, /<meta (?!name="twitter:(?!card))[^>]*>/g])
      expect(plain(still.match(kept))).toEqual(plain(raw.match(kept)))
  })

  it('only ever removes: what is left stands in the page in the same order', () => {
    let at = 0
    for (const letter of still) {
      at = raw.indexOf(letter, at) + 1
      expect(at).toBeGreaterThan(0)
    }
  })

  it('is the same when made still a second time', () => {
    expect(stillPage(still, baseline)).toBe(still)
  })
})

it('keeps the script by which readers mark the steps of a stage, at its place', () => {
  const marks = '<script type="module" src="/_next/static/stage-marks.0123456789.js" data-own="stage-marks"></script>'
  const html = (next: string) => `<html><body>${next}<p>A</p>${marks}${next}</body></html>`
  expect(stillPage(html('<script src="/_next/static/chunks/1.js" async=""></script>'), new Set())).toBe(html(''))
})

it('takes out the lines between blocks, and none inside of words', () => {
  const still = stillPage('<html><body><p>A <b>B</b>\n<i>C</i></p>\n<p>D</p>\n<pre>E\n<b>F</b></pre></body></html>', new Set())
  expect(still).toBe('<html><body><p>A <b>B</b>\n<i>C</i><p>D</p>\n<pre>E\n<b>F</b></pre></body></html>')
})

describe('ends that HTML implies', () => {
  const still = (body: string) =>
    stillPage(`<html><body>${body}</body></html>`, new Set()).slice('<html><body>'.length, -'</body></html>'.length)

  it.each([
    ['<ul><li>A</li><li>B</li></ul>', '<ul><li>A<li>B</ul>'],
    ['<dl><dt>A</dt><dd>B</dd><dd>C</dd></dl>', '<dl><dt>A<dd>B<dd>C</dl>'],
    ['<dl><div><dt>A</dt><dd>B</dd></div></dl>', '<dl><div><dt>A<dd>B</div></dl>'],
    ['<meta name="a" content="b/"/><link rel="c" href="/d/"/>', '<meta name="a" content="b/"><link rel="c" href="/d/">'],
    ['<div><p>A</p><p>B</p><ul><li>C</li></ul><p>D</p></div>', '<div><p>A<p>B<ul><li>C</ul><p>D</div>'],
    ['<li><p>A</p></li>', '<li><p>A</li>'],
    ['<button hidden="" data-x="">A</button>', '<button hidden data-x>A</button>'],
    ['<input name="q"/><img alt="" src="/a.png"/>', '<input name="q"><img alt src="/a.png">'],
    ['<svg><path d="M0 0"></path><circle r="1"></circle></svg>', '<svg><path d="M0 0"/><circle r="1"/></svg>'],
  ])('are left out: %s', (from, to) => {
    expect(still(from)).toBe(to)
    expect(fromHtml(to, { fragment: true, verbose: false })).toMatchObject(withoutPlaces(fromHtml(from, { fragment: true })))
  })

  it.each([
    '<ul><li>A</li> </ul>',
    '<a><p>A</p></a>',
    '<p>A</p> B',
    '<p>A</p><b>B</b>',
    '<p>Write a=&quot;&quot;.</p> ',
    '<svg><text>A</text></svg>',
    '<svg><path><title>A</title></path></svg>',
  ])('stay where more than the end would go, or nothing is gained: %s', (body) => {
    expect(still(body)).toBe(body)
  })
})

/** The tree without its line numbers. */
function withoutPlaces(tree: Nodes): object {
  return JSON.parse(JSON.stringify(tree, (name, value) => (name === 'position' || name === 'data' ? undefined : value))) as object
}

describe('text that looks like a script', () => {
  it('stays, because text is written with entities', () => {
    const html = '<html><body><p>&lt;script&gt;self.__next_f&lt;/script&gt; &lt;!-- --&gt;</p></body></html>'
    expect(stillPage(html, new Set())).toBe(html)
  })

  it('stays inside data for machines', () => {
    const html = '<body><script type="application/ld+json">{"a":"\\u003c!-- --> <link rel=\\"preload\\" as=\\"script\\">"}</script></body>'
    expect(stillPage(html, new Set())).toBe(html)
  })
})

it('refuses to take the script from a live page', () => {
  expect(() => stillPage(read('live'), baseline)).toThrow('must keep its scripts')
})
