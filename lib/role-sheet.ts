import type { Entry, Library } from './content/library.ts'
import { countryName } from './money.ts'
import { cited, payOutline } from './pay-outline.ts'
import type { Linked, RoleBrief, RoleSheet } from './reader/role-sheet.ts'
import { MOVE_WORDS } from './reader/route-words.ts'
import { roleLevel } from './role-level.ts'
import { conditionsOf } from './working-conditions.ts'

/** A role as a row of the table of all roles. */
export const roleBrief = ({ id, address, data }: Entry<'roles'>): RoleBrief => ({
  id,
  title: data.title,
  address,
  line: data.family,
  level: data.level,
  levelName: roleLevel(data.level).name,
  first: data.entry,
  works: conditionsOf(data.work),
})

/** Everything that a comparison shows of one role. */
export function roleSheet(role: Entry<'roles'>, library: Library): RoleSheet {
  const { data } = role
  const linked = (kind: 'metrics' | 'skills', id: string): Linked => {
    const found = library.get(kind, id)
    return { id, title: found.data.title, address: found.address }
  }
  return {
    ...roleBrief(role),
    summary: data.summary,
    worksNote: data.work.note,
    duties: data.duties.map(({ text }) => text),
    measures: data.measuredBy.map(({ metric, control, trap }) => ({ ...linked('metrics', metric), control, trap })),
    competencies: data.competencies.map(({ skill, level, need, signal }) => ({ ...linked('skills', skill), level, need, signal })),
    shift: data.shift,
    routes: data.routes.map(({ title, text, countries, sources }) => ({
      title,
      text,
      ...(countries ? { countries: countries.map(countryName) } : {}),
      ...(sources ? { sources: sources.map((id) => cited(id, library)) } : {}),
    })),
    degree: data.degree.map(({ where, rule, source }) => ({ where, rule, ...(source ? { source: cited(source, library) } : {}) })),
    fitsIf: data.fitsIf,
    notIf: data.notIf,
    pay: payOutline(role.id, library),
    moves: data.leadsTo.map(({ role: to, kind, harder }) => ({ to, kind: MOVE_WORDS[kind], harder })),
    notToConfuseWith: data.notToConfuseWith ?? [],
  }
}

/** Pairs of roles that people mix up, each once, in the order of the roles. */
export function mixedUpPairs(library: Library): (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>()
  for (const { id, data } of library.all('roles'))
    for (const { role } of data.notToConfuseWith ?? []) {
      const key = [id, role].sort().join(' ')
      if (!found.has(key)) found.set(key, [id, role])
    }
  return [...found.values()]
}
