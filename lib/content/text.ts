/** Strict decoding and the characters that no article may hold. */

export interface TextFault {
  line: number
  column: number
  message: string
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of `bytes` with `\n` line ends and no byte order mark, or a sentence that says why it is no text. */
export function decodeText(bytes: Uint8Array): { text: string } | { fault: string } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { fault: 'The file is UTF-16. Save it as UTF-8.' }
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { fault: 'The file holds bytes that are not UTF-8. Save it as UTF-8.' }
  }
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}

const NAMES: [RegExp, string][] = [
  [/[\u202A-\u202E\u2066-\u2069]/, 'a character that reverses the direction of text. Delete it and type the words again.'],
  [/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/, 'a control character. Delete it and type the words again.'],
  [/\uFFFD/, 'the sign that stands for a lost character. Type the word again.'],
  // Joiners are needed by emoji and Indic scripts. These are not needed by any writing: a second byte order mark, deprecated
  // format characters, annotations, noncharacters, and the tag letters outside the flags that they were made for.
  [
    /[\u206A-\u206F\uFEFF\uFFF9-\uFFFB\uFDD0-\uFDEF\uFFFE\uFFFF]|\u{E0001}|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6})[\u{E0020}-\u{E007F}]/u,
    'a character that nobody can see. Delete it and type the words again.',
  ],
]

/** Why `text` holds a character nobody can see, or undefined. For single values. */
export function hiddenCharacter(text: string): string | undefined {
  if (!isWellFormed(text)) return 'holds half of a character pair. Type it again.'
  for (const [pattern, name] of NAMES) if (pattern.test(text)) return `holds ${name}`
  return undefined
}

/** Whether a reader sees anything: something besides white space, joiners and blank letters. */
export const isVisible = (text: string) => /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(text)

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

const UNFINISHED: [RegExp, string][] = [
  [/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/, 'A merge-conflict marker was left in. Finish the merge and remove it.'],
  [/\b(?:TODO|FIXME|TBD|XXX)\b/, 'A note to finish the text was left in. Finish it, or set status: draft and remove the note.'],
  [/lorem ipsum/i, 'Placeholder text was left in. Write the text.'],
]

/** Every hidden character and every sign of unfinished work in a whole file, with its place. At most one a line. */
export function textFaults(text: string): TextFault[] {
  const faults: TextFault[] = []
  text.split('\n').forEach((line, index) => {
    for (const [pattern, name] of NAMES) {
      const found = pattern.exec(line)
      if (found) faults.push({ line: index + 1, column: found.index + 1, message: `The line holds ${name}` })
    }
    for (const [pattern, message] of UNFINISHED) {
      const found = pattern.exec(line)
      if (found) faults.push({ line: index + 1, column: found.index + 1, message })
    }
  })
  return faults
}
