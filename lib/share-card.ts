import { createHash } from 'node:crypto'
import { type Fact, factOf, fixedFact } from './card-facts.ts'
import { hasPages, pageOfRecord } from './content/collection.ts'
import type { AnyEntry, Library } from './content/library.ts'
import { FAMILIES, type Family } from './family.ts'
import { KINDS, type Kind } from './fields.ts'
import { formatMoney } from './money.ts'
import { SITE } from './site.ts'
import { CHANGES, COMPARE, DATA, EMBEDS, FIGURE_AGES, MAP, MOVES, OFFLINE, PLAN, SEARCH, SECTIONS } from './trail.ts'

/** Width and height of every card, in pixels: what all networks show uncut. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

/**
 * Goes up whenever the same card comes to look otherwise: chats keep a picture by its address for good.
 * `tests/card-drawing.test.ts` says when that is.
 */
export const DRAWING = 1

/** A sign of the cards: the badge of a line, a pictogram, or one or two letters. */
export type CardSign = { line: Family } | { picture: CardPicture } | { letters: string }

export type CardPicture =
  | 'pathway'
  | 'levels'
  | 'bars'
  | 'seal'
  | 'headset'
  | 'building'
  | 'page'
  | 'lens'
  | 'map'
  | 'ticks'
  | 'columns'
  | 'arrow'

/** What the picture of a page in a chat says, in words ready to print. Nothing else is drawn. */
export interface ShareCard extends Fact {
  /** Left out where the name of the guide says it all. */
  sign?: CardSign
  /** Where the page stands: "Roles › People lead", "Metrics". */
  place: string
  title: string
  /** The line of the map that lends its colour. Without one the card is drawn in ink. */
  line?: Family
}

/** The card of a page. An address that has none, such as that of the not-found page, gets the home page's. */
export function shareCard(address: string, library: Library): ShareCard {
  const recorded = pageOfRecord(address)
  if (recorded) return shareCard(recorded, library)
  const fixed = fixedCard(address)
  if (fixed) return { ...fixed, ...fixedFact(address, library) }
  const entry = entryAt(address, library)
  if (!entry) return shareCard('/', library)
  const line = lineOf(entry, library)
  return {
    sign: line ? { line } : signOf(entry),
    place: placeOf(entry, line),
    title: entry.data.title,
    ...(line ? { line } : {}),
    ...factOf(entry, library),
  }
}

/** Where the picture lies. The name is made from what is drawn, so a card that changes is fetched anew and no other is. */
export const cardAddress = (card: ShareCard) =>
  `/cards/${createHash('sha256')
    .update(JSON.stringify([DRAWING, card]))
    .digest('hex')
    .slice(0, 10)}.png`

/** What the picture says, for those who do not see it. Its title always stands beside it, as that of the preview. */
export const cardText = ({ fact, note }: ShareCard) => (note ? `${fact.replace(/\.$/, '')}. ${note}` : fact)

function entryAt(address: string, library: Library): AnyEntry | undefined {
  for (const kind of KINDS.filter(hasPages)) {
    const found = library.all(kind).find((entry) => entry.address === address)
    if (found) return found as AnyEntry
  }
  return undefined
}

/** A role stands on its own line, a pathway on that of the post it leads to. */
function lineOf(entry: AnyEntry, library: Library): Family | undefined {
  if (entry.kind === 'roles') return entry.data.family
  const pathway =
    entry.kind === 'stages' ? library.find('pathways', entry.id.split('/')[0] ?? '') : entry.kind === 'pathways' ? entry : undefined
  return pathway?.data.goal ? library.get('roles', pathway.data.goal).data.family : undefined
}

/** As the breadcrumb of the page begins. */
function placeOf({ kind }: AnyEntry, line: Family | undefined): string {
  const section = SECTIONS[kind === 'stages' ? 'pathways' : kind].name
  return line && kind === 'roles' ? `${section} › ${FAMILIES[line].name}` : section
}

const SIGNS: Record<Exclude<Kind, 'salaries'>, CardSign> = {
  roles: { picture: 'map' },
  pathways: { picture: 'pathway' },
  stages: { picture: 'pathway' },
  skills: { picture: 'levels' },
  metrics: { picture: 'bars' },
  certifications: { picture: 'seal' },
  'service-lines': { picture: 'headset' },
  industries: { picture: 'building' },
  guides: { letters: 'i' },
  glossary: { letters: 'Aa' },
  'start-questions': { letters: '?' },
  sources: { picture: 'page' },
}

/** A country is signed with the money it pays in. */
const signOf = (entry: AnyEntry): CardSign =>
  entry.kind === 'salaries' ? { letters: formatMoney(0, entry.data.currency).replace(/[\d\s]/g, '') } : SIGNS[entry.kind]

type Fixed = Pick<ShareCard, 'sign' | 'place' | 'title'>

const TOOLS: Record<string, Fixed> = Object.fromEntries(
  (
    [
      [PLAN, { picture: 'ticks' }],
      [MOVES, { picture: 'arrow' }],
      [MAP, { picture: 'map' }],
      [COMPARE, { picture: 'columns' }],
      [SEARCH, { picture: 'lens' }],
      [CHANGES, { picture: 'ticks' }],
      [FIGURE_AGES, { picture: 'bars' }],
      [DATA, { picture: 'columns' }],
      [EMBEDS, { letters: '<>' }],
      [OFFLINE, { picture: 'page' }],
      [{ name: 'About this guide', address: '/about/' }, { letters: 'i' }],
    ] as const
  ).map(([{ name, address }, sign]) => [address, { sign, place: SITE.claim, title: name }]),
)

function fixedCard(address: string): Fixed | undefined {
  if (address === '/') return { place: SITE.claim, title: 'Know the job before you take it.' }
  if (TOOLS[address]) return TOOLS[address]
  for (const [kind, section] of Object.entries(SECTIONS))
    if (section.address === address)
      return { sign: kind === 'salaries' ? { letters: '¤' } : SIGNS[kind as keyof typeof SIGNS], place: SITE.claim, title: section.name }
  return undefined
}
