import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createElement, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { CertificationPage } from '#components/certification/certification-page.tsx'
import { GlossaryPage } from '#components/glossary/glossary-page.tsx'
import { GuidePage } from '#components/guide/guide-page.tsx'
import { MetricPage } from '#components/metric/metric-page.tsx'
import { PathwayPage } from '#components/pathway/pathway-page.tsx'
import { StagePage } from '#components/pathway/stage-page.tsx'
import { RolePage } from '#components/role/role-page.tsx'
import { SalaryPage } from '#components/salary/salary-page.tsx'
import { SkillPage } from '#components/skill/skill-page.tsx'
import { SourcePage } from '#components/source/source-page.tsx'
import { IndustryPage, ServiceLinePage } from '#components/work/work-page.tsx'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { formatProblems } from '#lib/content/problems.ts'
import { isPageAnchor } from '#lib/mdx/anchors.ts'
import { BLOCK_HEADINGS } from '#lib/role-blocks.ts'
import { firstAnchorsOnly } from '#lib/row-anchors.ts'
import { type Edits, tree, withBody, withField } from './content-tree.ts'
import { html, idsOf, parsed } from './rendered-page.ts'

/** One page of every kind that has a text of its own, by the file of its article. */
const PAGES: Record<string, (library: Library) => ReactElement> = {
  'roles/operations-manager.mdx': (library) => createElement(RolePage, { role: library.get('roles', 'operations-manager'), library }),
  'skills/coaching.mdx': (library) => createElement(SkillPage, { skill: library.get('skills', 'coaching'), library }),
  'metrics/handle-time.mdx': (library) => createElement(MetricPage, { metric: library.get('metrics', 'handle-time'), library }),
  'certifications/floor-basics.mdx': (library) =>
    createElement(CertificationPage, { certification: library.get('certifications', 'floor-basics'), library }),
  'salaries/philippines.mdx': (library) => createElement(SalaryPage, { salary: library.get('salaries', 'philippines'), library }),
  'pathways/operations-manager/index.mdx': (library) =>
    createElement(PathwayPage, { pathway: library.get('pathways', 'operations-manager'), library }),
  'pathways/operations-manager/first-team.mdx': (library) =>
    createElement(StagePage, {
      stage: library.get('stages', 'operations-manager/first-team'),
      pathway: library.get('pathways', 'operations-manager'),
      library,
    }),
  'service-lines/customer-service.mdx': (library) =>
    createElement(ServiceLinePage, { line: library.get('service-lines', 'customer-service'), library }),
  'industries/retail.mdx': (library) => createElement(IndustryPage, { industry: library.get('industries', 'retail'), library }),
  'guides/what-bpo-is.mdx': (library) => createElement(GuidePage, { guide: library.get('guides', 'what-bpo-is'), library }),
  'sources/floor-survey.mdx': (library) => createElement(SourcePage, { source: library.get('sources', 'floor-survey'), library }),
}

const idsOfPage = async (file: string, library: Library) =>
  idsOf(parsed(firstAnchorsOnly(await html((PAGES[file] as (library: Library) => ReactElement)(library)))))

const { library: small } = loadLibrary('tests/fixtures/small')

