import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { ArticleBody } from '#components/article/article-body.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { readAddress } from '#lib/mdx/address.ts'
import { figureInProse } from '#lib/mdx/figure-in-prose.ts'
import { NO_WORD, placeAt } from '#lib/mdx/passages.ts'
import { readBody } from '#lib/mdx/read.ts'
import { tree, withBody } from './content-tree.ts'
import { elements, html, parsed } from './rendered-page.ts'

function body(text: string) {
  const read = readBody(text)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.body
}

const faults = (text: string) => {
  const read = readBody(text)
  return 'faults' in read ? read.faults.map(({ line, column, message }) => `${line}:${column} ${message}`) : []
}

describe('the outline', () => {
  it('has the ids that the page has, whatever the headings say', async () => {
    const headings = [
      'Plain words',
      '"Quoted" words -- and a dash',
      'It’s "so"... isn\'t it?',
      'One -- two --- three – four — five',
      '1/2 or 3 -- 4',
      '*Emphasis*, **strength** and `code -- "x"`',
      '~~Gone~~ and [linked](/)',
      'With a note[^1]',
      'With {/* a comment */} inside',
      'With a figure <Figure id="ramp-weeks" />',
      'Same',
      'Same',
      'Same 1',
      'same',
      '👩‍💻',
      '👩‍💻 at work',
      '🎉',
      '—',
      '&amp; &lt;b&gt; &quot;',
      'वेतन',
      'टीम लीडर का वेतन',
      'مرحبا',
      '工资',
      'Ünïcödé',
      'a_b-c.d/e',
      'Sources',
      'Pay',
      'constructor',
      '__proto__',
      'trailing ##',
    ]
    const text = `${headings.map((heading) => `## ${heading}\n\nText.`).join('\n\n')}\n\n[^1]: Note.\n`
    const { library, problems } = loadLibrary(tree({ 'industries/retail.mdx': withBody(text) }))
    expect(problems).toEqual([])
    const entry = library.get('industries', 'retail')
    const page = parsed(await html(createElement(ArticleBody, { entry, library })))
    const ids = elements(page)
      .filter(({ tagName }) => tagName === 'h2')
      .map(({ properties }) => properties.id)
    expect(entry.body.headings.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'footnote-label'))
    expect(ids).toHaveLength(headings.length + 1)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toMatchInlineSnapshot(`
      [
        "plain-words",
        "quoted-words----and-a-dash",
        "its-so-isnt-it",
        "one----two-----three--four--five",
        "12-or-3----4",
        "emphasis-strength-and-code----x",
        "gone-and-linked",
        "with-a-note",
        "with--inside",
        "with-a-figure",
        "same",
        "same-1",
        "same-1-1",
        "same-2",
        "section",
        "-at-work",
        "section-1",
        "section-2",
        "-b-",
        "वेतन",
        "टीम-लीडर-का-वेतन",
        "مرحبا",
        "工资",
        "ünïcödé",
        "a_b-cde",
        "sources-1",
        "pay-1",
        "constructor",
        "proto",
        "trailing",
        "footnote-label",
      ]
    `)
  })

  it('tells depth, words and place', () => {
    expect(body('\n\n## One *two*\n\nText.\n\n### Three {/* four */}\n').headings).toEqual([
      { depth: 2, id: 'one-two', text: 'One two', line: 3, column: 1 },
      { depth: 3, id: 'three', text: 'Three', line: 7, column: 1 },
    ])
  })
})

describe('a body', () => {
  it('is read with its links, figures, blocks and footnotes in place', () => {
    const read = body(
      '\n## Here\n\nSee [a](/roles/x/#y) and [b](#here) and [c].\n\n<Data block="pay" />\n\n<Compare figures="one two">\nText[^1].\n</Compare>\n\n[c]: /glossary/#z\n[^1]: <Figure id="three" />\n',
    )
    expect(read.links).toEqual([
      { path: '/roles/x/', query: '', anchor: 'y', line: 4, column: 5 },
      { path: '', query: '', anchor: 'here', line: 4, column: 26 },
      { path: '/glossary/', query: '', anchor: 'z', line: 12, column: 1 },
    ])
    expect(read.figures.map(({ id, line }) => [id, line])).toEqual([
      ['one', 8],
      ['two', 8],
      ['three', 13],
    ])
    expect(read.blocks).toEqual([{ name: 'pay', line: 6, column: 1 }])
    expect(read.footnotes).toEqual([{ line: 13, column: 1 }])
  })

  it('counts its words, without code and comments', () => {
    expect(body('## Two words\n\nThree *more* words, {/* not these */} `nor these`.\n').words).toBe(6)
  })

  it('may consist of blocks alone', () => {
    expect(body('<Data block="pay" />\n').blocks).toHaveLength(1)
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t\n'],
    ['a comment', '{/* a */}'],
    ['a line', '***'],
    ['a space that does not break', '&nbsp;'],
  ])('with only %s is empty', (_, text) => {
    expect(faults(`\n\n${text}`).join()).toContain('The article has no text. Write it below the front matter.')
  })

  it('reports every fault with its place', () => {
    expect(faults('\n\nOne 5% two\nthree ₱20k.\n\n> - {x}\n\n[a](javascript:b)\n')).toMatchInlineSnapshot(`
      [
        "3:5 The number "5%" is typed into the text. Declare it under figures: with its source and write <Figure id="…" />.",
        "4:7 The number "₱20k" is typed into the text. Declare it under figures: with its source and write <Figure id="…" />.",
        "6:5 Code in braces is not allowed: {x}. For a brace write \\{ in the text.",
        "8:1 The link is not an https address. Write it in full, with https:// before the host. Links are https://…, mailto:…, /path/ or #section.",
      ]
    `)
  })

  it('is not lost in nesting', () => {
    expect(faults(`${'> '.repeat(40)}x`)).toEqual(['1:65 The text is nested deeper than 32 levels. Write it flat.'])
  })
})

