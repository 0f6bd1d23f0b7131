import type { EmbedView, LineEmbed, PathwayEmbed, PayEmbed, PlaceEmbed } from './embed-view.ts'
import { FAMILIES } from './family.ts'
import { LICENCE } from './site.ts'
import { textWidth, wrapped } from './text-width.ts'

/** The narrowest frame in which nothing is to scroll, in pixels: a small phone shows a column as wide. */
export const NARROW = 320

/** Of that the embed's text has so much: less the padding and the border at both sides. */
const INNER = NARROW - 34

/** Letters of other systems' faces are wider than those that are reckoned with. */
const WIDER = 1.06

/** For what a browser rounds up, line by line. */
const SPARE = 8

/** How high some text is. `leading` is the height of a line. */
const high = (text: string, size: number, leading: number, width = INNER) => wrapped(text, size * WIDER, width).length * leading

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

/** In how many rows things of these widths stand, `gap` between each two. */
function rows(widths: readonly number[], width: number, gap: number): number {
  let count = 1
  let at = 0
  for (const own of widths) {
    if (at > 0 && at + gap + own > width) {
      count++
      at = own
    } else at += (at > 0 ? gap : 0) + own
  }
  return count
}

/**
 * The height of a frame, in pixels, in which an embed needs no scrolling from 320 px of width upwards: reckoned from its text and the
 * measures of `components/embed/embed.css`, for no browser is there when the code is written. `tests/browser-embed.test.ts` measures all.
 */
export function embedHeight(view: EmbedView): number {
  // Frame, heading with its badge, the line below it, the sign, the small print.
  const around = 31 + high(view.name, 22, 24, INNER - 33) + 14 + high(view.about, 15.2, 22)
  const foot = 7.5 + 28 + high(`${view.foot} ${LICENCE.name}`, 13.2, 19.1)
  return Math.ceil((around + foot + shown(view) + SPARE) / 10) * 10
}

function shown(view: EmbedView): number {
  switch (view.kind) {
    case 'pay':
      return payHeight(view)
    case 'place':
      return placeHeight(view)
    case 'line':
      return lineHeight(view)
    case 'pathway':
      return pathwayHeight(view)
  }
}

function payHeight({ rows: all, caveats }: PayEmbed): number {
  const one = ({ row, says, counts, source }: PayEmbed['rows'][number]) => {
    const after = says.after.split(' ').map((word) => textWidth(word, 15.2 * WIDER))
    const said = rows([textWidth(says.amount, 22.4 * WIDER, true), ...after], INNER, 5)
    return (
      23 +
      high(row.group, 15.2 * 1.11, 19.8) +
      22 +
      said * 28 +
      34 +
      (row.amounts.length > 1 ? row.amounts.length * 22.7 : 0) +
      10 +
      high(counts, 13.5, 19.5) +
      high(source.join(''), 13.5, 19.5)
    )
  }
  return sum([...all.map(one), ...caveats.map(({ lead, text }) => 13 + high(`${lead} ${text}`, 14.4, 21, INNER - 17))])
}

/** One line of a station, and what stands around it. */
const STOP_LINE = 20.8
const STOP_AROUND = 16.7
/** What the track takes at the left, and the track of a branch. */
const TRACK = 32
const BRANCH = 46.4
const BADGE = 26.4

const stopHeight = (title: string, width: number, note = '') => {
  const lines = wrapped(title, 16 * WIDER, width).length
  const beside = lines > 1 || textWidth(title, 16 * WIDER) + 8 + textWidth(note, 13.5 * WIDER) > width
  return STOP_AROUND + (lines + (note && beside ? 1 : 0)) * STOP_LINE
}

function placeHeight({ role, strip }: PlaceEmbed): number {
  const stop = (each: PlaceEmbed['role']) => stopHeight(each.data.title, INNER - TRACK - BADGE)
  return sum([
    11.2,
    role.data.entry ? stopHeight('Start here, without experience', INNER - TRACK) : 0,
    strip.others.length > 0 ? STOP_AROUND + STOP_LINE : 0,
    ...strip.before.map(stop),
    STOP_AROUND + high(role.data.title, 17.3 * 1.11, 22.5, INNER - TRACK - BADGE),
    ...strip.changes.map((change) => stopHeight(change.role.data.title, INNER - BRANCH - BADGE, change.note)),
    ...strip.next.map(stop),
  ])
}

function lineHeight({ stops, changes }: LineEmbed): number {
  const key = changes.map((family) => 20 + textWidth(FAMILIES[family].name, 13.5 * WIDER))
  return sum([
    11.2,
    ...stops.map(({ title, level, changes: here }) => {
      const signs = here.length > 0 ? 10 + here.length * 24 : 0
      const fits = textWidth(title, 16 * WIDER) + signs <= INNER - TRACK
      return (level ? 17.1 : 0) + stopHeight(title, INNER - TRACK) + (fits ? 0 : STOP_LINE)
    }),
    changes.length > 0 ? 11.2 + rows([textWidth('Change for:', 13.5 * WIDER), ...key], INNER, 14.4) * 21.1 : 0,
  ])
}

function pathwayHeight({ stages }: PathwayEmbed): number {
  const width = INNER - 40
  return 6.4 + sum(stages.map(({ title, purpose }) => 13.6 + high(title, 16 * 1.11, 23.2, width) + high(purpose, 14.4, 20.9, width)))
}
