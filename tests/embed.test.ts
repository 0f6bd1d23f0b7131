import { describe, expect, it } from 'vitest'
import { type AnyEntry, loadLibrary } from '#lib/content/library.ts'
import { type Embed, embedCode, embeds, embedsOf } from '#lib/embed.ts'
import { EMBED_KINDS, embedPlace, isEmbed } from '#lib/embed-address.ts'
import { embedHeight } from '#lib/embed-height.ts'
import { embedViews, lineEmbed, type PayEmbed, pathwayEmbed, payEmbed, placeEmbed } from '#lib/embed-view.ts'
import { libraryWith } from './content-tree.ts'

const { library: small } = loadLibrary('tests/fixtures/small')
const { library } = loadLibrary()
const SALARY = 'salaries/philippines.mdx'

const pay = (from = small): PayEmbed => payEmbed(from.get('roles', 'operations-manager'), from.get('salaries', 'philippines'), from)

describe('what can stand on another site', () => {
  const all = embeds(library)
  const ofKind = (kind: Embed['kind']) => all.filter((embed) => embed.kind === kind)

  it('is the pay of every role in every country with a row, the place of every role, every line with a job, every pathway', () => {
    const rows = library.all('roles').flatMap(({ id }) => library.payFor(id).map(({ country }) => `/embed/pay/${id}/${country.id}/`))
    expect(rows.length).toBeGreaterThan(20)
    expect(ofKind('pay').map(({ address }) => address)).toEqual(rows)
    expect(ofKind('place').map(({ page }) => page)).toEqual(library.all('roles').map(({ address }) => address))
    expect(ofKind('line').length).toBe(new Set(library.all('roles').map(({ data }) => data.family)).size)
    expect(ofKind('pathway').map(({ page }) => page)).toEqual(library.all('pathways').map(({ address }) => address))
  })

  it('has an address and a title of its own, below the place of its kind, and is from a page of the guide', () => {
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length)
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    for (const { kind, address, page } of all) {
      expect(address.startsWith(embedPlace(kind))).toBe(true)
      expect(library.addresses()).toContain(page)
    }
  })

  it('is told from pages by its address alone', () => {
    expect(EMBED_KINDS.map((kind) => isEmbed(`${embedPlace(kind)}x/`))).toEqual(EMBED_KINDS.map(() => true))
    expect(['/', '/embed/', '/embed/style/', '/embedded/pay/x/', '/roles/embed/pay/'].filter(isEmbed)).toEqual([])
  })
})

describe('the embeds of a page', () => {
  const kinds = (address: string) => embedsOf(library, address).map(({ kind }) => kind)

  it('of a role are its pay in each country and its place', () => {
    const { id, address } = library.get('roles', 'team-leader')
    expect(kinds(address)).toEqual([...library.payFor(id).map(() => 'pay'), 'place'])
  })

  it('of a country are the pay of every role there', () => {
    const country = library.get('salaries', 'united-kingdom')
    expect(embedsOf(library, country.address).map(({ address }) => address.split('/')[3])).toEqual(
      library
        .all('roles')
        .map(({ id }) => id)
        .filter((id) => country.data.records.some(({ role }) => role === id)),
    )
  })

  it('of the map are its lines, of a pathway the pathway', () => {
    expect(new Set(kinds('/map/'))).toEqual(new Set(['line']))
    expect(kinds('/pathways/operations-manager/')).toEqual(['pathway'])
  })

  it('of any other page are none', () => {
    for (const address of ['/', '/skills/coaching/', '/pathways/operations-manager/beyond/', '/nowhere/'])
      expect(kinds(address)).toEqual([])
  })
})

describe('pay in a frame', () => {
  it('says the median first, with its period and tax, and whom it counts, how well that fits, source and date', () => {
    const [row] = pay().rows
    expect(row?.says).toEqual({ before: 'Half earn under', amount: '₱61,000', after: 'a month, before tax' })
    expect(row?.counts).toMatch(/^(?:Counts this job|Close to this job|A wider group than this job)\. .+/)
    expect(row?.source.join('')).toMatch(/^Official statistic: .+, (?:.* )?20\d\d/)
  })

  it('calls an average an average and a range a range', () => {
    const says = (amounts: string) => {
      const without = (text: string) => text.replace(/^ {4}percentile(?:25|75): .*\n/gm, '').replace(/^ {4}median: .*$/m, amounts)
      return pay(libraryWith({ [SALARY]: without })).rows[0]?.says
    }
    expect(says('    mean: 22903')).toMatchObject({ before: 'On average', amount: '₱22,903' })
    expect(says('    low: 18000\n    high: 22000')).toMatchObject({ before: 'A range of', amount: '₱18,000–₱22,000' })
    expect(says('    percentile90: 99000')).toMatchObject({ before: 'Nine in ten earn under', amount: '₱99,000' })
  })

  it('says that an undated source is undated, and when it was read', () => {
    const undated = libraryWith({ [SALARY]: (text) => text.replace(/^ {4}asOf: .*$/gm, '    asOf: "2025-03-02"\n    undated: true') })
    expect(pay(undated).rows[0]?.source[2]).toContain(', undated, read in March 2025')
  })

  it('leaves out no caveat of the page: low confidence, why rows differ', () => {
    const shown = embedViews(library).filter((view) => view.kind === 'pay')
    for (const { rows, caveats, country, page } of shown) {
      const role = page.split('/')[2]
      const why = country.data.disagreement?.find((each) => each.role === role)?.why
      if (rows.length > 1) expect(caveats).toContainEqual({ lead: 'Why they differ.', text: why })
      for (const { record, counts, source } of rows) {
        expect(counts).toContain(record.fitNote)
        expect(counts.includes('Low confidence.')).toBe(record.confidence === 'low')
        expect(source[1]).not.toBe('')
        expect(source[2]).toContain(record.asOf.slice(0, 4))
      }
    }
    expect(shown.some(({ rows }) => rows.length > 1)).toBe(true)
    expect(shown.some(({ rows }) => rows.some(({ record }) => record.confidence === 'low'))).toBe(true)
  })

  it('says when its review is overdue', () => {
    expect(pay().caveats).toEqual([])
    const [record] = pay().rows
    const overdue = pay(
      libraryWith({ [SALARY]: (text) => text.replaceAll(`reviewBy: ${record?.record.reviewBy}`, 'reviewBy: 2026-01-31') }),
    )
    expect(overdue.caveats).toEqual([
      { lead: 'Overdue.', text: 'This was to be reviewed by 31 January 2026. Check it against its source.' },
    ])
  })
})

