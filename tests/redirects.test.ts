import { describe, expect, it } from 'vitest'
import { readPage } from '#lib/export/exported-page.ts'
import { hostRedirects, MOVED_SCRIPT, readRedirects, stubPage } from '#lib/export/redirects.ts'

const move = { from: '/roles/ops-manager/', to: '/roles/operations-manager/' }

describe('redirects', () => {
  it('are written for hosts with and without the closing slash, and read back', () => {
    expect(hostRedirects([move])).toBe(
      '/roles/ops-manager/ /roles/operations-manager/ 301\n/roles/ops-manager /roles/operations-manager/ 301\n',
    )
    expect(readRedirects(hostRedirects([move]))).toEqual([move, { ...move, from: '/roles/ops-manager' }])
  })

  it('have a page for hosts that know none: it leads on by itself, by a link, and for search engines', () => {
    const stub = stubPage(move, 'Operations <manager> & "co"', 'https://floorwalk.example')
    const page = readPage(move.from, stub)
    expect(page.canonical).toBe('https://floorwalk.example/roles/operations-manager/')
    expect(page.references.map(({ url }) => url).filter((url) => url === move.to)).toHaveLength(2)
    // A browser without scripts takes the refresh; one with scripts takes the anchor along.
    expect(stub).toContain(`<noscript><meta http-equiv="refresh" content="0; url=${move.to}"></noscript>`)
    expect(page.scripts).toMatchObject([{ source: MOVED_SCRIPT, code: '' }])
    expect(page.title).toBe('Moved: Operations <manager> & "co"')
    expect(page.topHeadings).toHaveLength(1)
    expect(page.lang).toBe('en')
  })
})
