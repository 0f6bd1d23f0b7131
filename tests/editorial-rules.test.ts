import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { editorialProblems, gradeReport } from '#lib/content/editorial.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { fleschKincaid } from '#lib/content/reading-grade.ts'
import { advised, libraryWith, smallText, swap, tree, withBody, withField } from './content-tree.ts'

const LEADER = 'roles/team-leader.mdx'
const MANAGER = 'roles/operations-manager.mdx'
const GUIDE = 'guides/what-bpo-is.mdx'
const COACHING = 'skills/coaching.mdx'
const WRAP = 'glossary/wrap.mdx'
const PAY = 'salaries/philippines.mdx'
const CERTIFICATE = 'certifications/floor-basics.mdx'

const term = (lines: string) => swap('abbreviation: ACW\n', lines)(smallText(WRAP))

describe('filler', () => {
  it('is named where it stands, in the text and in a field', () => {
    expect(
      advised('filler', {
        [GUIDE]: withBody('Two lines first.\n\nThe work is calm. In\ntoday’s market, firms *leverage* a seamless flow.\n'),
        [COACHING]: withField('summary', 'summary: When it comes to coaching, patience plays a vital role.'),
      }),
    ).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:23:19
        "In today’s" says nothing. Cut it, or write what a person on the floor would see.

      guides/what-bpo-is.mdx:24:24
        "leverage" says nothing. Cut it, or write what a person on the floor would see.

      guides/what-bpo-is.mdx:24:36
        "seamless" says nothing. Cut it, or write what a person on the floor would see.

      skills/coaching.mdx:3:10
        summary  "When it comes to" says nothing. Cut it, or write what a person on the floor would see.

      skills/coaching.mdx:3:10
        summary  "plays a vital role" says nothing. Cut it, or write what a person on the floor would see."
    `)
  })

  it('may be quoted, and is not looked for inside other words or in what sources write', () => {
    expect(
      advised('filler', {
        [GUIDE]: withBody('The advert says “fast-paced” and "robust".\n\n> A world-class floor.\n\nRead the mindelves and `seamless`.\n'),
        'sources/floor-survey.mdx': withField('measures', 'measures: A robust count of a made-up floor.'),
      }),
    ).toBe('')
  })
})

describe('the reading grade', () => {
  const hard = 'Organisational accountability necessitates continuous administrative prioritisation of operational responsibilities'
  const long = `${Array.from({ length: 12 }, () => hard).join(' and ')}.`

  it('is that of Flesch and Kincaid', () => {
    expect(fleschKincaid({ sentences: 10, words: 100, syllables: 150 })).toBeCloseTo(0.39 * 10 + 11.8 * 1.5 - 15.59)
  })

  it('above eleven is a problem at the longest sentence', () => {
    expect(advised('readingGrades', { [GUIDE]: withBody(`You are new. ${long}\n`) })).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:21:14
        The article reads at grade 38.5; 11 is the most. Shorten sentences and words, first this sentence of 119 words."
    `)
  })

  it('is not taken of headings, tables and a handful of words', () => {
    expect(advised('readingGrades', { [GUIDE]: withBody(`## ${hard}\n\n${hard}.\n\n| A | B |\n| --- | --- |\n| ${long} | b |\n`) })).toBe(
      '',
    )
  })

  it('is reported in one line, the hardest article named', () => {
    const easy = 'You sit down. You log in. The first call is short and the next is not. '.repeat(10)
    const report = gradeReport(libraryWith({ [GUIDE]: withBody(easy), [COACHING]: withBody(long) }))
    expect(report?.replace(/[^\s(]*floorwalk-tree-\w+/, 'TREE')).toMatchInlineSnapshot(
      `"Reading grade: median 1.2, highest 32.0 (TREE/skills/coaching.mdx)"`,
    )
  })

  it('is not reported of a tree without articles', () => {
    const { library } = loadLibrary('tests/fixtures/nowhere')
    expect(gradeReport(library)).toBeUndefined()
  })
})

