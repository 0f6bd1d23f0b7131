import { encode } from 'uqr'

/**
 * A text, usually the link to a plan, as a QR code that a page draws as one SVG path: from the screen of a shared computer to the
 * reader's own phone without sending it to anybody.
 */

/** Light modules that must surround the code (ISO/IEC 18004, section 6.3.8). */
const BORDER = 4
/** What the largest code holds in bytes at error correction L (ISO/IEC 18004, table 7, version 40). */
const MOST_BYTES = 2953

/**
 * The dark modules of the code for `text`, to be filled in a view box of `size` by `size` modules, the border included.
 * Beyond some 500 characters the modules get so small that old phones need a steady hand.
 * @throws RangeError with a sentence for the reader when the text does not fit.
 */
export function qrPath(text: string): { size: number; path: string } {
  // As bytes, because the encoder's own way from text to bytes stumbles over halves of characters.
  const bytes = [...new TextEncoder().encode(text)]
  if (bytes.length > MOST_BYTES)
    throw new RangeError(`This is too long for a QR code: ${bytes.length} bytes, and ${MOST_BYTES} is the most that one can hold.`)
  const { data, size } = encode(bytes, { ecc: 'L', border: BORDER })
  return { size, path: data.map(rowPath).join('') }
}

/** Neighbours in a row as one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  let from = 0
  while (from < row.length) {
    let to = from
    while (row[to]) to++
    const run = to - from
    if (run > 0) path += `M${from} ${y}h${run}v1h-${run}z`
    from = to + 1
  }
  return path
}
