import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { lastChanged } from '#lib/changes.ts'
import { COLLECTIONS, hasPages } from '#lib/content/collection.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { embeds } from '#lib/embed.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { addressOfFile, fileOfAddress, readSite } from '#lib/export/site-files.ts'
import { KINDS } from '#lib/fields.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const html = (address: string) => files.get(fileOfAddress(address))?.toString('utf8') ?? ''
const addresses = library.addresses()
const records = library.records()
const pages = new Map(addresses.map((address) => [address, readPage(address, html(address))]))

/** One page of every kind, by the first part of the address and its depth. */
const ofEveryKind = [...new Map(addresses.map((address) => [`${address.split('/')[1]} ${address.split('/').length}`, address])).values()]

interface LinkedData {
  '@context': string
  '@type': string
  [field: string]: unknown
}
const linkedData = (address: string): LinkedData[] =>
  [...html(address).matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => JSON.parse(text) as LinkedData,
  )

const doubles = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('every page', () => {
  it('has a title and a description of its own', () => {
    expect(doubles([...pages.values()].map((page) => page.title))).toEqual([])
    expect(doubles([...pages.values()].map((page) => page.description))).toEqual([])
  })

  it('says in linked data where it stands: a breadcrumb from home to itself', () => {
    for (const address of addresses) {
      const trail = linkedData(address).find((data) => data['@type'] === 'BreadcrumbList') as
        | { itemListElement: { item: string; name: string; position: number }[] }
        | undefined
      expect(trail, address).toBeDefined()
      const items = trail?.itemListElement ?? []
      expect(items.map((item) => item.position)).toEqual(items.map((_, index) => index + 1))
      expect(new URL(items[0]?.item ?? '').pathname, address).toBe('/')
      expect(new URL(items.at(-1)?.item ?? '').pathname, address).toBe(address)
      for (const item of items) expect(addresses, address).toContain(new URL(item.item).pathname)
    }
  })

  it('has linked data of schema.org with a name, a description and its address', () => {
    for (const address of addresses) {
      const [first] = linkedData(address)
      expect(first?.['@context'], address).toBe('https://schema.org')
      expect(String(first?.name ?? first?.headline ?? ''), address).not.toBe('')
      if (first?.['@type'] !== 'DefinedTermSet') expect(String(first?.description ?? ''), address).not.toBe('')
      expect(new URL(String(first?.url)).pathname, address).toBe(address)
    }
  })

  it('has the tags of a link preview', () => {
    for (const address of addresses)
      for (const tag of ['og:title', 'og:description', 'og:url', 'og:image', 'og:type'])
        expect(html(address), `${tag} of ${address}`).toMatch(new RegExp(`<meta property="${tag}" content="[^"]+"`))
  })

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

describe('linked data by kind', () => {
  it.each([
    ['roles', 'Occupation'],
    ['certifications', 'EducationalOccupationalCredential'],
    ['skills', 'DefinedTerm'],
    ['metrics', 'DefinedTerm'],
    ['pathways', 'HowTo'],
    ['guides', 'Article'],
  ] as const)('%s are %s', (kind, type) => {
    for (const entry of library.all(kind)) expect(linkedData(entry.address)[0]?.['@type'], entry.address).toBe(type)
  })

  it('the glossary is a set that holds every term, each with an anchor that exists', () => {
    const set = linkedData('/glossary/').find((data) => data['@type'] === 'DefinedTermSet')
    const terms = (set?.hasDefinedTerm ?? []) as { name: string; url: string }[]
    expect(terms.map((term) => term.name).sort()).toEqual(
      library
        .all('glossary')
        .map((term) => term.data.title)
        .sort(),
    )
    for (const term of terms) expect(html('/glossary/')).toContain(`id="${new URL(term.url).hash.slice(1)}"`)
  })

  it('a role carries the pay of every official row, percentiles rising', () => {
    for (const role of library.all('roles')) {
      const [occupation] = linkedData(role.address)
      const salaries = (occupation?.estimatedSalary ?? []) as Record<string, number | string>[]
      const official = library.payFor(role.id).flatMap(({ records }) => records.filter((record) => record.kind === 'official'))
      expect(salaries.length, role.id).toBe(official.length)
      for (const salary of salaries) {
        const given = ['percentile10', 'percentile25', 'median', 'percentile75', 'percentile90'].flatMap((name) => salary[name] ?? [])
        expect([...given].sort((a, b) => Number(a) - Number(b))).toEqual(given)
      }
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
