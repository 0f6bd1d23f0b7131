import { LEVEL_NAMES, type PathwayOutline, type SkillOutline, type StepOutline } from './outline.ts'
import { daysBetween } from './plan-dates.ts'
import type { PlanStep, PlanView } from './plan-view.ts'
import { type Count, countOf, type Gap } from './standing.ts'

/**
 * What a reader can say or send before the next one-to-one with their manager: what was done, what comes next and how both see
 * that it is done, the widest gap, one thing to ask for. Said in the first person, with the plan's own words and nothing else.
 * Steps of a pathway that leads out of the trade are never told: whether readers think of leaving is theirs to say.
 */

/** Shorter is curt, longer is not read before a meeting. */
export const WORDS = { least: 60, most: 140 } as const

/** Steps done longer ago were told last time. */
const LATELY = 31
const MOST_DONE = 2

/** How much of the guide's own words go in. */
interface Fullness {
  next: 'whole' | 'short'
  evidence: 'whole' | 'short'
  closing: 'whole' | 'short' | 'none'
  done: number
  promise: boolean
}

const ALL: Fullness = { next: 'whole', evidence: 'whole', closing: 'whole', done: MOST_DONE, promise: true }
/** What is given up, one after the other, until the message is short enough. */
const CUTS: readonly Partial<Fullness>[] = [
  { promise: false },
  { closing: 'short' },
  { evidence: 'short' },
  { done: 1 },
  { next: 'short' },
  { closing: 'none' },
  { done: 0 },
]

/** The message, in paragraphs. `guide` gives the titles of skills. */
export function oneToOne(view: PlanView, guide: { skills: readonly SkillOutline[] }): string {
  let fullness = ALL
  let text = message(view, guide.skills, fullness)
  for (const cut of CUTS) {
    if (countWords(text) <= WORDS.most) break
    fullness = { ...fullness, ...cut }
    text = message(view, guide.skills, fullness)
  }
  return text
}

export const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length

function message(view: PlanView, skills: readonly SkillOutline[], fullness: Fullness): string {
  const next = view.next.find(isTold)
  const gap = widestGap(view.gaps)
  const paragraphs = [
    lately(view, fullness.done),
    next ? nextStep(next, fullness) : noStep(view),
    gapToRole(view, gap, next, skills, fullness),
    `${ask(view, next)}${fullness.promise ? ' I will send you two lines after we talk, so that neither of us has to remember it.' : ''}`,
    question(view, next, gap),
  ]
  return paragraphs.filter(Boolean).join('\n\n')
}

/** Whether a step is a manager's business. */
const isTold = ({ pathway }: { pathway: PathwayOutline }) => pathway.goal !== undefined

/** Counts of the steps that are told, so that no number gives the others away. */
function toldCount({ groups, others }: PlanView): Count {
  const told = [...groups.filter(({ behind }) => !behind), ...others].filter(isTold)
  return countOf(told.flatMap(({ steps }) => steps.map(({ mark }) => mark.state)))
}

function lately(view: PlanView, most: number): string {
  const done = [...view.groups, ...view.others]
    .flatMap(({ steps }) => steps)
    .filter((each) => isTold(each) && each.mark.state === 'done' && each.mark.doneOn !== '')
    .map((each) => ({ ...each, ago: daysBetween(each.mark.doneOn, view.today) }))
    .filter(({ ago }) => ago >= 0 && ago <= LATELY)
    .sort((a, b) => a.ago - b.ago)
    .map(({ step }) => shortened(spoken(step.text).act))
  if (done.length > 0 && most === 0) return 'I have finished a step of my plan in the last month.'
  const [first, second] = done.slice(0, most)
  if (first && second) return `I planned ${infinitive(first)}, and ${infinitive(second)}. In the last month I did both.`
  if (first) return `I planned ${infinitive(first)}. In the last month I did it.`
  const count = toldCount(view)
  if (count.total === 0) return ''
  return count.done === 0 ? 'I have not finished a step of my plan yet.' : 'I have not finished a step of my plan in the last month.'
}

