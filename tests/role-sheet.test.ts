import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadLibrary } from '#lib/content/library.ts'
import { type RoleSheet, sheetAddress } from '#lib/reader/role-sheet.ts'
import { mixedUpPairs, roleBrief, roleSheet } from '#lib/role-sheet.ts'

const { library } = loadLibrary()
const { library: small } = loadLibrary('tests/fixtures/small')
const roles = library.all('roles')

/** The most that one role of a comparison may cost over the wire. */
const MOST_BYTES = 5000

const text = z.string().min(1)
const path = z.string().regex(/^\/(?:[a-z0-9-]+\/)+$/)
const linked = { id: text, title: text, address: path }
const cited = z.strictObject({ source: text, address: path })
const day = z.array(z.strictObject({ time: z.string().regex(/^\d\d:\d\d$/), what: text })).min(3)
const schema: z.ZodType<RoleSheet> = z.strictObject({
  ...linked,
  line: text,
  level: z.number().int().min(1).max(7),
  levelName: text,
  first: z.boolean(),
  works: z.strictObject({ contact: text, home: text, nights: text, degree: text }),
  summary: text,
  worksNote: text,
  duties: z.array(text).min(6),
  measures: z.array(z.strictObject({ ...linked, control: text, trap: text })).min(3),
  competencies: z
    .array(
      z.strictObject({
        ...linked,
        level: z.enum(['foundation', 'working', 'advanced', 'expert']),
        need: z.enum(['essential', 'useful']),
        signal: text,
      }),
    )
    .min(4),
  shift: z.strictObject({ setting: text, normal: day, badSetting: text, bad: day }),
  routes: z
    .array(z.strictObject({ title: text, text, countries: z.array(text).exactOptional(), sources: z.array(cited).exactOptional() }))
    .min(2),
  degree: z.array(z.strictObject({ where: text, rule: text, source: cited.exactOptional() })).min(1),
  fitsIf: z.array(text).min(2),
  notIf: z.array(text).min(2),
  pay: z.array(
    z.strictObject({
      country: text,
      rows: z.array(
        z.strictObject({
          group: text,
          period: z.enum(['an hour', 'a month', 'a year']),
          tax: z.enum(['before tax', 'after tax', 'tax not stated']),
          amounts: z.array(z.strictObject({ name: text, amount: text })).min(1),
          kind: text,
          source: text,
          address: path,
          when: text,
          code: text.exactOptional(),
          fit: text,
          fitNote: text,
          low: z.literal(true).exactOptional(),
        }),
      ),
      why: text.exactOptional(),
    }),
  ),
  moves: z.array(z.strictObject({ to: text, kind: text, harder: text })),
  notToConfuseWith: z.array(z.strictObject({ role: text, difference: text })),
})

/** Every address that a sheet names, at whatever depth. */
function addressesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === 'address' && typeof inner === 'string' ? [inner] : addressesOf(inner)))
}

describe('the sheet of a role', () => {
  it.each(roles.map((role) => [role.id, role] as const))('is whole, leads nowhere in vain and stays light: %s', (_, role) => {
    const sheet = roleSheet(role, library)
    const json = JSON.stringify(sheet)
    expect(schema.parse(JSON.parse(json))).toEqual(sheet)
    const there = new Set(library.addresses())
    const addresses = addressesOf(sheet)
    expect(addresses.length).toBeGreaterThan(8)
    expect(addresses.filter((address) => !there.has(address))).toEqual([])
    for (const { to } of sheet.moves) expect(library.find('roles', to)).toBeDefined()
    expect(brotliCompressSync(json).length).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('says what the page of the role says', () => {
    const sheet = roleSheet(small.get('roles', 'operations-manager'), small)
    const { data } = small.get('roles', 'operations-manager')
    expect(sheet.duties).toEqual(data.duties.map(({ text: duty }) => duty))
    expect(sheet.competencies.map(({ title, level, need }) => [title, level, need])).toEqual(
      data.competencies.map(({ skill, level, need }) => [small.get('skills', skill).data.title, level, need]),
    )
    expect(sheet.pay.map(({ country, rows }) => [country, rows.length])).toEqual([['philippines', 1]])
    const leader = small.get('roles', 'team-leader')
    expect(roleSheet(leader, small).moves).toEqual(leader.data.leadsTo.map(({ role: to, kind, harder }) => ({ to, kind, harder })))
  })

  it('lies where the comparison asks for it', () => {
    expect(sheetAddress('team-leader')).toBe('/compare/team-leader.json')
  })
})

describe('a role in the table of all roles', () => {
  it('has a level in words', () => {
    expect(new Set(roles.map((role) => roleBrief(role).levelName)).size).toBe(new Set(roles.map(({ data }) => data.level)).size)
    for (const role of roles) expect(roleBrief(role).levelName).not.toBe('')
  })
})

describe('roles that people mix up', () => {
  it('stand as a pair once, whichever page says so', () => {
    const pairs = mixedUpPairs(library)
    const keys = pairs.map((pair) => [...pair].sort().join(' '))
    expect(new Set(keys).size).toBe(keys.length)
    for (const role of roles)
      for (const { role: other } of role.data.notToConfuseWith ?? []) expect(keys).toContain([role.id, other].sort().join(' '))
  })
})
