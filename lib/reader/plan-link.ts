import type { GuideOutline } from './outline.ts'
import { type Claim, type Mark, NO_PLAN, PACE, type Plan, type Progress, STATES, type Start, UNMARKED } from './progress.ts'
import { cleanText, isDay } from './progress-format.ts'

/**
 * A plan as the part of an address after `#`, which browsers send to nobody: `#plan=1…`.
 *
 * Version 1 is a row of bytes in base64url between the version and a closing letter. Every id is written as three bytes, its
 * fingerprint, which depends on nothing but the id itself; the first three bytes are the fingerprint of all the others, so a link
 * that lost its end on the way is noticed. What the guide does not know is counted and left out.
 */
const VERSION = '1'
/** The letter at the end. Chats cut marks like `-` and `_` off the end of a link, letters never. */
const END = 'z'
const NAME = 'plan='

/** Longer addresses are cut or refused by chats, and not read by us. */
export const MOST_CHARACTERS = 2000

/** Every id that a link may name, by kind. */
export interface Names {
  steps: Iterable<string>
  targets: Iterable<string>
  pathways: Iterable<string>
  stages: Iterable<string>
  skills: Iterable<string>
}

export function namesOf({ pathways, roles, skills, former }: GuideOutline): Names {
  return {
    steps: pathways.flatMap(({ stages, retired }) => [
      ...stages.flatMap((stage) => stage.steps.map(({ id }) => id)),
      ...retired.map(({ id }) => id),
    ]),
    targets: [...roles.map(({ id }) => id), ...pathways.map(({ id }) => id), ...Object.keys(former.targets)],
    pathways: [...pathways.map(({ id }) => id), ...Object.keys(former.targets)],
    stages: [
      ...pathways.flatMap(({ stages }) => stages.map(({ id }) => id)),
      ...Object.keys(former.stages).map((place) => place.slice(place.indexOf('/') + 1)),
    ],
    skills: [...skills.map(({ id }) => id), ...Object.keys(former.skills)],
  }
}

/** Three bytes of an id: the 32 bits of FNV-1a folded to 24 (draft-eastlake-fnv, section 3). */
export const fingerprint = (id: string) => folded(new TextEncoder().encode(id))

function folded(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return ((hash >>> 24) ^ hash) & 0xffffff
}

export interface Shared {
  /** Put the name on the plan into the link. */
  name?: boolean
  /** Put notes and where proof lies into the link. */
  notes?: boolean
}

/** The fragment for a plan, without `#`. */
export function planFragment(progress: Progress, { name = false, notes = false }: Shared = {}): string {
  const writer = new Writer()
  const { plan, starts, claims, steps } = progress
  writer.id(plan.target)
  writer.byte(Math.round(plan.pace * 2))
  writer.day(plan.since)
  writer.text(name ? plan.name : '')
  writer.list([...starts], ([pathway, { stage, reopened }]) => {
    writer.id(pathway)
    writer.id(stage)
    writer.list(reopened, (each) => writer.id(each))
  })
  writer.list([...claims], ([skill, { level }]) => {
    writer.id(skill)
    writer.byte(level)
  })
  writer.list([...steps], ([step, mark]) => {
    const note = notes ? mark.note : ''
    const evidence = notes ? mark.evidence : ''
    writer.id(step)
    writer.byte(STATES.indexOf(mark.state) | (mark.target ? 4 : 0) | (mark.doneOn ? 8 : 0) | (note ? 16 : 0) | (evidence ? 32 : 0))
    if (mark.target) writer.day(mark.target)
    if (mark.doneOn) writer.day(mark.doneOn)
    if (note) writer.text(note)
    if (evidence) writer.text(evidence)
  })
  return `${NAME}${VERSION}${writer.done()}${END}`
}

/** Why a link cannot be used, as a sentence for its reader. */
export const LINK_FAULTS = {
  broken: 'This link is not whole. It was probably cut off when it was sent: ask for it again, or for the file.',
  newer: 'This link was made by a newer version of the guide. Load this page again to get that version.',
  long: 'This link is too long to be one of ours. Ask for the file instead.',
} as const

export type FromLink =
  /** `unknown` counts what this guide does not know. */
  { progress: Progress; unknown: number } | { fault: keyof typeof LINK_FAULTS }

/**
 * Reads a fragment, with or without `#`. Undefined when it carries no plan at all, as every link to a heading; only the first
 * `plan=` counts. Never throws. Ids come from `names`, never from the link.
 */
export function readPlanFragment(fragment: string, names: Names): FromLink | undefined {
  const body = fragment
    .replace(/^#/, '')
    .split('&')
    .find((part) => part.startsWith(NAME))
    ?.slice(NAME.length)
  // Nothing behind the name is no plan, and nothing to complain of.
  if (!body) return undefined
  if (body.length > MOST_CHARACTERS) return { fault: 'long' }
  if (!body.startsWith(VERSION)) return { fault: /^\d/.test(body) ? 'newer' : 'broken' }
  const bytes = body.endsWith(END) ? bytesOf(body.slice(VERSION.length, -END.length)) : undefined
  if (!bytes) return { fault: 'broken' }
  const reader = new Reader(bytes, names)
  try {
    const progress = reader.progress()
    return { progress, unknown: reader.unknown }
  } catch (error) {
    if (error instanceof Unreadable) return { fault: 'broken' }
    throw error
  }
}

/** The bytes after the leading fingerprint, if it is theirs. */
function bytesOf(base64url: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(base64url) || base64url.length % 4 === 1) return undefined
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const rest = bytes.subarray(3)
  const sum = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)
  return bytes.length > 3 && folded(rest) === sum ? rest : undefined
}

