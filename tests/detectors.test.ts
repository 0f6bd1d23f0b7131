import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasIsland, judgePage, ownReferences } from '#lib/export/detectors.ts'
import { clientReferences } from '#lib/export/flight.ts'

const read = (name: string) => readFileSync(`tests/fixtures/export/${name}.html`, 'utf8')
const baseline = clientReferences(read('not-found'))
const push = (text: string) => `<script>self.__next_f.push(${JSON.stringify([1, text]).replace(/</g, '\\u003c')})</script>`

describe('the payload of a page', () => {
  it('names the client components of the framework on every page', () => {
    expect(baseline.size).toBeGreaterThan(3)
    expect([...baseline].join(' ')).toContain('#OutletBoundary')
  })

  it('is read across several scripts and through names that stand in rows of their own', () => {
    const html = push('3:"Deep') + push('Name"\n4:I[77,["a.js"],"$3"]\n5:I[78,[],"default",1]\n')
    expect([...clientReferences(html)]).toEqual(['77#DeepName', '78#default'])
  })

  it('is not fooled by an article that quotes a row', () => {
    const text = 'An é\n9:I[1,[],"x"]\n'
    const html = push(`2:T${Buffer.byteLength(text).toString(16)},${text}3:I[5,[],"y"]\n`)
    expect([...clientReferences(html)]).toEqual(['5#y'])
  })

  it('is empty on a page without payload', () => {
    expect(clientReferences('<p>Hello</p>').size).toBe(0)
  })
})

describe('a page is', () => {
  it('still when neither detector finds anything', () => {
    expect(judgePage('/about/', read('still'), baseline)).toEqual({ live: false })
  })

  it('live when both detectors say so', () => {
    const html = read('live')
    expect(hasIsland(html)).toBe(true)
    expect(ownReferences(html, baseline)).toEqual([expect.stringMatching(/#Counter$/)])
    expect(judgePage('/live/', html, baseline)).toEqual({ live: true })
  })

  it('refused when it is marked as an island without a client component', () => {
    const html = read('still').replace('<main', '<main data-island="plan"')
    expect(judgePage('/about/', html, baseline)).toMatchInlineSnapshot(`
      {
        "fault": {
          "message": "The page carries the data-island mark, but its payload refers to no client component. Remove the mark, or give the island its script.",
          "page": "/about/",
        },
      }
    `)
  })

  it('refused when it uses a client component without the mark', () => {
    const html = read('live').replace(' data-island="counter"', '')
    expect(judgePage('/live/', html, baseline)).toHaveProperty(
      'fault.message',
      expect.stringMatching(
        /^The payload refers to client components \(\d+#Counter\), but nothing on the page carries the data-island mark\./,
      ),
    )
  })

  it.each(['<template id="B:0"></template>', '<div hidden id="S:0">late</div>', '<div hidden="" id="S:1">late</div>'])(
    'refused when parts of it arrive later: %s',
    (part) => {
      expect(judgePage('/about/', read('still').replace('</main>', `${part}</main>`), baseline)).toHaveProperty(
        'fault.message',
        expect.stringContaining('Render it whole'),
      )
    },
  )
})

it('text that talks about data-island is no island', () => {
  expect(hasIsland('<p>The wrapper writes &lt;div data-island=&quot;x&quot;&gt;. data-island="x"</p>')).toBe(false)
})
