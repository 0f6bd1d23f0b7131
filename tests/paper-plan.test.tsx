import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PaperPlan } from '#components/islands/paper-plan.tsx'
import { stepsOf } from '#lib/reader/outline.ts'
import { planView } from '#lib/reader/plan-view.ts'
import { type Mark, NO_PLAN, type Plan, type Progress } from '#lib/reader/progress.ts'
import { marked } from './any-progress.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'
import { begun, withStates } from './made-guide.ts'
import { HOSTILE } from './reader-tab.ts'

afterEach(cleanup)

function show(steps: Record<string, Partial<Mark>> = {}, plan: Partial<Plan> = {}, rest: Partial<Progress> = {}) {
  const progress = {
    ...withStates({}, rest),
    steps: new Map(Object.entries(steps).map(([id, mark]) => [id, marked(mark)])),
    plan: { ...NO_PLAN, target: 'team-leader', changes: 1, ...plan },
  }
  return render(<PaperPlan view={planView(progress, PLAN_GUIDE, '2026-11-22')} guide={PLAN_GUIDE} plan={progress.plan} />).container
}
const pages = (container: Element) => [...container.querySelectorAll('.paper-page')].map((page) => page.querySelector('h2')?.textContent)
const steps = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('.paper-steps li')].map((item) => [
    item.querySelector('b')?.textContent,
    item.dataset.state,
    item.dataset.written,
  ])

describe('the plan on paper', () => {
  it('is one page with all of it, then one for each stage', () => {
    const container = show()
    expect(pages(container)).toEqual([
      'Plan: team leader 22 Nov 2026',
      '0 First days done Nov 2026 to Dec 2026',
      '1 Steady done May 2027 to Dec 2027',
      '2 Lead done Jul 2027 to Apr 2028',
    ])
    expect(steps(container)).toHaveLength(6)
  })

  it('leaves out stages that are done, behind the reader or not for them, and says so on its first page', () => {
    const notForMe = { state: 'skip' } as const
    const container = show(
      { 'check-the-payslip': notForMe, 'train-one-new-starter': notForMe, 'read-a-book': notForMe },
      {},
      begun('team-leader', 'steady'),
    )
    expect(pages(container)).toEqual(['Plan: team leader 22 Nov 2026', expect.stringMatching(/^2 Lead/)])
    expect([...container.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
      'behind me',
      'not for me',
      expect.stringMatching(/^0 of 2 done, the rest /),
    ])
    cleanup()
    expect(pages(show({ 'keep-a-log': { state: 'done' } }))).toEqual([
      'Plan: team leader 22 Nov 2026',
      expect.stringMatching(/^1 Steady/),
      expect.stringMatching(/^2 Lead/),
    ])
  })

  it('is its first page alone where everything is done', () => {
    const all = stepsOf(PLAN_GUIDE.pathways).map(({ step }) => [step.id, { state: 'done' }] as const)
    expect(pages(show(Object.fromEntries(all)))).toEqual(['Plan: team leader 22 Nov 2026'])
  })

  it('holds a stage from another pathway under the name of that', () => {
    expect(pages(show({ 'list-a-week': { state: 'doing' } })).at(-1)).toBe('Look around Ways out')
  })

  it('leaves out steps that are not for the reader, and says of the others how far they are', () => {
    const container = show({
      'check-the-payslip': { state: 'skip' },
      'train-one-new-starter': { state: 'doing', target: '2027-01-31', note: 'With Ana.' },
      'read-a-book': { state: 'done', doneOn: '2026-11-01', target: '2026-12-01' },
    })
    const [, training, book, ...rest] = steps(container)
    expect([training, book]).toEqual([
      [expect.stringMatching(/^Ask to be the buddy/), 'doing', 'true'],
      ['Read one book on coaching.', 'done', 'true'],
    ])
    expect(rest.map(([, , written]) => written)).toEqual(['false', 'false'])
    expect(container.textContent).not.toContain('Recalculate your incentive')
    expect(container.textContent).toContain('(begun, by 31 Jan 2027)')
    expect(container.textContent).toContain('(done 1 Nov 2026)')
  })

  it('shortens long notes and proofs, and leaves short ones whole', () => {
    const long = `${'word '.repeat(35)}and the rest of it`
    const container = show({ 'keep-a-log': { note: long, evidence: `${long} too` }, 'read-the-day': { note: 'n'.repeat(180) } })
    const [proof, note, short] = [...container.querySelectorAll('bdi')].map(({ textContent }) => textContent ?? '')
    expect(note).toBe(`${'word '.repeat(35)}and t …`)
    expect(proof).toBe(`Proof: ${'word '.repeat(35)}and t …`)
    expect(short).toBe('n'.repeat(180))
  })

  it('cuts no character in two', () => {
    const container = show({ 'keep-a-log': { note: `${'n'.repeat(179)}🙂 and more` } })
    expect(container.querySelector('bdi')?.textContent).toMatch(/^n{179}(?:🙂)? …$/u)
  })

  it('prints what readers wrote as text, each on its own in the direction of its letters', () => {
    const container = show({ 'keep-a-log': { note: HOSTILE, evidence: HOSTILE } }, { name: HOSTILE })
    expect([...container.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([HOSTILE, `Proof: ${HOSTILE}`, HOSTILE])
    expect(container.querySelector('img')).toBeNull()
    for (const bdi of container.querySelectorAll('bdi')) bdi.remove()
    expect(container.textContent).not.toContain('over')
  })

  it('lists the skills still to show', () => {
    const container = show({ 'train-one-new-starter': { state: 'done' }, 'check-the-payslip': { state: 'done' } })
    expect(container.textContent).toContain('Skills still to showCoaching: advanced (now working) · Team leadership: working')
    cleanup()
    const claims = new Map(['coaching', 'team-leadership', 'spreadsheets'].map((skill) => [skill, { level: 4, changes: 1 }]))
    expect(show({}, {}, { claims }).textContent).toContain('None. You can show all that the post asks for.')
  })

  it('leaves room to write', () => {
    const container = show()
    expect([...container.querySelectorAll('.paper-lines')].map(({ textContent }) => textContent)).toEqual([
      'Agreed:',
      'Next talk on:',
      'Seen by:',
      'Seen by:',
      'Seen by:',
    ])
  })

  it('is nothing where there is no plan', () => {
    expect(show({}, { target: '' }).innerHTML).toBe('')
  })
})
