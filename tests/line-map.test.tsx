import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LineMap } from '#components/lattice/line-map.tsx'
import { StripMap } from '#components/lattice/strip-map.tsx'
import { MapList } from '#components/map/map-list.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { FAMILIES } from '#lib/family.ts'
import { type MapRole, mapRoles } from '#lib/lattice.ts'
import { lineMap } from '#lib/line-map.ts'
import { mapFile, mapStyle } from '#lib/map-file.ts'

afterEach(cleanup)

const real = loadLibrary('content').library
const roles = mapRoles(real)

describe('a strip map', () => {
  it('of a real role shows every move of its data and no other, and leads to its place on the whole map', () => {
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
        '/map/#role-customer-service-representative',
      ]),
    )
  })
})

describe('the drawing of the map', () => {
  it('has a link with a real name for every role, along each line from its lowest station up', () => {
    render(<LineMap library={real} />)
    const links = screen.getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(lineMap(roles).stations.map(({ role }) => role.address))
    for (const { title } of roles)
      expect(screen.getByRole('link', { name: new RegExp(`^${title.replace(/[()]/g, '\\$&')}$`) })).toBeTruthy()
  })

  it('shows every line by letter, shape and name, and says what its signs mean', () => {
    const { container } = render(<LineMap library={real} />)
    const legend = container.querySelector('.map-legend')
    for (const { name, letter } of Object.values(FAMILIES)) {
      expect(legend?.textContent).toContain(name)
      expect(container.querySelector(`symbol#map-${letter} text`)?.textContent).toBe(letter)
      expect(legend?.querySelector(`[href="#map-${letter}"]`)).toBeTruthy()
    }
    const shapes = [...container.querySelectorAll('symbol path')].map((path) => path.getAttribute('d'))
    expect(new Set(shapes).size).toBe(Object.keys(FAMILIES).length)
    for (const words of ['First job: no experience asked', 'You can change here']) expect(legend?.textContent).toContain(words)
  })
})

describe('the list of the map', () => {
  it('holds every station once, with its anchor, and every move of the data', () => {
    const { container } = render(<MapList roles={roles} />)
    const stops = [...container.querySelectorAll<HTMLElement>('.map-stop')]
    expect(stops).toHaveLength(roles.length)
    for (const role of roles) {
      const stop = stops.find((each) => each.querySelector(`#role-${role.id}`))
      const links = within(stop as HTMLElement).getAllByRole('link')
      expect(links.map((link) => link.getAttribute('href')).sort()).toEqual(
        [role.address, ...role.moves.map((move) => `/roles/${move.role}/`)].sort(),
      )
    }
  })

  it('says at a station which line one can change to, for which job, and how', () => {
    const { container } = render(<MapList roles={roles} />)
    const stop = container.querySelector('.map-stop:has(> #role-data-entry-operator)')
    expect(stop?.textContent).toContain('Change here for:')
    expect(stop?.textContent).toMatch(/Quality: Quality analyst \(specialism\)/)
  })

  it('leaves out a line without a station, and a lone station has nothing to change to', () => {
    const lone: MapRole = { id: 'lone', title: 'Lone', address: '/roles/lone/', family: 'quality', level: 2, entry: false, moves: [] }
    render(<MapList roles={[lone]} />)
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent?.trim())).toEqual(['Q Quality'])
    expect(screen.getAllByRole('link')).toHaveLength(1)
  })
})

describe('the file of the map', () => {
  const file = mapFile(real)
  const svg = new DOMParser().parseFromString(file, 'image/svg+xml')

  it('is well-formed, and the same on every build', () => {
    expect(svg.querySelector('parsererror')).toBeNull()
    expect(svg.documentElement.getAttribute('xmlns')).toBe('http://www.w3.org/2000/svg')
    expect(mapFile(loadLibrary('content').library)).toBe(file)
  })

  it('stands alone: no script, no style to load, no picture, nothing fetched', () => {
    expect(svg.querySelectorAll('script, style, image, foreignObject, link').length).toBe(0)
    for (const element of svg.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^class$/)
        if (name === 'href' && element.tagName === 'use') expect(value).toMatch(/^#/)
        if (value.includes('url(')) throw new Error(`${name}="${value}"`)
      }
  })

  it('leads to the pages of the site from wherever it lies', () => {
    const links = [...svg.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(links.sort()).toEqual(roles.map(({ address }) => `https://floorwalk.example${address}`).sort())
  })

  it('says what it is, where it comes from, how old its data are and what one may do with it', () => {
    expect(svg.documentElement.firstElementChild?.textContent).toBe('The line map of BPO careers')
    const latest = roles
      .map(({ id }) => real.get('roles', id).data.reviewed)
      .sort()
      .at(-1)
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(latest ?? ''))
    const written = [...svg.querySelectorAll('text')].map((text) => text.textContent).join('\n')
    for (const words of ['floorwalk.example/map/', day, 'CC BY 4.0']) expect(written).toContain(words)
    expect(svg.querySelector('desc')?.textContent).toContain('https://creativecommons.org/licenses/by/4.0/')
  })
})

describe('the style that grows with the roles', () => {
  it('marks exactly the station that the address names', () => {
    const style = mapStyle(lineMap(roles))
    for (const { id } of roles) {
      expect(style).toContain(`.map-both:has(#role-${id}:target) .at-${id}`)
      expect(style).toMatch(new RegExp(`#role-${id}\\{top:[\\d.]+cqw\\}`))
    }
  })
})
