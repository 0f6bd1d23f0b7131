import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { guideOutline } from '#lib/guide-outline.ts'
import { gapSteps } from '#lib/reader/gap-steps.ts'
import { pathway, stage, step } from './made-guide.ts'

const builds = (id: string, skill: string, level: number, optional = false) =>
  step(id, { builds: [[skill, level]], ...(optional ? { optional: true as const } : {}) })
const ids = (...args: Parameters<typeof gapSteps>) => gapSteps(...args).map((each) => each.step.id)
const gap = (skill: string, have: number, asked: number) => ({ skill, have, asked })

describe('the steps that close a gap', () => {
  it('are at most two, those that build enough before those that come nearer, in the order of the guide', () => {
    const guide = [
      pathway('up', [
        stage('one', [builds('a', 'coaching', 1), builds('b', 'coaching', 2), builds('c', 'coaching', 3), builds('d', 'coaching', 4)]),
      ]),
    ]
    expect(ids([gap('coaching', 0, 3)], guide, [])).toEqual(['c', 'd'])
    expect(ids([gap('coaching', 0, 4)], guide, [])).toEqual(['c', 'd'])
    expect(ids([gap('coaching', 0, 1)], guide, [])).toEqual(['a', 'b'])
  })

  it('never build what the role before asks already', () => {
    const guide = [pathway('up', [stage('one', [builds('a', 'coaching', 2)])])]
    expect(ids([gap('coaching', 2, 3)], guide, [])).toEqual([])
  })

  it('come from the pathway to the goal first', () => {
    const guide = [
      pathway('one', [stage('one', [builds('a', 'coaching', 2), builds('b', 'coaching', 2)])], { goal: 'leader' }),
      pathway('two', [stage('two', [builds('c', 'coaching', 2), builds('d', 'coaching', 2, true)])], { goal: 'trainer' }),
    ]
    expect(ids([gap('coaching', 0, 2)], guide, ['trainer', 'leader'])).toEqual(['c', 'd'])
    expect(ids([gap('coaching', 0, 2)], guide, ['leader'])).toEqual(['a', 'b'])
    expect(ids([gap('coaching', 0, 2)], guide, [])).toEqual(['a', 'b'])
  })

  it('stand once with every gap they close', () => {
    const both = step('both', {
      builds: [
        ['coaching', 2],
        ['reporting', 1],
        ['writing', 4],
      ],
    })
    expect(gapSteps([gap('coaching', 0, 2), gap('reporting', 0, 1)], [pathway('up', [stage('one', [both])])], [])).toMatchObject([
      {
        builds: [
          { skill: 'coaching', level: 2 },
          { skill: 'reporting', level: 1 },
        ],
      },
    ])
  })

  it('of the guide each build a skill that is missing, beyond what is there', () => {
    const { pathways, skills } = guideOutline(loadLibrary().library)
    const one = fc.record({ skill: fc.constantFrom(...skills.map(({ id }) => id)), have: fc.integer({ min: 0, max: 3 }) })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ skill }) => skill, maxLength: 6 }), (some) => {
        const gaps = some.map(({ skill, have }) => gap(skill, have, have + 1))
        for (const { step: found, builds: closes } of gapSteps(gaps, pathways, ['operations-manager'])) {
          expect(closes.length).toBeGreaterThan(0)
          for (const { skill, level } of closes) {
            expect(found.builds).toContainEqual([skill, level])
            expect(level).toBeGreaterThan(gaps.find((each) => each.skill === skill)?.have ?? 9)
          }
        }
      }),
    )
  })
})
