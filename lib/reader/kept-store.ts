import { isLasting, type KeepFile, type KeepList } from './keep-list.ts'

/**
 * What readers keep on purpose, in one cache of the browser: files under their address and revision, and beside them a record for
 * each list. A file stays as long as a record names it, so two lists share what both hold, and an old version stays whole until the
 * new one is. Nothing here touches what readers mark.
 */
export const KEPT = 'floorwalk-kept-1'

/** Of a list that is here whole, and of one that is being fetched. */
const WHOLE = '/-/whole/'
const BEGUN = '/-/begun/'

/** A list that was fetched to its end. */
export interface KeptList extends KeepList {
  /** When: ISO date and time. */
  on: string
}

/** Where a reader stands with a list: what is whole, and how far one has come that was begun. */
export interface KeptStanding {
  whole: KeptList | undefined
  begun: { list: KeepList; bytes: number } | undefined
}

export interface Surroundings {
  caches: CacheStorage
  load: typeof fetch
  digest: (bytes: ArrayBuffer) => Promise<ArrayBuffer>
  /** Milliseconds. */
  now: () => number
}

/** Why a list did not become whole: no room, another version was published meanwhile, the reader stopped it, no connection. */
export type KeepTrouble = 'full' | 'changed' | 'stopped' | 'lost'

export class KeepError extends Error {
  readonly trouble: KeepTrouble
  constructor(trouble: KeepTrouble, message: string) {
    super(message)
    this.trouble = trouble
  }
}

/** How many files are fetched at once: enough for a phone, few enough for the line to answer other pages. */
const AT_ONCE = 4

/** A lasting name is a revision already. */
const keyOf = ([address, revision]: KeepFile) => (isLasting(address) ? address : `${address}?${revision}`)

const weigh = (files: readonly KeepFile[]) => files.reduce((sum, [, , bytes]) => sum + bytes, 0)

/** A key as it was put in: browsers give whole addresses back. */
const keysOf = async (cache: Cache) =>
  (await cache.keys()).map(({ url }) => {
    const { pathname, search } = new URL(url)
    return pathname + search
  })

async function recordsOf<List extends KeepList>(cache: Cache, keys: readonly string[], prefix: string): Promise<List[]> {
  const records: List[] = []
  for (const key of keys.filter((each) => each.startsWith(prefix))) {
    try {
      const record: Partial<List> = await (await cache.match(key))?.json()
      if (Array.isArray(record.files)) records.push(record as List)
    } catch {
      // A record that cannot be read keeps nothing; the next sweep takes its files away.
    }
  }
  return records
}

/** Deletes the files that no record names. */
async function sweep(cache: Cache) {
  const keys = await keysOf(cache)
  const records = [...(await recordsOf(cache, keys, WHOLE)), ...(await recordsOf(cache, keys, BEGUN))]
  const wanted = new Set(records.flatMap(({ files }) => files.map(keyOf)))
  await Promise.all(keys.filter((key) => !key.startsWith('/-/') && !wanted.has(key)).map((key) => cache.delete(key)))
}

/** Every list that was fetched to its end, the latest first. */
export async function keptLists({ caches }: Pick<Surroundings, 'caches'>): Promise<KeptList[]> {
  if (!(await caches.has(KEPT))) return []
  const cache = await caches.open(KEPT)
  return (await recordsOf<KeptList>(cache, await keysOf(cache), WHOLE)).sort((a, b) => (a.on < b.on ? 1 : -1))
}

/** The kept copy of an address, from the latest list that holds it, and the list it is from. `id` asks for one list alone. */
export async function keptCopy(
  { caches }: Pick<Surroundings, 'caches'>,
  address: string,
  id?: string,
): Promise<{ response: Response; list: KeptList } | undefined> {
  for (const list of await keptLists({ caches })) {
    const file = id === undefined || id === list.id ? list.files.find(([each]) => each === address) : undefined
    const response = file && (await (await caches.open(KEPT)).match(keyOf(file)))
    if (response) return { response, list }
  }
  return undefined
}

/** What is here of a list, counted from the files themselves: a whole list that lost one is no longer whole. */
export async function standingOf({ caches }: Pick<Surroundings, 'caches'>, id: string): Promise<KeptStanding> {
  if (!(await caches.has(KEPT))) return { whole: undefined, begun: undefined }
  const cache = await caches.open(KEPT)
  const keys = await keysOf(cache)
  const here = new Set(keys)
  const [whole] = await recordsOf<KeptList>(
    cache,
    keys.filter((key) => key === WHOLE + id),
    WHOLE,
  )
  const [begun] = await recordsOf<KeepList>(
    cache,
    keys.filter((key) => key === BEGUN + id),
    BEGUN,
  )
  const present = (list: KeepList) => list.files.filter((file) => here.has(keyOf(file)))
  const isWhole = whole !== undefined && present(whole).length === whole.files.length
  const unfinished = begun ?? (isWhole ? undefined : whole)
  return {
    whole: isWhole ? whole : undefined,
    begun: unfinished && { list: unfinished, bytes: weigh(present(unfinished)) },
  }
}

