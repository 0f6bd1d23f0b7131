import { describe, expect, it } from 'vitest'
import { formatSize, withSizes } from '#lib/export/text-sizes.ts'

describe('sizes', () => {
  it('are said in thousands, rounded up below a million', () => {
    expect([1, 999, 45_001, 999_999, 1_000_000, 2_956_678].map(formatSize)).toEqual([
      '1 kB',
      '1 kB',
      '46 kB',
      '1000 kB',
      '1.0 MB',
      '3.0 MB',
    ])
  })

  it('come into the places that a page leaves for them', () => {
    const page = { address: '/about/', html: '<p>one (<span data-size-of="/a.txt"></span>), <span>two</span></p>' }
    expect(withSizes(page, () => ({ bytes: 3_000_000, wire: 660_000 }))).toEqual({
      html: '<p>one (3.0 MB, some 660 kB to fetch), <span>two</span></p>',
      faults: [],
    })
  })

  it('of what the gate does not make are a fault', () => {
    const { faults } = withSizes({ address: '/about/', html: '<span data-size-of="/b.txt"></span>' }, () => undefined)
    expect(faults).toEqual([{ page: '/about/', message: expect.stringContaining('/b.txt') }])
  })
})
