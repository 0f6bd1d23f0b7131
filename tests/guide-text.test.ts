import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { guideText } from '#lib/export/guide-text.ts'
import { llmsTxt } from '#lib/export/llms-txt.ts'
import { markdownText, type PageText, pageText } from '#lib/export/page-markdown.ts'
import { GUIDE_TEXT } from '#lib/export/text-files.ts'

const { library } = loadLibrary('tests/fixtures/small')
const ORIGIN = 'https://guide.example'
const [first] = library.all('roles')
const [term] = library.all('glossary')
const [source] = library.all('sources')

/** Pages with one text each; the first role links to everything that can be linked to. */
const textOf = (address: string): PageText => {
  const links = `<p><a href="/glossary/#${term?.id}">word</a>, <a href="${source?.address}">who says so</a>, <a href="/compare/?roles=a">side by side</a>, <a href="#here">below</a>, <a href="https://other.example/x">other</a>, <a href="https://other.example/y">other.example/y</a>.</p>`
  const terms = library.all('glossary').map(({ id, data }) => `<h2>${data.title[0]}</h2><h3 id="${id}">${data.title}</h3><p>Plain.</p>`)
  const questions = library
    .all('start-questions')
    .map(({ id, data }) => `<fieldset id="${id}"><legend><h2>${data.title}</h2></legend></fieldset>`)
  const body =
    address === '/glossary/' ? terms.join('') : address === '/start/' ? questions.join('') : address === first?.address ? links : ''
  return pageText(`<main><h1>${address}</h1><p class="lead">In short.</p>${body}</main>`, { address, origin: ORIGIN })
}
const whole = guideText({ library, textOf, origin: ORIGIN })

describe('the guide as one text', () => {
  it('is the same for the same content', () => {
    expect(guideText({ library, textOf, origin: ORIGIN })).toBe(whole)
  })

  it('writes links as marks, and as addresses where there is no article', () => {
    expect(whole).toContain(
      'word [T1], who says so [Q1], side by side (/compare/?roles=a), below, other (https://other.example/x), other.example/y.',
    )
  })

  it('begins each article with its mark, its address and the day of its review', () => {
    expect(whole).toMatch(
      new RegExp(`\\n>> \\[R1\\] ${first?.address}\\n${ORIGIN}${first?.address}\\nReviewed \\d+ \\w+ \\d{4}\\n\\nIn short\\.\\n`),
    )
    expect(whole).toContain(`\n[R1] ${first?.data.title}\n`)
  })

  it('gives words and questions, which share a page, a mark each, and drops the letters between them', () => {
    expect(whole).toMatch(new RegExp(`\\n>> \\[T1\\] ${term?.data.title}\\nReviewed .+\\n\\nPlain\\.`))
    expect(whole).not.toMatch(/^== .? ==$/m)
    const [question] = library.all('start-questions')
    expect(whole).toContain(`\n>> [F1] ${question?.data.title}\n`)
  })

  it('numbers stages within their pathway, from nought', () => {
    const [pathway] = library.all('pathways')
    expect(pathway && library.stagesOf(pathway.id).length).toBeGreaterThan(0)
    expect(whole).toMatch(/\n\[W1\] .+\n {2}\[W1\.0\] /)
  })

  it('says of each source who published it, when it was read, and what it is worth', () => {
    expect(whole).toContain(`>> [Q1] ${source?.data.title}\n${source?.data.publisher}, `)
    expect(whole).toContain(`Grade ${source?.data.reliability}.\n${source?.data.url}\n`)
  })

  it('says how old it is by its content and not by the clock', () => {
    const days = [...library.reviewDates().values()].sort()
    expect(whole).toContain(`Content as of: ${Number(days.at(-1)?.slice(8))} `)
  })
})

describe('the list of all texts', () => {
  it('is made of what there is', () => {
    const list = markdownText(llmsTxt(library, { origin: ORIGIN, size: '1.2 MB' }) satisfies Root)
    expect(list).toMatch(/^# Floorwalk\n\n> .+\n\n- Content as of /)
    expect(list).toContain(`<${ORIGIN}${GUIDE_TEXT}>, 1.2 MB`)
    expect(list).toContain(`- [${first?.data.title}](${ORIGIN}${first?.address}index.md): `)
    expect(list).toContain(`\n## Optional\n\n- [Sources](${ORIGIN}/sources/index.md): `)
  })
})
