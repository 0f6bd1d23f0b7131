import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { COLLECTIONS, FIXED_PAGES, hasPages } from '#lib/content/collection.ts'
import { getLibrary, type Library, loadLibrary } from '#lib/content/library.ts'
import { KINDS } from '#lib/fields.ts'
import { headlinePay } from '#lib/headline-pay.ts'
import { article, breadcrumbs, howTo, jsonLdText, occupation } from '#lib/json-ld.ts'
import { sourceTitle } from '#lib/source.ts'
import { trailOf } from '#lib/trail.ts'
import { libraryWith, smallText, tree, withBody, withField } from './content-tree.ts'

const { library: small } = loadLibrary('tests/fixtures/small')
const addressesOf = (entries: { address: string }[]) => entries.map(({ address }) => address).sort()
const leader = smallText('roles/team-leader.mdx')
/** The team leader under another name. */
const another = (title: string, level = 3) =>
  withField(
    'figures',
    null,
  )(leader)
    .replace('title: Team leader', `title: ${title}`)
    .replace('level: 3', `level: ${level}`)
    .replace('    time: ramp-weeks\n', '')
const pay = smallText('salaries/philippines.mdx')
const row = pay.match(/ {2}- role: operations-manager\n(?: {4}.*\n(?: {6}.*\n)*)*/)?.[0] ?? ''

