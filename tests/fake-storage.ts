import type { TextStore } from '#lib/reader/store.ts'

/** A tab's view of a browser's storage. Tabs of one browser share the texts; each can be made to fail as browsers do. */
export class FakeStorage implements TextStore {
  /** Reading `window.localStorage` itself throws: cookies are blocked. */
  getterThrows = false
  getThrows = false
  /** How many of the next writes throw. */
  throwsOnSet = 0
  /** Writes are taken and nothing is kept, as in some private windows. */
  keepsNothing = false
  /** How many characters fit in, keys and values together. */
  room = Number.POSITIVE_INFINITY
  /** Every write that was kept, oldest first. */
  readonly writes: [key: string, value: string][] = []

  constructor(readonly texts: Map<string, string> = new Map()) {}

  readonly open = (): TextStore => {
    if (this.getterThrows) throw new Error('SecurityError')
    return this
  }
  getItem(key: string) {
    if (this.getThrows) throw new Error('InvalidStateError')
    return this.texts.get(key) ?? null
  }
  setItem(key: string, value: string) {
    if (this.throwsOnSet > 0) {
      this.throwsOnSet--
      throw new Error('QuotaExceededError')
    }
    if (this.keepsNothing) return
    const others = [...this.texts].filter(([other]) => other !== key)
    if (others.reduce((sum, [other, text]) => sum + other.length + text.length, key.length + value.length) > this.room)
      throw new Error('QuotaExceededError')
    this.texts.set(key, value)
    this.writes.push([key, value])
  }
  removeItem(key: string) {
    this.texts.delete(key)
  }
}
