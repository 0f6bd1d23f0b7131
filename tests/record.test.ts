import { describe, expect, it } from 'vitest'
import { RECORDED, recordAddress } from '#lib/content/collection.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { type PageRecord, recordOf, recordOfPage, reportWords } from '#lib/record.ts'
import { libraryWith, swap, withBody } from './content-tree.ts'

const { library: small } = loadLibrary('tests/fixtures/small')
const roleRecord = (library = small) => recordOf(library.get('roles', 'operations-manager'), library)
const allLines = ({ sections }: PageRecord) => sections.flatMap(({ itself, lines }) => [...(itself ? [itself] : []), ...lines])
const lineAt = (record: PageRecord, anchor: string) => {
  const found = allLines(record).find(({ address }) => address.endsWith(`#${anchor}`))
  if (!found) throw new Error(`No line at #${anchor}. There are: ${allLines(record).map(({ address }) => address)}`)
  return found
}

describe('the record of a page', () => {
  it('cites the page with its date, address and licence', () => {
    expect(roleRecord().whole.citation).toBe(
      '“Operations manager”, Floorwalk, reviewed 10 January 2026, https://floorwalk.example/roles/operations-manager/, CC BY 4.0.',
    )
  })

  it('cites a section and a row by name, with an address of their own', () => {
    const { citation, address } = lineAt(roleRecord(), 'measure-occupancy')
    expect(address).toBe('/roles/operations-manager/#measure-occupancy')
    expect(citation).toBe(
      '“Occupancy” in “Operations manager”, Floorwalk, reviewed 10 January 2026, https://floorwalk.example/roles/operations-manager/#measure-occupancy, CC BY 4.0.',
    )
  })

  it('cites a figure with value, place, date, fit and its source before it names Floorwalk', () => {
    const record = recordOf(small.get('salaries', 'philippines'), small)
    const { citation, id, name } = lineAt(record, 'figure-night-premium')
    expect(name).toBe('Extra pay for hours at night: 10%, minimum by law')
    expect(id).toBe('night-premium')
    const source = small.get('sources', 'floor-survey').data
    expect(citation).toMatch(
      /^Extra pay for hours at night: 10%, minimum by law \(Philippines; May 2025; counts exactly this\)\. It covers employees and leaves out managers\. Source: /,
    )
    for (const part of [source.publisher, `“${source.title}”`, source.url]) expect(citation).toContain(part)
    expect(citation).toMatch(
      / Via Floorwalk, reviewed 10 January 2026, https:\/\/floorwalk\.example\/salaries\/philippines\/#figure-night-premium, CC BY 4\.0\.$/,
    )
  })

  it('says of a figure without a country that it is bound to none, and of a weak one that it is', () => {
    const library = libraryWith({
      'salaries/philippines.mdx': (text) => text.replace('    countries: [PH]\n', '').replace('confidence: high', 'confidence: low'),
    })
    const { citation } = lineAt(recordOf(library.get('salaries', 'philippines'), library), 'figure-night-premium')
    expect(citation).toContain('(not bound to one country; May 2025; counts exactly this, low confidence)')
  })

  it('cites a pay row with every amount, whom it counts and how well it fits, on the page of the role and of the country', () => {
    const onRole = lineAt(roleRecord(), 'pay-philippines-1').citation
    const onCountry = lineAt(recordOf(small.get('salaries', 'philippines'), small), 'role-operations-manager-1').citation
    for (const part of [
      'Managers of floors',
      'Made-up list 1',
      'Philippines',
      'May 2025',
      '₱50,000',
      '₱61,000',
      '₱80,000',
      'a month, before tax',
    ])
      expect(onRole).toContain(part)
    expect(onRole).toContain('Counts this job: It counts managers of floors and nobody else.')
    const ofSource = (text: string) => text.replace(/ Via Floorwalk.*$/, '')
    expect(ofSource(onCountry)).toBe(ofSource(onRole))
  })

  it('cites a rule with its source', () => {
    const { citation } = lineAt(recordOf(small.get('salaries', 'philippines'), small), 'rule-night-floor-survey')
    expect(citation).toMatch(/^Philippines, nights: Hours at night are paid above the basic rate\. Source: /)
  })

  it('holds each figure once, however often the page prints it, and rows of tables in their section', () => {
    const library = libraryWith({
      'roles/operations-manager.mdx': withBody(
        '## One\n\nText <Figure id="night-premium" /> and <Figure id="night-premium" />.\n\n## Two\n\n<Figure id="night-premium" /> again.\n\n| Who | What |\n| --- | --- |\n| The client | Pays |\n| *Nine* to five | Of what |\n',
      ),
    })
    const record = roleRecord(library)
    const named = new Map(record.sections.map(({ name, lines }) => [name, lines.map(({ address }) => address.split('#')[1])]))
    expect(named.get('One')).toEqual(['figure-night-premium'])
    expect(named.get('Two')).toEqual(['row-the-client', 'row-nine-to-five'])
  })

  it('puts a block of data that the writer placed under the writer’s heading', () => {
    const library = libraryWith({ 'roles/operations-manager.mdx': withBody('## Your numbers\n\n<Data block="measures" />\n') })
    const record = roleRecord(library)
    const own = record.sections.find(({ name }) => name === 'Your numbers')
    expect(own?.lines.map(({ address }) => address)).toContain('/roles/operations-manager/#measure-occupancy')
    expect(record.sections.map(({ name }) => name)).not.toContain('What will you be measured on?')
  })

  it('tells the editors where, what and as of when, and leaves the rest to who writes', () => {
    const record = recordOf(small.get('salaries', 'philippines'), small)
    expect(reportWords(lineAt(record, 'figure-night-premium'), record)).toEqual({
      subject: 'Problem: Philippines, Extra pay for hours at night: 10%, minimum by law',
      body: 'https://floorwalk.example/salaries/philippines/#figure-night-premium\nLine: night-premium\nPage reviewed: 2026-01-10\n\nWhat is wrong:\n\nWhat is right, and where that can be read:\n',
    })
    expect(reportWords(record.whole, record).subject).toBe('Problem: Philippines')
  })
})

