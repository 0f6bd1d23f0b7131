import { describe, expect, it } from 'vitest'
import { parseFrontMatter, splitFrontMatter } from '#lib/content/front-matter.ts'
import { decodeText } from '#lib/content/text.ts'

const split = (text: string) => {
  const result = splitFrontMatter(text)
  return 'fault' in result ? `${result.fault.line}:${result.fault.column} ${result.fault.message}` : result
}
const faults = (yaml: string) => {
  const read = parseFrontMatter(yaml)
  return 'faults' in read
    ? read.faults.map(({ line, column, field, message }) => `${line}:${column} ${field ? `${field} ` : ''}${message}`)
    : []
}
function read(yaml: string) {
  const result = parseFrontMatter(yaml)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.frontMatter
}

describe('the door', () => {
  it('keeps the lines of the body where they are in the file', () => {
    expect(split('---\na: 1\nb: 2\n---\n\nText.\n')).toEqual({ yaml: 'a: 1\nb: 2', body: '\n\n\n\n\nText.\n' })
  })

  it('leaves dashes of the text alone', () => {
    expect(split('---\na: 1\n---\nText.\n\n---\n\nMore.\n')).toEqual({ yaml: 'a: 1', body: '\n\n\nText.\n\n---\n\nMore.\n' })
  })

  it('tells what is wrong with the lines of dashes', () => {
    expect(
      [
        '',
        ' \n',
        'Text.\n',
        '\n---\na: 1\n---\n',
        '---js\n---\n',
        '--- \na: 1\n---\n',
        '----\na: 1\n----\n',
        '+++\na = 1\n+++\n',
        '---\na: 1\n',
        '---\n---\nText.',
        '---\n\n---\nText.',
        '---\na: 1\n--- \nText.\n---\n',
        '---\na: 1\n...\n---\n',
        '---\n%YAML 1.1\n---\n',
        '---\na: 1\n---\n\n---\nb: 1\n---\n',
        '---\na: 1\n---\n---js\n---\n',
        `---\n${'a: 1\n'.repeat(4001)}---\n`,
        `---\n${`a: ${'x'.repeat(10_000)}\n`.repeat(7)}---\n`,
      ].map(split),
    ).toMatchInlineSnapshot(`
      [
        "1:1 The file is empty. Start it with a line --- and the fields of its kind.",
        "1:1 The file is empty. Start it with a line --- and the fields of its kind.",
        "1:1 The first line must be exactly "---". Remove what stands before the front matter.",
        "1:1 The first line must be exactly "---". Remove what stands before the front matter.",
        "1:1 The first line is "---js". It must be exactly "---": front matter is YAML and nothing else.",
        "1:1 The first line is "--- ". It must be exactly "---": front matter is YAML and nothing else.",
        "1:1 The first line is "----". It must be exactly "---": front matter is YAML and nothing else.",
        "1:1 The first line is "+++". It must be exactly "---": front matter is YAML and nothing else.",
        "1:1 The front matter is never closed. End it with a line that is exactly "---".",
        "1:1 The front matter is empty. Write the fields of this kind; npm run new shows them.",
        "1:1 The front matter is empty. Write the fields of this kind; npm run new shows them.",
        "3:1 The line "--- " stands in the front matter. Its last line is exactly "---".",
        "3:1 The line "..." stands in the front matter. Its last line is exactly "---".",
        "2:1 The line "%YAML 1.1" stands in the front matter. Its last line is exactly "---".",
        "5:1 A second front matter block starts here. Remove it.",
        "4:1 A second front matter block starts here. Remove it.",
        "1:1 The front matter has more than 4000 lines. Move text into the body.",
        "1:1 The front matter is larger than 64 kB. Move text into the body.",
      ]
    `)
  })
})

