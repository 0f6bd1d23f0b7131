const HOME = 'https://guide.example'
const asUrl = (key: RequestInfo | URL) => new URL(key instanceof Request ? key.url : String(key), HOME).href

/** A browser's caches in memory: what our code asks of them. `room` is how many files fit in; one more is refused as by a full phone. */
export class FakeCaches {
  readonly stores = new Map<string, Map<string, { body: ArrayBuffer; init: ResponseInit }>>()
  room = Number.POSITIVE_INFINITY

  get size(): number {
    return [...this.stores.values()].reduce((sum, store) => sum + store.size, 0)
  }

  async has(name: string): Promise<boolean> {
    return this.stores.has(name)
  }

  async keys(): Promise<string[]> {
    return [...this.stores.keys()]
  }

  async delete(name: string): Promise<boolean> {
    return this.stores.delete(name)
  }

  async match(key: RequestInfo | URL, { cacheName }: MultiCacheQueryOptions = {}): Promise<Response | undefined> {
    for (const name of cacheName === undefined ? [...this.stores.keys()] : [cacheName]) {
      const found = this.stores.get(name)?.get(asUrl(key))
      if (found) return new Response(found.body, found.init)
    }
    return undefined
  }

  async open(name: string): Promise<Cache> {
    const store = this.stores.get(name) ?? new Map<string, { body: ArrayBuffer; init: ResponseInit }>()
    this.stores.set(name, store)
    const cache = {
      match: (key: RequestInfo) => this.match(key, { cacheName: name }),
      keys: async () => [...store.keys()].map((url) => new Request(url)),
      delete: async (key: RequestInfo) => store.delete(asUrl(key)),
      put: async (key: RequestInfo, response: Response) => {
        if (!store.has(asUrl(key)) && this.size >= this.room) throw new DOMException('No room.', 'QuotaExceededError')
        const body = await response.arrayBuffer()
        // A key that is put anew comes last, as in browsers.
        store.delete(asUrl(key))
        store.set(asUrl(key), { body, init: { status: response.status, headers: [...response.headers] } })
      },
    }
    return cache as unknown as Cache
  }

  /** The paths of everything in a store, without our own records. */
  pathsIn(name: string): string[] {
    return [...(this.stores.get(name)?.keys() ?? [])]
      .map((url) => url.replace(HOME, ''))
      .filter((path) => !path.startsWith('/-/'))
      .sort()
  }
}
