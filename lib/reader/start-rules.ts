import { listed } from './listed.ts'

/** Where the page of questions gets the rules and the roles from. */
export const START_RULES = '/start/rules.json'

/** What a rule means for the roles it holds for. Only `rules-out` removes; a `note` weighs nothing. */
export const EFFECTS = ['for', 'against', 'rules-out', 'note'] as const
export type Effect = (typeof EFFECTS)[number]

/** A role that the questions may propose, with what its card says. */
export interface StartRole {
  id: string
  title: string
  address: string
  summary: string
  family: string
  /** Kinds of work it is found in, by their ids. */
  lines: string[]
  notIf: string[]
  /** What our reading of its hours, place and contact rests on. */
  note: string
  firstStep: StartLink
  pay: string
}

export interface StartLink {
  text: string
  address: string
}

/** A rule as it came out for the roles: which it is the first to hold for, by their place in the list. */
export interface StartRule {
  effect: Effect
  reason: string
  roles: number[]
}

export interface StartOption {
  id: string
  label: string
  /** The filter of the list of roles that comes nearest: "nights=rare". */
  list?: string
  /** The reader cannot do otherwise. */
  limit?: boolean
  rules: StartRule[]
}

export interface StartQuestion {
  id: string
  title: string
  /** The answer that holds until there is another. */
  assumed?: string
  options: StartOption[]
}

/** All that the page needs to choose. Roles stand in the order of the guide, which decides where nothing else does. */
export interface StartRules {
  roles: StartRole[]
  questions: StartQuestion[]
}

/** The chosen answer of each question, by their ids. */
export type Answers = ReadonlyMap<string, string>

/** A proposed role with the reasons, in the order of the questions. */
export interface Proposal {
  role: StartRole
  reasons: string[]
  against: string[]
  notes: string[]
}

/** Answers that shut roles out, and what leaving them out would open. */
export interface Loosening {
  answers: { question: string; label: string }[]
  opens: StartRole[]
}

export interface Choice {
  /** At most three, best first. */
  proposals: Proposal[]
  /** Told when fewer than three are left. */
  loosenings: Loosening[]
}

/** How many roles are proposed. */
export const THREE = 3

interface Ranked extends Proposal {
  place: number
  /** How much speaks against it among what the reader cannot do. */
  limits: number
  /** Wishes met, less those not met. */
  wishes: number
}

const alike = (a: Ranked, b: Ranked) => a.limits === b.limits && a.wishes === b.wishes

/**
 * The three roles for some answers. Rules that rule out remove; then stand first the roles with the least against them among what
 * the reader cannot do, then those that meet the most wishes, a wish not met taking one away; then the order of the guide decides.
 * Three of one kind of work are avoided when another role stands as high as the third. Nothing is proposed without an answer.
 */
export function chooseRoles(rules: StartRules, answers: Answers): Choice {
  if (answers.size === 0) return { proposals: [], loosenings: [] }
  const ranked = rank(rules, answers)
  const [first, second, third] = ranked
  let three = ranked.slice(0, THREE)
  if (first && second && third && sameLine(first.role, second.role, third.role)) {
    const other = ranked.slice(THREE).find((each) => alike(each, third) && !sameLine(first.role, second.role, each.role))
    if (other) three = [first, second, other]
  }
  return {
    proposals: three.map(({ role, reasons, against, notes }) => ({ role, reasons, against, notes })),
    loosenings: three.length < THREE ? loosen(rules, answers, ranked) : [],
  }
}

/** Whether all of them belong to one family and one kind of work. */
function sameLine(...roles: readonly StartRole[]): boolean {
  const [first] = roles
  return (
    !!first &&
    roles.every(({ family }) => family === first.family) &&
    first.lines.some((line) => roles.every(({ lines }) => lines.includes(line)))
  )
}

