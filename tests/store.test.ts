import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trustedToday } from '#lib/reader/plan-dates.ts'
import { type Change, isEmpty, markOf, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { readProgress, writeProgress } from '#lib/reader/progress-format.ts'
import { ASIDE_KEY, BEFORE_KEY, createStore, PROGRESS_KEY, type Store } from '#lib/reader/store.ts'
import { marked, prototypeFault } from './any-progress.ts'
import { FakeStorage } from './fake-storage.ts'
import { casesOf } from './hostile-text.ts'

const done = (id: string): Change => ({ what: 'step', id, fields: { state: 'done' } })
const note = (id: string, text: string, notedFrom = ''): Change => ({ what: 'step', id, fields: { note: text }, notedFrom })

/** A browser with some text in its storage, and a tab on it. */
function browser(text?: string, prepare: (storage: FakeStorage) => void = () => {}) {
  const storage = new FakeStorage(new Map(text === undefined ? [] : [[PROGRESS_KEY, text]]))
  prepare(storage)
  return { storage, tab: createStore(storage.open) }
}

/** Several tabs of one browser. */
function tabs<const Count extends number>(count: Count, texts = new Map<string, string>()) {
  const storages = Array.from({ length: count }, () => new FakeStorage(texts))
  return { texts, storages, tabs: storages.map((storage) => createStore(storage.open)) as [Store, Store] }
}

/** What lies in storage now. */
function kept({ texts }: { texts: ReadonlyMap<string, string> }): Progress {
  const text = texts.get(PROGRESS_KEY)
  if (text === undefined) return NOTHING
  const read = readProgress(text)
  if (!('progress' in read)) throw new Error(`Not readable: ${text}`)
  return read.progress
}

const OLD = writeProgress({
  ...NOTHING,
  steps: new Map([['old', marked({ state: 'done', note: 'old words' })]]),
  plan: { ...NOTHING.plan, target: 'lead', changes: 1 },
})
const NEWER = '{"version":3,"steps":{"ask":{"state":"done","changes":2}},"circles":[[1]]}'

/** One act of each kind, each of which changes the progress of OLD. */
const ACTS: Change[] = [
  done('ask'),
  note('old', 'new words', 'old words'),
  { what: 'forget-step', id: 'old' },
  { what: 'start', pathway: 'up', stage: 'first', reopened: [] },
  { what: 'forget-start', pathway: 'up' },
  { what: 'claim', skill: 'coaching', level: 3 },
  { what: 'plan', fields: { pace: 10, name: 'Ana' } },
  { what: 'add', progress: { ...NOTHING, steps: new Map([['added', marked({ state: 'doing' })]]) } },
  { what: 'replace', progress: { ...NOTHING, steps: new Map([['other', marked({ state: 'skip' })]]) } },
]

/** What the progress says, without counts of changes and without claims of level 0. */
const said = ({ steps, starts, claims, plan }: Progress) =>
  JSON.parse(
    JSON.stringify({
      steps: Object.fromEntries([...steps].sort()),
      starts: Object.fromEntries([...starts].sort()),
      claims: Object.fromEntries([...claims].filter(([, { level }]) => level > 0).sort()),
      plan,
    }).replace(/,"changes":\d+/g, ''),
  ) as unknown

describe('a store', () => {
  it('begins empty and writes nothing until the reader acts', () => {
    const { storage, tab } = browser()
    expect(tab.get()).toEqual({ progress: NOTHING, aside: [], canUndo: false, hasBefore: false })
    tab.refresh()
    tab.undo()
    tab.swapWithBefore()
    expect(storage.texts.size).toBe(0)
  })

  it('keeps every act at once', () => {
    for (const act of ACTS) {
      const { storage, tab } = browser(OLD)
      tab.change(act)
      expect(tab.get().trouble).toBeUndefined()
      expect(kept(storage)).toEqual(tab.get().progress)
    }
  })

  it('shows a new tab what an earlier one kept', () => {
    const { storage, tab } = browser()
    tab.change(done('ask'))
    expect(createStore(storage.open).get().progress).toEqual(tab.get().progress)
  })

  it('reads text of an earlier version and writes the newest only after an act', () => {
    const { storage, tab } = browser('{"done":["ask"]}')
    expect(markOf(tab.get().progress, 'ask').state).toBe('done')
    expect(storage.writes).toEqual([])
    tab.change(done('do'))
    expect(kept(storage).steps.size).toBe(2)
    expect(storage.texts.get(PROGRESS_KEY)).toMatch(/"version":2/)
    expect(tab.get().aside).toEqual([])
  })

  it('keeps steps that the guide does not know', () => {
    const { storage, tab } = browser('{"version":1,"done":["step-of-a-later-version"]}')
    tab.change(done('ask'))
    expect([...kept(storage).steps.keys()]).toEqual(['step-of-a-later-version', 'ask'])
  })

  it('tells who listens, until they do not want to hear', () => {
    const { tab } = browser()
    let heard = 0
    const stop = tab.subscribe(() => heard++)
    tab.change(done('ask'))
    expect(heard).toBe(1)
    stop()
    tab.change(done('do'))
    expect(heard).toBe(1)
  })

  it('gives the same snapshot until something happens', () => {
    const { tab } = browser(OLD)
    expect(tab.get()).toBe(tab.get())
  })
})

describe('an act', () => {
  it.each(ACTS)('is taken back: $what', (act) => {
    const { storage, tab } = browser(OLD)
    tab.change(act)
    expect(tab.get().canUndo).toBe(true)
    tab.undo()
    expect(said(tab.get().progress)).toEqual(said(kept({ texts: new Map([[PROGRESS_KEY, OLD]]) })))
    expect(kept(storage)).toEqual(tab.get().progress)
    expect(tab.get().canUndo).toBe(false)
  })

  it('is taken back after all later ones', () => {
    const { tab } = browser(OLD)
    const before = said(tab.get().progress)
    for (const act of ACTS) tab.change(act)
    for (const _ of ACTS) tab.undo()
    expect(said(tab.get().progress)).toEqual(before)
  })

  it.each(ACTS)('is taken back after another tab acted, and the note of that tab stays: $what', (act) => {
    const {
      tabs: [mine, theirs],
    } = tabs(2, new Map([[PROGRESS_KEY, OLD]]))
    mine.change(act)
    theirs.refresh()
    for (const id of ['ask', 'old', 'elsewhere']) theirs.change(note(id, 'theirs', markOf(theirs.get().progress, id).note))
    mine.undo()
    // An act on the whole is taken back as a whole; what it was until then lies ready.
    if (act.what === 'add' || act.what === 'replace') mine.swapWithBefore()
    for (const id of ['ask', 'old', 'elsewhere']) expect(markOf(mine.get().progress, id).note).toContain('theirs')
  })

  it('is taken back to what another tab said just before, unseen here', () => {
    const {
      tabs: [mine, theirs],
    } = tabs(2)
    theirs.change({ what: 'step', id: 'ask', fields: { state: 'doing', target: '2027-01-31' } })
    mine.change(done('ask'))
    mine.undo()
    expect(markOf(mine.get().progress, 'ask')).toMatchObject({ state: 'doing', target: '2027-01-31' })
  })

  it('is remembered for as long as the last fifty', () => {
    const { tab } = browser()
    for (let number = 0; number < 60; number++) tab.change(done(`step-${number}`))
    for (let number = 0; number < 60; number++) tab.undo()
    expect([...tab.get().progress.steps.keys()]).toEqual(Array.from({ length: 10 }, (_, number) => `step-${number}`))
  })

  it('on the whole keeps what was there before, and swapping brings it back', () => {
    const { storage, tab } = browser(OLD)
    const before = tab.get().progress
    expect(tab.get().hasBefore).toBe(false)
    tab.change({ what: 'replace', progress: { ...NOTHING, steps: new Map([['other', marked({})]]) } })
    expect(storage.texts.get(BEFORE_KEY)).toBe(OLD)
    expect(tab.get().hasBefore).toBe(true)
    tab.swapWithBefore()
    expect(tab.get().progress).toEqual(before)
    expect(kept(storage)).toEqual(before)
    tab.swapWithBefore()
    expect([...tab.get().progress.steps.keys()]).toEqual(['other'])
  })

  it('on the whole keeps what another tab wrote just before, unseen here', () => {
    const {
      texts,
      tabs: [mine, theirs],
    } = tabs(2, new Map([[PROGRESS_KEY, OLD]]))
    theirs.change(note('ask', 'unseen'))
    mine.change({ what: 'replace', progress: { ...NOTHING, steps: new Map([['other', marked({})]]) } })
    expect(texts.get(BEFORE_KEY)).toContain('unseen')
    mine.swapWithBefore()
    expect(markOf(mine.get().progress, 'ask').note).toBe('unseen')
  })

  it('that clears everything can be taken back, and touches only our keys', () => {
    const { storage, tab } = browser(OLD)
    const before = said(tab.get().progress)
    storage.texts.set('theme', 'dark')
    tab.change({ what: 'replace', progress: NOTHING })
    expect(isEmpty(tab.get().progress)).toBe(true)
    expect(storage.texts.get('theme')).toBe('dark')
    tab.undo()
    expect(said(tab.get().progress)).toEqual(before)
    tab.change({ what: 'replace', progress: NOTHING })
    createStore(storage.open).swapWithBefore()
    tab.refresh()
    expect(said(tab.get().progress)).toEqual(before)
  })
})

describe('storage in trouble', () => {
  /** The situations of tests/fixtures/browser/events.json that a store can be in. */
  const SITUATIONS: Record<string, () => void> = {
    'storage-getter-throws': () => {
      const { storage, tab } = browser(OLD, (each) => {
        each.getterThrows = true
      })
      expect(tab.get()).toEqual({ progress: NOTHING, trouble: 'blocked', aside: [], canUndo: false, hasBefore: false })
      tab.change(done('ask'))
      expect(tab.get()).toMatchObject({ trouble: 'blocked', canUndo: true })
      expect(markOf(tab.get().progress, 'ask').state).toBe('done')
      tab.undo()
      expect(isEmpty(tab.get().progress)).toBe(true)
      expect(storage.writes).toEqual([])
    },
    'set-item-quota': () => {
      const { storage, tab } = browser(OLD, (each) => {
        each.room = PROGRESS_KEY.length + OLD.length + 30
      })
      tab.change(done('ask'))
      tab.change(note('do', 'A note too long for what is left'))
      expect(tab.get().trouble).toBe('full')
      expect(markOf(tab.get().progress, 'ask').state).toBe('done')
      expect(storage.texts).toEqual(new Map([[PROGRESS_KEY, OLD]]))
    },
    'set-item-throws-first-time-only': () => {
      const { storage, tab } = browser(OLD, (each) => {
        each.throwsOnSet = 1
      })
      tab.change(done('ask'))
      expect(tab.get().trouble).toBe('full')
      expect(markOf(tab.get().progress, 'ask').state).toBe('done')
      tab.change(done('do'))
      expect(tab.get().trouble).toBeUndefined()
      expect([...kept(storage).steps.keys()]).toEqual(['old', 'ask', 'do'])
    },
    'get-item-throws': () => {
      const { storage, tab } = browser(OLD, (each) => {
        each.getThrows = true
      })
      tab.change(done('ask'))
      expect(tab.get().trouble).toBe('blocked')
      expect([...tab.get().progress.steps.keys()]).toEqual(['ask'])
      expect(storage.texts.get(PROGRESS_KEY)).toBe(OLD)
    },
    'read-back-differs': () => {
      const { storage, tab } = browser(OLD, (each) => {
        each.keepsNothing = true
      })
      tab.change(done('ask'))
      expect(tab.get().trouble).toBe('blocked')
      expect(markOf(tab.get().progress, 'ask').state).toBe('done')
      expect(storage.texts.get(PROGRESS_KEY)).toBe(OLD)
    },
    'back-forward-cache': () => {
      const {
        tabs: [mine, theirs],
      } = tabs(2)
      theirs.change(done('ask'))
      expect(isEmpty(mine.get().progress)).toBe(true)
      mine.refresh()
      expect(mine.get().progress).toEqual(theirs.get().progress)
    },
    'clock-back': () => {
      expect(trustedToday(new Date('2025-11-22T12:00:00'), '2026-11-22')).toBe('2026-11-22')
    },
    'clock-forward': () => {
      expect(trustedToday(new Date('2099-11-22T12:00:00'), '2026-11-22')).toBe('2026-11-22')
    },
    'hydration-late': () => {
      // The first act of a page comes before anything was read elsewhere, and is kept like any other.
      const { storage, tab } = browser(OLD)
      tab.change(done('ask'))
      expect([...kept(storage).steps.keys()]).toEqual(['old', 'ask'])
    },
    reset: () => {
      const { storage, tab } = browser(OLD)
      storage.texts.set('theme', 'dark')
      tab.change({ what: 'replace', progress: NOTHING })
      expect(isEmpty(kept(storage))).toBe(true)
      tab.undo()
      expect([...kept(storage).steps.keys()]).toEqual(['old'])
      expect(storage.texts.get('theme')).toBe('dark')
    },
    'service-worker-old': () => {
      const { storage, tab } = browser(NEWER)
      tab.change(done('do'))
      expect(tab.get().trouble).toBe('newer')
      expect(storage.texts.get(PROGRESS_KEY)).toBe(NEWER)
    },
  }
  /** Those that need a page. */
  const OF_A_PAGE = ['script-blocked', 'locale-digits']
  const { cases } = JSON.parse(readFileSync('tests/fixtures/browser/events.json', 'utf8')) as { cases: { id: string; expect: string }[] }

  it.each(cases.filter(({ id }) => !OF_A_PAGE.includes(id)))('is lived through: $id, $expect', ({ id }) => {
    expect(SITUATIONS).toHaveProperty(id)
    SITUATIONS[id]?.()
  })

  it.each([() => null, () => undefined])('is the same when there is no storage at all', (open) => {
    const tab = createStore(open)
    tab.change(done('ask'))
    expect(tab.get()).toMatchObject({
      trouble: 'blocked',
      canUndo: true,
      progress: { steps: new Map([['ask', marked({ state: 'done' })]]) },
    })
  })

  it('that ends lets everything of this page be kept, beside what another tab wrote meanwhile', () => {
    const {
      storages: [storage],
      texts,
      tabs: [mine, theirs],
    } = tabs(2, new Map([[PROGRESS_KEY, OLD]]))
    if (!storage) throw new Error('no tab')
    storage.getterThrows = true
    mine.change(done('ask'))
    mine.change(note('do', 'mine'))
    theirs.change(note('do', 'theirs'))
    storage.getterThrows = false
    mine.refresh()
    expect(mine.get().trouble).toBeUndefined()
    expect(kept({ texts })).toEqual(mine.get().progress)
    expect([...mine.get().progress.steps.keys()].sort()).toEqual(['ask', 'do', 'old'])
    expect(markOf(mine.get().progress, 'do').note).toBe('mine\n\ntheirs')
  })

  it('never keeps progress from being exported', () => {
    const troubles: ((storage: FakeStorage) => void)[] = [
      (each) => {
        each.getterThrows = true
      },
      (each) => {
        each.getThrows = true
      },
      (each) => {
        each.throwsOnSet = Number.POSITIVE_INFINITY
      },
      (each) => {
        each.keepsNothing = true
      },
      (each) => {
        each.room = 0
      },
      (each) => {
        each.texts.set(PROGRESS_KEY, NEWER)
      },
      (each) => {
        each.texts.set(PROGRESS_KEY, '{oops')
        each.room = 30
      },
    ]
    for (const trouble of troubles) {
      const { tab } = browser(undefined, trouble)
      for (const act of ACTS) tab.change(act)
      expect(tab.get().trouble).toBeDefined()
      const text = writeProgress(tab.get().progress)
      expect(readProgress(text)).toMatchObject({ damaged: false, progress: { steps: new Map([['other', marked({ state: 'skip' })]]) } })
    }
  })
})

describe('progress cleared elsewhere', () => {
  it('is shown empty and is not written back', () => {
    const { storage, tab } = browser()
    tab.change(done('ask'))
    storage.texts.clear()
    tab.refresh()
    expect(isEmpty(tab.get().progress)).toBe(true)
    expect(storage.texts.size).toBe(0)
    tab.change(done('do'))
    expect([...kept(storage).steps.keys()]).toEqual(['do'])
  })

  it('by another tab is not brought back by an act of one that has not noticed', () => {
    const {
      texts,
      tabs: [mine, theirs],
    } = tabs(2, new Map([[PROGRESS_KEY, OLD]]))
    theirs.change({ what: 'replace', progress: NOTHING })
    mine.change(done('ask'))
    expect([...kept({ texts }).steps.keys()]).toEqual(['ask'])
  })
})

describe('two tabs', () => {
  const step = fc.constantFrom('ask', 'do')
  const deed = fc.record({
    tab: fc.constantFrom(0 as const, 1 as const),
    deed: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('note' as const), step, text: fc.stringMatching(/^[a-e]{1,4}$/) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('state' as const), step }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('claim' as const), level: fc.integer({ min: 1, max: 4 }) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('refresh' as const) }) },
    ),
  })

  it('see the same in the end, with every note that nobody overwrote knowingly', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const { texts, tabs: both } = tabs(2)
        /** Per step the notes that must still be there. */
        const alive = new Map<string, Set<string>>()
        for (const { tab, deed: what } of deeds) {
          const store = both[tab]
          if (what.kind === 'refresh') store.refresh()
          if (what.kind === 'state') store.change(done(what.step))
          if (what.kind === 'claim') store.change({ what: 'claim', skill: 'coaching', level: what.level })
          if (what.kind !== 'note') continue
          const seen = markOf(store.get().progress, what.step).note
          const there = markOf(kept({ texts }), what.step).note
          const known = alive.get(what.step) ?? new Set()
          // Whoever saw the note as it is writes over it knowingly; whoever did not, does not.
          if (seen === there) known.clear()
          alive.set(what.step, known.add(what.text))
          store.change(note(what.step, what.text, seen))
        }
        for (const store of both) store.refresh()
        const [one, two] = both
        expect(one.get().progress).toEqual(two.get().progress)
        expect(kept({ texts })).toEqual(one.get().progress)
        for (const [id, notes] of alive) for (const text of notes) expect(markOf(one.get().progress, id).note).toContain(text)
        for (const { deed: what } of deeds) if (what.kind === 'state') expect(markOf(one.get().progress, what.step).state).toBe('done')
      }),
      { numRuns: 500 },
    )
  })

  it('see the same in the end, whatever they do and take back', () => {
    const anything = fc.record({
      tab: fc.constantFrom(0 as const, 1 as const),
      deed: fc.oneof(fc.constantFrom(...ACTS), fc.constantFrom('undo' as const, 'swap' as const, 'refresh' as const)),
    })
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 25 }), (deeds) => {
        const { texts, tabs: both } = tabs(2, new Map([[PROGRESS_KEY, OLD]]))
        for (const { tab, deed: what } of deeds) {
          const store = both[tab]
          if (what === 'undo') store.undo()
          else if (what === 'swap') store.swapWithBefore()
          else if (what === 'refresh') store.refresh()
          else {
            store.change(what)
            expect(store.get().progress).toEqual(kept({ texts }))
          }
          expect(store.get().trouble).toBeUndefined()
        }
        for (const store of both) store.refresh()
        expect(both[0].get().progress).toEqual(both[1].get().progress)
      }),
      { numRuns: 300 },
    )
  })
})

