import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { type Condition, meets } from '#lib/start-question.ts'
import { printed, withBody, withField } from './content-tree.ts'

const VOICE = 'start-questions/voice.mdx'
const swap = (from: string, to: string) => (text: string) => text.replace(from, to)

describe('a question', () => {
  it('that is right has no problems', () => {
    expect(printed({})).toBe('')
  })

  it('asks for nothing that roles do not have', () => {
    expect(
      printed({
        [VOICE]: swap('when: { entry: true }', 'when: { mood: [good], contact: [phone], home: [], roles: [team-leadr], needs: [coachin] }'),
      }),
    ).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:15:17
        options[0].rules[0].when.mood  is not a field here. Remove it or correct its name.

      start-questions/voice.mdx:15:41
        options[0].rules[0].when.contact[0]  "phone" is not possible here. Did you mean "none"? Write one of: voice, written, both, none.

      start-questions/voice.mdx:15:55
        options[0].rules[0].when.home  has 0 entries; at least 1 needed."
    `)
    expect(printed({ [VOICE]: swap('when: { entry: true }', 'when: { roles: [team-leadr], needs: [coachin] }') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:15:25
        options[0].rules[0].when.roles[0]  "team-leadr" is not a role. Did you mean "team-leader"? Each role is a file in roles/.

      start-questions/voice.mdx:15:46
        options[0].rules[0].when.needs[0]  "coachin" is not a skill. Did you mean "coaching"? Each skill is a file in skills/."
    `)
  })

  it('knows four effects', () => {
    expect(printed({ [VOICE]: swap('effect: note', 'effect: perhaps') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:19:17
        options[0].rules[1].effect  "perhaps" is not possible here. Write one of: for, against, rules-out, note."
    `)
  })

  it('gives each answer an id of its own, and a filter in the form of one', () => {
    expect(printed({ [VOICE]: swap('id: avoid', 'id: like') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:21:9
        options[1].id  "like" is the id of an answer above. Give each its own."
    `)
    expect(printed({ [VOICE]: swap('list: contact=non-voice', 'list: contact') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:24:11
        options[1].list  "contact" is no filter. Write it as in the address of the list of roles: "nights=rare"."
    `)
  })

  it('assumes an answer that it has', () => {
    expect(printed({ [VOICE]: withField('assumed', 'assumed: love') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:29:10
        assumed  "love" is not the id of an answer below."
    `)
  })

  it('says levels only with the skills they are levels of', () => {
    expect(printed({ [VOICE]: swap('needs: [coaching], needsAt', 'needsAt') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:26:26
        options[1].rules[0].when.needsAt  stands without needs. Say which skills are meant."
    `)
  })

  it('has no rule that never counts', () => {
    expect(printed({ [VOICE]: swap('level: [5, 7]', 'level: [5], contact: [voice]') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:18:15
        options[0].rules[1].when  is the first to hold for no role: there is none like this, or the rules above take them all. Correct it or remove the rule."
    `)
    expect(printed({ [VOICE]: swap('level: [5, 7]', 'entry: true, level: [3]') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:18:15
        options[0].rules[1].when  is the first to hold for no role: there is none like this, or the rules above take them all. Correct it or remove the rule."
    `)
  })

  it('has a place of its own', () => {
    expect(printed({ 'start-questions/nights.mdx': QUESTION })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:10:8
        order  is the place of start-questions/nights.mdx too. Give each question its own."
    `)
    expect(printed({ 'start-questions/nights.mdx': QUESTION.replace('order: 1', 'order: 2') })).toBe('')
  })

  it('has no anchor that the page has, no sections and no footnotes', () => {
    expect(printed({ 'start-questions/your-three.mdx': QUESTION.replace('order: 1', 'order: 2') })).toMatchInlineSnapshot(`
      "start-questions/your-three.mdx:2:1
        title  has the id "your-three", which the page uses itself. Rename the file."
    `)
    expect(printed({ [VOICE]: withBody('## More\n\nText[^1].\n\n[^1]: Note.\n') })).toMatchInlineSnapshot(`
      "start-questions/voice.mdx:30:1
        A question has no sections: all stand on one page. Write paragraphs.

      start-questions/voice.mdx:34:1
        A question has no footnotes: all stand on one page. Write it in the text."
    `)
  })
})

const QUESTION = `---
title: Can you work at night?
summary: A second question of the fixture.
status: reviewed
basis: editorial
published: 2026-01-10
reviewed: 2026-01-10
reviewBy: 2099-01-01
sources: []
order: 1
options:
  - id: yes-please
    label: Of course
    rules:
      - when: {}
        effect: note
        reason: Sleep first.
  - id: never
    label: Not once
    rules:
      - when: {}
        effect: note
        reason: Ask for the roster.
---

Nights are a matter of clocks.
`

describe('a condition', () => {
  const { library } = loadLibrary('content')
  const all = (when: Condition) => library.all('roles').filter((role) => meets(role, when))

  it('that is empty holds for every role', () => {
    expect(all({})).toHaveLength(library.all('roles').length)
  })

  it('asks for one of its values in every field', () => {
    const found = all({ contact: ['voice', 'both'], nights: ['usual'], entry: true })
    expect(found.length).toBeGreaterThan(0)
    for (const { data } of found) {
      expect(['voice', 'both']).toContain(data.work.contact)
      expect(data.work.nights).toBe('usual')
      expect(data.entry).toBe(true)
    }
  })

  it('asks for a skill that is essential, at one of the levels', () => {
    const essential = (id: string, skill: string) =>
      library
        .get('roles', id)
        .data.competencies.filter((each) => each.skill === skill && each.need === 'essential')
        .map(({ level }) => level)
    const typing = all({ needs: ['typing-and-accuracy'], needsAt: ['advanced'] })
    expect(typing.length).toBeGreaterThan(0)
    for (const { id } of typing) expect(essential(id, 'typing-and-accuracy')).toEqual(['advanced'])
    for (const { id } of all({ without: ['typing-and-accuracy'] })) expect(essential(id, 'typing-and-accuracy')).toEqual([])
    expect(all({ needs: ['typing-and-accuracy'] }).length + all({ without: ['typing-and-accuracy'] }).length).toBe(
      library.all('roles').length,
    )
  })

  it('knows ways in, moves, lines, families, sides and names', () => {
    const names = (when: Condition) => all(when).map(({ id }) => id)
    expect(names({ roles: ['trainer'] })).toEqual(['trainer'])
    expect(names({ route: ['first-job'], family: ['quality'] })).toEqual([])
    expect(names({ leadsTo: ['knowledge-specialist'] })).toContain('chat-and-email-agent')
    expect(names({ serviceLines: ['trust-and-safety'], entry: true })).toEqual(['content-moderator'])
    expect(names({ side: ['client'], level: [5] })).toContain('bpo-manager')
    expect(names({ family: ['lead'], level: [7] })).toEqual(['director-of-operations', 'site-director'])
    expect(names({ degree: ['usual'], home: ['rare'] })).toContain('recruiter')
  })
})
