import type { CountryPay } from './pay-outline.ts'

/**
 * What a comparison holds of a role, in the words that its page prints: one file a role, fetched when the role is chosen.
 * Built from the library by `lib/role-sheet.ts`; everything here may reach a browser.
 */

/** Something of the guide with a page of its own. */
export interface Linked {
  id: string
  title: string
  address: string
}

/** How a role works, in words: the guide's own reading. */
export interface Conditions {
  contact: string
  home: string
  nights: string
  degree: string
}

/** A role as it stands in the table of all roles. */
export interface RoleBrief extends Linked {
  /** Id of its line on the map. */
  line: string
  /** 1 to 7. */
  level: number
  levelName: string
  /** People get it without experience of the work. */
  first: boolean
  works: Conditions
}

/** A source as it is named beside what it says. */
interface Cited {
  source: string
  address: string
}

/** An hour of a day: the time by the clock, "06:40", and what happens. */
export interface DayEntry {
  time: string
  what: string
}

export interface MeasureSheet extends Linked {
  control: string
  trap: string
}

export interface CompetencySheet extends Linked {
  /** "foundation", "working", "advanced" or "expert". */
  level: string
  need: 'essential' | 'useful'
  signal: string
}

export interface MoveSheet {
  /** Id of the role that it leads to. */
  to: string
  kind: string
  harder: string
}

export interface RoleSheet extends RoleBrief {
  summary: string
  /** What the guide's reading of the conditions rests on. */
  worksNote: string
  duties: readonly string[]
  measures: readonly MeasureSheet[]
  competencies: readonly CompetencySheet[]
  shift: { setting: string; normal: readonly DayEntry[]; badSetting: string; bad: readonly DayEntry[] }
  routes: readonly { title: string; text: string; countries?: readonly string[]; sources?: readonly Cited[] }[]
  degree: readonly { where: string; rule: string; source?: Cited }[]
  fitsIf: readonly string[]
  notIf: readonly string[]
  /** Every country of the guide, those without a row included. */
  pay: readonly CountryPay[]
  moves: readonly MoveSheet[]
  /** Roles that adverts and people mix up with it. */
  notToConfuseWith: readonly { role: string; difference: string }[]
}

/** Where the sheet of a role lies as a file. */
export const sheetAddress = (role: string) => `/compare/${role}.json`
