import type { Paint, Shape } from './drawing.ts'
import { FAMILIES } from './family.ts'
import { letterBaseline, SHAPES } from './line-shape.ts'
import { CARD_SIZE, type CardPicture, type CardSign, type ShareCard } from './share-card.ts'
import { SITE } from './site.ts'

/** `sign` is the face of headings, `text` the lighter one beside it. */
export type Weight = 'sign' | 'text'

/** One line of text as outlines, its left end at 0, its baseline at 0. */
export interface SetLine {
  width: number
  glyphs: readonly { d: string; transform: string }[]
}

/** Sets text in the faces of the cards. The drawing holds outlines, so it looks the same wherever it is painted. */
export interface Typesetter {
  /** The text without what no face of ours has a letter for: emoji, control characters, other scripts. */
  settable(text: string): string
  width(text: string, size: number, weight: Weight): number
  set(text: string, size: number, weight: Weight): SetLine
}

const { width: WIDTH, height: HEIGHT } = CARD_SIZE
const MARGIN = 64
const ROOM = WIDTH - 2 * MARGIN
/** Where the first row begins, and its signs' side. */
const TOP = 44
const SIGN = 84
/** Between the last baseline and the edge. */
const FOOT = 40
const THICK = 16
/** The line lies higher under a title of one line, and leaves more room for the fact. */
const railUnder = (title: Fitted) => (title.lines.length > 1 ? 412 : 376)
/** A chat may show the card 300 pixels wide, a quarter of its size: nothing is smaller than this. */
const SMALL = 39

/** How large and in how many lines a text may be set, the best first. */
type Steps = readonly (readonly [size: number, lines: number])[]
const TITLE: Steps = [
  [112, 1],
  [96, 1],
  [88, 2],
  [76, 2],
  [64, 3],
  [54, 3],
]
const FACT: Steps = [
  [76, 1],
  [66, 1],
  [56, 1],
  [48, 2],
]
/** A fact without anything to say with it has room for one line more. */
const FACT_ALONE: Steps = [...FACT.slice(0, 3), [50, 3]]
/** Under a title of three lines. */
const FACT_TIGHT: Steps = [
  [66, 1],
  [56, 1],
  [46, 1],
]
const NOTE: Steps = [
  [44, 1],
  [SMALL, 1],
  [SMALL, 2],
]

/** The whole card. Never fails for what is in it: long texts are set smaller, then cut at a word. */
export function cardDrawing(card: ShareCard, type: Typesetter): Shape {
  const paint: Paint = card.line ?? 'ink'
  const title = fitted(card.title, TITLE, 'sign', type)
  const place = fitted(card.place, [[SMALL, 1]], 'text', type, ROOM - (card.sign ? SIGN + 24 : 0) - 250)
  const note = card.note ? fitted(card.note, NOTE, 'text', type) : undefined
  const fact = fitted(card.fact, factSteps(title, note), 'sign', type)
  const y = railUnder(title)
  return {
    tag: 'svg',
    at: { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT },
    inside: [
      { tag: 'rect', at: { width: WIDTH, height: HEIGHT }, fill: 'paper' },
      ...(card.sign ? [sign(card.sign, MARGIN - ('line' in card.sign ? 0 : SIGN / 12), TOP, type)] : []),
      ...lines(place, MARGIN + (card.sign ? SIGN + 24 : 0), TOP + SIGN / 2 + 14, paint),
      ...name(type),
      ...lines(title, MARGIN, titleBaseline(title, y), 'ink'),
      ...rail(card, y, paint, type),
      ...lines(fact, MARGIN, factBaseline(fact, note, y), 'ink'),
      ...(note ? lines(note, MARGIN, HEIGHT - FOOT - (note.lines.length - 1) * leading(note.size), 'soft') : []),
    ],
  }
}

interface Fitted {
  size: number
  lines: SetLine[]
}

function factSteps(title: Fitted, note: Fitted | undefined): Steps {
  if (title.lines.length > 2 || (note && note.lines.length > 1)) return FACT_TIGHT
  const steps = note ? FACT : FACT_ALONE
  return title.lines.length > 1 ? steps.slice(1) : steps
}
const leading = (size: number) => Math.round(size * 1.14)

/** The first baseline of a block of text in the middle between two heights, so that short and long ones sit alike. */
const middleBaseline = ({ size, lines: set }: Fitted, top: number, bottom: number) =>
  Math.round((top + bottom) / 2 + size * 0.34 - ((set.length - 1) * leading(size)) / 2)

