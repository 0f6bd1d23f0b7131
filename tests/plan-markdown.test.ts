import fc from 'fast-check'
import type { Link, List, ListItem, Node, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { planMarkdown } from '#lib/reader/plan-markdown.ts'
import { type PlanView, planView } from '#lib/reader/plan-view.ts'
import { type Mark, NO_PLAN, NOTHING, type Plan, UNMARKED } from '#lib/reader/progress.ts'
import { cleanText } from '#lib/reader/progress-format.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'

const ORIGIN = 'https://guide.example'

function viewOf(marks: Record<string, Partial<Mark>>, plan: Partial<Plan> = {}): PlanView {
  const steps = new Map(Object.entries(marks).map(([id, mark]) => [id, { ...UNMARKED, changes: 1, ...mark }]))
  const starts = new Map([['team-leader', { stage: 'steady', reopened: [], changes: 1 }]])
  const progress = { ...NOTHING, steps, starts, plan: { ...NO_PLAN, target: 'team-leader', changes: 1, ...plan } }
  return planView(progress, PLAN_GUIDE, '2026-11-22')
}

const markdownOf = (marks: Record<string, Partial<Mark>>, plan?: Partial<Plan>) => planMarkdown(viewOf(marks, plan), ORIGIN, PLAN_GUIDE)
const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

function all<Found extends Node>(root: Node, type: string): Found[] {
  const found: Found[] = []
  visit(root, type, (node) => {
    found.push(node as Found)
  })
  return found
}

/** What stands on the page, with its line breaks. */
function shown(node: Node): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return String(node.value)
  return 'children' in node ? (node.children as Node[]).map(shown).join('') : ''
}

const shape = (root: Root) => ({
  headings: all(root, 'heading').length,
  lists: all(root, 'list').length,
  items: all(root, 'listItem').length,
  boxes: all<ListItem>(root, 'listItem')
    .map(({ checked }) => checked)
    .filter((checked) => typeof checked === 'boolean'),
})

