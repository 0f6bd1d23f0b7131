/**
 * What the guide says that a reader's marks hang on, in the form that pages hand to scripts: permanent ids, short texts, no prose.
 * Built from the library by `lib/guide-outline.ts`; everything here may reach a browser.
 */

/** A skill and the level that is asked or built, 1 foundation to 4 expert. */
export type SkillLevel = readonly [skill: string, level: number]

export interface StepOutline {
  id: string
  text: string
  /** What the reader holds when it is done. */
  evidence: string
  /** Hours of own time, our estimate. */
  hours: readonly [low: number, high: number]
  optional?: true
  builds: readonly SkillLevel[]
  /** Steps that come before. */
  after?: readonly string[]
}

/** A sourced length of time as the guide prints it, with what a reader needs to judge it. */
export interface SourcedTime {
  text: string
  label: string
  /** "2025", "May 2025" or "undated, read in May 2025". */
  when: string
  fit: string
  source: string
  address: string
}

export interface StageOutline {
  /** Permanent name, unique in its pathway. */
  id: string
  title: string
  purpose: string
  address: string
  /** The post that readers hold, or are reaching, in this stage. */
  role?: string
  /** Months that sources give for this stage, least and most, and which sources. Missing where no source says. */
  stay?: { months: readonly [low: number, high: number]; sources: readonly SourcedTime[] }
  steps: readonly StepOutline[]
}

/** A step that the guide no longer has. Marks on it count for its successor, if it has one. */
export interface RetiredStep {
  id: string
  text: string
  successor?: string
}

export interface EntryQuestion {
  question: string
  options: readonly { label: string; stage: string }[]
}

export interface PathwayOutline {
  id: string
  title: string
  address: string
  /** The role it leads to; missing when it leads out of the trade. */
  goal?: string
  questions: readonly EntryQuestion[]
  stages: readonly StageOutline[]
  retired: readonly RetiredStep[]
}

export interface RoleOutline {
  id: string
  title: string
  address: string
  asks: readonly { skill: string; level: number; need: 'essential' | 'useful' }[]
}

export interface SkillOutline {
  id: string
  title: string
  address: string
}

/** Names that entries had before, with their names today. */
export interface FormerNames {
  /** Roles and pathways. */
  targets: Readonly<Record<string, string>>
  /** Stages by their place, `pathway/stage`. */
  stages: Readonly<Record<string, string>>
  skills: Readonly<Record<string, string>>
}

/** Everything at once, for the page that needs it all. */
export interface GuideOutline {
  /** The day the guide was built, "2026-11-22". */
  builtOn: string
  pathways: readonly PathwayOutline[]
  roles: readonly RoleOutline[]
  skills: readonly SkillOutline[]
  former: FormerNames
}

/** Where the outline of the whole guide lies as a file. */
export const GUIDE_DATA = '/plan/guide.json'

export const LEVEL_NAMES = ['', 'foundation', 'working', 'advanced', 'expert'] as const

/** Every step of the pathways with where it stands, in order. */
export function stepsOf(pathways: readonly PathwayOutline[]): { step: StepOutline; stage: StageOutline; pathway: PathwayOutline }[] {
  return pathways.flatMap((pathway) => pathway.stages.flatMap((stage) => stage.steps.map((step) => ({ step, stage, pathway }))))
}
