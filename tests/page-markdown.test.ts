import fc from 'fast-check'
import type { Link, Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { pageMarkdown } from '#lib/export/page-markdown.ts'
import { anyText } from './any-progress.ts'

const PAGE = { address: '/roles/trainer/', origin: 'https://guide.example' }
const page = (body: string) => `<!DOCTYPE html><html lang="en"><body><nav>Site</nav><main>${body}</main><footer>End</footer></body></html>`
/** The Markdown of a page below what stands at its head, and below a paragraph, so that lists of both do not meet. */
const below = (body: string) => pageMarkdown(page(`<h1>Trainer</h1><p>Start.</p>${body}`), PAGE).split('Start.\n\n')[1] ?? ''
const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown)
const everyNode = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(everyNode) : [])]
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

describe('a page as Markdown', () => {
  it('begins with its title, its summary, where it is from and how it may be used', () => {
    const html = page(
      '<h1><svg role="img" aria-label="Training line"><path d="M0 0"/></svg> Trainer <small></small></h1><p class="lead">Takes a class.</p><p>One &amp; two.</p>',
    )
    expect(pageMarkdown(html, { ...PAGE, reviewed: '2026-11-22' })).toMatchInlineSnapshot(`
      "# Trainer

      > Takes a class.

      - Address: <https://guide.example/roles/trainer/>
      - On the map: Training line
      - Reviewed: 22 November 2026
      - Licence: [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). Cite it as: Floorwalk, “Trainer”, <https://guide.example/roles/trainer/>, reviewed 22 November 2026. Keep beside every figure its source, date and place, and the words on how well it fits.

      One & two.
      "
    `)
  })

  it('reads pages that leave out ends which HTML implies', () => {
    expect(below('<ul><li>One<li><b>Two</b></ul><dl><div><dt>Name<dd>Value</div><div><dt>More<dd><ul><li>A<li>B</ul></div></dl>')).toBe(
      '- One\n- **Two**\n\n* **Name**: Value\n* **More**:\n  - A\n  - B\n',
    )
  })

  it('leaves out controls, navigation, drawings and what waits for a script', () => {
    expect(
      below(
        '<nav class="crumbs"><a href="/">Home</a></nav><nav class="strip"><h2>Where it sits</h2><ol><li>Here</ol></nav><button>Share</button><select><option>A</select><p hidden>Later</p><p role="status">0</p><svg aria-hidden="true"><text>T</text></svg><h2>Pay<a class="anchor" href="#pay">#</a></h2><script type="application/ld+json">{}</script>',
      ),
    ).toBe('## Where it sits\n\n- Here\n\n## Pay\n')
  })

  it('gives the words of a drawing that has some', () => {
    expect(below('<p><svg role="img" aria-label="Seven lines, one change"><path d="M0 0"/></svg></p>')).toBe(
      '(Drawing: Seven lines, one change.)\n',
    )
  })

  it('says by signs what the page says by its looks', () => {
    expect(
      below(
        '<ul class="figures"><li><b class="amount">4 people</b><span>Leaders per manager</span><small><a href="/sources/a/">A, 2024</a> · close</small></ul>',
      ),
    ).toBe('- **4 people**: Leaders per manager. [A, 2024](https://guide.example/sources/a/) · close\n')
    expect(
      below('<ul><li><div><a href="/skills/c/">Coaching</a><span class="level">expert</span></div><p>A leader was promoted.</p></ul>'),
    ).toBe('- [Coaching](https://guide.example/skills/c/) (expert): A leader was promoted.\n')
    expect(below('<div class="callout"><b>The rule</b><p>Ask first.</p></div>')).toBe('> **The rule**: Ask first.\n')
    expect(below('<p>See <span><a href="#a">one</a></span><span>, <a href="/b/">two</a></span>.</p>')).toBe(
      'See [one](https://guide.example/roles/trainer/#a), [two](https://guide.example/b/).\n',
    )
    expect(
      below('<ol><li><span class="station" aria-hidden="true">0</span>First<li><span class="station" aria-hidden="true">1</span>Next</ol>'),
    ).toBe('0. First\n1. Next\n')
  })

  it('makes sections of a list whose items have headings, and a line of an item that is only one', () => {
    expect(below('<ul><li><h3>One</h3><p>Text.</p><li><h3>Two</h3><p>More.</p></ul>')).toBe('### One\n\nText.\n\n### Two\n\nMore.\n')
    expect(below('<ol><li><h4>One</h4><li><h4>Two</h4></ol>')).toBe('1. One\n2. Two\n')
  })

  it('says the heading of a block that stands under another', () => {
    expect(below('<h2>Their words</h2><div data-title="What does it pay?"><p>Little.</p></div>')).toBe(
      '## Their words\n\n**What does it pay?**\n\nLittle.\n',
    )
    expect(below('<h2>What does it pay?</h2><div data-title="What does it pay?"><p>Little.</p></div>')).toBe(
      '## What does it pay?\n\nLittle.\n',
    )
  })

  it('writes tables as tables, and as lists where a cell holds more than a line', () => {
    const table = (cell: string) =>
      `<table><thead><tr><th>Role<th>Note</tr></thead><tbody><tr><th>Trainer<td>${cell}<tr><th>Coach<td>a|b</tbody></table>`
    expect(below(table('plain'))).toBe('| Role | Note |\n| - | - |\n| Trainer | plain |\n| Coach | a\\|b |\n')
    expect(below(table('<p>One.</p><p>Two.</p>'))).toBe(
      '- - **Role**: Trainer\n  - **Note**: One.\n\n    Two.\n- - **Role**: Coach\n  - **Note**: a|b\n',
    )
  })

  it('escapes what would be read as Markdown, and nothing else', () => {
    expect(below('<p>P&amp;L, a_b_c.xlsx, 3 - 2 = 1, (x) [y] and 5 &lt; 6.</p>')).toBe('P&L, a_b_c.xlsx, 3 - 2 = 1, (x) \\[y] and 5 < 6.\n')
    expect(below('<p><a href="/moves/?from=a&amp;to=b">Go</a>; &amp;amp; stays</p>')).toBe(
      '[Go](https://guide.example/moves/?from=a&to=b); \\&amp; stays\n',
    )
  })

  it('says where there is no text', () => {
    expect(() => pageMarkdown('<p>x</p>', PAGE)).toThrow('/roles/trainer/ has no <main>')
  })
})