describe('a run of words', () => {
  const RUN = 'the planner moves your break when the queue is red'

  it('that stands in two articles is named once, with both places', () => {
    expect(
      advised('repeatedRuns', {
        [GUIDE]: withBody(`Remember that ${RUN}, always.\n\nHere too ${RUN}.\n`),
        [CERTIFICATE]: withBody('On bad days *the planner* moves your\n[break](/roles/team-leader/), when the queue is red.\n'),
      }),
    ).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:21:15
        "the planner moves your break when the queue is red" stands in certifications/floor-basics.mdx:28 too. Say it once and link to it, or say here what is true only here."
    `)
  })

  it('is found in fields', () => {
    expect(
      advised('repeatedRuns', {
        [CERTIFICATE]: withField('renewal', `renewal: They ask whether ${RUN}.`),
        [GUIDE]: withField('forWhom', `forWhom: People who know how ${RUN}.`),
      }),
    ).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:11:10
        forWhom  "the planner moves your break when the queue is red" stands in certifications/floor-basics.mdx:19 too. Say it once and link to it, or say here what is true only here."
    `)
  })

  it.each([
    ['seven words long', 'the planner moves your break when red', 'The planner moves your break when red'],
    ['in a quotation', `“${RUN}”`, RUN],
    ['in code', `\`${RUN}\``, RUN],
    [
      'across a figure',
      'planner moves your break <Figure id="ramp-weeks" /> when the queue is',
      'planner moves your break <Figure id="ramp-weeks" /> when the queue is',
    ],
    ['across two paragraphs', 'planner moves your break\n\nwhen the queue is', 'planner moves your break\n\nwhen the queue is'],
    [
      'with a name in it, which counts as one word',
      'the operations manager moves your break when red',
      'the operations manager moves your break when red',
    ],
  ])('may be repeated when it is %s', (_, one, other) => {
    const text = (words: string) => withBody(`${words}\n`)
    expect(advised('repeatedRuns', { [GUIDE]: text(one), [CERTIFICATE]: text(other) })).toBe('')
  })

  it('may stand in sources, whose cautions are alike', () => {
    const source = smallText('sources/floor-survey.mdx')
    expect(advised('repeatedRuns', { 'sources/again.mdx': source, 'sources/floor-survey.mdx': withBody(`${RUN}.\n`) })).toBe('')
  })
})

