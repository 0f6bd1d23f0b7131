import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KIND_WORDS, planDrafts } from '#lib/commands/scaffold.ts'
import { loadLibrary } from '#lib/content/library.ts'
import { formatProblems } from '#lib/content/problems.ts'
import { KINDS } from '#lib/fields.ts'

/** One word for each kind: two of them mean the same. */
const WORDS = [...new Map(Object.entries(KIND_WORDS).map(([word, kind]) => [kind, word])).values()]

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'floorwalk-new-'))
  cpSync('tests/fixtures/small', root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

function plan(word: string, id: string) {
  const planned = planDrafts(word, id, loadLibrary(root).library)
  if ('fault' in planned) throw new Error(planned.fault)
  return planned.drafts
}

function write(word: string, id: string) {
  for (const { parts, text } of plan(word, id)) {
    const file = path.join(root, ...parts)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

const command = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'lib/commands/new.ts', '--content', root, ...args], { encoding: 'utf8' })

describe('a new article', () => {
  it('can be of every kind', () => {
    expect(new Set(Object.values(KIND_WORDS))).toEqual(new Set(KINDS))
  })

  it.each(Object.keys(KIND_WORDS))('%s checks clean as a draft', (word) => {
    write(word, word === 'stage' ? 'operations-manager/some-stage' : 'some-new-thing')
    const { problems } = loadLibrary(root)
    expect(formatProblems(problems)).toBe('')
  })

  it('of every kind at once checks clean', () => {
    for (const word of WORDS) write(word, word === 'stage' ? 'operations-manager/some-stage' : `new-${word}`)
    expect(formatProblems(loadLibrary(root).problems)).toBe('')
  })

  it('is a draft, so readers do not see it', () => {
    const before = loadLibrary(root).library.addresses()
    for (const word of WORDS) write(word, word === 'stage' ? 'operations-manager/some-stage' : `new-${word}`)
    expect(loadLibrary(root).library.addresses()).toEqual(before)
  })

  it('tells the writer what each field is for, in the words of its schema', () => {
    const [draft] = plan('term', 'some-word')
    expect(draft?.text.replace(/\d{4}-\d{2}-\d{2}/g, 'DAY').replace(/# figures: may[\s\S]*?(?=# abbreviation)/, '')).toMatchInlineSnapshot(`
      "---
      # The name as people in the field say it. Sentence case.
      title: Some word
      # One sentence that answers the page’s question. Shown under the title, in lists and in link previews.
      summary: Write this
      # draft is checked but not published. reviewed is published. One of: draft, reviewed.
      status: draft
      # What the article rests on. editorial: our own judgement, and said so on the page. One of: official, survey, employer, practitioner, editorial.
      basis: editorial
      # The day the article first appeared.
      published: DAY
      # The day somebody last read the whole article against its sources.
      reviewed: DAY
      # When it must be read again. After that day readers see a notice.
      reviewBy: DAY
      # Ids of files in content/sources/. May be [] only with basis: editorial. Each: The id of a source.
      sources: []
      # formerSlugs: may be left out.
      # Ids this page had before; their addresses lead here.
      # formerAnchors: may be left out.
      # Anchors that this page had before: of a heading that was worded anew, a figure or a row that went.
      #   id: The anchor that is gone, as it stood behind the # of its address.
      #   name: What stood there, as readers knew it.
      #   to: Where it is now: "#the-new-heading", or an address of the guide.
      # findBy: may be left out.
      # What people type into the search for this and what stands nowhere on its page: "phone monkey". Not printed.
      # abbreviation: may be left out.
      # Its letters.
      # alsoCalled: may be left out.
      #   name: The other name.
      #   countries (may be left out): Where people use it. None: everywhere. Each: ISO 3166-1 code of a country; EU for the European Union. One of: PH, IN, ZA, PL, GB, US, MX, CO, AU, BR, CA, EG, EU, HU, IE, JM, MY, PK, PT.
      # seeAlso: may be left out.
      # Terms to read with it. Each: The id of a glossary term.
      # metric: may be left out.
      # The id of a metric.
      # skill: may be left out.
      # The id of a skill.
      # role: may be left out.
      # The id of a role.
      # confusedWith: may be left out.
      #   name: What it is taken for.
      #   difference: How the two differ.
      ---

      Write here how people use the word.
      "
    `)
  })

  it('brings a pathway its first stages', () => {
    expect(plan('pathway', 'trainer').map(({ parts }) => parts.join('/'))).toEqual([
      'pathways/trainer/index.mdx',
      'pathways/trainer/first-stage.mdx',
      'pathways/trainer/second-stage.mdx',
    ])
  })
})

describe('npm run new', () => {
  it('writes the file and says where', () => {
    const { status, stdout } = command('role', 'floor-walker')
    expect(status).toBe(0)
    expect(stdout).toContain(`Wrote ${path.join(root, 'roles', 'floor-walker.mdx')}`)
    expect(readFileSync(path.join(root, 'roles', 'floor-walker.mdx'), 'utf8')).toContain('status: draft')
  })

  it.each([
    [['role', 'team-leader'], /team-leader\.mdx is there already\./],
    [['stage', 'nowhere/lonely'], /There is no pathway "nowhere"\. Write it first/],
    [['role', '../escape'], /"\.\.\/escape" is not an id\./],
    [['role', 'one', 'two'], /Say what and its id/],
  ])('refuses %j and writes nothing', (args, message) => {
    const before = readdirSync(root, { recursive: true }).sort()
    const { status, stderr } = command(...args)
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n').at(-1)).toBe('Nothing was written.')
    expect(status).toBe(1)
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before)
    expect(existsSync(path.join(root, '..', 'escape.mdx'))).toBe(false)
  })

  it.each([
    ['role', 'Floor Walker', /^"Floor Walker" is not an id\./],
    ['role', 'con', /^"con" is a reserved word\./],
    ['role', '', /^"" is not an id\./],
    ['job', 'floor-walker', /^"job" is not a kind of article\. The kinds are: role, skill,/],
    ['__proto__', 'floor-walker', /^"__proto__" is not a kind of article\./],
    ['stage', 'lonely', /^A stage is named with its pathway/],
    ['stage', 'a/b/c', /^A stage is named with its pathway/],
    ['stage', 'operations-manager/B', /^"B" is not an id\./],
  ])('has no plan for %s "%s"', (word, id, message) => {
    expect(planDrafts(word, id, loadLibrary(root).library)).toEqual({ fault: expect.stringMatching(message) })
  })

  it('takes the country that the id names, with its currency', () => {
    expect(plan('salary', 'south-africa')[0]?.text).toMatch(/^country: ZA\n[\s\S]*^currency: ZAR$/m)
    expect(plan('country', 'somewhere')[0]?.text).toMatch(/^country: IN\n[\s\S]*^currency: INR$/m)
  })
})
