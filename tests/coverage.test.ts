import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type AnyEntry, type Library, loadLibrary } from '#lib/content/library.ts'
import { readContent } from '#lib/content/source.ts'
import { KINDS, type Kind } from '#lib/fields.ts'

// The topics the guide was planned from, each with the places that carry it now, or with the reason why no place does.
// A topic is known by its number alone; the numbers stand in the fixture and nowhere in the guide.

interface Place {
  /** An article, as `<kind>/<id>`. */
  in: string
  /** The anchor of a heading, a path into the front matter, or "text" for an article that is about the topic from end to end. */
  section: string
}
type Carried = Place | Place[] | { dropped: string }

/** How many topics each of the five groups holds. */
const GROUPS = { S0: 21, S1: 20, S2: 53, S3: 49, S4: 45 }

const topics = Object.entries(GROUPS).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`),
)
const fixture: Record<string, Carried> = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/coverage.json'), 'utf8'))
const { library } = loadLibrary('content')

/** What is wrong with one line of the fixture. */
function faults(carried: Carried, guide: Library): string[] {
  if (!Array.isArray(carried) && 'dropped' in carried)
    return carried.dropped.trim().split(/\s+/).length >= 4 ? [] : ['is dropped without a reason']
  const places = Array.isArray(carried) ? carried : [carried]
  return places.length === 0 ? ['has no place'] : places.flatMap((place) => placeFault(place, guide) ?? [])
}

function placeFault({ in: article, section }: Place, guide: Library): string | undefined {
  const slash = article.indexOf('/')
  const kind = article.slice(0, slash) as Kind
  const entry = KINDS.includes(kind) ? (guide.find(kind, article.slice(slash + 1)) as AnyEntry | undefined) : undefined
  if (!entry) return `${article} is not a published article`
  return carries(entry, section) ? undefined : `${article} has no section or field "${section}", or nothing stands in it`
}

function carries(entry: AnyEntry, section: string): boolean {
  if (section === 'text') return entry.body.words > 0
  return underHeading(entry, section) !== '' || isFilled(field(entry.data, section.split('.')))
}

/** The words below a heading, its own sub-headings included, up to the next heading of its rank. */
function underHeading({ body, text }: AnyEntry, anchor: string): string {
  const at = body.headings.findIndex(({ id }) => id === anchor)
  const heading = body.headings[at]
  if (!heading) return ''
  const next = body.headings.slice(at + 1).find(({ depth }) => depth <= heading.depth)
  return text
    .split('\n')
    .slice(heading.line, next && next.line - 1)
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .trim()
}

/** Follows a path. In a list a step is the place of an item or anything that names one: its id, or the role, skill or metric it is about. */
function field(value: unknown, path: string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(value)) {
    const named = value.find((item) => item === step || (isMap(item) && Object.values(item).includes(step)))
    return field(/^\d+$/.test(step) ? value[Number(step)] : named, rest)
  }
  return isMap(value) && Object.hasOwn(value, step) ? field(value[step], rest) : undefined
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return isMap(value) && Object.keys(value).length > 0
}

test('every topic the guide was planned from has a place in it, or a reason why it has none', () => {
  expect(topics).toHaveLength(188)
  expect(topics.filter((topic) => !Object.hasOwn(fixture, topic))).toEqual([])
})

test('no topic is listed that the plan does not know', () => {
  expect(Object.keys(fixture).filter((topic) => !topics.includes(topic))).toEqual([])
})

test('every place is published, and the section or field that carries the topic still stands', () => {
  const found = Object.entries(fixture).flatMap(([topic, carried]) => faults(carried, library).map((fault) => `${topic}: ${fault}`))
  expect(found).toEqual([])
})

test('a place that is gone, empty or unknown is noticed, and so is a topic dropped in silence', () => {
  const broken: Carried[] = [
    { in: 'roles/nobody', section: 'text' },
    { in: 'planets/mars', section: 'text' },
    { in: 'roles/team-leader', section: 'a-heading-that-never-stood-here' },
    { in: 'roles/team-leader', section: 'leadsTo.nobody' },
    { in: 'roles/team-leader', section: 'reportsTo.7' },
    { dropped: ' ' },
    [],
  ]
  expect(broken.map((carried) => faults(carried, library).length)).toEqual(broken.map(() => 1))
})

test('no article shows the number of a topic or of a doubt noted beside it', () => {
  const shown = readContent('content').files.flatMap(({ file, bytes }) => {
    const marks = new TextDecoder().decode(bytes).match(/\bS[0-4]-\d\d\b|\bD\d{1,2}\b/g) ?? []
    return marks.map((mark) => `${file}: ${mark}`)
  })
  expect(shown).toEqual([])
})
