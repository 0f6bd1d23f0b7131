/**
 * What the worker uses of the world it runs in. TypeScript's own library for workers and the one for pages contradict each other in
 * one project.
 */
export interface OpenWindow {
  id: string
  url: string
  postMessage(message: string): void
}

export interface WorkerEvent extends Event {
  waitUntil(promise: Promise<unknown>): void
}

export interface AskedEvent extends WorkerEvent {
  readonly request: Request
  readonly clientId: string
  /** Of the window that a navigation will make. */
  readonly resultingClientId: string
  respondWith(answer: Promise<Response>): void
}

export interface WorkerScope {
  readonly location: Location
  readonly clients: {
    get(id: string): Promise<OpenWindow | undefined>
    matchAll(options: { type?: 'window'; includeUncontrolled?: boolean }): Promise<readonly OpenWindow[]>
    claim(): Promise<void>
  }
  readonly registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
}
