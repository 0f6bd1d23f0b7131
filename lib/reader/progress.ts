/**
 * What a reader marks, and the rules by which two copies of it become one. Pure: no storage, no clock, no guide content.
 * Steps are known by their permanent ids; ids that today's guide does not know are kept like all others.
 */

export const STATES = ['todo', 'doing', 'done', 'skip'] as const
export type State = (typeof STATES)[number]

export const STATE_NAMES: Record<State, string> = { todo: 'To do', doing: 'Doing', done: 'Done', skip: 'Not for me' }

/** What a reader says of one step. Empty text and dates mean that nothing was said. */
export interface Mark {
  state: State
  note: string
  /** The day it should be done, "2027-01-31". */
  target: string
  doneOn: string
  /** A web address, or words that say where the proof lies. */
  evidence: string
  /** How often the step was changed, at most `MOST_CHANGES`. Where two copies meet, the one changed more often is the later one; clocks are not asked. */
  changes: number
}

/** Where a reader began on a pathway. Stages before it are behind them, except those they opened again. */
export interface Start {
  /** Id of a stage of that pathway. */
  stage: string
  reopened: readonly string[]
  changes: number
}

/** The level at which readers say of themselves that they can show a skill: 1 to 4, 0 when they took it back. */
export interface Claim {
  level: number
  changes: number
}

export interface Plan {
  /** Id of the role or, for a way out of the trade, of the pathway; empty until chosen. */
  target: string
  /** Hours a week. */
  pace: number
  /** Since when the reader has been in the stage they are in now; empty when not said. */
  since: string
  /** Name on the printed plan. Stays out of links unless the reader puts it in. */
  name: string
  changes: number
}

export interface Progress {
  steps: ReadonlyMap<string, Mark>
  /** By id of the pathway. */
  starts: ReadonlyMap<string, Start>
  /** By id of the skill. */
  claims: ReadonlyMap<string, Claim>
  plan: Plan
}

/** Counts stop here, which no reader reaches. A file from elsewhere that claims more would win every merge for ever. */
export const MOST_CHANGES = 1_000_000
const oneMore = (changes: number) => Math.min(MOST_CHANGES, changes + 1)

export const PACE = { least: 1, usual: 3, most: 40 } as const

export const UNMARKED: Mark = { state: 'todo', note: '', target: '', doneOn: '', evidence: '', changes: 0 }
export const NO_PLAN: Plan = { target: '', pace: PACE.usual, since: '', name: '', changes: 0 }
export const NOTHING: Progress = { steps: new Map(), starts: new Map(), claims: new Map(), plan: NO_PLAN }

export const markOf = (progress: Progress, step: string): Mark => progress.steps.get(step) ?? UNMARKED

/** Whether the reader has left anything at all. */
export const isEmpty = ({ steps, starts, claims, plan }: Progress) =>
  steps.size === 0 && starts.size === 0 && claims.size === 0 && plan.changes === 0

export type MarkFields = Partial<Omit<Mark, 'changes'>>

/** One act of a reader. It says what changes, not what the whole looks like after, so that two open tabs do not undo each other. */
export type Change =
  /** `notedFrom` is the note as it was when the reader began to write: another one in its place since then is not lost. */
  | { what: 'step'; id: string; fields: MarkFields; notedFrom?: string }
  /** As if nothing had ever been said of the step; with `said` only what one act said, so that what came later stays. */
  | { what: 'forget-step'; id: string; said?: MarkFields }
  | { what: 'start'; pathway: string; stage: string; reopened: readonly string[] }
  /** As if the questions had never been answered. */
  | { what: 'forget-start'; pathway: string }
  | { what: 'claim'; skill: string; level: number }
  | { what: 'plan'; fields: Partial<Omit<Plan, 'changes'>> }
  /** Several acts of the kinds above at once, taken back at once. */
  | { what: 'together'; changes: readonly Change[] }
  | { what: 'add'; progress: Progress }
  | { what: 'replace'; progress: Progress }

/** The progress after an act. The given one is not changed. */
export function applied(progress: Progress, change: Change): Progress {
  switch (change.what) {
    case 'step': {
      const before = markOf(progress, change.id)
      const { note = before.note } = change.fields
      const kept = change.notedFrom !== undefined && change.notedFrom !== before.note ? bothNotes(note, before.note) : note
      return {
        ...progress,
        steps: with_(progress.steps, change.id, { ...before, ...change.fields, note: kept, changes: oneMore(before.changes) }),
      }
    }
    case 'forget-step': {
      const { id, said } = change
      const rest = said && progress.steps.has(id) ? applied(progress, takenBack(id, said)) : NOTHING
      return saysNothing(markOf(rest, id)) ? { ...progress, steps: without(progress.steps, id) } : rest
    }
    case 'start': {
      const changes = oneMore(progress.starts.get(change.pathway)?.changes ?? 0)
      return { ...progress, starts: with_(progress.starts, change.pathway, { stage: change.stage, reopened: change.reopened, changes }) }
    }
    case 'forget-start':
      return { ...progress, starts: without(progress.starts, change.pathway) }
    case 'claim': {
      const changes = oneMore(progress.claims.get(change.skill)?.changes ?? 0)
      return { ...progress, claims: with_(progress.claims, change.skill, { level: change.level, changes }) }
    }
    case 'plan':
      return { ...progress, plan: { ...progress.plan, ...change.fields, changes: oneMore(progress.plan.changes) } }
    case 'together':
      return change.changes.reduce(applied, progress)
    case 'add':
      return merged(progress, change.progress)
    case 'replace':
      return change.progress
  }
}

