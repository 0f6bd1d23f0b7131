import type { Shape } from './drawing.ts'
import { FAMILIES, type Family, familyNames } from './family.ts'
import { type Box, HEAD_TEXT, LEVEL_TEXT, LINE_HEIGHT, type LineMap, type Point, SIGN, type Station, TEXT } from './line-map.ts'
import { letterBaseline, SHAPES } from './line-shape.ts'
import { textWidth } from './text-width.ts'

const RAIL = 8
const WAY = 5.5
const RADIUS = 14
const FACES = "Arial, 'Helvetica Neue', Helvetica, 'Liberation Sans', Roboto, sans-serif"

export interface MapDrawing {
  map: LineMap
  /** What stands beside the title and at the foot: strings ready to print. */
  title: string
  claim: string
  colophon: readonly string[]
  /** Makes an address of the site into what the link shall say. */
  link: (address: string) => string
}

/** A path with its corners rounded. */
export function rounded(points: readonly Point[], radius = RADIUS): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1]
      const after = points[index + 1]
      if (!before) return `M${x} ${y}`
      if (!after) return `L${x} ${y}`
      const from = pulled([x, y], before, radius)
      const to = pulled([x, y], after, radius)
      return `L${from.join(' ')}Q${x} ${y} ${to.join(' ')}`
    })
    .join('')
}

function pulled([x, y]: Point, [toX, toY]: Point, by: number): Point {
  const length = Math.hypot(toX - x, toY - y)
  const share = length === 0 ? 0 : Math.min(by / length, 0.5)
  return [Math.round((x + (toX - x) * share) * 10) / 10, Math.round((y + (toY - y) * share) * 10) / 10]
}

/** The whole sheet: zones, ways, lines, stations with names, title, legend and colophon. */
export function mapDrawing({ map, title, claim, colophon, link }: MapDrawing): Shape {
  const { width, height, zones, lines, branches, stations } = map
  const shown = lines.map(({ family }) => family)
  return {
    tag: 'svg',
    at: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      'font-family': FACES,
      'font-size': TEXT,
    },
    fill: 'ink',
    names: 'line-map',
    inside: [
      { tag: 'defs', inside: familyNames.filter((family) => shown.includes(family)).flatMap(badges) },
      { tag: 'rect', at: { width, height }, fill: 'paper', names: 'ground' },
      ...zones.flatMap(({ name, top, bottom, box }, index): Shape[] => [
        ...(index % 2 === 0
          ? [{ tag: 'rect' as const, at: { y: top, width, height: round(bottom - top) }, fill: 'sheet' as const, names: 'zone' }]
          : []),
        text(name, box.x, box.y + 14, { fill: 'soft', at: { 'font-size': LEVEL_TEXT } }),
      ]),
      {
        tag: 'g',
        fill: 'none',
        at: { 'stroke-width': WAY, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
        inside: [
          ...branches.map(({ family, points }): Shape => ({ tag: 'path', at: { d: rounded(points) }, stroke: family })),
          ...lines.map(
            ({ family, x, from, to }): Shape => ({ tag: 'path', at: { d: `M${x} ${from}V${to}`, 'stroke-width': RAIL }, stroke: family }),
          ),
        ],
      },
      ...lines.flatMap(({ family, x, to, head, foot }): Shape[] => [
        badge(family, x, head.y, 26),
        text(FAMILIES[family].name, head.nameX, head.nameY, {
          fill: family,
          at: { 'font-size': HEAD_TEXT, 'font-weight': 700, ...(head.anchor === 'end' ? { 'text-anchor': 'end' } : {}) },
          names: 'sign',
        }),
        ...(family === 'frontline' && head.y > to
          ? [
              text('start here', head.nameX + textWidth(FAMILIES[family].name, HEAD_TEXT, true) + 8, head.nameY, {
                fill: 'soft',
                at: { 'font-size': 15 },
              }),
            ]
          : []),
        ...(foot === undefined ? [] : [badge(family, x, foot, 18)]),
      ]),
      { tag: 'g', at: { 'stroke-width': 2.6 }, names: 'stops', inside: stations.map((station) => stop(station, link)) },
      heading(map.title, title, claim),
      legend(map.legend, shown),
      ...colophon.map((line, index) =>
        text(line, map.colophon.x + map.colophon.width, map.colophon.y + 14 + index * 20, {
          fill: 'soft',
          at: { 'font-size': 14, 'text-anchor': 'end' },
        }),
      ),
    ],
  }
}

const round = (value: number) => Math.round(value * 10) / 10

interface Wording {
  fill?: Shape['fill']
  at?: Record<string, string | number>
  names?: string
}

const text = (words: string, x: number, y: number, { fill, at, names }: Wording = {}): Shape => ({
  tag: 'text',
  at: { x: round(x), y: round(y), ...at },
  ...(fill ? { fill } : {}),
  ...(names ? { names } : {}),
  inside: [words],
})

