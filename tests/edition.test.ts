import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { type Edition, editionText, readEdition, sealed } from '#lib/edition.ts'
import { type Edits, printed } from './content-tree.ts'
import { madeEditions, takenEditions, withMadeEditions } from './made-editions.ts'

const ofTheGuide = loadLibrary().library.editions()
const JANUARY = 'editions/2026-01-15.json'
const APRIL = 'editions/2026-04-15.json'

/** What the check prints for the small tree with its two made-up editions, one of them changed. */
const printedWith = (file: string, edit: (text: string) => string) => {
  const made = madeEditions()
  const before = String(made[file])
  const after = edit(before)
  expect(after).not.toBe(before)
  return printed({ ...made, [file]: after })
}

describe('an edition', () => {
  it('is read back as it was written, a fact and a page a line', () => {
    const { editions } = takenEditions(['2026-03-01', {}])
    const [edition] = editions as [Edition]
    const text = editionText(edition)
    expect(readEdition('2026-03-01.json', Buffer.from(text))).toEqual({ edition })
    expect(text.split('\n').filter((line) => line.startsWith('{"'))).toHaveLength(edition.facts.length + edition.pages.length)
  })

  it('has its lists in the order of the alphabet, whatever the order of the content', () => {
    const { editions } = takenEditions(['2026-03-01', {}])
    const [{ facts, pages }] = editions as [Edition]
    expect(sealed('2026-03-01', [...facts].reverse(), [...pages].reverse())).toEqual(sealed('2026-03-01', facts, pages))
    expect(facts.map(({ id }) => id)).toEqual(facts.map(({ id }) => id).sort())
  })

  it('of the fixture is still read, though it was written long ago', () => {
    expect(
      withMadeEditions()
        .editions()
        .map(({ date }) => date),
    ).toEqual(['2026-01-15', '2026-04-15'])
    expect(printed(madeEditions())).toBe('')
  })

  it('of the guide is there and whole', () => {
    expect(ofTheGuide[0]?.date).toBe('2026-11-22')
    expect(ofTheGuide[0]?.facts.length).toBeGreaterThan(1500)
  })
})

describe('the check of editions', () => {
  it('notices a value that was changed by hand', () => {
    expect(printedWith(APRIL, (text) => text.replace('"value":"Skip"', '"value":"Helps"'))).toMatchInlineSnapshot(`
      "editions/2026-04-15.json:4:1
        fingerprint  does not fit the file, so something in it was changed by hand. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('notices a line that is gone', () => {
    expect(
      printedWith(JANUARY, (text) => text.replace(/^\{"id":"verdict.*\n/m, '').replace(/,\n\],\n"pages"/, '\n],\n"pages"')),
    ).toMatchInlineSnapshot(`
      "editions/2026-01-15.json:3:1
        fingerprint  does not fit the file, so something in it was changed by hand. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('notices an edition that was taken out of the middle', () => {
    expect(printed({ [APRIL]: madeEditions()[APRIL] as string })).toMatchInlineSnapshot(`
      "editions/2026-04-15.json:3:1
        after  follows an edition that is not there. Put the edition before it back, from version control."
    `)
  })

  it('notices an edition that was put in before the first', () => {
    const { edits } = takenEditions(['2026-01-01', {}])
    expect(printed({ ...madeEditions(), ...edits })).toMatchInlineSnapshot(`
      "editions/2026-01-15.json:3:1
        after  says that it is the first edition, but that of 1 January 2026 is older. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('notices an edition that follows another than the one before it', () => {
    const { edits } = takenEditions(['2026-01-15', { 'salaries/philippines.mdx': (text) => text.replace('value: 10', 'value: 9') }])
    expect(printed({ ...madeEditions(), ...edits })).toMatchInlineSnapshot(`
      "editions/2026-04-15.json:3:1
        after  does not follow the edition of 15 January 2026 as it stands there. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('notices a name that is not its day', () => {
    expect(printed({ 'editions/2026-02-15.json': madeEditions()[JANUARY] as string })).toMatchInlineSnapshot(`
      "editions/2026-02-15.json:2:1
        date  "2026-01-15" is not the day in the file’s name. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('refuses everything else in the folder', () => {
    const edits: Edits = { 'editions/notes.mdx': 'x', 'editions/first.json': '{}', 'editions/2026/2026-01-15.json': '{}' }
    expect(printed(edits)).toMatchInlineSnapshot(`
      "editions/2026:1:1
        Folders go no deeper here. Move the articles up.

      editions/first.json:1:1
        Here stand editions, named by their day, such as 2026-11-22.json, as npm run edition writes them. Remove this file.

      editions/notes.mdx:1:1
        Here stand editions, named by their day, such as 2026-11-22.json, as npm run edition writes them. Remove this file."
    `)
  })

  it('says where the file is no JSON, and what to do', () => {
    expect(printed({ [JANUARY]: '{\n"date": "2026-01-15",\n"facts": [}\n' })).toMatch(
      /^editions\/2026-01-15\.json:\d+:\d+\n {2}This is not JSON\. Editions are written by npm run edition and never changed/,
    )
    expect(printed({ [JANUARY]: '[]' })).toMatchInlineSnapshot(`
      "editions/2026-01-15.json:1:1
        This is no edition. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('says every field that is wrong, on its line', () => {
    expect(
      printedWith(JANUARY, (text) =>
        text
          .replace('"asOf":"2025-05"', '"asOf":"May"')
          .replace('"page":"/roles/team-leader/"', '"page":"roles"')
          .replace('"changed":"2026-01-10"', '"changed":"2999-01-01"')
          .replace('"label":"Philippines: Nights"', '"lable":"Philippines: Nights"'),
      ),
    ).toMatchInlineSnapshot(`
      "editions/2026-01-15.json:6:1
        facts[1].page  "roles" is not the address of a page, such as "/roles/trainer/".

      editions/2026-01-15.json:21:1
        facts[16].asOf  "May" is not a date. Write "2025", "2025-05" or "2025-05-31", in quotes.

      editions/2026-01-15.json:45:1
        pages[3].changed  "2999-01-01" lies in the future. Use the day it happened."
    `)
  })

  it('notices the same fact twice', () => {
    expect(printedWith(JANUARY, (text) => text.replace(/^(\{"id":"figure\/night-premium.*\n)/m, '$1$1'))).toMatchInlineSnapshot(`
      "editions/2026-01-15.json:22:1
        facts[17]  "figure/night-premium" does not stand in the order of the alphabet. Editions are written by npm run edition and never changed: take the file as it was from version control."
    `)
  })

  it('gives a library with one fault no editions at all, so that nothing is built on half of them', () => {
    const made = madeEditions()
    expect(printed({ ...made, [JANUARY]: '{}' })).not.toBe('')
  })
})
