import type { Library } from './content/library.ts'
import { markup, type Paint, type Shape } from './drawing.ts'
import { familyNames } from './family.ts'
import { mapRoles } from './lattice.ts'
import { type LineMap, lineMap } from './line-map.ts'
import { mapDrawing } from './map-drawing.ts'
import { formatWhen } from './money.ts'
import { absolute, LICENCE, SITE } from './site.ts'
import { MAP } from './trail.ts'

/** The day shift's colours, for what leaves the site: `tests/palette.test.ts` holds them to the style sheet's. */
export const DAY_COLOURS: Readonly<Record<Paint, string>> = {
  paper: '#faf7f0',
  sheet: '#fffdf8',
  ink: '#15202b',
  soft: '#4c5a66',
  rule: '#d8d1c2',
  frontline: '#0a629c',
  specialist: '#6142a6',
  quality: '#00694f',
  training: '#9a4700',
  workforce: '#6b5600',
  client: '#9c2468',
  lead: '#b3261d',
}

const TITLE = 'The line map of BPO careers'

/** The drawing of all published roles. `link` makes what its links say of an address of the site. */
export function drawnMap(library: Library, link: (address: string) => string): Shape {
  return mapDrawing({
    map: lineMap(mapRoles(library)),
    title: TITLE,
    claim: 'Start at the foot. Step onto a line where it stops.',
    colophon: [
      `Which job leads to which, and what it takes: ${absolute(MAP.address).replace(/^https?:\/\//, '')}`,
      `${SITE.name}, reviewed ${formatWhen(lastReview(library))}. Licence: ${LICENCE.name}`,
    ],
    link,
  })
}

/** The day on which the last of the roles was reviewed: the map is as old as what it shows, whenever it is built. */
const lastReview = (library: Library) =>
  library
    .all('roles')
    .map(({ data }) => data.reviewed)
    .reduce((latest, day) => (day > latest ? day : latest), '')

/** The drawing as a file that stands alone: day colours, its own title, absolute links, nothing loaded. */
export function mapFile(library: Library): string {
  const drawing = drawnMap(library, absolute)
  const [, , width, height] = String(drawing.at?.viewBox).split(' ')
  const description = `${TITLE}, from ${absolute(MAP.address)}. Roles as reviewed on ${formatWhen(lastReview(library))}. Text and data under ${LICENCE.name}, ${LICENCE.url}`
  return `${markup(
    {
      ...drawing,
      at: { ...drawing.at, width: Number(width), height: Number(height) },
      inside: [{ tag: 'title', inside: [TITLE] }, { tag: 'desc', inside: [description] }, ...(drawing.inside ?? [])],
    },
    DAY_COLOURS,
  )}\n`
}

/**
 * The part of the page's style that grows with the roles. A link to `#role-trainer` leads to the entry of the list; where the map is
 * drawn, that place lies beside the station, which is marked. On paper the map has the day's colours.
 */
export function mapStyle({ stations, width }: LineMap): string {
  const list = (selector: (id: string) => string) => stations.map(({ role }) => selector(role.id)).join(',')
  const here = (id: string) => `.map-both:has(#role-${id}:target) .at-${id}`
  const places = stations.map(({ role, y }) => `#role-${role.id}{top:${((y / width) * 100).toFixed(1)}cqw}`)
  const paints = familyNames.map((family) => `--${family}:${DAY_COLOURS[family]}`)
  return `@layer components{
:is(${list(here)}) text{stroke:var(--mark);font-weight:700}
:is(${list(here)}) .own{fill:var(--ink);stroke:var(--mark);stroke-width:5;r:11px}
@media screen and (width>=80rem){${places.join('')}}
}
@layer print{@media print{.line-map{--ink:${DAY_COLOURS.ink};--soft:${DAY_COLOURS.soft};--paper:#f7f4ec;--sheet:#fff;${paints.join(';')}}}}
`
}
