// @vitest-environment jsdom

import { describe, expect, it, vi } from 'vitest'
import { changeFeed } from '#lib/change-feed.ts'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { type Edition, type StatedFact, sealed } from '#lib/edition.ts'
import { atomFaults, parsedXml } from './atom-faults.ts'
import { libraryWith, swap } from './content-tree.ts'
import { takenEditions, withMadeEditions } from './made-editions.ts'

const made = withMadeEditions()
const ofTheGuide = changeFeed(loadLibrary().library)
const feed = changeFeed(made)
const entries = (xml: string) =>
  [...parsedXml(xml).querySelectorAll('entry')].map((entry) => ({
    id: entry.querySelector('id')?.textContent,
    title: entry.querySelector('title')?.textContent,
    updated: entry.querySelector('updated')?.textContent,
    link: entry.querySelector('link')?.getAttribute('href'),
    content: entry.querySelector('content')?.textContent ?? '',
  }))

/** The small tree with other editions before it. */
const withEditions = (...editions: Edition[]): Library =>
  new Proxy(made, { get: (library, name) => (name === 'editions' ? () => editions : Reflect.get(library, name).bind(library)) })
const edition = (date: string, facts: StatedFact[], before?: Edition) => sealed(date, facts, [], before)

describe('the feed of changes', () => {
  it('keeps to every MUST of RFC 4287', () => {
    expect(atomFaults(feed)).toEqual([])
    expect(atomFaults(ofTheGuide)).toEqual([])
  })

  it('says who made it, under which licence, and where it stands', () => {
    const root = parsedXml(feed).documentElement
    const own = (name: string) => [...root.children].filter((each) => each.localName === name)
    expect(own('author').map((each) => each.querySelector('name')?.textContent)).toEqual(['Floorwalk'])
    expect(own('rights')[0]?.textContent).toContain('https://creativecommons.org/licenses/by/4.0/')
    expect(own('link').map((each) => [each.getAttribute('rel'), each.getAttribute('href')])).toEqual([
      ['alternate', 'https://floorwalk.example/changes/'],
      ['self', 'https://floorwalk.example/changes.xml'],
    ])
  })

  it('has an entry for each edition and each page that changed in it, newest first, with ids that stay', () => {
    expect(entries(feed).map(({ id, title, link }) => [id, title, link])).toMatchInlineSnapshot(`
      [
        [
          "tag:floorwalk.example,2026-04-15:/changes/2026-04-15",
          "Edition of 15 April 2026: 3 changed, 1 new, 1 gone, 1 checked again",
          "https://floorwalk.example/changes/#edition-2026-04-15",
        ],
        [
          "tag:floorwalk.example,2026-04-15:/changes/2026-04-15/glossary/",
          "Glossary: 1 gone",
          "https://floorwalk.example/glossary/",
        ],
        [
          "tag:floorwalk.example,2026-04-15:/changes/2026-04-15/roles/team-leader/",
          "Team leader: 1 changed, 1 checked again",
          "https://floorwalk.example/roles/team-leader/",
        ],
        [
          "tag:floorwalk.example,2026-04-15:/changes/2026-04-15/salaries/philippines/",
          "Philippines: 2 changed, 1 new",
          "https://floorwalk.example/salaries/philippines/",
        ],
        [
          "tag:floorwalk.example,2026-01-15:/changes/2026-01-15",
          "Edition of 15 January 2026: the first edition, 35 facts on 39 pages",
          "https://floorwalk.example/changes/#edition-2026-01-15",
        ],
      ]
    `)
  })

  it('tells what was and what is, with links that lead from anywhere', () => {
    const entry = entries(feed).find(({ id }) => id?.endsWith('/salaries/philippines/'))
    expect(entry?.content).toMatchInlineSnapshot(
      `"<ul><li><b>Changed</b> <a href="https://floorwalk.example/salaries/philippines/#rules">Extra pay for hours at night</a>: <del>8%, minimum by law · Philippines</del> → <ins>10%, minimum by law · Philippines</ins></li><li><b>Changed</b> <a href="https://floorwalk.example/salaries/philippines/#role-operations-manager">Operations manager, Philippines: Managers of floors</a>: <del>1 in 4 under ₱50,000 · Half under ₱58,000 · 3 in 4 under ₱80,000; a month, before tax</del> → <ins>1 in 4 under ₱50,000 · Half under ₱61,000 · 3 in 4 under ₱80,000; a month, before tax</ins> <small>now OMN, May 2025; before OMN, May 2024</small></li><li><b>New</b> <a href="https://floorwalk.example/salaries/philippines/#rules">Philippines: Nights</a>: <ins>Hours at night are paid above the basic rate. 10%.</ins> <small>OMN</small></li></ul>"`,
    )
    for (const [, address = ''] of entries(feed).flatMap(({ content }) => [...content.matchAll(/href="([^"]*)"/g)]))
      expect(address).toMatch(/^https:\/\/floorwalk\.example\//)
  })

  it('is dated by its editions and not by the clock', () => {
    vi.useFakeTimers({ now: new Date('2030-01-01') })
    try {
      expect(changeFeed(withMadeEditions())).toBe(feed)
    } finally {
      vi.useRealTimers()
    }
    expect(parsedXml(feed).querySelector('feed > updated')?.textContent).toBe('2026-04-15T00:00:00.000Z')
    expect(new Set(entries(feed).map(({ updated }) => updated))).toEqual(new Set(['2026-04-15T00:00:00.000Z', '2026-01-15T00:00:00.000Z']))
  })

  it('keeps what it said of an edition when another follows', () => {
    const changed = { 'salaries/philippines.mdx': swap('value: 10', 'value: 12') }
    const { edits } = takenEditions(['2026-03-01', {}], ['2026-04-01', changed])
    const { 'editions/2026-04-01.json': _, ...first } = edits
    const before = entries(changeFeed(libraryWith(first)))
    const after = entries(changeFeed(libraryWith({ ...edits, ...changed })))
    expect(after.slice(-before.length)).toEqual(before)
    expect(after.length).toBeGreaterThan(before.length)
  })

  it('is a feed without entries where there is no edition', () => {
    const empty = changeFeed(libraryWith({}))
    expect(atomFaults(empty)).toEqual([])
    expect(entries(empty)).toEqual([])
  })

  it('carries any text unharmed: marks of XML, of HTML, of CDATA, and characters that XML forbids', () => {
    const nasty = 'a ]]> b & c < d > e &amp; "f" <script>alert(1)</script> \u0007\ufffe ₱ 😀'
    const facts = (value: string): StatedFact[] => [{ id: 'figure/x', page: '/glossary/', label: nasty, value }]
    const first = edition('2026-01-15', facts('3 weeks'))
    const library = withEditions(first, edition('2026-02-15', facts(nasty), first))
    const xml = changeFeed(library)
    expect(atomFaults(xml)).toEqual([])
    const entry = entries(xml).find(({ id }) => id === 'tag:floorwalk.example,2026-02-15:/changes/2026-02-15/glossary/')
    const { body } = new DOMParser().parseFromString(entry?.content ?? '', 'text/html')
    expect(body.querySelector('ins')?.textContent).toBe(nasty.replace('\u0007', '').replace('\ufffe', ''))
    expect(body.querySelector('script')).toBeNull()
  })

  it('ends where readers have long read on: the page has the rest', () => {
    const editions: Edition[] = []
    for (let month = 1; month <= 20; month++)
      editions.push(
        edition(
          new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10),
          [{ id: 'figure/x', page: '/glossary/', label: 'Weeks', value: `${month} weeks` }],
          editions.at(-1),
        ),
      )
    const told = entries(changeFeed(withEditions(...editions)))
    expect(told).toHaveLength(12)
    expect(told[0]?.id).toBe('tag:floorwalk.example,2025-09-01:/changes/2025-09-01')
  })
})

describe('the test for feeds', () => {
  it.each([
    ['a missing author', (xml: string) => xml.replace(/<author>[\s\S]*?<\/author>/, '')],
    ['a second title', (xml: string) => xml.replace('<subtitle>', '<title>Two</title><subtitle>')],
    ['a date of another form', (xml: string) => xml.replace(/<updated>[^<]*/, '<updated>15 April 2026')],
    ['a relative link', (xml: string) => xml.replace('href="https://floorwalk.example/changes/"', 'href="/changes/"')],
    ['an id twice', (xml: string) => xml.replace(/(<entry>[\s\S]*?<\/entry>)/, '$1$1')],
    ['an element that Atom does not know', (xml: string) => xml.replace('<subtitle>', '<description>x</description><subtitle>')],
    ['a name left out', (xml: string) => xml.replace(/<name>[^<]*<\/name>/, '')],
    ['HTML that is not escaped', (xml: string) => xml.replace('<![CDATA[Edition', '<![CDATA[A & <b>Edition')],
    ['no link to itself', (xml: string) => xml.replace('rel="self"', 'rel="related"')],
  ])('notices %s', (_, edit) => {
    const changed = edit(feed)
    expect(changed).not.toBe(feed)
    expect(atomFaults(changed)).not.toEqual([])
  })

  it('does not take a broken document for a feed', () => {
    expect(() => atomFaults(feed.replace('</feed>', ''))).toThrow()
    expect(() => atomFaults(feed.replace('<title>', '<title>A & B'))).toThrow()
  })
})
