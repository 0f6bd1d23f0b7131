import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { plainText } from '#lib/export/plain-text.ts'

const plain = (markdown: string) =>
  plainText(unified().use(remarkParse).use(remarkGfm).parse(markdown), {
    heading: ({ depth }, words) => `${'='.repeat(depth)} ${words}`,
    after: (url) => (url.startsWith('/') ? ' [R1]' : ''),
  })

describe('plain text', () => {
  it('keeps words and drops signs', () => {
    expect(plain('## A *b*\n\nSee **the** [leader](/roles/x/) and [site](https://a.example), `code`.\n\n> Quoted\n>\n> twice')).toBe(
      '== A b\n\nSee the leader [R1] and site, code.\n\nQuoted\n\ntwice',
    )
  })

  it('keeps lists with their numbers, and lists in lists below their line', () => {
    expect(plain('- One\n  - a\n  - b\n- Two\n\n0. Zero\n1. First')).toBe('- One\n  - a\n  - b\n- Two\n\n0. Zero\n1. First')
    expect(plain('- One\n\n  More.\n\n- Two')).toBe('- One\n\n  More.\n\n- Two')
  })

  it('writes a table row by row, each cell with the name of its column', () => {
    expect(plain('| Role | Nights | Note |\n|-|-|-|\n| Trainer | rare | |\n| Frontline | | |')).toBe(
      '- Role: Trainer\n  Nights: rare\n- Frontline',
    )
  })

  it('breaks no line for its length', () => {
    expect(plain('word '.repeat(500)).split('\n')).toHaveLength(1)
  })
})
