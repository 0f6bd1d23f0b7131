import { z } from 'zod'
import { VERDICTS } from './certification.ts'
import { entryFields, entryRules } from './entry.ts'
import { familyNames } from './family.ts'
import { choiceOf, country, figureReference, fit, httpsUrl, plain, prose, reference, slug, uniqueList, when } from './fields.ts'
import { competencySchema } from './skill.ts'

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day. Write it as "21:15", in quotes.')
  .meta({ format: 'clock' })

/** Where a move leads, in a word. */
export const MOVE_KINDS = { up: 'Up', across: 'Across', specialist: 'To a specialist desk' } as const

export const moveSchema = z.strictObject({
  role: reference('roles'),
  kind: choiceOf(MOVE_KINDS).meta({
    description: 'up: more people or money to answer for. across: another line. specialist: deeper, no people.',
  }),
  time: uniqueList(figureReference(), 4)
    .optional()
    .meta({ description: 'How long people take, according to whom. Leave out when no source says.' }),
  carriesOver: uniqueList(reference('skills'), 8).meta({ description: 'What you bring.' }),
  missing: uniqueList(reference('skills'), 8).meta({ description: 'What you still need.' }),
  evidence: z.array(prose(240, 'What you can put on the table.')).min(1).max(4),
  harder: prose(400, 'What is harder than it looks.'),
})
/** One `leadsTo` edge of the career lattice. `reachedFrom` is derived. */
export type Move = z.infer<typeof moveSchema>

const aiMark = z.strictObject({
  mark: z
    .enum(['automated', 'assisted', 'human'])
    .meta({ description: 'Who does this duty where software has arrived, according to the source.' }),
  source: reference('sources', 'Under 18 months old when reviewed.'),
  asOf: when.meta({ description: 'The date of what the source says of software.' }),
  note: prose(240, 'What the source says software does of this duty.'),
})

/** Working conditions as choices, so that roles can be filtered and compared. They are the guide's own reading, and `note` says of what. */
const workSchema = z.strictObject({
  contact: z.enum(['voice', 'written', 'both', 'none']).meta({
    description: 'How the role meets customers in most of its hours. On the client side: the customers whom providers serve.',
  }),
  home: z.enum(['usual', 'possible', 'rare']).meta({ description: 'Working from home.' }),
  nights: z.enum(['usual', 'possible', 'rare']).meta({ description: 'Night hours, for those who serve another continent.' }),
  degree: z.enum(['not-asked', 'sometimes', 'usual']).meta({ description: 'What adverts ask in the countries of the guide.' }),
  serviceLines: uniqueList(reference('service-lines').meta({ unprinted: true }), 9).meta({
    description: 'Every line where the role is found. The lines that the page shows, in serviceLines below, are among them.',
  }),
  note: prose(240, 'What this rests on and where it differs: by country, account, provider or client side.'),
})

