import { describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { FACT_KINDS, type Fact, factsOf } from '#lib/facts.ts'
import { KINDS } from '#lib/fields.ts'
import { type Edits, libraryWith, swap, withField } from './content-tree.ts'

const { library } = loadLibrary()
const facts = factsOf(library)

/** The facts of the small tree with some changes, by id. */
const factsWith = (edits: Edits) => new Map(factsOf(libraryWith(edits)).map((fact) => [fact.id, fact]))
const factOf = (edits: Edits, id: string): Fact => {
  const found = factsWith(edits).get(id)
  if (!found) throw new Error(`There is no fact ${id}. There are: ${[...factsWith(edits).keys()].join(', ')}`)
  return found
}
const idsOf = (each: Library) => factsOf(each).map(({ id }) => id)

describe('the facts of the guide', () => {
  it('have each an id of their own, of letters that an address can hold', () => {
    const ids = facts.map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    expect(ids.filter((id) => !/^[a-z]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+$/.test(id))).toEqual([])
  })

  it('are every figure of the library, with its source and dates', () => {
    const figures = KINDS.flatMap((kind) => library.all(kind).flatMap(({ data }) => data.figures ?? []))
    expect(figures.length).toBeGreaterThan(400)
    expect(
      facts
        .filter(({ kind }) => kind === 'figure')
        .map(({ id, source, asOf, reviewBy }) => [id, source, asOf, reviewBy])
        .sort(),
    ).toEqual(figures.map(({ id, source, asOf, reviewBy }) => [`figure/${id}`, source, asOf, reviewBy]).sort())
  })

  it('are every pay row, with its source and dates', () => {
    const rows = library.all('salaries').flatMap(({ data }) => data.records)
    expect(rows.length).toBeGreaterThan(80)
    const told = (each: { source?: string; asOf?: string; reviewBy?: string }) => [each.source, each.asOf, each.reviewBy].join(' ')
    expect(
      facts
        .filter(({ kind }) => kind === 'pay')
        .map((fact) => `${fact.roles.join()} ${told(fact)}`)
        .sort(),
    ).toEqual(rows.map((row) => `${row.role} ${told(row)}`).sort())
  })

  it('are of every kind but fees nobody prints, which may one day be none', () => {
    const kinds = new Set(facts.map(({ kind }) => kind))
    expect((Object.keys(FACT_KINDS) as (keyof typeof FACT_KINDS)[]).filter((kind) => kind !== 'fee' && !kinds.has(kind))).toEqual([])
  })

  it('stand each on a page of the guide', () => {
    const addresses = new Set(library.addresses())
    expect(facts.filter(({ address }) => !addresses.has(address))).toEqual([])
  })

  it('speak of roles, sources and steps that exist', () => {
    for (const { roles, source } of facts) {
      for (const role of roles) expect(library.find('roles', role), role).toBeDefined()
      if (source) expect(library.find('sources', source), source).toBeDefined()
    }
  })

  it('are told apart by the content, not by the words they happen to have', () => {
    // A mark of its words at the end of an id: give the rule or the line of the outlook an `aspect`.
    const told = facts.filter(({ kind, id }) => (kind === 'rule' || kind === 'outlook') && /\/[0-9a-f]{4,6}$/.test(id))
    expect(told.map(({ id }) => id)).toEqual([])
  })
})

describe('a fact', () => {
  it('says a figure as pages print it', () => {
    expect(factOf({}, 'figure/night-premium')).toMatchInlineSnapshot(`
      {
        "address": "/salaries/philippines/",
        "anchor": "rules",
        "asOf": "2025-05",
        "countries": [
          "PH",
        ],
        "id": "figure/night-premium",
        "kind": "figure",
        "label": "Extra pay for hours at night",
        "reviewBy": "2099-01-01",
        "roles": [],
        "says": "10%, minimum by law · Philippines (OMN, May 2025)",
        "source": "floor-survey",
        "value": "10%, minimum by law · Philippines",
      }
    `)
  })

  it('says a pay row as pages print it', () => {
    expect(factOf({}, 'pay/philippines/operations-manager/floor-survey/1/month')).toMatchInlineSnapshot(`
      {
        "address": "/salaries/philippines/",
        "anchor": "role-operations-manager",
        "asOf": "2025-05",
        "countries": [
          "PH",
        ],
        "id": "pay/philippines/operations-manager/floor-survey/1/month",
        "kind": "pay",
        "label": "Operations manager, Philippines: Managers of floors",
        "reviewBy": "2099-01-01",
        "roles": [
          "operations-manager",
        ],
        "says": "1 in 4 under ₱50,000 · Half under ₱61,000 · 3 in 4 under ₱80,000; a month, before tax (OMN, May 2025)",
        "source": "floor-survey",
        "value": "1 in 4 under ₱50,000 · Half under ₱61,000 · 3 in 4 under ₱80,000; a month, before tax",
      }
    `)
  })

  it('says what is undated with the day it was read', () => {
    const edits: Edits = { 'salaries/philippines.mdx': swap('asOf: "2025-05"', 'asOf: "2025-05-04"\n    undated: true') }
    expect(factOf(edits, 'figure/night-premium').says).toBe('10%, minimum by law · Philippines (OMN, undated, read 4 May 2025)')
  })

  it('keeps its id when its words, its value or its date change, and says the new value', () => {
    const edits: Edits = {
      'salaries/philippines.mdx': (text) =>
        text
          .replace('label: Extra pay for hours at night', 'label: The night premium')
          .replace('value: 10', 'value: 12')
          .replace('rule: Hours at night', 'rule: Each hour at night')
          .replaceAll('asOf: "2025-05"', 'asOf: "2025-11"'),
    }
    expect(idsOf(libraryWith(edits)).sort()).toEqual(idsOf(libraryWith({})).sort())
    expect(factOf(edits, 'figure/night-premium')).toMatchObject({ label: 'The night premium', asOf: '2025-11' })
    expect(factOf(edits, 'figure/night-premium').value).toBe('12%, minimum by law · Philippines')
    expect(factOf(edits, 'rule/philippines/night/floor-survey').value).toBe('Each hour at night are paid above the basic rate. 12%.')
  })

  it('keeps its value when only the date moves', () => {
    const later: Edits = { 'salaries/philippines.mdx': (text) => text.replaceAll('asOf: "2025-05"', 'asOf: "2025-11"') }
    for (const id of ['figure/night-premium', 'pay/philippines/operations-manager/floor-survey/1/month']) {
      expect(factOf(later, id).value).toBe(factOf({}, id).value)
      expect(factOf(later, id).says).not.toBe(factOf({}, id).says)
    }
  })

  it('goes to the newest of two years of one pay row, wherever it stands', () => {
    const row = (text: string) => /records:\n([\s\S]*?)payParts:/.exec(text)?.[1] ?? ''
    const older = (text: string) => row(text).replace('2025-05', '2023-05').replace('median: 61000', 'median: 55000')
    const why = 'disagreement:\n  - role: operations-manager\n    why: Two years of one survey.\n'
    const before = (text: string) => text.replace('records:\n', `records:\n${older(text)}`).replace('payParts:', `${why}payParts:`)
    const after = (text: string) => text.replace('payParts:', `${older(text)}${why}payParts:`)
    const id = 'pay/philippines/operations-manager/floor-survey/1/month'
    for (const edit of [before, after]) {
      const edits: Edits = { 'salaries/philippines.mdx': edit }
      expect(factOf(edits, id).value).toContain('₱61,000')
      expect(factOf(edits, `${id}/2023-05`).value).toContain('₱55,000')
    }
  })

  it('never has the id of another, though the content does not tell two rules apart', () => {
    const rule = (words: string) => `  - topic: night\n    rule: ${words}\n    source: floor-survey\n`
    const rules = (...words: string[]) => withField('rules', `rules:\n${words.map(rule).join('').trimEnd()}`)
    const ids = (...words: string[]) =>
      [...factsWith({ 'salaries/philippines.mdx': rules(...words) }).keys()].filter((id) => id.startsWith('rule/')).sort()
    const [one, other] = ['The first rule of nights.', 'The second rule of nights.']
    expect(ids(one, other)).toHaveLength(2)
    expect(ids(one, other)).toEqual(ids(other, one))
    expect(ids(one, one)).toHaveLength(2)
  })

  it('names the roles that a move leads from and to, and how long it takes', () => {
    expect(factOf({}, 'move/team-leader/operations-manager')).toMatchInlineSnapshot(`
      {
        "address": "/roles/team-leader/",
        "anchor": "block-moves",
        "countries": [],
        "id": "move/team-leader/operations-manager",
        "kind": "move",
        "label": "Team leader to Operations manager",
        "roles": [
          "team-leader",
          "operations-manager",
        ],
        "says": "Up; 6–12 weeks",
        "value": "Up; 6–12 weeks",
      }
    `)
  })

  it('of a word of the glossary stands on the page of the glossary, at the word', () => {
    const figure = smallFigure('wrap-share')
    const fact = factOf({ 'glossary/wrap.mdx': withField('figures', figure) }, 'figure/wrap-share')
    expect([fact.address, fact.anchor]).toEqual(['/glossary/', 'wrap'])
  })
})

const smallFigure = (id: string) =>
  [
    'figures:',
    `  - id: ${id}`,
    '    kind: share',
    '    label: Share of wrap in handle time',
    '    value: 20',
    '    unit: percent',
    '    source: floor-survey',
    '    asOf: "2025-05"',
    '    fit: exact',
    '    fitNote: It counts every contact.',
    '    confidence: high',
    '    reviewBy: 2099-01-01',
  ].join('\n')
