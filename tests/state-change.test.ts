import { describe, expect, it } from 'vitest'
import { applied, type Change, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { markFor } from '#lib/reader/standing.ts'
import { stateChange } from '#lib/reader/state-change.ts'

const TODAY = '2026-11-22'
const RETIRED = [{ id: 'old', text: 'Old', successor: 'new' }]
const progressAfter = (...changes: Change[]): Progress => changes.reduce(applied, NOTHING)
const said = (id: string, fields: Extract<Change, { what: 'step' }>['fields']): Change => ({ what: 'step', id, fields })

describe('saying how far one is with a step', () => {
  it('gives it a day when it becomes done, and takes the day when it is done no more', () => {
    expect(stateChange(NOTHING, 'new', 'done', TODAY, [])).toEqual(said('new', { state: 'done', doneOn: TODAY }))
    const done = progressAfter(said('new', { state: 'done', doneOn: '2026-01-02' }))
    for (const state of ['todo', 'doing', 'skip'] as const)
      expect(stateChange(done, 'new', state, TODAY, [])).toEqual(said('new', { state, doneOn: '' }))
  })

  it('keeps the day of a step that was done already, unless it had none', () => {
    const done = (doneOn: string) => progressAfter(said('new', { state: 'done', doneOn }))
    expect(stateChange(done('2026-01-02'), 'new', 'done', TODAY, [])).toMatchObject({ fields: { doneOn: '2026-01-02' } })
    expect(stateChange(done(''), 'new', 'done', TODAY, [])).toMatchObject({ fields: { doneOn: TODAY } })
  })

  it('touches nothing else of a step that was marked before', () => {
    const marked = progressAfter(said('new', { note: 'Mine.', target: '2027-01-31' }))
    expect(applied(marked, stateChange(marked, 'new', 'doing', TODAY, RETIRED)).steps.get('new')).toMatchObject({
      state: 'doing',
      note: 'Mine.',
      target: '2027-01-31',
    })
  })

  it('takes over note, target and evidence of the step it came after, so that they are still shown', () => {
    const marked = progressAfter(said('old', { state: 'done', note: 'Mine.', target: '2027-01-31', evidence: 'A mail.' }))
    const now = applied(marked, stateChange(marked, 'new', 'doing', TODAY, RETIRED))
    expect(markFor(now, 'new', RETIRED)).toMatchObject({
      state: 'doing',
      note: 'Mine.',
      target: '2027-01-31',
      evidence: 'A mail.',
      doneOn: '',
    })
  })

  it('loses no note that another tab wrote on the new step meanwhile', () => {
    const seen = progressAfter(said('old', { note: 'Old note.' }))
    const stored = applied(seen, said('new', { note: 'New note.' }))
    const { note } = markFor(applied(stored, stateChange(seen, 'new', 'doing', TODAY, RETIRED)), 'new', RETIRED)
    expect(note).toContain('Old note.')
    expect(note).toContain('New note.')
  })
})
