/** What a network or a chat reads of a page that somebody passes on, and what it can show of it. */
export interface Network {
  name: string
  /** Where its maker says so; undefined where no maker's word was found, and `observed` says who saw it. */
  documented?: string
  /** Whose observation fills the gaps, or all of it. Observed, not documented: it may change without notice. */
  observed?: string
  /** Tags it takes something from. */
  reads: readonly string[]
  /** Tags without which it shows less, or nothing. */
  needs: readonly string[]
  /** Letters after which it cuts. What is longer is not wrong, but what matters must stand before. */
  shows: { title?: number; description?: number; alt?: number }
  /** The tags must stand within the first so many bytes of the page. */
  within?: number
  image: {
    /** It takes none that weighs more. */
    bytes?: number
    /** It takes none smaller, or shows it small. */
    least: readonly [width: number, height: number]
    /** Width by height: no broader. */
    broadest?: number
    /** The form it was made for. Others are cut at the sides. */
    best?: number
  }
}

const BASIC = ['og:title', 'og:description', 'og:url', 'og:image'] as const

export const NETWORKS: readonly Network[] = [
  {
    name: 'WhatsApp',
    documented: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews/',
    // The page says 600 kB. Of 300 kB speak many who saw larger ones left out, so the lower counts here.
    observed: 'https://www.techcompare.app/open-graph-viewer/whatsapp-link-previews',
    reads: BASIC,
    needs: BASIC,
    // "80 characters will suffice". The title gets two lines, of a length that is not said.
    shows: { description: 80 },
    within: 300_000,
    image: { bytes: 300_000, least: [300, 75], broadest: 4 },
  },
  {
    name: 'Facebook and Messenger',
    documented: 'https://developers.facebook.com/docs/sharing/webmasters/images/',
    reads: [...BASIC, 'og:type', 'og:locale', 'og:site_name', 'og:image:width', 'og:image:height', 'og:image:alt'],
    // With width and height the first who shares a page sees its picture too.
    needs: [...BASIC, 'og:type', 'og:image:width', 'og:image:height'],
    shows: {},
    image: { bytes: 8_000_000, least: [600, 315], best: 1.91 },
  },
  {
    name: 'Telegram',
    // What a preview holds. Which tags fill it is not said there.
    documented: 'https://core.telegram.org/constructor/webPage',
    observed: 'https://ogproof.veridux.ai/blog/telegram-open-graph-tags',
    reads: ['og:title', 'og:description', 'og:image', 'og:site_name', 'twitter:card'],
    needs: ['og:title', 'og:description', 'og:image', 'og:site_name'],
    shows: {},
    image: { bytes: 5_000_000, least: [200, 200] },
  },
  {
    name: 'LinkedIn',
    // Asks for the Open Graph protocol. The numbers are observed.
    documented: 'https://www.linkedin.com/help/linkedin/answer/46687/making-your-website-shareable-on-linkedin',
    observed: 'https://opengraphplus.com/consumers/linkedin',
    reads: [...BASIC, 'og:type'],
    needs: BASIC,
    shows: { title: 200, description: 300 },
    image: { bytes: 5_000_000, least: [1200, 627], best: 1.91 },
  },
  {
    name: 'Slack',
    documented: 'https://docs.slack.dev/messaging/unfurling-links-in-messages',
    observed: 'https://opengraphplus.com/consumers/slack/issues/link-not-unfurling',
    reads: [...BASIC, 'og:site_name', 'twitter:card'],
    needs: ['og:title', 'og:description', 'og:image', 'og:site_name', 'twitter:card'],
    shows: {},
    within: 32_768,
    image: { least: [60, 60] },
  },
  {
    name: 'X',
    documented: 'https://developer.x.com/cards/markup',
    reads: ['twitter:card', 'og:title', 'og:description', 'og:image', 'og:image:alt', 'og:type'],
    // Without it the picture becomes a small square. All else falls back to Open Graph.
    needs: ['twitter:card', 'og:title', 'og:description', 'og:image'],
    shows: { title: 70, description: 200, alt: 420 },
    image: { bytes: 5_000_000, least: [300, 157], best: 2 },
  },
  {
    name: 'iMessage',
    documented: 'Apple, Technical Note TN2444, Best Practices for Link Previews in Messages; read in a copy',
    observed: 'https://gist.github.com/saagarjha/07e897fd72b370027ce280480761cf1e',
    reads: ['og:title', 'og:image', 'og:site_name'],
    needs: ['og:title', 'og:image'],
    shows: {},
    image: { least: [150, 150] },
  },
  {
    name: 'Discord',
    observed: 'https://opengraphplus.com/consumers/discord/tags',
    reads: [...BASIC, 'og:site_name', 'og:type', 'og:image:width', 'og:image:height', 'twitter:card'],
    needs: ['og:title', 'og:description', 'og:image', 'og:site_name', 'twitter:card'],
    shows: { title: 256, description: 350 },
    image: { bytes: 5_000_000, least: [300, 300] },
  },
]
