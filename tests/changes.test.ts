import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import sitemap from '#app/sitemap.ts'
import { byPage, type Change, changeSteps, changesOn, changeWords, counts, lastChanged, planEdition } from '#lib/changes.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { type StatedFact, sealed } from '#lib/edition.ts'
import { type Edits, libraryWith, swap, tree } from './content-tree.ts'
import { takenEditions, withMadeEditions } from './made-editions.ts'

const PAY = 'salaries/philippines.mdx'
const LEADER = 'roles/team-leader.mdx'
const made = withMadeEditions()
const { library: guide } = loadLibrary()
const listed = sitemap()

/** "changed figure/x" for each change. */
const brief = (changes: readonly Change[]) => changes.map(({ kind, fact }) => `${kind} ${fact}`)

describe('the change log', () => {
  it('has nothing to tell without an edition, or with one and the content as it was', () => {
    expect(changeSteps(libraryWith({}))).toEqual([])
    expect(changeSteps(libraryWith(takenEditions(['2026-03-01', {}]).edits))).toEqual([])
  })

  it('tells every kind of change, newest first, page by page in the order of the guide', () => {
    expect(changeSteps(made).map(({ date, since, changes }) => ({ date, since, changes: brief(changes) }))).toMatchInlineSnapshot(`
      [
        {
          "changes": [
            "changed move/team-leader/operations-manager",
            "changed figure/ramp-weeks",
          ],
          "date": undefined,
          "since": "2026-04-15",
        },
        {
          "changes": [
            "gone figure/wrap-share",
            "changed verdict/team-leader/floor-basics",
            "checked figure/ramp-weeks",
            "changed figure/night-premium",
            "changed pay/philippines/operations-manager/floor-survey/1/month",
            "new rule/philippines/night/floor-survey",
          ],
          "date": "2026-04-15",
          "since": "2026-01-15",
        },
      ]
    `)
  })

  it('says what was and what is, in words', () => {
    expect(changeSteps(made).flatMap(({ changes }) => changes.map((change) => changeWords(change, made)))).toMatchInlineSnapshot(`
      [
        {
          "before": "Up; 6–10 weeks",
          "label": "Team leader to Operations manager",
          "now": "Up; 6–12 weeks",
          "what": "Changed",
        },
        {
          "before": "6–10 weeks",
          "label": "Weeks until a new lead is left alone",
          "now": "6–12 weeks",
          "what": "Changed",
        },
        {
          "before": "20%",
          "label": "Share of wrap in handle time",
          "note": "OMN, May 2025",
          "what": "Gone",
        },
        {
          "before": "Helps",
          "label": "Team leader: Floor basics",
          "now": "Skip",
          "what": "Changed",
        },
        {
          "label": "Weeks until a new lead is left alone",
          "note": "now OMN, May 2025; before OMN, May 2024",
          "now": "6–10 weeks",
          "what": "Checked again, the same",
        },
        {
          "before": "8%, minimum by law · Philippines",
          "label": "Extra pay for hours at night",
          "now": "10%, minimum by law · Philippines",
          "what": "Changed",
        },
        {
          "before": "1 in 4 under ₱50,000 · Half under ₱58,000 · 3 in 4 under ₱80,000; a month, before tax",
          "label": "Operations manager, Philippines: Managers of floors",
          "note": "now OMN, May 2025; before OMN, May 2024",
          "now": "1 in 4 under ₱50,000 · Half under ₱61,000 · 3 in 4 under ₱80,000; a month, before tax",
          "what": "Changed",
        },
        {
          "label": "Philippines: Nights",
          "note": "OMN",
          "now": "Hours at night are paid above the basic rate. 10%.",
          "what": "New",
        },
      ]
    `)
  })

  it('links to where a fact stands now, to its page when it is gone, and nowhere when the page is gone too', () => {
    const links = new Map(changeSteps(made).flatMap(({ changes }) => changes.map(({ fact, link }) => [fact, link])))
    expect(links.get('figure/night-premium')).toBe('/salaries/philippines/#rules')
    expect(links.get('figure/wrap-share')).toBe('/glossary/')
    const lost: StatedFact = { id: 'figure/lost', page: '/guides/lost/', label: 'A lost figure', value: '3 weeks' }
    const edition = sealed('2026-01-15', [lost], [])
    const library = { ...made, ...methods(made), editions: () => [edition] }
    const change = changeSteps(library)
      .flatMap(({ changes }) => changes)
      .find(({ fact }) => fact === 'figure/lost')
    expect(change).toMatchObject({ kind: 'gone', before: '3 weeks', page: '/guides/lost/' })
    expect(change).not.toHaveProperty('link')
  })

  it('calls another source with the same value a change, and says from whom', () => {
    const facts = (source: string): StatedFact[] => [
      { id: 'figure/x', page: '/glossary/', label: 'Weeks', value: '3 weeks', source, asOf: '2025-05' },
    ]
    const first = sealed('2026-01-15', facts('a-source-that-is-gone'), [])
    const second = sealed('2026-02-15', facts('floor-survey'), [], first)
    const library = { ...made, ...methods(made), editions: () => [first, second] }
    const change = changeSteps(library).find(({ date }) => date === '2026-02-15')?.changes[0] as Change
    expect(changeWords(change, library)).toEqual({
      what: 'Changed',
      label: 'Weeks',
      now: '3 weeks',
      note: 'now OMN, May 2025; before a-source-that-is-gone, May 2025',
    })
  })

  it('does not call another label or another place a change', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    const reworded: Edits = { ...edits, [PAY]: swap('label: Extra pay for hours at night', 'label: The night premium') }
    expect(changeSteps(libraryWith(reworded))).toEqual([])
  })

  it('of a role holds its pay, which the page of the country keeps', () => {
    const facts = (address: string) => changesOn(address, made).flatMap(({ changes }) => brief(changes))
    expect(facts('/roles/operations-manager/')).toContain('changed pay/philippines/operations-manager/floor-survey/1/month')
    expect(facts('/salaries/philippines/')).toContain('changed pay/philippines/operations-manager/floor-survey/1/month')
    expect(facts('/roles/team-leader/')).toContain('changed verdict/team-leader/floor-basics')
    expect(facts('/guides/what-bpo-is/')).toEqual([])
  })

  it('counts in words', () => {
    const april = changeSteps(made).find(({ date }) => date === '2026-04-15')
    expect(counts(april?.changes ?? [])).toBe('3 changed, 1 new, 1 gone, 1 checked again')
    expect(counts([])).toBe('')
    expect(byPage(april?.changes ?? []).map(({ page, changes }) => [page, counts(changes)])).toEqual([
      ['/glossary/', '1 gone'],
      ['/roles/team-leader/', '1 changed, 1 checked again'],
      ['/salaries/philippines/', '2 changed, 1 new'],
    ])
  })
})

