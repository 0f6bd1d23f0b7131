/**
 * What other sites can show in a frame: a role's pay in one country, a role's place on the map, one line of the map, a pathway.
 * Everything below these places may be framed by anybody, and nothing else of the site.
 */
export const EMBED_KINDS = ['pay', 'place', 'line', 'pathway'] as const
export type EmbedKind = (typeof EMBED_KINDS)[number]

/** Below which all embeds of a kind stand: `/embed/pay/`. */
export const embedPlace = (kind: EmbedKind) => `/embed/${kind}/` as const

/** Whether an address is that of an embed and not of a page of the guide. `/embed/` itself is such a page. */
export const isEmbed = (address: string) => EMBED_KINDS.some((kind) => address.startsWith(embedPlace(kind)))

/** Where the style sheets of embeds lie. A frame may be given no origin of its own; then it counts as another site, even for them. */
export const EMBED_STYLES = '/embed/style/'
