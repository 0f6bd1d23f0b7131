import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { livePage } from '#lib/export/live-page.ts'

const raw = readFileSync('tests/fixtures/export/live.html', 'utf8')
const INLINE = /<script(?![^>]*\ssrc=)(?![^>]*ld\+json)(?![^>]*data-own)[^>]*>([\s\S]*?)<\/script>/g

describe('a live page', () => {
  const made = livePage('/live/', raw)
  if ('fault' in made) throw new Error(made.fault.message)

  it('keeps no inline script but the early one', () => {
    expect([...raw.matchAll(INLINE)].length).toBeGreaterThan(2)
    expect([...made.html.matchAll(INLINE)]).toEqual([])
    expect(made.html).toContain('<script data-own="early" data-enhance="/enhance.js">')
  })

  it('has all of them in one file, in order', () => {
    const codes = [...raw.matchAll(INLINE)].map(([, code]) => code ?? '')
    let at = -1
    for (const code of codes) {
      const next = made.file?.code.indexOf(code, at + 1) ?? -1
      expect(next).toBeGreaterThan(at)
      at = next
    }
  })

  it('loads that file deferred, once, under a name made of its content', () => {
    expect(made.file?.path).toMatch(/^_next\/static\/inline\/[0-9a-f]{16}\.js$/)
    expect(made.html.split(`src="/${made.file?.path}" defer=""`)).toHaveLength(2)
    expect(livePage('/live/', raw.replaceAll('Salaries', 'Wages').replaceAll('Skip to the text', 'Skip'))).not.toHaveProperty(
      'file.path',
      made.file?.path,
    )
  })

  it('keeps the scripts it loads and its words', () => {
    const loaded = /<script[^>]*\ssrc="\/_next\/static\/chunks[^>]*>/g
    expect(made.html.match(loaded)).toEqual(raw.match(loaded))
    expect(made.html).toContain('<div data-island="counter"')
  })

  it('runs its code as one program', () => {
    expect(() => new Function(made.file?.code ?? '')).not.toThrow()
  })
})

describe('a live page is refused', () => {
  it('when a style attribute is left', () => {
    expect(livePage('/live/', '<p style="color:red">x</p>')).toMatchInlineSnapshot(`
      {
        "fault": {
          "message": "holds a style="…" attribute, which the security policy forbids. Use a class.",
          "page": "/live/",
        },
      }
    `)
  })

  it('when an inline script is of a kind that no file can hold', () => {
    expect(livePage('/live/', '<script type="importmap">{}</script>')).toHaveProperty('fault.message', expect.stringContaining('importmap'))
  })

  it('though not for a script that only looks like the theme script: that one is moved', () => {
    expect(livePage('/live/', '<script data-own="early">steal()</script>')).toHaveProperty('file.code', 'steal()')
  })
})
