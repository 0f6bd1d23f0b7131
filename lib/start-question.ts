import { z } from 'zod'
import { entryFields, entryRules } from './entry.ts'
import { plain, prose, reference, slug, uniqueList } from './fields.ts'
import { EFFECTS } from './reader/start-rules.ts'
import { type Role, roleSchema } from './role.ts'
import { level } from './skill.ts'

const { family, level: roleLevel, side, routes, work } = roleSchema.shape
const someOf = <Item extends z.ZodType>(item: Item) => uniqueList(item, 20).min(1).optional()
// The page prints what follows from a rule, not what it asks for.
const someRoles = someOf(reference('roles').meta({ unprinted: true }))
const someSkills = someOf(reference('skills').meta({ unprinted: true }))

/** What a role must be for a rule to hold: all that is written here, each by one of the values listed. An empty map holds for every role. */
const conditionSchema = z.strictObject({
  contact: someOf(work.shape.contact),
  home: someOf(work.shape.home),
  nights: someOf(work.shape.nights),
  degree: someOf(work.shape.degree),
  serviceLines: someOf(reference('service-lines').meta({ unprinted: true })),
  family: someOf(family),
  level: someOf(roleLevel),
  side: someOf(side.element).meta({ description: 'On whose side the job exists.' }),
  entry: z.boolean().optional(),
  route: someOf(routes.element.shape.kind),
  leadsTo: someRoles,
  needs: someSkills.meta({ description: 'One of these skills is essential.' }),
  needsAt: someOf(level).meta({ description: 'The levels at which one of them is essential. Any, when left out.' }),
  without: someSkills.meta({ description: 'None of these skills is essential.' }),
  roles: someRoles.meta({ description: 'One of these roles by name. Only for what no other field tells.' }),
})
export type Condition = z.infer<typeof conditionSchema>

const ruleSchema = z.strictObject({
  when: conditionSchema,
  effect: z.enum(EFFECTS).meta({
    description: 'for: a wish is met. against: it is not. rules-out: never shown. note: neither, but the reader should ask about it.',
  }),
  reason: prose(200, 'A sentence to the reader, true of every role that the rule holds for.'),
})

/**
 * One question of the page that proposes three roles. The title is the question, the summary why it is asked, the text its limits.
 * Of the rules of an answer the first that holds for a role is the one that counts.
 */
export const startQuestionSchema = z
  .strictObject({
    ...entryFields,
    order: z.number().int().min(1).max(8).meta({ description: 'Its place on the page. What rules out most comes first.' }),
    assumed: slug.optional().meta({ description: 'The answer that holds until the reader gives another.' }),
    options: z
      .array(
        z.strictObject({
          id: slug.meta({ description: 'Stands in addresses that readers share: never change it.' }),
          label: plain(120, 'The answer in the reader’s words.'),
          list: z
            .string()
            .regex(/^[a-z]+=[a-z-]+$/, 'is no filter. Write it as in the address of the list of roles: "nights=rare".')
            .optional()
            .meta({ description: 'The filter of the list of roles that comes nearest to this answer.' }),
          limit: z.boolean().optional().meta({
            description: 'true when the reader cannot do otherwise: what speaks against then weighs before every wish.',
          }),
          rules: z.array(ruleSchema).min(1).max(12),
        }),
      )
      .min(2)
      .max(6),
  })
  .superRefine(entryRules)
  .superRefine(({ assumed, options }, context) => {
    for (const [place, { id }] of options.entries())
      if (options.findIndex((option) => option.id === id) < place)
        context.addIssue({ code: 'custom', path: ['options', place, 'id'], message: 'is the id of an answer above. Give each its own.' })
    for (const [place, { rules }] of options.entries())
      for (const [rule, { when }] of rules.entries())
        if (when.needsAt && !when.needs)
          context.addIssue({
            code: 'custom',
            path: ['options', place, 'rules', rule, 'when', 'needsAt'],
            message: 'stands without needs. Say which skills are meant.',
          })
    if (assumed !== undefined && !options.some(({ id }) => id === assumed))
      context.addIssue({ code: 'custom', path: ['assumed'], message: 'is not the id of an answer below.' })
  })
export type StartQuestion = z.infer<typeof startQuestionSchema>

/** For each rule of an answer the roles that it counts for: those that no rule above it holds for. */
export function firstToHold<R extends { id: string; data: Role }>(
  rules: StartQuestion['options'][number]['rules'],
  roles: readonly R[],
): R[][] {
  const first = new Map(roles.map((role) => [role, rules.findIndex(({ when }) => meets(role, when))]))
  return rules.map((_, place) => roles.filter((role) => first.get(role) === place))
}

/** Whether a role is what a rule asks for. */
export function meets(role: { id: string; data: Role }, condition: Condition): boolean {
  const { data } = role
  const essential = data.competencies.filter(({ need }) => need === 'essential')
  const among = <Value>(values: readonly Value[] | undefined, ...own: readonly Value[]) =>
    values === undefined || own.some((value) => values.includes(value))
  return (
    among(condition.contact, data.work.contact) &&
    among(condition.home, data.work.home) &&
    among(condition.nights, data.work.nights) &&
    among(condition.degree, data.work.degree) &&
    among(condition.serviceLines, ...data.work.serviceLines) &&
    among(condition.family, data.family) &&
    among(condition.level, data.level) &&
    among(condition.side, ...data.side) &&
    (condition.entry === undefined || condition.entry === data.entry) &&
    among(condition.route, ...data.routes.map(({ kind }) => kind)) &&
    among(condition.leadsTo, ...data.leadsTo.map((move) => move.role)) &&
    among(condition.needs, ...essential.filter((each) => among(condition.needsAt, each.level)).map(({ skill }) => skill)) &&
    !essential.some(({ skill }) => condition.without?.includes(skill)) &&
    among(condition.roles, role.id)
  )
}