describe('a heading', () => {
  it.each(Object.keys(PAGES))('never takes the anchor of a section of its page: %s', async (file) => {
    // Every anchor that the page has without a text is given to a heading of the text. Steps are refused by the check, so they are left out.
    const own = (await idsOfPage(file, loadLibrary(tree({ [file]: withBody('Text[^1].\n\n[^1]: Note.\n') })).library)).filter(
      (id) => !/^(?:first-team|reliable-performer)-/.test(id),
    )
    expect(own.length).toBeGreaterThan(3)
    const headings: Edits = {
      // It links to a section of the role.
      'guides/what-bpo-is.mdx': withBody('Text.\n'),
      [file]: withBody(`${own.map((id) => `## ${id.replaceAll('-', ' ')}`).join('\n\n')}\n\nText[^1].\n\n[^1]: Note.\n`),
    }
    const { library, problems } = loadLibrary(tree(headings))
    expect(formatProblems(problems)).toBe('')
    const ids = await idsOfPage(file, library)
    expect(ids.length).toBeGreaterThanOrEqual(own.length * 2)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

describe('the list of anchors', () => {
  it('knows every section that a component names', () => {
    const named = readdirSync('components', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
      .flatMap((entry) => {
        const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
        return [...text.matchAll(/\sid="([a-z-]+)"|\{ id: '([a-z-]+)', text:/g)].map(([, attribute, item]) => attribute ?? item ?? '')
      })
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((id) => !isPageAnchor(id))).toEqual([])
  })

  it('knows every block of a role', () => {
    expect(Object.keys(BLOCK_HEADINGS).filter((id) => !isPageAnchor(id) || !isPageAnchor(`block-${id}`))).toEqual([])
  })

  it('knows nothing else', () => {
    expect(['what-it-is', 'blocks', 'section', ''].filter(isPageAnchor)).toEqual([])
  })
})

describe('the glossary', () => {
  it('has each anchor once, though all terms stand on one page', async () => {
    const ids = idsOf(parsed(await html(createElement(GlossaryPage, { library: small }))))
    expect(ids).toContain('wrap')
    expect(ids).toEqual([...new Set(ids)])
  })
})

describe('an anchor that a page had before', () => {
  const GUIDE = 'guides/what-bpo-is.mdx'
  const moved = (to: string, body = '## New words\n\nText.\n') => ({
    [GUIDE]: (text: string) =>
      withField('formerAnchors', `formerAnchors:\n  - { id: old-words, name: Old words, to: "${to}" }`)(withBody(body)(text)),
  })
  const pageWith = async (edits: Edits) => {
    const { library, problems } = loadLibrary(tree(edits))
    expect(formatProblems(problems)).toBe('')
    return html((PAGES[GUIDE] as (library: Library) => ReactElement)(library))
  }

  it('still leads to its heading, inside of which it stands', async () => {
    expect(await pageWith(moved('#new-words'))).toContain('<h2 id="new-words">New words<span id="old-words"></span></h2>')
    expect(await pageWith(moved('#new-words', '## A\n\n### New words\n\nText.\n'))).toContain(
      '<h3 id="new-words">New words<span id="old-words"></span></h3>',
    )
  })

  it.each(['#sources', '/skills/coaching/#levels', '/glossary/#wrap'])(
    'leads to a sentence that leads on, where no heading took it over: %s',
    async (to) => {
      const page = await pageWith(moved(to))
      expect(page).toMatch(
        new RegExp(`<p id="old-words">You are looking for “(?:<!-- -->)?Old words(?:<!-- -->)?”\\? It is <a href="${to}">`),
      )
      expect(idsOf(parsed(page)).filter((id) => id === 'old-words')).toHaveLength(1)
    },
  )

  it.each([
    ['#nowhere', 'No section of this page is called #nowhere.'],
    ['/skills/nothing/', '/skills/nothing/ is no page of the guide.'],
    ['//elsewhere.example/', 'formerAnchors[0].to'],
  ])('is refused when it leads nowhere: %s', (to, says) => {
    expect(formatProblems(loadLibrary(tree(moved(to))).problems)).toContain(says)
  })

  it('is refused while a heading has it, and where an article has no page of its own', () => {
    expect(formatProblems(loadLibrary(tree(moved('#sources', '## Old words\n\nText.\n'))).problems)).toContain(
      '"old-words" is the anchor of a heading of this text. Take it off the list.',
    )
    const term = withField('formerAnchors', 'formerAnchors:\n  - { id: old, name: Old words, to: "/glossary/#wrap" }')
    expect(formatProblems(loadLibrary(tree({ 'glossary/wrap.mdx': term })).problems)).toContain(
      'Put the old id under formerSlugs: instead.',
    )
  })

  it('of a term that was renamed stands at the term', async () => {
    const renamed = withField('formerSlugs', 'formerSlugs: [after-call]')
    const { library } = loadLibrary(tree({ 'glossary/wrap.mdx': renamed }))
    expect(await html(createElement(GlossaryPage, { library }))).toMatch(
      /<h3 id="wrap">(?:(?!<\/h3>).)*<span id="after-call"><\/span><\/h3>/,
    )
  })
})
