import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LineBadge } from '#components/lattice/line-badge.tsx'
import { LineMap } from '#components/lattice/line-map.tsx'
import { StripMap } from '#components/lattice/strip-map.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { FAMILIES, familyNames } from '#lib/family.ts'
import { lineMap } from '#lib/line-map.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const real = loadLibrary('content').library

describe('a line badge', () => {
  it('has a letter and a shape of its own for every line, so that nothing hangs on colour', () => {
    const drawn = familyNames.map((family) => {
      const { container, unmount } = render(<LineBadge family={family} />)
      const found = { letter: container.querySelector('text')?.textContent, shape: container.querySelector('path')?.getAttribute('d') }
      unmount()
      return found
    })
    expect(new Set(drawn.map(({ letter }) => letter)).size).toBe(familyNames.length)
    expect(new Set(drawn.map(({ shape }) => shape)).size).toBe(familyNames.length)
  })

  it('is decoration beside a name, and says its line when it stands alone', () => {
    const { container } = render(<LineBadge family="lead" />)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    cleanup()
    render(<LineBadge family="lead" named />)
    expect(screen.getByRole('img', { name: `${FAMILIES.lead.name} line` })).toBeDefined()
  })
})

describe('a strip map', () => {
  it('runs from what comes before, through here, to what comes next', () => {
    render(<StripMap role={library.get('roles', 'operations-manager')} library={library} />)
    const map = screen.getByRole('navigation', { name: 'Where it sits' })
    expect(
      within(map)
        .getByRole('link', { name: /^Before it:\s*Team leader$/ })
        .getAttribute('href'),
    ).toBe('/roles/team-leader/')
    const [here] = within(map)
      .getAllByRole('listitem')
      .filter((item) => item.getAttribute('aria-current') === 'true')
    expect(here?.textContent).toContain('Operations manager')
    expect(here?.textContent).toContain('you are here')
  })

  it('begins with a way in where a role needs no experience', () => {
    render(<StripMap role={library.get('roles', 'team-leader')} library={library} />)
    expect(screen.getByText('Start here, without experience')).toBeDefined()
    expect(screen.getByRole('link', { name: /^Next:\s*Operations manager$/ })).toBeDefined()
  })

  it('of a real role shows every move of its data, and no other', () => {
    const role = real.get('roles', 'customer-service-representative')
    render(<StripMap role={role} library={real} />)
    const shown = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(new Set(shown)).toEqual(
      new Set([
        ...role.data.leadsTo.map((move) => `/roles/${move.role}/`),
        ...real
          .reachedFrom(role.id)
          .filter(({ move }) => move.kind !== 'across')
          .map(({ from }) => from.address),
      ]),
    )
  })
})

describe('the line map', () => {
  it('has a station with a real link for every role, each at a place of its own', () => {
    render(<LineMap library={real} />)
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(links.sort()).toEqual(
      real
        .all('roles')
        .map((role) => role.address)
        .sort(),
    )
    const { stations } = lineMap(real)
    expect(new Set(stations.map(({ x, y }) => `${x} ${y}`)).size).toBe(stations.length)
  })

  it('leaves room for names: stations of a row stand at least a name apart, and all stand inside', () => {
    const { stations, width, height } = lineMap(real)
    for (const a of stations) {
      expect(a.x).toBeGreaterThan(0)
      expect(a.x).toBeLessThan(width)
      expect(a.y).toBeLessThan(height)
      for (const b of stations) if (a !== b && a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(100)
    }
  })

  it('draws one change for every pair of lines with a promotion or a specialist move between them', () => {
    const family = (id: string) => real.get('roles', id).data.family
    const pairs = new Set(
      real
        .all('roles')
        .flatMap((role) =>
          role.data.leadsTo.filter((move) => move.kind !== 'across').map((move) => `${role.data.family}>${family(move.role)}`),
        )
        .filter((pair) => pair.split('>')[0] !== pair.split('>')[1]),
    )
    expect(lineMap(real).changes.length).toBe(pairs.size)
  })

  it('is the same map for the same roles', () => {
    expect(JSON.stringify(lineMap(real).changes)).toBe(JSON.stringify(lineMap(loadLibrary('content').library).changes))
  })
})
