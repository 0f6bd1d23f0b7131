import { describe, expect, it } from 'vitest'
import { RECORDED } from '#lib/content/collection.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { fileOfAddress, readSite } from '#lib/export/site-files.ts'
import type { Kind } from '#lib/fields.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const html = (address: string) => files.get(fileOfAddress(address))?.toString('utf8') ?? ''
const records = library.records()
const articleOf = (record: string) => record.replace(/^\/record/, '')

const ROW = /^(?:figure|measure|skill|move|q|row|rule)-/
/** Steps have ids of their own making. */
const steps = new Set(library.all('stages').flatMap(({ data }) => data.steps.map(({ id }) => id)))

describe('the records', () => {
  it('stand behind every article that has lines to cite', () => {
    expect(records.length).toBe(RECORDED.reduce((sum, kind) => sum + library.all(kind).length, 1))
    for (const record of records) expect(html(record), record).toContain('<h1>Cite or report: ')
  })

  it('are in no list: search engines are asked to leave them, the sitemap has none', () => {
    for (const record of records) expect(html(record), record).toMatch(/<meta name="robots" content="noindex">/)
    expect(files.get('sitemap.xml')?.toString()).not.toContain('/record/')
    for (const address of library.addresses()) expect(html(address), address).not.toContain('noindex')
  })

  it('are shared as what they are about', () => {
    const card = (address: string) => html(address).match(/<meta property="og:[^>]*?(?=\/?>)/g)
    for (const record of records) expect(card(record), record).toEqual(card(articleOf(record)))
  })

  it('hold every figure, row, question and rule that their page has an anchor for, and nothing else', () => {
    for (const record of records) {
      const article = articleOf(record)
      const cited = new Set(
        [...html(record).matchAll(new RegExp(`<a href="${article}#([^"]*)">`, 'g'))].map(([, anchor = '']) => decodeURIComponent(anchor)),
      )
      const there = readPage(article, html(article)).ids
      expect(
        [...cited].filter((anchor) => !there.has(anchor)),
        record,
      ).toEqual([])
      expect(
        [...there].filter((id) => ROW.test(id) && !steps.has(id) && !cited.has(id)),
        record,
      ).toEqual([])
      const rows = html(article).matchAll(/<div class="pay-row" id="([^"]*)"/g)
      expect(
        [...rows].map(([, id = '']) => id).filter((id) => !cited.has(id)),
        record,
      ).toEqual([])
    }
  })

  it('let every line be reported by mail and in the repository, with its address in the words', () => {
    const [record] = records
    const text = html(record ?? '').replaceAll('&amp;', '&')
    const lines = [...text.matchAll(/<p class="citation">([^<]*)/g)].map(
      ([, citation = '']) => /https:\/\/floorwalk\.example[^,]*/.exec(citation)?.[0],
    )
    expect(lines.length).toBeGreaterThan(20)
    const bodies = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, body = '']) => decodeURIComponent(body).split('\n')[0])
    expect(bodies(/href="mailto:[^"]*&body=([^"]*)"/g)).toEqual(lines)
    expect(bodies(/href="https:\/\/code\.example\/floorwalk\/issues\/new\?[^"]*&body=([^"]*)"/g)).toEqual(lines)
  })

  it('are linked from the foot of their page, where others keep the mail', () => {
    const foot = 'Cite or report a line</a>'
    for (const kind of RECORDED)
      for (const { address } of library.all(kind as Kind)) expect(html(address), address).toContain(`<a href="/record${address}">${foot}`)
    for (const { address } of library.all('sources')) {
      expect(html(address), address).not.toContain(foot)
      expect(html(address), address).toContain('href="mailto:')
    }
  })
})