describe('the library', () => {
  it('has an article of every kind in the small tree', () => {
    for (const kind of KINDS) expect(small.all(kind).length, kind).toBeGreaterThan(0)
  })

  it('finds what is published', () => {
    expect(small.get('roles', 'team-leader').data.title).toBe('Team leader')
    expect(small.find('stages', 'operations-manager/first-team')?.address).toBe('/pathways/operations-manager/first-team/')
    expect(small.find('roles', 'nobody')).toBeUndefined()
    for (const id of ['constructor', '__proto__', 'toString']) expect(small.find('roles', id)).toBeUndefined()
  })

  it('keeps drafts to itself', () => {
    expect(small.all('roles').map(({ id }) => id)).not.toContain('site-director')
    expect(small.find('roles', 'site-director')).toBeUndefined()
    expect(() => small.get('roles', 'site-director')).toThrow('There is no published role "site-director".')
    expect(small.addresses().join()).not.toContain('site-director')
    expect(small.redirects().map(({ from }) => from)).not.toContain('/roles/site-head/')
    expect([...small.reviewDates().keys()].join()).not.toContain('site-director')
    expect(addressesOf(small.mentions('roles', 'operations-manager'))).not.toContain('/roles/site-director/')
  })

  it('knows every address, list pages included, and none of a single term or question', () => {
    const addresses = small.addresses()
    expect(addresses).toEqual(
      expect.arrayContaining([
        ...FIXED_PAGES,
        '/roles/team-leader/',
        '/pathways/operations-manager/first-team/',
        '/salaries/philippines/',
        '/sources/floor-survey/',
      ]),
    )
    expect(addresses.filter((address) => address.includes('#') || !/^\/(?:[a-z0-9-]+\/)*$/.test(address))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
    const articles = KINDS.filter(hasPages).flatMap((kind) => small.all(kind).map(({ address }) => address))
    expect(addresses).toHaveLength(FIXED_PAGES.length + articles.length)
  })

  it('leads old addresses to new ones', () => {
    const library = libraryWith({
      'pathways/operations-manager/first-team.mdx': withField('formerSlugs', 'formerSlugs: [first-lead]'),
      'glossary/wrap.mdx': withField('formerSlugs', 'formerSlugs: [wrap-up]'),
    })
    expect(library.redirects()).toEqual(
      expect.arrayContaining([
        { from: '/roles/ops-manager/', to: '/roles/operations-manager/' },
        { from: '/skills/one-to-ones/', to: '/skills/coaching/' },
        { from: '/pathways/operations-manager/first-lead/', to: '/pathways/operations-manager/first-team/' },
      ]),
    )
    expect(library.redirects().filter(({ from }) => from.includes('glossary'))).toEqual([])
  })

  it('says when each article was reviewed', () => {
    expect(small.reviewDates().get('/roles/team-leader/')).toBe('2026-01-10')
  })
})

describe('back-links', () => {
  it('follow every reference in the data, from the other side', () => {
    const roles = ['/roles/operations-manager/', '/roles/team-leader/']
    expect(addressesOf(small.mentions('skills', 'coaching'))).toEqual([
      '/pathways/operations-manager/first-team/',
      '/pathways/operations-manager/reliable-performer/',
      ...roles,
    ])
    expect(addressesOf(small.mentions('service-lines', 'customer-service'))).toEqual(expect.arrayContaining(roles))
    expect(addressesOf(small.mentions('metrics', 'handle-time'))).toEqual(expect.arrayContaining([...roles, '/glossary/#wrap']))
  })

  it('follow links in the text', () => {
    expect(addressesOf(small.mentions('glossary', 'wrap'))).toContain('/skills/coaching/')
    expect(addressesOf(small.mentions('roles', 'operations-manager'))).toContain('/guides/what-bpo-is/')
    const library = libraryWith({ 'skills/reporting.mdx': withBody('See [the survey][it].\n\n[it]: /sources/floor-survey/\n') })
    expect(addressesOf(library.mentions('sources', 'floor-survey'))).toContain('/skills/reporting/')
  })

  it('count a printed figure as a reference to its source', () => {
    // The metric names a figure of the team leader and no source of its own.
    expect(small.get('metrics', 'handle-time').data.sources).toEqual([])
    expect(addressesOf(small.mentions('sources', 'floor-survey'))).toContain('/metrics/handle-time/')
  })

  it('are there once for each article, and never to itself', () => {
    const library = libraryWith({
      'skills/reporting.mdx': withBody('[a](/skills/reporting/), [b](/skills/coaching/), [c](/skills/coaching/).\n'),
    })
    expect(library.mentions('skills', 'reporting').map(({ id }) => id)).not.toContain('reporting')
    expect(library.mentions('skills', 'coaching').filter(({ id }) => id === 'reporting')).toHaveLength(1)
    expect(library.mentions('skills', 'nothing')).toEqual([])
  })

  it('count no reference that no page prints', () => {
    const library = libraryWith({
      'service-lines/back-office.mdx': smallText('service-lines/customer-service.mdx'),
      'roles/team-leader.mdx': (text) => text.replace('serviceLines: [customer-service]', 'serviceLines: [customer-service, back-office]'),
    })
    expect(library.get('roles', 'team-leader').data.work.serviceLines).toContain('back-office')
    expect(addressesOf(library.mentions('service-lines', 'back-office'))).not.toContain('/roles/team-leader/')
  })

  it('agree with the links, both ways, for every article', () => {
    for (const kind of KINDS)
      for (const entry of small.all(kind))
        for (const from of small.mentions(kind, entry.id)) {
          expect(from.data.status).toBe('reviewed')
          expect(JSON.stringify([from.data, from.body, from.text])).toMatch(
            new RegExp(`${entry.id.split('/').at(-1)}|ramp-weeks|night-premium`),
          )
        }
  })

  it('of moves give the role that they start from', () => {
    expect(small.reachedFrom('operations-manager').map(({ from, move }) => [from.id, move.kind])).toEqual([['team-leader', 'up']])
    expect(small.reachedFrom('team-leader')).toEqual([])
  })
})

describe('figures', () => {
  it('belong to the article that declares them', () => {
    expect(small.figure('ramp-weeks')).toMatchObject({ figure: { low: 6, high: 12 }, owner: { id: 'team-leader' } })
    expect(() => small.figure('nothing')).toThrow('There is no figure "nothing".')
  })

  it('are listed by source, drafts left out', () => {
    expect(
      small
        .figuresFrom('floor-survey')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['night-premium', 'ramp-weeks'])
    const draft = libraryWith({
      'roles/site-director.mdx': withField(
        'figures',
        (leader.match(/figures:\n(?: .*\n)*/)?.[0] ?? '').trimEnd().replace('ramp-weeks', 'site-weeks'),
      ),
    })
    expect(draft.figuresFrom('floor-survey').map(({ id }) => id)).not.toContain('site-weeks')
  })
})

describe('pay', () => {
  const rows = (...edits: ((text: string) => string)[]) => pay.replace(row, edits.map((edit) => edit(row)).join(''))
  const title = (name: string) => (text: string) => text.replace('Managers of floors', name)
  const why = (text: string) => withField('disagreement', 'disagreement:\n  - role: operations-manager\n    why: Other groups.')(text)

  it('comes country by country, official rows first', () => {
    const library = libraryWith({
      'salaries/philippines.mdx': why(
        rows(
          (text) => title('Self')(text).replace('kind: official', 'kind: self-reported').replace('confidence: high', 'confidence: low'),
          (text) => title('Survey')(text).replace('kind: official', 'kind: employer-survey'),
          (text) => title('Guide')(text).replace('kind: official', 'kind: government-guide'),
          (text) => text,
        ),
      ),
      'salaries/india.mdx': pay
        .replace('title: Philippines', 'title: India')
        .replace('country: PH', 'country: IN')
        .replace('currency: PHP', 'currency: INR')
        .replace('order: 1', 'order: 2')
        .replaceAll('night-premium', 'night-extra'),
    })
    expect(library.payFor('operations-manager').map(({ country, records }) => [country.id, records.map(({ kind }) => kind)])).toEqual([
      ['philippines', ['official', 'government-guide', 'employer-survey', 'self-reported']],
      ['india', ['official']],
    ])
    expect(library.payFor('team-leader')).toEqual([])
  })

  it('at a glance is an official median, or nothing', () => {
    const headline = (text: string) =>
      headlinePay('operations-manager', libraryWith({ 'salaries/philippines.mdx': text })).map(({ amount }) => amount)
    expect(headlinePay('operations-manager', small).map(({ amount }) => amount)).toEqual(['₱61,000 a month'])
    expect(headlinePay('team-leader', small)).toMatchObject([{ records: [] }])
    expect(headline(rows((text) => text.replace('kind: official', 'kind: employer-survey')))).toEqual([undefined])
    expect(headline(rows((text) => text.replace('    median: 61000\n', '    mean: 61000\n')))).toEqual([undefined])
    expect(
      headline(
        why(
          rows(
            (text) => text.replace('fit: exact', 'fit: wider'),
            (text) => title('Closer')(text).replace('fit: exact', 'fit: close').replace('median: 61000', 'median: 60000'),
          ),
        ),
      ),
    ).toEqual(['₱60,000 a month'])
    expect(
      headline(
        why(
          rows(
            (text) => text,
            (text) => title('Sites')(text).replace('median: 61000', 'median: 60000'),
          ),
        ),
      ),
    ).toEqual(['₱60,000 or ₱61,000 a month'])
  })
})

describe('the order', () => {
  it('of roles is by level, then line, then title', () => {
    const library = libraryWith({
      'roles/b.mdx': another('Beta'),
      'roles/a.mdx': another('Alpha'),
      'roles/q.mdx': another('Zulu').replace('family: lead', 'family: quality'),
      'roles/first.mdx': another('Zebra', 1),
    })
    expect(library.all('roles').map(({ data }) => data.title)).toEqual([
      'Zebra',
      'Zulu',
      'Alpha',
      'Beta',
      'Team leader',
      'Operations manager',
    ])
  })

  it('of stages is that of their pathway', () => {
    expect(small.stagesOf('operations-manager').map(({ id }) => id)).toEqual([
      'operations-manager/reliable-performer',
      'operations-manager/first-team',
    ])
  })

  it('of guides and countries is theirs to choose, of the rest by title', () => {
    const guide = smallText('guides/what-bpo-is.mdx')
    const library = libraryWith({
      'guides/a.mdx': guide.replace('order: 1', 'order: 5').replace('What BPO is', 'A first'),
      'guides/z.mdx': guide.replace('order: 1', 'order: 2').replace('What BPO is', 'Z last'),
    })
    expect(library.all('guides').map(({ id }) => id)).toEqual(['what-bpo-is', 'z', 'a'])
    expect(small.all('skills').map(({ data }) => data.title)).toEqual(['Client talk', 'Coaching', 'Reporting', 'Scheduling'])
  })
})

describe('one new file', () => {
  it('appears in every list, and at its neighbours', () => {
    const library: Library = libraryWith({ 'roles/agent.mdx': another('Agent', 1) })
    expect(library.all('roles').map(({ id }) => id)).toEqual(['agent', 'team-leader', 'operations-manager'])
    expect(library.addresses()).toContain('/roles/agent/')
    expect(library.reviewDates().has('/roles/agent/')).toBe(true)
    expect(library.reachedFrom('operations-manager').map(({ from }) => from.id)).toEqual(['agent', 'team-leader'])
    expect(addressesOf(library.mentions('skills', 'coaching'))).toContain('/roles/agent/')
    expect(addressesOf(library.mentions('sources', 'floor-survey'))).toContain('/roles/agent/')
  })

  it('with a fault leaves the rest as it was', () => {
    const { library, problems } = loadLibrary(tree({ 'roles/agent.mdx': 'nothing' }))
    expect(problems).toHaveLength(1)
    expect(library.addresses()).toEqual(small.addresses())
  })
})

describe('reading again', () => {
  it('reads only what has changed', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'floorwalk-again-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    cpSync('tests/fixtures/small', root, { recursive: true })
    const before = loadLibrary(root).library
    writeFileSync(path.join(root, 'roles/team-leader.mdx'), leader.replace('title: Team leader', 'title: Lead'))
    const after = loadLibrary(root).library
    expect(after.get('roles', 'team-leader').data.title).toBe('Lead')
    expect(before.get('roles', 'team-leader').data.title).toBe('Team leader')
    expect(after.get('skills', 'coaching').data).toBe(before.get('skills', 'coaching').data)
  })
})