describe('an address', () => {
  it.each([
    ['/', { kind: 'page', path: '/', query: '', anchor: '' }],
    ['/roles/?line=quality&by=level', { kind: 'page', path: '/roles/', query: '?line=quality&by=level', anchor: '' }],
    ['/roles/trainer/#pay', { kind: 'page', path: '/roles/trainer/', query: '', anchor: 'pay' }],
    ['#pay', { kind: 'anchor', anchor: 'pay' }],
    ['https://example.org/a?b=c#d', { kind: 'external' }],
    ['https://example.org:8443/', { kind: 'external' }],
    ['mailto:jobs@example.org', { kind: 'external' }],
  ])('%s leads somewhere', (url, address) => {
    expect(readAddress(url)).toEqual(address)
  })

  // The rest of the addresses that are refused are tried one by one in hostile.test.ts.
  it.each([
    '',
    ' ',
    '//example.org/',
    '/\\example.org/',
    'example.org',
    'roles/trainer/',
    '/roles/trainer/?a',
    '/roles/?colour=red',
    '/a b/',
    'https://example.org/ ',
    'https://localhost/',
  ])('%j is refused', (url) => {
    expect(readAddress(url)).toMatchObject({ kind: 'fault', message: expect.stringMatching(/[.…]$/) })
  })
})

describe('a figure in prose', () => {
  it('is found where it begins, the first one first', () => {
    expect(figureInProse('In 2025 it was ₱20,000 or 5%.')).toEqual({ index: 15, found: '₱20,000' })
    expect(figureInProse('It was 5% or ₱20,000.')).toEqual({ index: 7, found: '5%' })
    expect(figureInProse('It was\n5\n%.')).toEqual({ index: 7, found: '5 %' })
  })

  it.each([
    'In 2025, 24 of 30 people work 10 hours.',
    'ninety per cent',
    '2 pounds of rice',
    'ISO 9001',
    'the percentile',
    'a cent',
    '100 cups',
    'R2-D2',
  ])('is not %s', (text) => {
    expect(figureInProse(text)).toBeUndefined()
  })

  it('is looked for in a moment, also in a wall of digits', () => {
    const start = performance.now()
    expect(figureInProse('1'.repeat(200_000))).toBeUndefined()
    expect(figureInProse('1 '.repeat(100_000))).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('the running words', () => {
  const passages = (text: string) => body(text).passages

  it('are those of paragraphs, headings and cells, without markup, code blocks and comments', () => {
    const text =
      '## A *head*\n\nOne **two**\nthree. {/* not this */}\n\n- item\n\n| a | b |\n| --- | --- |\n| c | |\n\n```\ncode\n```\n\n> Theirs.\n'
    expect(passages(text).map(({ kind, text, quoted }) => `${kind}${quoted ? ', quoted' : ''}: ${text}`)).toEqual([
      'heading: A head',
      `paragraph: One two\nthree. ${NO_WORD}`,
      'paragraph: item',
      'cell: a',
      'cell: b',
      'cell: c',
      'paragraph, quoted: Theirs.',
    ])
  })

  it('know where they stand and what they are', () => {
    const [passage] = passages('\n\nSee **the**\n[list of roles](/roles/), `code`, <Figure id="x" /> end.\n')
    if (!passage) throw new Error('There is no passage.')
    expect(passage.text).toBe(`See the\nlist of roles, code, ${NO_WORD} end.`)
    for (const [word, line, column] of [
      ['See', 3, 1],
      ['the', 3, 7],
      ['list', 4, 2],
      ['roles', 4, 10],
      ['code', 4, 27],
      ['end', 4, 53],
    ] as const)
      expect([word, placeAt(passage, passage.text.indexOf(word))]).toEqual([word, { line, column }])
    expect(passage.pieces.filter(({ kind }) => kind !== 'words').map(({ kind, address }) => [kind, address])).toEqual([
      ['link', '/roles/'],
      ['code', undefined],
    ])
  })
})
