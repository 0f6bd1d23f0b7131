import { describe, expect, it } from 'vitest'
import { queryFault } from '#lib/export/query-pages.ts'

const pages = { '/find/': ['q', 'kind'] }

describe('a link with a query', () => {
  it('may lead to a page whose script reads it', () => {
    expect(queryFault('/find/', '', pages)).toBeUndefined()
    expect(queryFault('/find/', '?q=team+captain&kind=roles', pages)).toBeUndefined()
  })

  it('is refused with a name that the page does not read', () => {
    expect(queryFault('/find/', '?q=a&sort=z', pages)).toBe('asks for "sort", which /find/ does not read. It reads: q, kind.')
  })

  it('is refused to any other page', () => {
    expect(queryFault('/roles/trainer/', '?q=a', pages)).toBe('carries a query, which a static site cannot answer.')
  })
})
