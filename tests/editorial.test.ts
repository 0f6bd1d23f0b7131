import { expect, test } from 'vitest'
import { type AnyEntry, loadLibrary } from '#lib/content/library.ts'
import { KINDS } from '#lib/fields.ts'

const { library, problems } = loadLibrary('content')
const articles = KINDS.flatMap((kind): AnyEntry[] => library.all(kind) as AnyEntry[])

/** Running text of an article, paragraph by paragraph. */
const paragraphs = (entry: AnyEntry) =>
  entry.text
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '' && !/^[#<|]/.test(block))

test('the content has no problems', () => {
  expect(problems.filter((problem) => !problem.warning)).toEqual([])
})

test('every summary is its own', () => {
  const summaries = articles.map((entry) => entry.data.summary)
  expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([])
})

test('two articles of a kind do not open alike', () => {
  const openings = new Map<string, string>()
  const alike: string[] = []
  for (const entry of articles) {
    if (entry.kind === 'sources' || entry.kind === 'glossary') continue
    const first = (paragraphs(entry)[0] ?? '').split(' ').slice(0, 5).join(' ').toLowerCase()
    const key = `${entry.kind} ${first}`
    const before = openings.get(key)
    if (before) alike.push(`${before} and ${entry.file}: ${first}`)
    openings.set(key, entry.file)
  }
  expect(alike).toEqual([])
})

test('every step that a pathway ever published is recorded, and a new one is recorded with its release', () => {
  for (const pathway of library.all('pathways')) {
    const now = library.stagesOf(pathway.id).flatMap((stage) => stage.data.steps.map((step) => step.id))
    expect(now.filter((id) => !pathway.data.releasedSteps.includes(id))).toEqual([])
  }
})

test('every role leads somewhere, and at least one of its exits is sideways', () => {
  const stuck = library.all('roles').filter(({ data }) => data.leadsTo.length < 2 || !data.leadsTo.some((move) => move.kind !== 'up'))
  expect(stuck.map((role) => role.file)).toEqual([])
})

test('every skill is asked for by a role, every metric is named by one', () => {
  const asked = new Set(library.all('roles').flatMap((role) => role.data.competencies.map((each) => each.skill)))
  expect(
    library
      .all('skills')
      .filter((skill) => !asked.has(skill.id))
      .map((skill) => skill.id),
  ).toEqual([])
  const unnamed = library.all('metrics').filter((metric) => !library.mentions('metrics', metric.id).some((entry) => entry.kind === 'roles'))
  expect(unnamed.map((metric) => metric.id)).toEqual([])
})

test('every source is used, so that the list of sources is a list of what the guide stands on', () => {
  const unused = library
    .all('sources')
    .filter((source) => library.figuresFrom(source.id).length === 0 && library.mentions('sources', source.id).length === 0)
  expect(unused.map((source) => source.file)).toEqual([])
})
