import { COLLECTIONS } from './collection.ts'
import type { AnyEntry, Entry, Library } from './library.ts'
import { visitFields } from './references.ts'
import { isLinked, ownWords, type Stretch } from './stretch.ts'
import { Names, wordsOf } from './words.ts'

type Thing = Entry<'metrics'> | Entry<'glossary'>

/**
 * Glossary terms of one word that are said on a floor and hardly anywhere else. All others (client, forecast, queue, ramp, ticket, tier,
 * voice, wrap …) are words of every day too: a link under each of them would hide the links that help, and half of them would be wrong.
 */
const FLOOR_WORDS = new Set(
  'aux barge-in calibration concurrency deflection dialler disposition go-live hypercare intraday nearshore nesting omnichannel softphone'.split(
    ' ',
  ),
)

/** Names of several words that explain themselves where they stand, in lower case. */
const PLAIN_NAMES = new Set([
  'back office',
  'call centre',
  'call driver',
  'call type',
  'contact centre',
  'contact reason',
  'cost centre',
  'dedicated team',
  'domestic process',
  'employee referral',
  'exit interview',
  'floor support',
  'grace period',
  'ground rules',
  'hold time',
  'house rules',
  'idle time',
  'invoice dispute',
  'length of service',
  'live chat',
  'night shift allowance',
  'not ready',
  'notice period',
  'pro rata',
  'quality form',
  'serving notice',
  'staff turnover',
  'talk time',
  'test caller',
  'trial period',
  'virtual assistant',
  'work instruction',
  'work order',
])

/** Abbreviations that every page would name, or that stand for something else too: India's Sector Skills Council, a small firm. */
const OPEN_ABBREVIATIONS = new Set(['BPO', 'SSC', 'SME'])

/** A name in an article that leads nowhere although the guide has a page or an entry for it. */
interface Mention {
  stretch: Stretch
  /** Characters into the stretch. */
  from: number
  name: string
  /** Where a link would lead. */
  address: string
}

/** A metric of one word always is: its page is the definition. */
const isOneWordToLink = (name: string, thing: Thing) => thing.kind === 'metrics' || FLOOR_WORDS.has(name.toLowerCase())

/** What articles should link to when they name it: metrics and glossary terms, by every name they go by. */
export function linkable(library: Library): Names<Thing> {
  const names = new Names<Thing>()
  for (const thing of [...library.all('metrics'), ...library.all('glossary')]) {
    const called = thing.kind === 'glossary' ? (thing.data.alsoCalled ?? []).map(({ name }) => name) : []
    for (const name of [thing.data.title, ...called]) {
      const everyday = wordsOf(name).length > 1 ? PLAIN_NAMES.has(name.toLowerCase()) : !isOneWordToLink(name, thing)
      if (!everyday) names.add(name, thing)
    }
    // "WAPE and MAPE", "MBR, QBR": several in one field. What is no abbreviation by its capitals is a word like others.
    for (const [abbreviation] of (thing.data.abbreviation ?? '').matchAll(/\b[A-Z]{3,}\b/g))
      if (!OPEN_ABBREVIATIONS.has(abbreviation)) names.add(abbreviation, thing, true)
  }
  return names
}

/**
 * The first place where an article names something in its body without a link, when nothing in the article links to it: neither its
 * text nor its data. Headings and the words of other links are passed over, and so is the article about the thing itself.
 */
export function unlinkedMentions(entry: AnyEntry, stretches: readonly Stretch[], names: Names<Thing>): Mention[] {
  const linked = linkedFrom(entry)
  const own = entry.data.title.toLowerCase()
  const seen = new Set<Thing>()
  const mentions: Mention[] = []
  for (const stretch of stretches) {
    if (!stretch.passage || stretch.passage.kind === 'heading') continue
    const { text, words } = ownWords(stretch)
    for (let index = 0; index < words.length; ) {
      const found = names.at(text, words, index)
      if (!found) {
        index++
        continue
      }
      const from = words[index]?.start ?? 0
      index += found.length
      const [thing] = found.what
      if (!thing || found.what.some((each) => seen.has(each)) || isLinked(stretch, from)) continue
      for (const each of found.what) seen.add(each)
      if (found.what.some((each) => linked.has(each.address) || each.id === entry.id || own.includes(each.data.title.toLowerCase())))
        continue
      mentions.push({ stretch, from, name: text.slice(from, words[index - 1]?.end).replace(/\s+/g, ' '), address: thing.address })
    }
  }
  return mentions
}

/** Every address an article leads to, from its text or from its data. */
function linkedFrom(entry: AnyEntry): Set<string> {
  const addresses = new Set(entry.body.links.map(({ path, anchor }) => (path === '/glossary/' ? `${path}#${anchor}` : path)))
  visitFields(COLLECTIONS[entry.kind].schema, entry.data, (meta, value) => {
    if (meta.refersTo && !meta.unprinted) addresses.add(COLLECTIONS[meta.refersTo].address(String(value)))
  })
  return addresses
}
