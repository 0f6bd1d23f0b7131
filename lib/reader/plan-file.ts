import type { Progress } from './progress.ts'
import { readProgress, writeProgress } from './progress-format.ts'

/**
 * A reader's plan as a file of their own: the copy that outlives a cleared browser and that moves to another device. It is the
 * stored text, written for people too, with two fields in front that say what it is.
 */

const KIND = 'floorwalk-plan'

/** The file for a plan; `savedOn` is a day, "2026-11-22". */
export function planFile(progress: Progress, savedOn: string): { name: string; text: string } {
  return { name: `${KIND}-${savedOn}.json`, text: `${writeProgress(progress, { kind: KIND, savedOn }, 2)}\n` }
}

/** Why a file cannot be used, as a sentence for its reader. */
export const FILE_FAULTS = {
  notOurs: 'This file is not a plan of this guide. Choose the file that you saved from your plan, its name begins with “floorwalk-plan”.',
  newer: 'This file was made by a newer version of the guide. Load the page again to get that version, then choose the file once more.',
} as const

export type FromFile =
  /** `damaged` says that something in the file could not be used. */
  { progress: Progress; damaged: boolean } | { fault: string }

/**
 * Reads the text of a plan's file, of any version up to today's, or the bare text that lay in a browser's storage. Never throws.
 */
export function readPlanFile(text: string): FromFile {
  // Editors on Windows put an invisible mark in front of a text that they save.
  const whole = text.replace(/^\ufeff/, '')
  const read = readProgress(whole)
  if ('unreadable' in read) return { fault: `This file cannot be read as a plan. ${read.unreadable}` }
  if (!isOurs(JSON.parse(whole))) return { fault: FILE_FAULTS.notOurs }
  if ('newer' in read) return { fault: FILE_FAULTS.newer }
  return { progress: read.progress, damaged: read.damaged }
}

/** What our texts hold, in any version; one name is enough, for a text that was set aside may have lost the others. */
const HELD = ['done', 'steps', 'starts', 'claims', 'plan']

/** Other programs number their versions too. Our files say what they are; stored texts are known by what they hold. */
const isOurs = (data: object) => ('kind' in data ? data.kind === KIND : HELD.some((name) => Object.hasOwn(data, name)))
