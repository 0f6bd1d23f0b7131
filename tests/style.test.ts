import { describe, expect, it } from 'vitest'
import { rebased, styleBesidePage } from '#lib/export/style.ts'

const link = (file: string) => `<link rel="stylesheet" href="/${file}" data-precedence="next"/>`

describe('the style of a still page', () => {
  const sheets = () =>
    new Map([
      ['_next/a.css', Buffer.from('a{color:red}\n')],
      ['_next/b.css', Buffer.from('b{content:"$&"}')],
    ])

  it('is one file, in the order of the sheets, at the place of the first', () => {
    const files = sheets()
    const html = styleBesidePage(`<head>${link('_next/a.css')}<title>t</title>${link('_next/b.css')}</head>`, files)
    const file = [...files.keys()].find((name) => name.includes('/style.')) ?? ''
    expect(file).toMatch(/^_next\/static\/style\.[0-9a-f]{10}\.css$/)
    expect(html).toBe(`<head><link rel="stylesheet" href="/${file}"><title>t</title></head>`)
    expect(files.get(file)?.toString()).toBe('a{color:red}\nb{content:"$&"}')
  })

  it('lies in another folder where it is asked to', () => {
    const files = sheets()
    expect(styleBesidePage(link('_next/a.css'), files, '/embed/style/')).toMatch(/href="\/embed\/style\/style\.[0-9a-f]{10}\.css"/)
    expect([...files.keys()].at(-1)).toMatch(/^embed\/style\/style\./)
  })

  it('is the same file for two pages that link the same sheets', () => {
    const files = sheets()
    const page = `${link('_next/a.css')}${link('_next/b.css')}`
    expect(styleBesidePage(`<p>one</p>${page}`, files).slice(-50)).toBe(styleBesidePage(`<p>two</p>${page}`, files).slice(-50))
    expect(files.size).toBe(3)
  })

  it('carries no imitation of light-dark() that nothing asks for', () => {
    const switched = ':root{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light}'
    const made = (css: string) => {
      const files = new Map([['_next/a.css', Buffer.from(css)]])
      styleBesidePage(link('_next/a.css'), files)
      return [...files.values()].at(-1)?.toString()
    }
    expect(made(switched)).toBe(':root{color-scheme:light}')
    const asking = `${switched}a{color:var(--lightningcss-light,red)}`
    expect(made(asking)).toBe(asking)
  })

  it('leaves a page without sheets, and sheets it does not have, as they are', () => {
    expect(styleBesidePage('<head></head>', new Map())).toBe('<head></head>')
    expect(styleBesidePage(link('gone.css'), new Map())).toBe(link('gone.css'))
  })

  it('keeps its pictures and fonts when it moves', () => {
    expect(rebased('a{background:url(../x.png)}b{background:url("/y.png")}', '_next/static/chunks/a.css')).toBe(
      'a{background:url(/_next/static/x.png)}b{background:url("/y.png")}',
    )
  })
})
