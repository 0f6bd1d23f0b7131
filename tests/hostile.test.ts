import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ArticleBody } from '#components/article/article-body.tsx'
import { RolePage } from '#components/role/role-page.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { formatProblems } from '#lib/content/problems.ts'
import { slugFault } from '#lib/fields.ts'
import { firstAnchorsOnly } from '#lib/row-anchors.ts'
import { type Edits, inTree, smallText, tree, withBody, withField } from './content-tree.ts'
import { Cage } from './hostile-cage.ts'
import type { Outcome, Task } from './hostile-child.ts'
import { piecesOf } from './json-ld-check.ts'
import { elements, html, idsOf, parsed } from './rendered-page.ts'

interface Case {
  id: string
  kind: 'body' | 'whole' | 'frontmatter-block' | 'frontmatter-line' | 'set' | 'filesystem'
  expect: 'reject' | 'accept'
  file?: string
  lines?: (string | { remove: string })[]
  make?: string
  mention?: string[]
  assert?: string[]
  maxMs?: number
}

/** One way to do what a case says to the small tree: the file it is done to, and what is done. */
interface Deed {
  id: string
  file: string
  edits: Edits
}

const FIXTURES = path.join('tests', 'fixtures', 'hostile')
const CASES = (JSON.parse(readFileSync(path.join(FIXTURES, 'cases.json'), 'utf8')) as { cases: Case[] }).cases
/** The known-good article: a role that nothing else rests on. */
const ROLE = 'roles/agent.mdx'
const GOOD = withField('figures', null)(smallText('roles/team-leader.mdx')).replace('    time: ramp-weeks\n', '')
const PAY = 'salaries/philippines.mdx'
const SOURCE = 'sources/floor-survey.mdx'
/** A fault in another article, which must be listed beside the hostile one. */
const BYSTANDER = 'skills/reporting.mdx'
const HANGING = 20_000
const SLOW = 10_000
const MEMORY = 512

const cage = new Cage()
afterAll(() => cage.remove())

const hostile = (file: string) => readFileSync(path.join(FIXTURES, file))
const deed = (id: string, file: string, edit: string | Uint8Array | ((text: string) => string)): Deed => {
  const before = file === ROLE ? GOOD : typeof edit === 'function' ? smallText(file) : ''
  const after = typeof edit === 'function' ? edit(before) : edit
  if (after === before) throw new Error(`${id} changes nothing.`)
  return { id, file, edits: { [file]: after } }
}

async function caged(task: Task, budget = HANGING): Promise<Outcome> {
  const outcome = await cage.run(task, budget)
  if (typeof outcome === 'string') throw new Error(`The process ${outcome}.`)
  expect(outcome.ran).toEqual([])
  expect(cage.canaryFiles()).toEqual([])
  expect(outcome.onPrototype).toEqual([])
  expect(outcome.connections).toBe(0)
  return outcome
}

async function refused({ file, edits }: Deed, { mention = [], maxMs = SLOW }: Partial<Case> = {}) {
  const root = tree({ [BYSTANDER]: withField('nosuchfield', 'nosuchfield: 1'), ...edits })
  const { problems, ms, peak } = await caged({ root })
  const printed = formatProblems(problems)
  const files = new Set(problems.map((problem) => path.relative(root, problem.file)))
  // One fault is reported where it is, and the faults of other articles in the same run.
  expect([...files].sort(), printed).toEqual([file, BYSTANDER].sort())
  const lines = readable(root, file)
  for (const { line, column, message, file: where } of problems.filter((problem) => problem.file.endsWith(file))) {
    expect(where.endsWith(file)).toBe(true)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines + 1)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message).toMatch(/^\S[\s\S]*\S[.?…]$/)
    expect(message).not.toMatch(/undefined|\[object|\n/)
  }
  for (const word of mention) expect(printed).toContain(word)
  expect(ms).toBeLessThan(maxMs)
  expect(peak).toBeLessThan(MEMORY)
}

function readable(root: string, file: string): number {
  try {
    return readFileSync(path.join(root, file), 'utf8').split(/\r\n?|\n/).length
  } catch {
    return 1
  }
}

async function accepted({ edits }: Deed, { assert = [], maxMs = SLOW }: Partial<Case> = {}) {
  const root = tree({ [ROLE]: GOOD, ...edits })
  const { problems, ms } = await caged({ root })
  expect(formatProblems(problems)).toBe('')
  expect(ms).toBeLessThan(maxMs)
  const { library } = loadLibrary(root)
  const role = library.get('roles', 'agent')
  const page = parsed(firstAnchorsOnly(await html(createElement(RolePage, { role, library }))))
  expect(idsOf(page)).toEqual([...new Set(idsOf(page))])
  expect(idsOf(page)).not.toContain('')
  onlyOurScripts(page)
  const data = jsonLdOf(page)
  expect(data.length).toBeGreaterThan(1)
  expect(JSON.stringify(data)).toContain(JSON.stringify(role.data.title).slice(1, -1))
  expect(elements(page).some((element) => element.tagName === 'h1')).toBe(true)
  if (assert.includes('same-as-clean')) expect(await articleHtml(root)).toBe(await articleHtml(tree({ [ROLE]: withBody(PLAIN)(GOOD) })))
}

const PLAIN = '\n## Hostile sample\n\nOrdinary text before.\n'

async function articleHtml(root: string): Promise<string> {
  const { library } = loadLibrary(root)
  return html(createElement(ArticleBody, { entry: library.get('roles', 'agent'), library }))
}

type Page = ReturnType<typeof parsed>

const textOf = (element: ReturnType<typeof elements>[number]) =>
  element.children.map((child) => ('value' in child ? child.value : '')).join('')

const isData = (element: ReturnType<typeof elements>[number]) =>
  element.tagName === 'script' && element.properties.type === 'application/ld+json'

const jsonLdOf = (page: Page) =>
  elements(page)
    .filter(isData)
    .flatMap((element) => piecesOf(ROLE, textOf(element)))

