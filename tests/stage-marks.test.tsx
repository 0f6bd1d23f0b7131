import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startStageMarks } from '#components/islands/stage-marks.ts'
import { StageStrip } from '#components/pathway/stage-strip.tsx'
import { StepList } from '#components/pathway/step-list.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { NOTHING, type Progress } from '#lib/reader/progress.ts'
import { readProgress, writeProgress } from '#lib/reader/progress-format.ts'
import { ASIDE_KEY, createStore, PROGRESS_KEY, type TextStore } from '#lib/reader/store.ts'
import { libraryWith } from './content-tree.ts'

const FIRST_TEAM = 'pathways/operations-manager/first-team.mdx'
const { library: small } = loadLibrary('tests/fixtures/small')

/** A stage page as the export writes it, with the script started on it. */
function stage({ library = small, storage = localStorage as TextStore | null } = {}) {
  const { container } = render(
    <>
      <div data-marks-line="" hidden>
        <p role="status" aria-atomic="false">
          <span>0 of 3 steps done in this stage</span> <span />
        </p>
      </div>
      <StepList
        stage={library.get('stages', 'operations-manager/first-team')}
        pathway={library.get('pathways', 'operations-manager')}
        library={library}
      />
      <StageStrip stages={library.stagesOf('operations-manager')} here="operations-manager/first-team" />
    </>,
  )
  startStageMarks(
    document,
    createStore(() => storage),
  )
  return container
}

const choices = (step: string) => screen.getByRole('group', { name: `Where are you with: ${step}` })
const choice = (step: string, name: string) => within(choices(step)).getByRole<HTMLInputElement>('radio', { name })
const chosen = (step: string) =>
  within(choices(step))
    .getAllByRole<HTMLInputElement>('radio')
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
const stateOf = (id: string) => document.getElementById(id)?.dataset.state
const status = () => screen.getByRole('status').textContent?.trim()
const kept = () => {
  const read = readProgress(localStorage.getItem(PROGRESS_KEY) ?? '')
  if (!('progress' in read)) throw new Error('Nothing was kept that can be read.')
  return read.progress.steps
}

const ASK = 'Ask for one thing to own.'
const DO = 'Do it for a month.'

