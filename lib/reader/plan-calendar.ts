import ical, { ICalEventTransparency } from 'ical-generator'
import { SITE } from '../site.ts'
import type { PlanStep, PlanView } from './plan-view.ts'

/**
 * The dates of a plan as a calendar file (RFC 5545), for the calendar a reader looks at anyway. Heavy for what it does, so nothing
 * imports it but the button that makes the file, and only when it is pressed.
 */

export interface CalendarContent {
  /** Put the reader's own notes in. Calendars are often seen by colleagues, so not unless they ask. */
  notes?: boolean
}

/**
 * One all-day event for every step that is in the plan, still open and has a target date; without any, a calendar without events,
 * which some programs refuse. The events are named after the steps and counted by the reader's changes, so that a second import
 * moves them instead of doubling them. `origin` stands before addresses, without a slash at its end; `stamp` is now.
 */
export function planCalendar(view: PlanView, origin: string, stamp: Date, { notes = false }: CalendarContent = {}): string {
  const calendar = ical({ name: `${SITE.name} plan`, prodId: { company: SITE.name, product: 'Plan', language: 'EN' } })
  for (const { step, stage, mark } of datedSteps(view)) {
    const address = `${origin}${stage.address}#${step.id}`
    const parts = [step.text, `What shows that it is done: ${step.evidence}`, notes ? mark.note : '', address]
    calendar.createEvent({
      id: `${step.id}@floorwalk`,
      sequence: mark.changes,
      stamp,
      start: mark.target,
      allDay: true,
      // A reminder, not an absence: the day stays free for meetings.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: plainLines(step.text),
      description: parts.filter(Boolean).map(plainLines).join('\n\n'),
      url: address,
    })
  }
  // Every line ends with a line break, the last one too (RFC 5545, section 3.1).
  return `${calendar.toString()}\r\n`
}

const datedSteps = ({ groups, others }: PlanView): PlanStep[] =>
  [...groups.filter(({ behind }) => !behind), ...others]
    .flatMap(({ steps }) => steps)
    .filter(({ mark }) => mark.target !== '' && (mark.state === 'todo' || mark.state === 'doing'))

/** Some calendars end a line at marks that are ordinary characters in the format, and lose the rest of the event. */
const plainLines = (text: string) => text.replace(/[\u0085\u2028\u2029]/g, '\n')