function onlyOurScripts(page: Page) {
  for (const element of elements(page)) {
    if (!isData(element))
      expect(['script', 'style', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'title', 'form']).not.toContain(element.tagName)
    for (const [name, value] of Object.entries(element.properties)) {
      expect(name.toLowerCase()).not.toMatch(/^(?:on|srcdoc|style|http-?equiv|formaction)/)
      if (name === 'href' || name === 'src') expect(String(value)).toMatch(/^(?:https:\/\/|mailto:|\/(?!\/)|#)/)
    }
  }
}

/** What the abstract names of `cases.json` are here: a file of the small tree and the way to write the field. */
const FIELDS: Record<string, { file: string; write: (value: string | null) => (text: string) => string }> = {
  ...top('title', ROLE, 'title'),
  ...top('summary', ROLE, 'summary'),
  ...top('reviewed', ROLE, 'reviewed'),
  ...top('nextReview', ROLE, 'reviewBy'),
  ...top('published', ROLE, 'published'),
  ...top('sources', ROLE, 'sources'),
  ...top('tags', ROLE, 'formerSlugs'),
  ...top('id', ROLE, 'id'),
  ...top('sources[0].url', SOURCE, 'url'),
  ...top('sources[0].accessed', SOURCE, 'retrievedOn'),
  ...top('sources[0].title', SOURCE, 'title'),
  ...top('salary.country', PAY, 'country'),
  ...top('salary.currency', PAY, 'currency'),
  ...inRecord('salary.p10', 'percentile10'),
  ...inRecord('salary.p50', 'median'),
  ...inRecord('salary.p90', 'percentile90'),
  ...inRecord('salary.period', 'period'),
  ...inRecord('salary.source', 'source'),
  ...inRecord('salary.year', 'asOf'),
  nextRoles: { file: ROLE, write: (value) => replaced('- role: operations-manager', `- role: ${firstOf(value)}`) },
  skills: { file: ROLE, write: (value) => replaced('- { skill: coaching,', `- { skill: ${firstOf(value)},`) },
}

function top(name: string, file: string, field: string) {
  return { [name]: { file, write: (value: string | null) => withField(field, value === null ? null : `${field}: ${value}`) } }
}

function inRecord(name: string, field: string) {
  return { [name]: { file: PAY, write: (value: string | null) => record(field, value) } }
}

/** A field of the one pay row, written anew or removed. */
const record = (field: string, value: string | null) => (text: string) => {
  const line = new RegExp(String.raw`(records:[\s\S]*?)^    ${field}: .*\n`, 'm')
  const written = value === null ? '' : `    ${field}: ${value}\n`
  return line.test(text)
    ? text.replace(line, (_, before: string) => before + written)
    : text.replace('    kind: official\n', (kind) => kind + written)
}

const replaced = (from: string, to: string) => (text: string) => text.replace(from, () => to)
const firstOf = (list: string | null) => (list ?? '').replace(/^\[|\]$/g, '').replace('<id>', 'agent')

function lineDeeds({ id, lines = [] }: Case): Deed[] {
  if (id === 'salary-duplicate-country')
    return [deed(id, PAY, (text) => text.replace(/( {2}- role: operations-manager\n(?: {4}.*\n(?: {6}.*\n)*)*)/, '$1$1'))]
  const changes = lines.map((line) => {
    if (typeof line !== 'string') return { ...field(line.remove), value: null }
    const [, name = '', value = ''] = /^<?([^:>]+)>?: (.*)$/.exec(line) ?? []
    return { ...(line.startsWith('<') ? field(name) : top(name, ROLE, name)[name]), value }
  })
  const [first] = changes as [(typeof changes)[number]]
  const file = first.file as string
  const deeds = [deed(id, file, (text) => changes.reduce((result, { write, value }) => write?.(value)(result) ?? result, text))]
  if (id.startsWith('id-')) deeds.push(...nameDeeds(id, first.value as string))
  if (id.startsWith('tags-')) deeds.push(deed(`${id}, aliases`, ROLE, withField('aliases', `aliases: ${first.value}`)))
  return deeds
}

const field = (name: string) => {
  const found = FIELDS[name.replace(/^<|>$/g, '')]
  if (!found) throw new Error(`The case names the field ${name}, which is not mapped.`)
  return found
}

/** There is no field for an id: the name of the file is the id. So the same ids are tried as names. */
function nameDeeds(id: string, value: string): Deed[] {
  const name = String(parse(value)).slice(0, 200)
  if (!slugFault(name) || name.includes('..')) return []
  return [deed(`${id}, as the name of a file`, `roles/${name}.mdx`, GOOD)]
}

function deedsOf(one: Case): Deed[] {
  if (one.kind === 'frontmatter-line') return lineDeeds(one)
  const bytes = hostile(one.file as string)
  if (one.kind === 'body') return [deed(one.id, ROLE, withBody(bytes.toString().replaceAll('{{COMPONENT}}', 'Callout')))]
  if (one.kind === 'frontmatter-block') return [deed(one.id, ROLE, `---\n${bytes.toString().trimEnd()}\n---\n${PLAIN}`)]
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(GOOD) ?? []
  const place = bytes.indexOf('{{FRONTMATTER}}')
  const whole =
    place === -1
      ? bytes
      : Buffer.concat([bytes.subarray(0, place), Buffer.from(frontMatter), bytes.subarray(place + '{{FRONTMATTER}}'.length)])
  return [deed(one.id, ROLE, whole)]
}

const FILES = CASES.filter(({ kind }) => kind !== 'set' && kind !== 'filesystem')
const DEEDS = FILES.flatMap((one) => deedsOf(one).map((each) => ({ name: each.id, one, each })))

describe('a hostile file', () => {
  it('of every case is tried', () => {
    expect(DEEDS.length).toBeGreaterThanOrEqual(199)
  })

  it.each(DEEDS.filter(({ one }) => one.expect === 'reject'))('is refused: $name', ({ one, each }) => refused(each, one))
  it.each(DEEDS.filter(({ one }) => one.expect === 'accept'))('is only strange: $name', ({ one, each }) => accepted(each, one))
})

/** Refused for what they say or leave out, not for what they do: they can be pressed, and run nothing. */
const HARMLESS = ['url-internal-missing', 'empty-body', 'only-whitespace-body', 'todo-marker']

const BODIES = FILES.filter(({ kind, expect: right }) => kind === 'body' && right === 'reject').map((one) => ({ name: one.id, one }))

describe('the press alone, without the check before it', () => {
  it.each(BODIES)('stops $name', async ({ one }) => {
    const text = hostile(one.file as string)
      .toString()
      .replaceAll('{{COMPONENT}}', 'Callout')
    const { pressed, ms } = await caged({ file: 'content/roles/hostile.mdx', text })
    expect(ms).toBeLessThan(SLOW)
    if (HARMLESS.includes(one.id)) expect(pressed).toHaveProperty('code')
    else expect(pressed).toMatchObject({ refused: expect.stringMatching(/hostile\.mdx:\d+:\d+/) })
  })
})

describe('a hostile set of files', () => {
  const move = (to: string) =>
    `leadsTo:\n  - role: ${to}\n    kind: up\n    carriesOver: [coaching]\n    missing: []\n    evidence: [A paper.]\n    harder: It is.`
  const copies = (count: number, edit: (text: string, index: number) => string): Edits =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`roles/r${index}.mdx`, edit(GOOD, index)]))

  it('set-case-collision: names that differ only in case are refused', async () => {
    const { problems } = await caged({ root: tree({ 'roles/Agent.mdx': GOOD, 'roles/agent.mdx': GOOD }) })
    expect(formatProblems(problems)).toMatch(/agent\.mdx:1:1\n {2}The name differs from "Agent\.mdx" only in case or accents/)
  })

  it('set-chain-5000 and set-many: a ladder of 5,000 roles is fine', async () => {
    const short = withBody('Text.\n')(GOOD)
    const chain = copies(5000, (_, index) => {
      const text = index === 0 ? short : short.replace('entry: true', 'entry: false')
      return withField('leadsTo', index === 4999 ? 'leadsTo: []' : move(`r${index + 1}`))(text)
    })
    const { problems, addresses } = await caged({ root: tree(chain) }, 280_000)
    expect(formatProblems(problems)).toBe('')
    expect(addresses.filter((address) => /^\/roles\/r\d+\/$/.test(address))).toHaveLength(5000)
  }, 300_000)

  it('a circle of 300 roles is refused, and printed shortly', async () => {
    const { problems } = await caged(
      { root: tree(copies(300, (text, index) => withField('leadsTo', move(`r${(index + 1) % 300}`))(text))) },
      60_000,
    )
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"up" runs in a circle: r\d+ → .* → … \(300 in all\)\. Make/),
    ])
  }, 90_000)

  it('set-ref-to-draft, set-pathway-step-removed, set-redirect-shadow and set-empty-collection are refused', async () => {
    const faults: [Edits, string][] = [
      [{ 'roles/operations-manager.mdx': withField('reportsTo', 'reportsTo: [site-director]') }, 'is a draft'],
      [
        { 'pathways/operations-manager/first-team.mdx': (text) => text.replace('id: first-team-show', 'id: first-team-tell') },
        'was published and is gone',
      ],
      [{ 'roles/operations-manager.mdx': withField('formerSlugs', 'formerSlugs: [team-leader]') }, 'is the address of'],
      [
        Object.fromEntries(['team-leader', 'operations-manager'].map((id) => [`roles/${id}.mdx`, withField('status', 'status: draft')])),
        'the collection "roles" has no published article',
      ],
    ]
    for (const [edits, words] of faults) expect(formatProblems((await caged({ root: tree(edits) })).problems)).toContain(words)
  })
})