describe('bad text', () => {
  const BAD = '{"version":1,"done":[1,"x"]}'
  const asideOf = ({ texts }: FakeStorage) => [...texts].flatMap(([key, text]) => (key.startsWith(ASIDE_KEY) ? [text] : []))
  const full = (storage: FakeStorage) => {
    for (let number = 1; number <= 9; number++) storage.texts.set(`${ASIDE_KEY}${number}`, `bad ${number}`)
  }

  it('is set aside once, however many tabs read it', () => {
    const { storage, tab } = browser('{oops')
    expect(tab.get()).toMatchObject({ progress: NOTHING, aside: ['{oops'] })
    expect(tab.get().trouble).toBeUndefined()
    createStore(storage.open)
    createStore(storage.open)
    tab.refresh()
    expect(asideOf(storage)).toEqual(['{oops'])
    expect(storage.texts.get(PROGRESS_KEY)).toBe('{oops')
    tab.change(done('ask'))
    expect([...kept(storage).steps.keys()]).toEqual(['ask'])
    expect(asideOf(storage)).toEqual(['{oops'])
  })

  it('is set aside whole, and used as far as it is right', () => {
    const { storage, tab } = browser(BAD)
    expect([...tab.get().progress.steps.keys()]).toEqual(['x'])
    tab.change(done('ask'))
    expect([...kept(storage).steps.keys()]).toEqual(['x', 'ask'])
    expect(tab.get().aside).toEqual([BAD])
  })

  it('is set aside beside others', () => {
    const { storage, tab } = browser('{oops')
    tab.change(done('ask'))
    storage.texts.set(PROGRESS_KEY, '[]')
    tab.refresh()
    expect(tab.get().aside).toEqual(['{oops', '[]'])
  })

  it('stays where it is when nine lie aside already', () => {
    const { storage, tab } = browser('{oops', full)
    expect(tab.get()).toMatchObject({ trouble: 'full', progress: NOTHING })
    for (const act of ACTS) tab.change(act)
    expect([...tab.get().progress.steps.keys()]).toEqual(['other'])
    tab.undo()
    tab.swapWithBefore()
    expect(storage.texts.get(PROGRESS_KEY)).toBe('{oops')
    expect(asideOf(storage)).toHaveLength(9)
  })

  it('stays where it is when storage has no room for a second one', () => {
    const { storage, tab } = browser(BAD, (each) => {
      each.room = PROGRESS_KEY.length + BAD.length + 5
    })
    tab.change(done('ask'))
    expect(tab.get().trouble).toBe('full')
    expect([...tab.get().progress.steps.keys()]).toEqual(['x', 'ask'])
    expect(storage.texts).toEqual(new Map([[PROGRESS_KEY, BAD]]))
  })

  it('is set aside as soon as there is room, and what was done meanwhile is kept', () => {
    const { storage, tab } = browser('{oops', full)
    tab.change(done('ask'))
    tab.dropAside()
    expect(tab.get()).toMatchObject({ aside: ['{oops'] })
    expect(tab.get().trouble).toBeUndefined()
    expect([...kept(storage).steps.keys()]).toEqual(['ask'])
  })

  it('can be thrown away by the reader alone', () => {
    const { storage, tab } = browser('{oops')
    tab.change(done('ask'))
    tab.dropAside()
    expect(tab.get().aside).toEqual([])
    expect([...storage.texts.keys()]).toEqual([PROGRESS_KEY])
  })

  it.each(casesOf('storage').filter(({ id }) => id !== 'newer-version'))('is never lost by an act: $id', ({ text }) => {
    const { storage, tab } = browser(text)
    const before = [...tab.get().progress.steps.keys()]
    tab.change(done('ask'))
    expect(tab.get().trouble).toBeUndefined()
    expect([...kept(storage).steps.keys()]).toEqual([...before, 'ask'])
    const read = readProgress(text)
    expect(asideOf(storage)).toEqual('unreadable' in read || ('damaged' in read && read.damaged) ? [text] : [])
    expect(prototypeFault()).toBeUndefined()
  })
})

