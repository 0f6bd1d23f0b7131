import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LineMap } from '#components/lattice/line-map.tsx'
import { StripMap } from '#components/lattice/strip-map.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { lineMap } from '#lib/line-map.ts'

afterEach(cleanup)

const real = loadLibrary('content').library

describe('a strip map', () => {
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
      expect(a.y).toBeGreaterThan(0)
      expect(a.y).toBeLessThan(height)
      for (const b of stations) {
        if (a === b) continue
        if (a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(150)
        if (a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(30)
      }
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

  it('rises with responsibility, and crosses between lines where no name stands', () => {
    const { stations, changes } = lineMap(real)
    for (const a of stations) for (const b of stations) if (a.role.data.level < b.role.data.level) expect(a.y).toBeGreaterThan(b.y)
    for (const { points } of changes)
      points.forEach(([x, y], index) => {
        const [toX, toY] = points[index + 1] ?? [x, y]
        if (y === toY && x !== toX) for (const station of stations) expect(Math.abs(station.y - y)).toBeGreaterThanOrEqual(20)
      })
  })

  it('is the same map for the same roles', () => {
    expect(JSON.stringify(lineMap(real).changes)).toBe(JSON.stringify(lineMap(loadLibrary('content').library).changes))
  })
})
