import { z } from 'zod'
import { hiddenCharacter, isVisible } from './content/text.ts'
import { COUNTRIES, type CountryCode } from './country.ts'

/** The content kinds, named by their folder under the content root. */
export const KINDS = [
  'roles',
  'skills',
  'certifications',
  'metrics',
  'salaries',
  'pathways',
  'stages',
  'service-lines',
  'industries',
  'guides',
  'glossary',
  'start-questions',
  'sources',
] as const
export type Kind = (typeof KINDS)[number]

/** What a schema field may tell the rest of the house about itself. */
export interface FieldMeta {
  description?: string
  /** The field holds the id of an entry of this kind; checked across the library. */
  refersTo?: Kind
  /** The field holds the id of a figure declared in any entry. */
  refersToFigure?: boolean
  /** No page prints the field, so what it refers to is not linked by it. */
  unprinted?: boolean
  /** Prose shown to readers: currency amounts and percentages are refused in it. */
  prose?: boolean
  /** What the scaffold writes for this field. */
  example?: string
  /** The field holds a key of this dataset of the open data. Kinds say so by `refersTo`. */
  dataset?: string
  /** What a number counts, where its type does not tell: "months". */
  unit?: string
  /** What a published JSON Schema can say of a rule that stands here in code. A clock is a time of day, which none of its formats is. */
  pattern?: string
  maxLength?: number
  uniqueItems?: boolean
  format?: 'date' | 'uri' | 'clock'
}

declare module 'zod' {
  interface GlobalMeta extends FieldMeta {}
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const RESERVED = new Set('index 404 500 api og new con prn aux nul constructor prototype'.split(' '))
/** Names of devices, which Windows keeps for itself. */
const DEVICE = /^(?:com|lpt)\d$/

/** Why `text` cannot be an id, or undefined when it can: lower-case letters, digits and single dashes, at most 60. */
export function slugFault(text: string): string | undefined {
  if (text.length > 60) return 'is longer than 60 characters. Shorten it.'
  if (!SLUG.test(text)) return 'is not an id. Use lower-case letters, digits and single dashes, for example "team-leader".'
  if (RESERVED.has(text) || DEVICE.test(text)) return 'is a reserved word. Choose another id.'
  return undefined
}

export const slug = z
  .string()
  .superRefine((text, context) => {
    const fault = slugFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
  .meta({ pattern: SLUG.source, maxLength: 60 })

/** One of the keys of a table that says what each is called. */
export const choiceOf = <Words extends Record<string, string>>(words: Words) =>
  z.enum(Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]])

/** The id of another entry. The library checks that it exists and is not a draft. */
export const reference = (kind: Kind, description?: string) => slug.meta({ refersTo: kind, description })

/** The id of a figure declared under `figures:` in any entry. */
export const figureReference = (description?: string) => slug.meta({ refersToFigure: true, description })

const tidy = (max: number, min = 1) =>
  z
    .string()
    .max(max, `is longer than ${max} characters. Shorten it.`)
    .superRefine((text, context) => {
      const trimmed = text.trim()
      if (!isVisible(text)) context.addIssue({ code: 'custom', message: 'is empty. Write it or remove the line.' })
      else if (trimmed !== text) context.addIssue({ code: 'custom', message: 'starts or ends with white space. Remove it.' })
      else if (/[\n\t]/.test(text)) context.addIssue({ code: 'custom', message: 'holds a line break or a tab. Write it on one line.' })
      else if (trimmed.length < min) context.addIssue({ code: 'custom', message: `is shorter than ${min} characters. Say more.` })
    })

/** Prose for readers. Amounts of money and percentages belong in a figure, so they are refused here. */
export const prose = (max: number, description?: string) => tidy(max).meta({ prose: true, description })

/** Text in which invented numbers are the point (worked examples, formulas) or that quotes a name or a code. */
export const plain = (max: number, description?: string) => tidy(max).meta({ description })

export const title = tidy(80, 2).meta({ description: 'The name as people in the field say it. Sentence case.' })
export const summary = tidy(160, 10).meta({
  prose: true,
  description: 'One sentence that answers the page’s question. Shown under the title, in lists and in link previews.',
})

/** A list without doubles. Lists of maps are compared by their JSON. */
export const uniqueList = <T extends z.ZodType>(item: T, max = 60) =>
  z
    .array(item)
    .max(max, `has more than ${max} entries. Shorten it.`)
    .superRefine((items, context) => {
      const seen = new Set<string>()
      items.forEach((value, index) => {
        const key = JSON.stringify(value)
        if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'stands in the list twice. Remove one.' })
        seen.add(key)
      })
    })
    .meta({ uniqueItems: true })

