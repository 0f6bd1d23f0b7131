import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { hiddenCharacter, isVisible, textFaults } from '#lib/content/text.ts'
import { COUNTRIES } from '#lib/country.ts'
import {
  CURRENCIES,
  day,
  httpsUrl,
  pastDay,
  plain,
  prose,
  publicAddressFault,
  slug,
  slugFault,
  today,
  uniqueList,
  when,
} from '#lib/fields.ts'

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

describe('an id', () => {
  it.each(['a', 'team-leader', 'x9', '012', '3-2-1', 'a'.repeat(60)])('may be %s', (id) => {
    expect(slugFault(id)).toBeUndefined()
    expect(accepts(slug, id)).toBe(true)
  })

  it.each([
    '',
    'A',
    'a b',
    'a_b',
    '-a',
    'a-',
    'a--b',
    'a/b',
    '..',
    'a.',
    'ä',
    '🎉',
    'a\u200d',
    'index',
    '404',
    'con',
    'com7',
    'lpt0',
    'constructor',
    'prototype',
    '__proto__',
    'a'.repeat(61),
  ])('may not be %j', (id) => {
    expect(slugFault(id)).toMatch(/^is .*\.$/)
    expect(accepts(slug, id)).toBe(false)
  })
})

describe('a day', () => {
  it.each(['2024-02-29', '2026-12-31', '1990-01-01', '2999-01-01'])('may be %s', (text) => expect(accepts(day, text)).toBe(true))
  it.each([
    '2025-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '20260101',
    '1989-12-31',
    '0000-00-00',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    20260101,
    new Date(),
    null,
  ])('may not be %j', (text) => expect(accepts(day, text)).toBe(false))

  it('of the past may be today and not tomorrow', () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    expect([accepts(pastDay, today()), accepts(pastDay, tomorrow)]).toEqual([true, false])
  })
})

describe('a date of data', () => {
  it.each(['2025', '2025-05', '2025-05-31', '1970'])('may be %s', (text) => expect(accepts(when, text)).toBe(true))
  it.each(['25', '2025-13', '2025-02-30', '2025-5', '2025-05-', '2999', '2025-05-31 ', '', 2025])('may not be %j', (text) =>
    expect(accepts(when, text)).toBe(false),
  )
})

describe('text', () => {
  it('is neither empty nor untidy nor broken into lines', () => {
    const fault = (text: unknown) =>
      plain(10)
        .safeParse(text)
        .error?.issues.map(({ message }) => message)
        .join(' | ')
    expect(
      ['abc', '', '  ', '\u00a0', '\u200b\u200d', '\u3164', ' abc', 'abc ', 'a\nb', 'a\tb', 'a'.repeat(11), 5, null].map(fault),
    ).toMatchInlineSnapshot(`
      [
        undefined,
        "is empty. Write it or remove the line.",
        "is empty. Write it or remove the line.",
        "is empty. Write it or remove the line.",
        "is empty. Write it or remove the line.",
        "is empty. Write it or remove the line.",
        "starts or ends with white space. Remove it.",
        "starts or ends with white space. Remove it.",
        "holds a line break or a tab. Write it on one line.",
        "holds a line break or a tab. Write it on one line.",
        "is longer than 10 characters. Shorten it.",
        "Invalid input: expected string, received number",
        "Invalid input: expected string, received null",
      ]
    `)
  })

  it('for readers says so of itself, so that numbers typed into it are found', () => {
    expect([prose(10).meta()?.prose, plain(10).meta()?.prose]).toEqual([true, undefined])
  })
})

describe('a list', () => {
  it('holds nothing twice, maps included', () => {
    const faults = (items: unknown[]) =>
      uniqueList(plain(10), 3)
        .safeParse(items)
        .error?.issues.map(({ path, message }) => `${path.join()}: ${message}`)
    expect(faults(['a', 'b'])).toBeUndefined()
    expect(faults(['a', 'b', 'a'])).toEqual(['2: stands in the list twice. Remove one.'])
    expect(faults(['a', 'b', 'c', 'd'])).toEqual([': has more than 3 entries. Shorten it.'])
  })
})

