import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { latticeOutline, moveChoices } from '#lib/lattice-outline.ts'
import { nightLoss } from '#lib/reader/night-pay.ts'
import { libraryWith, swap } from './content-tree.ts'

const { library } = loadLibrary()
const lattice = latticeOutline(library)
const role = (id: string) => {
  const found = lattice.roles.find((each) => each.id === id)
  if (!found) throw new Error(`The guide has no role ${id}.`)
  return found
}
const country = (id: string) => lattice.countries.find((each) => each.id === id)

describe('the outline of the lattice', () => {
  it('holds every move of every role in the words of its writer', () => {
    expect(lattice.roles.map(({ id }) => id)).toEqual(library.all('roles').map(({ id }) => id))
    for (const { id, moves } of lattice.roles)
      expect(moves.map(({ to, kind, harder, evidence }) => [to, kind, harder, evidence])).toEqual(
        library.get('roles', id).data.leadsTo.map((move) => [move.role, move.kind, move.harder, move.evidence]),
      )
  })

  it('can be written as JSON and read again without a loss', () => {
    expect(JSON.parse(JSON.stringify(lattice))).toEqual(lattice)
  })

  it('names every skill, role and line that stands in it', () => {
    const roles = new Set(lattice.roles.map(({ id }) => id))
    const lines = new Set(lattice.lines.map(({ id }) => id))
    for (const { line, asks, moves } of lattice.roles) {
      expect(lines).toContain(line)
      for (const { skill } of asks) expect(lattice.skills[skill]?.title).toBeTruthy()
      for (const { to, carriesOver, missing } of moves) {
        expect(roles).toContain(to)
        for (const skill of [...carriesOver, ...missing]) expect(lattice.skills[skill]?.address).toBe(`/skills/${skill}/`)
      }
    }
  })

  it('gives certificates that are needed or help, and none to skip', () => {
    for (const { id, certifications } of lattice.roles)
      expect(certifications.map(({ verdict, why }) => [verdict, why])).toEqual(
        library
          .get('roles', id)
          .data.certifications.filter(({ verdict }) => verdict !== 'skip')
          .map(({ verdict, why }) => [verdict, why]),
      )
  })

  it('gives the time of a move with its source where a figure says it, and none where none does', () => {
    const small = (edits: Parameters<typeof libraryWith>[0]) =>
      latticeOutline(libraryWith(edits)).roles.find(({ id }) => id === 'team-leader')?.moves[0]?.times
    expect(small({})).toMatchObject([
      {
        text: '6–12 weeks',
        months: [expect.closeTo(1.38, 2), expect.closeTo(2.76, 2)],
        label: 'Weeks until a new lead is left alone',
        when: 'May 2025',
        fit: 'It counts leads of any floor.',
        address: '/sources/floor-survey/',
      },
    ])
    expect(small({ 'roles/team-leader.mdx': swap('    time: [ramp-weeks]\n', '') })).toEqual([])
    for (const { id, moves } of lattice.roles)
      expect(moves.map(({ times }) => times.length)).toEqual(library.get('roles', id).data.leadsTo.map(({ time }) => time?.length ?? 0))
  })
})

describe('what can be chosen', () => {
  it('is every role once, under its line, and every country', () => {
    const { lines, countries, former } = moveChoices(library)
    expect(lines.flatMap((line) => line.roles.map(({ id }) => id)).sort()).toEqual(
      library
        .all('roles')
        .map(({ id }) => id)
        .sort(),
    )
    expect(countries.map(({ id }) => id)).toEqual(library.all('salaries').map(({ id }) => id))
    for (const now of Object.values(former)) expect(library.find('roles', now)).toBeDefined()
  })
})

describe('what of night pay may go with a move', () => {
  const agent = role('customer-service-representative')

  it('is said where nights get fewer or a post leads people, with the words of the country’s rule', () => {
    const loss = nightLoss(agent, role('operations-manager'), country('philippines'))
    expect(loss).toMatchObject({ leads: true })
    const [rule] = library.get('salaries', 'philippines').data.rules.filter(({ topic, exempt }) => topic === 'night' && exempt)
    expect(loss?.rules).toMatchObject([{ rule: rule?.rule, exempt: rule?.exempt }])
    expect(nightLoss(agent, role('reporting-analyst'), undefined)).toEqual({ fewer: true, leads: false, rules: [] })
  })

  it('is nothing where hardly a night was worked, or nothing changes', () => {
    expect(nightLoss(role('recruiter'), role('operations-manager'), country('philippines'))).toBeUndefined()
    expect(nightLoss(agent, agent, country('philippines'))).toBeUndefined()
  })

  it('prints no rule that leaves nobody out', () => {
    for (const each of lattice.countries)
      for (const { exempt } of nightLoss(agent, role('operations-manager'), each)?.rules ?? []) expect(exempt).toBeTruthy()
  })
})
