import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActsBar } from '#components/islands/acts.tsx'
import { useSnapshot } from '#components/islands/reader-store.ts'
import { StartAgain, TakeAlong } from '#components/islands/take-along.tsx'
import { planFile } from '#lib/reader/plan-file.ts'
import { MOST_CHARACTERS, namesOf, planFragment, readPlanFragment } from '#lib/reader/plan-link.ts'
import { planView } from '#lib/reader/plan-view.ts'
import { type Mark, NO_PLAN, type Progress } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { begun, withStates } from './made-guide.ts'
import { hadKept, kept, newReader, said, savedFiles, storage, TODAY, usable } from './reader-tab.ts'

const ORIGIN = 'https://floorwalk.example'

function Along() {
  const { progress } = useSnapshot()
  return (
    <>
      <TakeAlong view={planView(progress, PLAN_GUIDE, TODAY)} progress={progress} guide={PLAN_GUIDE} origin={ORIGIN} />
      <StartAgain />
    </>
  )
}
const page = (
  <ActsBar>
    <Along />
  </ActsBar>
)
const show = () => render(page).container
const planOf = (steps: Record<string, Partial<Mark>>, rest: Partial<Progress> = {}): Progress => ({
  ...withStates({}, rest),
  steps: new Map(Object.entries(steps).map(([id, mark]) => [id, marked(mark)])),
  plan: { ...NO_PLAN, target: 'team-leader', name: 'Ana', changes: 1 },
})
const MINE = planOf({ 'keep-a-log': { state: 'doing', note: 'My own note.', evidence: 'In the mail', target: '2027-01-31' } })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const press = (name: string | RegExp) => fireEvent.click(button(name))
const link = () => screen.getByLabelText<HTMLInputElement>(/^The link/)
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))
const inLink = () => {
  const read = readPlanFragment(new URL(link().value).hash, namesOf(PLAN_GUIDE))
  if (!read || 'fault' in read) throw new Error('The link cannot be read.')
  return read.progress
}
const notices = () => [...document.querySelectorAll('.notice')].map(({ textContent }) => textContent)

beforeEach(() => newReader())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('taking a plan along', () => {
  it('is only spoken of before the page is awake', () => {
    const place = document.createElement('div')
    hadKept(MINE)
    place.innerHTML = renderToString(
      <ActsBar>
        <TakeAlong view={planView(MINE, PLAN_GUIDE, TODAY)} progress={MINE} guide={PLAN_GUIDE} origin={ORIGIN} />
      </ActsBar>,
    )
    expect(place.textContent).toBe(
      'Your plan can leave as a link, a code image for your other phone, a page of paper, a file or dates for a calendar.',
    )
    expect(usable(place)).toEqual([])
  })

  it('is offered once there is something to take, bringing back always', () => {
    show()
    expect(screen.queryAllByRole('heading')).toEqual([])
    expect(screen.getByLabelText('Choose a plan file')).toBeTruthy()
    hadKept(MINE)
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'A link that holds the plan',
      'Paper and files',
      'Bring a plan back',
    ])
  })
})

