import type { NightRule, PayCountry } from './pay-outline.ts'
import type { MoveKind } from './routes.ts'

/**
 * The lattice of roles and the moves between them, with the writers' words on each move: for the page that plans a move.
 * Built from the library by `lib/lattice-outline.ts`; everything here may reach a browser.
 */

/** One sourced length of time that people take for a move, in the words and numbers of the guide. */
export interface MoveTime {
  /** As printed: "18–24 months". */
  text: string
  /** Least and most, in months. */
  months: readonly [low: number, high: number]
  label: string
  /** "May 2025" or "undated, read in May 2025". */
  when: string
  fit: string
  source: string
  address: string
}

export interface LatticeMove {
  to: string
  kind: MoveKind
  /** Ids of skills, as the writer of the role names them. */
  carriesOver: readonly string[]
  missing: readonly string[]
  /** What to put on the table. */
  evidence: readonly string[]
  /** What is harder than it looks. */
  harder: string
  /** What sources say of how long it takes, side by side; empty where none does. */
  times: readonly MoveTime[]
}

export interface LatticeCertification {
  title: string
  address: string
  verdict: 'needed' | 'helps'
  why: string
}

export interface LatticeRole {
  id: string
  title: string
  address: string
  /** The line it stands on. */
  line: string
  level: number
  entry: boolean
  sides: readonly string[]
  nights: 'usual' | 'possible' | 'rare'
  asks: readonly { skill: string; level: number; need: 'essential' | 'useful' }[]
  certifications: readonly LatticeCertification[]
  moves: readonly LatticeMove[]
}

export interface LatticeCountry extends PayCountry {
  /** What its law or custom says about night work. */
  night: readonly NightRule[]
}

export interface LatticeOutline {
  /** The day the guide was built, "2026-11-22". */
  builtOn: string
  /** Names of the lines, in the order of the map. */
  lines: readonly { id: string; name: string }[]
  /** In the order in which people reach them. */
  roles: readonly LatticeRole[]
  /** Names and addresses of the skills, by id. */
  skills: Readonly<Record<string, { title: string; address: string }>>
  countries: readonly LatticeCountry[]
}

/** A line of the map with its roles, for a list to choose from. */
export interface LineChoice {
  id: string
  name: string
  roles: readonly { id: string; title: string }[]
}

/** What the page of moves knows before the lattice is there: what can be chosen, and former names of roles. */
export interface MoveChoices {
  lines: readonly LineChoice[]
  countries: readonly { id: string; code: string; name: string }[]
  /** Today's id of a role by each id that it had before. */
  former: Readonly<Record<string, string>>
}

/** Where the lattice lies as a file. */
export const LATTICE_DATA = '/moves/lattice.json'

/** Where a role's pay in every country lies as a file. */
export const payData = (role: string) => `/moves/pay/${role}.json`
