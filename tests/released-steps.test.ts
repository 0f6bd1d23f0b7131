import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getLibrary, type Library, loadLibrary } from '#lib/content/library.ts'
import { libraryWith, smallText, swap, withField } from './content-tree.ts'

/**
 * Every step id that was ever released. Readers’ marks lie in their browsers under these ids, where nobody can correct them: an id
 * never goes, never moves and never means something else. Only add to the file.
 */
interface Released {
  /** The pathway of each. */
  steps: Record<string, string>
  /** Those that were retired since. */
  retired: string[]
}

const FILE = 'tests/fixtures/released-steps.json'

/** What would take marks from readers, and what is still to be noted, each as a sentence. */
function faults({ steps, retired }: Released, library: Library): string[] {
  const now = new Map<string, { pathway: string; gone: boolean }>(
    library
      .all('pathways')
      .flatMap(({ id: pathway }) =>
        library
          .stagesOf(pathway)
          .flatMap(({ data }) => [
            ...data.steps.map(({ id }) => [id, { pathway, gone: false }] as const),
            ...(data.retiredSteps ?? []).map(({ id }) => [id, { pathway, gone: true }] as const),
          ]),
      ),
  )
  const released = new Map(Object.entries(steps))
  const old = new Set(retired)
  return [
    ...[...released].flatMap(([id, pathway]) => {
      const here = now.get(id)
      if (!here) return `"${id}" was released in ${pathway} and is gone. Put it back, or list it under retiredSteps: of a stage there.`
      if (here.pathway !== pathway)
        return `"${id}" was released in ${pathway} and is used in ${here.pathway}. Give that step an id of its own.`
      if (old.has(id) && !here.gone) return `"${id}" was retired and is back. Give the new step an id of its own.`
      return here.gone && !old.has(id) ? `"${id}" is retired. Add it to "retired" in ${FILE}.` : []
    }),
    ...[...now]
      .filter(([id]) => !released.has(id))
      .map(([id, { pathway }]) => `"${id}" is new. Add "${id}": "${pathway}" to "steps" in ${FILE}.`),
    ...retired.filter((id) => !released.has(id)).map((id) => `"${id}" is noted as retired, but not among the released steps. Put it back.`),
  ]
}

it('every step that was ever released is still known, in its pathway, and every new one is noted', () => {
  expect(faults(JSON.parse(readFileSync(FILE, 'utf8')) as Released, getLibrary())).toEqual([])
})

describe('the check of released steps', () => {
  const PATHWAY = 'pathways/operations-manager/index.mdx'
  const FIRST_TEAM = 'pathways/operations-manager/first-team.mdx'
  const { library: small } = loadLibrary('tests/fixtures/small')
  const released: Released = {
    steps: Object.fromEntries(small.get('pathways', 'operations-manager').data.releasedSteps.map((id) => [id, 'operations-manager'])),
    retired: [],
  }
  const retire = (id: string) => withField('retiredSteps', `retiredSteps:\n  - { id: ${id}, text: Show it., retiredOn: 2026-01-10 }`)
  const rename = {
    [FIRST_TEAM]: swap('id: first-team-show', 'id: first-team-tell'),
    [PATHWAY]: swap('- first-team-show', '- first-team-tell'),
  }

  it('has nothing to say of a tree that is as it was', () => {
    expect(Object.keys(released.steps)).toHaveLength(6)
    expect(faults(released, small)).toEqual([])
  })

  it('notices a step that is gone, also when it was taken off releasedSteps: too', () => {
    expect(faults(released, libraryWith(rename))).toEqual([
      '"first-team-show" was released in operations-manager and is gone. Put it back, or list it under retiredSteps: of a stage there.',
      '"first-team-tell" is new. Add "first-team-tell": "operations-manager" to "steps" in tests/fixtures/released-steps.json.',
    ])
  })

  it('notices a step that moved to another pathway', () => {
    const other = (text: string) => text.replaceAll(/(first-team|reliable-performer)-(ask|do|show)/g, 'other-$1-$2')
    const moved = libraryWith({
      ...rename,
      'pathways/other/index.mdx': other(smallText(PATHWAY))
        .replace('other-first-team-show', 'first-team-show')
        .replace('goal: operations-manager', 'goal: site-director'),
      'pathways/other/first-team.mdx': other(smallText(FIRST_TEAM)).replace('other-first-team-show', 'first-team-show'),
      'pathways/other/reliable-performer.mdx': other(smallText('pathways/operations-manager/reliable-performer.mdx')),
    })
    expect(moved.stagesOf('other')).toHaveLength(2)
    expect(faults(released, moved)).toContain(
      '"first-team-show" was released in operations-manager and is used in other. Give that step an id of its own.',
    )
  })

  it('notices a retired step that comes back', () => {
    expect(faults({ ...released, retired: ['first-team-show'] }, small)).toEqual([
      '"first-team-show" was retired and is back. Give the new step an id of its own.',
    ])
  })

  it('lets a step be retired, and says what to note', () => {
    const later = libraryWith({
      [FIRST_TEAM]: (text) => retire('first-team-show')(swap('id: first-team-show', 'id: first-team-tell')(text)),
      [PATHWAY]: swap('- first-team-show', '- first-team-show\n  - first-team-tell'),
    })
    expect(faults(released, later)).toEqual([
      '"first-team-show" is retired. Add it to "retired" in tests/fixtures/released-steps.json.',
      '"first-team-tell" is new. Add "first-team-tell": "operations-manager" to "steps" in tests/fixtures/released-steps.json.',
    ])
    expect(faults({ steps: { ...released.steps, 'first-team-tell': 'operations-manager' }, retired: ['first-team-show'] }, later)).toEqual(
      [],
    )
  })

  it('notices an id that was taken off the list of released steps', () => {
    const { 'first-team-show': _, ...rest } = released.steps
    expect(faults({ steps: rest, retired: ['first-team-show'] }, small)).toEqual([
      '"first-team-show" is new. Add "first-team-show": "operations-manager" to "steps" in tests/fixtures/released-steps.json.',
      '"first-team-show" is noted as retired, but not among the released steps. Put it back.',
    ])
  })
})