/** Every role that no answer rules out, best first. */
function rank({ roles, questions }: StartRules, answers: Answers): Ranked[] {
  const ranked: Ranked[] = []
  for (const [place, role] of roles.entries()) {
    const found: Ranked = { role, place, limits: 0, wishes: 0, reasons: [], against: [], notes: [] }
    let out = false
    for (const { id, assumed, options } of questions) {
      const answer = answers.get(id) ?? assumed
      const option = options.find((each) => each.id === answer)
      const rule = option?.rules.find((each) => each.roles.includes(place))
      if (!option || !rule) continue
      if (rule.effect === 'rules-out') out = true
      if (rule.effect === 'for') found.wishes += found.reasons.push(rule.reason) && 1
      if (rule.effect === 'note') found.notes.push(rule.reason)
      if (rule.effect === 'against') {
        found.against.push(rule.reason)
        if (option.limit) found.limits += 1
        else found.wishes -= 1
      }
    }
    if (!out) ranked.push(found)
  }
  return ranked.sort((a, b) => a.limits - b.limits || b.wishes - a.wishes || a.place - b.place)
}

/** What leaving one answer out would open; where no single one opens anything, two together. */
function loosen(rules: StartRules, answers: Answers, left: readonly Ranked[]): Loosening[] {
  const given = [...answers.keys()]
  const without = (...ids: string[]): Loosening => {
    const fewer = new Map([...answers].filter(([id]) => !ids.includes(id)))
    return {
      answers: rules.questions
        .filter(({ id }) => ids.includes(id))
        .map(({ id, title, options }) => ({
          question: title,
          label: options.find((option) => option.id === answers.get(id))?.label ?? '',
        })),
      opens: rank(rules, fewer)
        .filter(({ place }) => !left.some((each) => each.place === place))
        .map(({ role }) => role),
    }
  }
  const opening = (each: Loosening) => each.opens.length > 0
  const single = given.map((id) => without(id)).filter(opening)
  return single.length > 0 ? single : given.flatMap((id, at) => given.slice(at + 1).map((other) => without(id, other))).filter(opening)
}

/**
 * What an address says: the answers that can be used, in the order of the questions, and the parts that cannot. `said` is the
 * fragment or the query, with its sign.
 */
export function readAnswers(said: string, { questions }: Pick<StartRules, 'questions'>): { answers: Answers; ignored: string[] } {
  const asked = new URLSearchParams(said.replace(/^[?#]/, ''))
  const answers = new Map<string, string>()
  for (const { id, options } of questions) {
    const value = asked.get(id)
    if (options.some((option) => option.id === value)) answers.set(id, value ?? '')
  }
  const used = new Set<string>()
  const ignored: string[] = []
  for (const [name, value] of asked) {
    const fits = answers.get(name) === value && !used.has(name)
    used.add(name)
    if (!fits && value !== '') ignored.push(`${name}=${value}`)
    else if (!questions.some(({ id }) => id === name)) ignored.push(name)
  }
  return { answers, ignored }
}

/** The fragment of an address that says these answers, in the order of the questions: "" without any. No server gets to see it. */
export function writeAnswers(answers: Answers, { questions }: Pick<StartRules, 'questions'>): string {
  const pairs = questions.flatMap(({ id }) => {
    const answer = answers.get(id)
    return answer === undefined ? [] : [`${id}=${answer}`]
  })
  return pairs.length > 0 ? `#${pairs.join('&')}` : ''
}

/** What in an address could not be used, as a sentence; "" when all could. Only its beginning is repeated, however long it is. */
export function ignoredWords(ignored: readonly string[]): string {
  if (ignored.length === 0) return ''
  const named = ignored.slice(0, 3).map((part) => `“${part.length > 30 ? `${part.slice(0, 30)}…` : part}”`)
  const rest = ignored.length - named.length
  return `The address also says ${listed(rest > 0 ? [...named, `${rest} more`] : named)}. This page does not know that and leaves it out.`
}

/** The proposed roles in one sentence, for people who do not see the page change. */
export function choiceWords({ proposals, loosenings }: Choice): string {
  const names = listed(proposals.map(({ role }) => role.title))
  if (proposals.length === THREE) return `Three roles: ${names}.`
  if (proposals.length > 0) return `Your answers leave ${proposals.length === 1 ? 'one role' : 'two roles'}: ${names}.`
  return loosenings.length > 0
    ? 'Your answers leave no role. Below stands which one to loosen.'
    : 'Answer one question and three roles appear.'
}
