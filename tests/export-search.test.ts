import { toString as textIn } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { fileOfAddress, readSite } from '#lib/export/site-files.ts'
import type { SearchIndex } from '#lib/reader/search-index.ts'
import { plainId } from '#lib/reader/search-index.ts'
import { searchIndex, sourceIndex } from '#lib/search-index.ts'
import { elements, parsed } from './rendered-page.ts'

const files = readSite(OUT)
const text = (file: string) => files.get(file)?.toString('utf8') ?? ''
const page = text('search/index.html')
/** The file that the page of the search names in one of its attributes. */
const named = (attribute: string) => (new RegExp(`data-${attribute}="(/_next/static/[^"]+)"`).exec(page)?.[1] ?? '').slice(1)
const overTheWire = (file: string) => files.get(`${file}.br`)?.length ?? Number.NaN
const { library } = loadLibrary()
const pages = JSON.parse(text(named('pages'))) as SearchIndex
const sources = JSON.parse(text(named('sources'))) as SearchIndex

/** Every place that an answer may lead to, with its heading. Rows of roles on the pages of countries included. */
const places = [...pages.groups, ...sources.groups].flatMap(({ kind, address: [before, after], sections, entries }) =>
  entries.flatMap(([id, title, , , , shared = '', , own = []]) => {
    const address = `${before}${id || plainId(title)}${after}`
    const parts = [
      ...own.map(([heading, , given]) => ({ id: given ?? plainId(heading), heading })),
      ...sections.flatMap(([part, heading], index) => {
        const mark = shared[index] ?? '-'
        return mark === '-' ? [] : [{ id: mark === 'b' ? `block-${part}` : part, heading }]
      }),
      ...(kind === 'salaries' ? library.all('roles').map((role) => ({ id: `role-${role.id}`, heading: role.data.title })) : []),
    ]
    return [{ kind, address, id: '', heading: '' }, ...parts.map((part) => ({ kind, address, ...part }))]
  }),
)

describe('what the search downloads', () => {
  it('is made of the library alone: twice the same bytes, and the ones that were shipped', () => {
    expect(JSON.stringify(searchIndex(library))).toBe(text(named('pages')))
    expect(JSON.stringify(sourceIndex(loadLibrary().library))).toBe(text(named('sources')))
  })

  it('knows every article and every list page', () => {
    const known = new Set(places.map(({ address }) => address))
    expect(library.addresses().filter((address) => !known.has(address))).toEqual(['/', '/search/'])
    for (const { address } of library.all('glossary')) expect(known).toContain(address)
  })

  it('leads to places that exist', () => {
    const ids = new Map<string, ReadonlySet<string>>()
    const missing = places.filter(({ address, id }) => {
      const [path = '', anchor = id] = address.split('#')
      const file = fileOfAddress(path)
      if (!ids.has(path)) ids.set(path, files.has(file) ? readPage(path, text(file)).ids : new Set())
      return anchor === '' ? !files.has(file) : !ids.get(path)?.has(anchor)
    })
    expect(places.length).toBeGreaterThan(2000)
    expect(missing).toEqual([])
  })

  it('calls sections what their pages call them', () => {
    const kinds = [...new Set(places.map(({ kind }) => kind))].filter((kind) => !['glossary', 'sources', 'pages'].includes(kind))
    const wrong = kinds.flatMap((kind) => {
      const first = places.find((each) => each.kind === kind)?.address ?? ''
      const found = elements(parsed(text(fileOfAddress(first))))
      return places
        .filter(({ address, id }) => address === first && id !== '' && !id.startsWith('block-'))
        .flatMap(({ id, heading }) => {
          const element = found.find(({ properties }) => properties.id === id)
          const is = element ? textIn(element).trim() : 'nothing'
          // A role's name stands behind its badge.
          return is.endsWith(heading) ? [] : [`${first}#${id}: ${heading}, on the page: ${is}`]
        })
    })
    expect(kinds.length).toBeGreaterThan(8)
    expect(wrong).toEqual([])
  })

  it('costs at most 60 kB at the first question, with the script of the page', () => {
    const script = /src="\/(_next\/static\/search\.[^"]+)"/.exec(page)?.[1] ?? ''
    const parts = [script, named('engine'), named('pages')].map((file) => ({ file, bytes: overTheWire(file) }))
    expect(
      parts.reduce((sum, { bytes }) => sum + bytes, 0),
      JSON.stringify(parts),
    ).toBeLessThanOrEqual(60_000)
    expect(overTheWire(named('sources'))).toBeLessThanOrEqual(25_000)
  })
})
