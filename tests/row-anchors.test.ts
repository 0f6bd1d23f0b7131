import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { isPageAnchor } from '#lib/mdx/anchors.ts'
import {
  figureAnchor,
  firstAnchorsOnly,
  measureAnchor,
  moveAnchor,
  namedRuleAnchor,
  payAnchorOnCountry,
  payAnchorOnRole,
  payKeys,
  questionAnchor,
  ruleAnchor,
  skillAnchor,
} from '#lib/row-anchors.ts'

const { library } = loadLibrary('tests/fixtures/small')
const [record] = library.get('salaries', 'philippines').data.records
if (!record) throw new Error('The small tree has no pay row.')

describe('the anchors of rows', () => {
  it('are none that a heading may take', () => {
    const all = [
      figureAnchor('a'),
      measureAnchor('a'),
      skillAnchor('a'),
      moveAnchor('a'),
      questionAnchor('Is it hard?'),
      ruleAnchor({ topic: 'night', source: 'law' }),
      namedRuleAnchor('A rule'),
      payAnchorOnRole('india', '1'),
      payAnchorOnCountry('trainer', '1'),
    ]
    expect(all.filter((anchor) => !isPageAnchor(anchor))).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })

  it('of questions are their words, as the anchors of headings are', () => {
    expect(questionAnchor('What happens to me, if the client leaves?')).toBe('q-what-happens-to-me-if-the-client-leaves')
  })

  it('of rules tell two of one topic and source apart by what they are about', () => {
    expect(ruleAnchor({ topic: 'night', source: 'law' })).toBe('rule-night-law')
    expect(ruleAnchor({ topic: 'night', source: 'law', aspect: 'minors' })).toBe('rule-night-law-minors')
  })

  it('of pay rows are the code of who is counted, or the name; a second row does not move the first', () => {
    const coded = { ...record, occupation: { scheme: 'SOC', code: '43-1011', title: 'Supervisors' } }
    const named = { ...record, occupation: { scheme: 'Job title', title: 'Call centre agent' } }
    const again = { ...coded, source: 'other' }
    expect([...payKeys([coded, named]).values()]).toEqual(['43-1011', 'call-centre-agent'])
    expect([...payKeys([coded, named, again]).values()]).toEqual(['43-1011', 'call-centre-agent', '43-1011-other'])
  })
})

describe('a figure printed twice', () => {
  it('keeps its anchor at the first place alone', () => {
    const page =
      '<p id="figure-a">1</p><p class="x" id="figure-b">2</p><li class="y" id="figure-a">1</li><h2 id="pay"></h2><h2 id="pay"></h2>'
    expect(firstAnchorsOnly(page)).toBe(
      '<p id="figure-a">1</p><p class="x" id="figure-b">2</p><li class="y">1</li><h2 id="pay"></h2><h2 id="pay"></h2>',
    )
    expect(firstAnchorsOnly(firstAnchorsOnly(page))).toBe(firstAnchorsOnly(page))
  })
})