describe('the library of the content folder', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is the folder that the environment names', () => {
    vi.stubEnv('FLOORWALK_CONTENT', tree({ 'roles/agent.mdx': another('Agent', 1) }))
    expect(getLibrary().addresses()).toContain('/roles/agent/')
  })

  it('refuses to be a site while there are faults, and not for a warning', () => {
    vi.stubEnv('FLOORWALK_CONTENT', tree({ 'roles/agent.mdx': 'nothing', 'roles/team-leader.mdx': withField('level', 'level: 0') }))
    expect(getLibrary).toThrow('The content has 2 problems. Run: npm run check')
    vi.stubEnv('FLOORWALK_CONTENT', tree({ 'roles/team-leader.mdx': withField('reviewBy', 'reviewBy: 2026-01-11') }))
    expect(getLibrary().addresses()).toContain('/roles/team-leader/')
  })
})

describe('what machines read', () => {
  it('tells official pay with its percentiles', () => {
    expect(occupation(small.get('roles', 'operations-manager'), small)).toMatchObject({
      '@type': 'Occupation',
      name: 'Operations manager',
      url: 'https://floorwalk.example/roles/operations-manager/',
      estimatedSalary: [
        {
          '@type': 'MonetaryAmountDistribution',
          currency: 'PHP',
          duration: 'P1M',
          percentile25: 50000,
          median: 61000,
          percentile75: 80000,
        },
      ],
    })
    expect(occupation(small.get('roles', 'team-leader'), small)).not.toHaveProperty('estimatedSalary')
  })

  it('counts stages, steps and crumbs in order', () => {
    const pathway = small.get('pathways', 'operations-manager')
    const steps = (
      howTo(pathway, small.stagesOf('operations-manager')) as unknown as {
        step: { position: number; itemListElement: { url: string }[] }[]
      }
    ).step
    expect(steps.map(({ position }) => position)).toEqual([1, 2])
    expect(steps[1]?.itemListElement[0]?.url).toBe('https://floorwalk.example/pathways/operations-manager/first-team/#first-team-ask')
    expect(breadcrumbs(trailOf(small.get('roles', 'team-leader')))).toMatchObject({
      itemListElement: [
        { position: 1, name: 'Home' },
        { position: 2, name: 'Roles' },
        { position: 3, name: 'Team leader' },
      ],
    })
  })

  it('is called by a title that keeps who says so in sight', () => {
    const of = (title: string, publisher: string, cite?: string) => sourceTitle({ title, publisher, cite })
    expect(of('Call centre survey', 'An Office', 'AO')).toBe('Call centre survey (source: AO)')
    const long = of(`${'Quite a long title, '.repeat(8)}indeed`, 'Journal of Many Words and Letters')
    expect(long).toMatch(/^Quite a long title, .*(?:title|long)… \(source: Journal of Many Words and Letters\)$/)
    expect(long.length).toBeLessThanOrEqual(107)
  })

  it('can stand inside a script element, whatever it says', () => {
    const text = jsonLdText([
      article(
        libraryWith({ 'guides/what-bpo-is.mdx': withField('title', 'title: "</script><!-- \\u2028 <script>"') }).get(
          'guides',
          'what-bpo-is',
        ),
      ),
    ])
    expect(text).not.toMatch(/[<>\u2028\u2029]/)
    expect(JSON.parse(text)['@graph'][0]).toMatchObject({ headline: '</script><!-- \u2028 <script>' })
  })

  it('knows an address for every kind', () => {
    for (const kind of KINDS) expect(COLLECTIONS[kind].address('x')).toMatch(/^\/[a-z-]+\/(?:#x|x\/)$/)
  })
})
