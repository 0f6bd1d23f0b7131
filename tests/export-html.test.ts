import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { lastChanged } from '#lib/changes.ts'
import { COLLECTIONS, hasPages } from '#lib/content/collection.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { embeds } from '#lib/embed.ts'
import { OUT } from '#lib/export/build-site.ts'
import { addressOfFile, fileOfAddress, readSite } from '#lib/export/site-files.ts'
import { KINDS } from '#lib/fields.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const html = (address: string) => files.get(fileOfAddress(address))?.toString('utf8') ?? ''
const addresses = library.addresses()
const records = library.records()

/** One page of every kind, by the first part of the address and its depth. */
const ofEveryKind = [...new Map(addresses.map((address) => [`${address.split('/')[1]} ${address.split('/').length}`, address])).values()]

describe('every page', () => {
  it('of an article tells when it was reviewed, links to its file and takes a report', () => {
    for (const kind of KINDS.filter(hasPages))
      for (const entry of library.all(kind)) {
        const text = html(entry.address)
        expect(text, entry.address).toContain(`<time dateTime="${entry.data.reviewed}"`)
        expect(text, entry.address).toContain(`/edit/main/${entry.file}"`)
        expect(text, entry.address).toMatch(/href="(?:mailto:|\/record\/)/)
      }
  })
})

describe('one page of every kind', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // React writes dateTime and charSet so, void elements with a slash, and empty values for bare attributes.
      // The gate leaves out end tags that the standard lets be left out.
      'no-implicit-close': 'off',
      // React makes ids that begin with a line, which the standard allows.
      'valid-id': ['error', { relaxed: true }],
      'attr-case': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'no-inline-style': 'error',
      'long-title': 'off',
      // A telephone-like run of digits in a mail address or a code is not a telephone number.
      'tel-non-breaking': 'off',
    },
  })

  const embedOfEveryKind = [...new Map(embeds(library).map(({ kind, address }) => [kind, address])).values()]

  it.each([...ofEveryKind, ...embedOfEveryKind, records[0] ?? '', '/404.html'])('%s is valid HTML', async (address) => {
    const text = address === '/404.html' ? (files.get('404.html')?.toString('utf8') ?? '') : html(address)
    const report = await validator.validateString(text)
    expect(
      report.results.flatMap((result) => result.messages.map((each) => `${each.line}:${each.column} ${each.ruleId}: ${each.message}`)),
    ).toEqual([])
  })
})

describe('the sitemap', () => {
  const sitemap = files.get('sitemap.xml')?.toString('utf8') ?? ''

  it('lists every page once, and when it last changed as far as that is known', () => {
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
    expect(listed.sort()).toEqual([...addresses].sort())
    const known = lastChanged(library)
    expect(known.size).toBeGreaterThan(10)
    for (const [address, day] of known) expect(sitemap).toContain(`${address}</loc>\n<lastmod>${day}`)
  })

  it('counts as many addresses as there are files with a page', () => {
    const built = [...files.keys()].filter((file) => file.endsWith('/index.html') || file === 'index.html').map(addressOfFile)
    expect(built.length).toBe(addresses.length + library.records().length + embeds(library).length + library.redirects().length)
    expect(Object.keys(COLLECTIONS).length).toBe(KINDS.length)
  })
})
