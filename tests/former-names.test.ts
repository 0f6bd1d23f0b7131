import { describe, expect, it } from 'vitest'
import { formerNames } from '#lib/guide-outline.ts'
import { underTodaysNames } from '#lib/reader/former-names.ts'
import { NO_PLAN, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { libraryWith } from './content-tree.ts'

const FORMER = {
  targets: { 'floor-manager': 'operations-manager' },
  stages: { 'operations-manager/first-team': 'operations-manager/first-lead-role' },
  skills: { listening: 'active-listening' },
}

const progress: Progress = {
  ...NOTHING,
  starts: new Map([['floor-manager', { stage: 'first-team', reopened: ['first-team', 'get-hired'], changes: 2 }]]),
  claims: new Map([['listening', { level: 3, changes: 1 }]]),
  plan: { ...NO_PLAN, target: 'floor-manager', changes: 1 },
}

describe('what readers marked under former names', () => {
  it('holds under the names of today', () => {
    expect(underTodaysNames(progress, FORMER)).toEqual({
      steps: NOTHING.steps,
      starts: new Map([['operations-manager', { stage: 'first-lead-role', reopened: ['first-lead-role', 'get-hired'], changes: 2 }]]),
      claims: new Map([['active-listening', { level: 3, changes: 1 }]]),
      plan: { ...NO_PLAN, target: 'operations-manager', changes: 1 },
    })
  })

  it('stays as it is where nothing was renamed', () => {
    expect(underTodaysNames(progress, { targets: {}, stages: {}, skills: {} })).toEqual(progress)
  })

  it('gives way to what was said under the new name later', () => {
    const both = { ...progress, claims: new Map([...progress.claims, ['active-listening', { level: 1, changes: 4 }] as const]) }
    expect(underTodaysNames(both, FORMER).claims).toEqual(new Map([['active-listening', { level: 1, changes: 4 }]]))
  })

  it('keeps what was said under the old name where that was changed more often', () => {
    const both = {
      ...progress,
      claims: new Map([
        ['active-listening', { level: 1, changes: 1 }],
        ['listening', { level: 3, changes: 2 }],
      ] as const),
    }
    expect(underTodaysNames(both, FORMER).claims).toEqual(new Map([['active-listening', { level: 3, changes: 2 }]]))
  })

  it('is not misled by names that every object has', () => {
    const odd = { ...NOTHING, claims: new Map([['constructor', { level: 1, changes: 1 }]]) }
    expect(underTodaysNames(odd, FORMER).claims).toEqual(odd.claims)
  })
})

describe('the former names of the guide', () => {
  it('are those under formerSlugs, stages by their place', () => {
    const renamed = (text: string) => text.replace('status: reviewed', 'status: reviewed\nformerSlugs: [old-name]')
    const library = libraryWith({ 'roles/team-leader.mdx': renamed, 'pathways/operations-manager/first-team.mdx': renamed })
    expect(formerNames(library)).toEqual({
      targets: { 'old-name': 'team-leader', 'ops-manager': 'operations-manager' },
      stages: { 'operations-manager/old-name': 'operations-manager/first-team' },
      skills: { 'one-to-ones': 'coaching' },
    })
  })
})
