/**
 * How wide text is, without a browser: the advance widths of Helvetica in thousandths of its size, as Adobe's metrics give them. Arial
 * and Liberation Sans have the same by design, Roboto is a little narrower. What is not listed counts as wide as its size.
 */
const ADVANCES: Record<number, string> = {
  191: "'",
  222: 'ijl',
  260: '|',
  278: ' !,./:;[]\\ftI·’‘',
  333: '()-rªº“”`',
  355: '"',
  389: '*',
  469: '^',
  500: 'ckvsxyzJšž',
  556: 'abdeghnopquL0123456789#$_?–£€äöüéèêáàâñóòôúùûçå',
  584: '+<=>~',
  611: 'FTZ',
  667: 'ABEKPSVXY&ÄÉÀ',
  722: 'wCDHNRUÜ',
  778: 'GOQÖ',
  833: 'mM',
  889: '%',
  944: 'W',
}
const WIDTHS = new Map(
  Object.entries(ADVANCES).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
)

/** Bold letters of the same faces are up to a ninth wider. */
const BOLD = 1.11

/** The width of one line of text, in the unit of `size`. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0
  for (const letter of text) sum += WIDTHS.get(letter) ?? 1000
  return (sum * size * (bold ? BOLD : 1)) / 1000
}

/** Text in lines of at most `width`, broken at spaces, and inside a word only when the word alone is too wide. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...broken(word, size, width))
  }
  return lines
}

/** The same number of lines, as even as they can be: no word stands alone under a long line. */
export function evenly(text: string, size: number, width: number): string[] {
  const most = wrapped(text, size, width)
  for (let narrower = width - size; narrower > width / 3; narrower -= size / 2) {
    const lines = wrapped(text, size, narrower)
    if (lines.length > most.length || lines.join(' ') !== most.join(' ')) return wrapped(text, size, narrower + size / 2)
  }
  return most
}

function broken(word: string, size: number, width: number): string[] {
  const parts = ['']
  for (const letter of word) {
    const part = parts.at(-1) ?? ''
    if (part && textWidth(part + letter, size) > width) parts.push(letter)
    else parts[parts.length - 1] = part + letter
  }
  return parts
}