/**
 * Fetches a list to its end and only then calls it kept. What is here already is not fetched again, so a list that was interrupted
 * goes on where it stood. Without room, or when the reader stops it, what came is taken away; without a connection it waits.
 * Throws a KeepError.
 */
export async function keepList(
  surroundings: Surroundings,
  list: KeepList,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (bytes: number) => void },
): Promise<void> {
  const cache = await surroundings.caches.open(KEPT)
  try {
    await cache.put(BEGUN + list.id, record(list))
    const here = new Set(await keysOf(cache))
    const named = new Set(list.files.map(([address]) => address))
    const waiting = [...list.files]
    let bytes = 0
    let failed = false
    const fetchNext = async () => {
      for (let file = waiting.shift(); file && !failed; file = waiting.shift()) {
        if (signal.aborted) throw new KeepError('stopped', 'Stopped by the reader.')
        if (!here.has(keyOf(file))) await fetchInto(cache, file, named, signal, surroundings)
        bytes += file[2]
        onProgress(bytes)
      }
    }
    const ends = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () =>
        fetchNext().catch((error: unknown) => {
          failed = true
          throw error
        }),
      ),
    )
    const end = ends.find((each) => each.status === 'rejected')
    if (end) throw end.reason
    await cache.put(WHOLE + list.id, record({ ...list, on: new Date(surroundings.now()).toISOString() }))
  } catch (error) {
    const trouble = troubleOf(error, signal)
    if (trouble === 'full' || trouble === 'stopped') {
      await cache.delete(BEGUN + list.id)
      await sweep(cache)
    }
    throw error instanceof KeepError && error.trouble === trouble ? error : new KeepError(trouble, String(error))
  }
  await cache.delete(BEGUN + list.id)
  await sweep(cache)
}

/** Takes a list away, with every file that no other list holds. */
export async function removeList({ caches }: Pick<Surroundings, 'caches'>, id: string): Promise<void> {
  const cache = await caches.open(KEPT)
  await cache.delete(WHOLE + id)
  await cache.delete(BEGUN + id)
  await sweep(cache)
}

const record = (list: KeepList | KeptList) => new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json' } })

function troubleOf(error: unknown, signal: AbortSignal): KeepTrouble {
  if (signal.aborted) return 'stopped'
  if (error instanceof KeepError) return error.trouble
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'lost'
}

async function fetchInto(
  cache: Cache,
  file: KeepFile,
  named: ReadonlySet<string>,
  signal: AbortSignal,
  { caches, load, digest }: Surroundings,
) {
  const [address] = file
  const known = isLasting(address) ? await caches.match(address, { ignoreVary: true }) : undefined
  // Another mode than usual is how the worker knows that it should stay out of it.
  const response = known ?? (await load(address, { cache: isLasting(address) ? 'force-cache' : 'no-cache', signal }))
  if (!response.ok || response.redirected) throw new KeepError('changed', `${address} answers ${response.status}.`)
  const bytes = await response.arrayBuffer()
  if (!(await isRight(file, bytes, named, digest))) throw new KeepError('changed', `${address} is another version than its list.`)
  const headers = new Headers(response.headers)
  // The bytes are unpacked now.
  headers.delete('content-encoding')
  headers.delete('content-length')
  await cache.put(keyOf(file), new Response(bytes, { headers }))
}

/**
 * Whether these bytes may stand for a file of the list. A page that a host changed on the way (some rewrite mail addresses) is as
 * good, as long as everything it is made with is in the list too: that is what must never be mixed.
 */
async function isRight(file: KeepFile, bytes: ArrayBuffer, named: ReadonlySet<string>, digest: Surroundings['digest']): Promise<boolean> {
  const [address, revision] = file
  if (isLasting(address) || (await revisionOf(bytes, digest)) === revision) return true
  return address.endsWith('/') && assetsNamedBy(new TextDecoder().decode(bytes)).every((asset) => named.has(asset))
}

async function revisionOf(bytes: ArrayBuffer, digest: Surroundings['digest']): Promise<string> {
  const hash = new Uint8Array(await digest(bytes))
  return Array.from(hash.subarray(0, 5), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The lasting files that a page loads. Scripts for browsers without modules are none of those that run workers. */
export const assetsNamedBy = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<(?:link|script|img)\b[^>]*>/g)]
      .filter(([tag]) => !/\snomodule\b/i.test(tag))
      .flatMap(([tag]) => [...tag.matchAll(/\s(?:src|href|data-enhance)="(\/_next\/static\/[^"]+)"/g)])
      .map(([, asset = '']) => asset),
  ),
]