/** A job as people advertise it. */
export const roleSchema = z
  .strictObject({
    ...entryFields,
    family: z.enum(familyNames).meta({ description: 'The line of the map it stands on.' }),
    level: z.number().int().min(1).max(7).meta({
      description:
        '1 first job, 2 senior agent or specialist, 3 first lead, 4 assistant manager, 5 operations manager, 6 several programmes, 7 site and above.',
    }),
    side: z
      .array(z.enum(['provider', 'client', 'shared-service']))
      .min(1)
      .max(3)
      .meta({ description: 'On whose side the job exists.' }),
    entry: z.boolean().meta({ description: 'true when people get it without experience of the work.' }),
    aliases: uniqueList(
      z.strictObject({
        name: plain(80, 'The other name.'),
        countries: z.array(country).max(8).optional().meta({ description: 'Where people use it. None: everywhere.' }),
      }),
    ).meta({
      description: 'Other names in adverts.',
    }),
    occupationCodes: z
      .array(
        z.strictObject({
          scheme: z
            .enum(['ISCO-08', 'ESCO', 'O*NET-SOC', 'UK SOC 2020', 'NSQF', 'TESDA'])
            .meta({ description: 'The public list of occupations.' }),
          code: plain(20, 'The code in that list.'),
          title: plain(140, 'What the list calls it.'),
          fit,
        }),
      )
      .max(8),
    quickFacts: z
      .array(
        z.strictObject({
          label: plain(40, 'Two or three words: "Before it".'),
          answer: prose(160, 'The answer. First words carry it.'),
          note: prose(160, 'What it depends on.').optional(),
          figure: figureReference('The number printed with it.').optional(),
        }),
      )
      .min(3)
      .max(6)
      .meta({ description: 'The board at the top, after pay. First words carry the answer.' }),
    fitsIf: z.array(prose(200)).min(2).max(4).meta({ description: 'The job fits you if this is true of you.' }),
    notIf: z.array(prose(200)).min(2).max(4).meta({ description: 'Look elsewhere if this is true of you.' }),
    notToConfuseWith: z
      .array(z.strictObject({ role: reference('roles'), difference: prose(300, 'How to tell the two apart.') }))
      .max(4)
      .optional(),
    reportsTo: uniqueList(reference('roles'), 4).meta({ description: 'Who it answers to.' }),
    manages: uniqueList(reference('roles'), 6).meta({ description: 'Who answers to it.' }),
    span: uniqueList(figureReference(), 4).optional().meta({ description: 'Figures for how many people.' }),
    spanNote: prose(300, 'Why they differ. Needed with two or more.').optional(),
    shift: z.strictObject({
      setting: prose(160, 'Where, when, for whom: one line.'),
      normal: z
        .array(
          z.strictObject({
            time: clock.meta({ description: 'Time of day on that floor.' }),
            what: prose(300, 'What you do then.'),
          }),
        )
        .min(5)
        .max(10),
      badSetting: prose(160, 'What went wrong that day.'),
      bad: z
        .array(
          z.strictObject({
            time: clock.meta({ description: 'Time of day on that floor.' }),
            what: prose(300, 'What happens then.'),
          }),
        )
        .min(3)
        .max(8),
    }),
    duties: z
      .array(
        z.strictObject({
          text: prose(240, 'Verb first. Most of the week first.'),
          skills: uniqueList(reference('skills'), 4).optional().meta({ description: 'What it takes.' }),
          metrics: uniqueList(reference('metrics'), 4).optional().meta({ description: 'Where it shows.' }),
          ai: aiMark.optional(),
        }),
      )
      .min(6)
      .max(12),
    measuredBy: z
      .array(
        z.strictObject({
          metric: reference('metrics'),
          control: prose(240, 'What this role can do about it, and what it cannot.'),
          trap: prose(240, 'How it misleads here.'),
        }),
      )
      .min(3)
      .max(7),
    competencies: z.array(competencySchema).min(4).max(10),
    tools: z.array(plain(100)).min(1).max(10).meta({ description: 'Kinds of system first, product names as examples.' }),
    equipment: z
      .array(z.strictObject({ item: plain(100, 'What you need to have.'), paidBy: prose(160, 'Who pays for it, and when that differs.') }))
      .max(5)
      .optional(),
    routes: z
      .array(
        z.strictObject({
          kind: z
            .enum(['first-job', 'promotion', 'sideways', 'outside', 'study', 'client-side'])
            .meta({ description: 'Where people come from on this way in.' }),
          title: plain(80, 'The way in, in a few words.'),
          text: prose(500, 'How it goes, and what it asks.'),
          countries: z.array(country).max(8).optional().meta({ description: 'Where this way exists. None: everywhere.' }),
          sources: uniqueList(reference('sources'), 4).optional().meta({ description: 'What it rests on.' }),
        }),
      )
      .min(2)
      .max(6),
    degree: z
      .array(
        z.strictObject({
          where: plain(60, 'A country, or "Everywhere".'),
          rule: prose(300, 'What employers there ask.'),
          source: reference('sources').optional(),
        }),
      )
      .min(1)
      .max(5),
    work: workSchema.meta({ description: 'Our reading of the working conditions, for lists and comparisons. The page does not show it.' }),
    hiringSteps: z.array(prose(240)).min(2).max(7).meta({ description: 'What happens between the advert and the offer, in order.' }),
    firstNinety: z
      .array(z.strictObject({ when: plain(40, 'When in the first ninety days.'), what: prose(300, 'What happens, and what is expected.') }))
      .min(2)
      .max(5),
    outlook: z
      .array(
        z.strictObject({
          source: reference('sources'),
          aspect: slug.optional().meta({ description: 'Permanent. Tells a line from another one of the same source.' }),
          says: prose(300, 'What the publication expects.'),
          scope: prose(200, 'Who and where it is about.'),
          figures: uniqueList(figureReference(), 3).optional().meta({ description: 'The numbers it gives.' }),
        }),
      )
      .max(5),
    outlookNote: prose(500, 'Why they differ, and what to do about it. Needed when outlook has entries.').optional(),
    certifications: z
      .array(
        z.strictObject({
          certification: reference('certifications'),
          verdict: choiceOf(VERDICTS).meta({
            description: 'needed: adverts ask for it. helps: it can tip a choice. skip: spend the money elsewhere.',
          }),
          why: prose(240, 'Why this verdict, for this job.'),
        }),
      )
      .max(8),
    serviceLines: uniqueList(reference('service-lines')).meta({ description: 'The kinds of work that the page shows.' }),
    industries: uniqueList(reference('industries')).meta({ description: 'The client sectors that the page shows.' }),
    guides: uniqueList(reference('guides'), 4).optional().meta({ description: 'What to read with this.' }),
    leadsTo: z.array(moveSchema).max(12),
    leadsOut: z
      .array(z.strictObject({ to: plain(80, 'The job outside.'), why: prose(300, 'What you bring to it, and what it asks.') }))
      .min(1)
      .max(5)
      .meta({ description: 'Out of BPO.' }),
    tips: z
      .array(
        z.strictObject({
          kind: z.enum(['do', 'avoid']).meta({ description: 'do: worth doing. avoid: a mistake that others made.' }),
          text: prose(300, 'The tip.'),
          recovery: prose(300, 'What to do when it has already gone wrong.'),
        }),
      )
      .min(3)
      .max(7),
    questions: z
      .array(z.strictObject({ question: plain(140, 'As a reader asks it.'), answer: prose(700, 'The answer, first words first.') }))
      .min(3)
      .max(7),
    learn: z
      .array(
        z.strictObject({
          title: plain(120, 'What to read, watch or take.'),
          by: plain(80, 'Who made it.'),
          url: httpsUrl.optional().meta({ description: 'Where it is.' }),
          free: z.boolean().meta({ description: 'true when it costs nothing.' }),
          note: prose(240, 'What it is good for, and what not.'),
        }),
      )
      .max(5)
      .optional(),
  })
  .superRefine(entryRules)
  .superRefine((role, context) => {
    if (role.outlook.length > 0 && !role.outlookNote)
      context.addIssue({
        code: 'custom',
        path: ['outlookNote'],
        message: 'is missing. Say why the sources differ, or what the one source leaves open.',
      })
    if ((role.span?.length ?? 0) > 1 && !role.spanNote)
      context.addIssue({ code: 'custom', path: ['spanNote'], message: 'is missing. Say in one sentence why the figures differ.' })
    for (const [place, line] of role.serviceLines.entries())
      if (!role.work.serviceLines.includes(line))
        context.addIssue({
          code: 'custom',
          path: ['serviceLines', place],
          message: 'is not under work.serviceLines. Add it there too, or remove it here.',
        })
    if (role.duties.some((duty) => duty.ai && olderThan18Months(duty.ai.asOf, role.reviewed)))
      context.addIssue({
        code: 'custom',
        path: ['duties'],
        message: 'holds an AI mark whose source was over 18 months old at review. Find a newer one or remove the mark.',
      })
  })

function olderThan18Months(asOf: string, reviewed: string): boolean {
  const start = new Date(`${`${asOf}-01-01`.slice(0, 10)}T00:00:00Z`)
  start.setUTCMonth(start.getUTCMonth() + 18)
  return start.toISOString().slice(0, 10) < reviewed
}

export type Role = z.infer<typeof roleSchema>

/** Named data blocks that a role's text may place with `<Data block="…" />`; the rest follow in this order. */
export const ROLE_BLOCKS = [
  'place',
  'shift',
  'bad-day',
  'duties',
  'measures',
  'competencies',
  'tools',
  'routes',
  'first-ninety',
  'pay',
  'outlook',
  'certifications',
  'work',
  'moves',
  'tips',
  'questions',
  'learn',
] as const
export type RoleBlock = (typeof ROLE_BLOCKS)[number]