/** The methods of a library, which stand on its prototype. */
function methods(library: typeof made): typeof made {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(library)) as (keyof typeof made)[]
  return Object.fromEntries(
    names.map((name) => [name, (library[name] as (...all: unknown[]) => unknown).bind(library)]),
  ) as unknown as typeof made
}

describe('the day on which a page last changed', () => {
  const now: Edits = { [PAY]: swap('value: 10', 'value: 12') }
  const day = (edits: Edits, address: string) => lastChanged(libraryWith(edits)).get(address)

  it('is the day of its review as long as there is no edition', () => {
    expect(day({}, '/roles/team-leader/')).toBe('2026-01-10')
    expect(day({}, '/roles/')).toBeUndefined()
  })

  it('stays as it was when others change, through editions and after them', () => {
    const { edits } = takenEditions(
      ['2026-03-01', {}],
      ['2026-04-01', now],
      ['2026-05-01', { ...now, [LEADER]: swap('verdict: skip', 'verdict: helps') }],
    )
    const later = { ...edits, ...now, [LEADER]: swap('verdict: skip', 'verdict: helps') }
    expect(day(later, '/skills/coaching/')).toBe('2026-01-10')
    expect(day(later, '/salaries/philippines/')).toBe('2026-04-01')
    expect(day(later, '/roles/team-leader/')).toBe('2026-05-01')
    expect(day(later, '/skills/')).toBe('2026-03-01')
    expect(day(later, '/glossary/')).toBe('2026-03-01')
  })

  it('is that of the review, when it lies between the editions', () => {
    const reviewed: Edits = {
      [PAY]: (text) => text.replace('value: 10', 'value: 12').replace('reviewed: 2026-01-10', 'reviewed: 2026-03-20'),
    }
    const { edits } = takenEditions(['2026-03-01', {}], ['2026-04-01', reviewed])
    expect(day({ ...edits, ...reviewed }, '/salaries/philippines/')).toBe('2026-03-20')
  })

  it('is not known of a page that changed since the newest edition and was not reviewed', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    expect(day({ ...edits, ...now }, '/salaries/philippines/')).toBeUndefined()
    const reviewed: Edits = {
      [PAY]: (text) => text.replace('value: 10', 'value: 12').replace('reviewed: 2026-01-10', 'reviewed: 2026-03-20'),
    }
    expect(day({ ...edits, ...reviewed }, '/salaries/philippines/')).toBe('2026-03-20')
  })

  it('does not move by a review that changed nothing', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    const reviewed: Edits = { [PAY]: swap('reviewed: 2026-01-10', 'reviewed: 2026-03-20') }
    expect(day({ ...edits, ...reviewed }, '/salaries/philippines/')).toBe('2026-01-10')
  })

  it('stands in the sitemap', () => {
    const known = lastChanged(guide)
    expect(listed.length).toBeGreaterThan(700)
    for (const { url, lastModified } of listed) expect(lastModified).toBe(known.get(new URL(url).pathname))
    expect(listed.filter(({ lastModified }) => lastModified === undefined)).toHaveLength(listed.length - known.size)
  })
})

