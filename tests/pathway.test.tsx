import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { StageStrip, stageHours, stageNote } from '#components/pathway/stage-strip.tsx'
import { StepList } from '#components/pathway/step-list.tsx'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { libraryWith } from './content-tree.ts'

afterEach(cleanup)

const { library: small } = loadLibrary('tests/fixtures/small')
const stages = small.stagesOf('operations-manager')
const FIRST_TEAM = 'pathways/operations-manager/first-team.mdx'
const steps = (library: Library = small, id = 'operations-manager/first-team') =>
  render(<StepList stage={library.get('stages', id)} pathway={library.get('pathways', 'operations-manager')} library={library} />).container
const changed = (from: string, to: string) => libraryWith({ [FIRST_TEAM]: (text) => text.replace(from, to) })

describe('the stages of a pathway', () => {
  it('say what they cost in steps, hours and months', () => {
    expect(stages.map((stage) => stageNote(stage, small))).toEqual([
      '3 steps · 10–15 hours of your own time, our estimate · 6–12 weeks in one source',
      expect.stringContaining('no reliable figure yet for how long'),
    ])
  })

  it('mark the one that is being read, and do not link to it', () => {
    render(<StageStrip stages={stages} here="operations-manager/first-team" />)
    const [before, here] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement]
    expect([before.getAttribute('aria-current'), here.getAttribute('aria-current')]).toEqual([null, 'true'])
    expect(within(here).queryByRole('link')).toBeNull()
    expect(here.textContent).toContain('you are here')
    expect(within(before).getByRole('link', { name: /^Stage 0:\s?Reliable performer$/ })).toBeTruthy()
  })

  it('count hours from their steps, without those that may be left out', () => {
    const [, stage] = changed('    effort: { low: 8, high: 12 }', '    effort: { low: 8, high: 12 }\n    optional: true').stagesOf(
      'operations-manager',
    )
    expect(stage && stageHours(stage)).toBe('2–3 hours of your own time, our estimate')
  })
})

describe('the steps of a stage', () => {
  it('stand in order, each with its permanent anchor', () => {
    const container = steps()
    const items = [...container.querySelectorAll(':scope > ol > li')]
    expect(items.map(({ id }) => id)).toEqual(['first-team-ask', 'first-team-do', 'first-team-show'])
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent?.trim())).toEqual([
      expect.stringMatching(/^Ask for one thing to own\./),
      expect.stringMatching(/^Do it for a month\./),
      expect.stringMatching(/^Show the result to your manager\./),
    ])
    for (const item of items)
      expect(
        within(item as HTMLElement)
          .getAllByRole('link')
          .some((link) => link.getAttribute('href') === `#${item.id}`),
      ).toBe(true)
  })

  it('tell the script for marks their words, the day of the build and the ids they had before', () => {
    const list = steps(
      changed(
        'artefacts:\n',
        "retiredSteps:\n  - { id: first-team-plead, text: Plead., successor: first-team-beg, retiredOn: '2026-01-01' }\n  - { id: first-team-beg, text: Beg., successor: first-team-ask, retiredOn: '2026-01-02' }\n  - { id: first-team-steal, text: Steal., retiredOn: '2026-01-02' }\nartefacts:\n",
      ),
    ).querySelector('ol')
    expect(list?.dataset.built).toMatch(/^20\d\d-\d\d-\d\d$/)
    const [first, second] = [...(list?.querySelectorAll('li') ?? [])]
    expect({ ...first?.dataset }).toEqual({ step: 'Ask for one thing to own.', former: 'first-team-plead first-team-beg' })
    expect({ ...second?.dataset }).toEqual({ step: 'Do it for a month.' })
  })

  it('say when you have them, how long they take and what comes first', () => {
    const container = steps()
    const second = container.querySelector('#first-team-do') as HTMLElement
    expect(second.textContent).toContain('A page with the numbers of the month.')
    expect(second.textContent).toContain('8–12 hours, our estimate')
    expect(within(second).getByRole('link', { name: 'Ask for one thing to own' }).getAttribute('href')).toBe('#first-team-ask')
    expect(container.querySelector('#first-team-show')?.textContent).toContain('1 hours, our estimate')
  })

  it('link to a step of an earlier stage on its own page', () => {
    steps(changed('    prerequisites:\n      - first-team-ask', '    prerequisites:\n      - reliable-performer-show'))
    expect(screen.getByRole('link', { name: 'Show the result to your manager' }).getAttribute('href')).toBe(
      '/pathways/operations-manager/reliable-performer/#reliable-performer-show',
    )
  })

  it('name the skill they build, at its level', () => {
    const first = steps().querySelector('#first-team-ask') as HTMLElement
    const skill = within(first).getByRole('link', { name: 'Coaching' })
    expect(skill.getAttribute('href')).toBe('/skills/coaching/')
    expect(skill.parentElement?.textContent).toContain('working')
  })

  it('say what else is known: cost, the free way, reading, countries, and that one may leave it out', () => {
    const library = changed(
      '    evidence: A note that says it is yours.\n',
      '    evidence: A note that says it is yours.\n    optional: true\n    cost: The price of a notebook.\n    free: Use the back of a form.\n    metrics: [handle-time]\n    resources:\n      - title: A good page\n        url: https://example.org/page\n    countryNotes:\n      - country: PH\n        note: Ask in writing.\n',
    )
    const first = steps(library).querySelector('#first-team-ask') as HTMLElement
    for (const words of ['optional', 'The price of a notebook.', 'Use the back of a form.', 'Philippines', 'Ask in writing.'])
      expect(first.textContent).toContain(words)
    expect(within(first).getByRole('link', { name: 'A good page' }).getAttribute('href')).toBe('https://example.org/page')
    expect(within(first).getByRole('link', { name: 'handle time' }).getAttribute('href')).toBe('/metrics/handle-time/')
  })
})
