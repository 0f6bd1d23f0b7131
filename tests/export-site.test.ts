import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { embeds } from '#lib/embed.ts'
import { OUT } from '#lib/export/build-site.ts'
import { EARLY_SCRIPT } from '#lib/export/early-script.ts'
import { PAGE_SCRIPT_NAMES, pageScriptRule } from '#lib/export/page-scripts.ts'
import { MOVED_SCRIPT } from '#lib/export/redirects.ts'
import { HOST_FILES, policyHash, readCommonHeaders } from '#lib/export/security-headers.ts'
import { addressOfFile, fileOfAddress, readSite } from '#lib/export/site-files.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const text = (file: string) => files.get(file)?.toString('utf8') ?? ''
const stubs = new Set(library.redirects().map(({ from }) => from))
const pages = [...files.keys()].filter((file) => file.endsWith('.html') && !stubs.has(addressOfFile(file)))
const policy = readCommonHeaders(text('_headers'))['Content-Security-Policy'] ?? ''
const isLive = (file: string) => text(file).includes('data-island')
const still = pages.filter((file) => !isLive(file))

describe('the exported site', () => {
  it('has a page for every address of the library, every record and embed, the not-found page, and no other', () => {
    const addresses = [...library.addresses(), ...library.records(), ...embeds(library).map(({ address }) => address), '/404.html']
    expect(pages.map(addressOfFile).sort()).toEqual(addresses.sort())
  })

  it('has still pages without any script of the framework', () => {
    expect(still.length).toBeGreaterThan(10)
    for (const file of still) {
      expect(text(file), file).not.toMatch(/__next_f|\/_next\/static\/chunks\/|TURBOPACK/)
      for (const [tag] of text(file).matchAll(/<script(?![^>]*ld\+json)[^>]*>/g))
        if (!/^<script type="module" src="\/_next\/static\/[\w.-]+\.js" data-own="[a-z-]+">$/.test(tag))
          expect(tag, file).toMatch(/^<script data-own="early" data-enhance="\/_next\/static\/enhance\.[0-9a-f]+\.js">$/)
    }
  })

  it.each(PAGE_SCRIPT_NAMES)('names the script %s once on each page that needs it, and nowhere else', (name) => {
    const naming = new RegExp(`<script type="module" src="(/_next/static/${name}\\.[0-9a-f]{10}\\.js)" data-own="${name}">`, 'g')
    const named = new Map(still.map((file) => [addressOfFile(file), [...text(file).matchAll(naming)].map(([, source = '']) => source)]))
    const needing = pages.map(addressOfFile).filter((address) => pageScriptRule(name).pages?.test(address))
    expect(
      [...named]
        .filter(([, sources]) => sources.length > 0)
        .map(([address]) => address)
        .sort(),
    ).toEqual([...needing].sort())
    for (const address of needing) expect(named.get(address), address).toHaveLength(1)
    expect(new Set([...named.values()].flat()).size).toBe(needing.length > 0 ? 1 : 0)
    const scripts = [...files.keys()].filter((file) => new RegExp(`^_next/static/${name}\\.[0-9a-f]{10}\\.js$`).test(file))
    expect(scripts).toHaveLength(1)
    expect(files.get(`${scripts[0]}.br`)?.length).toBeLessThanOrEqual(pageScriptRule(name).bytes)
    expect(files.has(`scripts/${name}.js`)).toBe(false)
  })

  it('lets readers mark steps on every stage', () => {
    const stages = library.all('stages').map(({ address }) => address)
    expect(stages.length).toBeGreaterThan(5)
    expect(
      pages
        .map(addressOfFile)
        .filter((address) => pageScriptRule('stage-marks').pages?.test(address))
        .sort(),
    ).toEqual(stages.sort())
  })

  it('carries no utility that a word of the code only seemed to name', () => {
    const sheets = [...files.keys()].filter((file) => file.endsWith('.css'))
    expect(sheets.length).toBeGreaterThan(3)
    for (const file of sheets) expect(text(file), file).not.toContain('--tw-')
  })

  it('lets run and show only what its security policy names', () => {
    for (const file of pages) {
      expect(text(file), file).not.toContain('<style')
      for (const [, code = ''] of text(file).matchAll(/<script data-own="early"[^>]*>([\s\S]*?)<\/script>/g))
        expect(code).toBe(EARLY_SCRIPT)
      expect(text(file), file).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)="/)
    }
    expect(policy).toContain(policyHash(EARLY_SCRIPT))
    expect(policy.length).toBeLessThan(1900)
  })

  it('holds nothing that no reader asks for', () => {
    const left = [...files.keys()].filter((file) => /\.txt$/.test(file) && file !== 'robots.txt' && !file.startsWith('fonts/'))
    if (still.length === pages.length) expect(left).toEqual([])
    const everything =
      pages.map(text).join('\n') +
      [...files.keys()]
        .filter((file) => /\.css$/.test(file))
        .map(text)
        .join('\n')
    for (const file of files.keys())
      if (file.startsWith('_next/') && still.length === pages.length)
        expect(everything.includes(`/${file.replace(/\.(?:br|gz)$/, '')}`), file).toBe(true)
  })

  it('keeps a first visit to the operations manager within the promise: 20 kB without the font, 40 kB with it, four requests', () => {
    const page = text('roles/operations-manager/index.html')
    const named = [...page.matchAll(/<(?:script|link|img)\b[^>]*?\s(?:src|href|data-enhance)="(\/[^"]*)"[^>]*>/g)]
      .filter(([tag]) => !/rel="(?:canonical|icon|apple-touch-icon|manifest)"/.test(tag))
      .map(([, url = '']) => url)
    const fonts = named.filter((url) => url.endsWith('.css')).flatMap((url) => text(fileOfAddress(url)).match(/\/[^"(]+\.woff2/g) ?? [])
    const loaded = new Set([...named, ...fonts])
    expect(loaded.size).toBe(3)
    const wire = (file: string) => (files.get(`${file}.br`) ?? files.get(file) ?? Buffer.alloc(0)).length
    const sizes = [...loaded].map((url) => ({ url, size: wire(fileOfAddress(url)) }))
    const sum = (all: typeof sizes) => all.reduce((total, { size }) => total + size, wire('roles/operations-manager/index.html'))
    expect(sizes.every(({ size }) => size > 0)).toBe(true)
    expect(sum(sizes)).toBeLessThanOrEqual(40_000)
    expect(sum(sizes.filter(({ url }) => !url.endsWith('.woff2')))).toBeLessThanOrEqual(20_000)
    expect(1 + loaded.size).toBeLessThanOrEqual(4)
  })

  it('leads readers of every old address on', () => {
    for (const { from, to } of library.redirects()) {
      expect(text(fileOfAddress(from))).toContain(`content="0; url=${to}"`)
      expect(text(fileOfAddress(from))).toContain(`<script src="${MOVED_SCRIPT}" data-to="${to}">`)
      expect(files.has(fileOfAddress(MOVED_SCRIPT))).toBe(true)
      expect(text('_redirects')).toContain(`${from} ${to} 301\n`)
    }
  })

  it('has what hosts need beside it', () => {
    for (const name of HOST_FILES) expect(files.has(name)).toBe(true)
    expect(readFileSync(`${OUT}/404.html`, 'utf8')).toContain('<h1>')
  })
})
