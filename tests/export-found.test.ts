import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { readPage } from '#lib/export/exported-page.ts'
import { addressOfFile, fileOfAddress, readSite } from '#lib/export/site-files.ts'
import { PERCENTILES } from '#lib/salary.ts'
import { SITE } from '#lib/site.ts'
import { type Data, type Found, type PageFacts, piecesOf, ruleFaults, vocabularyFaults } from './json-ld-check.ts'
import { resultFaults, type Shown } from './search-results.ts'

const files = readSite(OUT)
const { library } = loadLibrary()
const text = (file: string) => files.get(file)?.toString('utf8') ?? ''

interface Page extends PageFacts, Shown {
  indexed: boolean
  openGraphUrl: string
  alternates: string[]
  data: Found[]
}

/** A page as search engines read it. */
function pageOf(address: string, html: string): Page {
  const { title, description, canonical, scripts } = readPage(address, html)
  const page: Page = {
    address,
    title,
    description,
    canonical,
    indexed: true,
    openGraphUrl: '',
    card: '',
    alternates: [],
    crumbs: [],
    data: [],
  }
  visit(fromHtml(html), 'element', ({ tagName, properties, children }) => {
    if (tagName === 'meta') {
      const content = String(properties.content ?? '')
      if (properties.name === 'robots' && content.includes('noindex')) page.indexed = false
      if (properties.property === 'og:url') page.openGraphUrl = content
      if (properties.property === 'og:image') page.card ||= content
    }
    if (tagName === 'link' && properties.hrefLang) page.alternates.push(String(properties.hrefLang))
    if (tagName === 'nav' && [properties.className].flat().includes('crumbs'))
      visit({ type: 'root', children }, 'element', ({ tagName: inner, properties: { href, ariaCurrent }, children: words }) => {
        if (inner !== 'a' && !ariaCurrent) return
        page.crumbs.push({ name: textOf({ type: 'root', children: words }).trim(), address: inner === 'a' ? String(href) : address })
      })
  })
  page.data = scripts.filter(({ type }) => type === 'application/ld+json').flatMap(({ code }) => piecesOf(address, code))
  return page
}

const stubs = new Set(library.redirects().map(({ from }) => from))
const pages: Page[] = []
beforeAll(() => {
  for (const file of files.keys())
    if (file.endsWith('.html') && !stubs.has(addressOfFile(file))) pages.push(pageOf(addressOfFile(file), text(file)))
  expect(pages.length).toBeGreaterThan(100)
})
const indexed = () => pages.filter((page) => page.indexed)
const dataOf = (address: string) => pages.find((page) => page.address === address)?.data.map(({ data }) => data) ?? []

/** Whether an address of the guide is in the export; of others this machine cannot know. */
function exists(url: string): boolean {
  const { origin, pathname, hash } = new URL(url)
  if (origin !== SITE.origin) return true
  const file = fileOfAddress(pathname)
  return files.has(file) && (hash === '' || text(file).includes(`id="${hash.slice(1)}"`))
}

describe('what search engines show', () => {
  it('tells every page from every other, and is not cut', () => {
    expect(resultFaults(indexed())).toEqual([])
  })

  it('would be refused where two pages say the same, or one too much or too little', () => {
    const good = { title: 'Trainer · Floorwalk', description: 'Teaches new people the work, and proves that it stuck.' }
    expect(
      resultFaults([
        { ...good, address: '/a/' },
        { ...good, address: '/b/', title: 'TRAINER · Floorwalk', description: 'Short.' },
        { address: '/c/', title: 'x'.repeat(121), description: good.description },
      ]),
    ).toEqual([
      '/b/ has the title of /a/: "TRAINER · Floorwalk". Say in both what sets them apart.',
      '/b/ has a description of 6 characters: "Short.". Search engines show 40 to 160.',
      expect.stringMatching(/^\/c\/ has a title of 121 characters: "x+"\. Search engines show 10 to 120\.$/),
      `/c/ has the description of /a/: "${good.description}". Say in both what sets them apart.`,
    ])
  })
})

