import { listed } from './listed.ts'
import type { CountryPay } from './pay-outline.ts'
import type { CompetencySheet, DayEntry, Linked, MeasureSheet, RoleSheet } from './role-sheet.ts'

/**
 * Roles laid side by side. Every function is fair: given the same roles in another order it says the same, with the sides in that
 * order.
 */

/** How far several roles share something: all of them, all but at different levels, some, one alone. */
export type Overlap = 'all' | 'levels' | 'some' | 'one'
const OVERLAPS: readonly Overlap[] = ['all', 'levels', 'some', 'one']

/** Something that at least one role holds, and what each of them says of it, in the order of the roles. */
export interface Side<Item> extends Linked {
  overlap: Overlap
  each: readonly (Item | undefined)[]
}

/** What happens to each role within one hour. Hours past midnight go on counting: 25 is one o'clock the next day. */
export interface Hour {
  hour: number
  each: readonly (readonly DayEntry[])[]
}

/** The direct moves between two roles, none, one or both ways. */
export interface MovesBetween {
  roles: readonly [string, string]
  moves: readonly { from: string; to: string; kind: string; harder: string }[]
}

export interface Comparison {
  measures: readonly Side<MeasureSheet>[]
  skills: readonly Side<CompetencySheet>[]
  normal: readonly Hour[]
  bad: readonly Hour[]
  moves: readonly MovesBetween[]
  /** What people mix up about these roles: said on the page of `of` about `role`. */
  mixedUp: readonly { of: string; role: string; difference: string }[]
}

/** Lays two or more roles side by side. */
export function compareRoles(sheets: readonly RoleSheet[]): Comparison {
  return {
    measures: sides(sheets.map(({ measures }) => measures)),
    skills: sides(
      sheets.map(({ competencies }) => competencies),
      ({ level }) => level,
    ),
    normal: hours(sheets.map(({ shift }) => shift.normal)),
    bad: hours(sheets.map(({ shift }) => shift.bad)),
    moves: movesBetween(sheets),
    mixedUp: sheets
      .flatMap(({ id, notToConfuseWith }) =>
        notToConfuseWith.filter(({ role }) => sheets.some((other) => other.id === role)).map((each) => ({ of: id, ...each })),
      )
      .sort((a, b) => a.of.localeCompare(b.of) || a.role.localeCompare(b.role)),
  }
}

/** What most roles share comes first, then by name. */
function sides<Item extends Linked>(lists: readonly (readonly Item[])[], levelOf?: (item: Item) => string): Side<Item>[] {
  const ids = new Set(lists.flatMap((list) => list.map(({ id }) => id)))
  return [...ids]
    .flatMap((id) => {
      const each = lists.map((list) => list.find((item) => item.id === id))
      const held = each.filter((item) => item !== undefined)
      const [first] = held
      if (!first) return []
      const levels = new Set(held.map((item) => levelOf?.(item)))
      const overlap: Overlap = held.length === 1 ? 'one' : held.length < lists.length ? 'some' : levels.size > 1 ? 'levels' : 'all'
      return [{ id, title: first.title, address: first.address, overlap, each }]
    })
    .sort((a, b) => OVERLAPS.indexOf(a.overlap) - OVERLAPS.indexOf(b.overlap) || a.title.localeCompare(b.title, 'en'))
}

/** Days by the hour of the clock on which something happens. A time earlier than the one before it lies on the next day. */
function hours(days: readonly (readonly DayEntry[])[]): Hour[] {
  const counted = days.map((day) => {
    let before = 0
    return day.map((entry) => {
      const [hour = 0, minute = 0] = entry.time.split(':').map(Number)
      let at = hour * 60 + minute
      while (at < before) at += 24 * 60
      before = at
      return { hour: Math.floor(at / 60), entry }
    })
  })
  const all = [...new Set(counted.flat().map(({ hour }) => hour))].sort((a, b) => a - b)
  return all.map((hour) => ({ hour, each: counted.map((day) => day.filter((one) => one.hour === hour).map(({ entry }) => entry)) }))
}

function movesBetween(sheets: readonly RoleSheet[]): MovesBetween[] {
  const sorted = [...sheets].sort((a, b) => a.id.localeCompare(b.id))
  const direct = (from: RoleSheet, to: RoleSheet) =>
    from.moves.filter((move) => move.to === to.id).map(({ kind, harder }) => ({ from: from.id, to: to.id, kind, harder }))
  return sorted.flatMap((one, index) =>
    sorted.slice(index + 1).map((other) => ({ roles: [one.id, other.id] as const, moves: [...direct(one, other), ...direct(other, one)] })),
  )
}

/** The pay of each role in one country; undefined where a sheet does not know the country. */
export const payIn = (sheets: readonly RoleSheet[], country: string): (CountryPay | undefined)[] =>
  sheets.map(({ pay }) => pay.find((each) => each.country === country))

/** Where most of the roles have a row; the first such country of the list. */
export function bestKnownCountry(sheets: readonly RoleSheet[], countries: readonly { id: string }[]): string {
  const known = (id: string) => payIn(sheets, id).filter((pay) => pay && pay.rows.length > 0).length
  return countries.reduce((best, { id }) => (best === '' || known(id) > known(best) ? id : best), '')
}

/** Why the rows of several roles must not simply be held against each other, a sentence each. Empty with fewer than two roles that have any. */
export function payCaveats(pays: readonly (CountryPay | undefined)[]): string[] {
  const known = pays.flatMap((pay) => (pay && pay.rows.length > 0 ? [pay] : []))
  if (known.length < 2) return []
  const rows = known.flatMap((pay) => pay.rows)
  const different = (values: readonly string[]) => [...new Set(values)].sort()
  const periods = different(rows.map(({ period }) => period))
  const taxes = different(rows.map(({ tax }) => tax))
  const kinds = different(rows.map(({ kind }) => kind))
  const dates = different(rows.map(({ when }) => when))
  const groups = different(rows.map(({ group }) => group))
  const rolesWith = (group: string) => known.filter((pay) => pay.rows.some((row) => row.group === group)).length
  const lent = groups.filter((group) => rolesWith(group) > 1)
  const own = groups.filter((group) => rolesWith(group) < known.length)
  const quoted = (names: readonly string[]) => listed(names.map((name) => `“${name}”`))
  return [
    ...(own.length > 0
      ? ['The sources count different groups of people. A gap between two amounts may come from whom they count, and not from the role.']
      : []),
    ...(lent.length > 0
      ? [
          `${quoted(lent)} ${lent.length > 1 ? 'stand' : 'stands'} under more than one of these roles. What counts several together cannot tell them apart.`,
        ]
      : []),
    ...(periods.length > 1 ? [`The amounts are for different periods: ${listed(periods)}. Bring them to one before you compare.`] : []),
    ...(taxes.length > 1 ? [`The rows do not agree on tax: ${listed(taxes)}.`] : []),
    ...(kinds.length > 1 ? [`The rows are of different kinds: ${listed(kinds.map((kind) => kind.toLowerCase()))}.`] : []),
    ...(dates.length > 1 ? [`The rows are of different dates: ${listed(dates)}.`] : []),
  ]
}
