import { CERTIFICATION_LEVELS } from './certification.ts'
import type { Entry, Library } from './content/library.ts'
import { COUNTRIES } from './country.ts'
import { FAMILIES, familyNames } from './family.ts'
import type { Kind } from './fields.ts'
import { GOOD_DIRECTIONS, METRIC_GROUPS } from './metric.ts'
import { type ListFilter, type ListOption, type ListShape, trait } from './reader/list-filter.ts'
import { ROLE_LEVELS, roleLevel } from './role-level.ts'
import { SKILL_GROUPS } from './skill.ts'

/** A list that readers can ask: its shape, and what is true of each of its entries, by id: `line=quality level=specialist …`. */
export interface ListOutline extends ListShape {
  /** What its entries are called, in the plural. */
  noun: string
  /** What they can be asked for, in few words. */
  hint: string
  total: number
  traits: ReadonlyMap<string, string>
}

interface Answer<K extends Kind> extends ListOption {
  /** Whether it is true of an entry. */
  holds: (entry: Entry<K>) => boolean
}
interface Question<K extends Kind> extends ListFilter {
  options: Answer<K>[]
}

function outline<K extends Kind>(
  noun: string,
  hint: string,
  entries: Entry<K>[],
  questions: Question<K>[],
  views: ListOption[] = [],
): ListOutline {
  return {
    noun,
    hint,
    total: entries.length,
    filters: questions.map(({ name, label, options }) => ({ name, label, options: options.map(({ holds: _, ...option }) => option) })),
    views,
    traits: new Map(
      entries.map((entry) => [
        entry.id,
        questions
          .flatMap(({ name, options }) => options.filter(({ holds }) => holds(entry)).map(({ value }) => trait(name, value)))
          .join(' '),
      ]),
    ),
  }
}

/** Answers from a table of words, each true of the entries with that word. */
const answersOf = <K extends Kind, Word extends string>(words: Record<Word, string>, wordOf: (entry: Entry<K>) => Word): Answer<K>[] =>
  (Object.entries(words) as [Word, string][]).map(([value, text]) => ({ value, text, holds: (entry) => wordOf(entry) === value }))

/** The levels of responsibility as answers. */
const levelAnswers = <K extends Kind>(holds: (entry: Entry<K>, level: string) => boolean): Answer<K>[] =>
  ROLE_LEVELS.map(({ id, name }) => ({ value: id, text: name, holds: (entry) => holds(entry, id) }))

/** Every role as an answer, under its level. */
const roleAnswers = <K extends Kind>(library: Library, holds: (role: Entry<'roles'>, entry: Entry<K>) => boolean): Answer<K>[] =>
  library.all('roles').map((role) => ({
    value: role.id,
    text: role.data.title,
    group: roleLevel(role.data.level).name,
    holds: (entry) => holds(role, entry),
  }))

/** The lists that can be asked, by address. */
export const LIST_OUTLINES: Readonly<Record<string, (library: Library) => ListOutline>> = {
  '/roles/': roleList,
  '/skills/': skillList,
  '/certifications/': certificationList,
  '/metrics/': metricList,
}

/** Roles by line and by level, service, contact, hours, place, schooling, and where their pay is known. */
export function roleList(library: Library): ListOutline {
  return outline(
    'roles',
    'by line, level, service, nights, home, degree, pay',
    library.all('roles'),
    [
      {
        name: 'line',
        label: 'Line',
        options: familyNames.map((family) => ({
          value: family,
          text: FAMILIES[family].name,
          holds: ({ data }) => data.family === family,
        })),
      },
      { name: 'level', label: 'Level', options: levelAnswers(({ data }, level) => roleLevel(data.level).id === level) },
      {
        name: 'service',
        label: 'Service line',
        options: library.all('service-lines').map((line) => ({
          value: line.id,
          text: line.data.title,
          holds: ({ data }) => data.work.serviceLines.includes(line.id),
        })),
      },
      {
        name: 'contact',
        label: 'Customers',
        options: [
          { value: 'voice', text: 'by voice, at least partly', holds: ({ data: { work } }) => ['voice', 'both'].includes(work.contact) },
          {
            value: 'writing',
            text: 'in writing, at least partly',
            holds: ({ data: { work } }) => ['written', 'both'].includes(work.contact),
          },
          {
            value: 'non-voice',
            text: 'non-voice: writing or little contact',
            holds: ({ data: { work } }) => ['written', 'none'].includes(work.contact),
          },
        ],
      },
      {
        name: 'home',
        label: 'From home',
        options: [
          { value: 'often', text: 'often', holds: ({ data: { work } }) => work.home === 'usual' },
          { value: 'yes', text: 'often or at times', holds: ({ data: { work } }) => work.home !== 'rare' },
        ],
      },
      {
        name: 'nights',
        label: 'Nights',
        options: [
          { value: 'rare', text: 'rare', holds: ({ data: { work } }) => work.nights === 'rare' },
          { value: 'not-usual', text: 'rare, or now and then', holds: ({ data: { work } }) => work.nights !== 'usual' },
          { value: 'usual', text: 'usual', holds: ({ data: { work } }) => work.nights === 'usual' },
        ],
      },
      {
        name: 'degree',
        label: 'Degree',
        options: [
          { value: 'no', text: 'not asked', holds: ({ data: { work } }) => work.degree === 'not-asked' },
          { value: 'not-always', text: 'not asked, or only at times', holds: ({ data: { work } }) => work.degree !== 'usual' },
        ],
      },
      {
        name: 'country',
        label: 'Pay known in',
        options: library.all('salaries').map((country) => ({
          value: country.data.country,
          text: COUNTRIES[country.data.country].name,
          holds: (role) => country.data.records.some((record) => record.role === role.id),
        })),
      },
      { name: 'first', label: 'No experience needed', options: [{ value: 'yes', text: 'yes', holds: ({ data }) => data.entry }] },
    ],
    [
      { value: 'line', text: 'line' },
      { value: 'level', text: 'level' },
    ],
  )
}