describe('the link to a plan', () => {
  it('leads to this page, and holds neither name nor notes unless they are ticked', () => {
    hadKept(MINE)
    show()
    expect(link().value).toBe(`${location.origin}/plan/#${planFragment(MINE)}`)
    expect(link().readOnly).toBe(true)
    expect(inLink().plan.name).toBe('')
    expect(inLink().steps.get('keep-a-log')).toMatchObject({ state: 'doing', target: '2027-01-31', note: '', evidence: '' })
    expect(notices()).toEqual([])
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').some(({ checked }) => checked)).toBe(false)
  })

  it.each([
    [['Put my name into it'], 'Ana', '', 'your name'],
    [['Put my notes and proofs into it'], '', 'My own note.', 'your notes'],
    [['Put my name into it', 'Put my notes and proofs into it'], 'Ana', 'My own note.', 'your name and notes'],
  ])('holds what is ticked, %j, with a warning', (ticks, name, note, whose) => {
    hadKept(MINE)
    show()
    for (const each of ticks) tick(each)
    expect(inLink().plan.name).toBe(name)
    expect(inLink().steps.get('keep-a-log')?.note).toBe(note)
    expect(notices()).toEqual([
      `Everybody who gets this link, or finds it in a chat later, can read ${whose}. Read them once more as your manager would.`,
    ])
    expect(document.querySelector('.notice')?.getAttribute('role')).toBe('status')
    for (const each of ticks) tick(each)
    expect(notices()).toEqual([])
    expect(inLink().plan.name).toBe('')
  })

  it('offers to put in only what there is, and warns of nothing else', () => {
    hadKept({ ...planOf({ 'keep-a-log': { state: 'doing' } }), plan: { ...NO_PLAN, target: 'writer', changes: 1 } })
    show()
    expect(screen.queryByRole('checkbox')).toBeNull()
    hadKept(MINE)
    tick('Put my name into it')
    hadKept({ ...MINE, plan: { ...MINE.plan, name: '' } })
    expect(screen.queryByRole('checkbox', { name: 'Put my name into it' })).toBeNull()
    expect(notices()).toEqual([])
  })

  it('that would be too long is not offered', () => {
    hadKept(planOf({ 'keep-a-log': { state: 'doing', note: 'A long note. '.repeat(200) } }))
    show()
    expect(link().value.length).toBeLessThan(MOST_CHARACTERS)
    tick('Put my notes and proofs into it')
    expect(link().value).toBe('')
    expect(notices().at(-1)).toMatch(/^This would be \d{4} characters long, and chats cut links after about 2,000\./)
    expect(screen.queryByRole('button', { name: 'Copy the link' })).toBeNull()
    expect(screen.queryByRole('button', { name: /code image/ })).toBeNull()
    tick('Put my notes and proofs into it')
    expect(button('Copy the link')).toBeTruthy()
  })

  it('is copied', async () => {
    const writeText = vi.fn(async () => {})
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    hadKept(MINE)
    show()
    press('Copy the link')
    expect(await screen.findByText('Copied.')).toBeTruthy()
    expect(writeText).toHaveBeenCalledWith(link().value)
    expect(screen.queryByRole('button', { name: 'Share it' })).toBeNull()
  })

  it('is shared where the browser can, and a reader who thinks better of it hears nothing', async () => {
    const share = vi.fn(() => Promise.reject(new DOMException('', 'AbortError')))
    vi.stubGlobal('navigator', { share })
    hadKept(MINE)
    show()
    await act(async () => press('Share it'))
    expect(share).toHaveBeenCalledWith({ title: 'A plan', url: link().value })
    expect(said()).toBe('')
    share.mockImplementation(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    await act(async () => press('Share it'))
    expect(said()).toBe('Sharing did not work. Copy the link instead.')
  })

  it('is drawn as a code image when asked for, and drawn away when the plan changes', async () => {
    hadKept(MINE)
    const container = show()
    expect(button(/code image/).getAttribute('aria-expanded')).toBe('false')
    press(/code image/)
    const image = await screen.findByRole('img', { name: 'Code image of the link to your plan' })
    expect(image.querySelector('.code-dark')?.getAttribute('d')).toMatch(/^M\d/)
    expect(button(/code image/).getAttribute('aria-expanded')).toBe('true')
    expect(container.textContent).toContain('The code image is below the button.')
    tick('Put my name into it')
    expect(screen.queryByRole('img')).toBeNull()
  })
})

describe('the files of a plan', () => {
  it('hold everything, to be read again', async () => {
    const files = savedFiles()
    hadKept(MINE)
    show()
    press('Plan file')
    expect(files.map(({ name, type }) => [name, type])).toEqual([[`floorwalk-plan-${TODAY}.json`, 'application/json;charset=utf-8']])
    expect(await files[0]?.text()).toBe(planFile(MINE, TODAY).text)
    expect(said()).toBe('The file holds everything, notes and all. Keep it where you find it.')
  })

  it('hold the steps as a checklist', async () => {
    const files = savedFiles()
    hadKept(MINE)
    show()
    press('Checklist')
    await screen.findByText('The checklist holds your notes too.')
    expect(files.map(({ name, type }) => [name, type])).toEqual([[`floorwalk-plan-${TODAY}.md`, 'text/markdown;charset=utf-8']])
    const text = await files[0]?.text()
    expect(text).toMatch(/^# Plan: Team leader\n/)
    expect(text).toContain('My own note.')
    expect(text).toContain(`${ORIGIN}/pathways/team-leader/first-days/`)
  })

  it('hold the days for a calendar, and no notes', async () => {
    const files = savedFiles()
    hadKept(MINE)
    show()
    expect(button('Calendar').closest('li')?.textContent).toContain('1 step with a date, for any calendar.')
    press('Calendar')
    await screen.findByText('1 date for your calendar.')
    expect(files.map(({ name, type }) => [name, type])).toEqual([[`floorwalk-plan-${TODAY}.ics`, 'text/calendar;charset=utf-8']])
    const text = (await files[0]?.text()) ?? ''
    expect(text.match(/^DTSTART.*$/gm)).toEqual(['DTSTART;VALUE=DATE:20270131'])
    expect(text).not.toContain('My own note.')
  })

  it('offer no calendar where no open step has a day', () => {
    const files = savedFiles()
    const day = { target: '2027-01-31' }
    hadKept(planOf({ 'read-the-day': { state: 'done', ...day }, 'read-a-book': { state: 'skip', ...day }, 'hold-one-to-ones': {} }))
    show()
    expect(button('Calendar').getAttribute('aria-disabled')).toBe('true')
    expect(button('Calendar').closest('li')?.textContent).toContain('Give a step a date first.')
    press('Calendar')
    expect(files).toEqual([])
    expect(said()).toBe('')
  })

  it('count no day of a stage that is behind the reader, which the calendar leaves out', () => {
    hadKept(planOf({ 'keep-a-log': { target: '2027-01-31' }, 'read-the-day': { target: '2027-02-01' } }, begun('team-leader', 'steady')))
    show()
    expect(button('Calendar').closest('li')?.textContent).toContain('1 step with a date')
  })

  it('are printed by the browser', () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    hadKept(MINE)
    show()
    press('Print')
    expect(print).toHaveBeenCalledOnce()
  })
})

describe('bringing a plan back from a file', () => {
  const choose = async (text: string | Blob) => {
    const input = screen.getByLabelText<HTMLInputElement>('Choose a plan file')
    const file = new File([text], 'floorwalk-plan.json', { type: 'application/json' })
    await act(async () => {
      fireEvent.change(input, { target: { files: [file] } })
      await file.text()
    })
  }
  const theirs = planOf({ 'read-a-book': { state: 'done', doneOn: '2026-11-01' } })

  it('shows it first, and keeps it only then', async () => {
    hadKept(MINE)
    const before = storage()
    show()
    await choose(planFile(theirs, TODAY).text)
    expect(screen.getByRole('region', { name: 'The plan in this file' })).toBeTruthy()
    expect(storage()).toEqual(before)
    press('Keep it instead of mine')
    expect(kept()).toEqual(theirs)
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('can be left at looking', async () => {
    show()
    await choose(planFile(theirs, TODAY).text)
    press('Discard')
    expect(screen.queryByRole('region')).toBeNull()
    expect(localStorage).toHaveLength(0)
  })

  it('understands files of earlier versions', async () => {
    show()
    await choose('{"done":["keep-a-log"]}')
    press('Keep a copy')
    expect(kept().steps.get('keep-a-log')).toMatchObject({ state: 'done' })
  })

  it('says what of a damaged file is left out', async () => {
    show()
    await choose(
      '{"kind":"floorwalk-plan","version":2,"steps":{"keep-a-log":{"state":"done"},"read-a-book":"x"},"starts":{},"claims":{},"plan":{}}',
    )
    expect(document.querySelector('.incoming')?.textContent).toContain('Parts of the file could not be read and are left out.')
    press('Keep a copy')
    expect([...kept().steps.keys()]).toEqual(['keep-a-log'])
  })

  it.each([
    ['no plan', 'GIF89a', 'This file cannot be read as a plan. It is not complete, or not a plan at all. Nothing was changed.'],
    [
      'half a plan',
      planFile(theirs, TODAY).text.slice(0, 80),
      'This file cannot be read as a plan. It is not complete, or not a plan at all. Nothing was changed.',
    ],
    [
      'another program’s',
      '{"version":1,"done":true,"kind":"x"}',
      'This file cannot be read as a plan. It holds no marks. Nothing was changed.',
    ],
    ['another program’s list', '{"version":2,"kind":"x"}', /^This file is not a plan of this guide\..* Nothing was changed\.$/],
    [
      'a newer guide’s',
      '{"kind":"floorwalk-plan","version":9,"steps":{}}',
      /^This file was made by a newer version of the guide\..* Nothing was changed\.$/,
    ],
  ])('refuses %s and says so', async (_, text, words) => {
    hadKept(MINE)
    const before = storage()
    show()
    await choose(text)
    const { textContent } = screen.getByRole('alert')
    if (typeof words === 'string') expect(textContent).toBe(words)
    else expect(textContent).toMatch(words)
    expect(screen.queryByRole('region')).toBeNull()
    expect(storage()).toEqual(before)
  })

  it('says that a file could not be opened, and reads the next one', async () => {
    show()
    const broken = new File([], 'x.json')
    Object.assign(broken, { text: () => Promise.reject(new DOMException('', 'NotReadableError')) })
    await act(async () => {
      fireEvent.change(screen.getByLabelText('Choose a plan file'), { target: { files: [broken] } })
    })
    expect(screen.getByRole('alert').textContent).toBe('This file could not be opened. Choose it once more. Nothing was changed.')
    await choose(planFile(theirs, TODAY).text)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('region')).toBeTruthy()
  })
})

describe('starting again', () => {
  it('asks once, and not twice', () => {
    hadKept(MINE)
    show()
    press('Clear everything')
    expect(kept()).toEqual(MINE)
    press('No, keep it')
    expect(kept()).toEqual(MINE)
    press('Clear everything')
    press('Yes, clear everything')
    expect(kept()).toEqual({ ...withStates({}), plan: NO_PLAN })
    expect(said()).toBe('Everything is cleared. Undo brings it back.')
    press('Undo')
    expect(kept()).toEqual(MINE)
  })

  it('brings back what was there before the last great change, and the other way round', () => {
    hadKept(MINE)
    show()
    expect(screen.queryByRole('button', { name: /^Bring back/ })).toBeNull()
    press('Clear everything')
    press('Yes, clear everything')
    press(/^Bring back the plan from before/)
    expect(kept()).toEqual(MINE)
    expect(said()).toMatch(/^The plan from before the last great change is back\./)
  })

  it('clears nothing where nothing is, and still brings back', () => {
    hadKept(MINE)
    show()
    press('Clear everything')
    press('Yes, clear everything')
    expect(screen.queryByRole('button', { name: 'Clear everything' })).toBeNull()
    expect(button(/^Bring back the plan from before/)).toBeTruthy()
  })
})