const titleBaseline = (title: Fitted, y: number) => middleBaseline(title, TOP + SIGN, y - 30)

function factBaseline(fact: Fitted, note: Fitted | undefined, y: number): number {
  const bottom = note ? HEIGHT - FOOT - note.size * 0.8 - (note.lines.length - 1) * leading(note.size) : HEIGHT - 24
  return middleBaseline(fact, y + 26, bottom)
}

/** The text in the largest of its steps that holds it; in the last one cut at a word when even that does not. */
function fitted(text: string, steps: Steps, weight: Weight, type: Typesetter, room = ROOM): Fitted {
  const words = type.settable(text).split(' ').filter(Boolean)
  for (const [size, most] of steps) {
    const found = wrapped(words, size, weight, type, room)
    if (found && found.length <= most) return { size, lines: evenly(words, found, size, weight, type, room) }
  }
  const [size, most] = steps.at(-1) ?? [SMALL, 1]
  for (let kept = words.length - 1; kept > 0; kept--) {
    const cut = [...words.slice(0, kept - 1), `${(words[kept - 1] ?? '').replace(/[,.;:–—(-]+$/, '')}…`]
    const found = wrapped(cut, size, weight, type, room)
    if (found && found.length <= most) return { size, lines: found.map((line) => type.set(line, size, weight)) }
  }
  return { size, lines: words[0] ? [type.set(shortened(words[0], size, weight, type, room), size, weight)] : [] }
}

/** Lines that hold the words, broken between them. Undefined when a word alone is too wide. */
function wrapped(words: readonly string[], size: number, weight: Weight, type: Typesetter, room: number): string[] | undefined {
  const found: string[] = []
  for (const word of words) {
    if (type.width(word, size, weight) > room) return undefined
    const longer = `${found.at(-1)} ${word}`
    if (found.length > 0 && type.width(longer, size, weight) <= room) found[found.length - 1] = longer
    else found.push(word)
  }
  return found
}

/** The same number of lines, as even as they can be: no word stands alone under a long line. */
function evenly(words: readonly string[], lines: string[], size: number, weight: Weight, type: Typesetter, room: number): SetLine[] {
  let best = lines
  for (let narrower = room - size; narrower > room / 3 && lines.length > 1; narrower -= size / 2) {
    const found = wrapped(words, size, weight, type, narrower)
    if (!found || found.length > lines.length) break
    best = found
  }
  return best.map((line) => type.set(line, size, weight))
}

/** One word that no line holds, cut where it must be. */
function shortened(word: string, size: number, weight: Weight, type: Typesetter, room: number): string {
  const letters = [...new Intl.Segmenter('en').segment(word)].map(({ segment }) => segment)
  const cut = (kept: number) => `${letters.slice(0, kept).join('')}…`
  let [fits, over] = [0, letters.length + 1]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (type.width(cut(middle), size, weight) <= room) fits = middle
    else over = middle
  }
  return cut(fits)
}

const lines = ({ size, lines: set }: Fitted, x: number, y: number, fill: Paint): Shape[] =>
  set.map((line, index) => placed(line, x, y + index * leading(size), fill))

const placed = ({ glyphs }: SetLine, x: number, y: number, fill: Paint): Shape => ({
  tag: 'g',
  at: { transform: `translate(${round(x)} ${round(y)})` },
  fill,
  inside: glyphs.map((at): Shape => ({ tag: 'path', at })),
})

const round = (value: number) => Math.round(value * 10) / 10

/** Whose card it is, at the right of the first row: the sign of the site's header and its name. */
function name(type: Typesetter): Shape[] {
  const word = type.set(SITE.name, SMALL, 'sign')
  const x = WIDTH - MARGIN - word.width
  const y = TOP + SIGN / 2 + 14
  return [
    {
      tag: 'g',
      at: { transform: `translate(${round(x - 80)} ${y - 34}) scale(1.95)`, 'stroke-width': 4.4 },
      fill: 'paper',
      stroke: 'lead',
      inside: [
        { tag: 'path', at: { d: 'M2 16h10l8-12h12' }, fill: 'none' },
        { tag: 'circle', at: { cx: 12, cy: 16, r: 3.4, 'stroke-width': 2.6 }, stroke: 'ink' },
        { tag: 'circle', at: { cx: 20, cy: 4, r: 3.4, 'stroke-width': 2.6 }, stroke: 'ink' },
      ],
    },
    placed(word, x, y, 'ink'),
  ]
}