describe('progress of a newer guide', () => {
  it('stays as it is to the letter, whatever is done', () => {
    const { storage, tab } = browser(NEWER)
    expect(tab.get()).toMatchObject({ trouble: 'newer', progress: { steps: new Map([['ask', marked({ state: 'done', changes: 2 })]]) } })
    for (const act of ACTS) {
      tab.change(act)
      expect(tab.get().trouble).toBe('newer')
    }
    tab.undo()
    tab.swapWithBefore()
    tab.dropAside()
    tab.refresh()
    expect(storage.texts.get(PROGRESS_KEY)).toBe(NEWER)
    expect(tab.get().trouble).toBe('newer')
  })

  it('keeps what it laid ready from before', () => {
    const { storage, tab } = browser(NEWER, (each) => each.texts.set(BEFORE_KEY, NEWER))
    for (const act of ACTS) tab.change(act)
    expect(storage.texts.get(BEFORE_KEY)).toBe(NEWER)
  })

  it('is told at the first act of a tab that was open before it came', () => {
    const { storage, tab } = browser(OLD)
    storage.texts.set(PROGRESS_KEY, NEWER)
    tab.change(done('do'))
    expect(tab.get().trouble).toBe('newer')
    expect(storage.texts.get(PROGRESS_KEY)).toBe(NEWER)
    expect([...tab.get().progress.steps.keys()]).toEqual(['ask', 'do'])
  })
})
