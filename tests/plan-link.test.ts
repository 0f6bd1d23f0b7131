import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getLibrary } from '#lib/content/library.ts'
import { guideOutline } from '#lib/guide-outline.ts'
import { stepsOf } from '#lib/reader/outline.ts'
import { type FromLink, fingerprint, LINK_FAULTS, MOST_CHARACTERS, namesOf, planFragment, readPlanFragment } from '#lib/reader/plan-link.ts'
import { type Mark, NO_PLAN, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { anyProgress, marked, prototypeFault, wildText } from './any-progress.ts'
import { casesOf, wounded } from './hostile-text.ts'

const guide = guideOutline(getLibrary())
const names = namesOf(guide)
const ids = {
  steps: [...names.steps],
  targets: [...names.targets],
  pathways: [...names.pathways],
  stages: [...names.stages],
  skills: [...names.skills],
}
const fromGuide = {
  steps: fc.constantFrom(...ids.steps),
  targets: fc.constantFrom(...ids.targets),
  pathways: fc.constantFrom(...ids.pathways),
  stages: fc.constantFrom(...ids.stages),
  skills: fc.constantFrom(...ids.skills),
}
const anyPlan = anyProgress({ ids: fromGuide })
const read = (fragment: string) => readPlanFragment(fragment, names)

/** A plan as it comes out of a link: everything was changed once there; without what was not asked for. */
function asShared(progress: Progress, { name = false, notes = false } = {}): Progress {
  const once = <Value extends { changes: number }>(map: ReadonlyMap<string, Value>) =>
    new Map([...map].map(([id, value]) => [id, { ...value, changes: 1 }]))
  const bare = (mark: Mark) => (notes ? mark : { ...mark, note: '', evidence: '' })
  return {
    steps: new Map([...once(progress.steps)].map(([id, mark]) => [id, bare(mark)])),
    starts: once(progress.starts),
    claims: once(progress.claims),
    plan: { ...progress.plan, name: name ? progress.plan.name : '', changes: 1 },
  }
}

/** The bytes that a fragment carries. */
const bytesOf = (fragment: string) => Buffer.from(fragment.slice('plan=1'.length, -1), 'base64url')

/** The plan a link gave, or a failed test. */
function opened(from: FromLink | undefined): { progress: Progress; unknown: number } {
  if (!from || 'fault' in from) throw new Error(`No plan: ${from?.fault ?? 'nothing'}`)
  return from
}

/** Nothing but ids of the guide may come out of a link. */
function strangersIn({ steps, starts, claims, plan }: Progress): string[] {
  const known = Object.fromEntries(Object.entries(ids).map(([kind, list]) => [kind, new Set(list)]))
  const strange = (kind: keyof typeof ids, found: Iterable<string>) => [...found].filter((id) => !known[kind]?.has(id))
  return [
    ...strange('steps', steps.keys()),
    ...strange('pathways', starts.keys()),
    ...strange(
      'stages',
      [...starts.values()].flatMap(({ stage, reopened }) => [stage, ...reopened]),
    ),
    ...strange('skills', claims.keys()),
    ...strange('targets', plan.target === '' ? [] : [plan.target]),
  ]
}

describe('a plan', () => {
  it('comes out of its link as it went in, without name and notes', () => {
    fc.assert(
      fc.property(anyPlan, (progress) => {
        expect(read(planFragment(progress))).toEqual({ progress: asShared(progress), unknown: 0 })
      }),
      { numRuns: 2000 },
    )
  })

  it('comes out of its link with name and notes where the reader asks for them, from every plane of Unicode', () => {
    fc.assert(
      fc.property(anyProgress({ ids: fromGuide, most: 3 }), fc.boolean(), fc.boolean(), (progress, name, notes) => {
        const fragment = planFragment(progress, { name, notes })
        // Longer ones are refused, by chats and here; the page offers a file instead.
        if (fragment.length - 'plan='.length > MOST_CHARACTERS) expect(read(fragment)).toEqual({ fault: 'long' })
        else expect(read(`#${fragment}`)).toEqual({ progress: asShared(progress, { name, notes }), unknown: 0 })
      }),
      { numRuns: 2000 },
    )
  })

  it('of nothing has a link too', () => {
    expect(read(planFragment(NOTHING))).toEqual({ progress: { ...NOTHING, plan: { ...NO_PLAN, changes: 1 } }, unknown: 0 })
  })

  it('has notes and name in its link only when they are asked for', () => {
    const progress: Progress = {
      ...NOTHING,
      steps: new Map([[ids.steps[0] ?? '', marked({ state: 'done', note: 'Secret words', evidence: 'Secret drawer' })]]),
      plan: { ...NO_PLAN, name: 'Secret Ana', changes: 1 },
    }
    const texts = ['Secret words', 'Secret drawer', 'Secret Ana']
    const carried = (shared: Parameters<typeof planFragment>[1]) =>
      texts.filter((text) => bytesOf(planFragment(progress, shared)).includes(text))
    expect(carried({})).toEqual([])
    expect(bytesOf(planFragment(progress)).includes('Secret')).toBe(false)
    expect(carried({ name: true })).toEqual(['Secret Ana'])
    expect(carried({ notes: true })).toEqual(['Secret words', 'Secret drawer'])
    expect(carried({ name: true, notes: true })).toEqual(texts)
    // Someone else’s link is the same whether there are notes or none.
    expect(planFragment(progress)).toBe(planFragment(asShared(progress)))
  })
})

describe('a link', () => {
  const PAGE = 'https://floorwalk.example/plan/#'
  const both = { target: '2027-01-31', doneOn: '2026-11-22' }
  const withMarks = (steps: string[], fields: Partial<Mark>): Progress => ({
    ...NOTHING,
    steps: new Map(steps.map((id) => [id, marked({ state: 'done', ...fields })])),
  })

  it('of forty steps with both dates, four starts and four claims is short enough to send', () => {
    const progress: Progress = {
      ...withMarks(ids.steps.slice(0, 40), both),
      starts: new Map(
        guide.pathways
          .slice(0, 4)
          .map(({ id, stages }) => [id, { stage: stages[2]?.id ?? '', reopened: stages.slice(0, 2).map((stage) => stage.id), changes: 1 }]),
      ),
      claims: new Map(ids.skills.slice(0, 4).map((id) => [id, { level: 3, changes: 1 }])),
      plan: { target: 'operations-manager', pace: 3, since: '2026-09-01', name: '', changes: 1 },
    }
    expect([progress.steps.size, progress.starts.size, progress.claims.size]).toEqual([40, 4, 4])
    const address = PAGE + planFragment(progress)
    expect(address.length).toBeLessThanOrEqual(2000)
    expect(opened(read(planFragment(progress))).progress).toEqual(progress)
  })

  it('of all steps of the guide with a date each is short enough to send', () => {
    const fragment = planFragment(withMarks(ids.steps, { doneOn: '2026-11-22' }))
    expect(`${PAGE}${fragment}`.length).toBeLessThanOrEqual(2000)
    expect(opened(read(fragment)).progress.steps.size).toBe(stepsOf(guide.pathways).length)
  })

  it('ends in a letter, begins with its version, and is made of what no chat cuts off', () => {
    fc.assert(
      fc.property(anyPlan, (progress) => {
        expect(planFragment(progress, { name: true, notes: true })).toMatch(/^plan=1[A-Za-z0-9_-]+[a-z]$/)
      }),
      { numRuns: 500 },
    )
  })

  it('that lost its end is noticed at every length', () => {
    fc.assert(
      fc.property(anyProgress({ ids: fromGuide, most: 3 }), (progress) => {
        const fragment = planFragment(progress, { name: true, notes: true })
        for (let length = 'plan='.length + 1; length < fragment.length; length++)
          expect(read(fragment.slice(0, length))).toEqual({ fault: length - 'plan='.length > MOST_CHARACTERS ? 'long' : 'broken' })
        for (let length = 0; length <= 'plan='.length; length++) expect(read(fragment.slice(0, length))).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it('with one letter changed is noticed', () => {
    const fragment = planFragment(withMarks(ids.steps.slice(0, 5), both))
    for (let place = 'plan=1'.length; place < fragment.length - 2; place++) {
      const other = fragment[place] === 'A' ? 'B' : 'A'
      expect(read(fragment.slice(0, place) + other + fragment.slice(place + 1))).toEqual({ fault: 'broken' })
    }
  })

  it('counts what this guide does not know and leaves it out', () => {
    const [step = '', skill = ''] = [ids.steps[0], ids.skills[0]]
    const progress: Progress = {
      steps: new Map([step, 'of-another-guide', ids.steps[1] ?? ''].map((id) => [id, marked({ state: 'done', ...both })])),
      starts: new Map([
        ['another-way', { stage: ids.stages[0] ?? '', reopened: [], changes: 1 }],
        [ids.pathways[0] ?? '', { stage: ids.stages[0] ?? '', reopened: ['gone-stage', ids.stages[1] ?? ''], changes: 1 }],
      ]),
      claims: new Map([skill, 'juggling'].map((id) => [id, { level: 2, changes: 1 }])),
      plan: { ...NO_PLAN, target: 'astronaut', changes: 1 },
    }
    const { progress: got, unknown } = opened(read(planFragment(progress)))
    expect(unknown).toBe(5)
    expect([...got.steps.keys()]).toEqual([step, ids.steps[1]])
    expect([...got.claims.keys()]).toEqual([skill])
    expect([...got.starts]).toEqual([[ids.pathways[0], { stage: ids.stages[0], reopened: [ids.stages[1]], changes: 1 }]])
    expect(got.plan.target).toBe('')
  })

  it('may name steps that the guide has retired since', () => {
    const [first] = guide.pathways
    if (!first) throw new Error('no pathway')
    const later = { ...guide, pathways: [{ ...first, retired: [{ id: 'old-step', text: 'Old.', successor: ids.steps[0] ?? '' }] }] }
    const fragment = planFragment(withMarks(['old-step'], both))
    expect(opened(readPlanFragment(fragment, namesOf(later)))).toEqual({
      progress: { ...withMarks(['old-step'], both), plan: { ...NO_PLAN, changes: 1 } },
      unknown: 0,
    })
    expect(opened(read(fragment))).toMatchObject({ unknown: 1 })
  })

  it('counts by its first plan only', () => {
    const [one, two] = [ids.steps[0] ?? '', ids.steps[1] ?? ''].map((id) => planFragment(withMarks([id], {})))
    const steps = (fragment: string) => [...opened(read(fragment)).progress.steps.keys()]
    expect(steps(`#${one}&${two}`)).toEqual([ids.steps[0]])
    expect(steps(`#utm_source=x&${two}&${one}&fbclid=y`)).toEqual([ids.steps[1]])
    expect(read(`#plan=&${one}`)).toBeUndefined()
  })

  it.each([
    '',
    '#',
    '#what-it-is',
    '#plan',
    '#plans=1abc',
    '#my-plan=1',
    '#first-team-ask',
    '#p=abc',
    '#PLAN=1abcz',
    '#:~:text=plan',
    '#plan=',
  ])('to an ordinary place is none to a plan: %j', (fragment) => {
    expect(read(fragment)).toBeUndefined()
  })

  it('of a newer guide is told apart from a broken one', () => {
    expect([read('#plan=2AAAAz'), read('#plan=9'), read('#plan=x'), read('#plan=1')]).toEqual(
      ['newer', 'newer', 'broken', 'broken'].map((fault) => ({ fault })),
    )
    for (const sentence of Object.values(LINK_FAULTS)) expect(sentence).toMatch(/^This link .*\.$/)
  })
})

describe('a link of an earlier release', () => {
  interface Released {
    fragment: string
    steps: Record<string, Partial<Mark>>
    starts: Progress['starts'] extends ReadonlyMap<string, infer Start> ? Record<string, Start> : never
    claims: Record<string, { level: number; changes: number }>
    plan: Progress['plan']
  }
  const links = JSON.parse(readFileSync('tests/fixtures/plan-links.json', 'utf8')) as Record<string, Released>

  it.each(Object.entries(links))('is read as it was meant: %s', (_, { fragment, steps, starts, claims, plan }) => {
    expect(read(fragment)).toEqual({
      progress: {
        steps: new Map(Object.entries(steps).map(([id, fields]) => [id, marked(fields)])),
        starts: new Map(Object.entries(starts)),
        claims: new Map(Object.entries(claims)),
        plan,
      },
      unknown: 0,
    })
  })
})

describe('a fingerprint', () => {
  it('is that of the published method', () => {
    // FNV-1a of 32 bits, test vectors of draft-eastlake-fnv: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968.
    const folded = (hash: number) => ((hash >>> 24) ^ hash) & 0xffffff
    expect(['', 'a', 'foobar'].map(fingerprint)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968].map(folded))
  })

  it('is never that of nothing, for all ids of the guide', () => {
    for (const list of Object.values(ids)) for (const id of list) expect(fingerprint(id)).not.toBe(0)
  })
})

describe('a hostile link', () => {
  const [first = '', second = ''] = ids.steps
  const whole = planFragment({ ...NOTHING, steps: new Map([first, second].map((id) => [id, marked({ state: 'done' })])) })
  const filled = (text: string) =>
    text
      .replaceAll('{steps}', whole.slice('plan='.length))
      .replaceAll('{valid}', first)
      .replaceAll('{VALID}', first.toUpperCase())
      .replaceAll('{other}', second)
  /** What `#plan=` and the text of each case give. Only the first is one of ours. */
  const FATES: Record<string, FromLink | undefined> = {
    ...Object.fromEntries(casesOf('share-links').map(({ id }) => [id, { fault: 'broken' as const }])),
    valid: opened(read(whole)),
    empty: undefined,
    'long-64k': { fault: 'long' },
    'many-params': { fault: 'broken' },
  }

  it.each(casesOf('share-links'))('is met calmly: $id', ({ id, text }) => {
    expect(read(`#plan=${filled(text)}`)).toEqual(FATES[id])
    for (const fragment of [`#${filled(text)}`, `#p=${filled(text)}`, filled(text)]) expect(read(fragment)).toBeUndefined()
    for (const fragment of [`#plan=1${filled(text)}`, `#plan=1${filled(text)}z`, `#plan=99${filled(text)}z`]) {
      const got = read(fragment)
      if (got && !('fault' in got)) expect(strangersIn(got.progress)).toEqual([])
    }
    expect(prototypeFault()).toBeUndefined()
  })

  /** A link of these bytes, with the fingerprint that belongs to them. */
  function sealed(bytes: Iterable<number>): string {
    const all = [...bytes]
    let hash = 0x811c9dc5
    for (const byte of all) hash = Math.imul(hash ^ byte, 0x01000193)
    const sum = ((hash >>> 24) ^ hash) & 0xffffff
    return `#plan=1${Buffer.from([sum >>> 16, (sum >>> 8) & 0xff, sum & 0xff, ...all]).toString('base64url')}z`
  }

  const calm = (fragment: string) => {
    const got = read(fragment)
    if (got && !('fault' in got)) {
      expect(strangersIn(got.progress)).toEqual([])
      for (const { note, evidence } of got.progress.steps.values()) expect(() => encodeURIComponent(note + evidence)).not.toThrow()
    }
    expect(prototypeFault()).toBeUndefined()
  }
  const fragment = anyProgress({ ids: fromGuide, most: 3 }).map((progress) => `#${planFragment(progress, { name: true, notes: true })}`)

  it('that was ours once never throws, and never names what the guide does not have', () => {
    fc.assert(fc.property(wounded(fragment), calm), { numRuns: 10_000 })
  })

  it('made up from nothing never throws, and never names what the guide does not have', () => {
    const text = fc.oneof(wildText, fc.base64String({ maxLength: 300 }), fc.webFragments())
    fc.assert(
      fc.property(fc.constantFrom('#plan=1', '#plan=', '#', ''), text, fc.constantFrom('z', ''), (start, body, end) =>
        calm(start + body + end),
      ),
      {
        numRuns: 10_000,
      },
    )
  })

  it('with a right fingerprint over wrong bytes never throws either', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (bytes, begun) => {
        // A plausible beginning leads deeper: no target, pace, since, name.
        const rest = begun ? Uint8Array.from([0, 0, 0, 6, 0, 0, ...bytes]) : bytes
        calm(sealed(rest))
      }),
      { numRuns: 5000 },
    )
  })

  it('with a right fingerprint over bytes that say too much or too little is broken', () => {
    // No target, three hours, no day, no name, then three empty lists.
    const empty = [0, 0, 0, 6, 0, 0, 0, 0, 0]
    expect(opened(read(sealed(empty))).progress.plan.pace).toBe(3)
    expect(read(sealed([...empty, 0]))).toEqual({ fault: 'broken' })
    expect(read(sealed(empty.slice(0, -1)))).toEqual({ fault: 'broken' })
    expect(read(sealed([...empty.slice(0, -1), 0xff, 0xff, 0xff, 0x7f]))).toEqual({ fault: 'broken' })
    expect(read(sealed([...empty.slice(0, 5), 0x7f, 0x61]))).toEqual({ fault: 'broken' })
    expect(read(sealed([...empty.slice(0, 4), 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]))).toEqual({ fault: 'broken' })
  })

  it('longer than any of ours is not even taken apart', () => {
    expect(read(`#plan=1${'A'.repeat(65_536)}z`)).toEqual({ fault: 'long' })
    expect(read(`#plan=1${'A'.repeat(MOST_CHARACTERS - 2)}z`)).toEqual({ fault: 'broken' })
    expect(read(`#plan=1${'A'.repeat(MOST_CHARACTERS - 1)}z`)).toEqual({ fault: 'long' })
  })
})