describe('hostile text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '![x](https://evil.example/x.png)',
    '# not a heading',
    '1. not a list',
    '- - -',
    '```js',
    '| a | b |',
    '[^1]',
    '~~gone~~',
    'https://evil.example',
    'a@evil.example',
    '&lt;b&gt;',
    '\\<b>',
    '***',
    '> quoted',
    '<!-- x -->',
    '<https://evil.example>',
    '__proto__',
    '[x]: https://evil.example',
  ]
  const places = (text: string) =>
    `<h2>${text}</h2><p>${text}</p><p>Before ${text}</p><ul><li>${text}</ul><dl><dt>${text}<dd>${text}</dl><table><tr><th>${text}</th></tr><tr><td>${text}</td></tr></table><p><a href="/x/">${text}</a> <b>${text}</b></p><p>${text}<br>${text}</p>`
  /** Everything a reader of Markdown makes of it. Addresses in plain sight it may turn into links to just that. */
  const kinds = (tree: Nodes) =>
    everyNode(tree)
      .filter((node) => node.type !== 'text' && !(node.type === 'link' && isBare(node)))
      .map(({ type }) => type)
      .join()
  const isBare = (node: Link) => [textOf(node), `http://${textOf(node)}`, `mailto:${textOf(node)}`].includes(node.url)
  /** The same page with a harmless word in the same places. */
  const TAME = kinds(parse(pageMarkdown(page(places('word')), PAGE)))
  const solid = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

  it.each(HOSTILE)('stays text in every place: %s', (text) => {
    const tree = parse(pageMarkdown(page(places(escaped(text))), PAGE))
    expect(kinds(tree)).toBe(TAME)
    if (solid(text) !== '') expect(solid(textOf(tree)).split(solid(text)).length - 1).toBeGreaterThanOrEqual(12)
  })

  it('stays text whatever it is', () => {
    const part = fc.constantFrom(...HOSTILE, ' ', 'a', '*', '_', '`', '<', '&', '\\')
    const hostile = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(anyText, hostile), (text) => {
        const tree = parse(pageMarkdown(page(`<h1>x</h1><p>a ${escaped(text)} z</p>`), PAGE))
        const last = tree.children.at(-1) as Nodes
        expect(tree.children).toHaveLength(3)
        expect(kinds(last)).toBe('paragraph')
        expect(solid(textOf(last))).toBe(solid(`a${text}z`))
      }),
    )
  })
})