describe('a line in a frame', () => {
  const views = embedViews(library).flatMap((view) => (view.kind === 'line' ? [view] : []))

  it('has every job of its line in the order people reach them, each level named once', () => {
    for (const { line, stops } of views) {
      const roles = library.all('roles').filter(({ data }) => data.family === line)
      expect(stops.map(({ address }) => address)).toEqual(roles.map(({ address }) => address))
      const named = stops.flatMap(({ level }) => level ?? [])
      expect(named.length).toBe(new Set(roles.map(({ data }) => data.level)).size)
      expect(stops[0]?.level).toBeDefined()
    }
  })

  it('names at each job the other lines that its moves lead to, and all of them in the key', () => {
    for (const { line, stops, changes } of views) {
      for (const { address, changes: here } of stops) {
        const role = library.all('roles').find((each) => each.address === address)
        const onto = role?.data.leadsTo.map((move) => library.get('roles', move.role).data.family).filter((family) => family !== line)
        expect(new Set(here)).toEqual(new Set(onto))
      }
      expect(new Set(changes)).toEqual(new Set(stops.flatMap((stop) => stop.changes)))
    }
  })

  it('is as old as the last review of its jobs, and says on what they rest', () => {
    expect(lineEmbed('lead', small).foot).toMatch(/^(?:Rests|Our) .+\. Reviewed \d+ \w+ \d{4}\.$/)
  })
})

describe('a pathway in a frame', () => {
  it('has its stages in order, each with what it is for and its page', () => {
    for (const pathway of library.all('pathways'))
      expect(pathwayEmbed(pathway, library).stages).toEqual(
        library.stagesOf(pathway.id).map(({ address, data: { title, purpose } }) => ({ title, purpose, address })),
      )
  })
})

describe('the code of an embed', () => {
  const embed: Embed = {
    kind: 'line',
    address: '/embed/line/quality/',
    page: '/map/',
    title: 'Words & “signs”: "<quoted>"',
    height: 400,
  }

  it('is a frame with a name and a height that loads late, and a line that says where it is from', () => {
    expect(embedCode(embed)).toMatchInlineSnapshot(`
      "<iframe src="https://floorwalk.example/embed/line/quality/" title="Words &amp; “signs”: &quot;&lt;quoted&gt;&quot;" width="100%" height="400" loading="lazy" style="border:0"></iframe>
      <p><a href="https://floorwalk.example/map/">Words &amp; “signs”: &quot;&lt;quoted&gt;&quot;</a>. Floorwalk, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p>"
    `)
  })

  it('holds every title as text', () => {
    for (const each of embeds(library)) {
      const page = embedCode(each)
      expect(page.match(/<[a-z]/g)).toEqual(['<i', '<p', '<a', '<a'])
      expect(page).toContain(`height="${each.height}"`)
    }
  })
})

describe('the height of an embed', () => {
  it('grows with what it shows', () => {
    const role = small.get('roles', 'team-leader')
    const place = placeEmbed(role, small)
    expect(embedHeight({ ...place, strip: { ...place.strip, before: [role, role, ...place.strip.before] } })).toBeGreaterThan(
      embedHeight(place),
    )
    const one = pay()
    expect(embedHeight({ ...one, rows: [...one.rows, ...one.rows] })).toBeGreaterThan(embedHeight(one) + 100)
    const pathway = pathwayEmbed(small.get('pathways', 'operations-manager'), small)
    expect(embedHeight({ ...pathway, stages: pathway.stages.slice(1) })).toBeLessThan(embedHeight(pathway))
  })

  it('is one that a page can give: whole pixels, neither a slit nor a tower', () => {
    for (const { address, height } of embeds(library)) {
      expect(Number.isInteger(height), address).toBe(true)
      expect(height, address).toBeGreaterThan(200)
      expect(height, address).toBeLessThan(2500)
    }
  })
})

it('an address of an article is never taken for that of an embed', () => {
  const articles: AnyEntry[] = library.all('roles')
  expect(articles.length).toBeGreaterThan(20)
  expect(library.addresses().filter(isEmbed)).toEqual([])
})
