import type { Entry, Library } from './content/library.ts'

/** The neighbourhood of a role on its line, as a carriage shows it. */
export interface LineStrip {
  /** Roles that lead here by promotion or specialism, in the order of the library: all of them, or the few that the guide speaks of most. */
  before: Entry<'roles'>[]
  /** The rest of them. */
  others: Entry<'roles'>[]
  /** Where one can change to from here. */
  changes: { role: Entry<'roles'>; note: 'specialist' | 'across' }[]
  /** What comes next. */
  next: Entry<'roles'>[]
}

const MOST_BEFORE = 5

/** What comes before a role, where one can change, and what comes next. */
export function lineStrip(role: Entry<'roles'>, library: Library): LineStrip {
  const all = library.reachedFrom(role.id).flatMap(({ from, move }) => (move.kind === 'across' ? [] : [from]))
  const before = commonest(all, library)
  const target = (id: string) => library.get('roles', id)
  return {
    before,
    others: all.filter((from) => !before.includes(from)),
    changes: role.data.leadsTo.flatMap(({ kind, role: id }) => (kind === 'up' ? [] : [{ role: target(id), note: kind }])),
    next: role.data.leadsTo.filter(({ kind }) => kind === 'up').map((move) => target(move.role)),
  }
}

/** The roles before this one, or the few of them that the guide speaks of most; in either case in their order. */
function commonest(before: Entry<'roles'>[], library: Library): Entry<'roles'>[] {
  if (before.length <= MOST_BEFORE) return before
  const spoken = new Map(before.map((role) => [role, library.mentions('roles', role.id).length]))
  const most = [...before].sort((a, b) => (spoken.get(b) ?? 0) - (spoken.get(a) ?? 0)).slice(0, MOST_BEFORE - 1)
  return before.filter((role) => most.includes(role))
}
