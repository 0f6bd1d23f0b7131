import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { addressOfFile, readSite } from '#lib/export/site-files.ts'
import { factsOf } from '#lib/facts.ts'

const pages = new Map([...readSite(OUT)].filter(([file]) => file.endsWith('.html')).map(([file, bytes]) => [addressOfFile(file), bytes]))
const facts = factsOf(loadLibrary().library)

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
