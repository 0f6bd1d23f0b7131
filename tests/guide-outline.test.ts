import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { today } from '#lib/fields.ts'
import { guideOutline, pathwayOutline } from '#lib/guide-outline.ts'
import { LEVEL_NAMES } from '#lib/reader/outline.ts'
import { LEVELS } from '#lib/skill.ts'
import { libraryWith, swap, withField } from './content-tree.ts'

const { library: small } = loadLibrary('tests/fixtures/small')
const FIRST_TEAM = 'pathways/operations-manager/first-team.mdx'
const PERFORMER = 'pathways/operations-manager/reliable-performer.mdx'
const PATHWAY = 'pathways/operations-manager/index.mdx'
const outlineWith = (edits: Parameters<typeof libraryWith>[0]) => {
  const library = libraryWith(edits)
  return pathwayOutline(library.get('pathways', 'operations-manager'), library)
}

describe('the outline of the guide', () => {
  it('holds every pathway, role and skill, and the day it was made', () => {
    const guide = guideOutline(small)
    expect(guide.builtOn).toBe(today())
    expect(guide.pathways.map(({ id, goal, address }) => [id, goal, address])).toEqual([
      ['operations-manager', 'operations-manager', '/pathways/operations-manager/'],
    ])
    expect(guide.roles.map(({ id }) => id)).toEqual(small.all('roles').map(({ id }) => id))
    expect(guide.skills.find(({ id }) => id === 'coaching')).toEqual({ id: 'coaching', title: 'Coaching', address: '/skills/coaching/' })
  })

  it('can be written as JSON and read again without a loss, since pages carry it so', () => {
    const guide = guideOutline(small)
    expect(JSON.parse(JSON.stringify(guide))).toEqual(guide)
  })

  it('names the stages in order by their permanent ids, with the steps as numbers and short texts', () => {
    const [pathway] = guideOutline(small).pathways
    expect(pathway?.stages.map(({ id, address }) => [id, address])).toEqual([
      ['reliable-performer', '/pathways/operations-manager/reliable-performer/'],
      ['first-team', '/pathways/operations-manager/first-team/'],
    ])
    expect(pathway?.stages[1]?.steps).toEqual([
      {
        id: 'first-team-ask',
        text: 'Ask for one thing to own.',
        evidence: 'A note that says it is yours.',
        hours: [1, 2],
        builds: [['coaching', 2]],
      },
      {
        id: 'first-team-do',
        text: 'Do it for a month.',
        evidence: 'A page with the numbers of the month.',
        hours: [8, 12],
        builds: [],
        after: ['first-team-ask'],
      },
      {
        id: 'first-team-show',
        text: 'Show the result to your manager.',
        evidence: 'The date of the talk.',
        hours: [1, 1],
        builds: [],
      },
    ])
    expect(pathway?.questions[0]?.options.map(({ stage }) => stage)).toEqual(['reliable-performer', 'first-team'])
  })

  it('says of a stage how long people stay only where its figures say so', () => {
    const stays = (edits: Parameters<typeof libraryWith>[0]) => outlineWith(edits).stages.map(({ stay }) => stay)
    // The figure is under time: alone, so it may count from somewhere else.
    expect(guideOutline(small).pathways[0]?.stages.map(({ stay }) => stay)).toEqual([undefined, undefined])
    const [stay] = stays({ [PERFORMER]: withField('stay', 'stay: [ramp-weeks]') })
    expect(stay?.months.map((months) => months * 30.4375)).toEqual([42, 84])
    expect(stay?.sources).toHaveLength(1)
    expect(stay?.sources[0]).toMatchObject({ text: '6–12 weeks', address: '/sources/floor-survey/' })
  })

  it('marks steps that may be left out', () => {
    const { stages } = outlineWith({
      [FIRST_TEAM]: swap('    evidence: The date of the talk.', '    evidence: The date of the talk.\n    optional: true'),
    })
    expect(stages[1]?.steps.map(({ optional }) => optional)).toEqual([undefined, undefined, true])
  })

  it('holds retired steps with their text and what took over', () => {
    const { retired } = outlineWith({
      [FIRST_TEAM]: withField(
        'retiredSteps',
        'retiredSteps:\n  - { id: old-one, text: Old., successor: first-team-ask, retiredOn: 2026-01-10 }\n  - { id: old-two, text: Older., retiredOn: 2026-01-10 }',
      ),
      [PATHWAY]: swap('  - first-team-ask\n', '  - first-team-ask\n  - old-one\n  - old-two\n'),
    })
    expect(retired).toEqual([
      { id: 'old-one', text: 'Old.', successor: 'first-team-ask' },
      { id: 'old-two', text: 'Older.' },
    ])
  })

  it('counts levels as the names of levels are listed', () => {
    expect(LEVEL_NAMES.slice(1)).toEqual([...LEVELS])
  })
})