describe('the addresses of pages', () => {
  it('are said once: as canonical address, in link previews and in the sitemap', () => {
    for (const { address, canonical, openGraphUrl, alternates } of indexed()) {
      expect(canonical).toBe(SITE.origin + address)
      expect(openGraphUrl, address).toBe(canonical)
      // One language: there is nothing to choose.
      expect(alternates, address).toEqual([])
    }
    const listed = [...text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.sort()).toEqual(
      indexed()
        .map(({ canonical }) => canonical)
        .sort(),
    )
    expect(text('sitemap.xml')).not.toMatch(/hreflang|noindex/)
  })

  it('are open to every crawler, which is told where they are listed', () => {
    expect(text('robots.txt').trim()).toBe(`User-Agent: *\nAllow: /\n\nSitemap: ${SITE.origin}/sitemap.xml`)
  })

  it('of pages that are not there are kept out of search results', () => {
    expect(pages.filter((page) => !page.indexed).map(({ address }) => address)).toContain('/404.html')
    for (const from of stubs) expect(text(fileOfAddress(from))).toContain('http-equiv="refresh"')
  })
})

const ARTICLE: Data = {
  '@type': 'Article',
  headline: 'Average handle time',
  url: 'https://floorwalk.example/a/',
  datePublished: '2026-01-31',
  dateModified: '2026-02-01',
  author: { '@type': 'Organization', name: 'Floorwalk', url: 'https://floorwalk.example/' },
  publisher: { '@type': 'Organization', name: 'Floorwalk', url: 'https://floorwalk.example/' },
}
const crumb = (position: number, name: string, item?: string): Data => ({ '@type': 'ListItem', position, name, ...(item ? { item } : {}) })
const TRAIL: Data = {
  '@type': 'BreadcrumbList',
  itemListElement: [crumb(1, 'Home', 'https://floorwalk.example/'), crumb(2, 'A')],
}
const PAGE: PageFacts = {
  address: '/a/',
  canonical: 'https://floorwalk.example/a/',
  card: 'https://floorwalk.example/share.png',
  crumbs: [
    { name: 'Home', address: '/' },
    { name: 'A', address: '/a/' },
  ],
}

