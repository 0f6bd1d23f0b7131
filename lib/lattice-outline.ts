import type { Entry, Library } from './content/library.ts'
import { FAMILIES, familyNames } from './family.ts'
import { today } from './fields.ts'
import { monthsOf } from './figure.ts'
import { formatFigure, formatReading } from './money.ts'
import { cited, nightRules, payCountries, payCountry } from './pay-outline.ts'
import type { LatticeOutline, LatticeRole, MoveChoices, MoveTime } from './reader/lattice-outline.ts'
import { LEVELS } from './skill.ts'

/** The lattice of roles with every move and what is said of it. */
export function latticeOutline(library: Library): LatticeOutline {
  return {
    builtOn: today(),
    lines: familyNames.map((id) => ({ id, name: FAMILIES[id].name })),
    roles: library.all('roles').map((role) => latticeRole(role, library)),
    skills: Object.fromEntries(library.all('skills').map(({ id, data, address }) => [id, { title: data.title, address }])),
    countries: library.all('salaries').map((entry) => ({ ...payCountry(entry), night: nightRules(entry, library) })),
  }
}

function latticeRole({ id, address, data }: Entry<'roles'>, library: Library): LatticeRole {
  return {
    id,
    title: data.title,
    address,
    line: data.family,
    level: data.level,
    entry: data.entry,
    sides: data.side,
    nights: data.work.nights,
    asks: data.competencies.map(({ skill, level, need }) => ({ skill, level: LEVELS.indexOf(level) + 1, need })),
    certifications: data.certifications.flatMap(({ certification, verdict, why }) => {
      if (verdict === 'skip') return []
      const entry = library.get('certifications', certification)
      return [{ title: entry.data.title, address: entry.address, verdict, why }]
    }),
    moves: data.leadsTo.map(({ role, kind, carriesOver, missing, evidence, harder, time = [] }) => ({
      to: role,
      kind,
      carriesOver,
      missing,
      evidence,
      harder,
      times: time.flatMap((id) => moveTime(id, library) ?? []),
    })),
  }
}

/** Undefined for a figure that is no length of time in days, weeks, months or years. */
function moveTime(id: string, library: Library): MoveTime | undefined {
  const { figure } = library.figure(id)
  const months = monthsOf(figure)
  if (!months) return undefined
  return {
    text: formatFigure(figure),
    months,
    label: figure.label,
    when: formatReading(figure),
    fit: figure.fitNote,
    ...cited(figure.source, library),
  }
}

/** What a reader can choose: every role under its line, every country, and what roles were called before. */
export function moveChoices(library: Library): MoveChoices {
  const roles = library.all('roles')
  return {
    lines: familyNames
      .map((id) => ({
        id,
        name: FAMILIES[id].name,
        roles: roles.filter(({ data }) => data.family === id).map(({ id: role, data }) => ({ id: role, title: data.title })),
      }))
      .filter((line) => line.roles.length > 0),
    countries: payCountries(library).map(({ id, code, name }) => ({ id, code, name })),
    former: Object.fromEntries(roles.flatMap(({ id, data }) => (data.formerSlugs ?? []).map((former) => [former, id]))),
  }
}
