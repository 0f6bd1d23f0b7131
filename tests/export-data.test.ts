import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { toString as textIn } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { DATASETS } from '#lib/data/catalogue.ts'
import { dataFiles } from '#lib/data/data-files.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readSite } from '#lib/export/site-files.ts'
import { elements, parsed } from './rendered-page.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const page = files.get('data/index.html')?.toString('utf8') ?? ''

describe('the published data', () => {
  it('are the files that the library makes, with a twin of each in both forms', () => {
    for (const [file, text] of dataFiles(library)) {
      const bytes = Buffer.from(text)
      expect(files.get(`data/${file}`)?.equals(bytes), file).toBe(true)
      expect(brotliDecompressSync(files.get(`data/${file}.br`) ?? Buffer.alloc(0)).equals(bytes), file).toBe(true)
      expect(gunzipSync(files.get(`data/${file}.gz`) ?? Buffer.alloc(0)).equals(bytes), file).toBe(true)
    }
  })

  it('are loaded by no page: only the page about them links to them', () => {
    for (const [file, bytes] of files)
      if (file.endsWith('.html') && file !== 'data/index.html') expect(bytes.toString('utf8'), file).not.toMatch(/["(]\/data\/[a-z]/)
    expect(page).not.toMatch(/<(?:link|script|img)[^>]*\/data\/[a-z]/)
  })

  it('are linked from their page, each with its true weight, and every table has its dictionary', () => {
    const links = elements(parsed(page)).filter(({ tagName }) => tagName === 'a')
    for (const { name, fields } of DATASETS) {
      for (const ending of ['csv', 'json']) {
        const bytes = files.get(`data/${name}.${ending}`)?.length ?? 0
        const link = links.find(({ properties }) => properties.href === `/data/${name}.${ending}`)
        if (!link) throw new Error(`${name}.${ending} is not linked.`)
        expect(textIn(link)).toContain(`${Math.round(Math.max(1, bytes / 1000)).toLocaleString('en-GB')} kB`)
        expect(link.properties).toHaveProperty('download')
      }
      const [, entry = ''] = page.split(`id="table-${name}"`)
      for (const field of Object.keys(fields)) expect(entry.split('</section>')[0], `${name}.${field}`).toContain(`<code>${field}</code>`)
    }
  })
})
