import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { planCalendar } from '#lib/reader/plan-calendar.ts'
import { type PlanView, planView } from '#lib/reader/plan-view.ts'
import { type Mark, NO_PLAN, NOTHING, UNMARKED } from '#lib/reader/progress.ts'
import { cleanText } from '#lib/reader/progress-format.ts'
import { PLAN_GUIDE } from './fixtures/plan-guide.ts'

const ORIGIN = 'https://guide.example'
const STAMP = new Date('2026-11-22T03:04:05Z')

function viewOf(marks: Record<string, Partial<Mark>>, guide = PLAN_GUIDE): PlanView {
  const steps = new Map(Object.entries(marks).map(([id, mark]) => [id, { ...UNMARKED, changes: 1, ...mark }]))
  const starts = new Map([['team-leader', { stage: 'steady', reopened: [], changes: 1 }]])
  return planView({ ...NOTHING, steps, starts, plan: { ...NO_PLAN, target: 'team-leader', changes: 1 } }, guide, '2026-11-22')
}

interface Read {
  uid: string
  summary: string
  description: string
  start: string
  allDay: boolean
  sequence: number
  url: string
  stamp: string
}

function eventsIn(text: string): Read[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
      url: String(component.getFirstPropertyValue('url')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    }
  })
}

/** What the format asks of every line: CRLF at its end and at most 75 octets, whole characters in each (RFC 5545, section 3.1). */
function expectLines(text: string) {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.slice(0, -2).split('\r\n')
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/)
    const octets = new TextEncoder().encode(line)
    expect(octets.length).toBeLessThanOrEqual(75)
    expect(new TextDecoder().decode(octets)).toBe(line)
  }
}

describe('the calendar of a plan', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('holds every open step that has a date, and no other', () => {
    const view = viewOf({
      'keep-a-log': { target: '2026-12-01' },
      'check-the-payslip': { target: '2026-12-24' },
      'train-one-new-starter': { target: '2028-02-29', state: 'doing', changes: 4 },
      'read-a-book': { target: '2026-12-30', state: 'skip' },
      'hold-one-to-ones': { target: '2026-11-01', state: 'done' },
      'read-the-day': { note: 'no date' },
      'list-a-week': { target: '2026-11-01' },
    })
    const text = planCalendar(view, ORIGIN, STAMP)
    expect(eventsIn(text).map(({ uid, start, allDay, sequence }) => ({ uid, start, allDay, sequence }))).toEqual([
      { uid: 'check-the-payslip@floorwalk', start: '2026-12-24', allDay: true, sequence: 1 },
      { uid: 'train-one-new-starter@floorwalk', start: '2028-02-29', allDay: true, sequence: 4 },
      { uid: 'list-a-week@floorwalk', start: '2026-11-01', allDay: true, sequence: 1 },
    ])
    expect(text).not.toMatch(/VALARM|VTIMEZONE|TZID|METHOD/)
    expectLines(text)
  })

  it('says what to do, what proves it and where to read on', () => {
    const [event] = eventsIn(planCalendar(viewOf({ 'check-the-payslip': { target: '2026-12-24', note: 'private' } }), ORIGIN, STAMP))
    expect(event).toMatchInlineSnapshot(`
      {
        "allDay": true,
        "description": "Recalculate your incentive from your own sheet and compare it with the payslip, two months running.

      What shows that it is done: Two calculations beside two payslips, and the answer from payroll.

      https://guide.example/pathways/team-leader/steady/#check-the-payslip",
        "sequence": 1,
        "stamp": "2026-11-22T03:04:05Z",
        "start": "2026-12-24",
        "summary": "Recalculate your incentive from your own sheet and compare it with the payslip, two months running.",
        "uid": "check-the-payslip@floorwalk",
        "url": "https://guide.example/pathways/team-leader/steady/#check-the-payslip",
      }
    `)
  })

  it('holds notes only when asked', () => {
    const view = viewOf({ 'check-the-payslip': { target: '2026-12-24', note: 'Ask Ana, then pay; twice' } })
    expect(planCalendar(view, ORIGIN, STAMP)).not.toContain('Ana')
    expect(eventsIn(planCalendar(view, ORIGIN, STAMP, { notes: true }))[0]?.description.split('\n\n')).toContain('Ask Ana, then pay; twice')
  })

  it.each(['Asia/Manila', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('keeps the day for readers in %s', (zone) => {
    vi.stubEnv('TZ', zone)
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    const [event] = eventsIn(planCalendar(viewOf({ 'check-the-payslip': { target: '2027-03-28' } }), ORIGIN, STAMP))
    expect(event).toMatchObject({ start: '2027-03-28', stamp: '2026-11-22T03:04:05Z' })
  })

  it('carries texts with commas, line ends, long words, emoji and letters from right to left whole', () => {
    const hostile = `a, b; c\\n d\\\\ "e" : BEGIN:VEVENT\nEND:VCALENDAR\r\nשלום, مرحبا; 👩🏽‍💻🎧 ${'長'.repeat(90)}`
    const guide = structuredClone(PLAN_GUIDE)
    const step = guide.pathways[0]?.stages[1]?.steps[0]
    expect(step).toBeDefined()
    if (step) step.text = hostile
    const text = planCalendar(viewOf({ 'check-the-payslip': { target: '2026-12-24' } }, guide), ORIGIN, STAMP)
    expect(eventsIn(text)).toMatchObject([{ summary: hostile.replace('\r\n', '\n') }])
    expectLines(text)
  })

  it('carries every note whole', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(',', ';', ':', '\\', '\\n', '\n', '\r\n', '\t', '"', '\u0085', '\u2028', '\ufeff', '👩🏽‍💻', 'END:VEVENT', ' '),
    )
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 120 }).map(cleanText), (note) => {
        const text = planCalendar(viewOf({ 'check-the-payslip': { target: '2026-12-24', note } }), ORIGIN, STAMP, { notes: true })
        expectLines(text)
        const events = eventsIn(text)
        expect(events).toHaveLength(1)
        expect(events[0]?.description).toContain(`\n\n${note.replace(/[\u0085\u2028\u2029]/g, '\n')}\n\nhttps://`)
      }),
      { numRuns: 500 },
    )
  })

  it('is a calendar without events when nothing has a date', () => {
    expect(eventsIn(planCalendar(viewOf({}), ORIGIN, STAMP))).toEqual([])
  })
})