/** Days are counted from here. */
const FIRST_DAY = Date.UTC(2000, 0, 1)
const DAY = 86_400_000
/** A hundred years of them. */
const MOST_DAYS = 36_525

class Writer {
  private readonly bytes: number[] = []

  byte(value: number) {
    this.bytes.push(value & 0xff)
  }
  /** Seven bits a byte, the lowest first; the eighth says that more follow (LEB128). */
  number(value: number) {
    let rest = value
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }
  id(id: string) {
    const print = id === '' ? 0 : fingerprint(id)
    this.bytes.push(print >>> 16, (print >>> 8) & 0xff, print & 0xff)
  }
  day(day: string) {
    this.number(day === '' ? 0 : Math.round((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY) + 1)
  }
  text(text: string) {
    const bytes = new TextEncoder().encode(text)
    this.number(bytes.length)
    for (const byte of bytes) this.bytes.push(byte)
  }
  list<Item>(items: readonly Item[], write: (item: Item) => void) {
    this.number(items.length)
    for (const item of items) write(item)
  }
  /** All of it behind its fingerprint, as base64url. */
  done(): string {
    const sum = folded(Uint8Array.from(this.bytes))
    const all = [sum >>> 16, (sum >>> 8) & 0xff, sum & 0xff, ...this.bytes]
    return btoa(all.map((byte) => String.fromCharCode(byte)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  }
}

class Unreadable extends Error {}

class Reader {
  unknown = 0
  private at = 0
  private readonly tables: Record<keyof Names, ReadonlyMap<number, string>>

  constructor(
    private readonly bytes: Uint8Array,
    names: Names,
  ) {
    const table = (ids: Iterable<string>) => new Map([...ids].map((id) => [fingerprint(id), id]))
    this.tables = {
      steps: table(names.steps),
      targets: table(names.targets),
      pathways: table(names.pathways),
      stages: table(names.stages),
      skills: table(names.skills),
    }
  }

  progress(): Progress {
    const plan: Plan = {
      ...NO_PLAN,
      target: this.id('targets') ?? '',
      pace: Math.min(PACE.most, Math.max(PACE.least, this.byte() / 2)),
      since: this.day(),
      name: this.text(),
      changes: 1,
    }
    const starts = this.map((): [string | undefined, Start] | undefined => {
      const pathway = this.id('pathways')
      const stage = this.id('stages')
      const reopened = this.list(() => this.id('stages')).filter((id) => id !== undefined)
      return [stage === undefined ? undefined : pathway, { stage: stage ?? '', reopened: [...new Set(reopened)], changes: 1 }]
    })
    const claims = this.map((): [string | undefined, Claim] => {
      const skill = this.id('skills')
      return [skill, { level: Math.min(4, this.byte()), changes: 1 }]
    })
    const steps = this.map((): [string | undefined, Mark] => {
      const step = this.id('steps')
      const head = this.byte()
      const mark: Mark = {
        ...UNMARKED,
        state: STATES[head & 3] ?? UNMARKED.state,
        ...(head & 4 ? { target: this.day() } : {}),
        ...(head & 8 ? { doneOn: this.day() } : {}),
        ...(head & 16 ? { note: this.text() } : {}),
        ...(head & 32 ? { evidence: this.text() } : {}),
        changes: 1,
      }
      return [step, mark]
    })
    if (this.at !== this.bytes.length) throw new Unreadable()
    return { steps, starts, claims, plan }
  }

  private byte(): number {
    const value = this.bytes[this.at]
    if (value === undefined) throw new Unreadable()
    this.at++
    return value
  }
  private number(): number {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
    throw new Unreadable()
  }
  private id(kind: keyof Names): string | undefined {
    const print = (this.byte() << 16) | (this.byte() << 8) | this.byte()
    if (print === 0) return undefined
    const id = this.tables[kind].get(print)
    if (id === undefined) this.unknown++
    return id
  }
  private day(): string {
    const count = this.number()
    if (count === 0 || count > MOST_DAYS) return ''
    const day = new Date(FIRST_DAY + (count - 1) * DAY).toISOString().slice(0, 10)
    return isDay(day) ? day : ''
  }
  private text(): string {
    const length = this.number()
    if (this.at + length > this.bytes.length) throw new Unreadable()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes.subarray(this.at, this.at + length))
    this.at += length
    return cleanText(text)
  }
  private list<Item>(read: () => Item): Item[] {
    const length = this.number()
    // Every item takes a byte at least: a number that promises more is not ours.
    if (length > this.bytes.length - this.at) throw new Unreadable()
    return Array.from({ length }, read)
  }
  private map<Value>(read: () => [id: string | undefined, value: Value] | undefined): Map<string, Value> {
    const found = new Map<string, Value>()
    for (const pair of this.list(read)) if (pair?.[0] !== undefined) found.set(pair[0], pair[1])
    return found
  }
}
