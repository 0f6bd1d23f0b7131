import type { Library } from './content/library.ts'
import { escaped } from './drawing.ts'
import type { EmbedKind } from './embed-address.ts'
import { embedHeight } from './embed-height.ts'
import { type EmbedView, embedTitle, embedViews } from './embed-view.ts'
import { absolute, LICENCE, SITE } from './site.ts'

/** Something of the guide that can stand in a frame on another site. */
export interface Embed {
  kind: EmbedKind
  /** Its own address: `/embed/line/quality/`. */
  address: string
  /** The page of the guide that it is taken from, and that its code leads back to. */
  page: string
  /** What it shows, as the frame is named for screen readers. */
  title: string
  /** Of the frame, in pixels: enough from 320 px of width upwards. */
  height: number
}

const asEmbed = (view: EmbedView): Embed => ({
  kind: view.kind,
  address: view.address,
  page: view.page,
  title: embedTitle(view),
  height: embedHeight(view),
})

/** Everything that can be put on another site. */
export const embeds = (library: Library): Embed[] => embedViews(library).map(asEmbed)

/**
 * What can be taken from one page of the guide: of a role its place and its pay in every country, of a country the pay of every role,
 * of the map its lines, of a pathway its stages. None for any other page.
 */
export const embedsOf = (library: Library, address: string): Embed[] =>
  embedViews(library)
    .filter((view) => view.page === address || (view.kind === 'pay' && view.country.address === address))
    .map(asEmbed)

/**
 * The code to put on another page. The line below the frame says where it is from, and is all that is left where frames are not shown.
 */
export function embedCode({ address, page, title, height }: Embed): string {
  const name = escaped(title)
  return [
    `<iframe src="${absolute(address)}" title="${name}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`,
    `<p><a href="${absolute(page)}">${name}</a>. ${SITE.name}, <a href="${LICENCE.url}">${LICENCE.name}</a></p>`,
  ].join('\n')
}
