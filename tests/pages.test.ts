import { describe, expect, it } from 'vitest'
import { EARLY_SCRIPT } from '#lib/export/early-script.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'
import { listFaults, pageFaults } from '#lib/export/pages.ts'

const ORIGIN = 'https://floorwalk.example'
const head = '<title>T</title><meta name="description" content="D"><link rel="canonical" href="https://floorwalk.example/a/">'
const page = (body: string, top = head) => `<!DOCTYPE html><html lang="en"><head>${top}</head><body>${body}</body></html>`
const check = (html: string, address = '/a/', live: string[] = []) =>
  formatFaults(pageFaults(readPage(address, html), { origin: ORIGIN, live: new Set(live) }))

describe('a page', () => {
  it('with everything it needs passes', () => {
    expect(
      check(
        page(
          `<h1>A</h1><svg><title>drawing</title></svg><script type="application/ld+json">{"a":1}</script><a href="https://example.org/">out</a>`,
          `${head}<script data-own="early" data-enhance="/_next/static/enhance.0f.js">${EARLY_SCRIPT}</script>`,
        ),
      ),
    ).toBe('')
  })

  it('without title, description, language, h1 or address is told all of it at once', () => {
    expect(check('<p>x</p>')).toMatchInlineSnapshot(`
      "/a/
        has no lang on <html>. Screen readers need it to choose a voice.
        has no title.
        has 0 h1 headings; a page has exactly one.
        has no description.
        says its canonical address is ""; it is https://floorwalk.example/a/. Use pageMetadata with the page’s own address."
    `)
  })

  it('that says it is another page is refused', () => {
    expect(check(page('<h1>A</h1>'), '/b/')).toContain(
      'says its canonical address is "https://floorwalk.example/a/"; it is https://floorwalk.example/b/',
    )
  })

  it('with two h1 or a doubled id is refused', () => {
    expect(check(page('<h1 id="x">A</h1><h1 id="x">B</h1>'))).toMatchInlineSnapshot(`
      "/a/
        has 2 h1 headings; a page has exactly one.
        uses the id "x" twice, so links to it are unsure. Rename one."
    `)
  })

  it.each([
    ['<p onclick="x()">', 'onclick on <p>'],
    ['<p style="color:red">', 'style on <p>'],
    ['<a href="javascript:x()">', 'the address javascript:x() on <a>'],
    ['<a href=" java\nscript:x()">', 'on <a>'],
    ['<a href="data:text/html,x">', 'the address data:text/html,x on <a>'],
    ['<style>a{}</style>', 'a <style> element'],
    ['<script>x()</script>', 'an inline script that is not ours: x()'],
    ['<script data-own="early">x()</script>', 'an inline script that is not ours: x()'],
    ['<script src="/x.js"></script>', 'loads the script /x.js, which is not ours'],
    ['<script src="/_next/static/chunks/1.js"></script>', 'loads the script /_next/static/chunks/1.js, which is not ours'],
    ['<script data-own="enhance" src="/other.js"></script>', 'loads the script /other.js, which is not ours'],
    [`<script data-own="early" data-enhance="/other.js">${EARLY_SCRIPT}</script>`, 'loads /other.js as our script'],
    [`<script data-own="early">${EARLY_SCRIPT}</script>`, 'loads nothing as our script'],
    ['<script type="application/ld+json">{</script>', 'JSON-LD that cannot be read'],
    ['<img src="https://example.org/x.png">', 'ask another host: <img src> https://example.org/x.png'],
    ['<img src="//example.org/x.png">', 'ask another host'],
    ['<link rel="stylesheet" href="https://example.org/x.css">', 'ask another host'],
    ['<base href="/x/">', 'a <base> element'],
    ['<template><p onclick="x()"></p></template>', 'onclick on <p>'],
  ])('that holds %s is refused', (thing, message) => {
    expect(check(page(`<h1>A</h1>${thing}`))).toContain(message)
  })

  const MARKS = '<script type="module" src="/_next/static/stage-marks.0123456789.js" data-own="stage-marks"></script>'
  const STAGE = '/pathways/to/here/'
  const stage = (scripts: string) => check(page(`<h1>A</h1>${scripts}`, head.replace('/a/', STAGE)), STAGE)

  it('that needs a page script loads it', () => {
    expect(stage(MARKS)).toBe('')
  })

  it.each([
    ['nothing', ''],
    ['it twice', MARKS + MARKS],
    ['it before it has its lasting name', '<script type="module" src="/scripts/stage-marks.js" data-own="stage-marks"></script>'],
    ['it as no module', MARKS.replace(' type="module"', '')],
    ['it without our mark', MARKS.replace(' data-own="stage-marks"', '')],
    ['another script in its name', MARKS.replace('stage-marks.0123456789', 'other.0123456789')],
    ['it from elsewhere', MARKS.replace('src="', 'src="https://example.org')],
  ])('that needs a page script and loads %s is refused', (_, scripts) => {
    expect(stage(scripts)).toContain('does not load the script "stage-marks" once')
  })

  it('that needs no page script may not load one', () => {
    expect(check(page(`<h1>A</h1>${MARKS}`))).toContain('loads the script /_next/static/stage-marks.0123456789.js, which is not ours.')
  })

  it('that is live may load the scripts of the framework', () => {
    expect(check(page('<h1>A</h1><script src="/_next/static/chunks/1.js"></script>'), '/a/', ['/a/'])).toBe('')
  })
})

describe('the list of pages', () => {
  it('is exactly what the library names, and the not-found page', () => {
    expect(listFaults(['/', '/a/', '/404.html'], ['/', '/a/'])).toEqual([])
    expect(formatFaults(listFaults(['/', '/b/'], ['/', '/a/']))).toMatchInlineSnapshot(`
      "/404.html
        was not built, though the content has it. Look at its generateStaticParams and for two pages with one address.

      /a/
        was not built, though the content has it. Look at its generateStaticParams and for two pages with one address.

      /b/
        was built, though the library does not name it. Add it to the fixed pages or remove its route."
    `)
  })
})
