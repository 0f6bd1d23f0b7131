import { describe, expect, it } from 'vitest'
import { readPage } from '#lib/export/exported-page.ts'
import { hostRedirects, readRedirects, stubPage } from '#lib/export/redirects.ts'

const move = { from: '/roles/ops-manager/', to: '/roles/operations-manager/' }

describe('redirects', () => {
  it('are written for hosts with and without the closing slash, and read back', () => {
    expect(hostRedirects([move])).toBe(
      '/roles/ops-manager/ /roles/operations-manager/ 301\n/roles/ops-manager /roles/operations-manager/ 301\n',
    )
    expect(readRedirects(hostRedirects([move]))).toEqual([move, { ...move, from: '/roles/ops-manager' }])
  })

  it('have a page for hosts that know none: it leads on by itself, by a link, and for search engines', () => {
    const page = readPage(move.from, stubPage(move, 'Operations <manager> & "co"', 'https://floorwalk.example'))
    expect(page.canonical).toBe('https://floorwalk.example/roles/operations-manager/')
    expect(page.references.map(({ url }) => url).filter((url) => url === move.to)).toHaveLength(2)
    expect(page.title).toBe('Moved: Operations <manager> & "co"')
    expect(page.topHeadings).toHaveLength(1)
    expect(page.lang).toBe('en')
  })
})
