import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { StripMap } from '#components/lattice/strip-map.tsx'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { libraryWith, smallText, withField } from './content-tree.ts'

afterEach(cleanup)

const { library: small } = loadLibrary('tests/fixtures/small')
const show = (id: string, library: Library = small) => {
  render(<StripMap role={library.get('roles', id)} library={library} />)
  return within(screen.getByRole('navigation', { name: 'Where it sits' }))
}

const move = (role: string, kind: string) =>
  `  - role: ${role}\n    kind: ${kind}\n    carriesOver: [coaching]\n    missing: []\n    evidence: [A paper.]\n    harder: It is.\n`
const role = (title: string, moves: string) =>
  withField(
    'leadsTo',
    moves ? `leadsTo:\n${moves.trimEnd()}` : 'leadsTo: []',
  )(withField('figures', null)(smallText('roles/team-leader.mdx')).replace('title: Team leader', `title: ${title}`))

describe('the strip map', () => {
  it('begins where people start, ends with what comes next, and marks where you are', () => {
    const strip = show('team-leader')
    expect(strip.getByText('Start here, without experience')).toBeTruthy()
    expect(strip.getByRole('link', { name: /^L?\s?Next:\s?Operations manager$/ }).getAttribute('href')).toBe('/roles/operations-manager/')
    const here = strip.getByText('you are here').closest('li')
    expect(here?.getAttribute('aria-current')).toBe('true')
    expect(here?.textContent).toContain('Team leader')
    expect(strip.queryByRole('link', { name: /Team leader/ })).toBeNull()
  })

  it('shows what comes before, in reading order', () => {
    const strip = show('operations-manager')
    expect(strip.queryByText('Start here, without experience')).toBeNull()
    const stops = strip.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(stops[0]).toContain('Before it: Team leader')
    expect(stops[1]).toContain('you are here')
    expect(strip.getByRole('link', { name: /^L?\s?Before it:\s?Team leader$/ }).getAttribute('href')).toBe('/roles/team-leader/')
  })

  it('puts moves to another line where you can change, not ahead', () => {
    const library = libraryWith({
      'roles/agent.mdx': role('Agent', move('team-leader', 'up') + move('analyst', 'across') + move('coach', 'specialist')),
      'roles/analyst.mdx': role('Analyst', ''),
      'roles/coach.mdx': role('Coach', ''),
    })
    const strip = show('agent', library)
    const here = strip.getByText('you are here').closest('li') as HTMLElement
    expect(
      within(here)
        .getAllByRole('link')
        .map(({ textContent }) => textContent?.trim()),
    ).toEqual([expect.stringMatching(/Analyst$/), expect.stringMatching(/Coach$/)])
    expect(within(here).getByText('across')).toBeTruthy()
    expect(within(here).getByText('specialist')).toBeTruthy()
    expect(strip.getByRole('link', { name: /^L?\s?Next:\s?Team leader$/ })).toBeTruthy()
    cleanup()
    // A way across leads there, but it is not what comes before.
    expect(show('analyst', library).queryByRole('link', { name: /Before it/ })).toBeNull()
  })
})
