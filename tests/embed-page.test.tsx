import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { EmbedPage } from '#components/embed/embed-page.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { type EmbedView, embedViews } from '#lib/embed-view.ts'
import type { Family } from '#lib/family.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const views = embedViews(library)
const view = (kind: EmbedView['kind'], page?: string) => {
  const found = views.find((each) => each.kind === kind && (!page || each.page === page))
  if (!found) throw new Error(`There is no embed of the kind ${kind} for ${page}.`)
  return found
}
const show = (embed: EmbedView) => render(<EmbedPage embed={embed} />).container
const links = (container: HTMLElement) => [...container.querySelectorAll('a')]

describe.each(views.map((each) => [each.address, each] as const))('%s', (_, embed) => {
  it('names itself, leads to the page it is from, and says under which licence it stands and when it was reviewed', () => {
    const container = show(embed)
    const heading = screen.getByRole('heading', { level: 1 })
    expect(within(heading).getByRole('link', { name: embed.name }).getAttribute('href')).toBe(embed.page)
    expect(screen.getByText(embed.about)).toBeTruthy()
    const foot = within(container.querySelector('.embed-foot') as HTMLElement)
    expect(foot.getByRole('link', { name: 'Floorwalk' }).getAttribute('href')).toBe(embed.page)
    expect(foot.getByRole('link', { name: 'CC BY 4.0' }).getAttribute('rel')).toBe('noopener license')
    expect(container.querySelector('.embed-foot')?.textContent).toMatch(/Reviewed \d+ \w+ \d{4}\./)
  })

  it('opens no link inside the frame, nor in the place of the page around it', () => {
    for (const link of links(show(embed))) {
      expect(link.getAttribute('target'), link.href).toBe('_blank')
      expect(link.getAttribute('rel')?.split(' '), link.href).toContain('noopener')
    }
  })

  it('brings no landmark into the page around it', () => {
    show(embed)
    for (const role of ['main', 'contentinfo', 'banner', 'navigation']) expect(screen.queryByRole(role), role).toBeNull()
  })

  it('holds nothing that runs or takes input', () => {
    expect(show(embed).querySelectorAll('script, style, form, input, button, select, textarea, iframe, [style]')).toHaveLength(0)
  })
})

describe('pay in a frame', () => {
  it('draws every row, says its amount, and links its source', () => {
    const embed = view('pay')
    if (embed.kind !== 'pay') throw new Error('This is no pay.')
    const container = show(embed)
    expect(container.querySelectorAll('svg.pay-strip')).toHaveLength(embed.rows.length)
    for (const { row, says, counts } of embed.rows) {
      expect(container.textContent).toContain(`${says.before} ${says.amount} ${says.after}`)
      expect(container.textContent).toContain(counts)
      expect(screen.getAllByRole('link', { name: row.source })[0]?.getAttribute('href')).toBe(row.address)
    }
  })

  it('says why rows differ', () => {
    const embed = view('pay')
    if (embed.kind !== 'pay') throw new Error('This is no pay.')
    const container = show({ ...embed, caveats: [{ lead: 'Why they differ.', text: 'Two groups.' }] })
    expect(container.textContent).toContain('Why they differ. Two groups.')
  })
})

describe('a place in a frame', () => {
  it('marks the role, without a link to itself among the stops', () => {
    show(view('place', '/roles/team-leader/'))
    const here = screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'true')
    expect(here?.textContent).toContain('Team leader')
    expect(screen.getByText('Start here, without experience')).toBeTruthy()
    expect(screen.getByRole('link', { name: /^L?\s?Next:\s?Operations manager$/ }).getAttribute('href')).toBe('/roles/operations-manager/')
  })

  it('leaves the roles that the page folds away to the page', () => {
    const embed = view('place', '/roles/operations-manager/')
    if (embed.kind !== 'place') throw new Error('This is no place.')
    show({ ...embed, strip: { ...embed.strip, others: library.all('roles') } })
    expect(screen.getByRole('link', { name: `${library.all('roles').length} other roles` }).getAttribute('href')).toBe(embed.page)
  })
})

describe('a line in a frame', () => {
  it('says in words where one can change, and what the signs mean', () => {
    const embed = view('line')
    if (embed.kind !== 'line') throw new Error('This is no line.')
    const [stop] = embed.stops
    const changes: Family[] = ['quality', 'client']
    const container = show({
      ...embed,
      stops: [{ title: 'Agent', address: '/roles/agent/', ...stop, changes }],
      changes,
    })
    expect(screen.getByText('Change here for: Quality, Client and transition')).toBeTruthy()
    expect(container.querySelector('.embed-key')?.textContent).toMatch(/^Change for: Q\s*QualityC\s*Client and transition$/)
  })
})

describe('a pathway in a frame', () => {
  it('counts its stages from nought and says what each is for', () => {
    const embed = view('pathway')
    if (embed.kind !== 'pathway') throw new Error('This is no pathway.')
    show(embed)
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      embed.stages.map(({ title, purpose }, index) => `${index}Stage ${index}: ${title}${purpose}`),
    )
  })
})
