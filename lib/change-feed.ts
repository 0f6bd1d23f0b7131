import { Feed } from 'feed'
import { byPage, type Change, changeSteps, changeWords, counts, pageNames } from './changes.ts'
import { contentDay, type Library } from './content/library.ts'
import { escaped } from './drawing.ts'
import { byKind } from './fact-counts.ts'
import { formatWhen } from './money.ts'
import { absolute, LICENCE, SITE } from './site.ts'
import { CHANGES } from './trail.ts'

/** Where the feed stands. */
export const FEED_ADDRESS = '/changes.xml'
/** Editions that the feed tells of. Readers keep what they have read; the page has the rest. */
const MOST_EDITIONS = 6

/** Midnight of a day: feeds want a time, and editions have none. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** A permanent id (RFC 4151) of something that was first there on a day. It holds as long as the guide keeps its host. */
const tag = (date: string, thing: string) => `tag:${new URL(SITE.origin).hostname},${date}:${thing}`
/** The id of an edition, or of one page in it. */
const tagOf = (date: string, page = '') => tag(date, `${CHANGES.address}${date}${page}`)

/** Text without the characters that XML 1.0 forbids. */
const lawful = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
const html = (text: string) => escaped(lawful(text))

/**
 * The change log as an Atom feed (RFC 4287): an entry for each edition and for each page that changed in it. Its dates are those of the
 * editions, so that building the site again changes nothing in it. What changed since the newest edition waits for the next one.
 */
export function changeFeed(library: Library): string {
  const names = pageNames(library)
  const editions = library.editions()
  const newest = editions.at(-1)
  const feed = new Feed({
    id: tag(editions[0]?.date ?? contentDay(library), CHANGES.address),
    title: `${SITE.name}: what changed`,
    description: CHANGES.about,
    link: absolute(CHANGES.address),
    feedLinks: { atom: absolute(FEED_ADDRESS) },
    updated: midnight(newest?.date ?? contentDay(library)),
    author: { name: SITE.name, link: absolute('/') },
    copyright: `Text and data under ${LICENCE.name}, ${LICENCE.url}`,
    generator: false,
  })
  const steps = new Map(changeSteps(library).map((step) => [step.date, step.changes]))
  for (const { date, facts, pages } of editions.slice(-MOST_EDITIONS).reverse()) {
    const changes = steps.get(date)
    const about = changes ? counts(changes) || 'no fact changed' : `the first edition, ${facts.length} facts on ${pages.length} pages`
    const held = byKind(facts).map(([name, count]) => `<li>${html(name)}: ${count}</li>`)
    const changed = byPage(changes ?? []).map(({ page, changes: inside }) => `<li>${linked(page, names)}: ${html(counts(inside))}</li>`)
    feed.addItem({
      id: tagOf(date),
      title: html(`Edition of ${formatWhen(date)}: ${about}`),
      link: absolute(`${CHANGES.address}#edition-${date}`),
      date: midnight(date),
      content: `<ul>${(changes ? changed : held).join('') || '<li>Text alone.</li>'}</ul>`,
    })
    for (const { page, changes: inside } of byPage(changes ?? []))
      feed.addItem({
        id: tagOf(date, page),
        title: html(`${names.get(page) ?? page}: ${counts(inside)}`),
        link: absolute(names.has(page) ? page : `${CHANGES.address}#edition-${date}`),
        date: midnight(date),
        content: linesOf(inside, library),
      })
  }
  return feed.atom1()
}

const linked = (page: string, names: ReadonlyMap<string, string>) => {
  const name = names.get(page)
  return name ? `<a href="${html(absolute(page))}">${html(name)}</a>` : `${html(page)} (gone)`
}

/** What changed on a page, line by line. What was only checked again is counted: it says what it said. */
function linesOf(changes: readonly Change[], library: Library): string {
  const lines = changes.filter(({ kind }) => kind !== 'checked').map((change) => line(change, library))
  const checked = changes.filter(({ kind }) => kind === 'checked')
  return `${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''}${checked.length > 0 ? `<p>${counts(checked)}, the same.</p>` : ''}`
}

function line(change: Change, library: Library): string {
  const { what, label, before, now, note } = changeWords(change, library)
  const place = change.link ? `<a href="${html(absolute(change.link))}">${html(label)}</a>` : html(label)
  const parts = [
    ...(before ? [`<del>${html(before)}</del>`] : []),
    ...(before && now ? ['→'] : []),
    ...(now ? [`<ins>${html(now)}</ins>`] : []),
    ...(note ? [`<small>${html(note)}</small>`] : []),
  ]
  return `<li><b>${html(what)}</b> ${place}: ${parts.join(' ')}</li>`
}