describe('structured data', () => {
  it('stands on every page, in the words of schema.org', () => {
    for (const { address, data } of indexed()) expect(data.length, address).toBeGreaterThan(0)
    expect(vocabularyFaults(pages.flatMap(({ data }) => data))).toEqual([])
  })

  it.each<[string, Data]>([
    ['a type that there is not', { '@type': 'Artikel' }],
    ['no type', {}],
    ['a property that there is not', { '@type': 'Article', headlne: 'x' }],
    ['a property of another type', { '@type': 'Article', estimatedSalary: 3 }],
    ['a value out of range', { '@type': 'Article', datePublished: 20 }],
    ['a thing out of range', { '@type': 'Article', author: { '@type': 'Place', name: 'x' } }],
    ['an unknown thing inside', { '@type': 'Article', author: { '@type': 'Organisation', name: 'x' } }],
    ['an unknown property inside', { '@type': 'Article', author: { '@type': 'Organization', naem: 'x' } }],
    [
      'a percentile that there is not',
      { '@type': 'Occupation', estimatedSalary: [{ '@type': 'MonetaryAmountDistribution', percentile11: 3 }] },
    ],
    ['an unknown property deep inside', { '@type': 'Article', about: { '@type': 'HowTo', step: [{ '@type': 'HowToStep', txt: 'x' }] } }],
    ['a fault behind a right one', { '@type': 'BreadcrumbList', itemListElement: [crumb(1, 'x'), { '@type': 'ListItem', nme: 'x' }] }],
  ])('would be refused with %s', (_, data) => {
    expect(
      vocabularyFaults([
        { page: '/good/', data: ARTICLE },
        { page: '/bad/', data },
      ]),
    ).toEqual([expect.stringMatching(/^\/bad\/ /)])
  })

  it('says what search engines ask for, and what the page says', () => {
    expect(
      pages.flatMap((page) =>
        ruleFaults(
          page,
          page.data.map(({ data }) => data),
          exists,
        ),
      ),
    ).toEqual([])
  })

  it('says it where every kind of page needs it', () => {
    const typesOf = (address: string) => dataOf(address).map((data) => data['@type'])
    expect(typesOf('/')).toEqual(['WebSite'])
    expect(typesOf('/roles/')).toEqual(['WebPage', 'BreadcrumbList'])
    for (const { address } of library.all('roles')) expect(typesOf(address), address).toEqual(['Occupation', 'BreadcrumbList'])
    for (const kind of ['metrics', 'skills', 'certifications', 'pathways', 'stages', 'guides', 'salaries', 'sources'] as const)
      for (const { address } of library.all(kind)) expect(typesOf(address), address).toEqual(['Article', 'BreadcrumbList'])
  })

  it('tells every term of the glossary, each with its place', () => {
    const [set] = dataOf('/glossary/')
    const terms = set?.hasDefinedTerm as { name: string; url: string }[]
    expect(terms.map(({ name }) => name).sort()).toEqual(
      library
        .all('glossary')
        .map(({ data }) => data.title)
        .sort(),
    )
    expect(terms.filter(({ url }) => !exists(url))).toEqual([])
  })

  it('tells the pay of every official row of a role that is a distribution', () => {
    for (const { id, address } of library.all('roles')) {
      const official = library.payFor(id).flatMap(({ records }) => records.filter(({ kind }) => kind === 'official'))
      const distributions = official.filter((record) => PERCENTILES.some((name) => record[name] !== undefined))
      expect(dataOf(address)[0]?.estimatedSalary ?? [], id).toHaveLength(distributions.length)
    }
  })

  it('passes where it is right', () => {
    expect(ruleFaults(PAGE, [ARTICLE, TRAIL], () => true)).toEqual([])
    expect(ruleFaults(PAGE, [{ ...ARTICLE, image: PAGE.card }, TRAIL], () => true)).toEqual([])
  })

  it.each<[string, Data[], string]>([
    ['a headline that is cut', [{ ...ARTICLE, headline: 'x'.repeat(111) }, TRAIL], 'the headline has 111 characters'],
    ['a day that there is not', [{ ...ARTICLE, dateModified: '2026-02-30' }, TRAIL], '"2026-02-30" is no day'],
    ['an article older than itself', [{ ...ARTICLE, dateModified: '2026-01-01' }, TRAIL], 'changed before it was published'],
    ['nobody who wrote it', [{ ...ARTICLE, author: undefined }, TRAIL], 'no author'],
    ['a publisher without address', [{ ...ARTICLE, publisher: { '@type': 'Organization', name: 'x' } }, TRAIL], 'no publisher'],
    ['another page’s address', [{ ...ARTICLE, url: 'https://floorwalk.example/b/' }, TRAIL], 'an article lives at'],
    ['half an address', [{ ...ARTICLE, license: '/licence' }, TRAIL], 'no whole address'],
    ['another picture', [{ ...ARTICLE, image: 'https://floorwalk.example/x.png' }, TRAIL], 'not that of the page'],
    ['an empty text', [{ ...ARTICLE, description: '' }, TRAIL], 'description says nothing'],
    ['no breadcrumb', [ARTICLE], 'has 0 breadcrumb lists'],
    [
      'another breadcrumb',
      [ARTICLE, { ...TRAIL, itemListElement: [crumb(1, 'Start', 'https://floorwalk.example/'), crumb(2, 'A')] }],
      'the visible one',
    ],
    ['a breadcrumb of one', [ARTICLE, { ...TRAIL, itemListElement: [crumb(1, 'A')] }], 'needs two items'],
    [
      'pay that falls',
      [ARTICLE, TRAIL, { '@type': 'MonetaryAmountDistribution', currency: 'USD', duration: 'P1Y', percentile10: 2, median: 1 }],
      'a pay distribution falls',
    ],
  ])('is refused with %s', (_, data, message) => {
    expect(ruleFaults(PAGE, data, () => true).join('\n')).toContain(message)
  })

  it('is refused where it leads nowhere', () => {
    expect(ruleFaults(PAGE, [ARTICLE, TRAIL], (url) => !url.endsWith('/a/')).join('\n')).toContain('leads nowhere')
  })
})