/** The act that takes `change` back, to be found before it is done. */
export function inverse(progress: Progress, change: Change): Change {
  switch (change.what) {
    case 'step': {
      const { id, fields } = change
      const mark = progress.steps.get(id)
      // The act may have kept another tab's note beside its own: both are its doing.
      const { note } = markOf(applied(progress, change), id)
      const noted = fields.note === undefined ? {} : { note }
      if (!mark) return { what: 'forget-step', id, said: { ...fields, ...noted } }
      // Only what this act changed is changed back; what another tab does to the step in between stays.
      return { what: 'step', id, fields: picked(mark, fields), ...(fields.note === undefined ? {} : { notedFrom: note }) }
    }
    case 'forget-step': {
      const mark = progress.steps.get(change.id)
      if (!mark) return { ...change, said: {} }
      const { changes: _, ...fields } = mark
      return { what: 'step', id: change.id, fields, notedFrom: markOf(applied(progress, change), change.id).note }
    }
    case 'start':
    case 'forget-start': {
      const start = progress.starts.get(change.pathway)
      return start
        ? { what: 'start', pathway: change.pathway, stage: start.stage, reopened: start.reopened }
        : { what: 'forget-start', pathway: change.pathway }
    }
    case 'claim':
      return { what: 'claim', skill: change.skill, level: progress.claims.get(change.skill)?.level ?? 0 }
    case 'plan':
      return { what: 'plan', fields: picked(progress.plan, change.fields) }
    case 'together': {
      // Each is taken back to what it found, the last first.
      const back: Change[] = []
      change.changes.reduce((before, each) => {
        back.unshift(inverse(before, each))
        return applied(before, each)
      }, progress)
      return { what: 'together', changes: back }
    }
    case 'add':
    case 'replace':
      return { what: 'replace', progress }
  }
}

/** Those fields of a record that `like` has. */
const picked = <Record extends object>(record: Record, like: object): Partial<Record> =>
  Object.fromEntries(Object.keys(like).map((name) => [name, record[name as keyof Record]])) as Partial<Record>

const takenBack = (id: string, said: MarkFields): Change => ({
  what: 'step',
  id,
  fields: picked(UNMARKED, said),
  ...(said.note === undefined ? {} : { notedFrom: said.note }),
})

const saysNothing = ({ state, note, target, doneOn, evidence }: Mark) => state === UNMARKED.state && !(note || target || doneOn || evidence)

const with_ = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> =>
  new Map(map).set(key, value)

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** Two copies as one, each thing by its later change; where one says nothing the other is heard, and no note is lost. */
export function merged(a: Progress, b: Progress): Progress {
  return {
    steps: mergedMaps(a.steps, b.steps, mergedMarks),
    starts: mergedMaps(a.starts, b.starts, later),
    claims: mergedMaps(a.claims, b.claims, later),
    plan: mergedPlans(a.plan, b.plan),
  }
}

function mergedMaps<Value>(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>, merge: (a: Value, b: Value) => Value) {
  const both = new Map(a)
  for (const [key, value] of b) {
    const own = a.get(key)
    both.set(key, own === undefined ? value : merge(own, value))
  }
  return both
}

/** The one that was changed more often; of two changed equally often always the same one, whichever comes first. */
function later<Value extends { changes: number }>(a: Value, b: Value, asText: (value: Value) => string = JSON.stringify): Value {
  if (a.changes !== b.changes) return a.changes > b.changes ? a : b
  return asText(a) >= asText(b) ? a : b
}

/** Notes come last: both are kept, so were they first, the same copy merged in again could win what it lost before. */
const noteLast = ({ note, ...rest }: Mark) => JSON.stringify({ ...rest, note })

function mergedMarks(a: Mark, b: Mark): Mark {
  const winner = later(a, b, noteLast)
  const loser = winner === a ? b : a
  return {
    state: winner.state,
    note: bothNotes(winner.note, loser.note),
    target: winner.target || loser.target,
    // A step that is no longer done has no day on which it was.
    doneOn: winner.state === 'done' ? winner.doneOn || loser.doneOn : winner.doneOn,
    evidence: winner.evidence || loser.evidence,
    changes: winner.changes,
  }
}

function mergedPlans(a: Plan, b: Plan): Plan {
  const winner = later(a, b)
  const loser = winner === a ? b : a
  return { ...winner, target: winner.target || loser.target, since: winner.since || loser.since, name: winner.name || loser.name }
}

/** Both notes, the later first, one of them only where it holds the other. */
function bothNotes(later: string, earlier: string): string {
  if (later.includes(earlier)) return later
  if (earlier.includes(later)) return earlier
  return `${later}\n\n${earlier}`
}
