import {
  type Claim,
  type Mark,
  MOST_CHANGES,
  NO_PLAN,
  NOTHING,
  PACE,
  type Plan,
  type Progress,
  STATES,
  type Start,
  type State,
  UNMARKED,
} from './progress.ts'

/**
 * Progress as text, in storage and in files alike. Each version is a step on a ladder: text of any earlier one climbs to the newest.
 *
 * 0  `{ done: [ids] }`, without a version
 * 1  `{ version: 1, done: [ids] }`
 * 2  states, notes, dates, evidence, starts, claims, plan
 */
export const VERSION = 2

export type Read =
  /** `damaged` says that something in the text could not be used; the text itself should be set aside. */
  | { progress: Progress; damaged: boolean; version: number }
  /** Written by a newer guide. What of it could be understood may be shown; it must never be written back. */
  | { newer: number; progress: Progress }
  | { unreadable: string }

/** Longer texts are not ours: the longest that all steps of the guide with long notes could fill is far below. */
const MOST_CHARACTERS = 5_000_000
/** More steps than any guide will have. */
const MOST_ENTRIES = 20_000
const LONGEST_NOTE = 20_000

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads text of any version. Never throws; nothing of the text is run or trusted. */
export function readProgress(text: string): Read {
  if (text.length > MOST_CHARACTERS) return { unreadable: 'It is too long to be a plan of this guide.' }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { unreadable: 'It is not complete, or not a plan at all.' }
  }
  if (!isFields(data)) return { unreadable: 'It is not a plan of this guide.' }
  const version = data.version ?? 0
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return { unreadable: 'It does not say which version it is.' }
  const reader = new Reader()
  if (version > VERSION) return { newer: version, progress: reader.progress(data) }
  if (version < 2 && !Array.isArray(data.done)) return { unreadable: 'It holds no marks.' }
  const progress = reader.progress(version < 2 ? fromDoneList(data.done as unknown[], reader) : data)
  return { progress, damaged: reader.damaged, version }
}

/** Versions 0 and 1 were a list of done steps. Written as version 2 it is read like any other. */
function fromDoneList(done: unknown[], reader: Reader): Fields {
  const steps = new Map<string, Fields>()
  for (const id of done) {
    if (typeof id === 'string') steps.set(id, { state: 'done', changes: 1 })
    else reader.damaged = true
  }
  return { steps: Object.fromEntries(steps) }
}

/** The text of progress in the newest version; `extra` fields come first. */
export function writeProgress(progress: Progress, extra: Fields = {}, indent?: number): string {
  const plain = {
    ...extra,
    version: VERSION,
    steps: Object.fromEntries([...progress.steps].map(([id, mark]) => [id, withoutEmpty(mark)])),
    starts: Object.fromEntries(progress.starts),
    claims: Object.fromEntries(progress.claims),
    plan: withoutEmpty(progress.plan),
  }
  return JSON.stringify(plain, undefined, indent)
}

const withoutEmpty = (record: object): Fields => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST_ID = 100

export const isId = (text: string) => text.length <= LONGEST_ID && ID.test(text)

/** A real day between 2000 and 2100, "2027-01-31". */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Text that any browser, file and link can carry: line ends as `\n`, halves of characters and control characters replaced. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** Takes what is right of data that may be anything, and remembers whether something was not. */
class Reader {
  damaged = false

  progress(data: Fields): Progress {
    return {
      steps: this.map(data.steps, (fields) => this.mark(fields)),
      starts: this.map(data.starts, (fields) => this.start(fields)),
      claims: this.map(data.claims, (fields) => this.claim(fields)),
      plan: isFields(data.plan) ? this.plan(data.plan) : this.missing(data.plan, NOTHING.plan),
    }
  }

  private map<Value>(data: unknown, read: (fields: Fields) => Value | undefined): Map<string, Value> {
    const found = new Map<string, Value>()
    if (!isFields(data)) return this.missing(data, found)
    for (const [id, fields] of Object.entries(data)) {
      const value = isId(id) && isFields(fields) && found.size < MOST_ENTRIES ? read(fields) : undefined
      if (value === undefined) this.damaged = true
      else found.set(id, value)
    }
    return found
  }

  private mark(fields: Fields): Mark {
    return {
      state: STATES.includes(fields.state as State) ? (fields.state as State) : this.missing(fields.state, UNMARKED.state),
      note: this.text(fields.note),
      target: this.day(fields.target),
      doneOn: this.day(fields.doneOn),
      evidence: this.text(fields.evidence),
      changes: this.count(fields.changes),
    }
  }

  private start(fields: Fields): Start | undefined {
    const { stage, reopened = [] } = fields
    if (typeof stage !== 'string' || !isId(stage)) return undefined
    const all = Array.isArray(reopened) ? reopened : this.wrong([])
    const ids = all.filter((id): id is string => typeof id === 'string' && isId(id))
    if (ids.length < all.length) this.damaged = true
    return { stage, reopened: [...new Set(ids)], changes: this.count(fields.changes) }
  }

  private claim(fields: Fields): Claim | undefined {
    const { level } = fields
    return typeof level === 'number' && [0, 1, 2, 3, 4].includes(level) ? { level, changes: this.count(fields.changes) } : undefined
  }

  private plan(fields: Fields): Plan {
    const { target, pace } = fields
    // Kept in halves of an hour, which is all that a link carries.
    const paceIsRight = typeof pace === 'number' && pace >= PACE.least && pace <= PACE.most
    return {
      target: typeof target === 'string' && isId(target) ? target : this.missing(target, NO_PLAN.target),
      pace: paceIsRight ? Math.round(pace * 2) / 2 : this.missing(pace, NO_PLAN.pace),
      since: this.day(fields.since),
      name: this.text(fields.name),
      changes: this.count(fields.changes),
    }
  }

  private text(value: unknown): string {
    if (typeof value !== 'string') return this.missing(value, '')
    if (value.length > LONGEST_NOTE) this.damaged = true
    return cleanText(value.slice(0, LONGEST_NOTE))
  }

  private day(value: unknown): string {
    return typeof value === 'string' && isDay(value) ? value : this.missing(value, '')
  }

  /** How often something was changed. */
  private count(value: unknown): number {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_CHANGES ? value : this.missing(value, 1)
  }

  /** `otherwise`; a fault only where there was a value. */
  private missing<Value>(value: unknown, otherwise: Value): Value {
    if (value !== undefined) this.damaged = true
    return otherwise
  }

  private wrong<Value>(otherwise: Value): Value {
    this.damaged = true
    return otherwise
  }
}
