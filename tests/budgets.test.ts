import { describe, expect, it } from 'vitest'
import { budgetFaults, weightOf } from '#lib/export/budgets.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'

const SIZES: Record<string, number> = { 'about/index.html': 9000, 'e.js': 500, 'f.woff2': 8000, 'icon.svg': 300, 's.css': 5000 }
const sizeOf = (file: string) => SIZES[file] ?? 0

describe('the weight of a page', () => {
  const page = readPage(
    '/about/',
    '<link rel="stylesheet" href="/s.css"><link rel="stylesheet" href="/s.css"><link rel="icon" href="/icon.svg"><script data-own="early" data-enhance="/e.js">x</script>',
  )

  it('counts what is loaded once, the font of a style sheet and the later script with it, without the icon', () => {
    expect(weightOf(page, sizeOf, (file) => (file === 's.css' ? ['/f.woff2'] : []))).toEqual({
      page: 9000,
      withoutFont: 14_500,
      withFont: 22_500,
      requests: 4,
    })
  })

  it('is held to the budget of its kind, and the message says size and budget', () => {
    const weight = { page: 22_001, withoutFont: 22_001, withFont: 40_001, requests: 5 }
    expect(formatFaults(budgetFaults('/roles/trainer/', weight))).toMatchInlineSnapshot(`
      "/roles/trainer/
        A first visit without the font costs 22001 bytes (brotli); the budget is 22000. Shorten the page, or load less.
        A first visit costs 40001 bytes (brotli); the budget is 40000. Shorten the page, or load less.
        A first visit makes 5 requests; the budget is 4. Shorten the page, or load less."
    `)
    expect(budgetFaults('/about/', { ...weight, withoutFont: 20_001, withFont: 30_000, requests: 4 })).toHaveLength(1)
    expect(budgetFaults('/roles/trainer/', { ...weight, withoutFont: 22_000, withFont: 40_000, requests: 4 })).toEqual([])
  })
})
