import { z } from 'zod'
import { FAMILIES } from '../family.ts'
import { reference } from '../fields.ts'
import { moveSchema, roleSchema } from '../role.ts'
import { roleLevel } from '../role-level.ts'
import { listed, listedCode } from './amount-rows.ts'
import { ARTICLE, articleRow } from './article-fields.ts'
import { chosen, dataset, itemShape, itemsOf, position, positioned } from './dataset.ts'
import { daysOf, derivedDay } from './dates.ts'

const { shape: role } = roleSchema
const { shape: work } = role.work
const { shape: move } = moveSchema
const { ai, ...duty } = itemShape(role.duties)
const ofRole = { role: reference('roles') }
const ofRoles = { kind: 'roles', owner: 'role' } as const
const ofMove = { from: reference('roles', 'Where you are.'), to: reference('roles', 'Where you go.') }

export const ROLES = dataset({
  name: 'roles',
  title: 'Roles',
  about: 'A job as people advertise it: where it stands among the others and what the work is like.',
  key: ['id'],
  fields: {
    ...ARTICLE,
    family: role.family,
    familyName: z.string().min(1).meta({ description: 'The name of that line.' }),
    level: role.level,
    levelName: z.string().min(1).meta({ description: 'The name of that level.' }),
    ...chosen(role, 'side', 'entry', 'reportsTo', 'manages', 'span', 'spanNote'),
    contact: work.contact,
    home: work.home,
    nights: work.nights,
    degree: work.degree,
    workNote: work.note,
    ...chosen(role, 'serviceLines'),
    allServiceLines: work.serviceLines,
    ...chosen(role, 'industries', 'guides'),
    shiftSetting: role.shift.shape.setting,
    badShiftSetting: role.shift.shape.badSetting,
    outlookNote: role.outlookNote,
  },
  rows: (library) =>
    library.all('roles').map((entry) => {
      const { data } = entry
      return {
        ...data,
        ...articleRow(entry),
        familyName: FAMILIES[data.family].name,
        levelName: roleLevel(data.level).name,
        contact: data.work.contact,
        home: data.work.home,
        nights: data.work.nights,
        degree: data.work.degree,
        workNote: data.work.note,
        allServiceLines: data.work.serviceLines,
        shiftSetting: data.shift.setting,
        badShiftSetting: data.shift.badSetting,
      }
    }),
})

export const COMPETENCIES = dataset({
  name: 'competencies',
  title: 'Competencies',
  about: 'A skill at the level that one role asks for.',
  key: ['role', 'skill'],
  fields: { ...ofRole, ...itemShape(role.competencies) },
  rows: (library) => library.all('roles').flatMap(({ id, data }) => data.competencies.map((each) => ({ ...each, role: id }))),
})

export const MOVES = dataset({
  name: 'moves',
  title: 'Moves',
  about: 'One step from a role to another: what you bring, what is missing, and how long people take.',
  key: ['from', 'to'],
  fields: {
    ...ofMove,
    ...chosen(move, 'kind', 'time', 'carriesOver', 'missing', 'harder'),
  },
  rows: (library) => library.all('roles').flatMap(({ id, data }) => data.leadsTo.map((each) => ({ ...each, from: id, to: each.role }))),
})

export const MOVE_EVIDENCE = dataset({
  name: 'move-evidence',
  title: 'Evidence for a move',
  about: 'Something that you can put on the table when you ask for that move.',
  key: ['from', 'to', 'position'],
  fields: { ...ofMove, position, evidence: move.evidence.element },
  rows: (library) =>
    library
      .all('roles')
      .flatMap(({ id, data }) =>
        data.leadsTo.flatMap((each) =>
          each.evidence.map((evidence, index) => ({ from: id, to: each.role, position: index + 1, evidence })),
        ),
      ),
})

export const DUTIES = dataset({
  name: 'duties',
  title: 'Duties',
  about: 'What people in a role do, most of the week first, and what software has taken of it according to whom.',
  key: ['role', 'position'],
  fields: {
    ...ofRole,
    position,
    ...duty,
    software: ai.unwrap().shape.mark.optional(),
    softwareNote: ai.unwrap().shape.note.optional(),
    softwareSource: ai.unwrap().shape.source.optional(),
    softwareAsOfFrom: derivedDay.optional().meta({ description: 'The first day of the date of what that source says.' }),
    softwareAsOfTo: derivedDay.optional().meta({ description: 'The last day of the date of what that source says.' }),
  },
  rows: (library) =>
    library.all('roles').flatMap(({ id, data }) =>
      positioned(data.duties).map(({ ai, ...each }) => ({
        ...each,
        role: id,
        software: ai?.mark,
        softwareNote: ai?.note,
        softwareSource: ai?.source,
        softwareAsOfFrom: ai && daysOf(ai.asOf).from,
        softwareAsOfTo: ai && daysOf(ai.asOf).to,
      })),
    ),
})

export const ROLE_METRICS = dataset({
  name: 'role-metrics',
  title: 'What a role is measured by',
  about: 'One metric on one role: what the role can do about it, and how it misleads there.',
  key: ['role', 'metric'],
  fields: { ...ofRole, ...itemShape(role.measuredBy) },
  rows: (library) => library.all('roles').flatMap(({ id, data }) => data.measuredBy.map((each) => ({ ...each, role: id }))),
})

