// Runs hostile content where it can do no harm: whatever it does, only this process suffers. The test that started it holds the clock.
import net from 'node:net'
import { loadLibrary } from '#lib/content/library.ts'
import type { Problem } from '#lib/content/problems.ts'
import { compileArticle } from '#lib/mdx/compile.ts'

/** A content tree to check, or an article to press without checking it first. */
export type Task = { root: string } | { file: string; text: string }

export interface Outcome {
  problems: Problem[]
  addresses: string[]
  /** How the press ended: with code, or with a message. */
  pressed?: { code: string } | { refused: string }
  ms: number
  /** What the payloads note when they run. */
  ran: string[]
  onPrototype: string[]
  connections: number
  /** Most memory this process ever took, in MB. */
  peak: number
}

let connections = 0
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  connections++
  return Reflect.apply(connect, this, args)
} as typeof connect

const clean = new Set(Object.getOwnPropertyNames(Object.prototype))

process.on('message', async (task: Task) => {
  const start = performance.now()
  const { library, problems } = 'root' in task ? loadLibrary(task.root) : { library: undefined, problems: [] }
  const pressed =
    'root' in task
      ? undefined
      : await compileArticle(task.file, task.text).then(
          (code) => ({ code }),
          (error: unknown) => ({ refused: String(error) }),
        )
  const outcome: Outcome = {
    problems,
    addresses: library?.addresses() ?? [],
    ...(pressed ? { pressed } : {}),
    ms: performance.now() - start,
    ran: (globalThis as { __HOSTILE_RAN?: string[] }).__HOSTILE_RAN ?? [],
    onPrototype: Object.getOwnPropertyNames(Object.prototype).filter((name) => !clean.has(name)),
    connections,
    peak: process.resourceUsage().maxRSS / 1024,
  }
  process.send?.(outcome)
})
process.send?.('ready')