/** Skills by what they are for and by who is asked for them. */
export function skillList(library: Library): ListOutline {
  const asks = (role: Entry<'roles'>, skill: Entry<'skills'>) => role.data.competencies.some((each) => each.skill === skill.id)
  const roles = library.all('roles')
  return outline('skills', 'by group, level, role, free ways to learn', library.all('skills'), [
    { name: 'group', label: 'Group', options: answersOf(SKILL_GROUPS, ({ data }) => data.group) },
    {
      name: 'level',
      label: 'Asked of a level',
      options: levelAnswers((skill, level) => roles.some((role) => roleLevel(role.data.level).id === level && asks(role, skill))),
    },
    { name: 'role', label: 'Asked of a role', options: roleAnswers(library, asks) },
    {
      name: 'free',
      label: 'A free way to learn it, with a link',
      options: [{ value: 'link', text: 'yes', holds: ({ data }) => data.learnFree.some(({ url }) => url !== undefined) }],
    },
  ])
}

/** Certifications by whether they can be started, for whom they are, and whether a fee is known. */
export function certificationList(library: Library): ListOutline {
  const open = (certification: Entry<'certifications'>) => ['active', 'renamed'].includes(certification.data.state)
  const feeKnown = (certification: Entry<'certifications'>) => (certification.data.fees?.length ?? 0) > 0
  const isFree = (certification: Entry<'certifications'>) =>
    (certification.data.fees ?? []).some((fee) => library.figure(fee).figure.value === 0)
  const certifications = library.all('certifications')
  const groups = Object.keys(SKILL_GROUPS) as (keyof typeof SKILL_GROUPS)[]
  const skills = groups.flatMap((group) => library.all('skills').filter(({ data }) => data.group === group))
  return outline('certifications', 'by level, state, fee, skill, role', certifications, [
    { name: 'level', label: 'Level', options: answersOf(CERTIFICATION_LEVELS, ({ data }) => data.level) },
    {
      name: 'state',
      label: 'Can you start it?',
      options: [
        { value: 'open', text: 'yes, as far as we know', holds: open },
        { value: 'doubtful', text: 'closing, closed, replaced or unconfirmed', holds: (each) => !open(each) },
      ],
    },
    {
      name: 'fee',
      label: 'Fee',
      options: [
        // "Free (0)" would say that none is free. All we know then is that nobody wrote it down.
        ...(certifications.some(isFree) ? [{ value: 'free', text: 'free of charge', holds: isFree }] : []),
        { value: 'known', text: 'known', holds: feeKnown },
        { value: 'unknown', text: 'no reliable figure yet', holds: (each) => !feeKnown(each) },
      ],
    },
    {
      name: 'skill',
      label: 'For a skill',
      options: skills.map((skill) => ({
        value: skill.id,
        text: skill.data.title,
        group: SKILL_GROUPS[skill.data.group],
        holds: ({ data }) => data.skills?.includes(skill.id) ?? false,
      })),
    },
    {
      name: 'role',
      label: 'Needed or helps as',
      options: roleAnswers(library, (role, certification) =>
        role.data.certifications.some((each) => each.certification === certification.id && each.verdict !== 'skip'),
      ),
    },
  ])
}

/** Metrics by what they ask, by which way is good, and by who is measured. */
export function metricList(library: Library): ListOutline {
  return outline('metrics', 'by group, good direction, role', library.all('metrics'), [
    { name: 'group', label: 'Group', options: answersOf(METRIC_GROUPS, ({ data }) => data.group) },
    { name: 'good', label: 'Good is', options: answersOf(GOOD_DIRECTIONS, ({ data }) => data.goodDirection) },
    {
      name: 'role',
      label: 'Measured in',
      options: roleAnswers(library, (role, metric) => role.data.measuredBy.some((each) => each.metric === metric.id)),
    },
  ])
}