describe('a metric or a term that is named', () => {
  it('without a link is a problem where it is first named', () => {
    expect(
      advised('firstMentions', {
        'glossary/shift-bid.mdx': term('alsoCalled:\n  - name: Schedule bid\n  - name: Bid\n').replace('title: Wrap', 'title: Shift bid'),
        'glossary/crm.mdx': term('abbreviation: CRM\n').replace('title: Wrap', 'title: Customer screen'),
        [GUIDE]: withBody(
          '## Shrinkage\n\nFirst look at shrinkage.\nThen, at shrinkage and bids, read what the CRM says on schedule bids.\n',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:23:15
        "shrinkage" is named and nothing here leads to it. Link it: [shrinkage](/metrics/shrinkage/)

      guides/what-bpo-is.mdx:24:44
        "CRM" is named and nothing here leads to it. Link it: [CRM](/glossary/#crm)

      guides/what-bpo-is.mdx:24:56
        "schedule bids" is named and nothing here leads to it. Link it: [schedule bids](/glossary/#shift-bid)"
    `)
  })

  it.each([
    ['is linked anywhere in the article', GUIDE, 'Shrinkage hurts. See [it](/metrics/shrinkage/).\n'],
    ['is linked from its data', 'metrics/occupancy.mdx', 'Shrinkage hurts.\n'],
    ['is what the article is about', 'metrics/shrinkage.mdx', 'Shrinkage hurts.\n'],
    [
      'stands only in a heading, a link to elsewhere, code or a quotation',
      GUIDE,
      '## Shrinkage\n\n[Shrinkage](/roles/team-leader/), `shrinkage`, “shrinkage”.\n',
    ],
    ['is an everyday word', GUIDE, 'You are in wrap.\n'],
    ['is part of another word or written in other letters', GUIDE, 'A shrinkage-free week, and acw is no abbreviation.\n'],
  ])('needs no link when it %s', (_, file, body) => {
    const related = file === 'metrics/occupancy.mdx' ? withField('related', 'related: [shrinkage]') : (text: string) => text
    expect(advised('firstMentions', { [file]: (text: string) => related(withBody(body)(text)) })).toBe('')
  })
})

describe('a number that is due for review', () => {
  it('is a warning for a figure and for a pay row', () => {
    const due = (from: string) => (text: string) => {
      const at = text.indexOf(from)
      return text.slice(0, at) + text.slice(at).replace(/reviewBy: 20\d\d-\d\d-\d\d/, 'reviewBy: 2026-03-01')
    }
    expect(advised('figuresToReview', { [LEADER]: due('figures:'), [PAY]: due('records:') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:23:15
        Warning: figures[0].reviewBy  "2026-03-01" is past for the figure "ramp-weeks". Read its source again, then set value, asOf and reviewBy.

      salaries/philippines.mdx:45:15
        Warning: records[0].reviewBy  "2026-03-01" is past for the pay of "operations-manager" from "floor-survey". Read its source again, then set value, asOf and reviewBy."
    `)
    expect(editorialProblems(libraryWith({ [LEADER]: due('figures:') }), ['figuresToReview']).map(({ warning }) => warning)).toEqual([true])
  })
})

describe('a certificate that is closed, closing or replaced', () => {
  const closed = withField('state', 'state: closed')

  it('is a problem where a paragraph links to it and does not say so', () => {
    expect(
      advised('closedCertifications', {
        [CERTIFICATE]: closed,
        [GUIDE]: withBody('It is closed, they say.\n\nFrame [floor basics](/certifications/floor-basics/) on the wall.\n'),
      }),
    ).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:23:8
        "Floor basics" is closed, and this paragraph does not say so. Say it, or link to another."
    `)
  })

  it('may be linked where the paragraph says so', () => {
    expect(
      advised('closedCertifications', {
        [CERTIFICATE]: closed,
        [GUIDE]: withBody('[Floor basics](/certifications/floor-basics/) closed in spring.\n'),
      }),
    ).toBe('')
  })
})

describe('the length of a text', () => {
  const words = (count: number) => withBody(`${'word '.repeat(count)}\n`)

  it('is a problem outside the range of its kind', () => {
    expect(advised('lengths', { [LEADER]: words(1801), [COACHING]: words(299), [WRAP]: words(24) })).toMatchInlineSnapshot(`
      "glossary/wrap.mdx:13:1
        The text has 24 words; 25 to 110 are right for a glossary term. Say what is missing; do not stretch what is there.

      roles/team-leader.mdx:152:1
        The text has 1801 words; 900 to 1800 are right for a role. Cut what is true elsewhere too, or give it a page of its own.

      skills/coaching.mdx:27:1
        The text has 299 words; 300 to 700 are right for a skill. Say what is missing; do not stretch what is there."
    `)
  })

  it('is right at both ends of the range', () => {
    for (const count of [900, 1800]) expect(advised('lengths', { [LEADER]: words(count) })).toBe('')
  })
})

describe('an employer', () => {
  it('named without a date or a source is a problem', () => {
    expect(
      advised('undatedEmployers', {
        [MANAGER]: withBody('## The shift\n\nBig sites belong to Concentrix and TP.\n\n| Name | What |\n| --- | --- |\n| WNS | Large |\n'),
      }),
    ).toMatchInlineSnapshot(`
      "roles/operations-manager.mdx:134:21
        "Concentrix" is named without a date or a source. Add the year, a figure or a link to a source, or leave the name out.

      roles/operations-manager.mdx:138:3
        "WNS" is named without a date or a source. Add the year, a figure or a link to a source, or leave the name out."
    `)
  })

  it.each([
    ['has a year beside it', 'Sitel became Foundever in 2023.\n'],
    ['has a date in its row', '| Name | What |\n| --- | --- |\n| WNS | Large, as of 2025 |\n'],
    ['has its source beside it', '[A survey](/sources/floor-survey/) counts TaskUs.\n'],
    ['is only part of a word', 'EXLs and HTTP are no firms.\n'],
  ])('may be named when it %s', (_, body) => {
    expect(advised('undatedEmployers', { [GUIDE]: withBody(body) })).toBe('')
  })

  it('may be named in other kinds', () => {
    expect(advised('undatedEmployers', { [COACHING]: withBody('Concentrix does it.\n') })).toBe('')
  })
})

describe('npm run check', () => {
  const check = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), path.resolve('lib/commands/check.ts'), ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, FLOORWALK_CONTENT: undefined },
    })
  const broken = { [GUIDE]: withBody('A seamless floor.\n') }

  it('fails when the guide’s own content breaks a rule', () => {
    const { status, stdout, stderr } = check(path.dirname(tree(broken, 'content')))
    expect(stdout).toContain('content/guides/what-bpo-is.mdx:21:3\n  "seamless" says nothing.')
    expect(stderr).toMatch(/^\d+ problems in \d+ files under content\.\n$/)
    expect(status).toBe(1)
  })

  it('gives advice on another tree and ends with its reading grade', () => {
    const { status, stdout, stderr } = check('.', '--content', tree({ ...broken, [COACHING]: withBody('You sit and log in. '.repeat(30)) }))
    expect(stdout).toContain('"seamless" says nothing.')
    expect(stdout).toMatch(/That was advice on style and fails nothing\.\n\nReading grade: median .*\n\S+: no problems\.\n$/)
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