/** The reader's own day, whatever it is elsewhere. */
const TODAY = '2026-11-23'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 23, 3) })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the marks of a stage page', () => {
  it('appear at every step, four native choices each, none but "To do" chosen', () => {
    stage()
    expect(screen.getAllByRole('group')).toHaveLength(3)
    expect(
      within(choices(ASK))
        .getAllByRole<HTMLInputElement>('radio')
        .map(({ name, value, labels }) => [name, value, labels?.[0]?.textContent]),
    ).toEqual([
      ['mark-first-team-ask', 'todo', 'To do'],
      ['mark-first-team-ask', 'doing', 'Doing'],
      ['mark-first-team-ask', 'done', 'Done'],
      ['mark-first-team-ask', 'skip', 'Not for me'],
    ])
    expect(chosen(ASK)).toEqual(['todo'])
    expect(stateOf('first-team-ask')).toBe('todo')
  })

  it('are the markup that live pages write', () => {
    const container = stage()
    expect(container.querySelector('.marks')?.outerHTML).toBe(
      '<fieldset class="marks"><legend class="sr-only">Where are you with: Ask for one thing to own.</legend>' +
        ['todo|To do', 'doing|Doing', 'done|Done', 'skip|Not for me']
          .map((each) => each.split('|'))
          .map(([value, name]) => `<label><input type="radio" name="mark-first-team-ask" value="${value}"><span>${name}</span></label>`)
          .join('') +
        '</fieldset>',
    )
  })

  it('keep nothing until the reader marks something', () => {
    stage()
    expect(localStorage).toHaveLength(0)
  })

  it('are kept, shown on the line and told', () => {
    stage()
    fireEvent.click(choice(ASK, 'Done'))
    expect(kept().get('first-team-ask')).toMatchObject({ state: 'done', doneOn: TODAY })
    expect(stateOf('first-team-ask')).toBe('done')
    expect(stateOf('first-team-do')).toBe('todo')
    expect(status()).toBe('1 of 3 steps done in this stage')
  })

  it('forget the day when a step is no longer done', () => {
    stage()
    fireEvent.click(choice(ASK, 'Done'))
    fireEvent.click(choice(ASK, 'Doing'))
    expect(kept().get('first-team-ask')).toMatchObject({ state: 'doing', doneOn: '' })
    expect(status()).toBe('0 of 3 steps done in this stage')
  })

  it('do not count what is not for the reader, and say so', () => {
    stage()
    fireEvent.click(choice(ASK, 'Not for me'))
    expect(status()).toBe('0 of 2 steps done, 1 not for you')
    fireEvent.click(choice(DO, 'Not for me'))
    fireEvent.click(choice('Show the result to your manager.', 'Not for me'))
    expect(status()).toBe('No step of this stage is for you')
  })

  it('leave the focus where it is', () => {
    stage()
    const radio = choice(ASK, 'Doing')
    radio.focus()
    fireEvent.click(radio)
    expect(document.activeElement).toBe(radio)
    expect(radio.isConnected).toBe(true)
  })

  it('tell only what changed: a mark that changes no count writes nothing anew', async () => {
    stage()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(screen.getByRole('status'), { childList: true, characterData: true, subtree: true })
    fireEvent.click(choice(ASK, 'Doing'))
    changes.push(...observer.takeRecords())
    expect(changes).toEqual([])
    fireEvent.click(choice(ASK, 'Done'))
    changes.push(...observer.takeRecords())
    expect(new Set(changes.map(({ target }) => target)).size).toBe(1)
    observer.disconnect()
  })

  it('stand there again when the page is loaded again', () => {
    stage()
    fireEvent.click(choice(ASK, 'Done'))
    cleanup()
    stage()
    expect(chosen(ASK)).toEqual(['done'])
    expect(status()).toBe('1 of 3 steps done in this stage')
  })

  it('change when another tab changes them, and when the page comes back from memory', () => {
    stage()
    const other = createStore(() => localStorage)
    other.change({ what: 'step', id: 'first-team-ask', fields: { state: 'done' } })
    expect(chosen(ASK)).toEqual(['todo'])
    window.dispatchEvent(new StorageEvent('storage', { key: PROGRESS_KEY }))
    expect(chosen(ASK)).toEqual(['done'])
    other.change({ what: 'step', id: 'first-team-ask', fields: { state: 'skip' } })
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(chosen(ASK)).toEqual(['skip'])
    expect(stateOf('first-team-ask')).toBe('skip')
  })

  it('keep what another tab marked and what stands elsewhere in the guide', () => {
    stage()
    const other = createStore(() => localStorage)
    other.change({ what: 'step', id: 'somewhere-else', fields: { state: 'done', note: 'Mine.' } })
    fireEvent.click(choice(ASK, 'Doing'))
    expect(kept().get('somewhere-else')).toMatchObject({ state: 'done', note: 'Mine.' })
    expect(kept().get('first-team-ask')).toMatchObject({ state: 'doing' })
  })
})

describe('a step that took over from a retired one', () => {
  const fields = { state: 'done', doneOn: '2026-01-02', note: 'It was the rota.' } as const

  it('is as far as that one, and takes its note with it when it is marked', () => {
    const library = libraryWith({
      [FIRST_TEAM]: (text) =>
        text.replace(
          'artefacts:\n',
          "retiredSteps:\n  - id: first-team-beg\n    text: Beg for something to own.\n    successor: first-team-ask\n    retiredOn: '2026-01-01'\nartefacts:\n",
        ),
    })
    createStore(() => localStorage).change({ what: 'step', id: 'first-team-beg', fields })
    stage({ library })
    expect(document.getElementById('first-team-ask')?.dataset.former).toBe('first-team-beg')
    expect(chosen(ASK)).toEqual(['done'])
    fireEvent.click(choice(ASK, 'Doing'))
    expect(kept().get('first-team-ask')).toMatchObject({ state: 'doing', doneOn: '', note: 'It was the rota.' })
    expect(kept().get('first-team-beg')).toMatchObject({ state: 'done', note: 'It was the rota.' })
  })
})