function nextStep({ step, mark }: PlanStep, { next, evidence }: Fullness): string {
  const { when, act } = spoken(step.text)
  const what = next === 'short' ? shortened(act) : act
  const proof = lowered(mine(firstSentence(step.evidence)))
  const name = mark.state === 'doing' ? 'Right now my step' : 'My next step'
  const sentence = `${name}${when === '' ? '' : `, ${when},`} is ${infinitive(what)}.`
  return `${sentence} We will both know it is done when I show you ${evidence === 'short' ? shortened(proof) : proof}.`
}

function noStep(view: PlanView): string {
  const count = toldCount(view)
  if (count.total === 0)
    return 'I would like to talk about where I stand and what I could work on next. I do not have a step in mind yet, and I would like to start a small one this month.'
  if (count.done === count.total) return 'Every step of my plan is done, and I can show you something for each of them.'
  return 'I have done every step of my plan that has to be done. What is left is optional.'
}

/** Only what a role cannot do without, and of that the furthest; of two equal ones the one that the role lists first. */
function widestGap(gaps: readonly Gap[]): Gap | undefined {
  return gaps
    .filter(({ need, have, asked }) => need === 'essential' && have < asked)
    .reduce<Gap | undefined>((widest, each) => (widest && widest.asked - widest.have >= each.asked - each.have ? widest : each), undefined)
}

function gapToRole(
  { role, pathway }: PlanView,
  gap: Gap | undefined,
  next: PlanStep | undefined,
  skills: readonly SkillOutline[],
  { closing }: Fullness,
): string {
  if (!role || role.asks.length === 0) return ''
  const title = lowered(role.title)
  if (!gap) return `I want to be ready for the role of ${title}, and I can show every skill that it cannot do without.`
  const skill = lowered(skills.find(({ id }) => id === gap.skill)?.title ?? gap.skill.replaceAll('-', ' '))
  const have = gap.have === 0 ? 'and I cannot show it yet' : `and I am at ${LEVEL_NAMES[gap.have]} level`
  const sentence = `On my way to the role of ${title}, the widest gap is ${skill}. The role asks for ${LEVEL_NAMES[gap.asked]} level, ${have}.`
  return closing === 'none' ? sentence : `${sentence} ${closer(gap, next, pathway, closing)}`
}

/** Which step would close the gap, or at least make it smaller. */
function closer(gap: Gap, next: PlanStep | undefined, own: PathwayOutline | undefined, closing: 'whole' | 'short'): string {
  const closes = ({ builds }: StepOutline) => builds.some(([skill, level]) => skill === gap.skill && level >= gap.asked)
  const told = gap.steps.filter(isTold)
  if (next && told.some(({ step }) => step === next.step))
    return closes(next.step) ? 'The step I just named would close it.' : 'The step I just named would make it smaller.'
  const rank = ({ step, pathway }: Gap['steps'][number]) => (closes(step) ? 0 : 2) + (pathway === own ? 0 : 1)
  const best = told.sort((a, b) => rank(a) - rank(b))[0]
  if (!best) return 'My plan has no step for it.'
  const { when, act } = spoken(best.step.text)
  const would = `I would ${closing === 'short' ? shortened(act) : act}`.replace(/^I would do not /, 'I would not ')
  return `${closes(best.step) ? 'To close it' : 'To make it smaller'}, ${would}${closing === 'short' || when === '' ? '' : `, ${when}`}.`
}

/** Steps that take at most so many hours need an eye on the result. */
const SMALL = 4
/** Steps that take more than so many hours are work of their own. */
const LARGE = 12

/** One thing that a manager can give, by the size of the step. */
function ask(view: PlanView, next: PlanStep | undefined): string {
  if (!next)
    return toldCount(view).total === 0
      ? 'I would like twenty minutes with you to find it.'
      : 'I would like twenty minutes with you to go through what I have.'
  const [low, high] = next.step.hours
  const hours = low === high ? `${high} hours` : `${low} to ${high} hours`
  if (high <= SMALL) return 'When it is done, I would like ten minutes of your time. Please look at it and tell me one thing to change.'
  if (high <= LARGE) return `I count on ${hours} for it. I would like one fixed hour a week on the roster until it is done.`
  return `I count on ${hours} for it, which is too much to do on the side. I would like one real task at work that I can use for it.`
}