function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** A day of the calendar, `YYYY-MM-DD`, kept as text so that no time zone can move it. */
export const day = z
  .string()
  .superRefine((text, context) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
      context.addIssue({ code: 'custom', message: 'is not a date. Write year-month-day, for example 2026-03-04.' })
    else if (text < '1990-01-01' || !isCalendarDay(text))
      context.addIssue({ code: 'custom', message: 'is not a day of the calendar. Check month and day.' })
  })
  .meta({ format: 'date' })

/** Today in UTC, as `YYYY-MM-DD`. */
export const today = () => new Date().toISOString().slice(0, 10)

export const pastDay = day.refine((text) => text <= today(), 'lies in the future. Use the day it happened.')

/** A year, a month or a day in the past: `"2025"`, `"2025-05"`, `"2025-05-31"`. Quoted, or YAML reads a number. */
export const when = z.string().superRefine((text, context) => {
  const form = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)
  if (!form || !isCalendarDay(`${text}-01-01`.slice(0, 10)))
    context.addIssue({ code: 'custom', message: 'is not a date. Write "2025", "2025-05" or "2025-05-31", in quotes.' })
  else if (text > today()) context.addIssue({ code: 'custom', message: 'lies in the future. Use the date of the data.' })
})

const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:localhost|localdomain|local|internal|intranet|lan|home|corp|home\.arpa|onion|test|invalid)|\d+(?:\.\d+){3}|\[.*\])$/i

/** Why `text` is not a public https address we may print, or undefined when it is. Parsed, not matched. */
export function publicAddressFault(text: string): string | undefined {
  if (text !== text.trim() || /[\s\\\u0000-\u001f]/.test(text) || hiddenCharacter(text))
    return 'holds white space, back-slashes or characters nobody can see. Write the plain address.'
  if (!/^https:\/\/[^/]/.test(text)) return 'is not an https address. Write it in full, with https:// before the host.'
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return 'cannot be read as an address. Copy it again from the browser.'
  }
  if (url.username || url.password) return 'has a user name before the host. Remove it.'
  const written = text.slice('https://'.length).split(/[/?#]/, 1)[0] ?? ''
  if (/[^\u0000-\u007f]/.test(written) || url.hostname.split('.').some((label) => label.startsWith('xn--')))
    return 'has a host with look-alike letters. Use the plain host name.'
  // A host may be written as one number, with % codes or with a dot at its end: browsers then read another one than people do.
  if (!url.hostname.includes('.') || PRIVATE_HOST.test(url.hostname.replace(/\.+$/, '')))
    return 'points to a private or local host. Use a public address.'
  if (written.toLowerCase() !== url.host || url.hostname.endsWith('.'))
    return `has a host that is not written plainly. Write https://${url.host.replace(/\.+$/, '')}/…`
  try {
    decodeURIComponent(url.pathname + url.search + url.hash)
  } catch {
    return 'has a broken % code. Copy it again from the browser.'
  }
  return undefined
}

export const httpsUrl = z
  .string()
  .max(500, 'is longer than 500 characters.')
  .superRefine((text, context) => {
    const fault = publicAddressFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
  .meta({ format: 'uri', pattern: '^https://[^/]' })

const countryCodes = Object.keys(COUNTRIES) as [CountryCode, ...CountryCode[]]
export const country = z.enum(countryCodes).meta({ description: 'ISO 3166-1 code of a country; EU for the European Union.' })
export const CURRENCIES = [...new Set(Object.values(COUNTRIES).map((each) => each.currency))] as [string, ...string[]]
export const currency = z.enum(CURRENCIES).meta({ description: 'ISO 4217 code of the currency.' })

export const confidence = z
  .enum(['high', 'medium', 'low'])
  .meta({ description: 'How far we trust the number for this use. Pay that people report of themselves is never above low.' })
export const fit = z
  .enum(['exact', 'close', 'wider'])
  .meta({ description: 'exact: the source counts this job. close: same work, wider group. wider: nothing better exists.' })