describe('a public address', () => {
  it.each([
    'https://example.org/',
    'https://example.org',
    'https://www.example.co.uk/a/b?c=d&e=f#g',
    'https://example.org:8443/',
    'https://example.org/%E0%A4%95',
    'https://example.org/a(b)',
    'https://1and1.example/',
    'https://my-localhost.example/',
  ])('may be %s', (url) => {
    expect(publicAddressFault(url)).toBeUndefined()
    expect(accepts(httpsUrl, url)).toBe(true)
  })

  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org/',
    '/a/',
    'example.org',
    'https://example.org/ ',
    'https://exa mple.org/',
    'https:\\\\example.org\\',
    'https:///example.org/',
    'https://user@example.org/',
    'https://@example.org/',
    'https://example/',
    'https://localhost/',
    'https://localhost./',
    'https://a.b.localhost/',
    'https://127.0.0.1/',
    'https://10.0.0.1./',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://router.home.arpa/',
    'https://xn--80ak6aa92e.com/',
    'https://еxample.org/',
    'https://example.org./',
    'https://exa%6dple.org/',
    'https://example.org:443/',
    'https://example.org/%E0%A4%A',
    'https://example.org/\u202e',
    'https://example.org/\u0000',
    `https://example.org/${'a'.repeat(500)}`,
    '',
  ])('may not be %j', (url) => {
    expect(accepts(httpsUrl, url)).toBe(false)
  })
})

describe('what nobody can see', () => {
  it('is told by kind', () => {
    expect(
      [
        'plain',
        'टीम\u200d',
        'a\u200eb',
        '\ud800',
        'a\u202eb',
        'a\u0007b',
        'a\ufeffb',
        'a\ufffdb',
        '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
        'a\u{e0067}',
      ].map(hiddenCharacter),
    ).toMatchInlineSnapshot(`
      [
        undefined,
        undefined,
        undefined,
        "holds half of a character pair. Type it again.",
        "holds a character that reverses the direction of text. Delete it and type the words again.",
        "holds a control character. Delete it and type the words again.",
        "holds a character that nobody can see. Delete it and type the words again.",
        "holds the sign that stands for a lost character. Type the word again.",
        undefined,
        "holds a character that nobody can see. Delete it and type the words again.",
      ]
    `)
  })

  it('does not count as text', () => {
    expect(['a', '👩‍💻', '.', 'न', '\u0301'].every(isVisible)).toBe(true)
    expect(['', ' ', '\u00a0\u2003', '\u200b\u200c\u200d\u2060', '\u00ad', '\u3164', '\ufe0f', '\u2800', '\u115f'].some(isVisible)).toBe(
      false,
    )
  })

  it('is reported with its line and column, like words that were left unfinished', () => {
    expect(
      textFaults('one\ntwo \u202e\n  TODO: three\n<<<<<<< HEAD\n=======\n======= x\nlorem Ipsum\nTODOS and fixmes'),
    ).toMatchInlineSnapshot(`
      [
        {
          "column": 5,
          "line": 2,
          "message": "The line holds a character that reverses the direction of text. Delete it and type the words again.",
        },
        {
          "column": 3,
          "line": 3,
          "message": "A note to finish the text was left in. Finish it, or set status: draft and remove the note.",
        },
        {
          "column": 1,
          "line": 4,
          "message": "A merge-conflict marker was left in. Finish the merge and remove it.",
        },
        {
          "column": 1,
          "line": 5,
          "message": "A merge-conflict marker was left in. Finish the merge and remove it.",
        },
        {
          "column": 1,
          "line": 6,
          "message": "A merge-conflict marker was left in. Finish the merge and remove it.",
        },
        {
          "column": 1,
          "line": 7,
          "message": "Placeholder text was left in. Write the text.",
        },
      ]
    `)
  })
})

describe('the countries', () => {
  it('have a code, a name and a currency that the platform knows', () => {
    for (const [code, { name, currency }] of Object.entries(COUNTRIES)) {
      expect(new Intl.DisplayNames('en', { type: 'region' }).of(code)).toBe(name)
      expect(Intl.supportedValuesOf('currency')).toContain(currency)
      expect(CURRENCIES).toContain(currency)
    }
  })
})