function question(view: PlanView, next: PlanStep | undefined, gap: Gap | undefined): string {
  if (gap) return 'Do you see the same gap, or would you name another one first?'
  if (!next) return toldCount(view).total === 0 ? 'What would you like to see from me first?' : 'What would you like to see from me next?'
  return view.role
    ? 'What else would you need to see from me?'
    : 'Is this the right thing to do first, or would you start with something else?'
}

/** How a step says when it is done: "For ten shifts, …", "If you work from home, …", "After six weeks, and not before, …". */
const WHEN =
  /^((?:After|Before|Each|Every|For|From|If|In|On|Over|Through|When|While|Within)\b(?:[^,]*(?:, (?:and|or) [^,]*)?(?=, )|.*?(?= do not ))),? (.+)$/

/** The first sentence of a step, as its doer says it: "open a proof file", with the time it takes apart. */
function spoken(text: string): { when: string; act: string } {
  const sentence = mine(firstSentence(text))
  const [, when = '', act = sentence] = WHEN.exec(sentence) ?? []
  return { when: lowered(when), act: lowered(act) }
}

/** "to open a file", "not to teach". */
const infinitive = (act: string) => (act.startsWith('do not ') ? `not to ${act.slice('do not '.length)}` : `to ${act}`)

/** Up to the first full stop with a new sentence after it. */
const firstSentence = (text: string) => (text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)[0] ?? '').replace(/[.!?]+$/, '')

/** Where "you" is the one something is done to; everywhere else it is the one who does it. */
const TO_ME =
  /\b(about|addressed to|against|around|asks?|beat|because of|behind|beside|beyond|by|costs?|for|follows?|from|gave|gives?|helps?|lets?|like|made|makes?|names?|near|of|prepares?|shows?|tells?|to|told|with|without) you\b/gi

/** From "your log" to "my log": a step is written to its reader, who now says it. */
const mine = (text: string) =>
  text
    .replace(TO_ME, '$1 me')
    .replace(/\byou were\b/gi, 'I was')
    .replace(/\byou are\b/gi, 'I am')
    .replace(/(?<!-)\byou\b/gi, 'I')
    .replace(/\byour\b/g, 'my')
    .replace(/\bYour\b/g, 'My')
    .replace(/\byours\b/gi, 'mine')
    .replace(/\byourself\b/gi, 'myself')
    // The manager is the one it is said to, where no "their" says otherwise.
    .replace(/\bmy manager’s\b(?!.*\bthe(?:y|ir|m)\b)/gi, 'your')
    .replace(/\bmy manager\b(?!.*\bthe(?:y|ir|m)\b)/gi, 'you')

/** Without a capital in front, except of I, abbreviations and the like. */
const lowered = (text: string) =>
  /^\p{Lu}(?:\p{Lu}|\P{L}|$)/u.test(text) && !/^A\s/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)

/** Fewer words before a break say too little; "with" often brings what the step is about. */
const leastWords = (found: string) => (found === ' with ' ? 5 : 3)
const BREAK = /,? and |, | with | so that | until |: /g
/** What follows a comma between the members of a list: "chat or back office", "reviews, certificates and mails". */
const LIST = /^\S+(?: \S+)?(?:, \S+(?: \S+)?)* (?:and|or) /

/** As much as says what it is: up to the first break after a few words that does not cut a list in two. */
function shortened(text: string): string {
  let inList = false
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    const before = text.slice(0, index)
    if (found === ', ' && (LIST.test(text.slice(index + 2)) || countWords(before) < leastWords(found))) inList = true
    else if (found === ' and ' && (inList || /\b(?:between|both)\b[^,]*$|\bbefore$/.test(before))) inList = false
    else if (countWords(before) >= leastWords(found) && !(inList && found === ', ')) return before
  }
  return text
}
