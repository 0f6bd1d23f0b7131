import type { Entry, Library } from './content/library.ts'
import type { StartLink, StartRole, StartRules } from './reader/start-rules.ts'
import type { RoleBlock } from './role.ts'
import { firstToHold } from './start-question.ts'

/** Where newcomers are told how to get in. */
const FIRST_JOB = 'your-first-job-in-bpo'

/** The questions, their rules as they come out for the roles of today, and what the card of each role says. */
export function startOutline(library: Library): StartRules {
  const questions = library.all('start-questions')
  const roles = candidates(library)
  return {
    roles: roles.map((role) => outlineOf(role, library)),
    questions: questions.map(({ id, data }) => ({
      id,
      title: data.title,
      ...(data.assumed === undefined ? {} : { assumed: data.assumed }),
      options: data.options.map(({ id, label, limit, list, rules }) => {
        const found = firstToHold(rules, roles)
        return {
          id,
          label,
          ...(limit ? { limit } : {}),
          ...(list === undefined ? {} : { list }),
          rules: rules
            .map(({ effect, reason }, place) => ({ effect, reason, roles: (found[place] ?? []).map((role) => roles.indexOf(role)) }))
            .filter((rule) => rule.roles.length > 0),
        }
      }),
    })),
  }
}

/** Roles that can come out at all: a question that counts before it is answered must let them through with some answer. */
function candidates(library: Library): Entry<'roles'>[] {
  const roles = library.all('roles')
  const shut = library
    .all('start-questions')
    .filter(({ data }) => data.assumed !== undefined)
    .map(({ data }) =>
      data.options.map(
        ({ rules }) => new Set(firstToHold(rules, roles).flatMap((found, place) => (rules[place]?.effect === 'rules-out' ? found : []))),
      ),
    )
  return roles.filter((role) => !shut.some((answers) => answers.every((out) => out.has(role))))
}

function outlineOf(role: Entry<'roles'>, library: Library): StartRole {
  const { title, summary, family, work, notIf } = role.data
  return {
    id: role.id,
    title,
    address: role.address,
    summary,
    family,
    lines: work.serviceLines,
    notIf,
    note: work.note,
    firstStep: firstStep(role, library),
    pay: blockAddress(role, 'pay'),
  }
}

/** A block of a role's page, under the heading of its own or where the writer placed it. */
const blockAddress = (role: Entry<'roles'>, block: RoleBlock) =>
  `${role.address}#${role.body.blocks.some(({ name }) => name === block) ? `block-${block}` : block}`

/** What to read to get there: the guide for newcomers, else the stage of a pathway before the post, else the ways in on its page. */
function firstStep(role: Entry<'roles'>, library: Library): StartLink {
  const guide = role.data.entry ? library.find('guides', FIRST_JOB) : undefined
  if (guide) return { text: guide.data.title, address: guide.address }
  for (const pathway of library.all('pathways')) {
    const stages = library.stagesOf(pathway.id)
    const place = stages.findIndex(({ data }) => data.role === role.id)
    const before = place > 0 ? stages[place - 1] : undefined
    if (before) return { text: `${before.data.title}, on the way “${pathway.data.title}”`, address: before.address }
  }
  return { text: 'How people get in', address: blockAddress(role, 'routes') }
}