describe('a hostile folder', () => {
  async function of(make: (root: string) => void) {
    const root = tree({})
    make(root)
    const { problems, addresses, ms } = await caged({ root })
    expect(ms).toBeLessThan(SLOW)
    expect(addresses).toEqual(loadLibrary('tests/fixtures/small').library.addresses())
    return inTree(formatProblems(problems), root)
  }
  const good = (root: string, ...names: string[]) => {
    for (const name of names) writeFileSync(path.join(root, name), GOOD)
  }

  it('with links to other places does not follow them', async () => {
    const text = await of((root) => {
      symlinkSync(path.resolve('package.json'), path.join(root, 'roles/x.mdx'))
      symlinkSync('.', path.join(root, 'roles/loop'))
      symlinkSync('.', path.join(root, 'loop'))
      symlinkSync('/nowhere', path.join(root, 'skills/gone.mdx'))
    })
    expect(text.match(/This is a link to another place/g)).toHaveLength(4)
  })

  it('with folders named like articles, pipes and sockets refuses them without waiting', async () => {
    const text = await of((root) => {
      mkdirSync(path.join(root, 'roles/x.mdx'))
      execFileSync('mkfifo', [path.join(root, 'roles/pipe.mdx')])
    })
    expect(text).toMatch(/roles\/pipe\.mdx:1:1\n {2}This is not a regular file/)
    expect(text).toMatch(/roles\/x\.mdx:1:1\n {2}This is a folder with the name of an article/)
  })

  it('with left-overs of editors passes over them', async () => {
    expect(
      await of((root) =>
        good(
          root,
          'roles/x.mdx~',
          'roles/.#x.mdx',
          'roles/x.mdx.swp',
          'roles/.x.mdx',
          'roles/#x.mdx#',
          'roles/.DS_Store',
          'roles/Thumbs.db',
          'roles/x.mdx.orig',
          'README.md',
        ),
      ),
    ).toBe('')
  })

  it('with other names refuses them one by one', async () => {
    const names = [
      'x.md',
      'x.MDX',
      'x.Mdx',
      'x.txt',
      'README.md',
      'a b.mdx',
      'Agent.mdx',
      '.mdx.mdx',
      'con.mdx',
      'lpt9.mdx',
      '__proto__.mdx',
      'constructor.mdx',
      '%2e%2e.mdx',
      '-a.mdx',
      'a--b.mdx',
      'ä.mdx',
      'a\u0308.mdx',
      `${'a'.repeat(61)}.mdx`,
      'x.mdx.mdx',
      'x y',
      '404.mdx',
    ]
    const text = await of((root) => good(root, ...names.map((name) => `roles/${name}`)))
    const seen = names.filter((name) => !text.includes(`roles/${name}:1:1`))
    // A name that begins with a dot is hidden, so it is passed over.
    expect(seen).toEqual(['.mdx.mdx'])
  })

  it('with files in places of their own refuses them', async () => {
    const text = await of((root) => {
      for (const folder of [
        'roles/deep',
        'roles/deep/er',
        'stages',
        '__proto__',
        'constructor',
        'Roles',
        'pathways/operations-manager/deep',
      ])
        mkdirSync(path.join(root, folder), { recursive: true })
      good(
        root,
        'roles/deep/x.mdx',
        'roles/deep/er/x.mdx',
        'stages/x.mdx',
        '__proto__/x.mdx',
        'constructor/x.mdx',
        'Roles/x.mdx',
        'x.mdx',
        'pathways/x.mdx',
        'pathways/operations-manager/deep/x.mdx',
      )
    })
    expect(
      text
        .split('\n')
        .filter((line) => /:1:1$/.test(line))
        .sort(),
    ).toMatchInlineSnapshot(`
      [
        "Roles:1:1",
        "__proto__:1:1",
        "constructor:1:1",
        "pathways/operations-manager/deep:1:1",
        "pathways/x.mdx:1:1",
        "roles/deep/er:1:1",
        "roles/deep/x.mdx:1:1",
        "roles:1:1",
        "stages/x.mdx:1:1",
        "x.mdx:1:1",
      ]
    `)
  })

  it('that is not there is a problem, not a crash', async () => {
    const { problems } = await caged({ root: '/nowhere/at/all' })
    expect(formatProblems(problems)).toContain('The folder cannot be read (ENOENT)')
  })
})

