import { oneToOne } from './one-to-one.ts'
import { LEVEL_NAMES, type SkillOutline, type SourcedTime } from './outline.ts'
import { dayText, monthsText } from './plan-dates.ts'
import type { PlanGroup, PlanStep, PlanView } from './plan-view.ts'
import type { State } from './progress.ts'
import type { Gap } from './standing.ts'

/**
 * A plan as a checklist in Markdown (CommonMark with the task lists and strikethrough of GitHub), to be pasted into notes, mails and
 * boards. What readers wrote stays text: it makes no headings, lists or pictures, and of its links only web addresses are ours.
 * Programs may still turn a bare mail address into a link of their own.
 */

/** `origin` stands before addresses, without a slash at its end; `guide` gives the titles of skills. */
export function planMarkdown(view: PlanView, origin: string, guide: { skills: readonly SkillOutline[] }): string {
  const behind = view.groups.filter((group) => group.behind)
  const sections = [
    `# ${view.goal === '' ? 'Plan' : `Plan: ${inline(view.goal)}`}`,
    `${dayText(view.today)}. ${view.count.done} of ${view.count.total} steps done.`,
    behind.length === 0 ? '' : `Behind me: ${behind.map(({ stage }) => inline(stage.title)).join(', ')}.`,
    ...view.groups.filter((group) => !group.behind).map((group) => stageSection(group, origin, stageTitle(group))),
    ...view.others.map((group) => stageSection(group, origin, `Also: ${stageTitle(group)}, ${inline(group.pathway.title)}`)),
    movedSection(view),
    gapSection(view, origin, guide.skills),
    `## Before the next one-to-one\n\n${paragraphs(oneToOne(view, guide), '> ')}`,
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

const stageTitle = ({ stage, order }: PlanGroup) => `Stage ${order}: ${inline(stage.title)}`

function stageSection({ stage, steps, dates }: PlanGroup, origin: string, title: string): string {
  const parts = [`## ${title}`, `${origin}${stage.address}`]
  if (dates) {
    const { earliest, latest, weeks } = dates
    const [low, high] = weeks
    const when = `Done ${monthsText(earliest, latest)}, if all goes well and if it does not`
    const work = `the open steps take ${low === high ? low : `${low} to ${high}`} ${high === 1 ? 'week' : 'weeks'} at my pace`
    const why =
      dates.by === 'source'
        ? `The months that sources give for this stage decide: ${work}, which is less.`
        : stage.stay
          ? `The work decides: ${work}, and the months that sources give are not longer.`
          : `Only the work decides: ${work}. No source says how long the stage takes, so this is the least.`
    parts.push(`${when}. ${why}`)
    if (stage.stay) parts.push(stage.stay.sources.map((each) => sourceLine(each, origin)).join('\n'))
  }
  parts.push(steps.map(stepItem).join('\n'))
  return parts.filter(Boolean).join('\n\n')
}

/** Without a box, so that nobody counts it as a step, and with a star, so that the steps below are a list of their own. */
const sourceLine = ({ text, label, when, fit, source, address }: SourcedTime, origin: string) =>
  `* Source: ${inline(text)}. ${inline(label)}. ${inline(fit)} [${inline(source)}](${origin}${address}), ${inline(when)}.`

const STATE_NOTES: Record<State, string> = { todo: '', doing: ' (doing)', done: '', skip: ' (not for me)' }

function stepItem({ step, mark, late }: PlanStep): string {
  const text = mark.state === 'skip' ? `~~${inline(step.text)}~~` : inline(step.text)
  const lines = [
    `- [${mark.state === 'done' ? 'x' : ' '}] ${text}${STATE_NOTES[mark.state]}`,
    mark.target === '' ? '' : `Target: ${dayText(mark.target)}${late ? ' (late)' : ''}`,
    mark.doneOn === '' ? '' : `Done: ${dayText(mark.doneOn)}`,
    mark.state === 'skip' ? '' : `What shows it: ${inline(step.evidence)}`,
    mark.evidence.trim() === '' ? '' : `My proof: ${inline(mark.evidence)}`,
  ]
  const note = mark.note.trim() === '' ? '' : `\n\n${paragraphs(`Note: ${mark.note.trim()}`, INDENT)}`
  return `${lines.filter(Boolean).join(`${LINE_BREAK}${INDENT}`)}${note}`
}

function movedSection({ moved }: PlanView): string {
  const gone = moved.filter(({ now }) => now === undefined)
  if (gone.length === 0) return ''
  const items = gone.map(({ text, mark }) => {
    const note = mark.note.trim() === '' ? '' : `\n\n${paragraphs(`Note: ${mark.note.trim()}`, INDENT)}`
    return `- [${mark.state === 'done' ? 'x' : ' '}] ${inline(text)}${STATE_NOTES[mark.state]}${note}`
  })
  return `## No longer in the guide\n\n${items.join('\n')}`
}

function gapSection({ gaps, role }: PlanView, origin: string, skills: readonly SkillOutline[]): string {
  if (!role) return ''
  const open = gaps.filter(({ have, asked }) => have < asked)
  const title = `## Gaps to the role: ${inline(role.title)}\n\n${origin}${role.address}`
  if (open.length === 0) return role.asks.length === 0 ? '' : `${title}\n\nNone: I can show everything that the role asks.`
  return `${title}\n\n${open.map((gap) => gapLine(gap, skills)).join('\n')}`
}

function gapLine({ skill, asked, have, need, steps }: Gap, skills: readonly SkillOutline[]): string {
  const title = skills.find(({ id }) => id === skill)?.title ?? skill.replaceAll('-', ' ')
  const shown = have === 0 ? 'nothing to show yet' : `I can show ${LEVEL_NAMES[have]}`
  const first = steps[0]
  return `- ${inline(title)}, ${need}: asked ${LEVEL_NAMES[asked]}, ${shown}.${first ? ` Next step: ${inline(first.step.text)}` : ''}`
}

/** What belongs to a list item stands as far in as its text. */
const INDENT = '  '
/** Two spaces keep a line break and cannot be seen where Markdown is not read. */
const LINE_BREAK = '  \n'

/** Text of several lines, each behind `before`; empty lines part paragraphs. */
function paragraphs(text: string, before: string): string {
  return text
    .split(/\s*\n\s*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map(inline)
        .filter(Boolean)
        .map((line) => `${before}${line}`)
        .join(LINE_BREAK),
    )
    .filter(Boolean)
    .join(`\n${before.trimEnd()}\n`)
}

const ADDRESS = /\bhttps?:\/\/[^\s<>]*[^\s<>.,;:!?'"()[\]{}*_~`|\\]/gi

/** One line of text that Markdown shows as it is written. Web addresses become links, as they are. */
function inline(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  let [shown, from] = ['', 0]
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    shown += `${escaped(line.slice(from, index))}<${address}>`
    from = index + address.length
  }
  // Marks that begin a block do so only at the beginning of a line.
  return `${shown}${escaped(line.slice(from))}`.replace(/^[#>+=:-]/, '\\$&').replace(/^(\d{1,9})(?=[.)])/, '$1\\')
}

/**
 * Marks that mean something wherever they stand; an underscore inside a word does not. Beginnings of addresses are parted, for
 * programs that make links of them would take the marks behind them into the link and read on without them.
 */
const escaped = (text: string) =>
  text
    .replace(/[\\`*[\]<&~|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/https?(?=:)/gi, '$&\\')
