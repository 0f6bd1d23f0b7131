import { applied, type Change, inverse, isEmpty, NOTHING, type Progress } from './progress.ts'
import { type Read, readProgress, writeProgress } from './progress-format.ts'

/** The key under which a reader's progress lies, for the whole guide. */
export const PROGRESS_KEY = 'floorwalk-progress'
/** Progress as it was before the last act that changed all of it. */
export const BEFORE_KEY = 'floorwalk-progress-before'
/** Texts that could not be read, set aside one by one: `floorwalk-progress-aside-1` … */
export const ASIDE_KEY = 'floorwalk-progress-aside-'
const MOST_ASIDE = 9

/** What a browser's storage must do for us. Each of these may throw. */
export interface TextStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Why what is marked now is not kept: storage cannot be used at all, it takes no more, or it holds data of a newer guide. */
export type Trouble = 'blocked' | 'full' | 'newer'

export interface Snapshot {
  progress: Progress
  trouble?: Trouble
  /** Texts set aside because they could not be read whole, oldest first. */
  aside: readonly string[]
  /** Whether there is an act to take back. */
  canUndo: boolean
  /** Whether progress lies ready as it was before it was last changed as a whole. */
  hasBefore: boolean
}

export interface Store {
  get(): Snapshot
  change(change: Change): void
  undo(): void
  /** Puts progress as it was before the last act on all of it in the place of today's, and the other way round. */
  swapWithBefore(): void
  /** Throws away what was set aside. */
  dropAside(): void
  /** Reads again what another tab may have written. */
  refresh(): void
  subscribe(listener: () => void): () => void
}

const MOST_UNDO = 50
export const EMPTY: Snapshot = { progress: NOTHING, aside: [], canUndo: false, hasBefore: false }

/**
 * Progress in a browser's storage. Every act is done to what lies there now, not to what this tab last saw, so two tabs never
 * overwrite each other. What cannot be kept stays in memory and is tried again with the next act.
 * `open` gives the storage and may throw. Nothing here throws.
 */
export function createStore(open: () => TextStore | null | undefined): Store {
  const listeners = new Set<() => void>()
  const undoable: Change[] = []
  /** Acts that storage has not taken yet. */
  let unsaved: Change[] = []
  let snapshot: Snapshot = EMPTY
  /** What lay in storage when it was last read. */
  let text: string | null | undefined
  let readable: { progress: Progress; writable: boolean } = { progress: NOTHING, writable: true }

  const attempt = <Value>(act: (storage: TextStore) => Value): { value: Value } | undefined => {
    try {
      const storage = open()
      return storage ? { value: act(storage) } : undefined
    } catch {
      return undefined
    }
  }
  /** Some browsers take a text and keep nothing, so every write is read back. */
  const write = (key: string, value: string) =>
    attempt((storage) => {
      storage.setItem(key, value)
      return storage.getItem(key) === value
    })?.value === true

  const asideKeys = () => Array.from({ length: MOST_ASIDE }, (_, index) => `${ASIDE_KEY}${index + 1}`)
  const readAside = () =>
    asideKeys().flatMap((key) => {
      const found = attempt((storage) => storage.getItem(key))?.value
      return typeof found === 'string' ? [found] : []
    })

  /** Keeps a bad text where it is not overwritten; true when it lies safe. */
  function setAside(bad: string): boolean {
    for (const key of asideKeys()) {
      const there = attempt((storage) => storage.getItem(key))
      if (!there) return false
      if (there.value === bad) return true
      if (there.value === null) return write(key, bad)
    }
    return false
  }

  /** Reads storage; undefined when that is not possible. */
  function load(): { progress: Progress; writable: boolean } | undefined {
    const got = attempt((storage) => storage.getItem(PROGRESS_KEY))
    if (!got) return undefined
    // Bad text that could not be set aside is tried again: there may be room by now.
    if (got.value === text && readable.writable) return readable
    text = got.value
    const read: Read = text === null ? { progress: NOTHING, damaged: false, version: 0 } : readProgress(text)
    if ('unreadable' in read) readable = { progress: NOTHING, writable: setAside(text ?? '') }
    else if ('newer' in read) readable = { progress: read.progress, writable: false }
    else readable = { progress: read.progress, writable: !read.damaged || setAside(text ?? '') }
    return readable
  }

  function publish(next: Omit<Snapshot, 'canUndo' | 'aside' | 'hasBefore'>) {
    const aside = readAside()
    snapshot = {
      ...next,
      aside: aside.join('\u0000') === snapshot.aside.join('\u0000') ? snapshot.aside : aside,
      canUndo: undoable.length > 0,
      hasBefore: typeof attempt((storage) => storage.getItem(BEFORE_KEY))?.value === 'string',
    }
    for (const listener of listeners) listener()
  }

  const withUnsaved = (progress: Progress) => unsaved.reduce(applied, progress)

  function settle() {
    const now = load()
    if (!now) {
      // Without storage the acts of this page are all there is.
      publish({ progress: withUnsaved(readable.progress), trouble: 'blocked' })
      return
    }
    const progress = withUnsaved(now.progress)
    if (unsaved.length === 0) return publish({ progress, ...(now.writable ? {} : { trouble: troubleOf() }) })
    if (!now.writable) return publish({ progress, trouble: troubleOf() })
    const next = writeProgress(progress)
    if (!write(PROGRESS_KEY, next)) return publish({ progress, trouble: canWriteAnything() ? 'full' : 'blocked' })
    text = next
    readable = { progress, writable: true }
    unsaved = []
    publish({ progress })
  }

  /** Why storage that can be read must not be written: newer data, or bad data that could not be set aside. */
  const troubleOf = (): Trouble => (text !== null && text !== undefined && 'newer' in readProgress(text) ? 'newer' : 'full')
  const canWriteAnything = () => {
    const taken = write(`${PROGRESS_KEY}-try`, '1')
    attempt((storage) => storage.removeItem(`${PROGRESS_KEY}-try`))
    return taken
  }

  /** Keeps what lies in storage now, not what this tab last saw of it; nothing where the act will not be kept either. */
  function keepBefore() {
    const now = load()
    if (!now?.writable) return
    const progress = withUnsaved(now.progress)
    if (!isEmpty(progress)) write(BEFORE_KEY, writeProgress(progress))
  }

  function act(change: Change) {
    if (change.what === 'add' || change.what === 'replace') keepBefore()
    unsaved.push(change)
    settle()
  }

  function change(wanted: Change) {
    load()
    undoable.push(inverse(withUnsaved(readable.progress), wanted))
    if (undoable.length > MOST_UNDO) undoable.shift()
    act(wanted)
  }

  settle()
  return {
    get: () => snapshot,
    change,
    undo() {
      const back = undoable.pop()
      if (back) act(back)
    },
    swapWithBefore() {
      const before = attempt((storage) => storage.getItem(BEFORE_KEY))?.value
      const read = typeof before === 'string' ? readProgress(before) : undefined
      if (read && 'progress' in read) change({ what: 'replace', progress: read.progress })
    },
    dropAside() {
      for (const key of asideKeys()) attempt((storage) => storage.removeItem(key))
      settle()
    },
    refresh: settle,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
