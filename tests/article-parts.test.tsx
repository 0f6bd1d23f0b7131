import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Figure, FigureList } from '#components/article/figure.tsx'
import { SectionHeading } from '#components/article/section-heading.tsx'
import { StageStrip, stageHours } from '#components/pathway/stage-strip.tsx'
import { StepList } from '#components/pathway/step-list.tsx'
import { blocksOf, RoleBlockView } from '#components/role/role-blocks.tsx'
import { Board } from '#components/site/board.tsx'
import { Breadcrumb } from '#components/site/breadcrumb.tsx'
import { Contents } from '#components/site/contents.tsx'
import { neighbours, Pager } from '#components/site/pager.tsx'
import { loadLibrary } from '#lib/content/library.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const role = library.get('roles', 'team-leader')
const pathway = library.get('pathways', 'operations-manager')
const stages = library.stagesOf(pathway.id)

describe('a figure', () => {
  it('prints its value with source and date, linked to what the source leaves out', () => {
    const { container } = render(<Figure id="ramp-weeks" library={library} />)
    expect(container.textContent).toMatch(/^6–12 weeks \(.+, May 2025\)$/)
    expect(screen.getByRole('link').getAttribute('href')).toBe('/sources/floor-survey/')
  })

  it('in a list says how well it fits and how sure it is', () => {
    render(<FigureList ids={['ramp-weeks']} library={library} />)
    expect(screen.getByRole('listitem').textContent).toContain('close, medium confidence. It counts leads of any floor.')
  })

  it('that nobody has is named as such', () => {
    render(<FigureList ids={[]} library={library} />)
    expect(screen.getByText('No reliable figure yet.')).toBeDefined()
  })
})

describe('a section heading', () => {
  it('is a heading by its text alone, with a link to itself beside it', () => {
    render(<SectionHeading id="pay">What does it pay?</SectionHeading>)
    expect(screen.getByRole('heading', { level: 2, name: 'What does it pay?' }).id).toBe('pay')
    expect(screen.getByRole('link', { name: 'Link to this section' }).getAttribute('href')).toBe('#pay')
  })
})

describe('the parts of a page', () => {
  it('a board pairs labels with answers', () => {
    render(<Board rows={[{ label: 'Before it', answer: 'Agent', note: 'in most cases' }]} />)
    expect(screen.getByRole('term').textContent).toBe('Before it')
    expect(screen.getByRole('definition').textContent).toContain('Agent')
  })

  it('a breadcrumb marks where it ends', () => {
    render(
      <Breadcrumb
        trail={[
          { name: 'Home', address: '/' },
          { name: 'Roles', address: '/roles/' },
          { name: 'Trainer', address: '/roles/trainer/' },
        ]}
      />,
    )
    const trail = screen.getByRole('navigation', { name: 'Breadcrumb' })
    expect(within(trail).getAllByRole('link').length).toBe(2)
    expect(within(trail).getByText('Trainer').getAttribute('aria-current')).toBe('page')
  })

  it('contents open from a button and link to every section; a page of two sections has none', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, text: `Section ${id}` }))
    const { unmount } = render(<Contents items={items} />)
    expect(screen.getByRole('button', { name: 'On this page' }).getAttribute('popovertarget')).toBe('contents')
    expect([...document.querySelectorAll('#contents a')].map((link) => link.getAttribute('href'))).toEqual(['#a', '#b', '#c'])
    unmount()
    render(<Contents items={items.slice(1)} />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('a pager knows both neighbours, and that the first has none before it', () => {
    const { previous, next } = neighbours(stages, stages[0]?.id ?? '')
    expect(previous).toBeUndefined()
    render(<Pager previous={previous} next={next} />)
    expect(screen.getByRole('link', { name: /Next/ }).getAttribute('href')).toBe(stages[1]?.address)
    expect(screen.queryByRole('link', { name: /Previous/ })).toBeNull()
  })
})

describe('a pathway', () => {
  it('is an ordered list of stages with their numbers in words, steps and hours', () => {
    render(<StageStrip stages={stages} library={library} />)
    const links = screen.getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(stages.map((stage, index) => `Stage ${index}: ${stage.data.title}`))
    for (const stage of stages) expect(screen.getAllByText(new RegExp(`${stage.data.steps.length} steps · `)).length).toBeGreaterThan(0)
  })

  it('counts hours from the steps that are not optional', () => {
    const [stage] = stages
    if (!stage) throw new Error('The fixture has no stage.')
    const must = stage.data.steps.filter((step) => !step.optional)
    const sum = (end: 'low' | 'high') => Math.round(must.reduce((total, step) => total + step.effort[end], 0))
    expect(stageHours(stage)).toBe(`${sum('low')}–${sum('high')} hours of your own time, our estimate`)
  })

  it('marks the stage being read and links to the others', () => {
    const [here, ...others] = stages
    render(<StageStrip stages={stages} library={library} here={here?.id ?? ''} />)
    expect(screen.getAllByRole('link').length).toBe(others.length)
    expect(screen.getByText('you are here').closest('li')?.getAttribute('aria-current')).toBe('true')
  })

  it('gives every step its permanent anchor, its evidence and its time', () => {
    const [stage] = stages
    if (!stage) throw new Error('The fixture has no stage.')
    const { container } = render(<StepList stage={stage} pathway={pathway} library={library} />)
    expect([...container.querySelectorAll('.steps > li')].map((item) => item.id)).toEqual(stage.data.steps.map((step) => step.id))
    for (const step of stage.data.steps) {
      const item = container.querySelector<HTMLElement>(`[id="${step.id}"]`)
      expect(item?.textContent).toContain(step.text)
      expect(item?.textContent).toContain(step.evidence)
      expect(item?.textContent).toContain('our estimate')
    }
  })
})

describe('the blocks of a role', () => {
  it.each(blocksOf(role))('%s can be reached by a link and says something', (block) => {
    const { container } = render(<RoleBlockView block={block} role={role} library={library} />)
    const element = container.querySelector<HTMLElement>(`#block-${block}`)
    expect(element?.textContent?.trim()).not.toBe('')
    expect(element?.querySelector('[style]')).toBeNull()
  })

  it('are left out when they have nothing to say, but pay is never left out', () => {
    expect(blocksOf(role)).not.toContain('outlook')
    expect(blocksOf(role)).toContain('pay')
  })

  it('a measure links to its page and says how it misleads', () => {
    render(<RoleBlockView block="measures" role={role} library={library} />)
    for (const { metric, trap } of role.data.measuredBy) {
      const { data, address } = library.get('metrics', metric)
      expect(screen.getByRole('link', { name: data.title }).getAttribute('href')).toBe(address)
      expect(screen.getAllByText((_, element) => element?.textContent === `How it misleads. ${trap}`).length).toBeGreaterThan(0)
    }
  })

  it('a move names what you bring, what is missing and what is harder than it looks', () => {
    render(<RoleBlockView block="moves" role={role} library={library} />)
    expect(screen.getByRole('link', { name: 'Operations manager' }).getAttribute('href')).toBe('/roles/operations-manager/')
    for (const label of ['You bring', 'You still need', 'Put on the table', 'Harder than it looks', 'How long'])
      expect(screen.getByText(label)).toBeDefined()
  })
})
