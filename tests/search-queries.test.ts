import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { createSearch } from '#lib/reader/search.ts'
import { searchIndex, sourceIndex } from '#lib/search-index.ts'

/** What somebody types, and the addresses that are good answers: a page (whatever section is shown), or one section of it. */
interface Question {
  query: string
  expect: string[]
  /** Asked with the publications switched on. */
  sources?: boolean
}

const questions = JSON.parse(readFileSync('tests/fixtures/search-queries.json', 'utf8')) as Question[]
const { library } = loadLibrary()
const search = createSearch(searchIndex(library))
const withSources = createSearch(searchIndex(library))
withSources.add(sourceIndex(library))

const isGood = (address: string, { expect: good }: Question) =>
  good.some((each) => each === address || (!each.includes('#') && each === address.split('#')[0]))

const answered = questions.map((question) => {
  const found = (question.sources ? withSources : search).ask(question.query).found.map(({ address }) => address)
  return { question, found, place: found.findIndex((address) => isGood(address, question)) }
})
const printed = (missed: typeof answered) =>
  missed.map(
    ({ question, found }) => `${question.query} → ${found.slice(0, 3).join(' ') || 'nothing'}, not ${question.expect.join(' or ')}`,
  )

describe('questions as readers type them', () => {
  it('are many, and none stands there twice', () => {
    expect(questions.length).toBeGreaterThanOrEqual(300)
    expect(new Set(questions.map(({ query }) => query)).size).toBe(questions.length)
  })

  it('lead to the right page at once, 95 of 100 times', () => {
    const missed = answered.filter(({ place }) => place !== 0)
    expect(missed.length > questions.length * 0.05 ? printed(missed) : []).toEqual([])
  })

  it('always lead there among the first three', () => {
    expect(printed(answered.filter(({ place }) => place < 0 || place > 2))).toEqual([])
  })
})

describe('a title', () => {
  it('typed in full leads to the head of its page or to one of its name', () => {
    const missed = (['roles', 'skills', 'certifications', 'metrics', 'guides', 'salaries', 'pathways', 'glossary'] as const).flatMap(
      (kind) =>
        library.all(kind).flatMap(({ data, address }) => {
          const [first, second] = search.ask(data.title).found.map((each) => each.address)
          return first === address || second === address ? [] : [`${data.title} → ${first}`]
        }),
    )
    expect(missed).toEqual([])
  })
})