export const ROLE_CERTIFICATIONS = dataset({
  name: 'role-certifications',
  title: 'Certifications for a role',
  about: 'Our verdict on one certification for one role.',
  key: ['role', 'certification'],
  fields: { ...ofRole, ...itemShape(role.certifications) },
  rows: (library) => library.all('roles').flatMap(({ id, data }) => data.certifications.map((each) => ({ ...each, role: id }))),
})

export const OCCUPATION_CODES = dataset({
  name: 'occupation-codes',
  title: 'Occupation codes',
  about: 'Where a role stands in a public list of occupations, and how well it fits there.',
  key: ['role', 'code'],
  fields: { ...ofRole, ...itemShape(role.occupationCodes), code: listedCode },
  rows: (library) =>
    library
      .all('roles')
      .flatMap(({ id, data }) => data.occupationCodes.map((each) => ({ ...each, role: id, code: listed(each.scheme, each.code) }))),
})

export const ROLE_NAMES = itemsOf({
  ...ofRoles,
  name: 'role-names',
  title: 'Other names of roles',
  about: 'What else adverts call a role, and where.',
  shape: itemShape(role.aliases),
  items: ({ aliases }) => aliases,
})

export const ROLE_CONFUSIONS = dataset({
  name: 'role-confusions',
  title: 'Roles taken for each other',
  about: 'Another role that one is taken for, and how to tell the two apart.',
  key: ['role', 'other'],
  fields: { ...ofRole, other: reference('roles', 'The role it is taken for.'), difference: itemShape(role.notToConfuseWith).difference },
  rows: (library) =>
    library.all('roles').flatMap(({ id, data }) => (data.notToConfuseWith ?? []).map((each) => ({ ...each, role: id, other: each.role }))),
})

export const QUICK_FACTS = itemsOf({
  ...ofRoles,
  name: 'quick-facts',
  title: 'Quick facts',
  about: 'One line of the board at the top of a role.',
  shape: itemShape(role.quickFacts),
  items: ({ quickFacts }) => quickFacts,
})

export const SHIFT_HOURS = dataset({
  name: 'shift-hours',
  title: 'A shift, hour by hour',
  about: 'One moment of a shift in a role: of a normal day, or of one on which something went wrong.',
  key: ['role', 'day', 'position'],
  fields: {
    ...ofRole,
    day: z.enum(['normal', 'bad']).meta({ description: 'A normal day, or a bad one.' }),
    position,
    ...itemShape(role.shift.shape.normal),
  },
  rows: (library) =>
    library
      .all('roles')
      .flatMap(({ id, data }) => [
        ...positioned(data.shift.normal).map((each) => ({ ...each, role: id, day: 'normal' as const })),
        ...positioned(data.shift.bad).map((each) => ({ ...each, role: id, day: 'bad' as const })),
      ]),
})

export const WAYS_IN = itemsOf({
  ...ofRoles,
  name: 'ways-in',
  title: 'Ways into a role',
  about: 'One way in which people come into a role.',
  shape: itemShape(role.routes),
  items: ({ routes }) => routes,
})

export const WAYS_OUT = itemsOf({
  ...ofRoles,
  name: 'ways-out',
  title: 'Ways out of the trade',
  about: 'A job outside the trade that a role leads to.',
  shape: itemShape(role.leadsOut),
  items: ({ leadsOut }) => leadsOut,
})

export const DEGREE_RULES = itemsOf({
  ...ofRoles,
  name: 'degree-rules',
  title: 'Whether a degree is asked for',
  about: 'What employers in one place ask for one role.',
  shape: itemShape(role.degree),
  items: ({ degree }) => degree,
})

export const FIRST_NINETY = itemsOf({
  ...ofRoles,
  name: 'first-ninety-days',
  title: 'The first ninety days',
  about: 'What happens in a part of the first ninety days of a role.',
  shape: itemShape(role.firstNinety),
  items: ({ firstNinety }) => firstNinety,
})

export const OUTLOOK = itemsOf({
  ...ofRoles,
  name: 'outlook',
  title: 'Outlook',
  about: 'What one publication expects for a role. Why such publications differ stands with the role, as outlookNote.',
  shape: itemShape(role.outlook),
  items: ({ outlook }) => outlook,
})

export const TIPS = itemsOf({
  ...ofRoles,
  name: 'tips',
  title: 'Tips',
  about: 'What to do or to avoid in a role, and what to do when it has already gone wrong.',
  shape: itemShape(role.tips),
  items: ({ tips }) => tips,
})

export const EQUIPMENT = itemsOf({
  ...ofRoles,
  name: 'equipment',
  title: 'Equipment',
  about: 'What you need to have for a role, and who pays for it.',
  shape: itemShape(role.equipment),
  items: ({ equipment }) => equipment,
})

export const ROLE_LEARNING = itemsOf({
  ...ofRoles,
  name: 'role-learning',
  title: 'What to learn from',
  about: 'Something to read, watch or take for a role.',
  shape: itemShape(role.learn),
  items: ({ learn }) => learn,
})
