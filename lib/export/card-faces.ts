import { readFileSync } from 'node:fs'
import { Blob, Face, Font, Buffer as Run, shape } from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type { SetLine, Typesetter, Weight } from '../card-drawing.ts'

interface Cut {
  file: string
  axes?: Record<string, number>
}

const ARCHIVO = 'node_modules/@fontsource-variable/archivo/files/archivo'
const NOTO = 'node_modules/@fontsource/noto-sans/files/noto-sans'
const NOTO_ARABIC = 'node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic'

/** Our face as headings are set in it, and a lighter cut; for other scripts a face that has them. In the order they are asked for a letter. */
const cuts = (weight: number, other: 500 | 700): Cut[] => [
  ...['latin', 'latin-ext', 'vietnamese'].map((part) => ({
    file: `${ARCHIVO}-${part}-wdth-normal.woff2`,
    axes: { wdth: 90, wght: weight },
  })),
  ...['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'devanagari'].map((part) => ({
    file: `${NOTO}-${part}-${other}-normal.woff2`,
  })),
  { file: `${NOTO_ARABIC}-${other}-normal.woff2` },
]
const CUTS: Record<Weight, Cut[]> = { sign: cuts(720, 700), text: cuts(540, 500) }

interface OpenFace {
  font: Font
  letters: ReadonlySet<number>
  unitsPerEm: number
  outlines: Map<number, string>
}

async function openFace({ file, axes }: Cut): Promise<OpenFace> {
  const bytes = await subsetFont(readFileSync(file), undefined, {
    targetFormat: 'truetype',
    keepAllGlyphs: true,
    ...(axes ? { variationAxes: axes } : {}),
  })
  const face = new Face(new Blob(bytes))
  return { font: new Font(face), letters: new Set(face.collectUnicodes()), unitsPerEm: face.upem, outlines: new Map() }
}

/** Control characters, direction marks that reorder what follows, choosers of a picture for a letter: no part of a name. */
const UNWANTED = /(?!\u200c|\u200d)\p{C}|\p{Variation_Selector}/gu
/** Marks upon marks climb out of the line. */
const STACKED = /(\p{M}{2})\p{M}+/gu
/** What joins or separates letters without a shape of its own, and where there are none to join. */
const JOINERS = /^(?:\u200c|\u200d)$/
const IDLE_JOINERS = /(?<![\p{L}\p{M}])(?:\u200c|\u200d)+|(?:\u200c|\u200d)+(?![\p{L}\p{M}])/gu

/** Opens the faces, which takes about a third of a second. */
export async function openTypesetter(): Promise<Typesetter> {
  const faces = {
    sign: await Promise.all(CUTS.sign.map(openFace)),
    text: await Promise.all(CUTS.text.map(openFace)),
  }
  const known = new Map<string, SetLine>()

  const set = (text: string, size: number, weight: Weight): SetLine => {
    const key = `${weight} ${size} ${text}`
    const line = known.get(key) ?? setLine(text, size, faces[weight])
    if (known.size > 5000) known.clear()
    known.set(key, line)
    return line
  }
  return {
    settable: (text) =>
      [...text.normalize('NFC').replace(/\s/g, ' ').replace(UNWANTED, '').replace(STACKED, '$1')]
        .filter((letter) => JOINERS.test(letter) || faceFor(letter, faces.sign) >= 0)
        .join('')
        .replace(IDLE_JOINERS, '')
        .replace(/ +/g, ' ')
        .trim(),
    width: (text, size, weight) => set(text, size, weight).width,
    set,
  }
}

const faceFor = (letter: string, faces: readonly OpenFace[]) => faces.findIndex(({ letters }) => letters.has(letter.codePointAt(0) ?? 0))

/** Text of one face. A space stands with the letters around it when they are of one face, and alone between two. */
function runsOf(text: string, faces: readonly OpenFace[]): { face: number; text: string }[] {
  const runs: { face: number; text: string }[] = []
  let spaces = ''
  for (const letter of text) {
    if (letter === ' ') {
      spaces += letter
      continue
    }
    const last = runs.at(-1)
    const joined = JOINERS.test(letter) || (/\p{M}/u.test(letter) && last && faces[last.face]?.letters.has(letter.codePointAt(0) ?? 0))
    const face = joined && last ? last.face : faceFor(letter, faces)
    if (last?.face === face) last.text += spaces + letter
    else {
      if (spaces) runs.push({ face: 0, text: spaces })
      runs.push({ face, text: letter })
    }
    spaces = ''
  }
  return runs
}

/** Letters of the scripts that are read from the right. */
const FROM_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** One line in outlines. Throws for a letter that no face has: `settable` takes those out. */
function setLine(text: string, size: number, faces: readonly OpenFace[]): SetLine {
  const glyphs: { d: string; transform: string }[] = []
  let x = 0
  const runs = runsOf(text, faces)
  // Each run is in its own direction already; a line that begins from the right has them in that order too.
  if (FROM_RIGHT.test(text)) runs.reverse()
  for (const { face: index, text: part } of runs) {
    const face = faces[index]
    if (!face) throw new Error(`No face of the cards has a letter for ${JSON.stringify(part)}. Set only what settable() leaves.`)
    const run = new Run()
    run.addText(part)
    run.guessSegmentProperties()
    shape(face.font, run)
    const scale = size / face.unitsPerEm
    const infos = run.getGlyphInfos()
    for (const [at, { xAdvance, xOffset, yOffset }] of run.getGlyphPositions().entries()) {
      const glyph = infos[at]?.codepoint ?? 0
      if (glyph === 0) throw new Error(`The face ${index} of the cards draws a box in ${JSON.stringify(part)}.`)
      const d = outline(face, glyph)
      if (d)
        glyphs.push({
          d,
          transform: `translate(${round(x + xOffset * scale)} ${round(-yOffset * scale)}) scale(${precise(scale)} ${precise(-scale)})`,
        })
      x += xAdvance * scale
    }
  }
  return { width: x, glyphs }
}

function outline(face: OpenFace, glyph: number): string {
  const found = face.outlines.get(glyph) ?? face.font.glyphToPath(glyph)
  face.outlines.set(glyph, found)
  return found
}

const round = (value: number) => Math.round(value * 100) / 100
const precise = (value: number) => Number(value.toFixed(5))
