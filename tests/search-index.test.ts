import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { GuidePage } from '#components/guide/guide-page.tsx'
import { FIXED_PAGES } from '#lib/content/collection.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { ownSections, sharedSections } from '#lib/page-sections.ts'
import { createSearch } from '#lib/reader/search.ts'
import { plainId } from '#lib/reader/search-index.ts'
import { searchIndex, sourceIndex } from '#lib/search-index.ts'
import { libraryWith, printed, withBody, withField } from './content-tree.ts'
import { html } from './rendered-page.ts'

const GUIDE = 'guides/what-bpo-is.mdx'
const { library: small } = loadLibrary('tests/fixtures/small')

describe('the index', () => {
  it('is the same for the same articles', () => {
    expect(JSON.stringify(searchIndex(small))).toBe(JSON.stringify(searchIndex(loadLibrary('tests/fixtures/small').library)))
  })

  it('holds every published article once, the publications in a file of their own', () => {
    const count = (kinds: { kind: string; entries: readonly unknown[] }[]) =>
      Object.fromEntries(kinds.map(({ kind, entries }) => [kind, entries.length]))
    expect(count([...searchIndex(small).groups])).toMatchObject({ roles: 2, skills: 4, guides: 1, glossary: 1 })
    expect(count([...searchIndex(small).groups])).not.toHaveProperty('sources')
    expect(count([...sourceIndex(small).groups])).toEqual({ sources: 1 })
  })

  it('knows every page without an article; a new one is named in lib/search-index.ts', () => {
    const known = searchIndex(small)
      .groups.find(({ kind }) => kind === 'pages')
      ?.entries.map(([address]) => address)
    expect([...(known ?? []), '/', '/search/'].sort()).toEqual([...FIXED_PAGES].sort())
  })

  it('leaves drafts out', () => {
    const library = libraryWith({ [GUIDE]: withField('status', 'status: draft') })
    expect(searchIndex(library).groups.find(({ kind }) => kind === 'guides')?.entries).toEqual([])
  })

  it('finds by findBy what the page does not print', async () => {
    const library = libraryWith({ [GUIDE]: withField('findBy', 'findBy: [zorgle hotline]') })
    expect(
      createSearch(searchIndex(library))
        .ask('zorgle')
        .found.map(({ address }) => address),
    ).toEqual(['/guides/what-bpo-is/'])
    expect(await html(createElement(GuidePage, { guide: library.get('guides', 'what-bpo-is'), library }))).not.toContain('zorgle')
  })

  it('keeps a word that the text says often at the section that says it most', () => {
    const text = '## One thing\n\nA zorgle.\n\n## Another thing\n\nA zorgle, a zorgle and a zorgle.\n'
    const library = libraryWith({ [GUIDE]: withBody(text) })
    expect(
      createSearch(searchIndex(library))
        .ask('zorgle')
        .found.map(({ address }) => address),
    ).toEqual(['/guides/what-bpo-is/#another-thing'])
  })

  it('gives the id of a heading only where its words do not', () => {
    const own = searchIndex(small).groups.flatMap(({ entries }) => entries.flatMap((entry) => entry[7] ?? []))
    expect(own.length).toBeGreaterThan(3)
    for (const [heading, , id] of own) expect(id).not.toBe(plainId(heading))
  })
})

describe('findBy', () => {
  it('is checked: no doubles, no long stories', () => {
    expect(printed({ [GUIDE]: withField('findBy', 'findBy: [a b, a b]') })).toContain('stands in the list twice')
    expect(printed({ [GUIDE]: withField('findBy', `findBy: [${'x'.repeat(61)}]`) })).toContain('is longer than 60 characters')
  })
})

describe('the sections of a page', () => {
  it('know which the page leaves out, and where a writer placed a block', () => {
    const role = small.get('roles', 'operations-manager')
    const ids = sharedSections(role, small).map(({ id }) => id)
    expect(ids).toContain('names')
    for (const { name } of role.body.blocks) {
      expect(ids).toContain(`block-${name}`)
      expect(ids).not.toContain(name)
    }
  })

  it('hold the text below each heading', () => {
    const library = libraryWith({ [GUIDE]: withBody('Before.\n\n## One\n\nFirst.\n\n### Deeper\n\nStill first.\n\n## Two\n\n- Second\n') })
    expect(ownSections(library.get('guides', 'what-bpo-is')).map(({ id, text }) => [id, text.trim()])).toEqual([
      ['one', 'First. Still first.'],
      ['two', 'Second'],
    ])
  })
})