describe('the fields', () => {
  it('are plain data: no dates, no code, no shared objects, nothing inherited', () => {
    const { data } = read(
      'text: plain\nday: 2026-01-02\ntime: 45:00\nword: yes\nnumber: 4.5\nminus: -3\nflag: true\nnothing: ~\nlist: [a, 1]\nmap: { a: { b: c } }\nlong: >\n  two\n  lines\n',
    )
    expect(data).toEqual({
      text: 'plain',
      day: '2026-01-02',
      time: '45:00',
      word: 'yes',
      number: 4.5,
      minus: -3,
      flag: true,
      nothing: null,
      list: ['a', 1],
      map: { a: { b: 'c' } },
      long: 'two lines\n',
    })
  })

  it('know where they stand in the file', () => {
    const { locate } = read('a: 1\nlist:\n  - b: 2\n    c:\n      - 3\n')
    expect(locate(['a'])).toEqual({ line: 2, column: 4 })
    expect(locate(['a'], 'key')).toEqual({ line: 2, column: 1 })
    expect(locate(['list', 0, 'c', 0])).toEqual({ line: 6, column: 9 })
    expect(locate(['list', 0, 'c'], 'key')).toEqual({ line: 5, column: 5 })
  })

  it('that are missing are placed where their parent begins', () => {
    const { locate } = read('a: 1\nlist:\n  - b: 2\n')
    expect(locate(['list', 0, 'x'])).toEqual({ line: 4, column: 5 })
    expect(locate(['x'])).toEqual({ line: 1, column: 1 })
  })

  it('are refused with every fault at once', () => {
    expect(faults('a: &x 1\nb: !!str 2\nc: 0x10\nd: "\\u202e"\n__proto__: 1\n5: 1\n')).toMatchInlineSnapshot(`
      [
        "2:7 a uses an anchor (&). Write the value out where it is needed.",
        "3:10 b uses the YAML tag tag:yaml.org,2002:str. Front matter is plain data: remove it.",
        "4:4 c is the number "0x10". Write plain digits, for example 45000 or 4.5.",
        "5:4 d holds a character that reverses the direction of text. Delete it and type the words again.",
        "6:1 has a field named "__proto__", which is not allowed. Remove it.",
        "7:1 has a name that is not plain text. Use one of the field names.",
      ]
    `)
  })

  it('are refused in words that say what to do', () => {
    expect(
      [
        'a: "x',
        'a: x: y',
        'a:\n\tb: 1',
        'a: 1\na: 2',
        '- a',
        'text',
        'a: *b',
        'a: !x 1',
        '&a b: 1',
        '!!str b: 1',
        '? [a]\n: b',
        `a: ${'['.repeat(40)}`,
        `a: ${'x'.repeat(20_001)}`,
        'a: .nan',
        'a: 1e400',
        'a: -0',
        'a: 007',
      ].map((yaml) => faults(yaml)[0]),
    ).toMatchInlineSnapshot(`
      [
        "2:6 The YAML is not closed here (Missing closing "quote). Close the quote or bracket.",
        "2:4 The YAML cannot be read: Nested mappings are not allowed in compact mappings. Check indentation, and put text that holds ": " in quotes.",
        "3:1 The line is indented with a tab. Use spaces.",
        "3:1 The field stands here a second time. Keep one of the two.",
        "2:1 The front matter is not a list of "field: value" lines. Write it as one.",
        "2:1 The front matter is not a list of "field: value" lines. Write it as one.",
        "2:4 a uses an alias (*). Write the value out.",
        "2:4 A YAML tag (!) stands here. Front matter is plain data: remove it.",
        "2:4 b uses an anchor (&). Write the value out where it is needed.",
        "2:7 b uses the YAML tag tag:yaml.org,2002:str. Front matter is plain data: remove it.",
        "2:3 has a name that is not plain text. Use one of the field names.",
        "2:1 Lists are nested deeper than 32 levels. Write them flat.",
        "2:1 The line is longer than 20000 characters. Shorten it.",
        "2:4 a is the number ".nan". Write plain digits, for example 45000 or 4.5.",
        "2:4 a is the number "1e400". Write plain digits, for example 45000 or 4.5.",
        "2:4 a is the number "-0". Write plain digits, for example 45000 or 4.5.",
        "2:4 a is the number "007". Write plain digits, for example 45000 or 4.5.",
      ]
    `)
  })

  it('do not flood the reader with what follows from one slip', () => {
    expect(faults(`a: [${','.repeat(500)}]`)).toHaveLength(20)
  })

  it('keep numbers as they are written, or not at all', () => {
    expect(read('a: 0\nb: 45000\nc: 1.25\nd: -2.5\n').data).toEqual({ a: 0, b: 45000, c: 1.25, d: -2.5 })
    for (const number of [
      '+5',
      '.5',
      '5.',
      '1e3',
      '0x1F',
      '0o17',
      '010',
      '.inf',
      '-.INF',
      '.NaN',
      '12345678901234567890',
      '1.00000000000000000001',
      '-0',
      '-0.0',
    ])
      expect(faults(`a: ${number}`).join()).toContain('Write plain digits')
  })
})

describe('the bytes', () => {
  const text = (bytes: number[] | Buffer) => decodeText(Uint8Array.from(bytes))
  it('become text with plain line ends and no mark at the start', () => {
    expect(text(Buffer.from('\ufeffa\r\nb\rc\n'))).toEqual({ text: 'a\nb\nc\n' })
  })

  it.each([
    ['UTF-16, big end first', [0xfe, 0xff, 0, 97]],
    ['UTF-16, little end first', [0xff, 0xfe, 97, 0]],
    ['a byte that begins nothing', [97, 0xff]],
    ['a letter cut off', [0xe2, 0x82]],
    ['more bytes than the letter needs', [0xc0, 0xbc]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['a letter beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ])('are refused for %s', (_, bytes) => {
    expect(text(bytes)).toEqual({ fault: expect.stringMatching(/UTF-8\.$/) })
  })
})