describe('a browser that keeps nothing', () => {
  it('is told of, and the marks hold on the page', () => {
    stage({ storage: null })
    expect(status()).toMatch(/This browser keeps nothing for this site\. Your marks hold until you close the page\.$/)
    fireEvent.click(choice(ASK, 'Done'))
    expect(chosen(ASK)).toEqual(['done'])
    expect(status()).toMatch(/^1 of 3 steps done/)
    expect(localStorage).toHaveLength(0)
  })

  it('that is full is told of once something is marked', () => {
    const full: TextStore = {
      getItem: (key) => localStorage.getItem(key),
      // A word fits, a plan does not.
      setItem(key, value) {
        if (value.length > 10) throw new DOMException('', 'QuotaExceededError')
        localStorage.setItem(key, value)
      },
      removeItem: (key) => localStorage.removeItem(key),
    }
    stage({ storage: full })
    expect(status()).toBe('0 of 3 steps done in this stage')
    fireEvent.click(choice(ASK, 'Done'))
    expect(status()).toMatch(/^1 of 3 steps done in this stage This device has no room left/)
  })
})

describe('what lies in storage', () => {
  it('of a newer guide is shown, told of, and never written over', () => {
    const text = writeProgress(NOTHING)
      .replace('"version":2', '"version":9')
      .replace('"steps":{}', '"steps":{"first-team-ask":{"state":"done"}}')
    localStorage.setItem(PROGRESS_KEY, text)
    stage()
    expect(chosen(ASK)).toEqual(['done'])
    expect(status()).toContain('saved by a newer version of this guide')
    fireEvent.click(choice(DO, 'Done'))
    expect(localStorage.getItem(PROGRESS_KEY)).toBe(text)
  })

  it.each(['', '{', 'null', '[]', '"x"', '<img src=x onerror=alert(1)>', '{"version":2,"steps":[]}'])(
    'like %j counts as nothing, and is set aside',
    (bad) => {
      localStorage.setItem(PROGRESS_KEY, bad)
      stage()
      expect(chosen(ASK)).toEqual(['todo'])
      expect(document.querySelector('img')).toBeNull()
      fireEvent.click(choice(ASK, 'Doing'))
      expect(kept().get('first-team-ask')).toMatchObject({ state: 'doing' })
      expect(localStorage.getItem(`${ASIDE_KEY}1`)).toBe(bad)
    },
  )
})

it('the line above the steps shows itself only with the script', () => {
  const container = stage()
  expect(container.querySelector<HTMLElement>('[data-marks-line]')?.hidden).toBe(false)
})

describe('the line beside the steps', () => {
  const stations = () =>
    [...document.querySelectorAll<HTMLElement>('[data-stage]')].map(({ dataset }) => `${dataset.stage}: ${dataset.state}`)
  const keep = (progress: Partial<Progress>) => localStorage.setItem(PROGRESS_KEY, writeProgress({ ...NOTHING, ...progress }))

  it('fills its stations in as the steps are marked', () => {
    stage()
    expect(stations()).toEqual(['reliable-performer: todo', 'first-team: todo'])
    fireEvent.click(choice(ASK, 'Doing'))
    expect(stations()).toEqual(['reliable-performer: todo', 'first-team: doing'])
    for (const step of [ASK, DO, 'Show the result to your manager.']) fireEvent.click(choice(step, 'Done'))
    expect(stations()).toEqual(['reliable-performer: todo', 'first-team: done'])
  })

  it('shows what lies behind the reader, and not what was opened again', () => {
    keep({ starts: new Map([['operations-manager', { stage: 'first-team', reopened: [], changes: 1 }]]) })
    stage()
    expect(stations()).toEqual(['reliable-performer: behind', 'first-team: todo'])
    cleanup()
    keep({ starts: new Map([['operations-manager', { stage: 'first-team', reopened: ['reliable-performer'], changes: 2 }]]) })
    stage()
    expect(stations()).toEqual(['reliable-performer: todo', 'first-team: todo'])
  })

  it('says nothing lies behind a reader who began at a stage that the guide no longer has', () => {
    keep({ starts: new Map([['operations-manager', { stage: 'gone', reopened: [], changes: 1 }]]) })
    stage()
    expect(stations()).toEqual(['reliable-performer: todo', 'first-team: todo'])
  })
})