describe('a plan in Markdown', () => {
  it('shows all that a plan holds', () => {
    const marks: Record<string, Partial<Mark>> = {
      'check-the-payslip': {
        state: 'done',
        doneOn: '2026-11-20',
        evidence: 'https://files.example/pay_slip?a=1&b=2#x_y',
        note: 'Two months.\nOne left.',
      },
      'train-one-new-starter': { state: 'doing', target: '2026-11-01' },
      'read-a-book': { state: 'skip' },
      'list-a-week': { target: '2027-01-31' },
      'learn-by-heart': { state: 'done', note: 'Took a week.' },
    }
    expect(markdownOf(marks)).toMatchInlineSnapshot(`
      "# Plan: Team leader

      22 Nov 2026. 1 of 5 steps done.

      Behind me: First days.

      ## Stage 1: Steady

      https://guide.example/pathways/team-leader/steady/

      Done May 2027 to Nov 2027, if all goes well and if it does not. The months that sources give for this stage decide: the open steps take 2 to 5 weeks at my pace, which is less.

      * Source: 6–12 months. Agent to the next agent level at one employer. One insurer’s own centre. [Career map: Call Center, Sales and Support](https://guide.example/sources/career-map/), undated, read in November 2026.

      - [x] Recalculate your incentive from your own sheet and compare it with the payslip, two months running.  
        Done: 20 Nov 2026  
        What shows it: Two calculations beside two payslips, and the answer from payroll.  
        My proof: <https://files.example/pay_slip?a=1&b=2#x_y>

        Note: Two months.  
        One left.
      - [ ] Ask to be the buddy of one new person and bring them to the standard, with their agreement that you may tell it. (doing)  
        Target: 1 Nov 2026 (late)  
        What shows it: Their week-by-week numbers, your three notes on what you changed in how you explained, and their yes.
      - [ ] ~~Read one book on coaching.~~ (not for me)

      ## Stage 2: Lead

      https://guide.example/pathways/team-leader/lead/

      Done Jul 2027 to Mar 2028, if all goes well and if it does not. Only the work decides: the open steps take 6 to 17 weeks at my pace. No source says how long the stage takes, so this is the least.

      - [ ] For six weeks, hold a one-to-one with each person, with one behaviour and one date in the log.  
        What shows it: The coaching log, with at least eight in ten meetings held.
      - [ ] Work out your team’s day from raw counts before you open the dashboard, and compare.  
        What shows it: Ten short calculations, checked by the desk.

      ## Also: Stage 0: Look around, Ways out

      https://guide.example/pathways/ways-out/look-around/

      - [ ] List what you do in a normal week.  
        Target: 31 Jan 2027  
        What shows it: One page, with hours beside each line.

      ## No longer in the guide

      - [x] Learn the script by heart.

        Note: Took a week.

      ## Gaps to the role: Team leader

      https://guide.example/roles/team-leader/

      - Coaching, essential: asked advanced, nothing to show yet. Next step: Ask to be the buddy of one new person and bring them to the standard, with their agreement that you may tell it.
      - Team leadership, essential: asked working, nothing to show yet. Next step: For six weeks, hold a one-to-one with each person, with one behaviour and one date in the log.

      ## Before the next one-to-one

      > I planned to recalculate my incentive from my own sheet. In the last month I did it.
      >
      > Right now my step is to ask to be the buddy of one new person and bring them to the standard, with their agreement that I may tell it. We will both know it is done when I show you their week-by-week numbers.
      >
      > On my way to the role of team leader, the widest gap is coaching. The role asks for advanced level, and I cannot show it yet. The step I just named would make it smaller.
      >
      > I count on 6 to 15 hours for it, which is too much to do on the side. I would like one real task at work that I can use for it.
      >
      > Do you see the same gap, or would you name another one first?
      "
    `)
  })

  it('is complete without a target, without steps and without marks', () => {
    expect(markdownOf({}, { target: '' })).toMatch(/^# Plan\n\n22 Nov 2026\. 0 of 0 steps done\.\n\n## Before the next one-to-one\n\n> /)
    expect(markdownOf({}, { target: 'writer' })).toContain(
      '- Written communication, essential: asked working, I can show foundation. Next step: List what you do in a normal week.',
    )
    expect(markdownOf({}, { target: 'ways-out' })).toMatch(/^# Plan: Ways out\n[\s\S]*## Stage 0: Look around\n/)
    expect(markdownOf({ 'list-a-week': { state: 'done' } }, { target: 'writer' })).toContain(
      'None: I can show everything that the role asks.',
    )
  })

  it('says what decides the dates of a stage', () => {
    expect(markdownOf({})).toContain(
      'Done May 2027 to Nov 2027, if all goes well and if it does not. The months that sources give for this stage decide: the open steps take 3 to 6 weeks at my pace, which is less.',
    )
    expect(markdownOf({})).toContain('Only the work decides: the open steps take 6 to 17 weeks at my pace. No source says how long')
    expect(markdownOf({}, { pace: 1, since: '2025-11-22' })).toContain(
      'The work decides: the open steps take 7 to 18 weeks at my pace, and the months',
    )
  })

  it('has one box for every step of the plan and no other', () => {
    const root = parse(markdownOf({ 'check-the-payslip': { state: 'done' }, 'read-a-book': { state: 'skip' } }))
    expect(shape(root).boxes).toEqual([true, false, false, false, false])
    expect(all(root, 'delete').map(shown)).toEqual(['Read one book on coaching.'])
  })

  it.each([
    'javascript:alert(1)',
    '[click](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<a href="javascript:alert(1)">a</a>',
    'data:text/html,<script>alert(1)</script>',
    '![a](https://evil.example/a.png)',
    'ftp://a.example/',
    'www.a.example<img src=x onerror=alert(1)>',
    '7http://a.example<img src=x onerror=alert(1)>',
    'a@b.example<img src=x onerror=alert(1)>',
  ])('makes no link or picture of %j', (note) => {
    const root = parse(markdownOf({ 'check-the-payslip': { note, evidence: note } }))
    for (const { url } of all<Link>(root, 'link')) expect(url).toMatch(/^(?:https?:\/\/|mailto:a@b\.example$)/)
    for (const type of ['image', 'html', 'definition', 'linkReference', 'imageReference']) expect(all(root, type)).toEqual([])
  })

  it('leaves web addresses whole', () => {
    const address = 'https://a.example/x_y/*z*?q=a&b=c#d~e'
    const root = parse(markdownOf({ 'check-the-payslip': { note: `See (${address}), *please*.` } }))
    expect(all<Link>(root, 'link').map(({ url }) => url)).toContain(address)
    expect(shown(root)).toContain(`Note: See (${address}), *please*.`)
  })

  it('holds every note as it was written, and no note breaks the list', () => {
    const piece = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '- ',
          '* ',
          '+ ',
          '1. ',
          '2) ',
          '- [x] ',
          '# ',
          '## ',
          '> ',
          '```',
          '~~~',
          '    ',
          '\t',
          '---',
          '***',
          '===',
          '| a | b |',
          '|-|-|',
          ':-',
          '<b>',
          '<!--',
          '-->',
          '</li>',
          '<script>',
          '&amp;',
          '&#35;',
          '\\',
          '`',
          '*',
          '_',
          '__',
          '~',
          '~~',
          '$',
          '$$',
          '!',
          '[',
          ']',
          '(',
          ')',
          '[^1]',
          '[^1]: ',
          '[a]: ',
          'https://a.example/b_c',
          'http://x',
          '7http://x',
          'HTTPS://',
          'www.a.example',
          'a@b.example',
          'javascript:a',
          '@',
          ':',
          '"',
          '\u202e',
          'שלום',
          '👩🏽‍💻',
          '\u2028',
          '\ufeff',
          '\u00a0',
        ),
      },
      { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', '\n\n\n', ' ', '  \n', '\r\n') },
      { weight: 2, arbitrary: fc.constantFrom('word', 'Ana', '7', 'a_b') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    )
    const notes = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => cleanText(pieces.join('')))
    const plain = shape(parse(markdownOf({ 'check-the-payslip': {} })))
    const asShown = (note: string) =>
      note
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
        .join('\n')
    fc.assert(
      fc.property(notes, notes, (note, evidence) => {
        const root = parse(markdownOf({ 'check-the-payslip': { note, evidence } }))
        expect(shape(root)).toEqual(plain)
        for (const type of [
          'html',
          'code',
          'inlineCode',
          'image',
          'table',
          'thematicBreak',
          'definition',
          'footnoteReference',
          'footnoteDefinition',
          'emphasis',
          'strong',
          'delete',
        ])
          expect(all(root, type)).toEqual([])
        expect(all(root, 'blockquote')).toHaveLength(1)
        for (const { url } of all<Link>(root, 'link')) expect(url).toMatch(/^(?:https?:\/\/|mailto:)/i)
        const [item] = all<List>(root, 'list')[1]?.children ?? []
        const [first, ...rest] = item?.children.map(shown) ?? []
        expect(rest.join('\n')).toBe(asShown(note) === '' ? '' : `Note: ${asShown(note)}`)
        const proof = evidence.replace(/\s+/g, ' ').trim()
        expect(first?.endsWith(proof === '' ? 'the answer from payroll.' : `\nMy proof: ${proof}`)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
