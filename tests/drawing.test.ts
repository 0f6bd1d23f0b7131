import { expect, it } from 'vitest'
import { markup } from '#lib/drawing.ts'
import { DAY_COLOURS } from '#lib/map-file.ts'

it('writes elements, attributes and colours out', () => {
  expect(markup({ tag: 'path', at: { d: 'M0 0H9', 'stroke-width': 5 }, fill: 'none', stroke: 'quality', names: 'way' }, DAY_COLOURS)).toBe(
    '<path d="M0 0H9" stroke-width="5" fill="none" stroke="#00694f"/>',
  )
})

it('escapes what a writer may put into a name', () => {
  expect(markup({ tag: 'text', at: { id: '"><script>' }, inside: ['Q&A <b>"lead"</b>\u0000'] }, DAY_COLOURS)).toBe(
    '<text id="&quot;&gt;&lt;script&gt;">Q&amp;A &lt;b&gt;&quot;lead&quot;&lt;/b&gt;</text>',
  )
})
