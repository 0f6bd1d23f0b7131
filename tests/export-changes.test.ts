import { describe, expect, it } from 'vitest'
import { changeFeed } from '#lib/change-feed.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { addressOfFile, readSite } from '#lib/export/site-files.ts'
import { factsOf } from '#lib/facts.ts'

const files = readSite(OUT)
const pages = new Map([...files].filter(([file]) => file.endsWith('.html')).map(([file, bytes]) => [addressOfFile(file), bytes]))
const { library } = loadLibrary()
const facts = factsOf(library)

describe('the facts of the guide', () => {
  it('stand each on a page that was exported', () => {
    expect(facts.length).toBeGreaterThan(1000)
    expect(facts.filter(({ address }) => !pages.has(address)).map(({ id }) => id)).toEqual([])
  })

  it('have anchors that their pages have', () => {
    const anchors = new Map<string, Set<string>>()
    const anchorsOf = (address: string) => {
      const known = anchors.get(address) ?? new Set([...String(pages.get(address)).matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
      anchors.set(address, known)
      return known
    }
    expect(facts.filter(({ anchor }) => anchor !== undefined).length).toBeGreaterThan(900)
    expect(
      facts
        .filter(({ address, anchor }) => anchor !== undefined && !anchorsOf(address).has(anchor))
        .map(({ id, address, anchor }) => `${id}: ${address}#${anchor}`),
    ).toEqual([])
  })
})

describe('the feed of changes', () => {
  const feed = files.get('changes.xml')?.toString('utf8') ?? ''

  it('is the one that the library makes', () => {
    expect(feed).toBe(changeFeed(library))
  })

  it('leads to pages and places that exist', () => {
    const links = [...feed.matchAll(/<link href="([^"]+)"/g)].map(([, href = '']) => new URL(href))
    expect(links.length).toBeGreaterThan(0)
    for (const { pathname, hash } of links) {
      expect(pages.has(pathname), pathname).toBe(true)
      if (hash) expect(String(pages.get(pathname))).toContain(`id="${hash.slice(1)}"`)
    }
  })

  it('is named by the page of changes and the home page, and by no other', () => {
    const naming = [...pages].filter(([, bytes]) => String(bytes).includes('application/atom+xml')).map(([address]) => address)
    expect(naming.sort()).toEqual(['/', '/changes/'])
  })
})