/** `generate-large.mjs` writes these; the rest are more of the same kinds, each just within the size of a file. */
const LARGE: Record<string, () => string> = {
  ...Object.fromEntries(
    [
      'five-megabytes',
      'ten-thousand-headings',
      'deep-quote',
      'deep-list',
      'deep-brackets',
      'emphasis-run',
      'backticks',
      'long-line',
      'huge-table',
      'many-footnotes',
      'many-links',
    ].map((name) => [
      name,
      () => execFileSync(process.execPath, [path.join(FIXTURES, 'generate-large.mjs'), name], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
    ]),
  ),
  'closing brackets, one a line': () => ']\n'.repeat(100_000),
  'brackets in pairs': () => '[a]\n'.repeat(60_000),
  'braces in a brace': () => `{${'{}'.repeat(5000)}`,
  'an export that never ends': () => `export const a = [\n${'1,\n\n'.repeat(50_000)}`,
  'underlined headings': () => 'a\n-\n'.repeat(60_000),
  'quotations of one line': () => '> a\n\n'.repeat(45_000),
  'list items': () => '- a\n\n'.repeat(45_000),
  'lists in lists on one line, many times': () => `${'- '.repeat(31)}a\n\n`.repeat(3000),
  'quotation marks and dashes in turn': () => `${'> - '.repeat(300)}a\n`,
  'a list in a quotation, deeper and deeper': () => Array.from({ length: 400 }, (_, index) => `> ${'  '.repeat(index)}- x`).join('\n'),
  'a list indented with tabs': () => Array.from({ length: 60 }, (_, index) => `${'\t'.repeat(index)}- x`).join('\n'),
  'a table without bars at its ends': () => `a${'|a'.repeat(1000)}\n-${'|-'.repeat(1000)}\na${'|a'.repeat(1000)}\n`,
  'a table of 1,000 short rows': () => `a|b\n-|-\n${'a|b\n'.repeat(1000)}`,
  'underscores that might be emphasis': () => '_a __a '.repeat(5000),
  'tildes that might be deletions': () => '~a ~~a '.repeat(5000),
  'emphasis in emphasis, 900 deep': () => `${'*a '.repeat(900)}${'a* '.repeat(900)}`,
  'runs of back-ticks, one a line': () => Array.from({ length: 3000 }, (_, index) => '`'.repeat(index % 80)).join('\n'),
  'bare addresses': () => 'www.a.bc '.repeat(2000),
  'mail addresses': () => 'a@b.cd '.repeat(2000),
  'unclosed tags': () => '<Callout kind="tip">\n\n'.repeat(1000),
  'unclosed tags between closed ones': () => '`/>`\n\n<Callout kind="tip">\n\n'.repeat(900),
  'attributes without end': () => `<Callout ${'a="b"\n'.repeat(4000)}`,
  'character references': () => `${'&amp;'.repeat(3000)}\n`.repeat(4),
  'footnotes that nobody reads': () => Array.from({ length: 390 }, (_, index) => `[^${index}]: a`).join('\n\n'),
  definitions: () => Array.from({ length: 10_000 }, (_, index) => `[a${index}]: /x/`).join('\n'),
  'nothing but lines': () => '\n'.repeat(250_000),
  'nothing but joiners': () => '\u200d'.repeat(19_000),
}

const LARGE_YAML: Record<string, string> = {
  'lists in lists, hidden from a count by comments': `a: ${' [\n #]\n'.repeat(2500)}`,
  'maps in maps, hidden from a count by comments': `a: ${' {a:\n #}\n'.repeat(2200)}`,
  'dashes in a line': `a:\n  ${'- '.repeat(5000)}x`,
  'dashes and tabs in a line': `a:\n  ${'-\t'.repeat(5000)}x`,
  'question marks in a line': '? '.repeat(9000),
  'levels of indentation': Array.from({ length: 300 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  'commas in a list': `a: [${','.repeat(15_000)}]`,
  'a field 3,000 times': 'a: 1\n'.repeat(3000),
  'more lines than anybody writes': 'a:\n'.repeat(20_000),
  'a line without end': `a: ${'a'.repeat(30_000)}`,
  'anchors in a line': `a: ${'&a '.repeat(6000)}`,
  'a thousand unknown fields': Array.from({ length: 1000 }, (_, index) => `field${index}: 1`).join('\n'),
}

describe('a large or deep article is refused soon and with little memory', () => {
  // The most memory that a process ever took stays its mark: begin with a fresh one.
  beforeAll(() => cage.close())

  it.each(Object.keys(LARGE))('text: %s', (name) => refused(deed(name, ROLE, withBody(LARGE[name]?.() ?? ''))))
  it.each(Object.keys(LARGE_YAML))('front matter: %s', (name) => refused(deed(name, ROLE, `---\n${LARGE_YAML[name]}\n---\n${PLAIN}`)))
})

type Try = [name: string, text: string]

/** More of the kinds that `cases.json` shows: one list a kind, so that a fault of the kind is answered and not the single file. */
const BAD_TEXT: Record<string, Try[]> = {
  'characters that hide what the text says': [
    ...[...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'].map(
      (mark): Try => [`U+${mark.charCodeAt(0).toString(16)}`, `Pay ${mark}is odd.`],
    ),
    ['written as a reference', 'Pay &#8238;is odd.'],
    ['written as a hexadecimal reference', 'Pay &#x202E;is odd.'],
    ['in an attribute, as a reference', '<Situation title="Pay &#8238;is odd">\nText.\n</Situation>'],
    ['in the title of a link', '[x](/ "Pay &#8238;is odd")'],
    ['in code', '`Pay \u202e is odd`'],
    ['in a comment', '{/* \u202e */}\n\nText.'],
    ['a control character', 'a\u0001b'],
    ['delete', 'a\u007fb'],
    ['next line', 'a\u0085b'],
    ['vertical tab', 'a\u000bb'],
    ['form feed', 'a\fb'],
    ['a byte order mark in the text', 'a\ufeffb'],
    ['a deprecated format character', 'a\u206ab'],
    ['an annotation', 'a\ufff9b\ufffac\ufffb'],
    ['a noncharacter', 'a\uffffb'],
    ['letters written in tags', 'a\u{e0068}\u{e0069}b'],
    ['a control character as a reference', 'a&#1;b'],
  ],
  code: [
    ['an attribute in braces', '<Callout kind={"tip"}>\nText.\n</Callout>'],
    ['an attribute and a spread', '<Figure id="x" {...y} />'],
    ['a template', '{`a`}'],
    ['nothing in braces', 'a {} b'],
    ['null', '{null}'],
    ['a line comment', '{// a\n}\n\nText.'],
    ['code after a comment', '{/* a */ 1}'],
    ['a comment that hides code', '{/* a */}{process.exit(0)}{/* b */}'],
    ['an endless loop', '{(() => { for (;;); })()}'],
    ['an import in a call', '{import("node:fs")}'],
    ['a brace that is never closed', 'One { two'],
    ['code in a heading', '## {1}'],
    ['code in a quotation in a list', '- > {1}'],
    ['code in emphasis', '*{1}*'],
    ['code in a footnote', 'a[^1]\n\n[^1]: {1}'],
    ['code in an attribute of an attribute', '<Callout kind="tip" title=<b>{1}</b>>\nText.\n</Callout>'],
    ['an import inside a tag', '<Callout kind="tip">\n\nimport a from "b"\n\n</Callout>'],
    ['an import below a table', '| a | b |\n| - | - |\n| c | d |\nimport a from "b"'],
    ['an export of a default', 'export default () => null'],
    ['an export after text', 'Text.\n\nexport {}'],
    ['an import of nothing', "import 'node:fs'"],
  ],
  tags: [
    ['lower case', '<callout kind="tip">\nText.\n</callout>'],
    ['a name space', '<svg:script />'],
    ['a member of a permitted tag', '<Callout.Foo />'],
    ['a property of every object', '<toString />'],
    ['another property of every object', '<hasOwnProperty />'],
    ['this', '<this />'],
    ['a name of the engine', '<MDXLayout />'],
    ['a fragment', '<>Text.</>'],
    ['a form', '<form action="/x/"><input name="a" /></form>'],
    ['a meta element', '<meta name="a" content="b" />'],
    ['a template element', '<template />'],
    ['mathematics', '<math><mtext>a</mtext></math>'],
    ['a doctype', '<!DOCTYPE html>'],
    ['character data', '<![CDATA[ a ]]>'],
    ['an instruction', '<?php echo 1 ?>'],
    ['an attribute twice', '<Callout kind="tip" kind="trap">\nText.\n</Callout>'],
    ['an attribute without a value', '<Callout kind>\nText.\n</Callout>'],
    ['an attribute without quotes', '<Callout kind=tip>\nText.\n</Callout>'],
    ['an attribute in capitals', '<Callout KIND="tip">\nText.\n</Callout>'],
    ['a value that is not in the list', '<Callout kind="Tip">\nText.\n</Callout>'],
    ...[
      'onClick',
      'onclick',
      'className',
      'style',
      'key',
      'ref',
      'children',
      'dangerouslySetInnerHTML',
      '__proto__',
      'constructor',
      'xlink:href',
    ].map((name): Try => [`the attribute ${name}`, `<Callout kind="tip" ${name}="x">\nText.\n</Callout>`]),
    ['a block that is a property of every object', '<Data block="constructor" />'],
    ['a figure that is a property of every object', '<Figure id="constructor" />'],
    ['a figure with an odd id', '<Figure id="__proto__" />'],
    ['a figure with text in it', '<Figure id="ramp-weeks">Text.</Figure>'],
    ['a comparison of one', '<Compare figures="ramp-weeks">\nText.\n</Compare>'],
    ['an empty remark', '<Callout kind="tip">\n</Callout>'],
    ['a remark with nothing to see', '<Callout kind="tip">\n&#8203;\n</Callout>'],
    ['a remark inside a sentence', 'One <Callout kind="tip">two</Callout> three.'],
    ['a remark inside a table', '| a |\n| - |\n| <Callout kind="tip">b</Callout> |'],
    ['tags that cross', '<Callout kind="tip">\n<Situation title="abc">\n</Callout>\n</Situation>'],
    ['a tag closed twice', '<Callout kind="tip">\nText.\n</Callout>\n</Callout>'],
  ],
  addresses: [
    ...[
      '&#106;avascript:hostile()',
      'javascript&colon;hostile()',
      'JaVaScRiPt:hostile()',
      '&#1;javascript:hostile()',
      '&nbsp;javascript:hostile()',
      'vbscript:hostile()',
      'view-source:https://hostile.example/',
      'intent://hostile.example/',
      'tel:+15550100',
      'ftp://hostile.example/',
      'ws://hostile.example/',
      '//hostile.example/',
      '///hostile.example/',
      '/&#9;/hostile.example/',
      '/.//hostile.example/',
      '/%5chostile.example/',
      '/roles/../../hostile/',
      '/roles/%2e%2e/',
      'http://hostile.example/',
      'HTTPS://hostile.example/',
      'https:\\\\hostile.example/',
      'https:/hostile.example/',
      'https:///hostile.example/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f000001/',
      'https://017700000001/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://localhost./',
      'https://a.localhost/',
      'https://metadata.internal/',
      'https://printer.local/',
      'https://router.lan/',
      'https://hostile/',
      'https://exa%6dple.org/',
      'https://hostile.example./',
      'https://hostile.example:443/',
      'https://user:word@hostile.example/',
      'https://@hostile.example/',
      'https://xn--80ak6aa92e.com/',
      'https://ｈostile.example/',
      'https://hostile。example/',
      'https://hostile.example/%E0%A4%A',
      'https://hostile.example/&#8238;',
      'mailto:',
      'mailto:a@b.example,c@d.example',
      'mailto:a@b.example%0d%0abcc:c@d.example',
      'mailto:?to=a@b.example',
      '?a=b',
      'page/',
      './page/',
      '../page/',
      '/roles/operations-manager',
      '/roles/operations-manager/index.html',
      '/Roles/operations-manager/',
      '/roles//operations-manager/',
      '/roles/%6fperations-manager/',
      '/roles/operations-manager/?a=b',
      '/roles/operations-manager/#no-such-part',
      '/glossary/#no-such-word',
      '/_next/static/x.js',
      '/robots.txt',
      '#no-such-part',
      '#%E0%A4%A',
      '#',
    ].map((url): Try => [url, `See [x](${url}).`]),
    ['in a definition', 'See [x].\n\n[x]: javascript:hostile()'],
    ['in a definition that nobody uses', 'Text.\n\n[x]: data:text/html,x'],
    ['in angle brackets of its own', 'See <javascript:hostile()>.'],
    ['a bare host', 'See www.hostile.example for more.'],
    ['a bare address', 'See http://hostile.example/ for more.'],
    ['an image of our own', '![x](/icon-192.png)'],
    ['an image by reference', '![x][y]\n\n[y]: /icon-192.png'],
    ['an image in a link', '[![x](/icon-192.png)](/)'],
    ['text that nobody sees', 'See [&#8203;](/).'],
    ['no text, by reference', 'See [][x].\n\n[x]: /'],
    ['a reference to nothing', 'See [x][nothing].'],
    ['a footnote that is nowhere', 'See[^nothing].'],
    ['a footnote to nothing', 'Text.\n\n[^1]: Note.'],
    ['a footnote with a section in it', 'Text[^1].\n\n[^1]: ## Section'],
  ],
  'numbers in prose': [
    ...[
      '₱20k',
      '₱ 20,000',
      '20k pesos',
      '20,000 Philippine pesos',
      'Rs 300',
      'Rs. 300',
      '₹4,50,000',
      '5 lakh rupees',
      'EUR 5',
      '5 EUR',
      'US$5',
      '$ 5',
      '5$',
      '5 US dollars',
      '£5m',
      'R500',
      'ZAR 500',
      '5 500 zł',
      'usd 5',
      'SGD 5',
      '¥500',
      '₦1,000,000',
      '5 %',
      '5\u00a0%',
      '5\u202f%',
      '5&nbsp;%',
      '5&#37;',
      '5％',
      '５%',
      '५%',
      '٥٪',
      '5.5%',
      '10–20%',
      '5 percent',
      '5 per cent',
      '5-percent',
      '5 percentage points',
      '*5* %',
      '₱*20,000*',
      '[5%](/)',
      '~~5%~~',
      '5\n%',
    ].map((number): Try => [JSON.stringify(number), `It is ${number} there.`]),
    ['in a heading', '## A rise of 5%'],
    ['in a list', '- 5%'],
    ['in a table', '| a |\n| - |\n| 5% |'],
    ['in a footnote', 'Text[^1].\n\n[^1]: It is 5%.'],
    ['in a remark', '<Callout kind="tip">\nIt is 5%.\n</Callout>'],
    ['in an attribute', '<Situation title="A rise of 5%">\nText.\n</Situation>'],
    ['in the title of a link', '[x](/ "5%")'],
  ],
  structure: [
    ['a title, underlined', 'Title\n====='],
    ['a section, underlined', 'Section\n-----'],
    ['a title', '# Title'],
    ['a section that skips a level', '### Section'],
    ['a section too deep', '## a\n\n### b\n\n#### c\n\n##### d'],
    ['an empty section', '##  \n\nText.'],
    ['a section with nothing to see', '## &#8203;\n\nText.'],
    ['a section with only a comment', '## {/* a */}\n\nText.'],
    ['a fence of tildes that is never closed', '~~~\ncode\n'],
    ['a fence closed by fewer marks', '````\ncode\n```\n'],
    ['a fence closed by other marks', '```\ncode\n~~~\n'],
    ['a fence in a list that is never closed', '- ```\n  code\n'],
    ['a fence in a quotation that is never closed', '> ```\n> code\n\nText.'],
    ['only a comment', '{/* a */}'],
    ['only a line', '***'],
    ['only a space that does not break', '&nbsp;'],
    ['only joiners', '\u200d\u200b'],
    ['a note to finish', 'FIXME this.'],
    ['words that stand for others', 'Lorem ipsum dolor.'],
    ['the middle of a conflict', '||||||| base\nText.'],
    ['a second block of fields', '---\ntitle: x\n---\n\nText.'],
    ['a second block of code', '---js\n{}\n---\n\nText.'],
  ],
}

const GOOD_TEXT: Try[] = [
  ['a comment', '{/* a note to writers */}\n\nText.'],
  ['a comment in a sentence', 'One {/* two */} three.'],
  ['a closing brace', 'One } two.'],
  ['escaped braces and signs', 'One \\{two\\} \\<three \\# four.'],
  ['escaped markup', '&#60;script&#62;hostile()&#60;/script&#62;'],
  ['marks of direction in Arabic', 'مرحبا\u200f! a\u200eb'],
  ['a soft hyphen', 'quali\u00adfication'],
  ['a flag made of tags', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ['a paragraph separator', 'a\u2029b'],
  ['a section of one emoji', '## 👩‍💻\n\nText.\n\n## 👩‍💻\n\nText.'],
  ['sections that are called alike', '## Same\n\n## Same\n\n## Same 1\n\n### Same'],
  [
    'sections called like properties',
    ['constructor', 'name', 'document', '__proto__', 'toString', 'hasOwnProperty'].map((name) => `## ${name}`).join('\n\n'),
  ],
  [
    'sections called like those of the page',
    [
      'Sources',
      'Contents',
      'Main',
      'Names',
      'Pay',
      'Outlook',
      'Shift',
      'Block shift',
      'Pay philippines',
      'Role agent',
      'Fits yes',
      'Strip title',
      'Footnote label',
      'User content fn 1',
      'Mentions',
      'Roles',
    ]
      .map((name) => `## ${name}`)
      .join('\n\n'),
  ],
  ['typography in sections', '## "Quoted" -- and *so* `on`...\n\n## It\'s\n\n## 1–2 -- 3'],
  ['a footnote, used twice', '## One[^a]\n\nText[^a].\n\n[^a]: Note.'],
  ['a table', '| a | b |\n| :- | -: |\n| `|` | d |'],
  ['a list of tasks', '- [ ] a\n- [x] b'],
  ['a fence of tildes with hostile text', '~~~\n<script>hostile()</script>\n{process.exit(0)}\nimport x from "y"\n~~~'],
  ['a fence in a list', '- ```\n  code\n  ```'],
  ['a fence with a shorter one in it', '````\n```\n````'],
  ['code with hostile text', '`{process.exit(0)}` and `<script>` and `5%`'],
  [
    'links of every kind',
    '## Part\n\n[a](https://example.org/a?b=c#d), [b](/), [c](/roles/operations-manager/), [d](#part), [e](mailto:a@example.org), [f](/glossary/#wrap), https://example.org/',
  ],
  ['words that begin code elsewhere', 'We\nimport goods and\nexport services.\n\nImports rise. Exporting is dear.'],
  [
    'numbers that are not figures',
    'In 2025, 3 of 10 teams work 24/7 by ISO 9001, 10 hours a day, ninety per cent of them at night, on 2 pounds of rice.',
  ],
  ['lists in lists', Array.from({ length: 10 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
  ['a remark on one line', '<Callout kind="tip">Text with `code`.</Callout>'],
  ['a figure on a line of its own', '<Figure id="ramp-weeks" />\n\nText.'],
]

const BAD_FIELDS: Record<string, Try[]> = {
  'a title': [
    '""',
    '" "',
    '"\\u00a0"',
    '"\\u200b\\u200b"',
    '"\\u3164"',
    '"\\u2800"',
    '"\\u00ad"',
    '" x y"',
    '"x y "',
    '"a\\nb"',
    '"a\\tb"',
    '"a\\0b"',
    '"a\\x85b"',
    '"\\ud800"',
    '"a\\uFEFFb"',
    '"a\\u2066b"',
    '[]',
    'true',
    '1.5',
    '.nan',
    '0x10',
    '&a b',
    '*a',
    '!!str x',
    '! x',
    '!x y',
    '!!binary aGk=',
    '|x',
    '@x',
    '`x`',
    '%x',
    'x: y',
    '"x',
  ].map((value) => [value, `title: ${value}`]),
  'a day': [
    '2026-1-10',
    '2026-01-10T00:00:00Z',
    '2026-01-10 00:00',
    '10 Jan 2026',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2025-02-29',
    '1889-01-01',
    '"２０２６-01-10"',
    '" 2026-01-10"',
    '2026/01/10',
    '+2026-01-10',
    '[2026-01-10]',
    'null',
    'true',
    '2026',
  ].map((value) => [value, `reviewed: ${value}`]),
  'a yes or no': ['yes', 'on', 'Yes', '1', '"true"', 'null', '[]'].map((value) => [value, `entry: ${value}`]),
  'a whole number': ['1e0', '0x3', '0o3', '+3', '03', '3.5', '"3"', '-3', '0', '8', 'three', '3,0', '３', '3_0', '-0'].map((value) => [
    value,
    `level: ${value}`,
  ]),
  'a list of ids': [
    '[constructor]',
    '[prototype]',
    '[".."]',
    '[a/b]',
    '[a_b]',
    '[Agent]',
    '[agent]',
    '["a "]',
    '["a\\u200db"]',
    '[con]',
    '[com9]',
    '[_next]',
    '[404]',
    '[x, x]',
    '{ a: b }',
    'a',
    '[[a]]',
    '[~]',
    '["__proto__"]',
    '["%2e%2e"]',
    `["${'a'.repeat(61)}"]`,
  ].map((value) => [value.slice(0, 30), `formerSlugs: ${value}`]),
  'a reference': [
    'Coaching',
    'coaching.',
    'toString',
    'constructor',
    '__proto__',
    '../coaching',
    'coaching/',
    '404',
    'hasOwnProperty',
    'coachng',
  ].map((value) => [value, `reportsTo: ["${value}"]`]),
  keys: [
    ['__proto__', '__proto__: { polluted: 1 }'],
    ['__proto__ in quotes', '"__proto__": { polluted: 1 }'],
    ['__proto__ as an escape', '"\\x5f_proto__": { polluted: 1 }'],
    ['__proto__ deep down', 'aliases: [{ name: a, __proto__: { polluted: 1 } }]'],
    ['constructor', 'constructor: 1'],
    ['a number', '5: a'],
    ['a yes', 'true: a'],
    ['nothing', ': a'],
    ['a list', '? [a]\n: b'],
    ['a map', '? { a: b }\n: c'],
    ['merged', '<<: { a: b }'],
    ['merged by alias', 'a: &a { b: c }\n<<: *a'],
    ['with an anchor', '&a extra: b'],
    ['with a tag', '!!str extra: b'],
    ['an alias', 'extra: &a b\n*a : c'],
    ['the same in quotes', '"title": x'],
    ['of another case', 'Title: x'],
    ['with a joiner', '"ti\\u200dtle": x'],
    ['with a control character', '"a\\x01": x'],
    ['very long', `${'k'.repeat(2000)}: x`],
  ],
}

const BAD_RECORD: Try[] = [
  '1e3',
  '0x10',
  '0o7',
  '+5',
  '.5',
  '5.',
  '061000',
  '61_000',
  '61,000',
  '"61000"',
  '61 000',
  '-61000',
  '-0',
  '0',
  '.inf',
  '-.inf',
  '.nan',
  '61:00',
  '~',
  'true',
  '[61000]',
  '99999999999',
  '１２',
  '₱61000',
  '1e400',
  '61000000000000000000',
].map((value) => [value, value])
const BAD_WHEN: Try[] = [
  '2025',
  '"25"',
  '"2025-13"',
  '"2025-02-30"',
  '"2999"',
  '"2025-05-31T00:00"',
  '2025-5',
  '"May 2025"',
  '""',
  '~',
].map((value) => [value, value])

const [, FRONT = '', TEXT = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(GOOD) ?? []
const BAD_FILES: Record<string, string | Uint8Array> = {
  'a space after the first line': `--- \n${FRONT}---\n${TEXT}`,
  'a tab after the first line': `---\t\n${FRONT}---\n${TEXT}`,
  'four dashes': `----\n${FRONT}----\n${TEXT}`,
  'two dashes': `--\n${FRONT}--\n${TEXT}`,
  'dashes of another kind': `———\n${FRONT}———\n${TEXT}`,
  'a space before the first line': ` ---\n${FRONT}---\n${TEXT}`,
  'a space that does not break before the first line': `\u00a0---\n${FRONT}---\n${TEXT}`,
  'an end with a space': `---\n${FRONT}--- \n${TEXT}`,
  'an end with a space, and a line further down': `---\n${FRONT}--- \n${TEXT}\n---\n\nMore.\n`,
  'an end of dots': `---\n${FRONT}...\n${TEXT}`,
  'an end of dots, and a line further down': `---\n${FRONT}...\n${TEXT}\n---\n`,
  'two documents': `---\n${FRONT}---\ntitle: x\n---\n${TEXT}`,
  'a directive': `---\n%YAML 1.1\n---\n${FRONT}---\n${TEXT}`,
  'a directive in the fields': `---\n%TAG ! tag:hostile.example,2026:\n${FRONT}---\n${TEXT}`,
  'another language, with a mark before it': `\ufeff---js\n{}\n---\n${TEXT}`,
  'another language, with lone carriage returns': `---js\r{}\r---\r${TEXT.replaceAll('\n', '\r')}`,
  'YAML by name': `---yaml\n${FRONT}---\n${TEXT}`,
  TOML: `+++\ntitle = "x"\n+++\n${TEXT}`,
  JSON: `;;;\n{"title": "x"}\n;;;\n${TEXT}`,
  'a map in braces': `---\n{ title: x }\n---\n${TEXT}`,
  'a list': `---\n- title: x\n---\n${TEXT}`,
  'only a comment': `---\n# nothing\n---\n${TEXT}`,
  'two byte order marks': `\ufeff\ufeff${GOOD}`,
  'a next line for a line end': GOOD.replaceAll('\n', '\u0085'),
  'line separators for line ends': GOOD.replaceAll('\n', '\u2028'),
  'half of a pair': Buffer.concat([Buffer.from(GOOD), Buffer.from([0xed, 0xa0, 0x80])]),
  'more bytes than the letter needs': Buffer.concat([Buffer.from(GOOD), Buffer.from([0xc0, 0xbc])]),
  'Latin letters of one byte': Buffer.from(`${GOOD}caf\u00e9\n`, 'latin1'),
  'UTF-16 with the other byte first': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, 'utf16le')]),
  'UTF-16 without a mark': Buffer.from(GOOD, 'utf16le'),
  'UTF-32': Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), Buffer.from('\0\0\0-\0\0\0-\0\0\0-\0\0\0\n')]),
  'an archive': Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
  'only white space': ' \n\t\n',
  'only the fields': `---\n${FRONT}---`,
}

const GOOD_FILES: Record<string, string | Uint8Array> = {
  'with a byte order mark': `\ufeff${GOOD}`,
  'with Windows line ends': GOOD.replaceAll('\n', '\r\n'),
  'with a mark and Windows line ends': `\ufeff${GOOD.replaceAll('\n', '\r\n')}`,
  'with old line ends': GOOD.replaceAll('\n', '\r'),
  'with every kind of line end': GOOD.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] as string),
  'without a line end at its end': GOOD.trimEnd(),
  'with empty lines at its end': `${GOOD}\n\n\n`,
  'with comments in the fields': GOOD.replace('\nstatus:', '\n# A note: [ { "\nstatus:'),
}