/** The sign of a line in two forms: full, and as an outline. */
function badges(family: Family): Shape[] {
  const { letter, shape } = FAMILIES[family]
  const written = (fill: Shape['fill']): Shape => ({
    tag: 'text',
    at: { x: 12, y: letterBaseline(shape), 'text-anchor': 'middle', 'font-size': 14, 'font-weight': 700 },
    ...(fill ? { fill } : {}),
    names: 'sign',
    inside: [letter],
  })
  const frame = { viewBox: '-1.5 -1.5 27 27' }
  return [
    {
      tag: 'symbol',
      at: { id: `map-${letter}`, ...frame },
      inside: [{ tag: 'path', at: { d: SHAPES[shape], 'stroke-width': 3 }, fill: family, stroke: 'sheet' }, written('sheet')],
    },
    {
      tag: 'symbol',
      at: { id: `map-${letter}-open`, ...frame },
      inside: [{ tag: 'path', at: { d: SHAPES[shape], 'stroke-width': 2 }, fill: 'sheet', stroke: family }, written(family)],
    },
  ]
}

/** A badge around its middle. The symbol's frame is a ninth larger than the shape. */
function badge(family: Family, x: number, y: number, size: number, open = false): Shape {
  const side = round(((open ? size - 1.5 : size) * 27) / 24)
  return {
    tag: 'use',
    at: {
      href: `#map-${FAMILIES[family].letter}${open ? '-open' : ''}`,
      x: round(x - side / 2),
      y: round(y - side / 2),
      width: side,
      height: side,
    },
  }
}

function stop({ role, x, y, boards, label }: Station, link: (address: string) => string): Shape {
  const all = [x, ...boards.map((board) => board.x)]
  const [left, right] = [Math.min(...all), Math.max(...all)]
  return {
    tag: 'a',
    at: { href: link(role.address) },
    names: `stop at-${role.id}`,
    inside: [
      ...(boards.length > 0
        ? [{ tag: 'path' as const, at: { d: `M${left} ${y}H${right}`, 'stroke-width': 3.4 }, stroke: 'ink' as const }]
        : []),
      ...boards.map((board) => ring(board.x, y, 3.7)),
      { ...ring(x, y, 5.4), names: 'own' },
      ...(role.entry ? [{ tag: 'circle' as const, at: { cx: x, cy: y, r: 2 } }] : []),
      {
        tag: 'text',
        at: { y: label.y, ...(label.anchor === 'end' ? { 'text-anchor': 'end' } : {}) },
        inside: label.lines.map(
          (line, index): Shape => ({
            tag: 'tspan',
            at: { x: label.x, ...(index > 0 ? { dy: LINE_HEIGHT } : {}) },
            inside: [index < label.lines.length - 1 ? `${line} ` : line],
          }),
        ),
      },
      ...label.signs.map((sign) => badge(sign.family, sign.x, sign.y, SIGN, !sign.drawn)),
    ],
  }
}

const ring = (cx: number, cy: number, r: number): Shape => ({ tag: 'circle', at: { cx, cy, r }, fill: 'sheet', stroke: 'ink' })

const heading = ({ x, y }: Box, title: string, claim: string): Shape => ({
  tag: 'g',
  names: 'map-title',
  inside: [
    text(title, x, y + 32, { at: { 'font-size': 37, 'font-weight': 700 }, names: 'sign' }),
    text(claim, x, y + 60, { fill: 'soft', at: { 'font-size': 17 } }),
  ],
})

/** What the signs mean: the lines on the left, kinds of station and signs on the right. */
function legend({ x, y }: Box, shown: readonly Family[]): Shape {
  const row = (index: number) => y + 42 + index * 29
  const right = x + 262
  const meaning = (index: number, ...words: string[]) =>
    words.map((line, at) => text(line, right + 58, row(index) + 5 - (words.length - 1) * 9 + at * 18, { at: { 'font-size': 15 } }))
  return {
    tag: 'g',
    names: 'map-legend',
    at: { 'stroke-width': 2.6 },
    inside: [
      text('The lines', x, y + 12, { at: { 'font-weight': 700 }, names: 'sign' }),
      ...familyNames
        .filter((family) => shown.includes(family))
        .flatMap((family, index) => [
          {
            tag: 'path' as const,
            at: { d: `M${x + 4} ${row(index)}H${x + 44}`, 'stroke-width': RAIL, 'stroke-linecap': 'round' },
            stroke: family,
          },
          badge(family, x + 24, row(index), 20),
          text(FAMILIES[family].name, x + 58, row(index) + 5, { at: { 'font-size': 15 } }),
        ]),
      text('The signs', right, y + 12, { at: { 'font-weight': 700 }, names: 'sign' }),
      ring(right + 24, row(0), 5.4),
      { tag: 'circle', at: { cx: right + 24, cy: row(0), r: 2 } },
      ...meaning(0, 'First job: no experience asked'),
      ring(right + 24, row(1), 5.4),
      ...meaning(1, 'A job you move on to'),
      { tag: 'path', at: { d: `M${right + 10} ${row(2.3)}H${right + 38}`, 'stroke-width': 3.4 }, stroke: 'ink' },
      ring(right + 10, row(2.3), 5.4),
      ring(right + 24, row(2.3), 3.7),
      ring(right + 38, row(2.3), 3.7),
      ...meaning(2.3, 'Linked rings: step onto', 'that line here, upwards'),
      badge('quality', right + 24, row(3.8), SIGN + 3),
      ...meaning(3.8, 'You can change here', 'to the line of the sign'),
      badge('quality', right + 24, row(5.3), SIGN + 3, true),
      ...meaning(5.3, 'The same, sideways or back:', 'here the way is not drawn'),
    ],
  }
}