describe('the records of the library', () => {
  it('are those of every article but sources, questions and single terms, and are in no list', () => {
    const expected = RECORDED.flatMap((kind) => small.all(kind).map(({ address }) => recordAddress(address)))
    expect(small.records()).toEqual([...expected, '/record/glossary/'])
    expect(small.addresses().filter((address) => address.startsWith('/record/'))).toEqual([])
    for (const address of small.records()) {
      const { record, trail } = recordOfPage(address.replace('/record', ''), small)
      expect(trail.at(-1)?.address).toBe(record.whole.address)
      expect(allLines(record).every((line) => line.address.startsWith(`${record.whole.address}#`))).toBe(true)
    }
  })

  it('of the glossary holds every term, each with the day of its own review', () => {
    const { record } = recordOfPage('/glossary/', small)
    expect(lineAt(record, 'wrap').citation).toContain(`#wrap, CC BY 4.0.`)
    expect(allLines(record)).toHaveLength(small.all('glossary').length)
  })

  it('are refused for pages that have none', () => {
    expect(() => recordOfPage('/sources/floor-survey/', small)).toThrow('has no record')
  })

  it('names a stage together with its pathway', () => {
    const { record } = recordOfPage('/pathways/operations-manager/first-team/', small)
    expect(record.title).toMatch(/^.+: .+$/)
    const library = libraryWith({ 'pathways/operations-manager/first-team.mdx': swap('id: first-team-show', 'id: first-team-tell') })
    expect(lineAt(recordOfPage('/pathways/operations-manager/first-team/', library).record, 'first-team-tell').name).not.toBe('')
  })
})