describe('more of every kind', () => {
  describe.each(Object.keys(BAD_TEXT))('%s are refused in the text', (kind) => {
    it.each(BAD_TEXT[kind] ?? [])('%s', (name, text) => refused(deed(name, ROLE, withBody(`${text}\n`))))
  })
  describe.each(Object.keys(BAD_FIELDS))('%s is refused in a field', (kind) => {
    it.each(BAD_FIELDS[kind] ?? [])('%s', (name, lines) => refused(deed(name, ROLE, withField(lines.split(':')[0] as string, lines))))
  })
  it.each(BAD_RECORD)('an amount of pay is not %s', (name, value) => refused(deed(name, PAY, record('median', value))))
  it.each(BAD_WHEN)('the date of data is not %s', (name, value) => refused(deed(name, PAY, record('asOf', value))))
  it.each(Object.keys(BAD_FILES))('a file is refused for %s', (name) => refused(deed(name, ROLE, BAD_FILES[name] ?? '')))

  it.each(GOOD_TEXT)('text may hold %s', (name, text) => accepted(deed(name, ROLE, withBody(`${text}\n`))))
  it.each(Object.keys(GOOD_FILES))('a file may come %s', async (name) => {
    const one = deed(name, ROLE, GOOD_FILES[name] ?? '')
    await accepted(one)
    expect(await articleHtml(tree(one.edits))).toBe(await articleHtml(tree({ [ROLE]: GOOD })))
  })
})