describe('a new edition', () => {
  const changed: Edits = { [PAY]: swap('value: 10', 'value: 12') }
  const planned = (date: string, edits: Edits) => planEdition(libraryWith(edits), date)

  it('is the first, without one before', () => {
    expect(planned('2026-03-01', {})).toMatchObject({ edition: { date: '2026-03-01' } })
    expect(planned('2026-03-01', {})).not.toHaveProperty('edition.after')
  })

  it('follows the newest', () => {
    const { edits, editions } = takenEditions(['2026-03-01', {}])
    expect(planned('2026-04-01', { ...edits, ...changed })).toMatchObject({ edition: { after: editions[0]?.fingerprint } })
  })

  it('is not written when nothing changed', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    expect(planned('2026-04-01', edits)).toEqual({
      nothing: 'Nothing has changed since the edition of 1 March 2026, so there is nothing to write.',
    })
  })

  it('takes the place of the newest on the same day, and follows the one before', () => {
    const { edits, editions } = takenEditions(['2026-03-01', {}], ['2026-04-01', changed])
    const again: Edits = { ...edits, [PAY]: swap('value: 10', 'value: 14') }
    expect(planned('2026-04-01', again)).toMatchObject({ edition: { date: '2026-04-01', after: editions[0]?.fingerprint } })
  })

  it('never takes the place of an older one, and is never older than the newest', () => {
    const { edits } = takenEditions(['2026-03-01', {}], ['2026-04-01', changed])
    expect(planned('2026-03-01', { ...edits, ...changed })).toMatchInlineSnapshot(`
      {
        "fault": "The edition of 1 March 2026 is there, and that of 1 April 2026 follows it. What was published stays as it is: write an edition of a later day.",
      }
    `)
    expect(planned('2026-03-20', { ...edits, ...changed })).toMatchInlineSnapshot(`
      {
        "fault": "The newest edition is that of 1 April 2026. An edition cannot be older: choose that day or a later one.",
      }
    `)
  })
})

describe('npm run edition', () => {
  const run = (root: string, ...more: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'lib/commands/edition.ts', '--content', root, ...more], { encoding: 'utf8' })

  it('writes an edition that the check accepts, and says what it holds', () => {
    const root = tree({})
    const { status, stdout, stderr } = run(root, '--date', '2026-03-01')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/2026-03-01\.json: \d+ facts, \d+ pages\.\nIt is the first, so nothing changed before it\./)
    expect(loadLibrary(root).problems).toEqual([])
    expect(loadLibrary(root).library.editions()).toHaveLength(1)
  })

  it('says what changed since the one before, and writes nothing twice', () => {
    const { edits } = takenEditions(['2026-03-01', {}])
    const root = tree({ ...edits, [PAY]: swap('value: 10', 'value: 12') })
    expect(run(root, '--date', '2026-04-01').stdout).toContain('Since 1 March 2026: 2 changed.')
    expect(run(root, '--date', '2026-05-01').stdout).toContain('Nothing has changed since the edition of 1 April 2026')
    expect(existsSync(path.join(root, 'editions/2026-05-01.json'))).toBe(false)
  })

  it('refuses content with a problem, and days that are none or not yet', () => {
    const broken = tree({ [PAY]: swap('value: 10', 'value: ten') })
    const { status, stderr } = run(broken, '--date', '2026-03-01')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /salaries\/philippines\.mdx:\d+:\d+[\s\S]*1 problem in the content\. Correct the places above first\.\nNothing was written\./,
    )
    expect(existsSync(path.join(broken, 'editions'))).toBe(false)
    expect(run(tree({}), '--date', '2026-02-30').stderr).toContain('is not a day of the calendar')
    expect(run(tree({}), '--date', '2999-01-01').stderr).toContain('lies in the future')
  })

  it('leaves an older edition as it was', () => {
    const { edits } = takenEditions(['2026-03-01', {}], ['2026-04-01', { [PAY]: swap('value: 10', 'value: 12') }])
    const root = tree(edits)
    const { status, stderr } = run(root, '--date', '2026-03-01')
    expect(status).toBe(1)
    expect(stderr).toContain('What was published stays as it is')
    expect(readFileSync(path.join(root, 'editions/2026-03-01.json'), 'utf8')).toBe(edits['editions/2026-03-01.json'])
  })
})
