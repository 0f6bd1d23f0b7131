import { describe, expect, it } from 'vitest'
import { EARLY_SCRIPT } from '#lib/export/early-script.ts'
import { embedFaults, embedPage } from '#lib/export/embed-page.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'

const HEAD =
  '<title>T</title><link rel="canonical" href="https://floorwalk.example/roles/a/"/><meta name="robots" content="noindex"/><link rel="stylesheet" href="/embed/style/style.0f.css">'
const BACK = '<a href="/roles/a/" target="_blank" rel="noopener">A</a>'
const LICENCE = '<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener license">CC BY 4.0</a>'
const page = (body = `<h1>${BACK}</h1>${LICENCE}`, head = HEAD) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const check = (html: string) =>
  formatFaults(embedFaults(readPage('/embed/place/a/', html), { origin: 'https://floorwalk.example', pages: new Set(['/', '/roles/a/']) }))

describe('an embed', () => {
  it('with everything it needs passes, without a description and an address of its own', () => {
    expect(check(page())).toBe('')
  })

  it('that has nothing is told all of it at once', () => {
    expect(check('<p>x</p>')).toMatchInlineSnapshot(`
      "/embed/place/a/
        has no lang on <html>. Screen readers need it to choose a voice.
        has no title.
        has 0 h1 headings; a page has exactly one.
        names "" as the page it is from, which is no page of the guide. Give embedMetadata its page.
        does not name its licence, https://creativecommons.org/licenses/by/4.0/.
        lets search engines list it. Pages are listed, embeds are not: say robots noindex."
    `)
  })

  it.each([
    ['a canonical address that is no page', page(undefined, HEAD.replace('/roles/a/', '/roles/b/')), 'as the page it is from'],
    ['another site as its page', page(undefined, HEAD.replace('floorwalk.example', 'elsewhere.example')), 'as the page it is from'],
    ['no link back', page(`<h1>A</h1>${LICENCE}`), 'has no link to /roles/a/'],
    ['no licence', page(`<h1>${BACK}</h1>`), 'does not name its licence'],
    ['a link inside the frame', page(`<h1>${BACK}</h1>${LICENCE}<a href="/b/">b</a>`), 'opens inside the frame: /b/'],
    ['a link that keeps its opener', page(`<h1>${BACK}</h1>${LICENCE}<a href="/b/" target="_blank">b</a>`), 'opens inside the frame: /b/'],
    [
      'a link to the top',
      page(`<h1>${BACK}</h1>${LICENCE}<a href="/b/" target="_top" rel="noopener">b</a>`),
      'opens inside the frame: /b/',
    ],
    ['the early script', page(undefined, `${HEAD}<script data-own="early">${EARLY_SCRIPT}</script>`), 'holds a script'],
    ['data for machines', page(undefined, `${HEAD}<script type="application/ld+json">{}</script>`), 'holds a script'],
    ['the style of the site', page(undefined, `${HEAD}<link rel="stylesheet" href="/_next/static/a.css">`), 'may not be allowed to load'],
    ['no word to search engines', page(undefined, HEAD.replace('noindex', 'all')), 'lets search engines list it'],
    ['a picture from elsewhere', page(`<h1>${BACK}</h1>${LICENCE}<img src="https://example.org/x.png">`), 'ask another host'],
    ['a style attribute', page(`<h1 style="color:red">${BACK}</h1>${LICENCE}`), 'style on <h1>'],
  ])('with %s is refused', (_, html, message) => {
    expect(check(html)).toContain(message)
  })
})

describe('the gate', () => {
  it('takes the style that every page has out of an embed, and leaves its own', () => {
    const common = '<link rel="stylesheet" href="/_next/static/common.css" data-precedence="next"/>'
    expect(embedPage(page(undefined, common + HEAD), new Set(['_next/static/common.css']))).toBe(page())
  })

  it('takes every script out of an embed and nothing else', () => {
    const early = `<script data-own="early" data-enhance="/enhance.js">${EARLY_SCRIPT}</script>`
    expect(embedPage(page(undefined, HEAD + early), new Set())).toBe(page())
  })
})
