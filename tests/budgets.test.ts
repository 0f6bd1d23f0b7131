import { describe, expect, it } from 'vitest'
import { budgetFaults, budgetFor, LIVE_BUDGET, liveBudgetFaults, liveWeightOf, weightOf } from '#lib/export/budgets.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { formatFaults } from '#lib/export/fault.ts'
import { PAGE_SCRIPTS } from '#lib/export/page-scripts.ts'

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

  it('of a stage may be larger by the script for marks, and no other page of a pathway', () => {
    const pathway = budgetFor('/pathways/operations-manager/')
    expect(budgetFor('/pathways/')).toEqual(pathway)
    expect(budgetFor('/pathways/operations-manager/first-lead-role/')).toEqual({
      withoutFont: pathway.withoutFont + PAGE_SCRIPTS['stage-marks'].bytes,
      withFont: pathway.withFont + PAGE_SCRIPTS['stage-marks'].bytes,
      requests: pathway.requests + 1,
    })
  })

  it('of a list that can be asked may be larger by the script that answers, and no page below it', () => {
    const ordinary = budgetFor('/about/')
    for (const address of ['/roles/', '/skills/', '/certifications/', '/metrics/'])
      expect(budgetFor(address), address).toEqual({
        withoutFont: ordinary.withoutFont + PAGE_SCRIPTS.lists.bytes,
        withFont: ordinary.withFont + PAGE_SCRIPTS.lists.bytes,
        requests: ordinary.requests + 1,
      })
    expect(budgetFor('/skills/coaching/')).toEqual(ordinary)
  })
})

describe('the weight of a live page', () => {
  const scripts = [
    '<script src="/a.js" async=""></script><script src="/a.js"></script>',
    '<script src="/_next/static/inline/d.js" defer=""></script>',
    '<script src="/old.js" noModule=""></script>',
    '<script type="application/ld+json">{}</script>',
    '<script data-own="early" data-enhance="/e.js">x</script>',
  ]
  const page = readPage('/plan/', `<link rel="stylesheet" href="/s.css"><link rel="preload" as="script" href="/a.js">${scripts.join('')}`)
  const sizes: Record<string, number> = { 'plan/index.html': 8000, 's.css': 5000, 'a.js': 90_000, 'e.js': 500, 'old.js': 40_000 }
  const liveSizeOf = (file: string) => (file === '_next/static/inline/d.js' ? 20_000 : (sizes[file] ?? 0))

  it('is every script once, its data and ours with them, without those for old browsers, and the page with its style', () => {
    expect(liveWeightOf(page, liveSizeOf)).toEqual({ script: 110_500, pageAndStyle: 13_000 })
  })

  it('is held to its budget, and the message says what to do', () => {
    expect(liveBudgetFaults('/plan/', LIVE_BUDGET)).toEqual([])
    expect(formatFaults(liveBudgetFaults('/plan/', { script: 160_001, pageAndStyle: 30_001 }))).toMatchInlineSnapshot(`
      "/plan/
        The scripts have 160001 bytes (brotli); the budget is 160000. Hand the island less data, import less into it, or render more of the page on the server.
        The page and its style have 30001 bytes (brotli); the budget is 30000. Render less of what only the island shows, or shorten the page."
    `)
  })
})