/** The line that the page stands on, from edge to edge, with its stations. The one where the page stands is filled. */
function rail({ stops }: ShareCard, y: number, paint: Paint, type: Typesetter): Shape[] {
  const track: Shape = { tag: 'rect', at: { y: y - THICK / 2, width: WIDTH, height: THICK }, fill: paint }
  const count = stops?.count ?? 0
  if (!stops || count === 0) return [track]
  const most = stops.names || stops.lines ? 34 : 22
  const step = count > 1 ? (ROOM - 2 * most) / (count - 1) : 0
  const radius = Math.min(most, count > 1 ? step * 0.42 : most)
  return [
    track,
    ...Array.from({ length: count }, (_, index): Shape[] => {
      const x = MARGIN + most + index * step
      const line = stops.lines?.[index]
      if (line) return [sign({ line }, x - 36, y - 36, type, 72)]
      const here = stops.here === index
      const label = stops.names?.[index]
      const size = radius * 1.2
      const word = label ? type.set(label, size, 'sign') : undefined
      return [
        {
          tag: 'circle',
          at: { cx: round(x), cy: y, r: round(here ? radius * 1.15 : radius), 'stroke-width': 6 },
          fill: here ? 'ink' : 'paper',
          stroke: 'ink',
        },
        ...(word ? [placed(word, x - word.width / 2, y + size * 0.36, here ? 'paper' : 'ink')] : []),
      ]
    }).flat(),
  ]
}

/** A sign in a box of `side`, as on the pages: the shape of a line with its letter, or a dark plate with a picture or letters. */
function sign(what: CardSign, x: number, y: number, type: Typesetter, side = SIGN): Shape {
  const at = { transform: `translate(${round(x)} ${round(y)}) scale(${round((side / 24) * 100) / 100})` }
  if ('line' in what) {
    const { letter, shape } = FAMILIES[what.line]
    return {
      tag: 'g',
      at,
      inside: [{ tag: 'path', at: { d: SHAPES[shape] }, fill: what.line }, centred(letter, 14, letterBaseline(shape), type)],
    }
  }
  const plate: Shape = { tag: 'path', at: { d: SHAPES.square }, fill: 'ink' }
  if ('letters' in what) {
    const size = what.letters.length > 1 ? 12 : 16
    return { tag: 'g', at, inside: [plate, centred(what.letters, size, 12 + size * 0.36, type)] }
  }
  return {
    tag: 'g',
    at,
    inside: [
      plate,
      {
        tag: 'path',
        at: { d: PICTURES[what.picture], 'stroke-width': 1.7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
        fill: 'none',
        stroke: 'paper',
      },
    ],
  }
}

function centred(letters: string, size: number, baseline: number, type: Typesetter): Shape {
  const word = type.set(type.settable(letters), size, 'sign')
  return placed(word, 12 - word.width / 2, baseline, 'sheet')
}

/** Strokes in a 24 × 24 box, on a plate that leaves two on every side. */
const PICTURES: Record<CardPicture, string> = {
  pathway: 'M5 16.5h2M11.200 14.6l1.8-4.900M17.200 7.500H19M9.200 14.500a2 2 0 1 0 .1 0ZM15 5.500a2 2 0 1 0 .1 0Z',
  levels: 'M5.5 18.5h3.3v-4h3.3v-4h3.3v-4h3.3',
  bars: 'M6.5 18v-4.5M10.2 18V9.5M13.9 18v-6M17.6 18V6',
  seal: 'M12 5.5a4.2 4.2 0 1 0 .1 0ZM9 13.2V19l3-2 3 2v-5.8',
  headset: 'M6 14.5V12a6 6 0 0 1 12 0v2.5M6 12.5v4M18 12.5v4q0 2.5-4.5 2.5',
  building: 'M5.5 18.5V11l4 2.5V11l4 2.5V6h5v12.5Z',
  page: 'M7.5 5.5h9v13h-9ZM10.4 9.8h3.2M10.4 13.2h3.2',
  lens: 'M10.8 6a4.8 4.8 0 1 0 .1 0ZM14.4 14.4l4 4',
  map: 'M5.5 8h3.5l6 8h3.5M5.5 16h3.5l6-8h3.5',
  ticks: 'M6 8.5l1.5 1.5 2.5-3M13 8.5h5.5M6 15.5l1.5 1.5 2.5-3M13 15.5h5.5',
  columns: 'M6 6h4.5v12H6ZM13.5 6H18v12h-4.5Z',
  arrow: 'M5.5 12h12.5M13 7l5 5-5 5',
}
