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

test('no paragraph stands in two articles', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const entry of articles)
    for (const paragraph of paragraphs(entry)) {
      if (paragraph.split(' ').length < 12) continue
      const before = seen.get(paragraph)
      if (before && before !== entry.file) twice.push(`${before} and ${entry.file}: ${paragraph.slice(0, 80)}`)
      seen.set(paragraph, entry.file)
    }
  expect(twice).toEqual([])
})

test('no sentence of twelve words or more stands in two articles; sources may share their cautions', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const entry of articles.filter(({ kind }) => kind !== 'sources'))
    for (const sentence of paragraphs(entry).flatMap((paragraph) => paragraph.split(/(?<=[.?!])\s+/))) {
      if (sentence.split(' ').length < 12) continue
      const before = seen.get(sentence)
      if (before && before !== entry.file) twice.push(`${before} and ${entry.file}: ${sentence}`)
      seen.set(sentence, entry.file)
    }
  expect(twice).toEqual([])
})

test('every summary is its own', () => {
  const summaries = articles.map((entry) => entry.data.summary)
  expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([])
})

// Words that sell, fill or threaten. "Fast-paced" and its family say nothing about a floor.
const FILLER =
  /\b(?:fast-paced|dynamic(?:ally)?|seamless(?:ly)?|robust|leverag(?:e|es|ing)|synerg\w*|cutting-edge|game-chang\w*|world-class|passionate|unlock your|in today['’]s|plays? a (?:vital|crucial|key) role|it is (?:important|worth) (?:to note|noting)|look no further|delve)\b/i

test('no article uses words that say nothing', () => {
  const found = articles
    .filter((entry) => entry.kind !== 'sources')
    .flatMap((entry) => {
      const prose = `${entry.data.summary}\n${entry.text}`
      const match = FILLER.exec(prose)
      return match ? [`${entry.file}: ${match[0]}`] : []
    })
  expect(found).toEqual([])
})

test('a role has 900 to 1,800 words beside its data', () => {
  const off = library.all('roles').filter((role) => role.body.words < 900 || role.body.words > 1800)
  expect(off.map((role) => `${role.file}: ${role.body.words}`)).toEqual([])
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
